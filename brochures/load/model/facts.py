"""Facts: a table of statements, what is asked beside what is so."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Model, StatementName, Text


class Grade(StrEnum):
    """How grave what facts say is."""

    STOP = "stop"
    CARE = "care"
    NOTE = "note"


class Facts(Model):
    """Statements in two columns: what is asked on the left, what is so on the right.

    ``grade`` heads them with a band, its sign and a ``title``: how grave what they say is, the gravest first.
    """

    grade: Grade | None = None
    title: Text | None = None
    rows: tuple[Fact, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _grade_with_title(self) -> Facts:
        if (self.grade is None) is not (self.title is None):
            raise PydanticCustomError("facts_grade", "a 'grade' goes with a 'title', and a title with a grade")
        if self.grade is None and len(self.rows) == 1:
            raise PydanticCustomError("facts_rows", "one fact is no table: write it as a statement")
        return self


class Fact(Model):
    """One row of a fact table."""

    label: Text
    statement: StatementName
