"""Mending: the words of a job as they are set. What a record holds to be found by (a citation, a number, a name) stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from brochures.compose.typography import NEUTRAL, mended
from brochures.load.model.base import Model
from brochures.load.model.sources import Citation
from brochures.load.model.words import Typography
from brochures.resolve.inline import Call, Figure
from brochures.resolve.job import Job

AS_IT_IS = (Call, Figure, Citation)

NAMES = frozenset(
    {"name", "file", "component", "route", "kind", "part", "review", "place", "cite", "tty", "call", "document"}
)
"""Fields that are looked up, compared or called, and not read."""

PHONES = frozenset({"phone", "after_hours_phone", "fax", "tty", "interpreter_phone"})


def set_words(job: Job) -> Job:
    """Return ``job`` with its words mended by the rules of its language."""
    rule = job.house.words.typography if job.house.words else NEUTRAL
    clinic = {name: fact if name in PHONES else _set(fact, rule) for name, fact in job.clinic.items()}
    return replace(
        job,
        title=mended(job.title, rule),
        subject=mended(job.subject, rule),
        lead=mended(job.lead, rule),
        labels={name: mended(label, rule) for name, label in job.labels.items()},
        clinic=clinic,
        sections=tuple(
            replace(one, title=mended(one.title, rule), blocks=_set(one.blocks, rule)) for one in job.sections
        ),
    )


def _set(value: Any, rule: Typography) -> Any:  # noqa: PLR0911 one for each kind of value
    """Return ``value`` with every text in it mended."""
    if type(value) is str:
        return mended(value, rule)
    if isinstance(value, tuple):
        return tuple(_set(part, rule) for part in value)
    if isinstance(value, Mapping):
        return {key: _set(part, rule) for key, part in value.items()}
    if isinstance(value, AS_IT_IS) or (getattr(value, "name", "") in PHONES):
        return value
    if isinstance(value, Model):
        changed = {name: _set(getattr(value, name), rule) for name in type(value).model_fields if name not in NAMES}
        return value.model_copy(update=changed)
    if is_dataclass(value) and not isinstance(value, type):
        parts = [one.name for one in fields(value) if one.name not in NAMES]
        return replace(value, **{name: _set(getattr(value, name), rule) for name in parts})
    return value
