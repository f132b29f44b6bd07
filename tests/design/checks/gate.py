"""Style sheets by hand, and what is found in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brochures.design.checks import style_findings
from brochures.design.checks.subject import StyleSheets
from brochures.design.styles import Styles
from brochures.findings import Finding

FACES = "@font-face { font-family: A; src: url(../fonts/a.ttf); }\n"


def sheets(root: Path, files: Mapping[str, str], templates: Mapping[str, str] | None = None) -> StyleSheets:
    """Return the style sheets ``files``, by their names below ``styles/``, as they are read from ``root``."""
    for name, text in {"tokens/faces.css": FACES, **files}.items():
        path = root / "styles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return StyleSheets(Styles.read(root / "styles"), templates or {})


def told(findings: tuple[Finding, ...], *codes: str) -> list[tuple[str, str, str]]:
    """Return place, message and mend of ``findings``, of ``codes`` only where some are named."""
    return [(str(one.place), one.message, one.help) for one in findings if not codes or one.code in codes]


def found(
    root: Path, files: Mapping[str, str], *codes: str, templates: Mapping[str, str] | None = None
) -> list[tuple[str, str, str]]:
    """Return what is found in the style sheets ``files``: place, message and mend."""
    return told(style_findings(sheets(root, files, templates)), *codes)
