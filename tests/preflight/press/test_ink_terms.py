"""What the trade calls white, black, rich black or a line: each just so, and just not."""

from __future__ import annotations

import pytest
from PIL import Image

from brochures.preflight.press import ink_terms
from brochures.separations import ALL, Colour, Painted
from brochures.separations.colour import RGB
from tests.preflight.press.handmade import BLACK, RICH, RIVER, WHITE, cmyk, gray, line, spot, text, thing


@pytest.mark.parametrize(
    ("colour", "white", "black", "mixed", "rich"),
    [
        pytest.param(WHITE, True, False, False, False, id="white"),
        pytest.param(gray(1), True, False, False, False, id="white in gray"),
        pytest.param(spot(0, "Gold"), True, False, False, False, id="no ink of a spot"),
        pytest.param(cmyk(0, 0.0001, 0, 0), True, False, False, False, id="what is rounded away"),
        pytest.param(cmyk(0, 0.0002, 0, 0), False, False, False, False, id="the least ink"),
        pytest.param(Colour(RGB, (1, 1, 1)), False, False, False, False, id="white of a screen"),
        pytest.param(BLACK, False, True, False, False, id="black"),
        pytest.param(gray(0), False, True, False, False, id="black in gray"),
        pytest.param(spot(1, "Black"), False, True, False, False, id="black as a spot"),
        pytest.param(cmyk(0, 0, 0, 0.99995), False, True, False, False, id="black but for rounding"),
        pytest.param(cmyk(0, 0, 0, 0.9998), False, False, False, False, id="nearly black"),
        pytest.param(cmyk(0.01, 0, 0, 1), False, False, True, True, id="black and a little cyan"),
        pytest.param(RICH, False, False, True, True, id="rich black"),
        pytest.param(RIVER, False, False, True, False, id="a deep blue"),
        pytest.param(cmyk(0.85, 0.85, 0.85, 0), False, False, True, True, id="black of three inks"),
        pytest.param(cmyk(0.85, 0.85, 0.849, 0), False, False, True, False, id="not quite black of three inks"),
        pytest.param(cmyk(0.1, 0.1, 0.1, 0.7499), False, False, True, True, id="dark of four inks but for rounding"),
        pytest.param(cmyk(0.1, 0.1, 0.1, 0.7498), False, False, True, False, id="not quite as dark"),
        pytest.param(cmyk(0.1, 0.1, 0.1, 0.75), False, False, True, True, id="dark of four inks"),
        pytest.param(spot(1, ALL), False, False, True, False, id="every plate"),
        pytest.param(spot(0.5, "Gold"), False, False, False, False, id="one spot"),
        pytest.param(spot(0.5, "Gold", "Black"), False, False, True, False, id="two inks"),
    ],
)
def test_a_colour_is_called_what_the_trade_calls_it(
    colour: Colour, *, white: bool, black: bool, mixed: bool, rich: bool
) -> None:
    assert ink_terms.is_white(colour) is white
    assert ink_terms.is_black(colour) is black
    assert ink_terms.is_mixed(colour) is mixed
    assert ink_terms.is_rich(colour) is rich


def test_gray_is_a_space_and_no_colour() -> None:
    assert ink_terms.is_gray(thing(colour=gray(0)))
    assert not ink_terms.is_gray(thing(colour=BLACK))
    assert not ink_terms.is_gray(thing("image", None))


@pytest.mark.parametrize(
    ("painted", "width", "name"),
    [
        (line(0.24), 0.24, "a line of 0.24 pt"),
        (line(3), 3, "a line of 3 pt"),
        (line(0.12345), 0.12345, "a line of 0.123 pt"),
        (text(20, width=0.2), 0.2, "an outline of letters of 0.2 pt"),
        (thing(thickness=1.99), 1.99, "a thin area of 1.99 pt"),
        (thing(thickness=2.0), None, "a thin area of 0 pt"),
        (thing(), None, "a thin area of 0 pt"),
    ],
)
def test_a_line_is_a_stroke_or_an_area_of_less_than_two_pt(painted: Painted, width: float | None, name: str) -> None:
    assert ink_terms.line_width(painted) == width
    assert ink_terms.named(painted) == name


def test_inks_that_lie_on_layers_only_are_not_printed() -> None:
    things = [
        thing(colour=spot(1, "Knife"), layer="Cut"),
        thing(colour=spot(1, "Gold"), layer="Cut"),
        thing(colour=spot(1, "Gold")),
        thing(colour=spot(1, ALL), layer="Cut"),
        thing(colour=BLACK, layer="Cut"),
        thing("text", None),
    ]
    assert ink_terms.unprinted(things) == {"Knife"}
    plates = {name: Image.new("L", (1, 1)) for name in ("Cyan", "Knife", "Gold")}
    assert list(ink_terms.printed(plates, frozenset({"Knife"}))) == ["Cyan", "Gold"]
