"""Examined: what one check said, with the name by which people can look it up and the words of what it looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from brochures.findings import Finding

ROOM = "brochures.preflight."
"""What the name of every check's module begins with."""


@dataclass(frozen=True)
class Examined:
    """One check that ran: ``name`` is its module and function, ``looks_for`` what it would have found, ``source`` the rule it holds to."""

    name: str
    looks_for: str
    source: str
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, check: Callable[..., Any], found: Iterable[Finding]) -> Examined:
        """Return what ``check`` said. It is described by the first line of its own text: what it yields, and in brackets by which rule."""
        said = (check.__doc__ or check.__name__).strip().splitlines()[0]
        words, _, source = said.removeprefix("Yield").strip(" ,").rstrip(".").partition(" (")
        name = f"{check.__module__}.{check.__name__}".removeprefix(ROOM)
        return cls(name, words.replace("``", ""), source.removesuffix(")"), tuple(found))
