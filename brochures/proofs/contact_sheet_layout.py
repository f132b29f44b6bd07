"""Layout of the contact sheet: where each piece of a family stands on the contact sheet, at one scale for all. Arithmetic only, in px."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from brochures.geometry.units import INCH

Size = tuple[float, float]
"""Width and height of a page, in pt."""

WIDTH = 1600
"""How wide a contact sheet is."""

MARGIN = 64
"""What stays free at its left and right."""

ROOM = WIDTH - 2 * MARGIN

SCALES = range(28, 17, -1)
"""How many px an inch may have: as many as the fewest shelves allow, and fewer only for a page that is too wide."""

GAP = 44
"""Between two pieces."""

BESIDE = 8
"""Between two pages of one piece."""

CAPTION = 200
"""The least width of a piece's caption."""

WHOLE = 4
"""A piece of so many pages is shown whole; of a longer one stand its first pages, at least ``FEWEST``."""

FEWEST = 2

TALL = 18 * INCH
"""Level pages hang below each other where two are no taller than this together, in pt."""

LEAF = 5
"""How far the leaves that show behind a long piece stand out at its top right, each behind the other."""

LEAVES = 2


class ShelfKind(StrEnum):
    """What a row of shelves holds, and its heading."""

    TAKE = "For patients and families"
    PUT_UP = "For everyone, to put up"
    CLINICIANS = "For clinicians"


@dataclass(frozen=True)
class Exhibit:
    """A finished piece on show: what it is called, the name of its format, its readers, its file, and the size of each page."""

    title: str
    form: str
    audience: str
    data: bytes
    pages: tuple[Size, ...]

    @property
    def kind(self) -> ShelfKind:
        """In which row it stands: a sheet of one side is put up for everyone."""
        if self.audience == "clinician":
            return ShelfKind.CLINICIANS
        return ShelfKind.PUT_UP if len(self.pages) == 1 else ShelfKind.TAKE

    @property
    def is_long(self) -> bool:
        """Whether only its first pages are shown."""
        return len(self.pages) > WHOLE


@dataclass(frozen=True)
class PageOnShelf:
    """Where a page of a piece lies: from the left of its piece, and its foot above the shelf, with its size. All in px."""

    left: int
    above: int
    width: int
    height: int


@dataclass(frozen=True)
class PieceOnShelf:
    """A piece on its shelf: how far from the left edge of the sheet, in px, and a spot for each page that is shown."""

    exhibit: Exhibit
    left: int
    spots: tuple[PageOnShelf, ...]

    @property
    def width(self) -> int:
        """The width of its pages together, in px."""
        return _width(self.spots)

    @property
    def height(self) -> int:
        """The height of its pages together, with the leaves behind them, in px."""
        return max(spot.above + spot.height for spot in self.spots) + LEAF * LEAVES * self.exhibit.is_long

    def boxes(self, foot: int) -> list[tuple[int, int, int, int]]:
        """Return the box of each page on a shelf at ``foot``: left, top, right, bottom in px of the sheet."""
        return [
            (self.left + one.left, foot - one.above - one.height, self.left + one.left + one.width, foot - one.above)
            for one in self.spots
        ]


@dataclass(frozen=True)
class Shelf:
    """A shelf with its pieces from left to right, all of one kind; ``heading`` says which, on the first shelf of each."""

    heading: str
    pieces: tuple[PieceOnShelf, ...]

    @property
    def kind(self) -> ShelfKind:
        """Which kind its pieces are."""
        return self.pieces[0].exhibit.kind

    @property
    def height(self) -> int:
        """The height of the tallest piece on it, in px."""
        return max(piece.height for piece in self.pieces)


def shelves(exhibits: Sequence[Exhibit]) -> tuple[float, tuple[Shelf, ...]]:
    """Return how many px make a pt, and the shelves from the top: each kind begins a new one, long pieces stand last.

    Where a shelf has room left, its long pieces show more of their pages.
    """
    order = [*ShelfKind]
    turn = sorted(exhibits, key=lambda one: (order.index(one.kind), *_rank(one)))
    widest = max(_width(_spots(one.pages[: _least(one)], 1.0)) for one in turn)
    scales = [min(ppi / INCH, ROOM / widest) for ppi in SCALES]
    rows = {scale: [*_rows(turn, scale)] for scale in scales}
    scale = min(scales, key=lambda scale: (len(rows[scale]), -scale))
    found = []
    for number, row in enumerate(rows[scale]):
        kind = row[0].kind
        heading = kind if number == 0 or rows[scale][number - 1][0].kind is not kind else ""
        found.append(Shelf(heading, _standing(row, scale)))
    return scale, tuple(found)


def _rows(exhibits: Sequence[Exhibit], scale: float) -> Iterator[list[Exhibit]]:
    """Yield what stands on each shelf: as many pieces of one kind as there is room for."""
    row: list[Exhibit] = []
    for one in exhibits:
        longer = [*row, one]
        if row and (row[0].kind is not one.kind or _taken(longer, [*map(_least, longer)], scale) > ROOM):
            yield row
            longer = [one]
        row = longer
    yield row


def _rank(one: Exhibit) -> tuple[bool, float, int, str]:
    """Return the turn of a piece on its shelves: the largest paper first, long pieces last."""
    width, height = one.pages[0]
    return one.is_long, -width * height, -len(one.pages), one.title


def _least(one: Exhibit) -> int:
    return FEWEST if one.is_long else len(one.pages)


def _standing(row: Sequence[Exhibit], scale: float) -> tuple[PieceOnShelf, ...]:
    """Return the pieces of a shelf side by side, with as many pages of the long ones as there is room for."""
    shown = [*map(_least, row)]
    while True:
        growing = [number for number, one in enumerate(row) if one.is_long and shown[number] < len(one.pages)]
        if not growing:
            break
        least = min(growing, key=lambda number: shown[number])
        more = [count + (number == least) for number, count in enumerate(shown)]
        if _taken(row, more, scale) > ROOM:
            break
        shown = more
    pieces, left = [], MARGIN
    for one, count in zip(row, shown, strict=True):
        pieces.append(PieceOnShelf(one, left, _spots(one.pages[:count], scale)))
        left += max(pieces[-1].width, CAPTION) + GAP
    return tuple(pieces)


def _taken(row: Sequence[Exhibit], shown: Sequence[int], scale: float) -> int:
    """Return how wide a shelf is on which each piece shows so many pages."""
    return sum(
        max(_width(_spots(one.pages[:count], scale)), CAPTION) for one, count in zip(row, shown, strict=True)
    ) + GAP * (len(row) - 1)


def _width(spots: Sequence[PageOnShelf]) -> int:
    return max(spot.left + spot.width for spot in spots)


def _spots(pages: Sequence[Size], scale: float) -> tuple[PageOnShelf, ...]:
    """Return where the pages of a piece lie: side by side, level ones in twos, the first above the second."""
    level = all(width > height and 2 * height <= TALL for width, height in pages)
    deep = 2 if level else 1
    sizes = [(round(width * scale), round(height * scale)) for width, height in pages]
    spots, left = [], 0
    for first in range(0, len(sizes), deep):
        column = sizes[first : first + deep]
        for number, (width, height) in enumerate(column):
            below = sum(lower + BESIDE for _, lower in column[number + 1 :])
            spots.append(PageOnShelf(left, below, width, height))
        left += max(width for width, _ in column) + BESIDE
    return tuple(spots)
