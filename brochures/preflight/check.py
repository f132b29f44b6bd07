"""Examined: what one check found in one file, with what its record says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from brochures.findings import Finding
from brochures.findings.check import Check

ROOM = "preflight."
"""What the name of every check of finished files begins with; a report leaves it out."""


@dataclass(frozen=True)
class Examined:
    """One check that ran: ``name`` is its module and function, ``looks_for``, ``source`` and ``codes`` stand in its record."""

    name: str
    looks_for: str
    source: str
    codes: tuple[str, ...]
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, check: Check[Any], found: Iterable[Finding]) -> Examined:
        """Return what ``check`` said."""
        names = tuple(code.name for code in check.codes)
        return cls(check.name.removeprefix(ROOM), check.looks_for, check.source, names, tuple(found))
