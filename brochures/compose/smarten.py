"""Smartened words: the words of a job as they are set, each stamped with the number of its passage.

What a record holds to be found by (a citation, a number, a name) stays as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from brochures.compose.links import NUMBERS
from brochures.compose.passage_numbers import PassageNumbers, ShownPicture
from brochures.compose.typography import NEUTRAL, mended
from brochures.load.model.base import Model
from brochures.load.model.sources import Author, Citation
from brochures.load.model.words import Typography
from brochures.load.positions import Writing
from brochures.load.text_places import Written, is_text
from brochures.resolve.inline_text import Call, ClinicFact, Figure
from brochures.resolve.job import Job, PlacedPicture

NAMES = frozenset({"name", "file", "component", "route", "kind", "part", "place", "cite", "tty", "call", "document"})
"""Fields that are looked up, compared or called, and not read."""

AS_THEY_ARE = NUMBERS | {"email", "website"}
"""The clinic's facts that are dialled or typed in, and not read."""


def smartened(job: Job) -> tuple[Job, tuple[Writing, ...], tuple[PlacedPicture, ...]]:
    """Return ``job`` with its words mended by the rules of its language, and what they and its pictures are stamped with, by number."""
    setter = _Smartener(job.rules.words.typography if job.rules.words else NEUTRAL)
    changed = replace(
        job,
        title=setter.words(job.title),
        subject=setter.words(job.subject),
        lead=setter.words(job.lead),
        labels=setter.words(job.labels),
        clinic={name: setter.words(fact) for name, fact in job.clinic.items()},
        sections=tuple(
            replace(
                one,
                title=setter.words(one.title),
                blocks=setter.words(one.blocks),
                facsimile=setter.words(one.facsimile),
            )
            for one in job.sections
        ),
    )
    return changed, tuple(setter.passages.writings), tuple(setter.pictures)


class _Smartener:
    """Sets every text in a value as ``rule`` wants it."""

    def __init__(self, rule: Typography) -> None:
        self.rule = rule
        self.passages = PassageNumbers()
        self.pictures: list[PlacedPicture] = []

    def words(self, value: Any) -> Any:  # noqa: PLR0911 one for each kind of value
        """Return ``value`` with every text in it mended."""
        if is_text(value):
            return self.passages.stamped(value, mended(str(value), self.rule))
        if isinstance(value, tuple):
            return tuple(self.words(part) for part in value)
        if isinstance(value, Mapping):
            return {key: self.words(part) for key, part in value.items()}
        if isinstance(value, Call | Figure):
            return self._as_it_is(value)
        if isinstance(value, ClinicFact) and value.name in AS_THEY_ARE:
            return replace(value, value=self._as_it_is(value.value))
        if isinstance(value, PlacedPicture):
            self.pictures.append(value)
            file = ShownPicture.of(value.file + value.cut, len(self.pictures) - 1)
            return replace(value, file=file, alt=self.words(value.alt))
        if isinstance(value, Model) and not isinstance(value, Citation):
            return value.model_copy(
                update={name: self._part(name, getattr(value, name)) for name in type(value).model_fields}
            )
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{one.name: self._part(one.name, getattr(value, one.name)) for one in fields(value)})
        return value

    def _part(self, name: str, value: Any) -> Any:
        return self._as_it_is(value) if name in NAMES else self.words(value)

    def _as_it_is(self, value: Any) -> Any:
        if isinstance(value, Call | Figure):
            return replace(value, text=self._as_it_is(value.text))
        if isinstance(value, Citation | Author):
            return value.model_copy(
                update={name: self._as_it_is(getattr(value, name)) for name in value.model_fields_set}
            )
        if isinstance(value, tuple):
            return tuple(self._as_it_is(part) for part in value)
        return self.passages.stamped(value, str(value)) if isinstance(value, Written) else value
