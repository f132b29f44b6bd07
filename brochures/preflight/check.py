"""Examined: what one check found in one file, with what its record says of it; one that breaks down says so, and the others go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ParamSpec

from pypdf.errors import DependencyError, PyPdfError
from pypdfium2 import PdfiumError

from brochures.findings import NOWHERE, Finding, codes
from brochures.findings.check import Check, check
from brochures.findings.plain_words import in_words

P = ParamSpec("P")

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


@check(
    codes.CHECK_BROKE,
    looks_for="checks that break down on what they find in the file",
    source="docs/architecture.md, Stages",
)
def broke(looked_for: str, wrong: Exception) -> Iterator[Finding]:
    """Yield that what was ``looked_for`` is not known, because of ``wrong``."""
    said = f"it is not known whether the file has what this check looks for: {looked_for}. The check broke down on it: {in_words(wrong)}"
    yield codes.CHECK_BROKE.at(NOWHERE, said, "build again with --force; if it stays, report it with the file")


def ran(one: Check[P], *args: P.args, **kwargs: P.kwargs) -> Examined:
    """Return what ``one`` said; where it broke down, that it did. A file that cannot be read at all is left to who asked."""
    try:
        return Examined.of(one, tuple(one(*args, **kwargs)))
    except (PyPdfError, PdfiumError, DependencyError):
        raise
    except Exception as wrong:  # noqa: BLE001 whatever it is: what was looked for is not known, and that is told
        return Examined.of(one, tuple(broke(one.looks_for, wrong)))
