"""Reading: one file that came back into the forms that were filled in in it, each judged."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from pypdfium2 import PdfiumError

from brochures.findings import Finding, Place, codes
from brochures.partners.returned.answers import FilledForm, KnownForms, ReadFile, Stamp
from brochures.partners.returned.fields import field_values, stamps
from brochures.partners.returned.judging import about_answers, about_form, answered
from brochures.partners.returned.without_fields import no_fields, not_a_file
from brochures.resolve.form_fields import VERSION, planned
from brochures.resolve.job import FormSheet


def read_form(name: str, data: bytes, known: KnownForms, clinic: str, titles: Sequence[str]) -> ReadFile:
    """Return what the file ``name`` holds.

    ``known`` finds the forms of a piece, ``clinic`` is the name of ours, ``titles`` are those of all forms. It raises nothing: a file that
    cannot be read is a finding.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            values = field_values(pdf)
            found = dict(stamps(values))
            if not found:
                return ReadFile(findings=(no_fields(name, data, pdf, titles),))
    except pikepdf.PasswordError:
        told = "it is locked with a password"
        return ReadFile(findings=(codes.UNREAD_FORM.at(Place(name), told, "ask for it without one, by a secure way"),))
    except (pikepdf.PdfError, PdfiumError, ValueError, TypeError, RuntimeError):
        return ReadFile(findings=(not_a_file(name, data),))
    return _read(name, values, found, known, clinic)


def _read(name: str, values: Mapping[str, str], found: Mapping[str, Stamp], known: KnownForms, clinic: str) -> ReadFile:
    forms: list[FilledForm] = []
    loose: list[Finding] = []
    for form, stamp in found.items():
        held = {field: value for field, value in values.items() if field.startswith(f"{form}.")}
        if not any(value.strip() for field, value in held.items() if field != f"{form}.{VERSION}"):
            continue
        sheet = known(stamp.piece).get(stamp.form)
        refused = _refused(name, stamp, sheet, clinic)
        if refused is not None:
            loose.append(refused)
        elif sheet is not None:
            forms.append(_filled(name, stamp, sheet, held))
    if not forms and not loose:
        loose.append(
            codes.NOTHING_FILLED.at(Place(name), "no form in it was filled in", "see that it is the right file")
        )
    return ReadFile(tuple(forms), (*loose, *(finding for one in forms for finding in one.findings)))


def _refused(name: str, stamp: Stamp, sheet: FormSheet | None, clinic: str) -> Finding | None:
    """Return why a form is not read, None where it is."""
    if stamp.clinic != clinic:
        told = f"'{stamp.form}' is a form of another clinic: {stamp.clinic or 'it names none'}"
        return codes.OTHER_CLINIC.at(Place(name), told, "send it on to them, by a secure way")
    if sheet is None:
        told = f"'{stamp.form}' of the piece '{stamp.piece}' is no form of ours any more: version {stamp.version} of {stamp.dated}"
        return codes.UNKNOWN_FORM.at(Place(name), told, "read it by eye")
    return None


def _filled(name: str, stamp: Stamp, sheet: FormSheet, held: Mapping[str, str]) -> FilledForm:
    fields = planned(sheet)
    answers = answered(fields, held)
    findings = (*about_form(name, stamp, sheet, [*held], fields), *about_answers(name, answers))
    return FilledForm(name, stamp, sheet.title, answers, tuple(_distinct(findings)))


def _distinct(findings: Sequence[Finding]) -> Iterator[Finding]:
    yield from dict.fromkeys(findings)
