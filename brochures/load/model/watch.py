"""``watch.yaml``: what may have changed since the words were written, and where somebody looks before a release."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Day, Model, Name, StatementName, Text
from brochures.load.model.checked_text import Url


class Looked(Model):
    """On which day who looked last, and what was found; all empty until a person looks."""

    day: Day | None = None
    by: Text | None = None
    found: Text | None = None

    @model_validator(mode="after")
    def _whole_or_empty(self) -> Self:
        there = [self.day, self.by, self.found]
        if any(there) and not all(there):
            raise PydanticCustomError(
                "looked", "who looked also says on which day, under which name and what was found"
            )
        return self


class WatchItem(Model):
    """One thing that may have changed: what, where that is seen, which statements it would change, and by which day to look."""

    what: Text
    where: Annotated[tuple[Url, ...], Field(min_length=1)]
    touches: Annotated[tuple[StatementName, ...], Field(min_length=1)]
    by: Day
    looked: Looked = Looked()

    def waits(self, today: date) -> bool:
        """Return whether on the day ``today`` nobody has looked yet, or the day has come to look again."""
        if self.looked.day is None:
            return True
        return self.looked.day <= today and self.by <= today


class WatchFile(Model):
    """All things to look up, by a name of their own."""

    watch: dict[Name, WatchItem]
