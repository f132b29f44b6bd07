"""Form sheets: a form of the catalogue as it is printed, with the references in its notes and labels followed, and each field named."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from brochures.load.catalogue import Entry
from brochures.load.model.forms import (
    Column,
    FaxedTo,
    FieldType,
    Form,
    FormField,
    FormSection,
    Holds,
    OfPartner,
    SheetLine,
)
from brochures.load.yaml_source import Route
from brochures.resolve.citing import places
from brochures.resolve.inline_text import Words
from brochures.resolve.job import FormSheet
from brochures.resolve.signed_words import text_of

Read = Callable[[str, Route], Words]
"""Follows the references in a text at a route of the form."""


@dataclass(frozen=True)
class FormLine:
    """A field of a form as it is printed: its label as runs, the rest as it is written (see ``FormField``).

    ``name`` is stable and stands once in a form: the field's own, or made of its label. So are ``option_names`` and ``column_names``,
    which stand once in the field.
    """

    name: str
    label: Words
    type: FieldType
    required: bool
    options: tuple[str, ...]
    write_in: str | None
    hint: str | None
    urgent: Words | None
    width: int
    lines: int
    critical: bool
    answers: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: int | None
    heads: SheetLine | None = None
    holds: Holds | None = None
    partner: OfPartner | None = None
    faxed_to: FaxedTo | None = None

    @property
    def option_names(self) -> tuple[str, ...]:
        """What its options are called."""
        return _once(self.options)

    @property
    def column_names(self) -> tuple[str, ...]:
        """What its columns are called."""
        return _once(column.label for column in self.columns)


_SEPARATORS = re.compile(r"[^a-z0-9]+")


def form_sheet(name: str, entry: Entry[Form], read: Read) -> FormSheet:
    """Return the form called ``name`` as it is printed."""
    form = entry.thing
    names = iter(field_names(field for section in form.sections for field in section.fields))
    sections = tuple(
        _section(section, ("sections", number), read, [next(names) for _ in section.fields])
        for number, section in enumerate(form.sections)
    )
    place, links = entry.manuscript.place(entry.route, key=True), places(form.sources, entry)
    wording = _digest([name, form.kind, form.title, form.intro, form.before_use], sections)
    return FormSheet(name, form.kind, form.title, form.intro, form.before_use, sections, place, links, wording)


def _digest(said: list[Any], sections: Iterable[Mapping[str, Any]]) -> str:
    """Return which wording of a form this is: 16 hexadecimal digits of the SHA-256 of its words and fields."""
    said += [[one["title"], _text(one["note"]), [_said(field) for field in one["fields"]]] for one in sections]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:16]


def _said(field: FormLine) -> list[Any]:
    columns = [column.label for column in field.columns]
    return [
        field.name, text_of(field.label), field.type, field.required, field.options, field.write_in, field.hint, _text(field.urgent),
        field.answers, columns, field.rows,
    ]  # fmt: skip


def _text(words: Words | None) -> str:
    return text_of(words) if words else ""


def field_names(fields: Iterable[FormField]) -> tuple[str, ...]:
    """Return a name for each of ``fields``, each once: its own, or its label in small letters; the second of a name has a number."""
    return _once(field.name or field.label for field in fields)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    """Return each of ``texts`` as a name, in small letters and hyphens; the second of a name has a number."""
    seen: Counter[str] = Counter()
    found = []
    for text in texts:
        name = _SEPARATORS.sub("-", text.lower()).strip("-") or "field"
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(found)


def _section(section: FormSection, route: Route, read: Read, names: Iterable[str]) -> Mapping[str, Any]:
    note = read(section.note, (*route, "note")) if section.note else None
    fields = tuple(
        _line(name, field, (*route, "fields", place), read)
        for place, (name, field) in enumerate(zip(names, section.fields, strict=True))
    )
    return {"title": section.title, "elements": tuple(section.elements), "note": note, "fields": fields}


def _line(name: str, field: FormField, route: Route, read: Read) -> FormLine:
    urgent = read(field.urgent, (*route, "urgent")) if field.urgent else None
    return FormLine(
        name, read(field.label, (*route, "label")), field.type, field.required, field.options, field.write_in,
        field.hint, urgent, field.width, field.lines, field.critical, field.answers, field.columns, field.rows, field.heads, field.holds,
        field.partner, field.faxed_to,
    )  # fmt: skip
