"""``editorial-notes.yaml``: every message of the clinic's web page, and what became of it. For the medical director."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Model, StatementName, Text
from brochures.load.model.checked_text import Shape
from brochures.load.model.source_links import Link

MessageName = Annotated[
    str, Shape(r"^S\d{2,3}$", "the number of a message", "write S and two or three digits, such as S01")
]
"""The number of a message, S01 to S100."""


class Verdict(StrEnum):
    """What the sources say of a message."""

    SUPPORTED = "supported"
    QUALIFIED = "supported with qualification"
    CONTRADICTED = "contradicted"
    PROMOTIONAL = "promotional or unsupported"
    NOT_IN_SOURCES = "not in the sources"
    CLINIC_CONFIRMS = "only the clinic can confirm"


class Decision(StrEnum):
    """What became of a message."""

    PRINTED = "printed"
    CORRECTED = "corrected"
    LEFT_OUT = "left out"


class EditorialNote(Model):
    """One message of the web page, in new words: what the sources say, what is printed instead, and in which statements."""

    section: Text
    message: Text
    verdict: Verdict
    finding: Text
    decision: Decision
    instead: Text
    printed: tuple[StatementName, ...] = ()
    sources: tuple[Link, ...] = ()

    @model_validator(mode="after")
    def _printed_names_its_statements(self) -> EditorialNote:
        if (self.decision is Decision.LEFT_OUT) is bool(self.printed):
            raise PydanticCustomError(
                "note_printed", "a message that is printed or corrected names its statements, one left out names none"
            )
        return self


class NotesFile(Model):
    """All editorial notes, by the number of the message."""

    notes: dict[MessageName, EditorialNote]
