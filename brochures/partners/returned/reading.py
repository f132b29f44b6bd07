"""Reading: one file that came back into the forms that were filled in in it, each judged."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import pikepdf
from pypdfium2 import PdfiumError

from brochures.findings import Finding, Place, codes
from brochures.partners.returned.answers import FilledForm, KnownForms, ReadFile, Stamp
from brochures.partners.returned.fields import field_values
from brochures.partners.returned.joined import FoundForm, found_forms, values_on_pages
from brochures.partners.returned.judging import about_answers, about_form, answered
from brochures.partners.returned.without_fields import flattened, no_fields, not_a_file
from brochures.resolve.form_fields import VERSION, planned
from brochures.resolve.job import FormSheet


def read_form(
    name: str,
    data: bytes,
    known: KnownForms,
    clinic: str,
    titles: Sequence[str],
    *,
    offered: Callable[[], Iterable[str]] = tuple,
) -> ReadFile:
    """Return what the file ``name`` holds.

    ``known`` finds the forms of a piece, ``clinic`` is the name of ours, ``titles`` are those of all forms; ``offered`` returns the pieces that
    a form may be of that does not say so itself. It raises nothing: a file that cannot be read is a finding.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            values = field_values(pdf)
            loose = values_on_pages(pdf)
            found = [*found_forms(values, pdf, known, offered)]
            found += (replace(one, listed=False) for one in found_forms(loose, pdf, known, offered))
            if not found:
                return ReadFile(findings=(no_fields(name, data, pdf, titles),))
    except pikepdf.PasswordError:
        told = "it is locked with a password"
        return ReadFile(findings=(codes.UNREAD_FORM.at(Place(name), told, "ask for it without one, by a secure way"),))
    except (pikepdf.PdfError, PdfiumError, ValueError, TypeError, RuntimeError):
        return ReadFile(findings=(not_a_file(name, data),))
    return _read(name, found, known, clinic)


def _read(name: str, found: Sequence[FoundForm], known: KnownForms, clinic: str) -> ReadFile:
    forms: list[FilledForm] = []
    loose: list[Finding] = []
    for one in found:
        mark = f"{one.stamp.form}.{VERSION}"
        if not any(value.strip() for field, value in one.values.items() if field != mark):
            continue
        sheet = known(one.stamp.piece).get(one.stamp.form)
        refused = _refused(name, one.stamp, sheet, clinic) if one.marked else None
        if refused is not None:
            loose.append(refused)
        elif sheet is not None:
            forms.append(_filled(name, one, sheet))
    if not forms and not loose and all({*one.values} <= {f"{one.stamp.form}.{VERSION}"} for one in found):
        loose.append(flattened(name))
    elif not forms and not loose:
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


def _filled(name: str, found: FoundForm, sheet: FormSheet) -> FilledForm:
    fields = planned(sheet)
    answers = answered(fields, found.values)
    findings = (
        *_about_joining(name, found, sheet),
        *about_form(name, found.stamp, sheet, [*found.values], fields),
        *about_answers(name, answers),
    )
    return FilledForm(name, found.stamp, sheet.title, answers, tuple(_distinct(findings)))


def _about_joining(name: str, found: FoundForm, sheet: FormSheet) -> Iterator[Finding]:
    """Yield what a program has done to the names and the mark of a form that joined it to others."""
    if not found.listed:
        told = f"the fields of '{sheet.title}' are not in the file's list of fields, and were read off its pages"
        yield codes.LOST_FIELDS.at(Place(name), told, "hold the answers against what the pages show")
    if found.renamed:
        told = f"the fields of '{sheet.title}' were renamed by '{found.renamed}', and are read by what is left of their names"
        yield codes.RENAMED_FIELDS.at(Place(name), told, "hold the answers against what the pages show")
    if not found.marked:
        told = f"nothing in it says whose '{sheet.title}' this is and in which version: it is read as ours of today, by the names of its fields"
        yield codes.UNMARKED_FORM.at(Place(name), told, "see on its pages whose form it is, and which version")


def _distinct(findings: Sequence[Finding]) -> Iterator[Finding]:
    yield from dict.fromkeys(findings)
