"""Pictures: whether a file is what its name says it is, and whether all of a drawing would be printed as it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from brochures.design.drawing.lettering import Faces
from brochures.design.drawing.parts import Drawing
from brochures.design.drawing.source import NotADrawingError
from brochures.design.literal_colours import Literal, literals
from brochures.findings import Finding, Place, codes
from brochures.resolve.drawings.faults import faults as drawing_faults
from brochures.resolve.drawings.lettering import unsaid as words_unsaid
from brochures.resolve.drawings.letters import odd_letters
from brochures.resolve.photographs import Trouble, trouble_with

_PUT = "put the right file into content/images/"


def faults(path: Path, name: str, shown: str, place: Place, faces: Faces) -> Iterator[Finding]:
    """Yield what is wrong with the picture at ``path``: ``name`` at ``place`` in ``images.yaml``, ``shown`` in the project.

    ``faces`` are those that words of a drawing may be set in.
    """
    trouble = _trouble(path)
    if trouble:
        code = codes.COLOURS_UNTOLD if trouble.colour else codes.BAD_IMAGE
        yield code.at(place, f"'{name}' {trouble.what}", trouble.mend)
    elif path.suffix.lower() == ".svg":
        yield from _in_drawing(path.read_bytes(), name, shown, place, faces)


def _in_drawing(data: bytes, name: str, shown: str, place: Place, faces: Faces) -> Iterator[Finding]:
    try:
        drawing = Drawing.read(data)
    except NotADrawingError as wrong:
        at = Place(shown, wrong.line, wrong.column) if wrong.line else place
        mend = "save the drawing anew from the drawing program" if wrong.line else _PUT
        yield codes.BAD_IMAGE.at(at, f"'{name}' is not a SVG picture: {wrong}", mend)
    else:
        yield from drawing_faults(drawing, name, shown, faces)


def unsaid(path: Path, name: str, alternative: str, place: Place, faces: Faces) -> Iterator[Finding]:
    """Yield the words that the drawing at ``path`` shows and its ``alternative`` text at ``place`` does not hold."""
    if path.suffix.lower() == ".svg" and path.is_file():
        with suppress(NotADrawingError):
            drawing = Drawing.read(path.read_bytes())
            if not any(odd_letters(drawing, name, "")):  # what follows from them would be told twice
                yield from words_unsaid(drawing, name, alternative, place, faces)


def drawn_in(path: Path, shown: str) -> tuple[Literal, ...]:
    """Return the colours that the drawing at ``path``, ``shown`` in the project, names by itself; none of other pictures."""
    if path.suffix.lower() != ".svg" or not path.is_file():
        return ()
    return tuple(literals(path.read_text(encoding="utf-8", errors="replace"), shown))


def _trouble(path: Path) -> Trouble | None:
    """Return what is wrong with the picture file at ``path``, None where it is one, or a drawing, which is read whole."""
    if not path.is_file():
        return Trouble("is not there", _spelled_otherwise(path) or _PUT)
    return None if path.suffix.lower() == ".svg" else trouble_with(path)


def _spelled_otherwise(path: Path) -> str:
    """Return the mend where a file is there whose name differs in capitals only: some systems take the two for one, others do not."""
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    alike = sorted(other.name for other in beside if other.name.lower() == path.name.lower())
    return f"there is '{alike[0]}': write it so, capitals too" if alike else ""
