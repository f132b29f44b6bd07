"""The family: every finished piece in ``out/`` together, on its contact sheet."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from brochures.findings import BrochureError, Finding
from brochures.project import atomic as files
from brochures.project import manifest
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.proofs import draw_contact_sheet, exhibit, read_look

CONTACT_SHEET = "contact-sheet.png"
"""Where the contact sheet lies in ``out/`` unless somebody says otherwise."""


def contact_sheet(project: Project, path: Path, good: Collection[str]) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Draw the finished files of the pieces ``good`` and write the picture to ``path``; it names the pieces that are missing.

    Return where it lies, or why it could not be written. Of no piece at all there is no picture.
    """
    pieces = manifest.read(project.manifest)["pieces"]
    exhibits, missing = [], []
    for slug in project.slugs():
        piece = pieces.get(slug) if slug in good else None
        output = _shown(piece["outputs"]) if piece else None
        if piece and output and manifest.whole(project, output):
            data = (project.out / output["path"]).read_bytes()
            exhibits.append(exhibit(piece["title"], piece["format"], piece["audience"], data))
        else:
            missing.append(slug)
    if not exhibits:
        return (), ()
    written = io.BytesIO()
    draw_contact_sheet(read_look(project.styles), exhibits, missing).save(written, "PNG", optimize=True)
    try:
        files.replace(path, written.getvalue())
    except BrochureError as refused:
        return (), refused.findings
    return (path,), ()


def _shown(outputs: Mapping[str, Any]) -> Any:
    """Return the record of the file that is shown: that for the screen, or another of a piece without one."""
    return outputs.get(Edition.SCREEN) or next((one for one in outputs.values() if one["edition"] != Edition.WEB), None)
