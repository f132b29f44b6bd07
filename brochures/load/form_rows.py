"""Form rows: forms whose rows cannot be set as they are written: answers without a column, critical rows below others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from brochures.findings import Finding, codes
from brochures.load.model.forms import ANSWERS, FormField, FormSection


def unset_rows(shelves: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, Finding]]:
    """Yield the kind and name of each form with such a row, with what is wrong: it may not be printed."""
    for name, entry in shelves["form"].items():
        for number, section in enumerate(entry.thing.sections):
            route = ("sections", number, "fields")
            for at, field in enumerate(section.fields):
                if message := _without_column(field):
                    place = entry.place(*route, at, "answers")
                    mend = "leave them out, or make it a field of type 'choice'"
                    yield "form", name, codes.FORM_ANSWERS.at(place, f"'{field.label}' {message}", mend)
            for at in _late(section):
                label, first = section.fields[at].label, section.fields[_first_plain(section)].label
                yield "form", name, codes.CRITICAL_ROW.at(
                    entry.place(*route, at, "label"),
                    f"'{label}' is critical and stands below '{first}', which is not",
                    f"move it above '{first}', or into a section of its own",
                )  # fmt: skip


def _without_column(field: FormField) -> str:
    """Return what is wrong with the answers of ``field``, or nothing."""
    columns = f"its grid has {len(ANSWERS)} columns: {', '.join(ANSWERS)}"
    if len(field.answers) > len(ANSWERS):
        return f"has {len(field.answers)} answers, and {columns}"
    strange = [answer for answer in field.answers if answer not in ANSWERS]
    return f"has the answer '{strange[0]}', and {columns}" if strange else ""


def _first_plain(section: FormSection) -> int:
    """Return where the first row of ``section`` stands that is not critical."""
    return next((at for at, field in enumerate(section.fields) if not field.critical), len(section.fields))


def _late(section: FormSection) -> Iterator[int]:
    """Yield where critical rows stand below others."""
    first = _first_plain(section)
    return (at for at, field in enumerate(section.fields) if field.critical and at > first)
