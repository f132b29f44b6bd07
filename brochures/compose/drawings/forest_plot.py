"""Forest plots: trials' own results with their intervals, one small plot for each outcome and measure. Nothing is pooled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from math import ceil, sqrt

from brochures.compose.drawings.axis import Axis, difference_axis, ratio_axis
from brochures.load.model.studies import RATIOS, Better, Effect, Measure, Outcome, Trial
from brochures.resolve.job import Study

SMALLEST, LARGEST = 3.0, 9.0
"""The side of the smallest and the largest square that is drawn, in pt."""

ROW_TOP = 4.0
"""What a row keeps free above its text, and as much below it, in pt."""

LETTERS_A_LINE = 38
"""How many letters a line of the study column holds at least."""


@dataclass(frozen=True)
class Row:
    """One result as it is listed; ``people`` were in the groups that it compares.

    ``interval`` is low, value and high; it is empty unless all three are on record, and then nothing is drawn.
    """

    study: Study
    outcome: Outcome
    people: int
    interval: tuple[Decimal, ...]
    height: float


@dataclass(frozen=True)
class ResultMark:
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
    marks: tuple[ResultMark, ...]
    left: str
    right: str
    right_is_first: bool
    height: float


@dataclass(frozen=True)
class Forest:
    """Every outcome of some trials: what has an interval in ``plots``, all else in ``listed``, by study and comparison."""

    plots: tuple[Plot, ...]
    listed: tuple[tuple[Row, ...], ...]


def forest(studies: Iterable[Study], width: float, line: float) -> Forest:
    """Return every outcome of ``studies``. Ratios share one axis, and so do differences in one unit.

    Plots are ``width`` wide, and a line of the text beside a mark is ``line`` high, both in pt.
    """
    rows = [_row(study, outcome, line) for study in studies for outcome in getattr(study.record, "outcomes", ())]
    drawn: dict[object, list[Row]] = {}
    axes: dict[object, list[Decimal]] = {}
    for row in rows:
        if row.interval:
            outcome = row.outcome
            key = (outcome.measure, outcome.effect.measure, outcome.effect.unit, outcome.better)
            drawn.setdefault(key, []).append(row)
            axes.setdefault(_scale(outcome), []).extend(row.interval)
    most = max((row.people for group in drawn.values() for row in group), default=1)
    plots = tuple(
        _plot(group, _axis(group[0].outcome, axes[_scale(group[0].outcome)], width), most, line)
        for group in drawn.values()
    )
    others = (row for row in rows if not row.interval)
    listed = groupby(others, key=lambda row: (row.study.name, row.outcome.comparison, row.outcome.follow_up))
    return Forest(plots, tuple(tuple(group) for _, group in listed))


def interval(effect: Effect) -> tuple[Decimal, ...]:
    """Return low, value and high of ``effect``; nothing unless all three are on record."""
    known = tuple(number for number in (effect.low, effect.value, effect.high) if number is not None)
    return known if len(known) == len(("low", "value", "high")) else ()


def _row(study: Study, outcome: Outcome, line: float) -> Row:
    texts = (study.record.short, f"{outcome.comparison}, {outcome.follow_up or ''}", outcome.note or "")
    lines = sum(ceil(len(text) / LETTERS_A_LINE) for text in texts)
    people = study.record.people(outcome) if isinstance(study.record, Trial) else 0
    return Row(study, outcome, people, interval(outcome.effect), lines * line + 2 * ROW_TOP)


def _scale(outcome: Outcome) -> object:
    """Return what results must have in common to stand on one axis."""
    effect = outcome.effect
    return "ratio" if effect.measure in RATIOS else (effect.measure, effect.unit)


def _axis(outcome: Outcome, values: Sequence[Decimal], width: float) -> Axis:
    return (ratio_axis if outcome.effect.measure in RATIOS else difference_axis)(values, width)


def _plot(rows: Sequence[Row], axis: Axis, most: int, line: float) -> Plot:
    marks, top = [], 0.0
    for row in rows:
        low, value, high = map(axis.x, row.interval)
        side = round(max(SMALLEST, LARGEST * sqrt(row.people / most)), 2)
        marks.append(ResultMark(row, top + ROW_TOP + line / 2, value, low, high, side))
        top += row.height
    one = rows[0].outcome
    first, second = _sides(rows)
    right_is_first = one.better is Better.HIGHER
    left, right = (second, first) if right_is_first else (first, second)
    return Plot(
        one.measure, one.effect.measure, one.effect.unit or "", axis, tuple(marks), left, right, right_is_first, top
    )


def _sides(rows: Sequence[Row]) -> tuple[str, str]:
    """Return the two groups that all ``rows`` compare, the one named first at first; two empty names where they differ."""
    pairs = {row.outcome.sides for row in rows}
    return (pairs.pop() or ("", "")) if len(pairs) == 1 else ("", "")
