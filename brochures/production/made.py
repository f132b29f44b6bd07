"""One file after preflight, as the pipeline and what comes after it see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from brochures.compose.html import Composition
from brochures.findings import Finding
from brochures.geometry.pages import Sheets
from brochures.layout.checks.page_plan import Fill


@dataclass(frozen=True)
class Made:
    """One edition after preflight: its bytes, or the record of the file that is still true, and its findings.

    ``sheets`` and ``fill`` are its measured pages, with errors too; empty where they are on record or the engine broke down.
    ``composition`` has the copyfit that was used, ``claim`` is the standard for the press that the file says it keeps.
    """

    composition: Composition
    digest: str
    findings: tuple[Finding, ...]
    data: bytes = b""
    pages: int = 0
    record: Mapping[str, Any] | None = None
    fill: tuple[Fill, ...] = ()
    sheets: Sheets = field(default_factory=Sheets)
    claim: str = ""
    moved: tuple[float, float] = (0.0, 0.0)
    """How far what is on every second page was moved, to the right and up in pt."""

    @property
    def good(self) -> bool:
        """Whether nothing speaks against publishing it."""
        return not any(finding.is_error for finding in self.findings)
