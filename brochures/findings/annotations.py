"""Annotations: findings as commands to the log of a GitHub workflow, which shows them beside the lines (docs.github.com, Workflow commands)."""

from __future__ import annotations

from collections.abc import Iterable

from brochures.findings import Finding

_CALLED = {"error": "error", "warning": "warning", "note": "notice"}


def as_annotations(findings: Iterable[Finding]) -> str:
    """Return a line for each of ``findings``."""
    return "\n".join(_line(finding) for finding in findings)


def _line(finding: Finding) -> str:
    place = finding.place
    about = " ".join(
        filter(None, (finding.code, finding.piece, finding.edition, f"page {finding.page}" if finding.page else ""))
    )
    named = {"file": place.file, "line": str(place.line or ""), "col": str(place.column or ""), "title": about}
    told = ",".join(f"{name}={_in_property(value)}" for name, value in named.items() if value)
    said = f"{finding.message}\nhelp: {finding.help}" if finding.help else finding.message
    return f"::{_CALLED[finding.severity]} {told}::{_in_data(said)}"


def _in_data(text: str) -> str:
    """Return ``text`` with what would end the line by its number; the percent sign first, which begins those."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(text: str) -> str:
    """Return ``text`` with what would end a property by its number, too."""
    return _in_data(text).replace(":", "%3A").replace(",", "%2C")
