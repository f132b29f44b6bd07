"""Which declaration holds for an element of a drawing, and what the engine does not read."""

from __future__ import annotations

import pytest

from brochures.design.drawing.cascade import Unread, is_colour, opacity_of
from tests.drawn import read


@pytest.mark.parametrize(
    ("style", "shape", "value", "place"),
    [
        ("", '<circle id="x" class="a" fill="red"/>', "red", (3, 26)),
        ("circle{fill:green}", '<circle id="x" class="a" fill="red"/>', "green", (2, 15)),
        (".a{}\n #x {\n  fill : green }", '<circle id="x" class="a" fill="red"/>', "green", (4, 3)),
        ("#x{fill:green}", '<circle id="x" fill="red" style="fill:blue"/>', "blue", (3, 34)),
        ("#x{fill:green !important}", '<circle id="x" style="fill:blue"/>', "green", (2, 11)),
        ("#x{fill:green !important}", '<circle id="x" style="fill:blue!important"/>', "blue", (3, 23)),
        ("g>circle:first-child{fill:green}", '<g><circle id="x"/></g>', "green", (2, 29)),
        ("@charset 'utf-8';@keyframes k{}#x:hover{fill:red}#x::after{fill:red}#x{fill:green}", '<g id="x"/>', "green", (2, 79)),
    ],
)  # fmt: skip
def test_the_strongest_declaration_holds(style: str, shape: str, value: str, place: tuple[int, int]) -> None:
    drawing = read(f"<style>{style}</style>", shape)
    given = drawing.named["x"].given["fill"]
    assert (given.value, given.line, given.column) == (value, *place)
    assert drawing.unread == ()


@pytest.mark.parametrize(
    ("style", "unread"),
    [
        ("<style>@import 'a.css';</style>", [Unread("@import", 2, 8)]),
        ("<style>\n @media print {#x{fill:red}}</style>", [Unread("@media", 3, 2)]),
        ("<style>@font-face{}#x:nope{}#x{fill:red}</style>", [Unread("@font-face", 2, 8), Unread("the rule '#x:nope' and all behind it", 2, 20)]),
        ("<style>#x{fill:blue; g{}}</style>", [Unread("a style that cannot be read", 2, 22)]),
        ("<style>#x{}}</style>", [Unread("a style that cannot be read", 2, 12)]),
        ("<style media='screen'>#x{}</style>", [Unread("the medium of <style>", 2, 8)]),
        ("<style media='print'>#x{}</style>", []),
        ("<style type='text/x'>@import 'a.css';</style>", []),
        ("<style/>", []),
        ("<g style='fill'/>", [Unread("a style that cannot be read", 2, 4)]),
    ],
)  # fmt: skip
def test_what_the_engine_does_not_read_is_told_where_it_stands(style: str, unread: list[Unread]) -> None:
    assert list(read(style, "<circle id='x'/>").unread) == unread


def test_a_style_sheet_without_xmlns_is_not_read() -> None:
    drawing = read("<style xmlns=''>#x{fill:red}</style>", "<circle id='x'/>")
    assert drawing.unread == (Unread("<style> of a drawing without xmlns", 2, 1),)
    assert "fill" not in drawing.named["x"].given


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("#a00", True),
        ("#a008", True),
        ("Red", True),
        ("rgb(1 2 3)", True),
        ("transparent", True),
        ("none", True),
        ("CurrentColor", True),
        ("context-stroke", True),
        ("", True),
        ("#ggg", False),
        ("unset", False),
        ("#cd853f icc-color(a, 1)", False),
    ],
)
def test_what_is_a_colour(value: str, expected: bool) -> None:  # noqa: FBT001 a row of a table
    assert is_colour(value) is expected


@pytest.mark.parametrize(
    ("value", "opacity"),
    [
        ("#f00", 1),
        (" #ff000033", 0.2),
        ("rgba(1, 2, 3, .5)", 0.5),
        ("transparent", 0),
        ("url(#g)", 1),
        ("currentColor", 1),
    ],
)
def test_how_much_of_a_colour_is_not_seen_through(value: str, opacity: float) -> None:
    assert opacity_of(value) == pytest.approx(opacity)
