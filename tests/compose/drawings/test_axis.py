"""Axes: every value has its place, and every place its value."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from brochures.compose.drawings.axis import MOST_SPACES, difference_axis, ratio_axis

RATIOS = [("1.3", "25.1"), ("0.24", "0.92"), ("0.31", "2.10"), ("0.004", "0.9"), ("1", "1"), ("2", "5"), ("0.5", "2"), ("1.01", "1.02")]  # fmt: skip
DIFFERENCES = [("1.1", "19.0"), ("-6.7", "15.2"), ("0", "0"), ("-0.03", "0.002"), ("-250", "-120"), ("3", "3.5")]


def _decimals(pair: tuple[str, str]) -> list[Decimal]:
    return [Decimal(number) for number in pair]


@pytest.mark.parametrize("pair", RATIOS)
def test_a_ratio_axis_holds_its_values_and_one_between_round_ticks(pair: tuple[str, str]) -> None:
    values = _decimals(pair)
    axis = ratio_axis(values, 160)
    assert axis.is_log
    assert axis.ticks[0] <= min(*values, Decimal(1))
    assert axis.ticks[-1] >= max(*values, Decimal(1))
    assert Decimal(1) in axis.ticks
    assert {str(tick.normalize().as_tuple().digits[0]) for tick in axis.ticks} <= {"1", "2", "5"}
    assert (axis.x(axis.ticks[0]), axis.x(axis.ticks[-1])) == (0, 160)


def test_equal_ratios_take_equal_room() -> None:
    axis = ratio_axis(_decimals(("0.2", "5")), 100)
    one = axis.x(Decimal(1))
    assert axis.x(Decimal(2)) - one == pytest.approx(one - axis.x(Decimal("0.5")), abs=0.02)


def test_a_ratio_is_above_nought() -> None:
    with pytest.raises(ValueError, match="no ratio"):
        ratio_axis([Decimal(-1)], 100)


@pytest.mark.parametrize("pair", DIFFERENCES)
def test_a_straight_axis_holds_its_values_and_nought_between_round_ticks(pair: tuple[str, str]) -> None:
    values = _decimals(pair)
    axis = difference_axis(values, 160)
    assert not axis.is_log
    assert axis.ticks[0] <= min(*values, Decimal(0))
    assert axis.ticks[-1] >= max(*values, Decimal(0))
    assert 0 in axis.ticks
    assert 2 <= len(axis.ticks) <= MOST_SPACES + 1
    assert len({after - before for before, after in pairwise(axis.ticks)}) == 1


@pytest.mark.parametrize("pair", RATIOS + DIFFERENCES)
def test_a_place_gives_its_value_back(pair: tuple[str, str]) -> None:
    values = _decimals(pair)
    axes = [difference_axis(values, 160)] + ([ratio_axis(values, 160)] if min(values) > 0 else [])
    for axis in axes:
        for value in values:
            assert axis.value(axis.x(value)) == pytest.approx(float(value), rel=0.001, abs=float(axis.ticks[-1] - axis.ticks[0]) / 5000)  # fmt: skip


def test_ticks_are_written_in_full() -> None:
    assert [label for label, _ in ratio_axis(_decimals(("0.3", "25")), 100).labels] == [
        "0.2", "0.5", "1", "2", "5", "10", "20", "50",
    ]  # fmt: skip
    assert [label for label, _ in difference_axis(_decimals(("-6.7", "28.1")), 100).labels] == ["-10", "0", "10", "20", "30"]  # fmt: skip
