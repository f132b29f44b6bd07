"""Pictures: whether a file is what its name says it is, and whether the engine draws all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from brochures.design.literal_colours import Literal, literals
from brochures.findings import Finding, Place, codes
from brochures.resolve.photographs import Trouble, trouble_with

_DRAWING = (b"<svg", b"<?xml", b"<!--")
"""How an SVG file may begin."""


def faults(path: Path, name: str, shown: str, place: Place) -> Iterator[Finding]:
    """Yield what is wrong with the picture at ``path``: ``name`` at ``place`` in ``images.yaml``, ``shown`` in the project."""
    trouble = _trouble(path)
    if trouble:
        code = codes.COLOURS_UNTOLD if trouble.colour else codes.BAD_IMAGE
        yield code.at(place, f"'{name}' {trouble.what}", trouble.mend)
        return
    for line, column, what in _passed_over(path):
        yield codes.LEFT_OUT.at(
            Place(shown, line, column),
            f"the engine leaves {what} out of '{name}'",
            "flatten it in the drawing program: make shapes of it, or a picture of enough pixels",
        )


def drawn_in(path: Path, shown: str) -> tuple[Literal, ...]:
    """Return the colours that the drawing at ``path``, ``shown`` in the project, names by itself; none of other pictures."""
    if path.suffix.lower() != ".svg" or not path.is_file():
        return ()
    return tuple(literals(path.read_text(encoding="utf-8", errors="replace"), shown))


def _trouble(path: Path) -> Trouble | None:
    """Return what is wrong with the picture file at ``path``, None where it is one."""
    if not path.is_file():
        return Trouble("is not there", _spelled_otherwise(path) or _PUT)
    if path.suffix.lower() != ".svg":
        return trouble_with(path)
    with path.open("rb") as file:
        head = file.read(64).lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(_DRAWING):
        return None
    return Trouble("is not a SVG picture: its first bytes are not those of one", _PUT)


_PUT = "put the right file into content/images/"


def _spelled_otherwise(path: Path) -> str:
    """Return the mend where a file is there whose name differs in capitals only: some systems take the two for one, others do not."""
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    alike = sorted(other.name for other in beside if other.name.lower() == path.name.lower())
    return f"there is '{alike[0]}': write it so, capitals too" if alike else ""


_PASSED_OVER = re.compile(
    r"<(?P<element>filter|foreignObject|script|animate\w*|set)\b|\bfilter\s*[:=]\s*[\"']?\s*(?P<use>url\([^)]*\)|[a-z-]+\()"
)
"""What the engine passes over in an SVG file (WeasyPrint 70: of filters it knows offsets and floods alone)."""


def _passed_over(path: Path) -> Iterator[tuple[int, int, str]]:
    """Yield what the engine would leave out of the drawing at ``path``: line, column (from 1), and what it is. Nothing of other pictures."""
    if path.suffix.lower() != ".svg":
        return
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        for found in _PASSED_OVER.finditer(line):
            what = f"<{found['element']}>" if found["element"] else f"filter {found['use'].rstrip('(')}"
            yield number, found.start() + 1, what
