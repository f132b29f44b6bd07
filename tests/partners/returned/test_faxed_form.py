"""A form that came back, as a fax: what was filled in stands in its boxes, is read off both rasters, and what has no room is refused."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image

import build
from brochures.findings import Finding
from brochures.load.catalogue import load
from brochures.partners.returned import read_form
from brochures.partners.returned.answers import FilledForm
from brochures.partners.returned.faxed import FaxedAnswers, faxed_answers, kept_from_fax
from brochures.pdf.answered_pages import with_answers
from brochures.pdf.file import File
from brochures.preflight.answered_fax import answered_fax
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve import resolve
from brochures.resolve.job import FormSheet
from tests.addressed import STYLES
from tests.fax_reading import PPI, pages, squeezed
from tests.fillable import Viewer, composition, filled_by_pypdf, made, real_typesetter
from tests.ocr import read
from tests.real import DAY, once

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:This document has")]

CLINIC, PACKET, SECRET = "Riverwoods Behavioral Health", "referral-packet", "Zzyzx Quillington"
ANSWERS = {
    "referral.legal-name": SECRET,
    "referral.date-of-birth": "05/31/1984",
    "referral.telephone": "(217) 555-0142",
    "referral.reason-for-referral": "Opioid use disorder, 16 mg/4 mg buprenorphine-naloxone a day since 03/14/2025; asks about therapy for depression.",
}


@pytest.fixture(scope="module")
def fax(shared: Path) -> File:
    folder = shared / "fillable"
    file: File = once(shared / "fillable.fax", lambda: made(real_typesetter(folder), composition(folder, Edition.FAX)))
    return file


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, FormSheet]:
    project = Project.open(ROOT, tmp_path_factory.mktemp("out"), DAY)
    job = resolve(project, load(project), PACKET)
    return {sheet.name: sheet for sheet in job.things(FormSheet)}


def _read(data: bytes, sheets: Mapping[str, FormSheet]) -> tuple[FilledForm, ...]:
    return read_form("in.pdf", data, lambda _: sheets, CLINIC, ()).forms


def _told(findings: tuple[Finding, ...], code: str) -> list[str]:
    return [one.message for one in findings if one.code == code]


@pytest.fixture(scope="module")
def filled(short: bytes, sheets: Mapping[str, FormSheet], fax: File) -> FaxedAnswers:
    """The fax of a form that somebody filled in in a browser."""
    viewer = Viewer(short)
    for name, text in ANSWERS.items():
        viewer.type(name, text)
    viewer.click("referral.urgency", "soon")
    viewer.click("referral.main-substances.alcohol", "yes")
    return faxed_answers(fax, _read(viewer.saved(), sheets), STYLES)


@pytest.fixture
def filled_in(short: bytes, sheets: Mapping[str, FormSheet], fax: File) -> Callable[[Mapping[str, str]], FaxedAnswers]:
    """What makes the fax of the form with some values in its fields."""
    return lambda typed: faxed_answers(fax, _read(filled_by_pypdf(short, typed), sheets), STYLES)


def test_what_was_filled_in_is_read_off_both_rasters(filled: FaxedAnswers) -> None:
    assert filled.findings == ()
    for one in filled.beside:
        seen = squeezed(" ".join(read(page, PPI) for _, page in [*pages(one.data)][2:3]))
        for words in ANSWERS.values():
            assert squeezed(words) in seen, one.name
        assert max(one.sizes) < 100_000
        with Image.open(io.BytesIO(one.data)) as file:
            assert file.mode == "1"


def test_a_name_stands_at_the_head_of_each_sheet_and_nowhere_on_the_cover(filled: FaxedAnswers) -> None:
    document = pypdfium2.PdfDocument(filled.data)
    texts = [page.get_textpage().get_text_range() for page in document]
    sheets_of_form = [number for number, text in enumerate(texts) if SECRET in text]
    assert sheets_of_form == [2, 3, 4, 5, 6, 7]
    assert all("Fax cover sheet" not in texts[number] for number in sheets_of_form)
    assert "pdfuaid:part" not in filled.data.decode("latin-1")


def test_a_cross_stands_in_the_box_of_the_answer_and_in_no_other(filled: FaxedAnswers, fax: File) -> None:
    before, after = pypdfium2.PdfDocument(fax.data), pypdfium2.PdfDocument(filled.data)
    changed = set()
    for number, sheet in enumerate(fax.sheets.pages):
        one, other = (file[number].render(scale=2, grayscale=True).to_pil() for file in (before, after))
        for box in sheet.to_fill:
            edges = tuple(round(2 * edge) for edge in (box.box.left + 3, box.box.top + 3, box.box.right - 3, box.box.bottom - 3))  # fmt: skip
            if box.kind in {"box", "radio"} and one.crop(edges).tobytes() != other.crop(edges).tobytes():
                changed.add((box.name, box.state))
    assert changed == {("referral.urgency", "soon"), ("referral.main-substances.alcohol", "yes")}


@pytest.mark.parametrize(
    ("name", "value", "measured"),
    [
        ("referral.reason-for-referral", "a word " * 80, r"takes \d lines, and there is room for 3"),
        ("medicines.medicines.1.started", "05/31/2026", r"is \d+ pt wide in one line, and there is room for 4\d pt"),
        ("referral.what-the-patient-hopes-for", "first\nsecond", "takes 2 lines, and there is room for 1"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_measure(
    filled_in: Callable[[Mapping[str, str]], FaxedAnswers], name: str, value: str, measured: str
) -> None:
    made_of = filled_in({name: value})
    (told,) = [one for one in made_of.findings if one.code == "RET-221"]
    assert made_of.data == b""
    assert re.search(measured, told.message)
    assert "less, or print that page" in told.help
    assert value.split(maxsplit=1)[0] not in told.message.split()


def test_letters_without_a_glyph_and_a_patient_on_the_cover_are_refused(
    short: bytes, sheets: Mapping[str, FormSheet], fax: File
) -> None:
    typed = {"referral.legal-name": SECRET, "referral.gender": "\N{CJK UNIFIED IDEOGRAPH-5973}", "fax-cover.name-2": f"About {SECRET}"}  # fmt: skip
    made_of = faxed_answers(fax, _read(filled_by_pypdf(short, typed), sheets), STYLES)
    assert len(_told(made_of.findings, "RET-222")) == len(_told(made_of.findings, "RET-224")) == 1
    assert not made_of.good
    assert SECRET not in str(made_of.findings)


def test_a_signature_is_told_and_set_nowhere(short: bytes, sheets: Mapping[str, FormSheet], fax: File) -> None:
    (form,) = _read(filled_by_pypdf(short, {"referral.gender": "x"}), sheets)
    signed = tuple(replace(one, typed="signed") if one.field.kind == "signature" else one for one in form.answers)
    made_of = faxed_answers(fax, (replace(form, answers=signed),), STYLES)
    assert [one.code for one in made_of.findings] == ["RET-223"]
    before, after = (
        ["".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(data)]
        for data in (fax.data, made_of.data)
    )
    assert [number for number, texts in enumerate(zip(before, after, strict=True)) if texts[0] != texts[1]] == [2]


def test_a_form_of_another_wording_piece_or_answer_is_not_set(short: bytes, sheets: Mapping[str, FormSheet]) -> None:
    (form,) = _read(filled_by_pypdf(short, {"referral.gender": "x"}), sheets)
    assert kept_from_fax("in.pdf", PACKET, (form,)) == ()
    assert [one.code for one in kept_from_fax("in.pdf", "other-packet", (form,))] == ["RET-220"]
    old = read_form("in.pdf", filled_by_pypdf(short, {"referral.gender": "x"}), lambda _: {"referral": replace(sheets["referral"], wording="another")}, CLINIC, ()).forms  # fmt: skip
    assert ["RET-107" in one for one in _told(kept_from_fax("in.pdf", PACKET, old), "RET-220")] == [True]
    twice = kept_from_fax("in.pdf", PACKET, (form, form))
    assert [one.message for one in twice] == ["'Referral form' is in it twice"]


def test_a_form_that_lacks_a_field_is_not_set(short: bytes, sheets: Mapping[str, FormSheet]) -> None:
    with pikepdf.open(io.BytesIO(filled_by_pypdf(short, {"referral.gender": "x"}))) as pdf:
        form = next(one for one in pdf.Root.AcroForm.Fields if str(one.T) == "referral")
        form.Kids = pikepdf.Array([one for one in form.Kids if str(one.get("/T", "")) != "telephone"])
        written = io.BytesIO()
        pdf.save(written)
    told = _told(kept_from_fax("in.pdf", PACKET, _read(written.getvalue(), sheets)), "RET-220")
    assert ["RET-108" in one for one in told] == [True]


def test_a_value_without_a_box_is_told(fax: File) -> None:
    assert with_answers(fax.data, fax.sheets, {"referral.none": "x"}, STYLES).unplaced == ("referral.none",)


def test_an_answer_that_is_not_where_it_was_set_is_found(fax: File) -> None:
    answered = with_answers(fax.data, fax.sheets, {"referral.gender": "Néant"}, STYLES)
    (line,) = answered.lines
    held = {line.page: [(line.name, unicodedata.normalize("NFD", line.text), line.place)]}
    assert [*answered_fax(answered.data, held)] == []
    assert [*answered_fax(fax.data, held)] == [line.name]


def test_the_command_writes_three_files_for_their_owner_alone_and_logs_nothing(
    short: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    file, folder = tmp_path / "in.pdf", tmp_path / "faxes"
    file.write_bytes(filled_by_pypdf(short, {"referral.legal-name": SECRET}))
    ran = CliRunner().invoke(
        build.main, ["fax", PACKET, "--filled", str(file), "--to", str(folder), "--out", str(tmp_path / "out")]
    )
    assert sorted(path.name for path in folder.iterdir()) == ["in.fax-fine.tif", "in.fax-standard.tif", "in.fax.pdf"], ran.output  # fmt: skip
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert SECRET not in ran.output
    assert SECRET not in caplog.text
    kept = [path for path in (tmp_path / "out").rglob("*") if path.is_file()] if (tmp_path / "out").exists() else []
    assert not any(SECRET.encode() in path.read_bytes() for path in kept)


@pytest.mark.parametrize("given", [["--filled", "IN"], ["--to", "OUT"], ["--filled", "IN", "--to", "OUT", "--form", "referral"]])  # fmt: skip
def test_what_does_not_go_together_is_wrong_usage(given: list[str], tmp_path: Path) -> None:
    (tmp_path / "IN").write_bytes(b"")
    words = [str(tmp_path / one) if one in {"IN", "OUT"} else one for one in given]
    ran = CliRunner().invoke(build.main, ["fax", PACKET, *words])
    assert ran.exit_code == 2
    assert "--filled" in ran.output
