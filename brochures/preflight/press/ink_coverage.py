"""What the plates lay on the sheet: colour that touches the trim reaches the bleed, no page is blank, no place carries too much ink.

The plates are drawn by PDFium from what our own interpreter separates (``separations``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate

from PIL import Image, ImageChops

from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.geometry.box import PixelBox
from brochures.geometry.units import INCH, MM_PER_INCH
from brochures.preflight.press.ink_terms import printed, unprinted
from brochures.preflight.press.subject import Subject
from brochures.separations import ALL, Inseparable, Plates, Unreadable, separations

CELL = 5
"""Pixels to the mm at which the plates are drawn."""

PPI = CELL * MM_PER_INCH

FAINT = 4
"""How much of an ink a pixel holds at least, of 255, to be inked: the lightest tint of the palette is darker."""

RUN = 3 * CELL
"""How many pixels beside each other must lack their bleed, so that the end of a line or of a leaf is no finding: 3 mm."""

SQUARE = 15
"""Of this many mm is the square that ink is averaged over (GWG 2022, R0026): what dries slowly is an area, not a letter."""


@dataclass(frozen=True)
class Edge:
    """One edge of a page: its name, ink just inside of the trim, and ink at the end of the bleed, pixel by pixel."""

    name: str
    inside: tuple[bool, ...]
    outside: tuple[bool, ...]

    @property
    def bare(self) -> int:
        """Return the longest stretch, in px, that has ink inside of the trim and none at the end of the bleed."""
        longest = run = 0
        for inside, outside in zip(self.inside, self.outside, strict=True):
            run = run + 1 if inside and not outside else 0
            longest = max(longest, run)
        return longest


@dataclass(frozen=True)
class Square:
    """The square of a page that holds the most ink: how much in per cent, and its left and top in mm from the end of the bleed."""

    ink: float
    left: int
    top: int


@check(
    codes.PRESS_NO_PLATES,
    codes.PRESS_NO_BLEED,
    codes.PRESS_BLANK,
    codes.PRESS_INK,
    looks_for="colour that stops at the trim, blank pages, more ink than the paper carries, and files that no plates can be made of",
    source="GWG 2022, R0005 and R0026; docs/print.md, Bleed; docs/print.md, Inks and ink limit",
)
def seen(subject: Subject) -> Iterator[Finding]:
    """Yield edges where colour stops at the trim, pages with no ink on them, and places with more ink than the paper carries."""
    try:
        knives = unprinted(subject.things)
        pages = [printed(plates, knives) for plates in separations(subject.made.data, PPI, "bleed")]
    except (Inseparable, Unreadable) as trouble:
        message = f"no plates can be made of this file: {trouble}"
        yield codes.PRESS_NO_PLATES.at(
            Place(), message, "use what the other pieces are drawn with: type, lines, areas, pictures"
        )
        return
    for number, plates in enumerate(pages, 1):
        for finding in _of_page(subject, number, plates):
            yield finding.about(page=number)


def _of_page(subject: Subject, number: int, plates: Plates) -> Iterator[Finding]:
    trim = _trim(subject, number)
    ink = _inked(plates)
    if ink.crop(trim).getbbox() is None:
        yield codes.PRESS_BLANK.at(Place(), "there is no ink on this page", "take it out, or give it its words")
    for words, picture, cut in _cut_out(subject, number, ink, trim):
        for edge in _edges(picture, cut):
            if edge.bare >= RUN:
                yield codes.PRESS_NO_BLEED.at(
                    subject.made.composition.job.place,
                    f"colour stops at the {edge.name} trim{words} over {edge.bare / PPI:.2f} in: it does not reach the end of the bleed",
                    "let the art run over the trim by var(--bleed) on that side",
                )
    limit, most = subject.ink_limit, fullest(plates)
    if most.ink > limit:
        left, top = most.left - round(trim[0] / CELL), most.top - round(trim[1] / CELL)
        yield codes.PRESS_INK.at(
            subject.made.composition.job.place,
            f"{most.ink:.0f} % of ink, on average over the {SQUARE} mm square that begins {left} mm from the left trim and {top} mm from "
            f"the top: the printing condition carries {limit:g} %",
            "lighten the picture or the tokens that lie there over each other",
        )


def fullest(plates: Plates) -> Square:
    """Return the square of a page with the most ink; of a page smaller than the square, the whole page."""
    cells = [plate.reduce(CELL) for name, plate in plates.items() if name != ALL]
    width, height = cells[0].size
    sums = [sum(values) for values in zip(*(cell.tobytes() for cell in cells), strict=True)]
    across, down = min(SQUARE, width), min(SQUARE, height)
    rows = [_windows(sums[start : start + width], across) for start in range(0, width * height, width)]
    columns = [_windows(column, down) for column in zip(*rows, strict=True)]
    value, left, top = max((value, -x, -y) for x, column in enumerate(columns) for y, value in enumerate(column))
    return Square(value / (across * down) / 255 * 100, -left, -top)


def _windows(values: Sequence[int], size: int) -> list[int]:
    """Return the sum of every ``size`` values that stand beside each other."""
    totals = [0, *accumulate(values)]
    return [end - start for start, end in zip(totals, totals[size:], strict=False)]


def _inked(plates: Mapping[str, Image.Image]) -> Image.Image:
    """Return where a page has ink of any kind: 255 or 0."""
    deepest = reduce(ImageChops.lighter, plates.values())
    return deepest.point(lambda value: 255 if value >= FAINT else 0)


def _trim(subject: Subject, number: int) -> PixelBox:
    """Return the trim of a page on its plates."""
    page = subject.file.pages[number - 1]
    trim, bleed = page.trimbox, page.bleedbox
    left, top = float(trim.left - bleed.left), float(bleed.top - trim.top)
    right, bottom = left + float(trim.width), top + float(trim.height)
    scale = PPI / INCH
    return round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)


def _cut_out(
    subject: Subject, number: int, ink: Image.Image, trim: PixelBox
) -> Iterator[tuple[str, Image.Image, PixelBox]]:
    """Yield what is cut out of a page, with its bleed and its trim: the page itself, or every copy on an imposed sheet."""
    parent, scale = subject.made.composition.parent, PPI / INCH
    if parent is None:
        yield "", ink, trim
        return
    bleed, width, height = (round(side * scale) for side in (parent.bleed, parent.card_width, parent.card_height))
    for turn, copy in enumerate(parent.copies(back=number > 1), 1):
        x, y = round((copy.x - parent.left) * scale), round((copy.y - parent.top) * scale)
        picture = ink.crop((x, y, x + width + 2 * bleed, y + height + 2 * bleed))
        yield f" of copy {turn}", picture, (bleed, bleed, bleed + width, bleed + height)


def _edges(ink: Image.Image, trim: PixelBox) -> Iterator[Edge]:
    """Yield the four edges: a row of pixels 2 px inside of the trim, and one 2 px before the end of the bleed."""
    left, top, right, bottom = trim
    rows = {"top": (top + 2, 2), "bottom": (bottom - 3, ink.height - 3)}
    columns = {"left": (left + 2, 2), "right": (right - 3, ink.width - 3)}
    for name, (inside, outside) in rows.items():
        yield Edge(
            name, _pixels(ink, (left, inside, right, inside + 1)), _pixels(ink, (left, outside, right, outside + 1))
        )
    for name, (inside, outside) in columns.items():
        yield Edge(
            name, _pixels(ink, (inside, top, inside + 1, bottom)), _pixels(ink, (outside, top, outside + 1, bottom))
        )


def _pixels(ink: Image.Image, box: PixelBox) -> tuple[bool, ...]:
    return tuple(value > 0 for value in ink.crop(box).tobytes())
