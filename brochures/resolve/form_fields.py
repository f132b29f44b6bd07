"""Form fields: what there is to fill in on the sheets of a form, by the names that are its own for good, and which version of it that is.

A name has the form's name first, then the field's: ``referral.legal-name``; one box of several is named after its answer, a cell of a
table after its row and column: ``medicines.medicines.3.reason``. A part that begins with ``_`` is of no field of the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from brochures.load.model.forms import FieldType, FormKind, Holds, OfPartner, SheetLine
from brochures.resolve.form_sheets import FormLine
from brochures.resolve.job import FormSheet, Job
from brochures.resolve.signed_words import text_of

ON = "yes"
"""The state of a box that is checked."""

VERSION = "_form"
"""The field of a form that nobody sees: which form it is, of which clinic, in which version."""

WRITE_IN = "_write-in"
"""What the name of a field ends with that belongs to the last of its answers, to write another one in."""


class FieldKind(StrEnum):
    """What a field is in a file."""

    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    PHONE = "phone"
    NUMBER = "number"
    BOX = "box"
    RADIO = "radio"
    SIGNATURE = "signature"

    @property
    def is_typed(self) -> bool:
        """Whether words are typed into it."""
        return self not in {FieldKind.BOX, FieldKind.RADIO, FieldKind.SIGNATURE}


@dataclass(frozen=True)
class PlannedField:
    """One field: its whole name, its kind, and what is asked. ``part`` is the answer of a box, or row and column of a table.

    ``states`` are the answers of a radio group, by name. ``of`` is the name of the field of the content that it belongs to, ``group`` says
    that one of several boxes must be checked; ``holds`` is what the answer is checked for.
    """

    name: str
    kind: FieldKind
    section: str
    asked: str
    part: str = ""
    required: bool = False
    states: tuple[tuple[str, str], ...] = ()
    of: str = ""
    group: bool = False
    holds: Holds | None = None

    @property
    def shown(self) -> str:
        """What it is called in a finding."""
        return ": ".join(part for part in (self.section, self.asked, self.part) if part)


def sheet_name(form: FormSheet, line: SheetLine) -> str:
    """Return the name of the field that the line at the head of each sheet holds: that of a field of the form, or one of its own."""
    own = next((field for _, field in fields_of(form) if field.heads == line), None)
    return f"{form.name}.{own.name if own else f'_{line}'}"


def fields_of(form: FormSheet) -> Iterator[tuple[str, FormLine]]:
    """Yield each field of ``form`` with the title of its section."""
    for section in form.sections:
        for field in section["fields"]:
            yield section["title"], field


def kind_of(field: FormLine) -> FieldKind:
    """Return what ``field`` is in a file; of a table and of several boxes, what each of their parts is."""
    return {
        FieldType.LONG: FieldKind.LINES,
        FieldType.TABLE: FieldKind.LINES,
        FieldType.DATE: FieldKind.DATE,
        FieldType.PHONE: FieldKind.PHONE,
        FieldType.NUMBER: FieldKind.NUMBER,
        FieldType.CHOICE: FieldKind.RADIO,
        FieldType.YES_NO_UNKNOWN: FieldKind.RADIO,
        FieldType.MULTI: FieldKind.BOX,
        FieldType.CHECK: FieldKind.BOX,
        FieldType.SIGNATURE: FieldKind.SIGNATURE,
    }.get(field.type, FieldKind.TEXT)


def planned(form: FormSheet) -> tuple[PlannedField, ...]:
    """Return every field of ``form`` in reading order, those at the head of its sheets first, but of its version."""
    return (*_heads(form), *(one for section, field in fields_of(form) for one in _planned(form, section, field)))


def _heads(form: FormSheet) -> Iterator[PlannedField]:
    kinds = {SheetLine.PATIENT: FieldKind.TEXT, SheetLine.BORN: FieldKind.DATE}
    for line, kind in kinds.items():
        name = sheet_name(form, line)
        if name.rpartition(".")[2].startswith("_") and form.kind is not FormKind.COVER:
            yield PlannedField(name, kind, "", str(line), of=f"_{line}")


def _planned(form: FormSheet, section: str, field: FormLine) -> Iterator[PlannedField]:
    name, asked, kind = f"{form.name}.{field.name}", text_of(field.label), kind_of(field)
    if field.type is FieldType.TABLE:
        for row in range(1, (field.rows or 0) + 1):
            for column, head in zip(field.column_names, field.columns, strict=True):
                yield PlannedField(
                    f"{name}.{row}.{column}", kind, section, asked, f"{row}: {head.label}", of=field.name
                )
        return
    if field.type is FieldType.MULTI:
        for option, words in answers(field):
            yield PlannedField(
                f"{name}.{option}", kind, section, asked, words, field.required, of=field.name, group=True
            )
    else:
        states = answers(field) if kind is FieldKind.RADIO else ()
        yield PlannedField(name, kind, section, asked, "", field.required, states, field.name, holds=field.holds)
    if field.write_in:
        yield PlannedField(name + WRITE_IN, FieldKind.TEXT, section, asked, field.write_in, of=field.name)


def answers(field: FormLine) -> tuple[tuple[str, str], ...]:
    """Return the answers of ``field``, each with its name: its options and the one to write in, or those of a grid's columns."""
    if field.type is FieldType.YES_NO_UNKNOWN:
        return tuple((answer, answer) for answer in field.answers)
    written = ((WRITE_IN, field.write_in),) if field.write_in else ()
    return (*zip(field.option_names, field.options, strict=True), *written)


def partner_fields(job: Job) -> dict[str, OfPartner]:
    """Return the fields of the forms of ``job`` that say something of a partner, by their whole names."""
    return {
        f"{form.name}.{field.name}": field.partner
        for form in job.things(FormSheet)
        for _, field in fields_of(form)
        if field.partner is not None
    }
