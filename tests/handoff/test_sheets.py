"""The sheets beside a press file, read back from their PDFs and held against the format and the print shop."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from brochures.compose.drawings.folding import finished_size, leaves
from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.engine import start
from brochures.findings import Finding
from brochures.findings.check import Check
from brochures.geometry.lengths import inches, millimetres, size_of
from brochures.handoff.preflight_report import FOR_READERS, PreflightReport
from brochures.handoff.sheets import sheet
from brochures.handoff.spec_sheet import Spec
from brochures.load.catalogue import load
from brochures.load.model.printers import Standard
from brochures.pdf.file import File
from brochures.preflight import FILE_CHECKS, OPENED_CHECKS, TAG_CHECKS, WORD_CHECKS, file_structure
from brochures.preflight.check import Examined
from brochures.preflight.press import CHECKS, SINGLE
from brochures.preflight.press.hairlines import hairlines
from brochures.preflight.press.measurements import Measured
from brochures.production.workers import Workers
from brochures.project.edition import Edition, FileKind
from brochures.resolve.ticket import resolve
from tests.facts import Facts
from tests.handoff.conftest import Hand, opened, version
from tests.separations.handmade import Made

pytestmark = pytest.mark.slow

FOLD = "program-trifold"
INKS = ("Cyan", "Black")
EMPTY = Made((72, 72)).written()
"""A file without pages."""


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Workers:
    """Who sets the sheets, with the engine open: a sheet does not change it."""
    project = opened(tmp_path_factory.mktemp("sheets"))
    return Workers(project, Templates.read(project), cache(start), lambda _: None)


def _made(workers: Workers, slug: str, printer: str, *, proof: bool = False) -> tuple[File, Spec, tuple[Measured, ...]]:
    """Return a piece for the press that was composed and not set, and its spec, as if its pages had ``INKS``."""
    project = opened(Path("nowhere"))
    job = resolve(project, load(project), slug, printer)
    (composition,) = compose(workers.templates, job, Edition.PRESS, proof=proof)
    form = composition.format
    pages = tuple(
        Measured(number, (form.width, form.height), (0.0, 0.0), 9.0, INKS, 150.0, None, 9.0)
        for number, _ in enumerate(form.sides, 1)
    )
    made = File(composition, b"", len(pages), (), claim=Standard.X4)
    assert job.print_shop is not None
    return made, Spec.of(made, job.print_shop, pages, "job.pdf"), pages


def _set(workers: Workers, page: Composition) -> File:
    (file,) = workers.make([page], 1)
    assert isinstance(file, File), file.findings
    return file


def _text(data: bytes) -> str:
    return " ".join(" ".join(Facts(data).texts).split())


def test_the_spec_sheet_names_the_job_and_what_the_print_shop_asked_for(hand: Hand) -> None:
    job = hand(FOLD, "online-us")
    facts = Facts(job.file("_spec-sheet.pdf"))
    assert len(facts.texts) == 1
    text = _text(facts.data)
    for words in (
        "Care for body, mind and daily life", f"Version {version(FOLD).number}", f"{version(FOLD).date:%B %-d, %Y}", "Online print shop, US",
        "PROOF · Not for print", "PDF/X-4", "CGATS TR 006", "TR006_coated.icc", "300%", "0.125 in (3.18 mm)", "no image, drawings only",
        "cyan, magenta, yellow, black", "On the short edge", "Fold 2 times", "Text weight", "Marks none", "2: outside, inside",
        "Fold 1 brings in: Flap. Fold 2 brings in: Front.",
    ):  # fmt: skip
        assert words in text, words


def test_the_panels_are_as_wide_as_those_of_the_format_that_was_printed(hand: Hand) -> None:
    job = hand(FOLD, "online-us")
    facts = Facts(job.file("_spec-sheet.pdf"))
    form = job.report.made[0].composition.format
    outside, inside = leaves(form)
    printed = [[inches(panel.width) for panel in leaf.panels] for leaf in (outside, inside)]
    assert printed == [["3.625", "3.6875", "3.6875"], ["3.6875", "3.6875", "3.625"]]
    found = sorted(
        (place[0], width) for width in ("3.625", "3.6875") for place in facts.places(1, f"{width} in") if place[3] < 400
    )
    assert [width for _, width in found] == [*printed[0], *printed[1]]
    assert _text(facts.data).count(f"{millimetres(265.5)} mm") == 4


def test_heavy_paper_is_told_with_its_narrower_flap(workers: Workers) -> None:
    made, spec, _ = _made(workers, FOLD, "offset-coated")
    one = _set(workers, sheet(workers.templates, made.composition, FileKind.SPEC_SHEET, spec))
    text = _text(one.data)
    assert one.good
    assert text.count("3.5833 in") == 2
    assert "Score before folding" in text
    assert "Cover weight" in text
    assert "crop, fold, registration, slug line" in text
    assert "Every page: cyan, black" in text
    assert "PROOF" not in text


@pytest.mark.parametrize(
    ("slug", "words", "missing"),
    [
        ("ketamine-facts", ["12 single pages in reading order. Sheets: 3", "two staples", "11 x 8.5 in", "Back 12", "Front 1"], "Score"),
        ("evidence-brief", ["4 single pages", "Fold once", "17 x 11 in (431.8 x 279.4 mm)", "Page 2", "8.5 in"], "staple"),
        ("crisis-card", ["2: front, back", "3.5 x 2 in (88.9 x 50.8 mm)", "The sheet"], "fold"),
        ("waiting-room-poster", ["1: front", "Printed on one side", "11 x 17 in"], "fold"),
        ("family-guide", ["2: outside, inside", "Fold once", "5.5 in", "Inside right"], "staple"),
        ("program-overview", ["On the long edge", "2: front, back"], "fold"),
    ],
)  # fmt: skip
def test_every_kind_of_piece_is_told_as_it_is_finished(
    workers: Workers, slug: str, words: list[str], missing: str
) -> None:
    made, spec, _ = _made(workers, slug, "online-us")
    one = _set(workers, sheet(workers.templates, made.composition, FileKind.SPEC_SHEET, spec))
    assert [(finding.code, finding.message) for finding in one.findings if finding.is_error] == []
    text = _text(one.data)
    assert [word for word in words if word.replace(" x ", " \N{MULTIPLICATION SIGN} ") not in text] == []
    assert missing not in text.replace("folding", "")
    assert size_of(finished_size(made.composition.format), metric=False) in text


def test_what_the_clinic_has_not_given_is_a_blank_and_nothing_is_made_up(workers: Workers) -> None:
    made, spec, _ = _made(workers, "crisis-card", "online-us")
    page = sheet(workers.templates, made.composition, FileKind.SPEC_SHEET, spec)
    for fact in ("phone", "email", "address"):
        assert f'class="blank blank--{fact}"' in page.html
    given = {
        **made.composition.job.clinic,
        "phone": replace(made.composition.job.clinic["phone"], value="847-555-0200"),
    }
    told = replace(made.composition, job=replace(made.composition.job, clinic=given))
    one = _set(workers, sheet(workers.templates, told, FileKind.SPEC_SHEET, spec))
    assert "Phone 847-555-0200" in _text(one.data)
    for name in ("Quantity", "Proof by", "Deliver by", "Deliver to", "Approved by", "Signed, date", "Paper and finish"):
        assert name in _text(one.data)


def test_pages_in_other_inks_are_told_apart_and_a_spot_by_its_name(workers: Workers) -> None:
    made, spec, pages = _made(workers, "crisis-card", "online-us")
    assert made.composition.job.print_shop is not None
    other = (pages[0], replace(pages[1], inks=("Black", "PANTONE 309 C")))
    told = Spec.of(made, made.composition.job.print_shop, other, spec.file)
    one = _set(workers, sheet(workers.templates, made.composition, FileKind.SPEC_SHEET, told))
    text = _text(one.data)
    assert "front: cyan, black" in text
    assert "back: black, spot ink PANTONE 309 C" in text


def test_the_report_lists_every_check_that_there_is_in_its_order(hand: Hand) -> None:
    report = json.loads(hand(FOLD, "online-us").file("_preflight.json"))
    names = [check["check"].rpartition(".")[2] for check in report["checks"]]
    ran: list[Check[Any]] = [
        *FILE_CHECKS, file_structure.fonts, *OPENED_CHECKS, *CHECKS, *SINGLE, *WORD_CHECKS, *TAG_CHECKS,
    ]  # fmt: skip
    assert names == [check.function.__name__ for check in ran]
    assert {check["result"] for check in report["checks"]} == {"passed"}


def test_the_report_tells_of_each_check_what_its_record_says(hand: Hand) -> None:
    report = json.loads(hand(FOLD, "online-us").file("_preflight.json"))
    (told,) = (check for check in report["checks"] if check["check"] == "press.hairlines.hairlines")
    assert told["looks_for"] == hairlines.looks_for
    assert told["source"] == "GWG 2022, R0018 and R0019; docs/print.md, Lines"
    assert told["codes"] == ["PRS-403"]


def test_the_report_speaks_of_the_very_file_in_the_folder(hand: Hand) -> None:
    job = hand(FOLD, "online-us")
    report = json.loads(job.file("_preflight.json"))
    sums = (job.handed.folder / "SHA256SUMS").read_text(encoding="ascii")
    assert f"{report['sha256']}  {report['file']}\n" in sums
    assert report["bytes"] == len(job.file("online-us.pdf"))
    assert report["state"] == "proof, not for print"
    assert report["claim"] == {"wanted": "PDF/X-4", "in_the_file": "PDF/X-4", "kept": True}
    assert report["thresholds"]["bleed"] == 9.0
    assert [page["inks"] for page in report["measured"]] == [["Cyan", "Magenta", "Yellow", "Black"]] * 2
    assert [page["bleed"] for page in report["measured"]] == [9.0, 9.0]
    assert {one["code"] for one in report["waiting"]} == {"REL-101", "REL-102", "REL-401"}


def test_the_report_for_people_is_one_page_with_every_check_of_print_and_words(hand: Hand) -> None:
    job = hand(FOLD, "online-us")
    facts = Facts(job.file("_preflight.pdf"))
    report = json.loads(job.file("_preflight.json"))
    text = _text(facts.data)
    assert len(facts.texts) == 1
    assert f"{len(report['checks'])} checks of the file found nothing. The file claims PDF/X-4." in text
    assert "Looked for, and not found" in text
    assert "Looked for, and found" not in text
    assert report["sha256"] in text.replace(" ", "")
    # Lines may break after a hyphen, too.
    said = "".join(text.split())
    seen = [check for check in report["checks"] if not check["check"].startswith(FOR_READERS)]
    others = len(report["checks"]) - len(seen)
    assert others > 9
    assert f"which no press sees: {others} checks, each told in the JSON file" in text
    for check in seen:
        wanted = "".join(check["looks_for"].split())
        assert wanted.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") in said or wanted in said


def test_the_report_tells_the_most_ink_of_each_page(hand: Hand) -> None:
    report = json.loads(hand(FOLD, "online-us").file("_preflight.json"))
    # What is clay outside, such as the ground of 911, is printed in magenta 70, yellow 80 and black 38.
    assert report["measured"][0]["ink"] == pytest.approx(188, abs=1)
    assert 0 < report["measured"][1]["ink"] <= report["measured"][0]["ink"]
    told = f"{report['measured'][0]['ink']:.0f}%, at most 300%"
    assert told in _text(hand(FOLD, "online-us").file("_preflight.pdf"))


def test_a_shop_that_wants_cards_on_a_sheet_gets_both_and_is_told(hand: Hand) -> None:
    job = hand("crisis-card", "office")
    assert Facts(job.file("_imposed.pdf")).sizes == [(522, 630)] * 2
    text = _text(job.file("_spec-sheet.pdf"))
    assert "8 copies on a sheet of 8.5 \N{MULTIPLICATION SIGN} 11 in" in text
    assert "turned on the long edge" in text
    assert "Imposed" not in _text(hand(FOLD, "online-us").file("_spec-sheet.pdf"))


def test_type_and_marks_outside_of_the_trim_are_not_measured(hand: Hand) -> None:
    marked = json.loads(hand("treatment-day-card", "offset-coated").file("_preflight.json"))
    plain = Facts(hand("treatment-day-card", "offset-coated").file("offset-coated.pdf"))
    slug_line = min(size for _, size in plain.type_sizes(1))
    assert all(page["inks"] == ["Cyan", "Magenta", "Yellow", "Black"] for page in marked["measured"])
    assert slug_line == 6.0
    assert marked["measured"][0]["type_size"] > slug_line


def _verdict(made: File, spec: Spec, pages: tuple[Measured, ...], *found: Finding) -> PreflightReport:
    checks = (
        Examined("sheet.boxes", "wrong boxes", "", ("PRS-201",), found[:1]),
        Examined("sheet.bleed", "no bleed", "", ("PRS-202",)),
    )
    return PreflightReport.of(spec, replace(made, data=EMPTY, findings=found), pages, checks, ())


def test_a_claim_that_was_taken_back_and_what_was_found_are_told(workers: Workers) -> None:
    made, spec, pages = _made(workers, "crisis-card", "online-us")
    found = Finding("PRS-201", "warning", "the boxes are odd", page=2)  # type: ignore[arg-type]
    verdict = _verdict(replace(made, claim=None), replace(spec, claim=None), pages, found)
    one = _set(workers, sheet(workers.templates, made.composition, FileKind.PREFLIGHT_REPORT, verdict))
    text = _text(one.data)
    assert "2 checks of the file, 1 of them found something. The file does not claim PDF/X-4" in text
    assert "PRS-201 warning, page 2: the boxes are odd" in text
    assert "Looked for, and found wrong boxes" in text
    assert "Looked for, and not found no bleed" in text
    flat = json.loads(verdict.as_json())
    assert [check["result"] for check in flat["checks"]] == ["found", "passed"]
    assert flat["claim"]["kept"] is False
