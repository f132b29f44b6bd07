"""Formats: sheet, sides and panels of a folded or bound piece, and what is printed on which of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from brochures.geometry.units import INCH, MM

COVER = frozenset({"front", "back"})
"""The pages of a bound piece that are seen when it is shut."""

ROLLED = 3
"""How many panels a side of a roll fold has."""

SHEET_PAGES = 4
"""How many pages of a bound piece one sheet holds, so how many they must be a multiple of (docs/print.md, Imposition)."""

ISO_SLACK = 0.01
"""How far the sides of a sheet may be from one to the root of two, and it is still an ISO size."""

LETTER, A4 = (8.5 * INCH, 11 * INCH), (210 * MM, 297 * MM)
"""The paper that lies in an office printer, upright, width and height in pt."""


LARGE, FAX = "large", "fax"
"""What the pages of the editions are called whose words flow, whatever the format of the piece is."""


@dataclass(frozen=True)
class Room:
    """What lies around the trim of a sheet for the press, in pt: the bleed, and the margin beyond it for marks (0: no marks)."""

    bleed: float = 0.0
    margin: float = 0.0

    @property
    def whole(self) -> float:
        """From the trim to the edge of the media."""
        return self.bleed + self.margin


@dataclass(frozen=True)
class Panel:
    """A panel: ``x`` is its left edge measured from the left trim edge of its side, in pt; ``order`` its turn in reading."""

    name: str
    x: float
    width: float
    order: int
    creep: float = 0.0
    """How far its content is moved to the right at the desk, in pt, so that it is not cut when sheets lie in each other."""


@dataclass(frozen=True)
class Side:
    """One side of the sheet, with its panels from left to right."""

    name: str
    panels: tuple[Panel, ...]

    @property
    def folds(self) -> tuple[float, ...]:
        """Where the folds lie, in pt from the left trim edge of this side."""
        return tuple(panel.x for panel in self.panels[1:])

    @property
    def begins(self) -> Panel:
        """The panel of this side that is read first."""
        return min(self.panels, key=lambda panel: panel.order)

    @property
    def has_fold_marks(self) -> bool:
        """Whether marks to fold by are printed on this side at the desk: where they lie inside once it is folded."""
        return self.name == "inside" or self.name.endswith("-back")


@dataclass(frozen=True)
class Imposition:
    """How an office sheet holds several copies of a card, edge to edge in its middle: sheet in pt, columns and rows."""

    width: float
    height: float
    columns: int
    rows: int


@dataclass(frozen=True)
class Format:
    """The finished flat sheet in pt, or one page of a bound piece, whose ``sides`` are its pages in reading order.

    ``sides`` is empty for a piece that flows over as many pages as it needs. ``imposition`` is how the office printer's sheet holds it,
    ``metric`` whether its sizes are written in mm.
    """

    name: str
    width: float
    height: float
    sides: tuple[Side, ...]
    imposition: Imposition | None = None
    bound: bool = False
    metric: bool = False

    @property
    def pages(self) -> int:
        """How many pages a finished file has: one a side, 0 where the words flow."""
        return len(self.sides)

    @property
    def at_desk(self) -> Format:
        """What the office printer prints: this sheet, or the larger one that holds copies of a card or two pages side by side."""
        sheet = self.imposition
        if sheet is None:
            return self
        if self.bound:
            return replace(
                self, width=sheet.width, height=sheet.height, sides=tuple(self._spreads(sheet)), imposition=None
            )
        sides = []
        for side in self.sides:
            xs = sorted({x for x, _ in self.places(side.name)})
            sides.append(Side(side.name, tuple(replace(side.panels[0], x=x) for x in xs)))
        return Format(self.name, sheet.width, sheet.height, tuple(sides))

    def _spreads(self, sheet: Imposition) -> Iterator[Side]:
        """Yield the sides of the sheets, the outer sheet first, each with the two pages that lie on it (docs/print.md, Imposition)."""
        pages = [side.panels[0] for side in self.sides]
        left = sheet.width / 2 - self.width
        for number in range(len(pages) // SHEET_PAGES):
            low, high = 2 * number, len(pages) - 1 - 2 * number
            for face, pair in (("front", (high, low)), ("back", (low + 1, high - 1))):
                panels = tuple(replace(pages[page], x=left + turn * self.width) for turn, page in enumerate(pair))
                yield Side(f"sheet-{number + 1}-{face}", panels)

    def places(self, side: str) -> tuple[tuple[float, float], ...]:
        """Return where the copies of a card begin on an office sheet, x and y in pt, each back behind its front: mirrored columns."""
        sheet = self.imposition
        if sheet is None or self.bound:
            return ()
        left = (sheet.width - sheet.columns * self.width) / 2
        top = (sheet.height - sheet.rows * self.height) / 2
        columns = range(sheet.columns) if side == self.sides[0].name else reversed(range(sheet.columns))
        xs = [left + column * self.width for column in columns]
        return tuple((x, top + row * self.height) for row in range(sheet.rows) for x in xs)

    def has_band(self, side: Side) -> bool:
        """Whether a band of the motif may run along the foot of ``side``: inside and on a back, of a bound piece on all but its cover."""
        if self.bound:
            return any(panel.name not in COVER for panel in side.panels)
        return side.name in {"inside", "back"}

    def half_of_spread(self, side: Side) -> str:
        """Return which half of two facing pages ``side`` is, ``left`` or ``right``; nothing where it holds both, or none faces it."""
        if not self.bound or len(side.panels) > 1:
            return ""
        return "left" if side.begins.order % 2 else "right"

    def has_folio(self, panel: Panel) -> bool:
        """Whether ``panel`` is numbered: a page of a bound piece, unless it is of its cover."""
        return self.bound and panel.name not in COVER

    @property
    def flips_on_long_edge(self) -> bool:
        """Whether the sheet is turned about its long edge: sides back up about the upright axis, whichever edge that is."""
        return self.height > self.width

    @property
    def finishing(self) -> str:
        """What is done by hand with the sheet from the office printer: ``booklet``, ``folder``, ``card``, ``roll``, ``half``, ``flat``, ``poster``.

        Several sheets are bound to a booklet, one makes a folder; copies of a card are cut apart; one that stands alone is hung up
        when it has one side.
        """
        if self.bound:
            return "booklet" if len(self.sides) > SHEET_PAGES else "folder"
        if self.imposition:
            return "card"
        panels = len(self.sides[-1].panels)
        if panels == 1:
            return "flat" if len(self.sides) > 1 else "poster"
        return "roll" if panels > 2 else "half"  # noqa: PLR2004 folded once

    @property
    def is_office_paper(self) -> bool:
        """Whether the sheet is as large as the paper that lies in every office printer, Letter or A4."""
        sides = sorted((self.width, self.height))
        return any(abs(sides[0] - paper[0]) < 1 and abs(sides[1] - paper[1]) < 1 for paper in (LETTER, A4))

    @property
    def portrait(self) -> Format:
        """An upright page of the office's own paper, without panels, for a sheet of instructions: Letter, or A4 beside ISO sizes."""
        sides = sorted((self.width, self.height))
        paper = A4 if abs(sides[1] / sides[0] - 2**0.5) < ISO_SLACK else LETTER
        return Format(self.name, *paper, ())

    def reflowed(self, name: str) -> Format:
        """Return upright pages of the office's own paper called ``name``, over which the words flow: A4 beside sizes in mm."""
        return Format(name, *(A4 if self.metric else LETTER), (), metric=self.metric)

    def tucked(self, tuck: float) -> Format:
        """Return this format with the panel that folds in narrower than its neighbours by ``tuck`` pt at least (docs/print.md, Folds).

        The others take what it gives: wide = (sheet + tuck) / 3. Formats that do not roll stay as they are.
        """
        widths = sorted({panel.width for side in self.sides for panel in side.panels})
        if any(len(side.panels) != ROLLED for side in self.sides) or len(widths) != 2 or widths[1] - widths[0] >= tuck:  # noqa: PLR2004 narrow and wide
            return self
        wide = (self.width + tuck) / ROLLED
        sides = []
        for side in self.sides:
            x, panels = 0.0, []
            for panel in side.panels:
                width = wide - tuck if panel.width == widths[0] else wide
                panels.append(replace(panel, x=round(x, 4), width=round(width, 4)))
                x += width
            sides.append(replace(side, panels=tuple(panels)))
        return replace(self, sides=tuple(sides))

    @property
    def inside_first(self) -> Format:
        """This format with the inside of a folded sheet as its first page; formats without an outside and an inside stay as they are."""
        if [side.name for side in self.sides] != ["outside", "inside"]:
            return self
        return replace(self, sides=self.sides[::-1])

    @property
    def panels(self) -> tuple[Panel, ...]:
        """All panels in reading order."""
        return tuple(sorted((panel for side in self.sides for panel in side.panels), key=lambda panel: panel.order))
