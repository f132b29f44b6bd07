"""Drawings by hand, and what is told of them."""

from __future__ import annotations

from brochures.design.css import font_files
from brochures.design.drawing.parts import Drawing
from brochures.project.paths import ROOT
from brochures.resolve.drawings.faults import faults

FACES = font_files(ROOT / "styles" / "tokens" / "faces.css")
"""The upright faces of this project."""


def drawing(*lines: str, head: str = 'viewBox="0 0 120 80"') -> bytes:
    """Return an SVG drawing with ``lines`` in it: the first is line 2."""
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {head}>', *lines, "</svg>"]).encode()


def read(*lines: str, head: str = 'viewBox="0 0 120 80"') -> Drawing:
    return Drawing.read(drawing(*lines, head=head))


def told(*lines: str, head: str = 'viewBox="0 0 120 80"') -> list[tuple[str, int, int, str]]:
    """Return code, line, column and message of each finding in the drawing of ``lines``."""
    found = faults(read(*lines, head=head), "a.svg", "content/images/a.svg", FACES)
    return [(one.code, one.place.line, one.place.column, one.message) for one in found]


def whats(*lines: str, head: str = 'viewBox="0 0 120 80"') -> list[str]:
    """Return what is told of the drawing of ``lines``, without the words that all messages share."""
    return [_bare(message) for _, _, _, message in told(*lines, head=head)]


def _bare(message: str) -> str:
    for before, behind in (
        ("the engine leaves ", " out of 'a.svg'"),
        ("the engine does not draw ", " in 'a.svg' as it is meant"),
        ("PDF readers show ", " in 'a.svg' in different ways"),
    ):
        if message.startswith(before):
            return message.removeprefix(before).replace(behind, "")
    return message
