"""The registry of finding codes: each is entered once, under its permanent name."""

from __future__ import annotations

from brochures.findings import Code, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
ALL: dict[str, Code] = {}


def code(name: str, severity: Severity, title: str, explanation: str) -> Code:
    """Enter a code."""
    ALL[name] = Code(name, severity, title, explanation)
    return ALL[name]
