"""Forest plots: trials' own results with their intervals, one small plot for each outcome and measure. Nothing is pooled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, sqrt

from brochures.drawings.axis import Axis, difference_axis, ratio_axis
from brochures.job import Study
from brochures.model.studies import RATIOS, Better, Effect, Measure, Outcome

SMALLEST, LARGEST = 3.0, 9.0
"""The side of the smallest and the largest square that is drawn, in pt."""

TEXT_LINE = 11.0
"""A line of text beside a mark, in pt."""

ROW_TOP = 4.0
"""What a row keeps free above its text, and as much below it, in pt."""

LETTERS_A_LINE = 38
"""How many letters a line of the study column holds at least."""


@dataclass(frozen=True)
class Row:
    """One result as it is listed; ``people`` were in the groups that it compares."""

    study: Study
    outcome: Outcome
    people: int
    height: float


@dataclass(frozen=True)
class Mark:
    """One result as it is drawn: a square of ``side`` at ``x``, a line from ``low`` to ``high``, on the row's first line of text. In pt."""

    row: Row
    y: float
    x: float
    low: float
    high: float
    side: float


@dataclass(frozen=True)
class Plot:
    """All results of one outcome in one measure. ``left`` and ``right`` name the group that each side favors.

    A side is empty where its rows compare different groups: then the side favors the group that each row names second or first,
    which ``right_is_first`` tells apart.
    """

    name: str
    measure: Measure
    unit: str
    axis: Axis
    marks: tuple[Mark, ...]
    left: str
    right: str
    right_is_first: bool
    height: float


@dataclass(frozen=True)
class Forest:
    """Every outcome of some trials: what has an interval in ``plots``, all else in ``listed``, by study and comparison."""

    plots: tuple[Plot, ...]
    listed: tuple[tuple[Row, ...], ...]


def forest(studies: Iterable[Study], width: float) -> Forest:
    """Return every outcome of ``studies``, plots ``width`` pt wide. Ratios share one axis, and so do differences in one unit."""
    rows = [_row(study, outcome) for study in studies for outcome in study.record.outcomes]  # type: ignore[union-attr]
    drawn: dict[tuple[str, Measure, str], list[Row]] = {}
    for row in rows:
        if has_interval(row.outcome.effect):
            effect = row.outcome.effect
            drawn.setdefault((row.outcome.measure, effect.measure, effect.unit or ""), []).append(row)
    axes: dict[object, list[Row]] = {}
    for (_, measure, unit), group in drawn.items():
        axes.setdefault(_scale(measure, unit), []).extend(group)
    most = max((row.people for group in drawn.values() for row in group), default=1)
    plots = tuple(
        _plot(name, measure, unit, group, _axis(measure, axes[_scale(measure, unit)], width), most)
        for (name, measure, unit), group in drawn.items()
    )
    others = (row for row in rows if not has_interval(row.outcome.effect))
    listed = groupby(others, key=lambda row: (row.study.name, row.outcome.comparison, row.outcome.follow_up))
    return Forest(plots, tuple(tuple(group) for _, group in listed))


def has_interval(effect: Effect) -> bool:
    """Return whether a value and both ends of its interval are on record: only then is it drawn."""
    return None not in {effect.value, effect.low, effect.high}


def _row(study: Study, outcome: Outcome) -> Row:
    words = f"{outcome.comparison}, {outcome.follow_up or ''}"
    lines = 1 + ceil(len(words) / LETTERS_A_LINE) + ceil(len(outcome.note or "") / LETTERS_A_LINE)
    people = study.record.people(outcome)  # type: ignore[union-attr]
    return Row(study, outcome, people, lines * TEXT_LINE + 2 * ROW_TOP)


def _scale(measure: Measure, unit: str) -> object:
    return "ratio" if measure in RATIOS else (measure, unit)


def _axis(measure: Measure, rows: Sequence[Row], width: float) -> Axis:
    effects = [row.outcome.effect for row in rows]
    values = [number for effect in effects for number in (effect.low, effect.high) if number is not None]
    return ratio_axis(values, width) if measure in RATIOS else difference_axis(values, width)


def _plot(name: str, measure: Measure, unit: str, rows: Sequence[Row], axis: Axis, most: int) -> Plot:  # noqa: PLR0917
    marks, top = [], 0.0
    for row in rows:
        effect = row.outcome.effect
        assert effect.value is not None  # noqa: S101 only rows with an interval are plotted
        assert effect.low is not None  # noqa: S101
        assert effect.high is not None  # noqa: S101
        side = max(SMALLEST, LARGEST * sqrt(row.people / most))
        marks.append(
            Mark(row, top + ROW_TOP + TEXT_LINE / 2, axis.x(effect.value), axis.x(effect.low), axis.x(effect.high), round(side, 2))
        )
        top += row.height
    right_is_first = rows[0].outcome.better is Better.HIGHER
    pairs = [row.outcome.sides or ("", "") for row in rows]
    first, second = (one[0] if len(set(one)) == 1 else "" for one in zip(*pairs, strict=True))
    if not (first and second):
        first = second = ""
    left, right = (second, first) if right_is_first else (first, second)
    return Plot(name, measure, unit, axis, tuple(marks), left, right, right_is_first, top)
