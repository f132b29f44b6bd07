"""The contact sheet: every piece of the family on shelves, at one scale, so that their papers compare truly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image

from brochures.geometry.box import PixelBox
from brochures.geometry.units import INCH
from brochures.pdf.page_picture import picture
from brochures.proofs.canvas import Board, wrapped
from brochures.proofs.contact_sheet_layout import (
    CAPTION,
    LEAF,
    LEAVES,
    MARGIN,
    ROOM,
    WIDTH,
    Exhibit,
    PieceOnShelf,
    Shelf,
    ShelfKind,
    shelves,
)
from brochures.proofs.proof_style import Look, Pen
from brochures.proofs.subject import measured

HEAD = 152
"""Room for what the sheet is, in px."""

HEADING = 96
"""Room above the first shelf of a kind, in px."""

ABOVE = 8
"""Room above any other shelf, in px."""

BELOW = 46
"""Room below the captions of a shelf, in px."""

TITLE = 23
"""The size of a piece's title, in px; the rest of its caption has that of ``FORM``."""

FORM = 19

FIRST = 38
"""From a shelf down to the first line of its captions, in px."""

LEADING = 27
"""From line to line of a caption, in px."""

RULER = 10
"""How long the ruler is, in inches on paper."""

FINE = 4
"""How much finer a page is drawn than it is shown."""

COLOURS = 64
"""How many colours the finished picture has at most."""

EDGE = Pen("--rule", 1)
RULE = Pen("--ink-soft", 2)

GROUNDS: Mapping[ShelfKind, tuple[str, str]] = {
    ShelfKind.TAKE: ("--ground-sand", "--rule-sand"),
    ShelfKind.PUT_UP: ("--rule-soft", "--stream-one"),
    ShelfKind.CLINICIANS: ("--ground-water", "--rule-soft"),
}
"""The ground of each kind, and the colour of its shelves."""


def exhibit(title: str, form: str, audience: str, data: bytes) -> Exhibit:
    """Return the finished file ``data`` as an exhibit, with the size of each page inside its trim."""
    document = pypdfium2.PdfDocument(data)
    try:
        boxes = [page.get_trimbox() for page in document]
    finally:
        document.close()
    return Exhibit(title, form, audience, data, tuple((box[2] - box[0], box[3] - box[1]) for box in boxes))


def draw_contact_sheet(look: Look, exhibits: Sequence[Exhibit], missing: Sequence[str] = ()) -> Image.Image:
    """Return the contact sheet of ``exhibits``; at its foot stand the names of pieces that are missing because of errors."""
    scale, found = shelves(exhibits)
    rows = [_Row(shelf, tuple(_caption(look, piece) for piece in shelf.pieces)) for shelf in found]
    said = f"Not shown, because of errors: {', '.join(missing)}"
    notice = wrapped(look, said, "bold", TITLE, ROOM) if missing else []
    foot = HEAD + sum(row.height for row in rows)
    board = Board.of(look, WIDTH, foot + (FIRST + LEADING * len(notice) if notice else 0), "--paper")
    _head(board, len(exhibits), scale)
    top = HEAD
    for row in rows:
        _row(board, row, top, scale)
        top += row.height
    for number, line in enumerate(notice):
        board.write(MARGIN, foot + FIRST + LEADING * number, line, "bold", size=TITLE, role="--accent")
    return board.image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


@dataclass(frozen=True)
class _Line:
    """A line of a caption and how it is set."""

    words: str
    face: str
    size: int
    role: str


@dataclass(frozen=True)
class _Row:
    """A shelf with the caption of each of its pieces."""

    shelf: Shelf
    captions: tuple[tuple[_Line, ...], ...]

    @property
    def above(self) -> int:
        """From its top down to the shelf, in px."""
        return self.shelf.height + (HEADING if self.shelf.heading else ABOVE)

    @property
    def height(self) -> int:
        """Its height with the captions, in px."""
        return self.above + FIRST + LEADING * (max(map(len, self.captions)) - 1) + BELOW


def _caption(look: Look, piece: PieceOnShelf) -> tuple[_Line, ...]:
    """Return what stands below a piece: its title, its format and paper, and how much of it is shown."""
    one, width = piece.exhibit, max(piece.width, CAPTION)
    shown, count = len(piece.spots), len(one.pages)
    if shown < count:
        pages = f"first {shown} of {count} pages"
    else:
        pages = {1: "one side", 2: "both sides"}.get(count, f"{count} pages")
    paper = f"{one.form.replace('-', ' ').capitalize()}, {measured(*one.pages[0])}"
    return (
        *(_Line(line, "bold", TITLE, "--ink-strong") for line in wrapped(look, one.title, "bold", TITLE, width)),
        *(_Line(line, "text", FORM, "--ink") for line in wrapped(look, paper, "text", FORM, width)),
        _Line(pages, "text", FORM, "--ink-soft"),
    )


def _head(board: Board, count: int, scale: float) -> None:
    """Write what the sheet is, and draw the ruler that its scale is read from."""
    board.write(MARGIN, 78, "The family in print", "title", size=46, role="--ink-strong")
    pieces = "1 piece" if count == 1 else f"{count} pieces, all at one scale"
    board.write(MARGIN, 116, pieces, size=FORM, role="--ink-soft")
    inch, right, y = INCH * scale, WIDTH - MARGIN, 110
    left = right - round(RULER * inch)
    board.across(left, right, y, RULE, halo=False)
    for number in range(RULER + 1):
        x = min(left + round(number * inch), right - RULE.width)
        board.down(x, y - (14 if number in {0, RULER} else 7), y, RULE, halo=False)
    words = f"{RULER} in"
    board.write(
        right - round(board.look.font("text", FORM).getlength(words)), y - 24, words, size=FORM, role="--ink-soft"
    )


def _row(board: Board, row: _Row, top: int, scale: float) -> None:
    """Draw a shelf with its ground, its pieces and their captions."""
    ground, ledge = GROUNDS[row.shelf.kind]
    board.fill((0, top, WIDTH, top + row.height), ground)
    if row.shelf.heading:
        board.write(MARGIN, top + 56, row.shelf.heading, "title", size=28, role="--ink-strong")
    y = top + row.above
    for piece, caption in zip(row.shelf.pieces, row.captions, strict=True):
        _piece(board, piece, y, scale)
        for number, line in enumerate(caption):
            at = y + FIRST + LEADING * number
            board.write(piece.left, at, line.words, line.face, size=line.size, role=line.role)
    board.fill((MARGIN, y + 1, WIDTH - MARGIN, y + 5), ledge)


def _piece(board: Board, piece: PieceOnShelf, foot: int, scale: float) -> None:
    """Draw the pages of a piece that stands at ``foot``; behind a long one a few leaves show that there are more."""
    left, top, right, bottom = piece.boxes(foot)[-1]
    for step in range(LEAF * LEAVES * piece.exhibit.is_long, 0, -LEAF):
        _paper(board, (left + step, top - step, right + step, bottom - step))
    document = pypdfium2.PdfDocument(piece.exhibit.data)
    try:
        for number, box in enumerate(piece.boxes(foot)):
            _paper(board, box)
            page = picture(document[number], INCH * scale * FINE)
            size = (box[2] - box[0], box[3] - box[1])
            board.image.paste(page.resize(size, Image.Resampling.LANCZOS), box[:2])
            board.outline(box, EDGE, halo=False)
    finally:
        document.close()


def _paper(board: Board, box: PixelBox) -> None:
    """Lay an empty leaf on its shadow."""
    left, top, right, bottom = box
    board.tint((left + 1, top + 3, right + 4, bottom), "--ink", 0.07)
    board.tint((left + 1, top + 2, right + 2, bottom), "--ink", 0.1)
    board.fill(box, "--paper")
    board.outline(box, EDGE, halo=False)
