"""``labels.yaml``: the small words that the pages themselves need, in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from brochures.load.model.base import LabelName, Model, Words

DATE_FORM, MONTHS = "date.form", "date.months"
"""The labels by which a day is said: its form, and the names of the months."""

DATE_FIELDS = ("day", "month", "year")
"""What the form of a date may hold in braces."""

MONTHS_OF_A_YEAR = 12

_FIELD = re.compile(r"\{([^{}]*)\}")


def said(day: date, labels: Mapping[str, str]) -> str:
    """Return ``day`` as ``labels`` say days. Raise ``KeyError`` where they do not say how."""
    month = labels[MONTHS].split()[day.month - 1]
    return labels[DATE_FORM].format(day=day.day, month=month, year=day.year)


class LabelsFile(Model):
    """All labels, by name."""

    labels: dict[LabelName, Words]

    @model_validator(mode="after")
    def _can_be_filled_in(self) -> LabelsFile:
        wrong = [
            InitErrorDetails(type=_error(message), loc=("labels", str(name), language), input=words[language])
            for name, words in self.labels.items()
            for language, message in _wrong(str(name), words)
        ]
        if wrong:
            raise ValidationError.from_exception_data("labels", wrong)
        return self


def _error(message: str) -> PydanticCustomError:
    return PydanticCustomError("label", "{message}", {"message": message})  # a message may hold braces of its own


def _wrong(name: str, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each language in which the label ``name`` cannot be filled in as the pages do it, and why."""
    first = next(iter(words), "")
    for language, text in words.items():
        fields = _FIELD.findall(text)
        if any(brace in _FIELD.sub("", text) for brace in "{}"):
            yield language, f"a brace in '{text}' is not closed, or not opened"
        elif name == DATE_FORM:
            for field in fields:
                if field not in DATE_FIELDS:
                    yield (
                        language,
                        f"a date has no '{{{field}}}'; it may have {', '.join(f'{{{one}}}' for one in DATE_FIELDS)}",
                    )
        elif name == MONTHS and len(text.split()) != MONTHS_OF_A_YEAR:
            yield language, f"a year has {MONTHS_OF_A_YEAR} months, and {len(text.split())} are written"
        elif unknown := set(fields) - set(_FIELD.findall(words[first])):
            yield language, f"'{first}' has no '{{{min(unknown)}}}', so it would be printed as it is"
