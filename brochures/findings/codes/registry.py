"""The registry of finding codes: each is entered once, under its permanent name."""

from __future__ import annotations

from brochures.findings import Code, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
ALL: dict[str, Code] = {}


def code(name: str, severity: Severity, title: str, explanation: str, *, counted: str = "") -> Code:
    """Enter a code. Raise ``ValueError`` where its name is taken: a code means one thing."""
    if name in ALL:
        msg = f"the code {name} is entered twice"
        raise ValueError(msg)
    ALL[name] = Code(name, severity, title, explanation, counted)
    return ALL[name]
