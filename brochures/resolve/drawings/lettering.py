"""Words in a drawing: they become outlines where they are in a face of the project, and are refused where they are not."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.design.drawing.lettering import Faces, lettering
from brochures.design.drawing.outlines import refused
from brochures.design.drawing.parts import Drawing
from brochures.findings import Finding, Place, codes

_MEND = (
    "make outlines of the letters in the drawing program (Inkscape: Path > Object to Path; Illustrator: Type > Create Outlines), "
    "and say the words in the alternative text"
)


def live(drawing: Drawing, name: str, shown: str, faces: Faces) -> Iterator[Finding]:
    """Yield one finding for all words of ``drawing`` that cannot be set as they are written, at the first of them."""
    bad = [(text, why) for text in drawing.texts if (why := refused(drawing, text, faces))]
    if bad:
        text, why = bad[0]
        words = f"'{text.words}'" + (f" and {len(bad) - 1} more" if len(bad) > 1 else "")
        message = f"'{name}' has words that are no outlines: {words}; {why}"
        yield codes.LIVE_TEXT.at(Place(shown, *text.place()), message, _MEND)


def unsaid(drawing: Drawing, name: str, alternative: str, place: Place, faces: Faces) -> Iterator[Finding]:
    """Yield the words of ``drawing`` that its ``alternative`` text at ``place`` does not hold: as outlines nothing else says them."""
    said = " ".join(alternative.split()).casefold()
    texts = [text for text in drawing.texts if not refused(drawing, text, faces)]
    words = [run.text.strip() for text in texts for run in lettering(drawing, text, faces)]
    missing = [one for one in words if one and one.casefold() not in said]
    if missing:
        told = ", ".join(f"'{one}'" for one in missing)
        yield codes.UNSAID.at(
            place, f"'{name}' shows words that its alternative text does not hold: {told}", "write them into it"
        )
