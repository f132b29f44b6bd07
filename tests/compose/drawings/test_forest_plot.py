"""Forest plots: one for each outcome and measure, what has no interval listed, sides named as they were compared."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from math import sqrt
from typing import Any

import pytest
from pydantic import ValidationError

from brochures.compose.drawings.forest_plot import LARGEST, SMALLEST, forest
from brochures.resolve.job import Study

Made = Callable[..., Study]
Outcome = Callable[..., dict[str, Any]]
HAZARD = {"measure": "hazard ratio", "value": "0.5", "low": "0.2", "high": "0.9"}
DIFFERENCE = {"measure": "mean difference", "value": "10.1", "low": "1.1", "high": "19.0", "unit": "points"}


def test_measures_are_never_mixed_and_the_same_ones_meet(made: Made, outcome: Outcome) -> None:
    hazard = outcome(id="h", effect=HAZARD, direction="favors ketamine")
    difference = outcome(id="d", effect=DIFFERENCE, better="higher", direction="favors ketamine")
    first = made(short="One", outcomes=[outcome(), hazard, difference])
    second = made(short="Two", outcomes=[outcome()])
    found = forest([first, second], 160, 11)
    assert [(plot.measure, len(plot.marks)) for plot in found.plots] == [
        ("odds ratio", 2), ("hazard ratio", 1), ("mean difference", 1),
    ]  # fmt: skip
    assert found.plots[0].axis == found.plots[1].axis, "ratios of one direction are compared on one axis"
    assert not found.plots[2].axis.is_log


@pytest.mark.parametrize(
    "effect",
    [{"measure": "direction only"}, {"measure": "odds ratio", "value": "5.7"}, {"measure": "odds ratio", "value": "5.7", "low": "1.3"}],
)  # fmt: skip
def test_a_result_without_an_interval_is_listed_and_not_drawn(
    made: Made, outcome: Outcome, effect: dict[str, str]
) -> None:
    study = made(outcomes=[outcome(), outcome(id="other", effect=effect, better=None)])
    found = forest([study], 160, 11)
    assert [mark.row.outcome.id for plot in found.plots for mark in plot.marks] == ["relapse"]
    assert [row.outcome.id for rows in found.listed for row in rows] == ["other"]


def test_ketamine_is_at_the_right_whether_more_or_less_is_better(made: Made, outcome: Outcome) -> None:
    more = {"measure": "odds ratio", "value": "5.7", "low": "1.3", "high": "25.1"}
    two = outcome(id="two", better="higher", effect=more, direction="favors ketamine")
    less, higher = forest([made(outcomes=[outcome(), two])], 160, 11).plots
    assert [(plot.left, plot.right, plot.axis.mirrored) for plot in (less, higher)] == [
        ("placebo", "ketamine", True), ("placebo", "ketamine", False),
    ]  # fmt: skip
    assert less.axis.ticks != higher.axis.ticks, "each direction has an axis of its own"


def test_a_group_without_ketamine_that_is_named_first_stands_at_the_left(made: Made, outcome: Outcome) -> None:
    turned = outcome(comparison="placebo against ketamine", better="higher")
    (plot,) = forest([made(outcomes=[turned])], 160, 11).plots
    assert (plot.left, plot.right, plot.axis.mirrored) == ("placebo", "ketamine", True)


def test_a_mirrored_axis_turns_places_and_no_number(made: Made) -> None:
    (plot,) = forest([made()], 160, 11).plots
    (mark,) = plot.marks
    assert mark.high < mark.x < mark.low
    assert mark.x > plot.axis.x(plot.axis.level), "0.80 favors ketamine where less is better"
    assert [round(plot.axis.value(x), 2) for x in (mark.low, mark.x, mark.high)] == [0.31, 0.8, 2.1]
    assert [number for number, _ in plot.axis.labels] == ["0.2", "0.5", "1", "2", "5"]
    assert [x for _, x in plot.axis.labels] == sorted((x for _, x in plot.axis.labels), reverse=True)


def test_the_lines_of_no_difference_of_all_plots_stand_below_one_another(made: Made, outcome: Outcome) -> None:
    more = {"measure": "odds ratio", "value": "5.7", "low": "1.3", "high": "25.1"}
    ratio = outcome(id="ratio", better="higher", effect=more, direction="favors ketamine")
    difference = outcome(id="d", effect=DIFFERENCE, better="higher", direction="favors ketamine")
    plots = forest([made(outcomes=[outcome(), ratio, difference])], 160, 11).plots
    levels = [plot.axis.x(plot.axis.level) for plot in plots]
    assert levels == pytest.approx([levels[0]] * 3, abs=0.02)
    ends = [(plot.axis.start, plot.axis.start + plot.axis.width) for plot in plots]
    assert all(-0.01 <= left < right <= 160.01 for left, right in ends)
    assert [plot.axis.mirrored for plot in plots] == [True, False, False]
    less, more_is_better = plots[0].axis, plots[1].axis
    double = abs(less.x(Decimal(2)) - less.x(Decimal(1)))
    assert double == pytest.approx(more_is_better.x(Decimal(2)) - more_is_better.x(Decimal(1)), abs=0.02)


@pytest.mark.parametrize("effect", [HAZARD, DIFFERENCE])
def test_both_sides_of_no_difference_have_room(made: Made, outcome: Outcome, effect: dict[str, str]) -> None:
    (plot,) = forest([made(outcomes=[outcome(effect=effect, better=None)])], 160, 11).plots
    assert 0.1 * 160 < plot.axis.x(plot.axis.level) < 0.9 * 160


def test_a_ratio_of_nought_is_refused(made: Made, outcome: Outcome) -> None:
    with pytest.raises(ValidationError, match="a ratio is above 0"):
        made(outcomes=[outcome(effect={"measure": "odds ratio", "value": "0.5", "low": "0", "high": "2"})])


def test_groups_that_all_had_ketamine_have_a_plot_of_their_own_by_what_they_had_besides(
    made: Made, outcome: Outcome
) -> None:
    other = outcome(id="two", comparison="ketamine with therapy against ketamine with lessons")
    _, plot = forest([made(outcomes=[outcome(), other])], 160, 11).plots
    assert (plot.left, plot.right) == ("lessons", "therapy")


def test_a_side_is_called_by_the_words_that_all_its_groups_begin_with(made: Made, outcome: Outcome) -> None:
    more = outcome(id="two", comparison="ketamine with therapy against placebo with lessons")
    (plot,) = forest([made(outcomes=[outcome(), more])], 160, 11).plots
    assert (plot.left, plot.right) == ("placebo", "ketamine")
    unlike = outcome(id="two", comparison="ketamine against a sedative")
    (plot,) = forest([made(outcomes=[outcome(), unlike])], 160, 11).plots
    assert (plot.left, plot.right) == ("", "ketamine")


def test_a_square_has_an_area_as_large_as_its_groups(made: Made, outcome: Outcome) -> None:
    one = made(short="One", n=400, arms=[{"name": "a", "n": 200}, {"name": "b", "n": 200}])
    part = outcome(id="two", groups=["a"])
    two = made(short="Two", n=400, arms=[{"name": "a", "n": 225}, {"name": "b", "n": 175}], outcomes=[part])
    tiny = made(short="Tiny", n=2, arms=[])
    (plot,) = forest([one, two, tiny], 160, 11).plots
    assert [mark.row.people for mark in plot.marks] == [400, 225, 2]
    assert [mark.side for mark in plot.marks] == [LARGEST, round(LARGEST * sqrt(225 / 400), 2), SMALLEST]


def test_rows_follow_each_other_without_overlap(made: Made, outcome: Outcome) -> None:
    long = outcome(id="two", comparison="ketamine " + "and more " * 12 + "against placebo")
    (plot,) = forest([made(outcomes=[outcome(), long, outcome(id="three")])], 160, 11).plots
    tops = [mark.y for mark in plot.marks]
    assert tops == sorted(tops)
    assert plot.height == sum(mark.row.height for mark in plot.marks)
    assert plot.marks[1].row.height > plot.marks[0].row.height


def test_what_must_be_known_of_all_results_of_a_plot_stands_in_its_head(made: Made, outcome: Outcome) -> None:
    noted = outcome(note="Read in a summary only.")
    (plot,) = forest([made(short="One", outcomes=[noted]), made(short="Two", outcomes=[noted])], 160, 11).plots
    assert plot.note == "Read in a summary only."
    (mixed,) = forest([made(short="One", outcomes=[noted]), made(short="Two", outcomes=[outcome()])], 160, 11).plots
    assert mixed.note == "", "a row keeps what holds for it alone"


def test_people_beside_the_comparison_make_a_row_of_two_lines(made: Made) -> None:
    beside, within = (forest([made()], 160, 11, people_in_name=way).plots[0].height for way in (False, True))
    assert (beside, within) == (39, 28)


def test_a_record_whose_good_side_contradicts_its_direction_is_refused(made: Made, outcome: Outcome) -> None:
    with pytest.raises(ValidationError, match="does not agree"):
        made(outcomes=[outcome(better="higher", direction="favors ketamine")])
