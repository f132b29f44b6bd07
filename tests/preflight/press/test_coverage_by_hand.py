"""Ink on the plates of small pages made by hand: bleed, blank pages and the fullest square, just inside and just outside each limit."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Dictionary, Name
from PIL import Image
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.design.imposition import ParentSheet
from brochures.pdf.file import File
from brochures.preflight.press.ink_coverage import CELL, PPI, RUN, Edge, Square, fullest, seen
from brochures.preflight.press.measurements import Measured, measured
from brochures.separations import ALL
from tests.miniature import Miniature
from tests.preflight.press.handmade import press_piece, told
from tests.press.damage import subject_of
from tests.separations.handmade import Made, typed

MM = 72 / 25.4
PLACE = "content/brochures/fold.yaml"


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return press_piece(Miniature.copied_to(tmp_path_factory.mktemp("coverage") / "project"))


def _about(value: float, off: float = 1e-6) -> Any:
    return pytest.approx(value, abs=off)


def test_the_plates_are_drawn_five_pixels_to_the_mm() -> None:
    assert (CELL, PPI, RUN) == (5, 127, 15)


def _told(
    piece: Composition, *contents: str, size: tuple[float, float] = (200, 100)
) -> list[tuple[str, str, str, str]]:
    made = Made(size, bleed=9)
    made.name("ColorSpace", "Knife", made.spot("Knife"))
    made.name("ExtGState", "M", Dictionary(BM=Name.Multiply))
    for content in contents:
        made.page(content)
    data = made.written()
    return told(seen(subject_of(File(piece, data, len(contents), ()), PdfReader(io.BytesIO(data)))))


FULL = "0 1 0 0 k 0 0 218 118 re f"


def test_colour_that_reaches_the_end_of_the_bleed_is_right(piece: Composition) -> None:
    assert _told(piece, FULL, "0 0 0 1 k 50 50 5 5 re f") == []


@pytest.mark.parametrize(
    ("edge", "rectangle", "length"),
    [
        ("top", "9 20 200 89", "2.78"),
        ("bottom", "9 9 200 89", "2.78"),
        ("left", "9 9 89 100", "1.39"),
        ("right", "20 9 189 100", "1.39"),
    ],
)
def test_colour_that_stops_at_the_trim_is_told_for_each_edge(
    piece: Composition, edge: str, rectangle: str, length: str
) -> None:
    found = _told(piece, FULL, f"0 1 0 0 k {rectangle} re f")
    (mine,) = (one for one in found if f"the {edge} trim" in one[1])
    assert mine == (
        "PRS-210 error 2",
        f"colour stops at the {edge} trim over {length} in: it does not reach the end of the bleed",
        "let the art run over the trim by var(--bleed) on that side",
        mine[3],
    )
    assert mine[3].startswith(PLACE)


@pytest.mark.parametrize(("wide", "bare"), [(2.7, False), (3.3, True)])
def test_three_mm_of_colour_may_stop_at_the_trim(piece: Composition, wide: float, *, bare: bool) -> None:
    found = _told(piece, f"0 1 0 0 k 50 60 {wide * MM} 49 re f")
    assert [code for code, *_ in found] == ["PRS-210 error 1"] * bare


@pytest.mark.parametrize(("inside", "bare"), [(0.6, True), (2.5, False)])
def test_what_ends_inside_of_the_trim_needs_no_bleed(piece: Composition, inside: float, *, bare: bool) -> None:
    assert bool(_told(piece, f"0 1 0 0 k 50 30 60 {109 - inside - 30} re f")) is bare


@pytest.mark.parametrize(
    ("inside", "outside", "bare"),
    [
        ((True,) * 5, (False,) * 5, 5),
        ((True, True, False, True), (False, False, False, False), 2),
        ((True, True, True, True), (False, True, False, False), 2),
        ((True, False), (True, True), 0),
    ],
)
def test_the_longest_stretch_without_bleed_is_counted(
    inside: tuple[bool, ...], outside: tuple[bool, ...], bare: int
) -> None:
    assert Edge("top", inside, outside).bare == bare


def test_a_page_without_ink_is_told(piece: Composition) -> None:
    blank = ("PRS-211 error 2", "there is no ink on this page", "take it out, or give it its words", "")
    assert _told(piece, FULL, "0 0 0 0 k 0 0 218 118 re f") == [blank]
    assert _told(piece, FULL, "0 0 0 1 k 0 0 8 8 re f") == [blank]
    assert _told(piece, FULL, "0 0 0 0.012 k 50 50 9 9 re f") == [blank]
    assert _told(piece, FULL, "0 0 0 0.02 k 50 50 9 9 re f") == []


def test_what_is_for_the_knife_is_no_ink(piece: Composition) -> None:
    made = Made((200, 100), bleed=9)
    made.name("ColorSpace", "Knife", made.spot("Knife"))
    layer = made.pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Cut"))
    made.name("Properties", "Cut", layer)
    made.pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(ON=[layer]))
    made.page("/OC /Cut BDC /Knife cs 1 scn 50 50 9 9 re f EMC")
    data = made.written()
    found = told(seen(subject_of(File(piece, data, 1, ()), PdfReader(io.BytesIO(data)))))
    assert [code for code, *_ in found] == ["PRS-211 error 1"]


@pytest.mark.parametrize(("last", "told_ink"), [(0, ""), (0.02, "302")])
def test_the_paper_carries_so_much_ink_on_a_square_of_15_mm(piece: Composition, last: float, told_ink: str) -> None:
    x, y, side = 9 + 20 * MM, 109 - 5 * MM - 16 * MM, 16 * MM
    found = _told(piece, f"1 1 1 {last} k {x} {y} {side} {side} re f")
    message = (
        f"{told_ink} % of ink, on average over the 15 mm square that begins 21 mm from the left trim and 6 mm from the top: "
        "the printing condition carries 300 %"
    )
    mend = "lighten the picture or the tokens that lie there over each other"
    assert [one[:3] for one in found] == ([("PRS-212 error 1", message, mend)] if told_ink else [])
    assert all(place.startswith(PLACE) for *_, place in found)


def test_a_file_that_no_plates_can_be_made_of_is_told(piece: Composition) -> None:
    ((code, message, mend, place),) = _told(piece, FULL, "/M gs 0 1 0 0 k 50 50 9 9 re f")
    assert (code, mend, place) == (
        "PRS-213 error 0",
        "use what the other pieces are drawn with: type, lines, areas, pictures",
        "",
    )
    assert message.startswith("no plates can be made of this file: page 2")


def _plates(width: int, height: int, **boxes: tuple[int, int, int, int]) -> dict[str, Image.Image]:
    """Return plates of so many mm, each with full ink in one box of mm."""
    found = {}
    for name, (left, top, right, bottom) in boxes.items():
        found[name] = Image.new("L", (width * CELL, height * CELL))
        found[name].paste(255, (left * CELL, top * CELL, right * CELL, bottom * CELL))
    return found


def test_the_fullest_square_is_the_first_of_those_with_the_most_ink() -> None:
    assert fullest(_plates(60, 40, Cyan=(20, 10, 40, 30), Black=(22, 10, 40, 28))) == Square(200, 22, 10)
    assert fullest(_plates(60, 40, Cyan=(45, 25, 60, 40))) == Square(100, 45, 25)
    assert fullest(_plates(60, 40, Cyan=(0, 0, 3, 15))) == Square(_about(20), 0, 0)
    assert fullest(_plates(60, 40, Cyan=(0, 0, 60, 40), **{ALL: (0, 0, 60, 40)})) == Square(100, 0, 0)


def test_of_a_page_smaller_than_the_square_the_whole_is_measured() -> None:
    assert fullest(_plates(10, 8, Cyan=(0, 0, 5, 8))) == Square(_about(50), 0, 0)


PARENT = ParentSheet(300, 200, 100, 50, columns=2, rows=2, gutter=18, bleed=9, upright=True)


CARDS = ((9, 77), (127, 77), (9, 9), (127, 9))
"""The lower left corner of the trim of each copy on the front, row by row."""


@pytest.mark.parametrize("page", [1, 2])
@pytest.mark.parametrize("turn", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("edge", "cut", "length"),
    [
        ("left", (9, 0, 0, 0), "0.69"),
        ("bottom", (0, 9, 0, 0), "1.39"),
        ("right", (0, 0, 9, 0), "0.69"),
        ("top", (0, 0, 0, 9), "1.39"),
    ],
)
def test_on_a_sheet_with_copies_each_copy_has_its_own_bleed(  # noqa: PLR0917 the case
    piece: Composition, page: int, turn: int, edge: str, cut: tuple[int, ...], length: str
) -> None:
    made = Made((218, 118), bleed=9)
    places = [CARDS[number] for number in ((0, 1, 2, 3) if page == 1 else (1, 0, 3, 2))]
    for number in (1, 2):
        parts = []
        for copy, (x, y) in enumerate(places if number == page else CARDS, 1):
            left, low, right, top = cut if (number, copy) == (page, turn) else (0, 0, 0, 0)
            parts.append(f"{x - 9 + left} {y - 9 + low} {118 - left - right} {68 - low - top} re f")
        made.page("0 1 0 0 k " + " ".join(parts))
    data = made.written()
    subject = subject_of(File(replace(piece, parent=PARENT), data, 2, ()), PdfReader(io.BytesIO(data)))
    message = f"colour stops at the {edge} trim of copy {turn} over {length} in: it does not reach the end of the bleed"
    assert [one[:2] for one in told(seen(subject))] == [(f"PRS-210 error {page}", message)]


def test_what_a_page_has_is_measured_inside_of_its_trim() -> None:
    made = Made((200, 100), bleed=9)
    made.name("Font", "F", made.font())
    made.name("XObject", "I", made.image(bytes(30 * 20), (30, 20), Name.DeviceGray))
    made.name("ColorSpace", "Gold", made.spot("Gold"))
    words = f"BT /F 9 Tf 60 60 Td {typed('ink')} Tj ET BT /F 4 Tf 2 2 Td {typed('i')} Tj ET BT /F 7.04 Tf 90 60 Td {typed('i')} Tj ET"
    made.page(f"1 0 0 0 k 9 9 50 100 re f 0 0 0 1 k {words} q 36 0 0 36 150 50 cm /I Do Q")
    made.page("/Gold cs 1 scn 0 0 218 118 re f")
    assert measured(made.written()) == (
        Measured(1, (200, 100), (218, 118), 9.0, ("Cyan", "Black"), _about(100, 60), 40.0, 7.0),
        Measured(2, (200, 100), (218, 118), 9.0, ("Gold",), 100.0, None, None),
    )


def test_the_least_bleed_of_a_page_is_measured() -> None:
    for number, side in enumerate(("left", "bottom", "right", "top")):
        made = Made((200.004, 100), bleed=9)
        made.page("0 0 0 1 k 50 50 9 9 re f")
        bleed: Any = [0.0, 0.0, 218.004, 118.0]
        bleed[number] += 2.52 if side in {"left", "bottom"} else -2.52
        made.pdf.pages[0].bleedbox = bleed
        (found,) = measured(made.written())
        assert (found.trim, found.media, found.bleed) == ((200.0, 100.0), (218.0, 118.0), 6.48)


@pytest.mark.parametrize(("tint", "inked"), [(3 / 255, False), (4 / 255, True)])
def test_a_pixel_holds_ink_from_four_steps_on(piece: Composition, tint: float, *, inked: bool) -> None:
    found = _told(piece, f"0 0 0 {tint:.6f} k 50 50 9 9 re f")
    assert [code for code, *_ in found] == ["PRS-211 error 1"] * (not inked)
