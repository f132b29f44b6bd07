"""Press findings: what the press stage found in colours and pictures, told where each is written or put."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brochures.compose.html import Composition
from brochures.findings import Finding, Place, codes
from brochures.geometry.pages import MeasuredPages
from brochures.geometry.passages import NONE
from brochures.pdf.file import File
from brochures.press.image_conversion import Shot
from brochures.press.ink_spaces import Stray


def strays(found: Iterable[Stray], composition: Composition, sheets: MeasuredPages) -> Iterator[Finding]:
    """Yield a finding for each colour that no token names, once for each page, object and place where it is written.

    Those are the styles and templates of the composition, and the drawings on that page. What none of them writes, such as a gradient
    that cannot be set in inks, is told at the document's template.
    """
    for stray in dict.fromkeys(found):
        drawn = {art.picture for sheet in sheets.pages if sheet.number == stray.page for art in sheet.art} - {NONE}
        in_drawings = [one for number in sorted(drawn) for one in composition.pictures[number].literals]
        places = [one.place for one in (*in_drawings, *composition.literals) if one.colour == stray.colour]
        for place in dict.fromkeys(places) or [Place(f"templates/documents/{composition.document}.html")]:
            yield codes.NO_INKS.at(
                place,
                f"{stray.where} is drawn in {stray.colour}, which no token names: nobody said in which inks it prints",
                "use a token of styles/tokens/, or give this colour one there with its inks",
            ).about(composition.slug, composition.medium, stray.page)


def pictures(shots: Iterable[Shot], made: File, condition: str) -> Iterator[Finding]:
    """Yield what became of each picture, once for each place where it is put.

    It is a note where its colours were converted for ``condition``, a warning where they could not be.
    """
    composition = made.composition
    for shot in shots:
        uses = [
            (sheet.number, art.picture)
            for sheet in made.sheets.pages
            for art in sheet.art
            if art.resource == shot.resource and art.picture != NONE
        ]
        for page, number in dict.fromkeys(uses) or [(shot.page, NONE)]:
            yield _told(shot, composition, number, condition).about(composition.slug, composition.medium, page)


def _told(shot: Shot, composition: Composition, number: int, condition: str) -> Finding:
    picture = composition.pictures[number] if number != NONE else None
    place = Place(picture.file) if picture else composition.job.place
    size = f"a picture of {shot.width} x {shot.height} px{f', put at {picture.place},' if picture else ''}"
    if shot.space == "CMYK":
        return codes.FOREIGN_INKS.at(
            place,
            f"{size} is in inks already, of a paper and press that nobody named: it is printed as it is",
            "put the picture in RGB in its place, and it is converted for the condition that is printed",
        )
    kept = ", and what is transparent in it stays so" if shot.see_through else ""
    return codes.CONVERTED.at(
        place,
        f"{size} was in RGB: its colours were converted for {condition}{kept}",
        "look at it in the proof: saturated blues, greens and oranges come out duller in ink",
    )
