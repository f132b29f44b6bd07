"""Form rows: the fields of a section as the lines, grids and tables that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Literal

LINE = 12
"""The twelfths of a line."""

QUESTION, TABLE = "yes/no/unknown", "table"

LETTER, SIGN, BLANK = 6.3, 28.0, 80.0
"""How wide a letter of an answer is about, in 12 pt; what its box and the space behind it take; and a line to write an answer on; in pt."""

MOST = 5
"""Answers beside each other in columns."""


@dataclass(frozen=True)
class Cell:
    """A field in a line, and how many twelfths of the line it fills."""

    field: Any
    width: int


@dataclass(frozen=True)
class FormRow:
    """A line of cells, a grid of questions with the same answers, or a table. ``critical``: with a heavy edge (a grid says so by row)."""

    kind: Literal["line", "grid", "table"]
    cells: tuple[Cell, ...]
    critical: bool = False


def form_rows(fields: Iterable[Any]) -> tuple[FormRow, ...]:
    """Return the rows in which ``fields`` stand, in their order.

    Questions that follow each other are one grid. Other fields share lines of twelve twelfths; the last of each line takes what is left of
    it, so that all lines end at one edge. A line is critical as a whole or not at all.
    """
    rows: list[FormRow] = []
    line: list[Any] = []
    for field in fields:
        if line and not _joins(line, field):
            rows.append(_line(line))
            line = []
        if field.type == QUESTION:
            if rows and rows[-1].kind == "grid":
                rows[-1] = FormRow("grid", (*rows[-1].cells, Cell(field, LINE)))
            else:
                rows.append(FormRow("grid", (Cell(field, LINE),)))
        elif field.type == TABLE:
            rows.append(FormRow("table", (Cell(field, LINE),), field.critical))
        else:
            line.append(field)
    return (*rows, _line(line)) if line else tuple(rows)


def answer_shares(answers: Sequence[str], width: float, *, write_in: bool = False) -> tuple[float, ...]:
    """Return which share of ``width`` (pt) each of ``answers`` takes, so that they stand in few lines; the last may be one to write in.

    All in one line where they go into one; else in columns of one width, of which a long answer takes several.
    """
    needs = [len(answer) * LETTER + SIGN for answer in answers]
    needs[-1] += BLANK if write_in else 0
    if sum(needs) <= width:
        equal = max(needs) <= width / len(needs)
        return tuple(1 / len(needs) if equal else need / sum(needs) for need in needs)
    columns = min(range(1, MOST + 1), key=lambda number: (_lines(_spans(needs, width, number), number), number))
    return tuple(span / columns for span in _spans(needs, width, columns))


def _spans(needs: Sequence[float], width: float, columns: int) -> list[int]:
    """Return how many of ``columns`` columns each answer takes."""
    return [min(columns, ceil(need * columns / width)) for need in needs]


def _lines(spans: Sequence[int], columns: int) -> int:
    """Return how many lines answers take that fill ``spans`` of ``columns`` columns."""
    lines, filled = 1, 0
    for span in spans:
        lines, filled = (lines, filled + span) if filled + span <= columns else (lines + 1, span)
    return lines


def _joins(line: Sequence[Any], field: Any) -> bool:
    """Whether ``field`` stands in the same line as those of ``line``."""
    room = sum(one.width for one in line) + field.width <= LINE
    return room and field.type not in {QUESTION, TABLE} and bool(field.critical) is bool(line[0].critical)


def _line(fields: Sequence[Any]) -> FormRow:
    *before, last = fields
    widths = [field.width for field in before]
    cells = (*map(Cell, before, widths), Cell(last, LINE - sum(widths)))
    return FormRow("line", cells, bool(last.critical))
