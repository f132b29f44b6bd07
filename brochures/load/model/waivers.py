"""``waivers.yaml``: findings that somebody lets pass, with the reason and the day on which that ends."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Day, Model, Name, Text
from brochures.load.model.checked_text import Shape


class Waiver(Model):
    """One finding that is let pass: its code; the file, thing (statement, study, form, piece …) or words that it is about; why; until when."""

    code: Annotated[
        str,
        Shape(
            r"^[A-Z]{3}-\d{3}$",
            "a code of a finding",
            "write three capital letters, a hyphen and three digits, such as EDT-101",
        ),
    ]
    file: Text | None = None
    thing: Name | None = None
    words: Text | None = None
    reason: Text
    expires: Day

    @model_validator(mode="after")
    def _says_where(self) -> Waiver:
        if self.file is None and self.thing is None:
            raise PydanticCustomError(
                "waiver_place", "a waiver names the 'file' or the 'thing' that it is about, not every place at once"
            )
        return self


class WaiversFile(Model):
    """All waivers, by a name of their own."""

    waivers: dict[Name, Waiver]
