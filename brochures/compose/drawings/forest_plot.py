"""Forest plots: trials' own results with their intervals, one small plot for each outcome and measure. Nothing is pooled.

What favors ketamine stands at the right in every plot. Where less is better the axis is mirrored; its numbers stay those of the trial.
The lines of no difference of all plots stand below one another, and all ratios have one scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, takewhile
from math import ceil, sqrt

from brochures.compose.drawings.axis import Axis, difference_axis, in_line, level_share, ratio_axis
from brochures.load.model.studies import RATIOS, Better, Effect, Measure, Outcome, Trial
from brochures.resolve.job import Study

SMALLEST, LARGEST = 8.0, 14.0
"""The side of the smallest and the largest square that is drawn, in pt: the area grows with the people, down to the smallest."""

DRUG = "ketamine"
"""The word by which a group is known to have had it."""

LEAST_RATIOS = (Decimal("0.2"), Decimal(5))
"""So far a ratio's axis reaches at least, so that neither side of 1 looks as if nothing could stand there."""

ROW_TOP = 3.0
"""What a row keeps free above its text, and as much below it, in pt."""

LETTERS_A_LINE = 32
"""How many letters a line of the study column holds at least."""

LETTERS_A_WIDE_LINE = 43
"""The same where people and time stand in it, too."""

LETTERS_BESIDE = 18
"""How many letters a line of the column holds at least in which number, direction and people stand."""

RATIO = "ratio"
"""The kind of every ratio: they have one scale, differences one for each measure and unit."""

_Kind = str | tuple[Measure, str]
_Scale = tuple[_Kind, bool]
"""A kind of number, and whether its axis is mirrored."""


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
    """One result as it is drawn: a square of ``side`` at ``x``, a line from ``low`` to ``high``, on the row's first line of text. In pt.

    On a mirrored axis ``low`` lies at the right of ``high``.
    """

    row: Row
    top: float
    y: float
    x: float
    low: float
    high: float
    side: float


@dataclass(frozen=True)
class NameColumn:
    """The words before a plot: how high a line is, in pt, and whether people and time stand in them."""

    line: float
    people_in_name: bool = False


@dataclass(frozen=True)
class Plot:
    """All results of one outcome in one measure, on one axis. ``left`` and ``right`` name the group that each side favors.

    Ketamine is at the right; of two groups that both had it, or both had not, the one named first is at the right, and the words
    that both share are left out. A side is empty where its groups have no words in
    common: then it favors the group that each row names second, and the right the one named first. ``note`` is what must be known of
    all its results; those that differ in it have their own.
    """

    name: str
    measure: Measure
    unit: str
    axis: Axis
    marks: tuple[ResultMark, ...]
    left: str
    right: str
    height: float
    note: str = ""


@dataclass(frozen=True)
class Forest:
    """Every outcome of some trials: what has an interval in ``plots``, all else in ``listed``, by study and comparison."""

    plots: tuple[Plot, ...]
    listed: tuple[tuple[Row, ...], ...]


def forest(studies: Iterable[Study], width: float, line: float, *, people_in_name: bool = False) -> Forest:
    """Return every outcome of ``studies``. Ratios that are read in one direction share one axis, and so do differences in one unit.

    Plots are ``width`` wide, and a line of the text beside a mark is ``line`` high, both in pt. With ``people_in_name`` people and time
    stand with the comparison, in a wider column, and not with the number.
    """
    column = NameColumn(line, people_in_name)
    rows = [_row(study, outcome, column) for study in studies for outcome in getattr(study.record, "outcomes", ())]
    drawn: dict[object, list[Row]] = {}
    values: dict[_Scale, list[Decimal]] = {}
    for row in rows:
        if row.interval:
            outcome = row.outcome
            key = (
                outcome.measure,
                outcome.effect.measure,
                outcome.effect.unit,
                outcome.better,
                _with_ketamine(outcome),
            )
            drawn.setdefault(key, []).append(row)
            values.setdefault(_scale(outcome), []).extend(row.interval)
    most = max((row.people for group in drawn.values() for row in group), default=1)
    axes = _axes(values, width)
    plots = tuple(_plot(group, axes[_scale(group[0].outcome)], most, column) for group in drawn.values())
    others = (row for row in rows if not row.interval)
    listed = groupby(others, key=lambda row: (row.study.name, row.outcome.comparison, row.outcome.follow_up))
    return Forest(plots, tuple(tuple(group) for _, group in listed))


def interval(effect: Effect) -> tuple[Decimal, ...]:
    """Return low, value and high of ``effect``; nothing unless all three are on record."""
    known = tuple(number for number in (effect.low, effect.value, effect.high) if number is not None)
    return known if len(known) == len(("low", "value", "high")) else ()


def _row(study: Study, outcome: Outcome, column: NameColumn) -> Row:
    people = study.record.people(outcome) if isinstance(study.record, Trial) else 0
    row = Row(study, outcome, people, interval(outcome.effect), 0)
    return replace(row, height=_height(row, column, outcome.note or ""))


def _height(row: Row, column: NameColumn, note: str) -> float:
    """Return how high a row with ``note`` in it is, in pt."""
    people = f"n = {row.people}, {row.outcome.follow_up or ''}"
    if column.people_in_name:
        texts, letters = (row.study.record.short, f"{row.outcome.comparison}; {people}", note), LETTERS_A_WIDE_LINE
        beside = 2
    else:
        texts, letters = (row.study.record.short, row.outcome.comparison, note), LETTERS_A_LINE
        beside = 2 + ceil(len(people) / LETTERS_BESIDE)
    lines = sum(ceil(len(text) / letters) for text in texts)
    return max(lines, beside) * column.line + 2 * ROW_TOP


def _scale(outcome: Outcome) -> _Scale:
    """Return what results must have in common to stand on one axis."""
    effect = outcome.effect
    kind = RATIO if effect.measure in RATIOS else (effect.measure, effect.unit or "")
    return kind, _mirrored(outcome)


def _axes(values: Mapping[_Scale, Sequence[Decimal]], width: float) -> dict[_Scale, Axis]:
    """Return an axis for each of ``values``, all with their levels in one line, and those of one kind on one scale."""
    groups: dict[_Kind, dict[_Scale, Axis]] = {}
    for scale, numbers in values.items():
        kind, is_mirrored = scale
        groups.setdefault(kind, {})[scale] = replace(_axis(kind, numbers, width), mirrored=is_mirrored)
    if not groups:
        return {}
    share = level_share(tuple(group.values()) for group in groups.values())
    return {
        scale: axis
        for group in groups.values()
        for scale, axis in zip(group, in_line(tuple(group.values()), share, width), strict=True)
    }


def _with_ketamine(outcome: Outcome) -> tuple[bool, bool]:
    """Return whether the group named first had ketamine, and whether the second had."""
    first, second = outcome.sides or ("", "")
    return DRUG in first, DRUG in second


def _right_is_first(outcome: Outcome) -> bool:
    """Return whether the group named first stands at the right: it does unless only the second had ketamine."""
    return _with_ketamine(outcome) != (False, True)


def _axis(kind: _Kind, values: Sequence[Decimal], width: float) -> Axis:
    if kind == RATIO:
        return ratio_axis((*values, *LEAST_RATIOS), width)
    reach = max(map(abs, values)) / 4
    return difference_axis((*values, -reach, reach), width)


def _mirrored(outcome: Outcome) -> bool:
    return (outcome.better is Better.HIGHER) is not _right_is_first(outcome)


def _plot(rows: Sequence[Row], axis: Axis, most: int, column: NameColumn) -> Plot:
    marks, top, note = [], 0.0, _shared_note(rows)
    for row in [replace(row, height=_height(row, column, "")) for row in rows] if note else rows:
        low, value, high = map(axis.x, row.interval)
        side = round(max(SMALLEST, LARGEST * sqrt(row.people / most)), 2)
        marks.append(ResultMark(row, top, top + ROW_TOP + column.line / 2, value, low, high, side))
        top += row.height
    one = rows[0].outcome
    pairs = [row.outcome.sides or ("", "") for row in rows]
    first, second = (common_words([pair[side] for pair in pairs]) for side in (0, 1))
    left, right = (second, first) if _right_is_first(one) else (first, second)
    had_ketamine, second_had_it = _with_ketamine(one)
    if had_ketamine is second_had_it:
        shared = len(common_words((left, right)))
        left, right = left[shared:].strip(), right[shared:].strip()
    unit = one.effect.unit or ""
    return Plot(one.measure, one.effect.measure, unit, axis, tuple(marks), left, right, top, note)


def _shared_note(rows: Sequence[Row]) -> str:
    """Return what must be known of every one of ``rows``: nothing where they differ in it."""
    notes = {row.outcome.note or "" for row in rows}
    return notes.pop() if len(notes) == 1 else ""


def common_words(texts: Sequence[str]) -> str:
    """Return the words with which all of ``texts`` begin: ``placebo`` of ``placebo`` and ``placebo with education``."""
    columns = zip(*(text.split() for text in texts), strict=False)
    return " ".join(column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns))
