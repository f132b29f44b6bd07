"""Forms that came back: what is read, what is told, and that nobody hears of an answer but whoever asked for it."""

from __future__ import annotations

import csv
import io
import json
import logging
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner
from fhir.resources.R4B.bundle import Bundle
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from pydantic import ValidationError

import build
from brochures.findings import Finding
from brochures.findings.table_cells import defused
from brochures.load.catalogue import load
from brochures.partners.returned import read_form
from brochures.partners.returned.answers import ReadFile
from brochures.partners.returned.fhir import as_fhir
from brochures.partners.returned.written import as_csv, as_json
from brochures.project.paths import ROOT, Project
from brochures.resolve import resolve
from brochures.resolve.job import FormSheet
from tests.fillable import Viewer, filled_by_pypdf
from tests.miniature import Miniature
from tests.real import DAY

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:This document has"),
    pytest.mark.filterwarnings("ignore:Copying pages"),
]

CLINIC, PACKET = "Riverwoods Behavioral Health", "referral-packet"
NAME, SECRET = "referral.legal-name", "Zzyzx Ångström"

Sheets = Mapping[str, FormSheet]


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    project = Project.open(ROOT, tmp_path_factory.mktemp("out"), DAY)
    job = resolve(project, load(project), PACKET)
    return {sheet.name: sheet for sheet in job.things(FormSheet)}


def _field(pdf: pikepdf.Pdf, name: str) -> Any:
    held = pdf.Root.AcroForm.Fields
    for part in name.split("."):
        found = next(one for one in held if str(one.T) == part)
        held = found.get("/Kids", Array())
    return found


def _filled(short: bytes, typed: Mapping[str, str], change: Any = None) -> bytes:
    """Return the form with values set; one that begins with ``/`` is the name of a state."""
    with pikepdf.open(io.BytesIO(short)) as pdf:
        for name, value in typed.items():
            _field(pdf, name).V = Name(value) if value.startswith("/") else String(value)
        if change is not None:
            change(pdf)
        written = io.BytesIO()
        pdf.save(written)
    return written.getvalue()


def _read(data: bytes, sheets: Sheets, clinic: str = CLINIC) -> ReadFile:
    titles = [sheet.title for sheet in sheets.values()]
    return read_form("came-back.pdf", data, lambda slug: sheets if slug == PACKET else {}, clinic, titles)


def _codes(read: ReadFile) -> set[str]:
    return {finding.code for finding in read.findings}


def _told(read: ReadFile, code: str) -> list[str]:
    return [finding.message for finding in read.findings if finding.code == code]


WHOLE = {
    "fax-cover.name": "Dr. A. Reader",
    "fax-cover.fax": "(217) 555-0123",
    "fax-cover.name-2": "B. Sender",
    "fax-cover.organization-2": "A practice",
    "fax-cover.telephone-2": "217-555-0124",
    "fax-cover.date": "11/30/2026",
    "fax-cover.pages-with-this-one": "4",
}


def test_a_whole_form_is_read_without_a_finding(short: bytes, sheets: Sheets) -> None:
    read = _read(_filled(short, WHOLE), sheets)
    assert read.findings == ()
    (form,) = read.forms
    assert (form.stamp.form, form.title) == ("fax-cover", "Fax cover sheet")
    assert {one.field.name: one.typed for one in form.answers if one.typed} == WHOLE
    assert next(one.day for one in form.answers if one.field.name == "fax-cover.date") == "2026-11-30"


def test_what_a_viewer_saved_is_read(short: bytes, sheets: Sheets) -> None:
    viewer = Viewer(short)
    viewer.type(NAME, "Nguyễn Thị Ánh")
    viewer.click("referral.urgency", "soon")
    viewer.click("referral.main-substances.alcohol", "yes")
    for data in (
        viewer.saved(),
        filled_by_pypdf(
            short, {NAME: "Nguyễn Thị Ánh", "referral.urgency": "/soon", "referral.main-substances.alcohol": "/yes"}
        ),
    ):
        (form,) = _read(data, sheets).forms
        held = {one.field.name: one.words or one.typed for one in form.answers if one.typed}
        assert held == {NAME: "Nguyễn Thị Ánh", "referral.urgency": "Soon", "referral.main-substances.alcohol": "yes"}


def test_what_must_be_filled_in_and_is_not_is_told_once_each(short: bytes, sheets: Sheets) -> None:
    told = _told(_read(_filled(short, {NAME: "A B"}), sheets), "RET-201")
    assert "'A. Referral: Suicidal thoughts now' must be filled in, and is empty" in told
    assert [one for one in told if "Main substances" in one] == ["'Main substances' must be filled in, and is empty"]
    assert not any("Legal name" in one or "Gender" in one for one in told)
    checked = _told(_read(_filled(short, {NAME: "A B", "referral.main-substances.other": "/yes"}), sheets), "RET-201")
    assert not any("Main substances" in one for one in checked)


RIGHT_AND_WRONG = [
    ("referral.date-of-birth", "RET-202", ("02/29/2024", "5/3/1980"), ("02/29/2025", "31/05/1980", "05/31/80", "May 31", "00/10/2000")),
    ("referral.telephone", "RET-203", ("(217) 555-0100", "+44 20 7946 0958"), ("555 01", "none", "(117) 555-0100")),
    ("referral.npi", "RET-204", ("1234567893", "1999999984"), ("1234567890", "123456789", "12345678931", "3234567892", "x")),
    (
        "referral.diagnosis-and-icd-10-cm-code",
        "RET-205",
        ("opioid use disorder, F11.20", "F10.230", "Z79.899", "F1020", "S72.001A"),
        ("opioid use disorder", "11.20", "FF1.20", "F1", "F11.20345"),
    ),
    ("referral.withdrawal-score-now-ciwa-ar-or-cows", "RET-206", ("8", "CIWA-Ar 12"), ("high", "-")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "code", "right", "wrong"), RIGHT_AND_WRONG, ids=lambda one: str(one)[:30])
def test_each_shape_holds_what_is_right_and_tells_what_is_not(
    name: str, code: str, right: tuple[str, ...], wrong: tuple[str, ...], *, short: bytes, sheets: Sheets
) -> None:
    for typed in right:
        assert code not in _codes(_read(_filled(short, {name: typed}), sheets)), typed
    for typed in wrong:
        (message,) = _told(_read(_filled(short, {name: typed}), sheets), code)
        assert len(typed) < 6 or typed not in message


def test_an_answer_of_another_form_is_told(short: bytes, sheets: Sheets) -> None:
    read = _read(_filled(short, {"referral.urgency": "/tomorrow"}), sheets)
    assert _told(read, "RET-207") == ["'A. Referral: Urgency' holds an answer that the form does not have"]
    assert "RET-207" not in _codes(_read(_filled(short, {"referral.urgency": "/urgent"}), sheets))


def test_another_wording_a_lost_and_a_renamed_field_are_told(short: bytes, sheets: Sheets) -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        _field(pdf, "referral.gender").T = String("genders")

    read = _read(_filled(short, {NAME: "A B"}, rename), sheets)
    assert _told(read, "RET-108") == ["the field 'referral.gender' ('B. Patient: Gender') is not in the file"]
    assert _told(read, "RET-109") == ["the field 'referral.genders' is not of this form, and is not read"]
    (lost,) = [one for one in read.findings if one.code == "RET-108"]
    assert lost.help.startswith("is it 'referral.genders' now?")
    assert "RET-107" not in _codes(read)
    old = {name: replace(sheet, wording="0" * 16) for name, sheet in sheets.items()}
    (message,) = _told(_read(_filled(short, {NAME: "A B"}), old), "RET-107")
    assert message.startswith("'Referral form' was filled in on another wording than today's: version ")


def test_a_form_of_another_clinic_is_not_read(short: bytes, sheets: Sheets) -> None:
    read = _read(_filled(short, {NAME: SECRET}), sheets, "Another Clinic")
    assert read.forms == ()
    assert _codes(read) == {"RET-105"}


def test_a_form_that_there_is_no_more_is_not_read(short: bytes, sheets: Sheets) -> None:
    left = {name: sheet for name, sheet in sheets.items() if name != "referral"}
    read = _read(_filled(short, {NAME: SECRET}), left)
    assert (read.forms, _codes(read)) == ((), {"RET-106"})


def test_an_empty_packet_says_so(short: bytes, sheets: Sheets) -> None:
    assert _codes(_read(short, sheets)) == {"RET-110"}


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("L", (60, 80), 200).save(out, "PNG")
    return out.getvalue()


def _scan() -> bytes:
    out = io.BytesIO()
    Image.new("L", (600, 800), 200).save(out, "PDF")
    return out.getvalue()


def _letter() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj.Resources = Dictionary(
            Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        )
        page.obj.Contents = pdf.make_stream(b"BT /F 12 Tf 50 50 Td (An invoice) Tj ET")
        pdf.save(out)
    return out.getvalue()


def _locked(short: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(short)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def test_flattened_scanned_and_strange_files_are_told_apart(short: bytes, sheets: Sheets) -> None:
    viewer = Viewer(short)
    viewer.type(NAME, "A B")
    flat = viewer.saved(flat=True)
    with pikepdf.open(io.BytesIO(flat)) as pdf:
        if "/AcroForm" in pdf.Root:
            del pdf.Root.AcroForm
        del pdf.docinfo["/FilledForms"]
        bare = io.BytesIO()
        pdf.save(bare)
    files = {
        "RET-103": (bare.getvalue(),),
        "RET-104": (_scan(), _picture()),
        "RET-102": (_letter(),),
        "RET-101": (b"", b"PK\x03\x04", short[:2000], _locked(short)),
    }
    for code, datas in files.items():
        for data in datas:
            read = _read(data, sheets)
            assert (read.forms, _codes(read)) == ((), {code})


def test_a_file_that_was_saved_and_then_flattened_is_not_said_to_be_empty(short: bytes, sheets: Sheets) -> None:
    flat = Viewer(_filled(short, {NAME: SECRET})).saved(flat=True)
    assert [one.code for one in _read(flat, sheets).findings] == ["RET-103"]


def test_a_flattened_file_with_its_mark_is_known_by_it(short: bytes, sheets: Sheets) -> None:
    with pikepdf.open(io.BytesIO(short)) as pdf:
        del pdf.Root.AcroForm
        for page in pdf.pages:
            page.obj.Contents = pdf.make_stream(b"")
            page.obj.Annots = Array()
        written = io.BytesIO()
        pdf.save(written)
    assert _codes(_read(written.getvalue(), sheets)) == {"RET-103"}


def test_a_filled_file_that_lost_its_mark_is_not_said_to_be_flattened(short: bytes, sheets: Sheets) -> None:
    """Programs that join files copy only fields that a page shows, and no document information."""
    with pikepdf.open(io.BytesIO(_filled(short, {NAME: "A B"}))) as pdf:
        del pdf.docinfo["/FilledForms"]
        for form in pdf.Root.AcroForm.Fields:
            form.Kids = pikepdf.Array([kid for kid in form.Kids if str(kid.get("/T", "")) != "_form"])
        joined = io.BytesIO()
        pdf.save(joined)
    read = _read(joined.getvalue(), sheets)
    assert read.forms == ()
    assert _codes(read) == {"RET-102"}
    assert "it has fields, and none that says of which form" in read.findings[0].message


def _without_list(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm


def _renamed(before: str, within: str, behind: str) -> Any:
    def change(pdf: pikepdf.Pdf) -> None:
        for form in pdf.Root.AcroForm.Fields:
            form.T = String(f"{before}{form.T}{within}")
            for kid in form.Kids:
                kid.T = String(f"{kid.T}{behind}")

    return change


def _without_marks(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/FilledForms"]
    for form in pdf.Root.AcroForm.Fields:
        form.Kids = Array([kid for kid in form.Kids if str(kid.get("/T", "")) != "_form"])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_without_list, {"RET-208"}),
        (_renamed("", "+1", ""), {"RET-209"}),
        (_renamed("doc2.", "", ""), {"RET-209"}),
        (_renamed("", "", "_7"), {"RET-209"}),
        (_without_marks, {"RET-210"}),
        (lambda _: None, set()),
    ],
    ids=["a lost list", "as qpdf renames", "a name before", "a number behind", "a lost mark", "as it was saved"],
)
def test_a_form_that_was_joined_to_others_is_read_by_what_is_left_of_its_names(
    change: Any, told: set[str], short: bytes, sheets: Sheets
) -> None:
    titles = [sheet.title for sheet in sheets.values()]
    data = _filled(short, WHOLE, change)
    read = read_form("joined.pdf", data, lambda _: sheets, CLINIC, titles, offered=lambda: (PACKET,))
    (form,) = read.forms
    assert {one.field.name: one.typed for one in form.answers if one.typed} == WHOLE
    assert _codes(read) == told


def test_two_copies_of_one_form_are_two_forms(short: bytes, sheets: Sheets) -> None:
    with (
        pikepdf.open(io.BytesIO(_filled(short, WHOLE))) as first,
        pikepdf.open(io.BytesIO(_filled(short, WHOLE | {"fax-cover.name": "Another"}))) as second,
    ):
        for page in second.pages:
            first.pages.append(page)
        joined = io.BytesIO()
        first.save(joined)
    read = _read(joined.getvalue(), sheets)
    names = [one.typed for form in read.forms for one in form.answers if one.field.name == "fax-cover.name"]
    assert names == ["Dr. A. Reader", "Another"]
    assert _codes(read) == {"RET-208"}


@pytest.mark.parametrize("value", ['{"form": 3}', "[1]", "x", '{"form": "referral", "strange": "1"}', "[" * 5000])
def test_a_damaged_mark_is_no_form_of_ours_and_no_error(value: str, short: bytes, sheets: Sheets) -> None:
    def damage(pdf: pikepdf.Pdf) -> None:
        for form in ("fax-cover", "referral", "medicines", "consent-tpo"):
            _field(pdf, f"{form}._form").V = String(value)

    read = _read(_filled(short, {NAME: "A B"}, damage), sheets)
    assert read.forms == ()
    assert _codes(read) <= {"RET-103", "RET-105", "RET-106", "RET-102"}


def test_fields_within_themselves_come_to_an_end(short: bytes, sheets: Sheets) -> None:
    def circle(pdf: pikepdf.Pdf) -> None:
        form = _field(pdf, "referral")
        form.Kids.append(form)

    assert _read(_filled(short, {NAME: "A B"}, circle), sheets).forms


# ---------------------------------------------------------------------- written


def test_json_says_what_was_asked_and_answered(short: bytes, sheets: Sheets) -> None:
    typed = {
        NAME: "A B",
        "referral.urgency": "/soon",
        "referral.main-substances.alcohol": "/yes",
        "referral.date-of-birth": "05/31/1980",
    }
    (form,) = json.loads(as_json(_read(_filled(short, typed), sheets).forms))
    assert (form["form"], form["clinic"], form["version"]) == ("referral", CLINIC, form["version"])
    held = {one["field"]: one for one in form["answers"]}
    assert held[NAME] == {"field": NAME, "section": "B. Patient", "question": "Legal name", "answer": "A B"}
    assert (held["referral.urgency"]["answer"], held["referral.urgency"]["code"]) == ("Soon", "soon")
    assert held["referral.main-substances.alcohol"]["answer"] is True
    assert held["referral.main-substances.opioids"]["answer"] is False
    assert held["referral.date-of-birth"]["date"] == "1980-05-31"
    assert held["referral.gender"]["answer"] is None
    assert {one["code"] for one in form["findings"]} == {"RET-201"}


def test_fhir_has_an_item_for_each_question_that_was_answered(short: bytes, sheets: Sheets) -> None:
    typed = {
        NAME: "A B", "referral.urgency": "/soon", "referral.main-substances.alcohol": "/yes", "referral.main-substances.opioids": "/yes",
        "referral.date-of-birth": "05/31/1980", "referral.npi": "1234567893", "medicines.medicines.2.reason": "pain",
        "referral.copy-of-the-insurance-card-attached-both-sides": "/yes",
    }  # fmt: skip
    bundle = json.loads(as_fhir(_read(_filled(short, typed | WHOLE), sheets).forms))
    assert (bundle["resourceType"], bundle["type"]) == ("Bundle", "collection")
    responses = {one["resource"]["identifier"]["value"].split("/")[1]: one["resource"] for one in bundle["entry"]}
    assert {name: one["status"] for name, one in responses.items()} == {
        "fax-cover": "completed", "referral": "in-progress", "medicines": "in-progress",
    }  # fmt: skip
    for one in responses.values():
        assert set(one) == {"resourceType", "identifier", "status", "item"}
        assert one["resourceType"] == "QuestionnaireResponse"
    sections = [item for one in responses.values() for item in one["item"]]
    items = {item["linkId"]: item for section in sections for item in section["item"]}
    links = [section["linkId"] for section in sections] + [*items]
    assert len(links) == len(set(links)) == len(sections) + sum(len(section["item"]) for section in sections)
    assert items[NAME] == {"linkId": NAME, "text": "Legal name", "answer": [{"valueString": "A B"}]}
    assert items["referral.urgency"]["answer"] == [{"valueCoding": {"code": "soon", "display": "Soon"}}]
    assert [one["valueCoding"]["display"] for one in items["referral.main-substances"]["answer"]] == [
        "Alcohol",
        "Opioids",
    ]
    assert items["referral.date-of-birth"]["answer"] == [{"valueDate": "1980-05-31"}]
    assert items["referral.copy-of-the-insurance-card-attached-both-sides"]["answer"] == [{"valueBoolean": True}]
    assert items["medicines.medicines.2.reason"]["text"] == "Medicines: 2: Reason"
    assert "referral.gender" not in items


def test_fhir_is_what_its_definitions_allow(short: bytes, sheets: Sheets) -> None:
    """R4B has Bundle and QuestionnaireResponse as R4 does; no library that is kept up holds R4 (4.0.1) itself."""
    typed = {
        NAME: " A\tB\nC\x07 ", "referral.urgency": "/soon", "referral.main-substances.alcohol": "/yes",
        "referral.date-of-birth": "02/30/1980", "referral.npi": "1", "medicines.medicines.2.reason": "pain \N{GRINNING FACE}",
    }  # fmt: skip
    forms = _read(_filled(short, typed | WHOLE), sheets).forms
    held = json.loads(as_fhir(forms))
    bundle: Any = Bundle.model_validate(held)
    assert [one.resource.status for one in bundle.entry] == ["completed", "in-progress", "in-progress"]
    assert len({one.fullUrl for one in bundle.entry}) == len(forms)
    assert json.loads(bundle.model_dump_json()) == held
    assert as_fhir(forms) == as_fhir(forms)
    with pytest.raises(ValidationError):
        Bundle.model_validate(held | {"strange": "1"})


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1", "\uff1d1"])
def test_no_cell_is_a_formula(cell: str, short: bytes, sheets: Sheets) -> None:
    assert defused(cell) == f"'{cell}"
    if cell.startswith(("=", "+", "-", "@")):
        text = as_csv(_read(_filled(short, {NAME: cell}), sheets).forms).decode("utf-8-sig")
        assert f"'{cell}" in [value for row in csv.reader(io.StringIO(text)) for value in row]
        assert cell not in [value for row in csv.reader(io.StringIO(text)) for value in row]


def test_a_plain_cell_stays_as_it_is() -> None:
    assert [defused(cell) for cell in ("A B", "5-3", "a=b", "")] == ["A B", "5-3", "a=b", ""]


# ---------------------------------------------------------------------- the command


def _run(*arguments: str) -> Any:
    return CliRunner().invoke(build.main, ["read-form", *arguments])


def test_the_command_writes_for_its_owner_alone_and_shows_no_answer(
    short: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(_filled(short, WHOLE | {"fax-cover.name": SECRET}))
    (folder / "b.pdf").write_bytes(_filled(short, {NAME: SECRET, "referral.npi": "1234567890"}))
    for name in ("out.json", "out.csv"):
        target = tmp_path / name
        target.write_text("old", encoding="utf-8")
        with caplog.at_level(logging.DEBUG):
            said = _run(str(folder), "--to", str(target))
        assert said.exit_code == 1
        assert "RET-204" in said.output
        assert "2 forms" in said.output
        assert SECRET not in said.output + caplog.text
        assert "1234567890" not in said.output
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        assert SECRET in target.read_text(encoding="utf-8")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in", "out.csv", "out.json"]


def test_the_command_ends_well_where_nothing_is_wrong(short: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(_filled(short, WHOLE))
    said = _run(str(tmp_path / "a.pdf"), "--to", str(tmp_path / "x.dat"), "--as", "json")
    assert (said.exit_code, said.output) == (0, f"{tmp_path / 'x.dat'}: 1 form\n")


def test_nothing_is_written_where_nothing_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    said = _run(str(tmp_path / "a.pdf"), "--to", str(tmp_path / "x.json"))
    assert said.exit_code == 1
    assert not (tmp_path / "x.json").exists()
    assert "ends neither with .json" in _run(str(tmp_path / "a.pdf"), "--to", str(tmp_path / "x.txt")).output


def test_no_finding_quotes_an_answer(short: bytes, sheets: Sheets) -> None:
    word = "Qwertz987"
    with pikepdf.open(io.BytesIO(short)) as pdf:
        names = [
            f"referral.{kid.T}"
            for kid in _field(pdf, "referral").Kids
            if kid.get("/FT") == Name.Tx and str(kid.T) != "_form"
        ]
    found: tuple[Finding, ...] = _read(_filled(short, dict.fromkeys(names, word)), sheets).findings
    assert len(found) > 10
    assert not any(word in f"{one.message} {one.help}" for one in found)


@pytest.mark.parametrize("bad", [b"", b"\xff", b"a: [", b"- 1"])
def test_damaged_content_makes_no_traceback(bad: bytes, short: bytes, mini: Miniature, tmp_path: Path) -> None:
    for path in sorted(mini.root.glob("content/**/*.yaml")):
        path.write_bytes(bad)
    (tmp_path / "a.pdf").write_bytes(_filled(short, WHOLE))
    said = _run(str(tmp_path / "a.pdf"), "--to", str(tmp_path / "x.json"), "--root", str(mini.root))
    assert isinstance(said.exception, SystemExit)
    assert said.exit_code == 1
    assert not (tmp_path / "x.json").exists()
