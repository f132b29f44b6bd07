"""Links: from words to the record of a source, with where in the source it stands, what it says there, and where that was read.

A link without ``at`` waits: nobody has said yet which words of the source carry the sentence (docs/writers.md, Links to sources).
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Model, SourceName, Text

QUOTED_WORDS = 30
"""A quotation or close paraphrase has fewer words than this: enough to find the place, and too few to reprint the source."""

_WORD = re.compile(r"\w+(?:['\u2019.-]\w+)*")
_DAY = re.compile(r"(?<![\w/.=-])((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?![\w/-])")
"""A day or month that is no part of an address."""

_LETTER = re.compile(r"[^\W_]")


def _says_something(text: str) -> str:
    if not _LETTER.search(text):
        raise PydanticCustomError("says_nothing", "'{text}' says nothing", {"text": text})
    return text


def _is_short(text: str) -> str:
    count = len(_WORD.findall(text))
    if count >= QUOTED_WORDS:
        raise PydanticCustomError(
            "long_quotation",
            "a quotation has fewer than {limit} words, and this has {count}",
            {"limit": QUOTED_WORDS, "count": count},
        )
    return text


def _names_a_day(text: str) -> str:
    days = _DAY.findall(text)
    if len(days) != 1:
        what = "names no day" if not days else f"names {len(days)} days"
        raise PydanticCustomError("read_day", "'{text}' {what}", {"text": text, "what": what})
    year, month, day = (int(part or 1) for part in days[0])
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:  # noqa: PLR2004 the months of a year
        raise PydanticCustomError("date_value", "'{text}' names a day that is not in the calendar", {"text": text})
    if not _LETTER.search(_DAY.sub("", text)):
        raise PydanticCustomError("read_where", "'{text}' does not say where it was read", {"text": text})
    return text


SomeText = Annotated[Text, AfterValidator(_says_something)]
"""Text with a letter or a digit in it."""

Quotation = Annotated[SomeText, AfterValidator(_is_short)]
"""A quotation or close paraphrase of fewer than ``QUOTED_WORDS`` words."""

Reading = Annotated[SomeText, AfterValidator(_names_a_day)]
"""Where a text was read, and the day (``2026-11-30``) or month (``2026-11``) on which it was."""


class SourceLink(Model):
    """A link to a source or study, by its ``id``.

    ``at`` is the place in it (section, page, table), ``says`` its words there, quoted or closely paraphrased, ``read`` where and when they were read.
    """

    id: SourceName
    at: SomeText = ""
    says: Quotation = ""
    read: Reading = ""

    @property
    def waits(self) -> bool:
        """Whether nobody has yet said which words carry the sentence, or where those were read."""
        return not (self.at and self.says and self.read)

    @property
    def read_from(self) -> date | None:
        """The first day on which it may have been read."""
        return _read_days(self.read)[0] if self.read else None

    @property
    def read_until(self) -> date | None:
        """The last day on which it may have been read: of a month, its last."""
        return _read_days(self.read)[1] if self.read else None

    @model_validator(mode="after")
    def _is_whole(self) -> SourceLink:
        given = [name for name in ("at", "says", "read") if getattr(self, name)]
        lacking = [name for name in ("at", "says") if name not in given]
        if given and lacking:
            raise PydanticCustomError(
                "half_a_link",
                "the link to '{id}' has '{given}' and no '{lacking}'",
                {"id": self.id, "given": "' and '".join(given), "lacking": "' and no '".join(lacking)},
            )
        return self


def _read_days(read: str) -> tuple[date, date]:
    (parts,) = _DAY.findall(read)
    year, month, day = (int(part or 0) for part in parts)
    return date(year, month, day or 1), date(year, month, day or calendar.monthrange(year, month)[1])


def _with_its_id(value: Any) -> Any:
    if isinstance(value, str):
        return {"id": value}
    if not isinstance(value, dict | SourceLink):
        raise PydanticCustomError("source_link", "neither the id of a source nor keys with values")
    return value


Link = Annotated[SourceLink, BeforeValidator(_with_its_id, json_schema_input_type=SourceName | SourceLink)]
"""A link, written as the bare id of a source (it waits), or as ``{id: …, at: …, says: …, read: …}``."""
