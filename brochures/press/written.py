"""Written: where what the press stage speaks of stands in the shop: a colour that no token names, a picture that was converted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image

from brochures.compose.html import Composition
from brochures.findings import Finding, Place, codes
from brochures.press.image_conversion import Shot
from brochures.press.ink_spaces import Stray
from brochures.project.paths import Shop
from brochures.resolve.job import Picture

_HEX = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")

RASTER = {".png", ".jpg", ".jpeg"}


def strays(found: Iterable[Stray], composition: Composition, shop: Shop) -> Iterator[Finding]:
    """Yield a finding for each colour that no token names, once for each page and object, where it is written if that can be found."""
    for stray in dict.fromkeys(found):
        place = _colour(stray.colour, composition, shop) or Place(f"templates/documents/{composition.document}.html")
        yield codes.NO_INKS.at(
            place,
            f"{stray.where} is drawn in {stray.colour}, which no token names: nobody said in which inks it prints",
            "use a token of styles/tokens/, or give this colour one there with its inks",
        ).about(composition.slug, composition.medium, stray.page)


def pictures(shots: Iterable[Shot], composition: Composition, shop: Shop, condition: str) -> Iterator[Finding]:
    """Yield what became of each picture: a note where its colours were converted for ``condition``, a warning where they could not be."""
    for shot in shots:
        place = _picture(shot, composition, shop)
        size = f"a picture of {shot.width} x {shot.height} px"
        if shot.space == "CMYK":
            finding = codes.FOREIGN_INKS.at(
                place,
                f"{size} is in inks already, of a paper and press that nobody named: it is printed as it is",
                "put the picture in RGB in its place, and it is converted for the condition that is printed",
            )
        else:
            kept = ", and what is transparent in it stays so" if shot.see_through else ""
            finding = codes.CONVERTED.at(
                place,
                f"{size} was in RGB: its colours were converted for {condition}{kept}",
                "look at it in the proof: saturated blues, greens and oranges come out duller in ink",
            )
        yield finding.about(composition.slug, composition.medium, shot.page)


def _colour(colour: str, composition: Composition, shop: Shop) -> Place | None:
    """Return where ``colour``, ``#rrggbb``, is written: in a picture of the piece, a template or a style, in that order."""
    drawn = [shop.root / picture.file for picture in composition.job.things(Picture)]
    for path in (*drawn, *sorted(shop.templates.rglob("*.html")), *sorted(shop.styles.rglob("*.css"))):
        if path.suffix.lower() in RASTER:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            for column, said in _said(line):
                if said == colour:
                    return Place(shop.relative(path), number, column)
    return None


def _said(line: str) -> Iterator[tuple[int, str]]:
    """Yield the colours that ``line`` writes, as ``#rrggbb``, with the column of each (from 1)."""
    for match in _HEX.finditer(line):
        short = match[1].lower()
        yield match.start() + 1, f"#{short if len(short) == 6 else ''.join(digit * 2 for digit in short)}"  # noqa: PLR2004 digits
    for match in _RGB.finditer(line):
        yield match.start() + 1, "#{:02x}{:02x}{:02x}".format(*(min(int(part), 255) for part in match.groups()))


def _picture(shot: Shot, composition: Composition, shop: Shop) -> Place:
    """Return the file of the piece's pictures that has the size of ``shot``, or the piece where none has."""
    for picture in composition.job.things(Picture):
        path = Path(shop.root / picture.file)
        if path.suffix.lower() in RASTER:
            with Image.open(path) as opened:
                if opened.size == (shot.width, shot.height):
                    return Place(picture.file)
    return composition.job.place
