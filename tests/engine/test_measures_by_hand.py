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
from brochures.engine.line_breaks import Trials
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


def _trials(text: str, asked: list[float] | None = None) -> Trials:
    """Return the trials of ``text`` in measures of so many letters; ``asked`` notes in which."""

    def lay(measure: float, most: int) -> list[tuple[int, float]]:
        if asked is not None:
            asked.append(measure)
        lines: list[str] = []
        for word in text.split():
            if lines and len(f"{lines[-1]} {word}") <= measure:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return [(len(line.split()), float(len(line))) for line in lines][: most + 1]

    return Trials(lay, by_width=False)


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
    trials = _trials(text)
    found = balanced_lines._narrowest(trials, width)
    assert len(trials.at(found, 9).words) == len(trials.at(width, 9).words)
    assert narrowest <= found <= narrowest + width / 100


def test_the_measure_of_a_headline_is_found_in_seven_halvings() -> None:
    asked: list[tuple[float, int]] = []

    def lay(measure: float, most: int) -> list[tuple[int, float]]:
        asked.append((measure, most))
        return [(1, measure)] * (2 if measure >= 100 else 3)

    found = balanced_lines._narrowest(Trials(lay, by_width=False), 160)
    assert found == pytest.approx(160 - 160 * 2 / 3 * 72 / 128, rel=0.01)
    assert asked[:2] == [(160, 4), (pytest.approx((160 / 3 + 160) / 2), 2)]
    assert [most for _, most in asked] == [4, *[2] * 7]


@pytest.mark.parametrize(
    ("text", "width", "words", "ends", "asked"),
    [
        pytest.param("aaaa bbbb cccc d", 14, 2, [2, 2], 2, id="two words instead of one"),
        pytest.param("aaaa bbbb cccc d", 15, 1, [3, 1], 1, id="enough words at the end"),
        pytest.param("aaaa", 15, 2, [1], 1, id="one line"),
        pytest.param("", 15, 2, [], 1, id="no line"),
        pytest.param("aaaa bbbb cccc dddd eeee ffff g", 29, 2, [5, 2], 2, id="two words instead of one, of more"),
        pytest.param("aaaa bbbb cccc dddd eeee ffff g", 29, 3, [5, 2], 2, id="as many words as there can be"),
        pytest.param("aa " * 14 + "bbbb c", 46, 3, [13, 3], 3, id="three words instead of one"),
        pytest.param("aa " * 10 + "bbbb c", 34, 3, [10, 2], 2, id="not narrowed by more than a seventh for a third"),
        pytest.param("a bb bbbbbbbbb cccccccccc dd e", 14, 3, [3, 2, 1], 2, id="not with a line more in the middle"),
        pytest.param("aaaa bbbbbbbbbb c", 15, 2, [1, 2], 2, id="narrowed by a third for a second word"),
        pytest.param("aaaa bbbbbbbbbb cc d", 15, 3, [2, 2], 2, id="not with a line more for a third word"),
        pytest.param("aaaa bbbb cccc dddd eeee", 9, 2, [2, 2, 1], 2, id="not with a line more"),
        pytest.param("aaaaaaaaaaaaaaaaaaaa bb c", 15, 3, [1, 2], 1, id="not where a word is wider than its line"),
    ],
)
def test_a_paragraph_ends_in_words_enough_where_a_narrower_measure_can_do_it(
    text: str, width: float, words: int, ends: list[int], asked: int
) -> None:
    tried: list[float] = []
    measure = balanced_lines._ended(_trials(text, tried), width, words)
    assert len(tried) == asked
    assert [*_trials(text).at(measure, 9).words] == ends
    wider = [width - step / 10 for step in range(int((width - measure) * 10))]
    assert all(_trials(text).at(one, 9).words[-1] < ends[-1] for one in wider), "the widest that does"


@pytest.mark.parametrize(("second", "narrowed"), [(60.05, True), (60.04, False)])
def test_a_paragraph_is_narrowed_to_six_tenths_at_most(second: float, *, narrowed: bool) -> None:
    def lay(measure: float, _most: int) -> list[tuple[int, float]]:
        return [(4, second), (1, 20)] if measure == 100 else [(3, 40), (2, 30)]

    found = balanced_lines._ended(Trials(lay, by_width=False), 100, 2)
    assert found == pytest.approx(second - balanced_lines.SLIVER if narrowed else 100)


@pytest.mark.parametrize(("second", "narrowed"), [(86.05, True), (86.04, False)])
def test_a_paragraph_with_two_words_at_its_end_is_narrowed_by_a_seventh_at_most(
    second: float, *, narrowed: bool
) -> None:
    def lay(measure: float, _most: int) -> list[tuple[int, float]]:
        return [(4, second), (2, 20)] if measure == 100 else [(3, 40), (3, 30)]

    found = balanced_lines._ended(Trials(lay, by_width=False), 100, 3)
    assert found == pytest.approx(second - balanced_lines.SLIVER if narrowed else 100)


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


class _Text:
    """A text that the engine would set; only what it says and in which fonts counts here."""

    def __init__(self, says: str | None, fonts: object) -> None:
        self.says = says
        self.style = SimpleNamespace(font_config=fonts)


class _Fonts:
    """The fonts of a project."""


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let a measure be half of the width; return the widths that were asked for."""
    asked: list[float] = []

    def half(_lines: Any, width: float, _ends: int) -> float:
        asked.append(width)
        return width / 2

    monkeypatch.setattr(balanced_lines, "_measure", half)
    monkeypatch.setattr(balanced_lines, "_ends", lambda block, _line: block.ends)
    monkeypatch.setattr(balanced_lines, "signature", lambda line: line.says)
    monkeypatch.setattr(balanced_lines, "breaks_by_width", lambda _line: True)
    return asked


def _remembered(line: Any, width: float, floats: tuple[object, ...] = (), ends: int | None = 2) -> float:
    context, block = SimpleNamespace(excluded_shapes=floats), SimpleNamespace(width=width, ends=ends)
    return balanced_lines._remembered(context, block, line, lambda _measure, _most: [])


def test_a_line_that_is_laid_out_again_in_the_same_width_is_measured_once(measured: list[float]) -> None:
    line = _Text(None, _Fonts())
    assert [_remembered(line, width) for width in (100, 100, 80, 100)] == [50, 50, 40, 50]
    assert measured == [100, 80]


def test_a_text_that_is_set_again_is_measured_once_for_each_width_end_and_fonts(measured: list[float]) -> None:
    fonts, others = _Fonts(), _Fonts()
    assert [_remembered(_Text("this", fonts), width) for width in (100, 100, 80, 100)] == [50, 50, 40, 50]
    assert measured == [100, 80]
    _remembered(_Text("that", fonts), 100)
    _remembered(_Text("this", fonts), 100, ends=3)
    _remembered(_Text("this", others), 100)
    assert measured == [100, 80, 100, 100, 100]
    _remembered(_Text("this", others), 100)
    assert len(measured) == 5


def test_a_text_that_cannot_be_told_from_others_is_measured_for_itself(measured: list[float]) -> None:
    fonts = _Fonts()
    assert [_remembered(_Text(None, fonts), 100) for _ in range(2)] == [50, 50]
    assert measured == [100, 100]


def test_lines_that_are_to_end_as_they_do_are_not_measured(measured: list[float]) -> None:
    assert _remembered(_Text("this", _Fonts()), 100, ends=None) == 100
    assert measured == []


def test_beside_a_float_nothing_is_remembered(measured: list[float]) -> None:
    line = _Text("this", _Fonts())
    assert [_remembered(line, 100, (object(),)) for _ in range(2)] == [50, 50]
    assert [_remembered(line, 100), _remembered(line, 100, (object(),))] == [50, 50]
    assert measured == [100, 100, 100, 100]
