"""Faxed: the answers of a form that came back, on the pages of the fax of the same form; or why not. No finding quotes an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from brochures.findings import Finding, Place, codes
from brochures.load.model.forms import FormKind, SheetLine
from brochures.partners.returned.answers import FilledForm
from brochures.pdf.access_claim import without_claim
from brochures.pdf.answered_pages import AnsweredPages, SetAnswer, with_answers
from brochures.pdf.file import Beside, File
from brochures.preflight.answered_fax import Edges, answered_fax
from brochures.preflight.partner_file import bare
from brochures.press.fax_pages import fax_pages
from brochures.resolve.form_fields import FieldKind, sheet_name
from brochures.resolve.job import FormSheet

KEPT_FROM_FAX = frozenset(
    one.name
    for one in (
        codes.OTHER_WORDING,
        codes.MISSING_FIELD,
        codes.STRANGE_FIELD,
        codes.STRANGE_ANSWER,
        codes.UNMARKED_FORM,
    )
)
"""What may be read by somebody who knows, and not be set under the questions of today."""

_AS_IT_LIES = "print the file that came back, and fax its sheets as they lie"


@dataclass(frozen=True)
class FaxedAnswers:
    """A fax with answers: the PDF file, its pages in both rasters, and what was found. With an error there is none."""

    data: bytes = field(repr=False)
    beside: tuple[Beside, ...]
    findings: tuple[Finding, ...]

    @property
    def good(self) -> bool:
        """Whether it may be written."""
        return not any(finding.is_error for finding in self.findings)


def kept_from_fax(name: str, slug: str, forms: Sequence[FilledForm]) -> tuple[Finding, ...]:
    """Return why the ``forms`` of the file ``name`` cannot be set on the fax of the piece ``slug``: nothing where they can."""
    return tuple(_kept(Place(name), slug, forms))


def _kept(place: Place, slug: str, forms: Sequence[FilledForm]) -> Iterator[Finding]:
    seen: set[str] = set()
    for form in forms:
        piece = form.stamp.piece
        if piece != slug:
            yield codes.NOT_FAXED.at(
                place, f"'{form.title}' is a form of '{piece}', and not of '{slug}'", f"name that piece: fax {piece} --filled"
            )  # fmt: skip
        if form.stamp.form in seen:
            yield codes.NOT_FAXED.at(place, f"'{form.title}' is in it twice", "fax each from a file of its own")
        seen.add(form.stamp.form)
        for one in form.findings:
            if one.code in KEPT_FROM_FAX:
                said = f"'{form.title}' cannot be set as it was filled in ({one.code}): {one.message}"
                yield codes.NOT_FAXED.at(place, said, _AS_IT_LIES)


def faxed_answers(file: File, forms: Sequence[FilledForm], styles: Path) -> FaxedAnswers:
    """Return the fax ``file``, which has the pages of ``forms`` without an answer, with their answers. Raise ``OSError`` where the typing face cannot be read."""
    place = Place(forms[0].file)
    answers = {one.field.name: one for form in forms for one in form.answers if one.typed}
    signed = [one for one in answers.values() if one.field.kind is FieldKind.SIGNATURE]
    values = {name: one.typed for name, one in answers.items() if one.field.kind is not FieldKind.SIGNATURE}
    set_so = with_answers(file.data, file.sheets, values, styles)
    shown = {name: one.field.shown for name, one in answers.items()}
    sheets = {sheet.name: sheet for sheet in file.composition.job.things(FormSheet)}
    findings = (
        *_not_set(place, set_so, shown),
        *_on_cover(place, sheets, values),
        *(
            codes.LEFT_SIGNATURE.at(place, f"'{one.field.shown}' was signed in the file, and its line stays empty on the fax")
            for one in signed
        ),
    )  # fmt: skip
    if any(finding.is_error for finding in findings):
        return FaxedAnswers(b"", (), findings)
    made = without_claim(replace(file, data=set_so.data))
    findings += tuple(
        codes.WRONG_FAX.at(place, f"'{shown[name]}' cannot be read where it was set", "report it with this finding")
        for name in dict.fromkeys(answered_fax(made.data, _by_page(set_so.lines)))
    )
    return FaxedAnswers(made.data, fax_pages(made.data), findings)


def _by_page(lines: Sequence[SetAnswer]) -> Mapping[int, Sequence[tuple[str, str, Edges]]]:
    found: dict[int, list[tuple[str, str, Edges]]] = {}
    for one in lines:
        found.setdefault(one.page, []).append((one.name, one.text, one.place))
    return found


def _not_set(place: Place, answered: AnsweredPages, shown: Mapping[str, str]) -> Iterator[Finding]:
    for one in {misfit.name: misfit for misfit in reversed(answered.misfits)}.values():
        said = f"the answer to '{shown[one.name]}' {one.said}, in type of 12 pt on page {one.page} of the fax"
        yield codes.NO_FAX_ROOM.at(
            place, said, f"ask whoever sent it for {one.over}, or print that page of the file and fax it as it lies"
        )
    for name in answered.unset:
        said = f"the answer to '{shown[name]}' has a letter that the typing face lacks"
        yield codes.UNSET_ANSWER.at(place, said, _AS_IT_LIES)
    for name in answered.unplaced:
        yield codes.NOT_FAXED.at(place, f"'{shown[name]}' has no box on the fax", _AS_IT_LIES)


def _on_cover(place: Place, sheets: Mapping[str, FormSheet], values: Mapping[str, str]) -> Iterator[Finding]:
    """Yield each field of a cover sheet that holds a patient's name or date of birth, as the heads of the sheets behind it have them."""
    covers = [sheet for sheet in sheets.values() if sheet.kind is FormKind.COVER]
    heads = {sheet_name(sheet, line) for sheet in sheets.values() if sheet not in covers for line in SheetLine}
    private = {bare(values[name]).casefold() for name in heads if name in values}
    for cover in covers:
        for name, value in values.items():
            if name.startswith(f"{cover.name}.") and any(one in bare(value).casefold() for one in private if one):
                yield codes.PATIENT_ON_COVER.at(
                    place, f"the field '{name}' of the cover sheet holds what a form behind it says of the patient"
                )
