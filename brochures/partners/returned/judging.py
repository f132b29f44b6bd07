"""Judging: answers held against the form that they were given on. No finding quotes an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brochures.findings import Finding, Place, codes
from brochures.findings.suggest import closest
from brochures.partners.returned.answers import Answer, Stamp
from brochures.resolve.form_fields import VERSION, FieldKind, PlannedField
from brochures.resolve.job import FormSheet
from brochures.resolve.typed_answers import Wrong, day_of, fault

MOST_HINTS = 20
"""For so many strange fields of a form it is looked what they may be: a file that holds thousands was not made by mistyping."""

_CODES = {
    Wrong.DATE: codes.BAD_DATE,
    Wrong.PHONE: codes.BAD_PHONE,
    Wrong.NUMBER: codes.BAD_NUMBER,
    Wrong.NPI: codes.BAD_NPI,
    Wrong.DIAGNOSIS_CODE: codes.BAD_DIAGNOSIS_CODE,
}

_ASK = "ask whoever sent the form"


def answered(fields: Sequence[PlannedField], values: Mapping[str, str]) -> tuple[Answer, ...]:
    """Return what each of ``fields`` holds."""
    return tuple(_answer(field, values.get(field.name, "")) for field in fields)


def _answer(field: PlannedField, value: str) -> Answer:
    if not value.strip():
        return Answer(field)
    if field.kind is FieldKind.RADIO:
        state = value.removeprefix("/")  # some programs write the name of a state as words
        return Answer(field, state, dict(field.states).get(state, ""))
    return Answer(field, value, day=day_of(value) if field.kind is FieldKind.DATE else "")


def about_answers(file: str, answers: Sequence[Answer]) -> Iterator[Finding]:
    """Yield what is missing or malformed in ``answers``."""
    place = Place(file)
    checked = {one.field.of for one in answers if one.field.group and one.typed}
    told: set[str] = set()
    for one in answers:
        field = one.field
        if not one.typed:
            lacking = field.required and not (field.group and field.of in checked) and field.of not in told
            told |= {field.of} if field.group and lacking else set()
            if lacking:
                asked = field.asked if field.group else field.shown
                yield codes.LEFT_EMPTY.at(place, f"'{asked}' must be filled in, and is empty", _ASK)
        elif field.kind is FieldKind.RADIO and not one.words:
            yield codes.STRANGE_ANSWER.at(place, f"'{field.shown}' holds an answer that the form does not have", _ASK)
        else:
            wrong = fault(field, one.typed)
            if wrong is not None:
                yield _CODES[wrong[0]].at(place, f"'{field.shown}' {wrong[1]}", _ASK)


def about_form(
    file: str, stamp: Stamp, sheet: FormSheet, names: Sequence[str], fields: Sequence[PlannedField]
) -> Iterator[Finding]:
    """Yield how the form in the file differs from ``sheet``, which has ``fields``; ``names`` are those of the fields in the file."""
    place, planned = Place(file), {field.name: field for field in fields}
    if stamp.wording and stamp.wording != sheet.wording:
        said = (
            f"'{sheet.title}' was filled in on another wording than today's: version {stamp.version} of {stamp.dated}"
        )
        yield codes.OTHER_WORDING.at(place, said, "see what was asked then, before anybody goes by the answers")
    strange = [name for name in names if name not in planned and not name.endswith(f".{VERSION}")]
    for name, field in planned.items():
        if name not in names and not name.rpartition(".")[2].startswith("_"):
            renamed = closest(name, strange)
            hint = f"is it '{renamed}' now? {_ASK}" if renamed else _ASK
            yield codes.MISSING_FIELD.at(place, f"the field '{name}' ('{field.shown}') is not in the file", hint)
    for number, name in enumerate(strange):
        meant = closest(name, planned) if number < MOST_HINTS else ""
        yield codes.STRANGE_FIELD.at(
            place,
            f"the field '{name}' is not of this form, and is not read",
            f"did you mean '{meant}'?" if meant else _ASK,
        )
