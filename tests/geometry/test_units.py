"""The units agree with the standards that define them, and the tolerances are as fine as what is told by them."""

from __future__ import annotations

import pytest

from brochures.geometry.units import INCH, LINE_ROUNDING, MM, POINTS, PX, ROUNDING, SAME_POINT, TYPE_ROUNDING


def test_an_inch_is_as_long_in_every_unit() -> None:
    assert pytest.approx(INCH) == 25.4 * MM
    assert 2.54 * POINTS["cm"] == pytest.approx(INCH)
    assert 96 * PX == INCH
    assert 6 * POINTS["pc"] == INCH
    assert 72 * POINTS["pt"] == INCH


def test_what_is_told_to_a_place_is_the_same_below_half_of_it() -> None:
    assert TYPE_ROUNDING <= 0.01 / 2, "sizes are told to a hundredth of a pt"
    assert LINE_ROUNDING < 0.125 / 100, "a hairline has 0.125 pt"
    assert SAME_POINT < ROUNDING, "a distance is no finer than the points between which it is measured"
