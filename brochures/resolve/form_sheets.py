"""Form sheets: a form of the catalogue as it is printed, with the references in its notes and labels followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from brochures.load.catalogue import Entry
from brochures.load.model.forms import FieldType, Form, FormField, FormSection
from brochures.load.yaml_source import Route
from brochures.resolve.citing import places
from brochures.resolve.inline_text import Words
from brochures.resolve.job import FormSheet

Read = Callable[[str, Route], Words]
"""Follows the references in a text at a route of the form."""


@dataclass(frozen=True)
class FormLine:
    """A field of a form as it is printed: its label as runs, the rest as it is written. ``width`` is a share of the line in twelfths."""

    label: Words
    type: FieldType
    required: bool
    options: tuple[str, ...]
    write_in: str | None
    hint: str | None
    width: int


def form_sheet(name: str, entry: Entry[Form], read: Read) -> FormSheet:
    """Return the form called ``name`` as it is printed."""
    form = entry.thing
    sections = tuple(_section(section, ("sections", number), read) for number, section in enumerate(form.sections))
    place, links = entry.manuscript.place(entry.route, key=True), places(form.sources, entry)
    return FormSheet(name, form.kind, form.title, form.intro, form.before_use, sections, place, links)


def _section(section: FormSection, route: Route, read: Read) -> Mapping[str, Any]:
    note = read(section.note, (*route, "note")) if section.note else None
    fields = tuple(_line(field, (*route, "fields", place), read) for place, field in enumerate(section.fields))
    return {"title": section.title, "elements": tuple(section.elements), "note": note, "fields": fields}


def _line(field: FormField, route: Route, read: Read) -> FormLine:
    label = read(field.label, (*route, "label"))
    return FormLine(label, field.type, field.required, field.options, field.write_in, field.hint, field.width)
