"""Imposition: where the copies of a card stand on a parent sheet, front and back in register, and where it is cut. Numbers only.

Step and repeat: every copy is the same card. The grid stands in the middle of the sheet, so that a sheet that is turned over has its
cuts in the same places. A booklet or a folded piece is not imposed for a print shop: it gets single pages in reading order
(docs/print.md, Imposition).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from brochures.design.formats import Format
from brochures.design.print_shop import PrintShop
from brochures.findings import BrochureError, codes
from brochures.geometry.units import INCH, ROUNDING
from brochures.load.model.printers import Turn

MARK_REACH = 18.0
"""How long a crop mark is, in pt (docs/print.md, Marks and slug line)."""

MARK_GAP = 3.0
"""How far beyond the bleed a mark begins, in pt (docs/print.md, Marks and slug line)."""

LEAST_GAP = 9.0
"""How far from the trim a mark's gap begins at least, in pt, where the bleed is less (docs/print.md, Marks and slug line)."""


SHEET_SIDES = 2
"""The sides of a sheet, and the pages of a booklet that lie on each of them."""

UNCREPT_PAGES = 16
"""Up to how many pages a booklet is left as it is (docs/print.md, Creep)."""


@dataclass(frozen=True)
class Copy:
    """One copy on one side of the sheet: ``x`` and ``y`` of its trim's top left corner in pt from the sheet's; ``turned`` by 180 degrees."""

    x: float
    y: float
    turned: bool


@dataclass(frozen=True)
class ParentSheet:
    """A sheet with copies of a card of ``card_width`` by ``card_height``, ``gutter`` apart, in its middle; all in pt.

    ``upright`` says that its back is turned up about the upright axis, so that columns are reversed; else rows are, and the backs
    stand upside down.
    """

    width: float
    height: float
    card_width: float
    card_height: float
    columns: int
    rows: int
    gutter: float
    bleed: float
    upright: bool

    @property
    def on_long_edge(self) -> bool:
        """Whether the sheet is turned on its long edge."""
        return self.upright == (self.height >= self.width)

    @property
    def left(self) -> float:
        """From the left edge of the sheet to the first copy's trim."""
        return (self.width - self.columns * self.card_width - (self.columns - 1) * self.gutter) / 2

    @property
    def top(self) -> float:
        """From the top edge of the sheet to the first copy's trim."""
        return (self.height - self.rows * self.card_height - (self.rows - 1) * self.gutter) / 2

    @property
    def right(self) -> float:
        """From the left edge of the sheet to the last copy's far trim."""
        return self.width - self.left

    @property
    def foot(self) -> float:
        """From the top edge of the sheet to the lowest copy's lower trim."""
        return self.height - self.top

    @property
    def upright_cuts(self) -> tuple[float, ...]:
        """Where the knife goes down the sheet, in pt from its left edge: both sides of every gutter."""
        pitch = self.card_width + self.gutter
        return tuple(
            self.left + column * pitch + side for column in range(self.columns) for side in (0.0, self.card_width)
        )

    @property
    def level_cuts(self) -> tuple[float, ...]:
        """Where the knife goes across the sheet, in pt from its top edge."""
        pitch = self.card_height + self.gutter
        return tuple(self.top + row * pitch + side for row in range(self.rows) for side in (0.0, self.card_height))

    def copies(self, *, back: bool) -> tuple[Copy, ...]:
        """Return the copies of one side, row by row of the front: copy n of the back lies behind copy n of the front."""
        places = [(x, y) for y in self.level_cuts[::2] for x in self.upright_cuts[::2]]
        if not back:
            return tuple(Copy(x, y, turned=False) for x, y in places)
        if self.upright:
            return tuple(Copy(self.width - x - self.card_width, y, turned=False) for x, y in places)
        return tuple(Copy(x, self.height - y - self.card_height, turned=True) for x, y in places)


def crept(form: Format, caliper: float) -> Format:
    """Return the sheets ``form`` of a booklet with the content of each moved towards the spine; ``caliper`` is one sheet's thickness in pt.

    A sheet that lies in others is pushed out at the fore-edge by the thickness of each, and cut there; the outermost stays as it is. Up to
    16 pages nobody sees it. Never for a print shop, which does it itself (docs/print.md, Creep).
    """
    if SHEET_SIDES * len(form.sides) <= UNCREPT_PAGES:
        return form
    sides = []
    for number, side in enumerate(form.sides):
        creep = round(number // SHEET_SIDES * caliper, 4)
        left, right = side.panels
        sides.append(replace(side, panels=(replace(left, creep=creep), replace(right, creep=-creep))))
    return replace(form, sides=tuple(sides))


def mark_distance(bleed: float) -> float:
    """Return how far from the trim crop marks begin, in pt: outside of the bleed."""
    return max(bleed, LEAST_GAP) + MARK_GAP


def parent_sheet(form: Format, print_shop: PrintShop) -> ParentSheet | None:
    """Return how ``print_shop`` repeats ``form`` on a sheet, None where it takes single pages: only cards are repeated.

    Raise ``BrochureError`` where not one copy fits with its bleed and the marks around it.
    """
    impose = print_shop.printer.impose
    if impose is None or form.finishing != "card":
        return None
    width, height = impose.size(metric=form.metric)
    gutter, bleed = impose.space(metric=form.metric), print_shop.room(form).bleed
    around = 2 * (mark_distance(bleed) + MARK_REACH)
    columns = int((width - around + gutter + ROUNDING) // (form.width + gutter))
    rows = int((height - around + gutter + ROUNDING) // (form.height + gutter))
    if min(columns, rows) < 1:
        wanted = " x ".join(f"{ceil((side + around) / INCH * 100) / 100:g}" for side in (form.width, form.height))
        message = f"a sheet of {width / INCH:.4g} x {height / INCH:.4g} in holds not one copy of {form.width / INCH:.4g} x {form.height / INCH:.4g} in with its bleed and marks"
        raise BrochureError(
            codes.SMALL_SHEET.at(print_shop.sheet_place, message, f"name a sheet of {wanted} in or larger")
        )
    upright = (impose.turn is Turn.LONG_EDGE) == (height >= width)
    return ParentSheet(width, height, form.width, form.height, columns, rows, gutter, bleed, upright)
