"""The registry of finding codes: each is entered once, under its permanent name."""

from __future__ import annotations

from brochures.findings import Code, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
ALL: dict[str, Code] = {}

FAMILIES = {
    "LOD": "loading content files",
    "RES": "names, references, formats and pictures",
    "EDT": "words",
    "LAW": "words of law",
    "STY": "styles, as they are written",
    "CMP": "templates",
    "ENG": "the layout engine",
    "OVR": "what does not fit",
    "LAY": "pages as they are laid out",
    "FIT": "copyfit",
    "PRE": "finished files",
    "PRS": "files for the press",
    "HND": "handing over to a print shop",
    "PUB": "publishing",
    "REL": "what only people can supply",
    "WVR": "waivers",
    "RET": "forms that came back",
    "PKT": "packets for partners",
    "TOO": "files and ports that commands were given",
}
"""What the first letters of a code speak of, in the order of the stages."""


def code(
    name: str,
    severity: Severity,
    title: str,
    explanation: str,
    *,
    mend: str = "",
    bad: str = "",
    good: str = "",
    looks_for: str = "",
    source: str = "",
    counted: str = "",
    in_full: bool = False,
) -> Code:
    """Enter a code. Raise ``ValueError`` where its name is taken: a code means one thing."""
    if name in ALL:
        msg = f"the code {name} is entered twice"
        raise ValueError(msg)
    ALL[name] = Code(name, severity, title, explanation, mend, bad, good, looks_for, source, counted, in_full)
    return ALL[name]
