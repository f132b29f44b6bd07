"""Large print: type that is large enough, upright, and not in capitals, as finished files have it (docs/print.md, Large print)."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.geometry.units import TYPE_ROUNDING
from brochures.layout.checks.subject import Pages, area, shown
from brochures.preflight.finished_file import FinishedFile
from brochures.separations import Painted

LEAST = 18.0
"""The smallest type of what is read, in pt (American Printing House for the Blind; docs/print.md, Large print)."""

SLANTED = ("Italic", "Oblique", "-It")
"""What the names of slanted faces hold."""

RUN = 3
"""So many words in capitals after one another are a run."""

A_WORD = 4
"""How many letters a word has at least that is no abbreviation."""


@check(codes.LARGE_SMALL, looks_for="type in large print below 18 pt", source="docs/print.md, Large print")
def small(opened: FinishedFile) -> Iterator[Finding]:
    """Yield the smallest type of each page that is smaller than large print, but for what runs at its head and foot."""
    for page, things in _by_page(opened):
        sizes = [(thing.lettering.size, thing) for thing in things if thing.lettering is not None]
        if sizes and min(size for size, _ in sizes) < LEAST - TYPE_ROUNDING:
            size, thing = min(sizes, key=lambda pair: pair[0])
            yield codes.LARGE_SMALL.at(
                opened.place_at(thing),
                f"type of {size:.4g} pt is smaller than {LEAST:g} pt",
                "let a token set it that has 18 pt or more in styles/tokens/large.css",
            ).on(area(thing.box), page)


@check(
    codes.LARGE_HARD,
    looks_for="slanted letters and runs of capitals in large print",
    source="docs/print.md, Large print",
)
def hard(opened: FinishedFile) -> Iterator[Finding]:
    """Yield the first slanted letters of each page, and each line with a run of words in capitals."""
    for page, things in _by_page(opened):
        slanted = (one for one in things if one.lettering and any(sign in one.lettering.face.name for sign in SLANTED))
        first = next(slanted, None)
        if first is not None and first.lettering is not None:
            name = first.lettering.face.name.rpartition("+")[2]
            yield codes.LARGE_HARD.at(
                opened.place_at(first),
                f"letters are slanted: '{name}'",
                "set them upright in styles/documents/large.css",
            ).on(area(first.box), page)
    pages = Pages(opened.composition, opened.made.sheets)
    for sheet in opened.made.sheets.pages:
        for line in sheet.lines:
            if _in_capitals(line.text):
                yield codes.LARGE_HARD.at(
                    pages.place_of(line), f"'{shown(line.text)}' is in capitals", "write it in small letters"
                ).on(area(line.box), sheet.number)


def _by_page(opened: FinishedFile) -> Iterator[tuple[int, list[Painted]]]:
    """Yield each page with the letters on it that do not run at its head or foot."""
    for sheet in opened.made.sheets.pages:
        margins = [region.box for region in sheet.regions if region.kind == "margin"]
        yield (
            sheet.number,
            [
                thing
                for thing in opened.lettered.get(sheet.number, ())
                if not any(box.holds_middle(thing.box, 0) for box in margins)
            ],
        )


def _in_capitals(text: str) -> bool:
    run = 0
    for word in text.split():
        letters = [sign for sign in word if sign.isalpha()]
        run = run + 1 if len(letters) >= A_WORD and word.upper() == word else 0
        if run >= RUN:
            return True
    return False
