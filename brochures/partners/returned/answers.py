"""Answers: a form that was filled in, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from brochures.findings import Finding
from brochures.resolve.form_fields import PlannedField
from brochures.resolve.job import FormSheet

KnownForms = Callable[[str], Mapping[str, FormSheet]]
"""Returns the forms of a piece by name; none where there is no such piece."""


@dataclass(frozen=True)
class Answer:
    """What one field holds: ``typed`` as it was typed; ``words`` the answer that was chosen; ``day`` a date as ISO 8601 has it. Empty: nothing."""

    field: PlannedField
    typed: str = ""
    words: str = ""
    day: str = ""


@dataclass(frozen=True)
class Stamp:
    """What a filled form says of itself: see ``compose.fill_in.about``."""

    form: str
    clinic: str = ""
    piece: str = ""
    version: str = ""
    dated: str = ""
    wording: str = ""


@dataclass(frozen=True)
class FilledForm:
    """A form that was filled in: the file that it is in, what it says of itself, its title, its answers in order, and what is wrong with them."""

    file: str
    stamp: Stamp
    title: str
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class ReadFile:
    """What one file holds: the forms that were filled in, and what was found in the file and in them."""

    forms: tuple[FilledForm, ...] = ()
    findings: tuple[Finding, ...] = ()
