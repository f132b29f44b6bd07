"""What a second reader takes from the pages: words, places, marks, and how much of their ink can be seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Dictionary, Name
from PIL import Image

from brochures.geometry.box import Box
from brochures.preflight.extracted_text import DEEPEST, Run, _goes_on, _joined, _seen, _times, read
from tests.separations.handmade import Made


def _made(bleed: float = 0) -> Made:
    made = Made((200, 100), bleed=bleed)
    about: Any = {
        "Type": Name.Font,
        "Subtype": Name.Type1,
        "BaseFont": Name.Helvetica,
        "Encoding": Name.WinAnsiEncoding,
    }
    made.name("Font", "F", Dictionary({f"/{key}": value for key, value in about.items()}))
    return made


def _words(text: str, x: float, y: float, size: float = 10) -> str:
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET"


def _read(content: str, bleed: float = 0, *, look: bool = True) -> list[Run]:
    made = _made(bleed)
    made.page(content)
    return read(made.written(), look=look)


def test_words_are_read_in_the_order_of_drawing_with_page_and_mark() -> None:
    made = _made()
    made.page(f"/P <</MCID 4>> BDC {_words('Call us', 20, 50)} EMC {_words('Now', 20, 80)}")
    made.page(_words("and then", 20, 50))
    found = [(run.page, run.text, run.shown, run.mark) for run in read(made.written())]
    assert found == [(1, "callus", "Call us", 4), (1, "now", "Now", -1), (2, "andthen", "and then", -1)]


@pytest.mark.parametrize("bleed", [0, 9])
def test_places_are_told_from_the_corner_of_the_trim(bleed: float) -> None:
    run: Any
    (run,) = _read(_words("HH", 20 + bleed, 50 + bleed), bleed)
    assert (run.box.left, run.box.bottom) == (pytest.approx(20.7, abs=0.3), pytest.approx(50, abs=0.2))
    assert (run.box.right, run.box.top) == (pytest.approx(33.7, abs=0.3), pytest.approx(42.8, abs=0.3))
    assert run.seen == 1


def test_words_in_drawings_are_read_where_they_stand() -> None:
    made = _made()
    made.name("XObject", "In", made.form(_words("HH", 10, 10)))
    made.name("XObject", "Out", made.form("q 2 0 0 3 5 7 cm /In Do Q"))
    made.page(f"1 0 0 1 10 20 cm /Out Do {_words('HH', 10, 70)}")
    deep: Any
    plain: Any
    deep, plain = read(made.written())
    assert (deep.text, plain.text) == ("hh", "hh")
    assert (deep.box.left, deep.box.bottom) == (pytest.approx(36.4, abs=0.6), pytest.approx(43, abs=0.4))
    assert deep.box.height == pytest.approx(3 * plain.box.height, abs=0.1)
    assert deep.box.width == pytest.approx(2 * plain.box.width, abs=0.1)


def test_drawings_in_drawings_are_followed_twelve_deep() -> None:
    assert DEEPEST == 12
    for depth, found in ((12, 1), (13, 0)):
        made = _made()
        inner = made.form(_words("H", 10, 10))
        for _ in range(depth - 1):
            outer = made.form("/X Do")
            outer.Resources = Dictionary(XObject=Dictionary(X=inner), Font=made.resources.Font)
            inner = outer
        made.name("XObject", "Top", inner)
        made.page("/Top Do")
        assert len(read(made.written(), look=False)) == found


def test_signs_that_nobody_sees_are_no_words() -> None:
    assert _read(_words(" ", 20, 50)) == []
    assert _read("0 0 0 1 k 0 0 9 9 re f") == []


@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [
        ("", "", 1, 1),
        ("1 g", "", 0, 0.1),
        ("0.9 g", "", 0, 0.1),
        ("0.8 g", "", 0.05, 0.3),
        ("0.6 g", "", 0.5, 1),
        ("", "1 g 0 0 200 100 re f", 0, 0.1),
        ("", "0 g 0 0 200 100 re f", 0, 0.1),
        ("", "1 g 0 0 40 100 re f", 0.3, 0.7),
        ("0 0 200 53 re W n", "", 0.6, 0.8),
        ("0 0 10 10 re W n", "", 0, 0),
        ("0 g 0 0 200 100 re f 1 g", "", 1, 1),
        ("0 g 0 0 200 100 re f 0.1 g", "", 0, 0.1),
    ],
)
def test_how_much_can_be_seen_is_measured(before: str, after: str, low: float, high: float) -> None:
    (run,) = _read(f"q {before} {_words('HHHHHH', 20, 50)} Q {after}")
    assert low <= run.seen <= high
    (taken,) = _read(f"q {before} {_words('HHHHHH', 20, 50)} Q {after}", look=False)
    assert taken.seen == 1


@pytest.mark.parametrize(("x", "y"), [(-100, 50), (210, 50), (20, -40), (20, 120)])
def test_words_beyond_the_page_cannot_be_seen(x: float, y: float) -> None:
    (run,) = _read(_words("HHH", x, y))
    assert run.seen == 0


@pytest.mark.parametrize("bleed", [0, 9])
def test_words_are_looked_for_where_they_stand(bleed: float) -> None:
    hidden, shown = _read(f"{_words('HHH', 20, 20)} 1 g 0 0 200 45 re f 0 g {_words('HHH', 120, 70)}", bleed)
    assert hidden.seen < 0.1
    assert shown.seen == 1


def _pictures(
    ink: tuple[int, int, int, int], seen: tuple[int, int, int, int] | None
) -> tuple[Image.Image, Image.Image]:
    """Return pictures of 100 x 50 pixels with ink in one box and what is seen of it in another."""
    both = Image.new("L", (100, 50)), Image.new("L", (100, 50))
    if seen:
        both[0].paste(255, seen)
    both[1].paste(255, ink)
    return both


@pytest.mark.parametrize(
    ("ink", "seen", "share"),
    [
        ((10, 10, 30, 20), (10, 10, 30, 20), 1.0),
        ((10, 10, 30, 20), (10, 10, 20, 20), 103 / 200),
        ((10, 10, 30, 20), (0, 0, 100, 50), 1.0),
        ((10, 10, 30, 20), None, 3 / 200),
        ((40, 10, 60, 20), (40, 10, 60, 20), 0.0),
        ((10, 10, 11, 12), None, 1.0 * (4 * 5) / 200),
        ((10, 10, 20, 15), (10, 10, 20, 15), (13 * 8) / 200),
        ((10, 10, 27, 17), (10, 10, 27, 17), 1.0),
    ],
)
def test_the_share_that_is_seen_is_that_of_the_ink_in_the_box(
    ink: tuple[int, int, int, int], seen: tuple[int, int, int, int] | None, share: float
) -> None:
    assert _seen(_pictures(ink, seen), (10.4, 10.2, 29.5, 19.9)) == pytest.approx(share)


@pytest.mark.parametrize(
    ("box", "share"),
    [
        ((-20, 10, -1.5, 19), 0.0), ((100, 10, 120, 19), 0.0), ((10, -30, 20, -1.5), 0.0), ((10, 50, 20, 60), 0.0),
        ((-10, 10, 9, 19), 13 * 13 / 200), ((90, 10, 109, 19), 13 * 13 / 200),
        ((10, -10, 29, 9), 23 * 13 / 400), ((10, 40, 29, 59), 23 * 13 / 400),
    ],
)  # fmt: skip
def test_what_lies_beyond_the_page_is_not_seen(box: tuple[float, float, float, float], share: float) -> None:
    whole = (0, 0, 100, 50)
    assert _seen(_pictures(whole, whole), box) == pytest.approx(share)


def _letter(text: str, left: float, *, top: float = 0, mark: int = 1, seen: float = 1.0) -> Run:
    return Run(1, text, text.upper(), Box(left, top, left + 5, top + 8), mark, seen)


def test_letters_that_are_drawn_one_by_one_are_joined_to_words() -> None:
    a, b, c = _letter("a", 0, seen=1), _letter("b", 5, seen=0.4), _letter("c", 10, seen=0.1)
    word = replace(_letter("word", 20), box=Box(20, 0, 40, 8))
    joined, whole, single = _joined(iter([a, b, c, word, _letter("x", 60)]))
    assert (joined.text, joined.shown, joined.box, joined.mark) == ("abc", "ABC", Box(0, 0, 15, 8), 1)
    assert joined.seen == pytest.approx(0.5)
    assert joined.letters == (a, b, c)
    assert (whole, single) == (word, _letter("x", 60))
    assert list(_joined(iter([word, a]))) == [word, a]
    assert list(_joined(iter([a, word]))) == [a, word]
    assert list(_joined(iter([]))) == []


@pytest.mark.parametrize(
    ("letter", "goes_on"),
    [
        (_letter("b", 5), True),
        (_letter("b", 8.9), True),
        (_letter("b", 9), False),
        (_letter("b", 3.1), True),
        (_letter("b", 3), False),
        (_letter("b", 5, top=7.9), True),
        (_letter("b", 5, top=8), False),
        (_letter("b", 5, top=-7.9), True),
        (_letter("b", 5, top=-8), False),
        (_letter("b", 5, mark=2), False),
    ],
)
def test_a_letter_goes_on_where_it_stands_close_behind_on_the_same_line(letter: Run, *, goes_on: bool) -> None:
    assert _goes_on(_letter("a", 0), letter) is goes_on
    high = replace(_letter("b", 10), box=Box(10, 0, 15, 12))
    assert _goes_on(_letter("a", 0), high)


def test_one_matrix_and_then_another() -> None:
    assert _times((1, 2, 3, 4, 5, 6), (7, 8, 9, 10, 11, 12)) == (25, 28, 57, 64, 100, 112)
