"""What proofs and the contact sheet are drawn by, asked number by number: places, sizes, lines, lists and words, in px."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageFont

from brochures.design.css import Declared
from brochures.design.tokens import Tokens
from brochures.findings import Finding, Place, Severity
from brochures.geometry.box import Box
from brochures.geometry.lengths import inches
from brochures.geometry.pages import MeasuredPage, Region
from brochures.layout.checks.page_plan import Fill
from brochures.layout.checks.safe_area import AT_THE_DESK, SAFE
from brochures.pdf.page_picture import picture
from brochures.project.edition import Edition
from brochures.proofs import FOLDER, Pictured, proofs
from brochures.proofs.canvas import DISC, Board, Frame, _dashes, wrapped
from brochures.proofs.contact_sheet import GROUNDS, _caption, _paper, _Row, draw_contact_sheet, exhibit
from brochures.proofs.contact_sheet_layout import (
    CAPTION,
    GAP,
    MARGIN,
    ROOM,
    Exhibit,
    PageOnShelf,
    PieceOnShelf,
    Shelf,
    ShelfKind,
    _spots,
    shelves,
)
from brochures.proofs.crop import _span
from brochures.proofs.finding_list import INDENT, ListedFinding, _columns, draw_entries, entries, height_of
from brochures.proofs.page import _counted, _grown, _inside, _legend, _rows, named
from brochures.proofs.proof_style import CORNER, FOLD, LEAST, MARKS, ROLES, TRIM, WANTED, Look, Pen, look_of
from brochures.proofs.subject import measured
from tests.miniature import Miniature
from tests.proofs.handmade import paper, pictured

PLAIN = look_of(Tokens(()), {})
BY = "\N{MULTIPLICATION SIGN}"
INCH = 72.0


# ---------------------------------------------------------------- where pieces stand on the contact sheet


def _piece(title: str, *sizes: tuple[float, float], audience: str = "patient") -> Exhibit:
    return Exhibit(title, "a-form", audience, b"", sizes)


LETTER, LYING, CARD = (612.0, 792.0), (792.0, 612.0), (252.0, 144.0)


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        (_piece("a", LETTER, LETTER), ShelfKind.TAKE),
        (_piece("a", LETTER), ShelfKind.PUT_UP),
        (_piece("a", LETTER, audience="clinician"), ShelfKind.CLINICIANS),
        (_piece("a", LETTER, LETTER, audience="clinician"), ShelfKind.CLINICIANS),
    ],
)
def test_a_piece_stands_with_those_for_its_readers(piece: Exhibit, kind: ShelfKind) -> None:
    assert piece.kind is kind


def test_a_piece_of_more_than_four_pages_is_long() -> None:
    assert [_piece("a", *[LETTER] * number).is_long for number in (1, 4, 5)] == [False, False, True]


@pytest.mark.parametrize(
    ("pages", "spots"),
    [
        ([(100, 200)], [(0, 0, 50, 100)]),
        ([(100, 200), (60, 80)], [(0, 0, 50, 100), (58, 0, 30, 40)]),
        ([(200, 100), (200, 100)], [(0, 58, 100, 50), (0, 0, 100, 50)]),
        ([(200, 100), (220, 80), (200, 100)], [(0, 48, 100, 50), (0, 0, 110, 40), (118, 0, 100, 50)]),
        ([(700, 648), (700, 648)], [(0, 332, 350, 324), (0, 0, 350, 324)]),
        ([(700, 648.2), (700, 648.2)], [(0, 0, 350, 324), (358, 0, 350, 324)]),
        ([(100, 100), (100, 100)], [(0, 0, 50, 50), (58, 0, 50, 50)]),
        ([(200, 100), (100, 200)], [(0, 0, 100, 50), (108, 0, 50, 100)]),
    ],
)
def test_pages_stand_side_by_side_and_level_ones_above_each_other(
    pages: list[tuple[float, float]], spots: list[tuple[int, ...]]
) -> None:
    found = _spots(pages, 0.5)
    assert [(one.left, one.above, one.width, one.height) for one in found] == spots


def test_a_piece_is_as_large_as_its_pages_and_the_leaves_behind_it() -> None:
    spots = (PageOnShelf(0, 58, 100, 50), PageOnShelf(0, 0, 110, 50), PageOnShelf(118, 0, 100, 50))
    short, long = (PieceOnShelf(_piece("a", *[LETTER] * number), 64, spots) for number in (3, 5))
    assert (short.width, short.height, long.height) == (218, 108, 118)
    assert short.boxes(500) == [(64, 392, 164, 442), (64, 450, 174, 500), (182, 450, 282, 500)]
    shelf = Shelf("", (short, long))
    assert (shelf.height, shelf.kind) == (118, ShelfKind.TAKE)


def _stand(*pieces: Exhibit) -> tuple[float, list[tuple[str, list[tuple[str, int, int]]]]]:
    scale, found = shelves(pieces)
    rows = [(shelf.heading, [(p.exhibit.title, p.left, len(p.spots)) for p in shelf.pieces]) for shelf in found]
    return scale * INCH, rows


def test_each_kind_begins_a_shelf_with_its_heading_the_largest_paper_first() -> None:
    scale, rows = _stand(
        _piece("sheet", LETTER, audience="clinician"),
        _piece("card", CARD, CARD),
        _piece("leaflet", LYING, LYING),
        _piece("poster", LETTER),
        _piece("b-card", CARD, CARD),
        _piece("booklet", *[LETTER] * 4),
    )
    # At 20 px to the inch the four for patients take 1456 of 1472 px, at 21 they need a second shelf.
    assert scale == pytest.approx(20)
    assert rows == [
        (
            "For patients and families",
            [("booklet", 64, 4), ("leaflet", 812, 2), ("b-card", 1076, 2), ("card", 1320, 2)],
        ),
        ("For everyone, to put up", [("poster", 64, 1)]),
        ("For clinicians", [("sheet", 64, 1)]),
    ]


def test_a_long_piece_stands_last_and_shows_more_pages_where_there_is_room() -> None:
    _, rows = _stand(_piece("long", *[(792.0, 1224.0)] * 9), _piece("card", CARD, CARD))
    page = round(792 * 28 / 72)
    shown = (ROOM - CAPTION - GAP + 8) // (page + 8)
    assert rows == [("For patients and families", [("card", MARGIN, 2), ("long", MARGIN + CAPTION + GAP, shown)])]
    assert 2 < shown < 9
    _, both = _stand(_piece("a", *[LETTER] * 9), _piece("b", *[LETTER] * 5))
    ((_, held),) = both
    counts = [count for *_, count in held]
    assert max(counts) - min(counts) <= 1
    assert sum(counts) == (ROOM - GAP + 2 * 8) // (round(612 * 28 / 72) + 8)
    _, alone = _stand(_piece("short", *[CARD] * 5))
    assert alone == [("For patients and families", [("short", MARGIN, 5)])]


@pytest.mark.parametrize(
    ("inches", "scale"), [(50, 28.0), (54, 1472 / 54), (70, 1472 / 70), (81, 1472 / 81), (100, 14.72)]
)
def test_the_scale_is_the_largest_at_which_the_widest_piece_has_room(inches: int, scale: float) -> None:
    assert _stand(_piece("a", (inches * INCH, 3 * INCH)))[0] == pytest.approx(scale)


def test_the_scale_is_smaller_where_that_saves_a_shelf() -> None:
    # Four sheets of 12 in with their gaps take 1476 px at 28 px to the inch, and 1428 at 27.
    scale, rows = _stand(*(_piece(str(number), (12 * INCH, 20 * INCH)) for number in range(4)))
    assert scale == pytest.approx(27)
    assert rows == [("For everyone, to put up", [(str(number), 64 + number * (324 + 44), 1) for number in range(4)])]
    scale, rows = _stand(*(_piece(str(number), (12 * INCH, 20 * INCH)) for number in range(5)))
    assert scale == pytest.approx(21)
    assert [len(row) for _, row in rows] == [5]


@pytest.mark.parametrize(("inches_", "scale", "rows"), [(39, 18, 1), (42, 28, 2)])
def test_the_scale_is_eighteen_px_to_the_inch_at_least(inches_: int, scale: int, rows: int) -> None:
    # Two sheets of 39 in take 1448 of 1472 px at 18 px to the inch; two of 42 in would take all of them at 17.
    found, shelved = _stand(*(_piece(str(number), (inches_ * INCH, 50 * INCH)) for number in range(2)))
    assert found == pytest.approx(scale)
    assert len(shelved) == rows


# ---------------------------------------------------------------- what is drawn, pixel by pixel


def test_a_box_in_pt_lies_on_a_board_in_px() -> None:
    assert Frame(10, 20, 1.5).box(Box(1, 2, 3.4, 5)) == (12, 23, 15, 28)


def _where(board: Board, role: str, ground: str = "--paper") -> list[tuple[int, int]]:
    """Return the pixels of the colour of a role, x and y."""
    colour = board.look[role]
    assert colour != board.look[ground]
    size = board.image.size
    return [(x, y) for y in range(size[1]) for x in range(size[0]) if board.image.getpixel((x, y)) == colour]


def _board(width: int = 20, height: int = 10) -> Board:
    return Board.of(PLAIN, width, height)


def _rectangle(left: int, top: int, right: int, bottom: int) -> list[tuple[int, int]]:
    return [(x, y) for y in range(top, bottom) for x in range(left, right)]


def test_a_box_is_filled_to_its_last_pixel_and_an_empty_one_is_not() -> None:
    for box, filled in (
        ((2, 3, 5, 4), _rectangle(2, 3, 5, 4)),
        ((2, 3, 2, 9), []),
        ((2, 3, 9, 3), []),
        ((5, 3, 2, 4), []),
    ):
        board = _board()
        board.fill(box, "--accent")
        assert _where(board, "--accent") == filled


@pytest.mark.parametrize("box", [(-5, 2, 3, 4), (18, 2, 30, 4), (2, -4, 4, 2), (2, 8, 4, 30)])
def test_a_veil_ends_at_the_board(box: tuple[int, int, int, int]) -> None:
    board = _board()
    board.tint(box, "--accent", 1.0)
    left, top, right, bottom = box
    assert _where(board, "--accent") == _rectangle(max(left, 0), max(top, 0), min(right, 20), min(bottom, 10))
    half = _board()
    half.tint((0, 0, 2, 2), "--ink", 0.4)
    assert half.image.getpixel((1, 1)) == (153, 153, 153)
    for outside in ((-9, 0, 0, 5), (20, 0, 25, 5), (0, -5, 5, 0), (0, 10, 5, 15)):
        half.tint(outside, "--ink", 1.0)
    assert _where(half, "--ink") == []


PEN = Pen("--accent", 2)


def test_lines_are_drawn_from_their_start_inward() -> None:
    board = _board()
    board.across(3, 8, 4, PEN, halo=False)
    assert _where(board, "--accent") == _rectangle(3, 4, 8, 6)
    board = _board()
    board.down(3, 2, 7, PEN, halo=False)
    assert _where(board, "--accent") == _rectangle(3, 2, 5, 7)
    board = _board()
    board.outline((2, 1, 12, 9), PEN, halo=False)
    inner = set(_rectangle(4, 3, 10, 7))
    assert _where(board, "--accent") == [spot for spot in _rectangle(2, 1, 12, 9) if spot not in inner]


def test_corners_have_arms_of_their_length() -> None:
    board = Board.of(PLAIN, 30, 24)
    board.corners((2, 2, 28, 22), PEN, 6)
    arms = {*_rectangle(2, 2, 8, 4), *_rectangle(22, 2, 28, 4), *_rectangle(2, 20, 8, 22), *_rectangle(22, 20, 28, 22)}
    arms |= {*_rectangle(2, 2, 4, 8), *_rectangle(26, 2, 28, 8), *_rectangle(2, 16, 4, 22), *_rectangle(26, 16, 28, 22)}
    halos = {(x, y) for x in (4, 25) for y in (2, 3, 20, 21)}
    assert set(_where(board, "--accent")) == arms - halos


def test_a_halo_of_paper_keeps_a_line_visible() -> None:
    board = Board.of(PLAIN, 20, 10, "--ink")
    board.across(3, 8, 4, PEN)
    assert board.image.getpixel((2, 3)) == (140, 140, 140)
    assert board.image.getpixel((8, 6)) == (140, 140, 140)
    assert board.image.getpixel((1, 3)) == board.image.getpixel((9, 6)) == (0, 0, 0)
    assert set(_where(board, "--accent", "--ink")) == set(_rectangle(3, 4, 8, 6))
    board = Board.of(PLAIN, 20, 10, "--ink")
    board.down(3, 2, 7, PEN)
    assert board.image.getpixel((2, 1)) == (140, 140, 140)


@pytest.mark.parametrize(
    ("start", "end", "dashes", "strokes"),
    [
        (2, 9, (), [(2, 9)]),
        (2, 9, (3, 2), [(2, 5), (7, 9)]),
        (0, 5, (3, 2), [(0, 3)]),
        (0, 6, (3, 2), [(0, 3), (5, 6)]),
        (0, 0, (3, 2), []),
    ],
)
def test_a_line_is_broken_into_dashes(
    start: int, end: int, dashes: tuple[int, ...], strokes: list[tuple[int, int]]
) -> None:
    assert list(_dashes(start, end, Pen("--ink", 1, dashes))) == strokes


def test_words_are_written_on_their_baseline_and_around_their_middle() -> None:
    board = Board.of(PLAIN, 120, 40)
    width = round(PLAIN.font("text", 15).getlength("HHH"))
    assert board.write(10, 30, "HHH") == 10 + width
    inked = [(x, y) for x in range(120) for y in range(40) if board.image.getpixel((x, y)) != (255, 255, 255)]
    assert (max(y for _, y in inked), min(x for x, _ in inked)) == (29, min(x for x, _ in inked))
    assert 10 <= min(x for x, _ in inked) <= 13
    centred = Board.of(PLAIN, 120, 40)
    centred.centre(60, 30, "HHH", role="--accent", size=20)
    red = [x for x in range(120) for y in range(40) if centred.image.getpixel((x, y)) != (255, 255, 255)]
    assert abs((min(red) + max(red)) / 2 - 60) <= 1.5


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_the_box_of_a_finding_is_outlined_a_little_way_off_it(severity: str) -> None:
    board = Board.of(PLAIN, 80, 60)
    board.mark((20, 20, 60, 40), severity)
    pen = MARKS[severity]
    room = pen.width + 2
    line = _where(board, pen.role)
    assert (min(line), max(line)) == ((20 - room, min(y for x, y in line if x == 20 - room)), max(line))
    assert (min(y for _, y in line), max(y for _, y in line)) == (20 - room, 39 + room)
    assert max(x for x, _ in line) == 59 + room
    assert (board.image.getpixel((40, 30)) != (255, 255, 255)) is (severity == "error")


def test_a_number_is_reversed_for_an_error_and_in_a_ring_for_what_weighs_less() -> None:
    error, warning = Board.of(PLAIN, 40, 40, "--ink"), Board.of(PLAIN, 40, 40, "--ink")
    error.disc(20, 20, 1, "error")
    warning.disc(20, 20, 1, "warning")
    assert error.image.getpixel((20 - 7, 20)) == PLAIN["--accent"]
    assert warning.image.getpixel((20 - 7, 20)) == PLAIN["--paper"]
    for board in (error, warning):
        level = [x for x in range(40) if board.image.getpixel((x, 20)) != (0, 0, 0)]
        assert (min(level), max(level)) == (20 - DISC - 1, 20 + DISC + 1)
        upright = [y for y in range(40) if board.image.getpixel((20, y)) != (0, 0, 0)]
        assert (min(upright), max(upright)) == (20 - DISC - 1, 20 + DISC + 1)


WITHIN = (0, 0, 300, 200)


@pytest.mark.parametrize(
    ("box", "at"),
    [
        ((100, 50, 200, 150), (81, 61)),
        ((100, 50, 200, 60), (81, 55)),
        ((2, 50, 200, 60), (DISC, 55)),
        ((400, 50, 500, 60), (300 - DISC, 55)),
        ((100, -50, 200, -40), (81, DISC)),
        ((100, 250, 200, 260), (81, 200 - DISC)),
        ((100, 50, 200, 71), (81, 60)),
    ],
)
def test_a_number_stands_left_of_its_first_line_and_inside_of_its_page(
    box: tuple[int, int, int, int], at: tuple[int, int]
) -> None:
    board = Board.of(PLAIN, 300, 200)
    board.number(box, 1, "error", WITHIN)
    assert board._taken == [at]


def test_numbers_stand_below_each_other_and_then_beside() -> None:
    board = Board.of(PLAIN, 300, 200)
    step = 2 * DISC + 1
    for number in range(1, 9):
        board.number((100, 120, 200, 160), number, "error", WITHIN)
    first = 120 + DISC
    assert board._taken[:3] == [(81, first), (81, first + step), (81, first + 2 * step)]
    assert len(set(board._taken)) == 8
    for number, (x, y) in enumerate(board._taken):
        for left, top in board._taken[:number]:
            assert abs(x - left) >= step or abs(y - top) >= step


def test_words_wrap_where_a_line_is_full() -> None:
    font = PLAIN.font("text", 15)
    wide = int(font.getlength("one two")) + 1
    assert wrapped(PLAIN, "one two three", "text", 15, wide) == ["one two", "three"]
    assert wrapped(PLAIN, "  one   two ", "text", 15, wide) == ["one two"]
    exact: Any = font.getlength("one two")
    assert wrapped(PLAIN, "one two three", "text", 15, exact) == ["one two", "three"]
    assert wrapped(PLAIN, "", "text", 15, wide) == [""]
    assert wrapped(PLAIN, "abc", "text", 15, 1) == ["a", "b", "c"]
    broken = wrapped(PLAIN, "one two xxxxxxxxxxxx three", "text", 15, wide)
    assert (broken[0], "".join(broken[1:]).replace(" ", "")) == ("one two", "xxxxxxxxxxxxthree")


# ---------------------------------------------------------------- crops, lists and legends


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (300, 400, (255, 445)),
        (0, 400, (-45, 445)),
        (-500, 400, (-216, 445)),
        (300, 2000, (255, 792 + 216)),
        (1500, 2000, (747, 1008)),
        (-900, -800, (-216, 45)),
    ],
)
def test_a_crop_shows_what_lies_around_a_finding_and_some_of_the_page(
    start: float, end: float, span: tuple[float, float]
) -> None:
    assert _span(start, end, 792) == pytest.approx(span)


def test_a_crop_has_a_least_size() -> None:
    low, high = _span(100, 101, 792)
    assert high - low == pytest.approx(91)
    small = _span(-1, 1, 20)
    least = 201 * 72 / 220
    assert small[1] - small[0] == pytest.approx(max(least, 92))
    for start, end, length in ((2000, 2001, 10), (-900, -899, 10)):
        low, high = _span(start, end, length)
        assert high - low >= least - 1e-9


@pytest.fixture(scope="module")
def folded(tmp_path_factory: pytest.TempPathFactory) -> Pictured:
    return pictured(Miniature.copied_to(tmp_path_factory.mktemp("proofs") / "project"))


def _found(
    severity: str = "error",
    page: int = 1,
    *,
    area: Any = None,
    code: str = "LAY-201",
    line: int = 1,
    said: str = "words",
) -> Finding:
    return Finding(code, Severity(severity), said, "", Place("content/a.yaml", line), page=page, area=area)


def _with(one: Pictured, *findings: Finding, about: tuple[Finding, ...] = (), **waiting: str) -> Pictured:
    return Pictured(replace(one.file, findings=findings), about, waiting)


def test_findings_are_numbered_by_page_weight_and_place(folded: Pictured) -> None:
    low, high = _found(area=(1, 50, 2, 60), said="low"), _found(area=(9, 5, 10, 6), said="high")
    left, weak = _found(area=(1, 5, 2, 6), said="left"), _found("warning", area=(0, 0, 1, 1), said="weak")
    note, later = _found("note", said="note"), _found(page=2, said="later")
    b, a = _found(code="LAY-301", said="b"), _found(code="LAY-201", said="a")
    away = _found(page=3, said="away")
    one = _with(folded, later, note, weak, low, high, left, b, a, away)
    assert [(number, finding.message) for number, finding in one.numbered] == list(
        enumerate(["a", "b", "left", "high", "low", "weak", "note", "later"], 1)
    )
    assert [finding.message for finding in one.loose] == ["away"]


def test_what_lies_on_no_page_is_listed_once_the_worst_first(folded: Pictured) -> None:
    loose = [_found("note", 0, said="n"), _found("error", 0, line=2, said="e2"), _found("error", 0, line=1, said="e1")]
    about = (_found("warning", 0, code="REL-102", said="w"), loose[0])
    assert [one.message for one in _with(folded, *loose, about=about).loose] == ["e1", "e2", "w", "n"]


def test_a_page_has_the_folds_and_the_name_of_its_side(folded: Pictured) -> None:
    assert [folded.side(page) for page in (1, 2)] == ["outside", "inside"]
    assert folded.folds(1) == tuple(panel.x for panel in folded.file.composition.format.sides[0].panels[1:])
    flowing = replace(folded, file=replace(folded.file, sheets=replace(folded.file.sheets, pages=folded.file.sheets.pages[:1])))  # fmt: skip
    assert (flowing.side(1), flowing.folds(1)) == ("", ())
    assert folded.reach is AT_THE_DESK
    screen = replace(folded.file, composition=replace(folded.file.composition, edition=Edition.SCREEN))
    assert replace(folded, file=screen).reach is SAFE


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((612, 792), f"8.5 {BY} 11 in"), ((252, 144), f"3.5 {BY} 2 in"), ((595.28, 841.89), f"210 {BY} 297 mm"), ((612, 841.89), f"216 {BY} 297 mm"),
        ((4.5, 4.5), f"0.0625 {BY} 0.0625 in"), ((72.04, 72), f"1.0006 {BY} 1 in"), ((612, 791), f"216 {BY} 279 mm"), ((72.05, 72), f"25 {BY} 25 mm"),
    ],
)  # fmt: skip
def test_papers_are_measured_as_their_trade_does(size: tuple[float, float], said: str) -> None:
    assert measured(*size) == said


def test_a_page_is_seen_inside_of_its_trim_and_moved_home() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(60, 40))
    page.obj.Contents = pdf.make_stream(b"20 10 4 4 re f")
    page.obj.TrimBox = [10, 5, 50, 35]
    written = io.BytesIO()
    pdf.save(written)
    document = pypdfium2.PdfDocument(written.getvalue())
    dark: dict[tuple[float, ...], list[tuple[int, int]]] = {}
    for moved in ((), (3.0, 2.0)):
        image = picture(document[0], 72, *moved)
        assert image.size == (40, 30)
        dark[moved] = [(x, y) for x in range(40) for y in range(30) if image.convert("L").getpixel((x, y)) < 128]  # type: ignore[operator]
    document.close()
    assert dark[()] == _columns_of(10, 21, 14, 25)
    assert dark[3.0, 2.0] == _columns_of(7, 23, 11, 27)


def _columns_of(left: int, top: int, right: int, bottom: int) -> list[tuple[int, int]]:
    return [(x, y) for x in range(left, right) for y in range(top, bottom)]


def test_what_was_found_is_counted_by_weight() -> None:
    found = [_found(), _found("note"), _found("note"), _found("warning")]
    assert _counted(found) == "1 error, 1 warning, 2 notes"
    assert _counted([_found(), _found()]) == "2 errors"
    assert _counted([]) == "nothing found on this page"


def test_of_a_page_its_panels_are_drawn_or_the_area_of_its_words() -> None:
    panel, area, margin = (Region(kind, kind, 1, Box(0, 0, 1, 1), "") for kind in ("panel", "page", "margin"))
    assert named(MeasuredPage(1, 9, 9, (panel, area, margin))) == [panel]
    assert named(MeasuredPage(1, 9, 9, (area, margin))) == [area]
    assert named(MeasuredPage(1, 9, 9)) == []


def test_a_box_is_cut_and_grown() -> None:
    assert _inside((0, 1, 50, 60), (5, -5, 40, 70)) == (5, 1, 40, 60)
    assert _grown((10, 20, 30, 40), 4) == (6, 16, 34, 44)


def test_the_legend_names_the_lines_that_are_on_the_page(folded: Pictured) -> None:
    first, second = folded.file.sheets.pages
    boxed = [_found("note", area=(0, 0, 1, 1)), _found("error", area=(0, 0, 1, 1)), _found("warning")]
    assert _legend(folded, first, boxed) == [
        (TRIM, "trim"),
        (WANTED, f"safe area, wanted: {inches(AT_THE_DESK.wanted)} in"),
        (LEAST, f"safe area, needed: {inches(AT_THE_DESK.least)} in"),
        (FOLD, "fold, from the left edge"),
        (CORNER, "panel"),
        (MARKS["error"], "error"),
        (MARKS["note"], "note"),
    ]
    assert [words for _, words in _legend(folded, second, [])][3:] == ["fold, from the left edge"]
    flow = replace(folded.file.composition.format, sides=())
    job = replace(folded.file.composition.job, format=flow)
    flowing = replace(
        folded, file=replace(folded.file, composition=replace(folded.file.composition, job=job, format=flow))
    )
    assert [words for _, words in _legend(flowing, first, [])][3:] == ["text area"]


def test_the_legend_goes_on_in_a_new_row_where_a_line_is_full() -> None:
    font = PLAIN.font("text", 14)
    one = 36 + 10 + round(font.getlength("trim"))
    items = [(TRIM, "trim"), (LEAST, "trim"), (WANTED, "trim")]
    assert _rows(PLAIN, items, 2 * one + 24) == [[(0, TRIM, "trim"), (one + 24, LEAST, "trim")], [(0, WANTED, "trim")]]
    assert len(_rows(PLAIN, items, 2 * one + 23)) == 3
    assert _rows(PLAIN, items, 1) == [[(0, pen, "trim")] for pen, _ in items]
    assert _rows(PLAIN, [], 1) == [[]]


def _entry(lines: int) -> ListedFinding:
    return ListedFinding(1, "error", "LAY-201", ("words",) * lines, "")


@pytest.mark.parametrize(
    ("lines", "left", "right"),
    [((1, 1), 1, 1), ((5, 1, 1), 1, 2), ((1, 1, 5), 2, 1), ((1, 1, 1), 1, 2), ((2, 2, 2, 2), 2, 2)],
)
def test_two_columns_are_as_even_as_can_be(lines: Sequence[int], left: int, right: int) -> None:
    listed = [_entry(number) for number in lines]
    assert [len(column) for column in _columns(listed, two=True)] == [left, right]
    assert _columns(listed, two=False) == (tuple(listed),)
    assert _columns([], two=False) == ()


def test_an_entry_is_as_high_as_its_lines() -> None:
    step = _entry(2).height - _entry(1).height
    assert _entry(0).height == step + 14


@pytest.mark.parametrize(("width", "number", "columns"), [(1088, 2, 2), (1087, 2, 1), (1088, 1, 1)])
def test_a_list_has_two_columns_where_the_page_is_wide(folded: Pictured, width: int, number: int, columns: int) -> None:
    found = [_found(said=str(one)) for one in range(number)]
    listed = entries(PLAIN, _with(folded, *found), 1, width)
    assert len(listed.columns) == columns
    assert listed.width == ((width - 40) // 2 if columns == 2 else min(width, 640 + INDENT))
    assert height_of(listed) == max(sum(entry.height for entry in column) for column in listed.columns)


def test_under_the_first_page_stands_what_lies_on_no_page_and_what_is_counted(folded: Pictured) -> None:
    about = (
        _found("warning", 0, code="REL-102", line=1), _found("warning", 0, code="REL-102", line=2), _found("warning", 0, code="REL-101"),
        _found("error", 0, code="REL-101", said="refused"), _found("note", 0, code="EDT-505", said="loose"),
    )  # fmt: skip
    one = _with(
        folded,
        _found(said="here"),
        _found(page=2, said="there"),
        about=about,
        **{"REL-102": "reviews", "REL-101": "facts"},
    )
    first, second = (entries(PLAIN, one, page, 600) for page in (1, 2))
    told = [(e.number, e.severity, e.code, e.lines, e.place) for column in first.columns for e in column]
    assert told == [
        (1, "error", "LAY-201", ("here",), "content/a.yaml:1"),
        (0, "error", "REL-101", ("refused",), "content/a.yaml:1"),
        (0, "note", "EDT-505", ("loose",), "content/a.yaml:1"),
        (0, "warning", "REL-101", ("1 facts",), ""),
        (0, "warning", "REL-102", ("2 reviews",), ""),
    ]
    assert [entry.lines for column in second.columns for entry in column] == [("there",)]
    empty = entries(PLAIN, _with(folded), 2, 600)
    assert (empty.columns, height_of(empty)) == ((), 0)


def test_a_place_that_is_too_long_for_its_line_is_left_out(folded: Pictured) -> None:
    long = replace(_found(), place=Place("content/" + "x" * 90 + ".yaml", 1))
    (column,) = entries(PLAIN, _with(folded, long), 1, 500).columns
    assert column[0].place == ""


def test_a_list_is_drawn_with_a_disc_or_a_dash_before_each_entry(folded: Pictured) -> None:
    one = _with(folded, _found(said="here"), about=(_found("note", 0, said="loose"),))
    listed = entries(PLAIN, one, 1, 600)
    board = Board.of(PLAIN, 760, 200)
    draw_entries(board, listed, 10)
    (column,) = listed.columns
    disc = [(x, y) for x, y in _where(board, "--accent") if x < 48 + 2 * DISC + 3]
    assert (min(x for x, _ in disc) - 48, max(x for x, _ in disc) - 48) == (2, 2 * DISC)
    rule = [(x, y) for x, y in _where(board, "--rule") if x < 48 + INDENT]
    y = 10 + column[0].height
    assert rule == _rectangle(48 + DISC - 4, y + 10, 48 + DISC + 6, y + 12)


# ---------------------------------------------------------------- captions, looks and files


def _stood(*sizes: tuple[float, float], shown: int = 0, title: str = "A card", width: int = 300) -> PieceOnShelf:
    spots = tuple(PageOnShelf(0, 0, width, 9) for _ in range(shown or len(sizes)))
    return PieceOnShelf(Exhibit(title, "wallet-card", "patient", b"", sizes), 64, spots)


@pytest.mark.parametrize(
    ("piece", "pages"),
    [
        (_stood(CARD), "one side"),
        (_stood(CARD, CARD), "both sides"),
        (_stood(*[CARD] * 4), "4 pages"),
        (_stood(*[CARD] * 9, shown=3), "first 3 of 9 pages"),
    ],
)
def test_a_caption_says_title_paper_and_pages(piece: PieceOnShelf, pages: str) -> None:
    found = [(line.words, line.face, line.size, line.role) for line in _caption(PLAIN, piece)]
    assert found[0] == ("A card", "bold", 23, "--ink-strong")
    assert " ".join(words for words, *_ in found[1:-1]) == f"Wallet card, 3.5 {BY} 2 in"
    assert {line[1:] for line in found[1:-1]} == {("text", 19, "--ink")}
    assert found[-1] == (pages, "text", 19, "--ink-soft")


def test_a_caption_is_as_wide_as_its_piece_and_has_a_least_width() -> None:
    title = "A title of many words that goes on for long"
    wide, narrow, least = (len(_caption(PLAIN, _stood(CARD, title=title, width=width))) for width in (1200, 200, 20))
    assert wide == 3
    assert narrow == least > 3


def test_a_leaf_lies_on_its_shadow() -> None:
    board = Board.of(PLAIN, 30, 30)
    _paper(board, (5, 5, 20, 20))
    shades = {x: board.image.getpixel((x, 15)) for x in (4, 20, 21, 22, 23, 24)}
    assert shades == {
        4: (255, 255, 255), 20: (213, 213, 213), 21: (213, 213, 213), 22: (237, 237, 237), 23: (237, 237, 237), 24: (255, 255, 255),
    }  # fmt: skip
    assert [board.image.getpixel((22, y)) for y in (7, 8, 19, 20)] == [
        (255, 255, 255), (237, 237, 237), (237, 237, 237), (255, 255, 255),
    ]  # fmt: skip
    assert board.image.getpixel((20, 7)) == (229, 229, 229)
    assert board.image.getpixel((5, 5)) == PLAIN["--rule"]


def test_a_row_has_room_for_its_heading_its_pieces_and_the_longest_caption() -> None:
    piece = _stood(CARD)
    short, long = _caption(PLAIN, piece), (*_caption(PLAIN, piece), *_caption(PLAIN, piece))
    plain, headed = (_Row(Shelf(heading, (piece, piece)), (short, long)) for heading in ("", "For clinicians"))
    assert (plain.above, headed.above) == (9 + 8, 9 + 96)
    assert (plain.height, headed.height) == (17 + 38 + 27 * (len(long) - 1) + 46, 105 + 38 + 27 * (len(long) - 1) + 46)


def test_an_exhibit_has_the_size_of_each_page_inside_its_trim() -> None:
    pdf = pikepdf.open(io.BytesIO(paper((300, 200), (100, 50))))
    pdf.pages[0].obj.TrimBox = [10, 20, 290, 170]
    written = io.BytesIO()
    pdf.save(written)
    one = exhibit("A", "form", "patient", written.getvalue())
    assert (one.title, one.form, one.audience, one.pages) == ("A", "form", "patient", ((280, 150), (100, 50)))


def test_a_contact_sheet_is_as_high_as_its_rows_and_names_what_is_missing() -> None:
    one = exhibit("A card", "wallet-card", "patient", paper(CARD, CARD))
    whole, lacking = draw_contact_sheet(PLAIN, [one]), draw_contact_sheet(PLAIN, [one], ["lost"])
    caption = _caption(PLAIN, PieceOnShelf(one, 64, _spots(one.pages, 28 / 72)))
    row = 2 * 56 + 8 + 96 + 38 + 27 * (len(caption) - 1) + 46
    assert whole.size == (1600, 152 + row)
    assert lacking.size == (1600, 152 + row + 38 + 27)
    assert len(whole.getcolors() or ()) <= 128
    ground, ledge = (PLAIN[role] for role in GROUNDS[ShelfKind.TAKE])
    shelf = 152 + 2 * 56 + 8 + 96
    plain = whole.convert("RGB")
    assert [plain.getpixel((5, y)) for y in (152 + 20, shelf + 2)] == [ground] * 2
    assert [plain.getpixel((700, shelf + down)) for down in range(6)] == [ground, *[ledge] * 4, ground]
    assert [plain.getpixel((x, shelf + 2)) for x in (63, 64, 1535, 1536)] == [ground, ledge, ledge, ground]
    accent = [colour for _, colour in lacking.convert("RGB").getcolors(1 << 20) or () if colour[0] - colour[1] > 100]  # type: ignore[index]
    assert accent
    ruled = whole.convert("L")
    long = [x for x in range(1000, 1600) if ruled.getpixel((x, 110)) < 140]  # type: ignore[operator]
    assert (min(long), max(long)) == (1536 - 280, 1535)
    ticks = [x for x in long if ruled.getpixel((x, 105)) < 140]  # type: ignore[operator]
    assert len(ticks) == 2 * 11
    ends = [x for x in long if ruled.getpixel((x, 97)) < 140]  # type: ignore[operator]
    assert sorted({x // 100 for x in ends}) == [12, 15]


def _tokens(**values: str) -> Tokens:
    return Tokens(
        tuple(
            Declared("a", ":root", f"--{name.replace('_', '-')}", value, Place("a")) for name, value in values.items()
        )
    )


def test_a_look_takes_colours_and_faces_from_the_tokens() -> None:
    files = {("Text", 400): Path("t4"), ("Text", 700): Path("t7"), ("Head", 300): Path("h3"), ("Head", 600): Path("h6")}
    tokens = _tokens(text_face="'Text', serif", title_face='"Head"', accent="#0A141e", ink="black")
    look = look_of(tokens, files)
    assert (look.text, look.bold, look.title) == (Path("t4"), Path("t7"), Path("h6"))
    assert (look["--accent"], look["--ink"]) == ((10, 20, 30), ROLES["--ink"])
    plain = look_of(Tokens(()), files)
    assert (plain.text, plain.bold, plain.title) == (Path("t4"), Path("t7"), Path("t7"))
    light = look_of(_tokens(text_face="Head"), {("Head", 400): Path("h4")})
    assert (light.text, light.bold, light.title) == (Path("h4"), Path("h4"), Path("h4"))
    none = look_of(_tokens(text_face="Gone", title_face="Gone"), files)
    assert (none.text, none.bold, none.title) == (None, None, None)
    assert dict(PLAIN.colours) == ROLES
    assert [role for role, parts in ROLES.items() if len(set(parts)) > 1] == ["--accent"]


def test_a_face_that_cannot_be_read_is_replaced(tmp_path: Path) -> None:
    broken = Look(ROLES, tmp_path / "none.ttf", None, None)
    assert isinstance(broken.font("text", 15), (ImageFont.FreeTypeFont, ImageFont.ImageFont))


def test_pictures_are_named_by_page_and_finding_and_say_their_size_on_paper(folded: Pictured) -> None:
    found = list(proofs(PLAIN, folded))
    assert [one.name for one in found] == [
        "fold.desk.page-1.png", "fold.desk.page-2.png", *(f"fold.desk.finding-0{number}-LAY-201.png" for number in (1, 2, 3, 4, 5)),
    ]  # fmt: skip
    assert FOLDER == "proof"
    resolutions = [round(Image.open(io.BytesIO(one.data)).info["dpi"][0]) for one in found]
    assert resolutions == [110, 110, 220, 220, 220, 220, 220]


def test_a_bar_shows_how_full_a_panel_is(folded: Pictured) -> None:
    fill = (
        Fill(1, "flap", 120, 50.0),
        Fill(1, "back", 7, 100.0),
        Fill(1, "front", 141, 104.2),
        Fill(2, "flap", 1, 1.0),
    )
    one = replace(folded, file=replace(folded.file, fill=fill, findings=()))
    board = Image.open(io.BytesIO(next(iter(proofs(PLAIN, one))).data)).convert("RGB")
    scale, y = 110 / 72, 112 + 935 + 42 + 12
    shares = {}
    for name, (start, end) in {"flap": (20, 241), "back": (281, 506.5), "front": (546.5, 772)}.items():
        left, right = 48 + round(start * scale), 48 + round(end * scale)
        colours = [board.getpixel((x, y)) for x in range(left + 1, right - 1)]
        shares[name] = [round(colours.count(PLAIN[role]) / len(colours), 2) for role in ("--stream-three", "--accent")]
    assert shares == {"flap": [0.5, 0], "back": [1, 0], "front": [0, 1]}


def test_only_backs_are_moved_home_and_pages_that_are_not_there_are_left_out(folded: Pictured) -> None:
    pdf = pikepdf.new()
    for _ in range(3):
        page = pdf.add_blank_page(page_size=(60, 40))
        page.obj.Contents = pdf.make_stream(b"20 10 4 4 re f")
    written = io.BytesIO()
    pdf.save(written)
    sheets = replace(folded.file.sheets, pages=tuple(MeasuredPage(number, 60, 40) for number in range(1, 5)))
    one = Pictured(replace(folded.file, data=written.getvalue(), sheets=sheets, moved=(3.0, 2.0), findings=()))
    seen = {}
    for sheet, image in one.drawn(72, [1, 2, 3, 4]):
        grey = image.convert("L")
        dark = [(x, y) for x in range(60) for y in range(40) if grey.getpixel((x, y)) < 128]  # type: ignore[operator]
        seen[sheet.number] = min(dark)
    assert seen == {1: (20, 26), 2: (17, 28), 3: (20, 26)}
