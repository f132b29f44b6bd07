from __future__ import annotations

import pytest

from brochures.geometry import units
from brochures.geometry.box import Box, Side
from brochures.geometry.units import POINTS, PX

PAGE = Box(10, 20, 110, 220)


def test_a_box_is_as_wide_and_as_high_as_its_sides_are_apart() -> None:
    assert (PAGE.width, PAGE.height) == (100, 200)


@pytest.mark.parametrize(
    ("other", "past"),
    [
        pytest.param(PAGE, {"left": 0, "top": 0, "right": 0, "bottom": 0}, id="itself"),
        pytest.param(Box(13, 25, 103, 209), {"left": -3, "top": -5, "right": -7, "bottom": -11}, id="inside"),
        pytest.param(Box(7, 15, 117, 231), {"left": 3, "top": 5, "right": 7, "bottom": 11}, id="around it"),
    ],
)
def test_how_far_a_box_reaches_past_another_is_told_side_by_side(other: Box, past: dict[Side, float]) -> None:
    assert other.past(PAGE) == past


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Box(1, 2, 3, 4), Box(5, 6, 7, 9)),
        (Box(1, 6, 3, 9), Box(5, 2, 7, 4)),
        (Box(1, 2, 7, 9), Box(3, 4, 5, 6)),
    ],
)
def test_the_box_around_two_reaches_to_the_outermost_side_of_either(one: Box, other: Box) -> None:
    assert one.around(other) == other.around(one) == Box(1, 2, 7, 9)


@pytest.mark.parametrize(
    ("x", "y", "held"),
    [
        pytest.param(60, 120, True, id="middle"),
        pytest.param(8, 120, True, id="left, just within the slack"),
        pytest.param(7.9, 120, False, id="left, just past the slack"),
        pytest.param(112, 120, True, id="right, just within the slack"),
        pytest.param(112.1, 120, False, id="right, just past the slack"),
        pytest.param(60, 18, True, id="above, just within the slack"),
        pytest.param(60, 17.9, False, id="above, just past the slack"),
        pytest.param(60, 222, True, id="below, just within the slack"),
        pytest.param(60, 222.1, False, id="below, just past the slack"),
    ],
)
def test_a_box_holds_what_has_its_middle_in_it(x: float, y: float, *, held: bool) -> None:
    assert PAGE.holds_middle(Box(x - 30, y - 40, x + 30, y + 40), slack=2) is held


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        pytest.param(Box(50, 50, 60, 60), True, id="inside"),
        pytest.param(Box(0, 50, 11, 60), True, id="over the left side"),
        pytest.param(Box(0, 50, 10, 60), False, id="touching the left side"),
        pytest.param(Box(109, 50, 120, 60), True, id="over the right side"),
        pytest.param(Box(110, 50, 120, 60), False, id="touching the right side"),
        pytest.param(Box(50, 0, 60, 21), True, id="over the top"),
        pytest.param(Box(50, 0, 60, 20), False, id="touching the top"),
        pytest.param(Box(50, 219, 60, 230), True, id="over the bottom"),
        pytest.param(Box(50, 220, 60, 230), False, id="touching the bottom"),
        pytest.param(Box(300, 300, 310, 310), False, id="elsewhere"),
    ],
)
def test_two_boxes_meet_where_they_share_an_area_and_not_only_a_side(other: Box, *, meets: bool) -> None:
    assert (PAGE.meets(other), other.meets(PAGE)) == (meets, meets)


def test_units_of_length_agree_on_what_a_sheet_measures() -> None:
    inches = {"in": 1, "mm": 25.4, "cm": 2.54, "pc": 6, "pt": 72, "px": 96}
    assert {unit: number * POINTS[unit] for unit, number in inches.items()} == pytest.approx(
        dict.fromkeys(inches, 72.0)
    )
    assert POINTS["px"] == PX
    assert len(POINTS) == len(inches)


def test_an_inch_and_its_millimetres_are_one_length() -> None:
    assert abs(8.5 * units.INCH - 215.9 * units.MM) < units.SAME_POINT


@pytest.mark.parametrize(
    ("rounding", "pt"),
    [
        pytest.param(units.SAME_POINT, 10 * 0.0001, id="ten times the last decimal of a file"),
        pytest.param(units.ROUNDING, 0.01, id="the last decimal of a length in a message"),
        pytest.param(units.TYPE_ROUNDING, 0.01 / 2, id="half the last decimal of a size in a message"),
        pytest.param(units.LINE_ROUNDING, 0.001 / 2, id="half the last decimal of a line's width in a message"),
        pytest.param(units.PAINTED_ROUNDING, 0.05, id="a sixtieth of a mm"),
    ],
)
def test_lengths_are_one_where_their_difference_is_too_small_to_be_told(rounding: float, pt: float) -> None:
    assert rounding == pytest.approx(pt)
