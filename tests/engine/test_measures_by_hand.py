"""The small measures of the engine's room, asked without a page: edges, line lengths, declarations, notes, labels."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import lxml.html
import pytest

from brochures.engine import balanced_lines, box_edges, current_box, private_api, typesetter, whole_floats
from brochures.engine.data_attributes import (
    Around,
    Numbers,
    Paragraphs,
    Passages,
    _leading,
    around,
    attribute,
    is_declared,
)
from brochures.engine.missing_glyphs import _places
from brochures.geometry.box import Box
from brochures.geometry.pages import Paragraph
from brochures.geometry.passages import Origin, Stretch


class _Matrix:
    """A matrix that moves and stretches."""

    def __init__(self, dx: float, dy: float, times: float = 1) -> None:
        self.dx, self.dy, self.times = dx, dy, times

    def transform_point(self, x: float, y: float) -> tuple[float, float]:
        return self.dx + self.times * x, self.dy + self.times * y

    @property
    def invert(self) -> _Matrix:
        return _Matrix(-self.dx / self.times, -self.dy / self.times, 1 / self.times)

    def __matmul__(self, other: _Matrix) -> _Matrix:
        return _Matrix(other.dx + other.times * self.dx, other.dy + other.times * self.dy, self.times * other.times)


def test_edges_are_told_in_pt_around_whatever_they_are_turned_by() -> None:
    edges = (4.0, 8.0, 40.0, 80.0)
    assert box_edges.turned(edges) == Box(3, 6, 30, 60)
    assert box_edges.turned(edges, _Matrix(4, 8)) == Box(6, 12, 33, 66)
    assert box_edges.turned(edges, _Matrix(0, 0, -1)) == Box(-30, -60, -3, -6)


def test_edges_in_a_frame_are_told_in_that_frame() -> None:
    edges, frame = (4.0, 8.0, 40.0, 80.0), _Matrix(100, 200, 2)
    assert box_edges.framed(edges, None, None) == box_edges.framed(edges, frame, frame) == Box(3, 6, 30, 60)
    assert box_edges.framed(edges, frame, None) == Box(81, 162, 135, 270)
    assert box_edges.framed(edges, _Matrix(4, 8) @ frame, frame) == Box(6, 12, 33, 66)


def test_the_edges_of_a_box_are_those_of_its_content_or_of_its_border() -> None:
    one: Any = SimpleNamespace(
        content_box_x=lambda: 5, content_box_y=lambda: 7, width=10, height=20,
        border_box_x=lambda: 1, border_box_y=lambda: 2, border_width=lambda: 30, border_height=lambda: 40,
    )  # fmt: skip
    assert box_edges.content_edges(one) == (5, 7, 15, 27)
    assert box_edges.border_edges(one) == (1, 2, 31, 42)


def _ground(alpha: float, *images: object) -> Any:
    return SimpleNamespace(
        color=SimpleNamespace(alpha=alpha), layers=[SimpleNamespace(image=image) for image in images]
    )


def _painted(ground: Any = None, **about: Any) -> Any:
    style = {f"border_{side}_style": about.pop(f"{side}_style", "none") for side in ("top", "right", "bottom", "left")}
    return SimpleNamespace(element="p", background=ground, style=style, **about)


@pytest.mark.parametrize(
    ("box", "paints"),
    [
        (_painted(), False),
        (_painted(_ground(0)), False),
        (_painted(_ground(0.1)), True),
        (_painted(_ground(0, None, "image")), True),
        (_painted(_ground(0, None)), False),
        *(
            (_painted(**{f"border_{side}_width": 1, f"{side}_style": "solid"}), True)
            for side in ("top", "right", "bottom", "left")
        ),
        (_painted(border_top_width=1, top_style="none"), False),
        (_painted(border_top_width=1, top_style="hidden"), False),
        (_painted(border_top_width=0, top_style="solid"), False),
        (SimpleNamespace(element=None, background=_ground(1)), False),
    ],
)
def test_a_box_prints_by_its_ground_or_its_borders(box: Any, *, paints: bool) -> None:
    assert box_edges.paints(box) is paints


@pytest.mark.parametrize(
    ("value", "kept"), [("avoid", True), ("avoid-page", True), ("avoid-column", True), ("auto", False)]
)
def test_a_box_is_kept_together_where_its_style_says_so(value: str, *, kept: bool) -> None:
    assert box_edges.is_kept(SimpleNamespace(style={"break_inside": value})) is kept


@pytest.mark.parametrize(
    ("value", "leading"), [("normal", 12.0), (1.5, 15.0), (2, 20.0), ((1.4, None), 14.0), ((20, "px"), 15.0)]
)
def test_leading_is_told_in_pt(value: Any, leading: float) -> None:
    assert _leading(value, 10.0) == pytest.approx(leading)


def _element(html: str) -> Any:
    return lxml.html.fragment_fromstring(html)


def _of(html: str, tag: str = "") -> Any:
    element = _element(html)
    return SimpleNamespace(element=element, element_tag=tag or element.tag)


@pytest.mark.parametrize(
    ("html", "before", "after"),
    [
        ("<p></p>", Around(block="0-0"), Around(block="0-0")),
        ("<p data-block='0-1'></p>", Around(block="0-0"), Around(block="0-1")),
        ("<p data-role='margin'></p>", Around(block="0-0"), Around(block="0-0", role="margin")),
        ("<p data-role='head'></p>", Around(role="margin"), Around(role="margin")),
        ("<p data-crossover></p>", Around(), Around(crossover=True)),
        ("<p data-logo></p>", Around(), Around(logo=True)),
        ("<p data-bleed></p>", Around(), Around(bleed=True)),
        ("<p data-block='0-1'></p>", Around(crossover=True, logo=True, bleed=True), Around("0-1", "", "", crossover=True, logo=True, bleed=True)),
    ],
)  # fmt: skip
def test_what_html_declares_is_handed_on_to_what_is_inside(html: str, before: Around, after: Around) -> None:
    assert around(_of(html), before) == after


def test_what_a_style_sheet_makes_declares_nothing() -> None:
    made = _of("<p data-block='0-1' class='a' data-generated='page'></p>", "p::after")
    assert around(made, Around()) == Around()
    assert attribute(made, "class") is None
    assert is_declared(made)
    assert not is_declared(_of("<p data-generated='page'></p>"))
    assert not is_declared(_of("<p></p>", "p::after"))
    assert attribute(_of("<p class='a'></p>"), "class") == "a"
    assert attribute(SimpleNamespace(element=None, element_tag=None), "class") is None
    assert around(SimpleNamespace(element=None, element_tag=None), Around(block="x")) == Around(block="x")


def test_elements_and_their_pseudo_elements_have_numbers_of_their_own() -> None:
    numbers = Numbers()
    first, second = _of("<p></p>"), _of("<p></p>")
    before = SimpleNamespace(element=first.element, element_tag="p::before")
    assert [numbers.of(one) for one in (first, second, before, first, before)] == [0, 1, 2, 0, 2]


def test_a_paragraph_is_noted_when_it_is_met_first() -> None:
    paragraphs = Paragraphs()
    box = _of("<p class='a b'></p>")
    box.style = {"line_height": (20, "px"), "font_size": 16}
    place = Around("0-1", "margin", "flap", crossover=True)
    assert paragraphs.number(box, place) == paragraphs.number(box, Around()) == 0
    assert paragraphs.found == {0: Paragraph(0, "p", ("a", "b"), "0-1", 15.0, 12.0, "margin", "flap", crossover=True)}


def test_the_words_of_an_element_come_from_its_passages_in_order_and_again_where_it_is_repeated() -> None:
    passages = Passages()
    box = _of("<p data-passage='0:7:0 4:8:2 9'></p>")
    assert passages.of(box, 4) == (Stretch(0, 7, 0),)
    assert passages.of(box, 5) == (Stretch(0, 8, 2),)
    assert passages.of(box, 2) == (Stretch(0, 7, 0),)
    assert passages.of(box, 4) == (Stretch(0, 7, 2), Stretch(2, 8, 2))
    assert passages.runs[id(box)] == (Stretch(0, 7, 2), Stretch(2, 8, 2))
    assert passages.of(_of("<p></p>"), 4) == ()
    assert passages.of(_of("<p data-passage='0:7:0 4'></p>", "p::before"), 4) == ()
    assert passages.of(SimpleNamespace(element=None, element_tag=None), 4) == ()


def test_a_sign_that_no_font_has_is_told_at_the_letter_that_it_stands_at() -> None:
    told = (Stretch(0, 7, 10), Stretch(3, 8, 0), Stretch(6))
    assert list(_places("ab*c d*", "*", told)) == [Origin(7, 12), Origin(8, 1)]
    assert list(_places("*", "*", told)) == [Origin(7, 10)]
    assert list(_places("abc", "*", told)) == []
    assert list(_places("**", "*", ())) == []


def _broken(text: str) -> balanced_lines._Lines:
    """Return what sets ``text`` in a measure of so many letters."""

    def lines(measure: float, most: int) -> list[int]:
        found: list[int] = []
        length = 0.0
        for word in text.split():
            if found and length + 1 + len(word) <= measure:
                length += 1 + len(word)
                found[-1] += 1
            else:
                length = len(word)
                found.append(1)
        return found[: most + 1]

    return lines


@pytest.mark.parametrize(
    ("text", "width", "narrowest"),
    [
        pytest.param("one line", 20, 20, id="one line stays"),
        pytest.param("aaaa bbbb cccc dddd", 14, 9, id="two lines are evened"),
        pytest.param("aaaa bbbb cccc dddd eeee ffff", 11, 9, id="three lines"),
        pytest.param("a b c d e f g h", 3, 3, id="four lines"),
        pytest.param("a b c d e f g h i", 3, 3, id="five lines are no headline"),
    ],
)
def test_a_headline_is_set_in_the_narrowest_measure_that_takes_no_line_more(
    text: str, width: float, narrowest: float
) -> None:
    lines = _broken(text)
    found = balanced_lines._narrowest(lines, width)
    assert len(lines(found, 9)) == len(lines(width, 9))
    assert narrowest <= found <= narrowest + width / 100


def test_a_measure_is_found_in_seven_halvings() -> None:
    asked: list[float] = []

    def lines(measure: float, most: int) -> list[int]:
        asked.append(measure)
        assert most == (2 if len(asked) > 1 else 4)
        return [1] * (2 if measure >= 100 else 3)

    assert balanced_lines._narrowest(lines, 160) == pytest.approx(160 - 160 * 2 / 3 * 72 / 128, rel=0.01)
    assert len(asked) == 8
    assert asked[1] == pytest.approx((160 / 3 + 160) / 2)


@pytest.mark.parametrize(
    ("text", "width", "words", "found"),
    [
        pytest.param("aaaa bbbb cccc d", 14, 2, 14, id="two words instead of one"),
        pytest.param("aaaa bbbb cccc d", 15, 1, 15, id="enough words at the end"),
        pytest.param("aaaa", 15, 2, 15, id="one line"),
        pytest.param("aaaa bbbb cccc dddd eeee ffff g", 29, 2, 29, id="two words instead of one, of more"),
        pytest.param("aaaa bbbb cccc dddd eeee ffff g", 29, 3, 29, id="as many words as there can be"),
        pytest.param("a bb bbbbbbbbb cccccccccc dd e", 14, 3, 14, id="one word more than the line holds"),
    ],
)
def test_a_paragraph_ends_in_words_enough_where_a_narrower_measure_can_do_it(
    text: str, width: float, words: int, found: float
) -> None:
    lines = _broken(text)
    measure = balanced_lines._ended(lines, width, words)
    assert measure == pytest.approx(found, abs=width / 100), "the widest that does"
    assert measure <= found
    assert len(lines(measure, 9)) == len(lines(width, 9))
    assert lines(measure, 9)[-1] >= lines(width, 9)[-1]


def test_where_a_line_would_be_added_the_measure_stays() -> None:
    assert balanced_lines._ended(lambda measure, _: [5, 1] if measure >= 40 else [3, 2, 2], 40, 2) == 40
    asked: list[tuple[float, int]] = []

    def lines(measure: float, most: int) -> list[int]:
        asked.append((measure, most))
        return [5, 1]

    assert balanced_lines._ended(lines, 40, 2) == 40
    assert min(measure for measure, _ in asked[1:8]) >= 40 * balanced_lines.FULLEST, "seven halvings first"
    assert [most for _, most in asked] == [99, *[2] * (len(asked) - 1)]
    assert asked[9:] == [(36, 2), (32, 2), (28, 2)], "down to six tenths"


def test_what_is_at_work_is_noted_while_it_lasts_and_no_longer() -> None:
    noted: list[Any] = []

    def work(first: int, second: int, *others: int, **named: int) -> tuple[Any, ...]:
        return first, second, others, named, list(noted)

    noting = current_box._noting(work, noted)
    assert noting(1, 2, 3, four=4) == (1, 2, (3,), {"four": 4}, [2])
    assert noted == []
    with pytest.raises(ZeroDivisionError):
        current_box._noting(lambda _, __: 1 / 0, noted)(1, 2)
    assert noted == []


def test_the_innermost_is_what_is_drawn_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current_box, "_boxes", ["outer", "inner"])
    monkeypatch.setattr(current_box, "_sheets", ["a.css", "b.css"])
    assert (current_box.box(), current_box.sheet()) == ("inner", "b.css")
    monkeypatch.setattr(current_box, "_sheets", [None])
    assert current_box.sheet() == ""
    monkeypatch.setattr(current_box, "_boxes", [])
    monkeypatch.setattr(current_box, "_sheets", [])
    assert (current_box.box(), current_box.sheet()) == (None, "")


def test_pages_have_labels_or_else_numbers() -> None:
    assert typesetter._page_labels(["A", "B"]).data == b"<</Nums [0 <</P (A)>> 1 <</P (B)>>]>>"
    assert typesetter._page_labels([]).data == b"<</Nums [0 <</S /D>>]>>"
    assert [typesetter._written(value) for value in (True, False, "/None")] == ["true", "false", "/None"]


@pytest.mark.parametrize(
    ("number", "version"),
    [(15004, "1.50.4"), (14412, "1.44.12"), (20103, "2.1.3"), (20000, "2.0.0"), (9999, "0.99.99")],
)
def test_a_version_is_three_numbers(monkeypatch: pytest.MonkeyPatch, number: int, version: str) -> None:
    monkeypatch.setattr(private_api, "pango", SimpleNamespace(pango_version=lambda: number))
    assert private_api.pango_version() == version


@pytest.mark.parametrize(
    ("replacement", "rendering", "name"),
    [
        (SimpleNamespace(id=12), "auto", "i121"),
        (SimpleNamespace(id=12), "pixelated", "i120"),
        (SimpleNamespace(), "auto", ""),
        (None, "auto", ""),
    ],
)
def test_an_image_has_the_name_that_the_file_keeps_it_under(replacement: Any, rendering: str, name: str) -> None:
    assert (
        private_api.image_resource(SimpleNamespace(replacement=replacement, style={"image_rendering": rendering}))
        == name
    )


class _Floats:
    """An engine that breaks a float that is taller than what is left of the page."""

    def __init__(self, height: float, left: float) -> None:
        self.height, self.left = height, left
        self.page_bottom = 100.0
        self.excluded_shapes: list[Any] = []
        self.asked: list[float] = []

    def layout(self, context: Any, *arguments: Any) -> tuple[Any, Any]:
        space = arguments[4]
        self.asked.append(space)
        shape = SimpleNamespace(height=min(self.height, self.left) if space != float("-inf") else self.height)
        context.excluded_shapes.append(shape)
        return shape, None if shape.height == self.height else {0: None}


@pytest.mark.parametrize(
    ("height", "left", "skip", "made", "asked"),
    [
        pytest.param(50, 60, None, 50, 1, id="it fits"),
        pytest.param(75, 60, None, 75, 2, id="it is moved as a whole"),
        pytest.param(75.1, 60, None, 60, 3, id="taller than three quarters of a page"),
        pytest.param(75, 60, {0: None}, 60, 1, id="the rest of one that was broken"),
    ],
)
def test_a_float_is_moved_whole_unless_it_is_nearly_a_page_high(  # noqa: PLR0917 the case
    monkeypatch: pytest.MonkeyPatch, height: float, left: float, skip: Any, made: float, asked: int
) -> None:
    engine = _Floats(height, left)
    monkeypatch.setattr(whole_floats, "_float_layout", engine.layout)
    shape, _ = whole_floats._whole(engine, "box", "around", [], [], 7.0, skip)
    assert shape.height == made
    assert engine.asked == [7.0, float("-inf"), 7.0][:asked]
    assert engine.excluded_shapes == [shape]


def test_words_are_read_out_of_boxes_in_boxes() -> None:
    assert balanced_lines._text(SimpleNamespace()) == ""


class _Box:
    """A box that the engine would set; only who it is counts here."""


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let a measure be half of the width; return the widths that were asked for."""
    asked: list[float] = []

    def half(containing_block: Any, _line: Any, _lines: Any) -> float:
        asked.append(containing_block.width)
        return float(containing_block.width / 2)

    monkeypatch.setattr(balanced_lines, "_measure", half)
    return asked


def _remembered(line: Any, width: float, floats: tuple[object, ...] = ()) -> float:
    context, block = SimpleNamespace(excluded_shapes=floats), SimpleNamespace(width=width)
    return balanced_lines._remembered(context, block, line, lambda _measure, _most: [])


def test_a_line_that_is_laid_out_again_in_the_same_width_is_measured_once(measured: list[float]) -> None:
    first, second = _Box(), _Box()
    assert [_remembered(first, 100), _remembered(first, 100), _remembered(first, 80), _remembered(first, 100)] == [
        50,
        50,
        40,
        50,
    ]
    assert measured == [100, 80]
    assert _remembered(second, 100) == 50
    assert measured == [100, 80, 100]


def test_beside_a_float_nothing_is_remembered(measured: list[float]) -> None:
    line = _Box()
    assert [_remembered(line, 100, (object(),)) for _ in range(2)] == [50, 50]
    assert [_remembered(line, 100), _remembered(line, 100, (object(),))] == [50, 50]
    assert measured == [100, 100, 100, 100]
