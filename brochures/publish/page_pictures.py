"""Page pictures: every page of the files of one piece, drawn with what was found on it, in the piece's folder in ``out/``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from brochures.findings import BrochureError, Finding
from brochures.findings.report import WAITING
from brochures.production import File
from brochures.project import atomic
from brochures.project.edition import FileKind
from brochures.project.paths import Project
from brochures.proofs import FOLDER, Look, Pictured, proofs, read_look


def draw_pages(
    project: Project, slug: str, files: Iterable[File], about: tuple[Finding, ...]
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Draw the ``files`` of the piece ``slug`` in place of older pictures. Return where they lie, and why the rest could not be written.

    ``about`` is what was found in the piece as a whole: it stands beside the piece itself, and not beside its instructions.
    """
    folder, look, paths = project.out / slug / FOLDER, read_look(project.styles), []
    try:
        atomic.remove(folder, f"{slug}.*.png", slug)
        for file in (one for one in files if one.composition.paged):
            paths += _drawn(folder, look, file, about if file.composition.kind is FileKind.PIECE else ())
    except BrochureError as refused:
        return tuple(paths), refused.findings
    return tuple(paths), ()


def _drawn(folder: Path, look: Look, file: File, about: tuple[Finding, ...]) -> list[Path]:
    """Write the pictures of one file; return where they lie."""
    paths = []
    for picture in proofs(look, Pictured(file, about, WAITING)):
        atomic.replace(folder / picture.name, picture.data, file.composition.slug, file.composition.medium)
        paths.append(folder / picture.name)
    return paths
