"""Icon arrays: all groups of a trial or none, out of 100, from the record alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from brochures.compose.drawings.icon_array import grid, groups, outcome_of
from brochures.resolve.job import Study

Made = Callable[..., Study]
Outcome = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("rate", "filled"),
    [
        ({"percent": "48.2"}, 48), ({"percent": "10.7"}, 11), ({"percent": "0"}, 0), ({"percent": "100"}, 100),
        ({"percent": "0.4"}, 0), ({"count": 13, "of": 26}, 50), ({"count": 6, "of": 27, "percent": "22.2"}, 22),
        ({"count": 1, "of": 8}, 13),
    ],
)  # fmt: skip
def test_a_rate_fills_as_many_of_a_hundred(made: Made, outcome: Outcome, rate: dict[str, Any], filled: int) -> None:
    rates = [{"arm": "ketamine", **rate}, {"arm": "placebo", "percent": "20"}]
    study = made(outcomes=[outcome(rates=rates)])
    first, second = groups(study, "relapse")
    assert (first.name, first.of_hundred, second.of_hundred) == ("ketamine", filled, 20)
    assert first.is_more_than_none is (rate.get("percent") != "0")
    assert first.people == rate.get("of", 20)
    assert first.count == rate.get("count")


def test_an_outcome_that_is_not_there_has_no_groups(made: Made) -> None:
    assert not groups(made(), "nope")
    assert outcome_of(made(), "nope") is None


def test_a_rate_that_cannot_be_drawn_is_never_drawn_as_nought(made: Made, outcome: Outcome) -> None:
    study = made(outcomes=[outcome(rates=[{"arm": "ketamine", "count": 3}])])
    with pytest.raises(ValueError, match="no rate"):
        groups(study, "relapse")


def test_a_grid_fills_from_the_lower_left_row_by_row() -> None:
    centers = grid(8, 2)
    assert len(set(centers)) == 100
    assert [centers[number] for number in (0, 9, 10, 99)] == [(4, 94), (94, 94), (4, 84), (94, 4)]
