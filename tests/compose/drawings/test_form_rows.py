"""The fields of a form stand in lines that end at one edge, questions in one grid, answers in columns."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from brochures.compose.drawings.form_rows import FormRow, answer_shares, form_rows


@dataclass(frozen=True)
class Field:
    """What the rows ask of a field."""

    width: int = 12
    type: str = "text"
    critical: bool = False


QUESTION, TABLE = Field(type="yes/no/unknown"), Field(type="table")


def _shape(rows: tuple[FormRow, ...]) -> list[tuple[str, list[int]]]:
    return [(row.kind, [cell.width for cell in row.cells]) for row in rows]


@pytest.mark.parametrize(
    ("fields", "shape"),
    [
        ([Field(5), Field(4), Field(3)], [("line", [5, 4, 3])]),
        ([Field(5), Field(4), Field(4)], [("line", [5, 7]), ("line", [12])]),
        ([Field(6), QUESTION, QUESTION, Field(6)], [("line", [12]), ("grid", [12, 12]), ("line", [12])]),
        ([QUESTION, TABLE, QUESTION], [("grid", [12]), ("table", [12]), ("grid", [12])]),
        ([Field(6, critical=True), Field(6)], [("line", [12]), ("line", [12])]),
        ([], []),
    ],
)
def test_fields_stand_in_whole_lines_grids_and_tables(fields: list[Field], shape: list[tuple[str, list[int]]]) -> None:
    rows = form_rows(fields)
    assert _shape(rows) == shape
    assert [cell.field for row in rows for cell in row.cells] == fields


def test_a_line_is_critical_as_a_whole() -> None:
    rows = form_rows([Field(6, critical=True), Field(6, critical=True), Field(6)])
    assert [(row.critical, len(row.cells)) for row in rows] == [(True, 2), (False, 1)]


@pytest.mark.parametrize(
    ("answers", "width", "shares"),
    [
        (["Female", "Male", "Intersex"], 294, [1 / 3] * 3),
        (["Routine", "Soon"], 170, [1 / 2] * 2),
        (["A", "B", "C", "D", "E", "F"], 100, [1 / 2] * 6),
        (["Medical clearance, if done", "Medicine list", "ECG"], 250, [1, 1 / 2, 1 / 2]),
    ],
)
def test_answers_stand_in_columns_of_which_a_long_one_takes_several(
    answers: list[str], width: float, shares: list[float]
) -> None:
    assert [*answer_shares(answers, width)] == pytest.approx(shares)


def test_answers_that_go_into_one_line_stand_in_one() -> None:
    shares = answer_shares(["Received", "Accepted", "Not suitable", "Could not reach"], 400)
    assert sum(shares) == pytest.approx(1)
    assert shares[-1] > shares[0]


def test_an_answer_to_write_in_has_room_for_a_line() -> None:
    without, with_line = (answer_shares(["That I attend", "Other"], 220, write_in=told) for told in (False, True))
    assert without == (0.5, 0.5)
    assert with_line == (1, 1)
