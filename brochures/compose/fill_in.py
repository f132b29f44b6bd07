"""Fill in: what a template stamps into the boxes of a form, for the edition that is filled in on a screen: which field each is, and what it says of itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from brochures.load.model.forms import FieldType, FormKind, SheetLine
from brochures.resolve.form_fields import (
    ON,
    VERSION,
    WRITE_IN,
    FieldKind,
    answers,
    fields_of,
    kind_of,
    sheet_name,
)
from brochures.resolve.form_sheets import FormLine
from brochures.resolve.job import FormSheet, Job
from brochures.resolve.signed_words import text_of

__all__ = [
    "ASKS",
    "FIELD",
    "KIND",
    "REQUIRED",
    "SAYS",
    "STATE",
    "VERSION",
    "FieldKind",
    "FillIn",
    "about",
    "bare_heads",
]

FIELD, KIND, STATE, SAYS, ASKS, REQUIRED = "data-fill", "data-kind", "data-state", "data-says", "data-asks", "data-must"
"""The attributes of a box that is filled in: the name of its field, what that is, the answer that the box stands for, what it says, what is
asked of all boxes of the field together, and whether one must be filled in."""

NOTHING = Markup("")

_BARE = (FormKind.CONSENT, FormKind.REPLY)
"""Forms whose first sheet has no line at its head: one that has no other prints none."""


def about(job: Job) -> Mapping[str, str]:
    """Return what each form of ``job`` says of itself in a file, by its name: the clinic, the piece and its version, its own wording."""
    held = {
        "clinic": job.clinic["name"].value or "",
        "piece": job.slug,
        "version": job.version,
        "dated": job.dated.isoformat(),
    }
    return {
        form.name: json.dumps({"form": form.name, **held, "wording": form.wording}, ensure_ascii=False)
        for form in job.things(FormSheet)
    }


def bare_heads(job: Job) -> frozenset[str]:
    """Return the fields at the heads of sheets that need not be in a file, for the form may have no sheet that prints them."""
    return frozenset(
        f"{form.name}._{line}" for form in job.things(FormSheet) if form.kind in _BARE for line in SheetLine
    )


@dataclass(frozen=True)
class FillIn:
    """What a template calls for each box of a form. ``label`` gives the words of the page; where nothing is filled in, ``active`` is false."""

    label: Callable[[str], str]
    active: bool

    def form(self, form: FormSheet) -> Markup:
        """Return the attribute that says which wording of ``form`` this is: a file made of another one is made anew."""
        return Markup(' data-wording="{}"').format(form.wording) if self.active else NOTHING

    def room(self, form: FormSheet, field: FormLine) -> Markup:
        """Return the attributes of the room that ``field`` has to write in."""
        return self._box(f"{form.name}.{field.name}", kind_of(field), self._says(form, field), required=field.required)

    def check(self, form: FormSheet, field: FormLine) -> Markup:
        """Return the attributes of the box of ``field``, which has one."""
        return self._box(
            f"{form.name}.{field.name}", FieldKind.BOX, self._says(form, field), ON, required=field.required
        )

    def answer(self, form: FormSheet, field: FormLine, at: int | str) -> Markup:
        """Return the attributes of the box for one answer of ``field``, by its place or, in a grid, by its name."""
        known = answers(field)
        name, words = known[at] if isinstance(at, int) else (at, self.label(f"form.{at}") if self.active else "")
        whole = f"{form.name}.{field.name}"
        several = field.type is FieldType.MULTI
        says = self._says(form, field, words)
        if several:
            return self._box(f"{whole}.{name}", FieldKind.BOX, says, ON)
        return self._box(whole, FieldKind.RADIO, says, name, required=field.required, asks=self._says(form, field))

    def write_in(self, form: FormSheet, field: FormLine) -> Markup:
        """Return the attributes of the line on which another answer to ``field`` is written."""
        says = self._says(form, field, field.write_in or "")
        return self._box(f"{form.name}.{field.name}{WRITE_IN}", FieldKind.TEXT, says)

    def entry(self, form: FormSheet, field: FormLine, row: int, column: int) -> Markup:
        """Return the attributes of one cell of a table; ``row`` counts from 1, ``column`` from 0."""
        if not self.active:
            return NOTHING
        says = f"{text_of(field.label)}, {self.label('fill.row')} {row}: {field.columns[column].label}"
        return self._box(f"{form.name}.{field.name}.{row}.{field.column_names[column]}", FieldKind.LINES, says)

    def head(self, form: FormSheet, line: str) -> Markup:
        """Return the attributes of what stands at the head of each sheet: ``patient`` or ``born``."""
        if not self.active:
            return NOTHING
        which = SheetLine(line)
        kind, words = {
            SheetLine.PATIENT: (FieldKind.TEXT, self.label("form.patient-name")),
            SheetLine.BORN: (FieldKind.DATE, f"{self.label('form.date-of-birth')}, {self.label('fill.date')}"),
        }[which]
        return self._box(sheet_name(form, which), kind, f"{form.title}: {words}, {self.label('fill.each-sheet')}")

    def _says(self, form: FormSheet, field: FormLine, answer: str = "") -> str:
        """Return what a box of ``field`` says: its section, label, hint and answer, how it is filled in, and whether it must be."""
        if not self.active:
            return ""
        section = next(title for title, one in fields_of(form) if one.name == field.name)
        critical = f"{self.label('form.critical')} " if field.critical else ""
        hint = f" {field.hint}" if field.hint else ""
        asked = f"{section}: {critical}{text_of(field.label)}{hint}" + (f": {answer}" if answer else "")
        notes = {FieldType.MULTI: "fill.any", FieldType.DATE: "fill.date"}
        notes |= dict.fromkeys((FieldType.CHOICE, FieldType.YES_NO_UNKNOWN), "fill.one")
        how = [self.label(notes[field.type])] if field.type in notes else []
        return "; ".join((asked, *how, *([self.label("fill.required")] if field.required else ())))

    def _box(
        self, name: str, kind: FieldKind, says: str, state: str = "", *, required: bool = False, asks: str = ""
    ) -> Markup:
        if not self.active:
            return NOTHING
        held = {
            FIELD: name,
            KIND: str(kind),
            SAYS: says,
            STATE: state,
            ASKS: asks,
            REQUIRED: "true" if required else "",
        }
        return Markup("").join(Markup(' {}="{}"').format(key, value) for key, value in held.items() if value)
