"""Dots: so many as there were people, whole, and no more in a row than a reader can count by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from brochures.compose.drawings.dots import (
    LARGEST_PITCH,
    LEAST_PITCH,
    MOST_A_ROW,
    in_a_strip,
    people,
    people_in_rows,
    strip_pitch,
)
from brochures.resolve.job import Study

Made = Callable[..., Study]


@pytest.mark.parametrize("count", [1, 32, 33, 34, 96])
@pytest.mark.parametrize(("width", "a_row"), [(310, 33), (33 * LEAST_PITCH, 33), (33 * LEAST_PITCH - 1, 32), (7, 1)])
def test_there_are_so_many_circles_and_so_many_a_row(count: int, width: float, a_row: int) -> None:
    dots = people_in_rows(count, width)
    assert len(dots.centers) == len(set(dots.centers)) == count
    rows = [y for _, y in dots.centers]
    counted = [rows.count(y) for y in dict.fromkeys(rows)]
    assert counted[:-1] == [a_row] * (len(counted) - 1)
    assert 0 < counted[-1] <= a_row <= MOST_A_ROW


@pytest.mark.parametrize("width", [50, 168, 220.5, 240, 500])
def test_circles_are_whole_and_lie_apart(width: float) -> None:
    dots = people_in_rows(50, width)
    pitch = dots.centers[1][0] - dots.centers[0][0]
    assert LEAST_PITCH <= round(pitch, 2) <= LARGEST_PITCH
    assert 2 * dots.radius < pitch
    assert dots.width <= width + 0.01
    for x, y in dots.centers:
        assert dots.radius <= x <= dots.width - dots.radius
        assert dots.radius <= y <= dots.height - dots.radius


def test_where_no_circle_fits_none_is_drawn_smaller() -> None:
    with pytest.raises(ValueError, match="hold no circle"):
        people_in_rows(3, LEAST_PITCH - 1)


def test_the_largest_trial_fills_a_strip_and_the_others_their_share(made: Made) -> None:
    trials = (made(n=96), made(n=40))
    pitch = strip_pitch(trials, 240)
    assert in_a_strip(96, pitch).width == pytest.approx(240)
    assert in_a_strip(40, pitch).width == pytest.approx(100)
    assert people(trials) == 136


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 1), (3, 2), (55, 28), (96, 48)])
def test_a_strip_has_a_dot_for_each_person_in_columns_of_two(count: int, columns: int) -> None:
    dots = in_a_strip(count, 5)
    assert len(set(dots.centers)) == count
    assert dots.width == columns * 5
    assert {y for _, y in dots.centers} <= {2.5, 7.5}
    assert max(x for x, _ in dots.centers) == dots.width - 2.5
    assert 2 * dots.radius < 5
