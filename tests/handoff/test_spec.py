"""What is told of a job to a print shop, worked out of its file's measures: in-process, nothing is set."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.design.print_shop import PrintShop
from brochures.findings import Finding, Place, Severity
from brochures.findings.report import WAITING
from brochures.handoff.package import Parcel, _plain
from brochures.handoff.preflight_report import PreflightReport
from brochures.handoff.sheets import sheet
from brochures.handoff.spec_sheet import Inked, Spec
from brochures.load.model.printers import Marks, Standard, Stock
from brochures.preflight.check import Examined
from brochures.preflight.press.measurements import Measured
from brochures.production import File
from brochures.project.edition import Edition, FileKind
from brochures.project.paths import ROOT
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

FOLD = "content/brochures/fold.yaml"
FOUND = Finding(
    "PRS-403", Severity.WARNING, "a thin line", "thicken it", Place("styles/a.css", 1, 2), "fold", "press", 1
)


@pytest.fixture
def composition(mini: Miniature) -> Composition:
    mini.replace(FOLD, "editions: [screen, desk]", "editions: [screen, press]")
    mini.write("content/printers.yaml", (ROOT / "content/printers.yaml").read_bytes())
    job = resolve(mini.project, mini.load(), "fold")
    one: Composition = compose(Templates.read(mini.project), job, Edition.PRESS, proof=False)[0]
    return one


def _shop(composition: Composition, **wishes: Any) -> PrintShop:
    print_shop = composition.job.print_shop
    assert print_shop is not None
    return replace(print_shop, printer=print_shop.printer.model_copy(update=wishes))


def _measured(number: int, *inks: str, resolution: float | None = None) -> Measured:
    return Measured(number, (792.0, 612.0), (810.0, 630.0), 9.0, inks, 212.5, resolution, 7.5)


PAGES = (_measured(1, "Black", "Cyan", resolution=300), _measured(2, "Black", "Cyan", resolution=225.5))


def _spec(
    composition: Composition, pages: tuple[Measured, ...] = PAGES, claim: Standard | None = Standard.X4, **wishes: Any
) -> Spec:
    made = File(composition, b"press file", 2, (FOUND,), claim=claim, digest="digest")
    return Spec.of(made, _shop(composition, **wishes), pages, "a.pdf")


def test_a_job_is_told_by_its_file_its_shop_and_its_measures(composition: Composition) -> None:
    print_shop = _shop(composition)
    spec = _spec(composition)
    condition = print_shop.us_condition
    assert (spec.file, spec.proof, spec.claim, spec.printer) == ("a.pdf", False, "PDF/X-4", print_shop.printer)
    assert (spec.condition, spec.ink_limit) == (condition, print_shop.ink_limit(composition.format))
    assert spec.profile == condition.profile.rpartition("/")[2]
    assert (spec.bleed, spec.safe) == (composition.room.bleed, 9.0)
    assert (spec.pages, spec.sheets, spec.folded) == (("outside", "inside"), 1, True)
    assert spec.turns_on_long_edge is False
    assert spec.content == composition.digest[:8]
    assert (spec.imposed, spec.parent) == (None, None)


def test_a_shop_s_own_profile_goes_before_that_of_its_condition(composition: Composition) -> None:
    assert _spec(composition, profile="profiles/own.icc").profile == "own.icc"


@pytest.mark.parametrize(("resolutions", "coarsest"), [((300, 225.5), 225.5), ((None, 300), 300), ((None, None), None)])
def test_the_coarsest_picture_is_told_where_there_is_one(
    composition: Composition, resolutions: tuple[float | None, float | None], coarsest: float | None
) -> None:
    pages = tuple(_measured(number, "Black", resolution=one) for number, one in enumerate(resolutions, 1))
    assert _spec(composition, pages).coarsest == coarsest


def test_pages_beside_each_other_with_the_same_inks_are_told_together(composition: Composition) -> None:
    assert _spec(composition).inked == (Inked(("outside", "inside"), ("Black", "Cyan")),)
    apart = (_measured(1, "Black"), _measured(2, "Black", "Cyan"))
    assert _spec(composition, apart).inked == (Inked(("outside",), ("Black",)), Inked(("inside",), ("Black", "Cyan")))


@pytest.mark.parametrize(("stock", "cover"), [(Stock.TEXT, False), (Stock.COVER, True)])
def test_heavy_paper_is_known(composition: Composition, stock: Stock, *, cover: bool) -> None:
    assert _spec(composition, stock=stock).is_cover_stock is cover


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        (Marks(), ()),
        (Marks(crop=True, slug=True), ("crop", "slug")),
        (Marks(crop=True, fold=True, registration=True, slug=True), ("crop", "fold", "registration", "slug")),
    ],
)
def test_the_marks_that_a_shop_wants_are_named(composition: Composition, marks: Marks, told: tuple[str, ...]) -> None:
    spec = _spec(composition, marks=marks)
    assert spec.marks == told
    assert replace(spec, folded=False).marks == tuple(name for name in told if name != "fold")
    assert marks.any is bool(told)


def _verdict(composition: Composition, *about: Finding, claim: Standard | None = Standard.X4) -> PreflightReport:
    made = File(composition, b"press file", 2, (FOUND,), claim=claim, digest="digest")
    checks = (
        Examined("preflight.a", "thin lines", "a source", ("PRS-403",), (FOUND,)),
        Examined("preflight.b", "words near the trim", "another", ("PRS-404",)),
    )
    return PreflightReport.of(_spec(composition, claim=claim), made, PAGES, checks, about)


def test_a_report_counts_what_only_people_can_supply(composition: Composition) -> None:
    one, two = sorted(WAITING)[:2]
    about = [Finding(code, Severity.WARNING, "m") for code in (two, one, two, "LAY-201")]
    verdict = _verdict(composition, *about)
    assert dict(verdict.waiting) == {one: 1, two: 2}
    assert verdict.what(one) == WAITING[one]
    assert (verdict.passed, verdict.size, verdict.findings) == (1, 10, (FOUND,))


@pytest.mark.parametrize(("claim", "kept"), [(Standard.X4, True), (None, False), (Standard.X1A, False)])
def test_a_claim_is_kept_where_the_file_says_what_the_shop_wants(
    composition: Composition, claim: Standard | None, *, kept: bool
) -> None:
    assert _verdict(composition, claim=claim).keeps_its_claim is kept


def test_the_report_for_programs_says_all_of_it(composition: Composition) -> None:
    code = min(WAITING)
    verdict = _verdict(composition, Finding(code, Severity.WARNING, "m"), claim=None)
    text = verdict.as_json().decode()
    flat = json.loads(text)
    printer = _shop(composition).printer
    assert text.startswith('{\n "file": "a.pdf",\n')
    assert text.endswith("}\n")
    measured = flat.pop("measured")
    assert measured[0] == {
        "number": 1, "trim": [792.0, 612.0], "media": [810.0, 630.0], "bleed": 9.0, "inks": ["Black", "Cyan"], "ink": 212.5,
        "resolution": 300, "type_size": 7.5,
    }  # fmt: skip
    assert flat == {
        "file": "a.pdf",
        "sha256": hashlib.sha256(b"press file").hexdigest(),
        "bytes": 10,
        "state": "final",
        "piece": "fold",
        "title": "A folded piece",
        "version": "1.0",
        "dated": "2026-01-02",
        "printer": printer.title,
        "claim": {"wanted": "PDF/X-4", "in_the_file": "", "kept": False},
        "thresholds": {
            "bleed": 9.0,
            "safe": 9.0,
            "ink_limit_percent": verdict.spec.ink_limit,
            "resolution_ppi": printer.resolution.model_dump(),
            "smallest_reversed": float(printer.smallest_reversed.removesuffix("pt")),
            "condition": verdict.spec.condition.identifier,
            "profile": verdict.spec.profile,
        },
        "output_intent": {"identifier": "", "profile": "", "sha256": ""},
        "checks": [
            {"check": "preflight.a", "codes": ["PRS-403"], "looks_for": "thin lines", "source": "a source", "result": "found", "findings": [FOUND.as_dict()]},
            {"check": "preflight.b", "codes": ["PRS-404"], "looks_for": "words near the trim", "source": "another", "result": "passed", "findings": []},
        ],
        "findings": [FOUND.as_dict()],
        "waiting": [{"code": code, "what": WAITING[code], "count": 1}],
    }  # fmt: skip
    proof = replace(verdict, spec=replace(verdict.spec, proof=True))
    assert json.loads(proof.as_json())["state"] == "proof, not for print"


@pytest.mark.parametrize(
    ("name", "plain"),
    [("a b/c", "a-b-c"), ("A_1.b-c", "A_1.b-c"), ("é", "job"), ("..a--", "a"), ("a  *  b", "a-b"), ("", "job")],
)
def test_a_file_s_name_holds_nothing_that_a_web_form_stumbles_over(name: str, plain: str) -> None:
    assert _plain(name) == plain


@pytest.mark.parametrize("proof", [True, False])
def test_a_parcel_is_named_as_the_shop_wants_and_a_proof_says_so(composition: Composition, *, proof: bool) -> None:
    wanted = "{slug}_{title}_{version}_{format}_{edition}_{printer}"
    parcel = Parcel.of(replace(composition, proof=proof), _shop(composition, file_name=wanted))
    name = _shop(composition).name
    mark = "_PROOF-not-for-print" if proof else ""
    stem = f"fold_A-folded-piece_1.0_mini-roll_press_{name}"
    assert parcel == Parcel(stem, f"fold_{name}", date(2026, 1, 2), proof)
    assert (parcel.name("pdf"), parcel.name("png", "page-1")) == (f"{stem}{mark}.pdf", f"{stem}_page-1{mark}.png")
    assert parcel.archive == f"fold_{name}{mark}.zip"
    assert parcel.archives == (f"fold_{name}.zip", f"fold_{name}_PROOF-not-for-print.zip")


def test_files_are_packed_by_name_with_their_sums_last() -> None:
    parcel = Parcel("a", "b", date(2026, 1, 2), proof=False)
    whole = parcel.summed({"b.pdf": b"b", "a.pdf": b"a"})
    assert list(whole) == ["a.pdf", "b.pdf", "SHA256SUMS"]
    assert whole["SHA256SUMS"].decode() == (
        f"{hashlib.sha256(b'a').hexdigest()}  a.pdf\n{hashlib.sha256(b'b').hexdigest()}  b.pdf\n"
    )


def test_a_sheet_beside_the_job_is_upright_and_has_as_many_pages_as_it_needs(
    mini: Miniature, composition: Composition
) -> None:
    mini.write("templates/documents/spec-sheet.html", "<p>{{ told.file }} {{ job.title }}</p>")
    spec = _spec(composition)
    page = sheet(Templates.read(mini.project), composition, FileKind.SPEC_SHEET, spec, 2)
    assert "a.pdf" in page.html
    assert (page.slug, page.edition, page.kind, page.document) == ("fold", None, "spec-sheet", "spec-sheet")
    assert (page.format.width, page.format.height, page.pages, page.proof) == (612, 792, 2, False)
    assert page.planned_at == composition.planned_at
