"""What production answers for a composition: a ``File`` made in this run, one of an earlier run that is still true, or none at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from brochures.compose.html import Composition
from brochures.findings import Finding
from brochures.pdf.file import File


@dataclass(frozen=True)
class Kept:
    """A file that an earlier run published and that is still true, or true again, as its ``record`` has it."""

    composition: Composition
    findings: tuple[Finding, ...]
    digest: str | None
    """Of all that decided how it came out; None: a later run makes it anew."""
    record: Mapping[str, Any]
    beside: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The records of what lies beside it, by name."""
    restored: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of what is not in ``out/`` any more and was kept by an earlier run, by name; none: all of it is there."""

    @property
    def good(self) -> bool:
        """Whether nothing speaks against keeping it."""
        return not any(finding.is_error for finding in self.findings)


@dataclass(frozen=True)
class Refused:
    """No file: a stage could make no value, and its findings say why."""

    composition: Composition
    findings: tuple[Finding, ...]

    @property
    def good(self) -> bool:
        """Never: there is nothing to publish."""
        return False


Made = File | Kept | Refused
"""The answer for one composition."""
