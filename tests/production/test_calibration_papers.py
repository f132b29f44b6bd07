"""For which papers a calibration sheet is made, how its files are called, and what becomes of what cannot be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from brochures.compose.html import Composition
from brochures.compose.templates import Templates
from brochures.design.formats import A4, LETTER, Format, Panel, Side
from brochures.findings import NOWHERE, BrochureError, Finding, Severity
from brochures.load.model.statements import Audience
from brochures.pdf.file import File
from brochures.production import calibration as module
from brochures.production.calibration import DRAWN, _job, calibration, drawn, papers
from brochures.project.edition import Edition
from brochures.resolve.editorial_rules import NO_RULES
from tests.miniature import Miniature
from tests.silent_engine import SilentEngine

NOTE = Finding("PRE-204", Severity.NOTE, "a note")
FOLD = "content/brochures/fold.yaml"


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each sheet hold its HTML, and nothing be found in it but what the pages tell."""
    monkeypatch.setattr(module, "layout", lambda _typesetter, composition: composition)
    monkeypatch.setattr(module, "pdf", lambda _typesetter, one: File(one, one.html.encode(), 2, (NOTE,)))
    monkeypatch.setattr(module, "preflight", lambda _file, _families, _shipped: ())


@pytest.fixture
def project(mini: Miniature) -> Miniature:
    mini.write(
        "templates/documents/calibration.html", "{{ job.title }} {{ form.width }} x {{ form.height }} {{ job.dated }}"
    )
    return mini


def _papers(mini: Miniature) -> list[tuple[float, float, int]]:
    return [(form.width, form.height, form.pages) for form in papers(mini.project, mini.load())]


def test_a_sheet_is_made_for_each_paper_and_way_of_lying_that_a_desk_edition_is_printed_on(project: Miniature) -> None:
    assert _papers(project) == [(792, 612, 2)]
    project.replace("content/packets/pack.yaml", "editions: [screen]", "editions: [screen, desk]")
    assert _papers(project) == [(612, 792, 2), (792, 612, 2)]
    project.replace(FOLD, "editions: [screen, desk]", "editions: [screen]")
    assert _papers(project) == [(612, 792, 2)]


def test_two_formats_of_one_paper_need_one_sheet(project: Miniature) -> None:
    project.replace("content/packets/pack.yaml", "editions: [screen]", "editions: [screen, desk]")
    project.write("styles/formats/mini-page.css", ":root { --sheet-width: 792.004pt; --sheet-height: 611.996pt; }")
    assert len(_papers(project)) == 1
    for size in ("--sheet-width: 792.04pt; --sheet-height: 612pt", "--sheet-width: 792pt; --sheet-height: 612.04pt"):
        project.write("styles/formats/mini-page.css", f":root {{ {size}; }}")
        assert len(_papers(project)) == 2


def test_a_format_that_cannot_be_read_or_is_no_office_paper_needs_none(project: Miniature) -> None:
    project.replace("content/packets/pack.yaml", "editions: [screen]", "editions: [screen, desk]")
    project.write("styles/formats/mini-page.css", ":root { --sheet-width: 1in; }")
    assert _papers(project) == [(792, 612, 2)]
    project.write("styles/formats/mini-page.css", ":root { --sheet-width: 5in; --sheet-height: 7in; }")
    assert _papers(project) == [(792, 612, 2)]


def test_a_poster_of_one_side_needs_none(project: Miniature) -> None:
    project.replace("content/packets/pack.yaml", "editions: [screen]", "editions: [screen, desk]")
    project.write(
        "styles/formats/mini-page.css",
        ":root { --sheet-width: 8.5in; --sheet-height: 11in; --front: a 8.5in; --reading-order: a; }",
    )
    assert _papers(project) == [(792, 612, 2)]


@pytest.mark.parametrize(
    ("size", "name"),
    [
        (LETTER, "calibration.letter.long-edge"),
        (LETTER[::-1], "calibration.letter.short-edge"),
        (A4, "calibration.a4.long-edge"),
        (A4[::-1], "calibration.a4.short-edge"),
    ],
)
def test_a_sheet_is_called_by_its_paper_and_the_edge_that_it_is_turned_on(
    project: Miniature, size: tuple[float, float], name: str
) -> None:
    form = Format("calibration", *size, (Side("front", ()), Side("back", ())))
    sheet, found = drawn(Templates.read(project.project), project.load(), SilentEngine(), form, "en")  # type: ignore[arg-type]
    assert (sheet.name, found) == (name, (NOTE,))
    assert sheet.data.decode().endswith(f"{size[0]} x {size[1]} 2026-11-24")


def test_sheets_lie_in_a_folder_of_their_own(project: Miniature) -> None:
    paths, findings = calibration(project.project, project.load(), SilentEngine(), "en")  # type: ignore[arg-type]
    assert paths == (project.out / "calibration" / "calibration.letter.short-edge.pdf",)
    assert paths[0].read_bytes().endswith(b"792.0 x 612.0 2026-11-24")
    assert findings == (NOTE,)


def test_what_is_wrong_with_the_content_or_cannot_be_set_is_told(
    project: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Finding("ENG-102", Severity.ERROR, "it broke")

    def refuse(_: Any, __: Composition) -> None:
        raise BrochureError(wrong)

    monkeypatch.setattr(module, "layout", refuse)
    project.write("content/forms.yaml", "forms: {a: {title: x}}\n")
    catalogue = project.load()
    assert calibration(project.project, catalogue, SilentEngine(), "en") == ((), (*catalogue.findings, wrong))  # type: ignore[arg-type]
    assert catalogue.findings


def test_each_sheet_has_one_panel_as_wide_as_itself_on_either_side(project: Miniature) -> None:
    (form,) = papers(project.project, project.load())
    sides = tuple(Side(name, (Panel(name, 0.0, 792.0, order),)) for order, name in enumerate(("front", "back")))
    assert form == Format("calibration", 792.0, 612.0, sides)


def test_a_sheet_is_nobody_s_piece_and_knows_the_clinic(project: Miniature) -> None:
    form = Format("calibration", *LETTER, (Side("front", ()), Side("back", ())))
    job = _job(project.load(), form, "en")
    about = (job.slug, job.title, job.subject, job.document, job.version, job.lead, job.language, job.pages, job.format)
    assert about == ("calibration", "calibration", "calibration", "calibration", "1.0", "", "en", 2, form)
    assert (job.audience, job.editions, job.dated) == (Audience.CLINICIAN, (Edition.DESK,), DRAWN)
    assert (job.sections, job.passages, job.rules, job.place, job.planned_at) == ((), (), NO_RULES, NOWHERE, NOWHERE)
    clinic = {name: (fact.name, fact.value) for name, fact in job.clinic.items() if fact.value}
    assert clinic == {
        "name": ("name", "Miniature Clinic"),
        "phone": ("phone", "847-555-0200"),
        "website": ("website", "https://example.edu/clinic"),
    }
    assert job.clinic["fax"].value is None


def test_a_sheet_s_title_is_what_stands_before_the_colon_in_its_language(project: Miniature) -> None:
    project.write(
        "content/labels.yaml",
        "labels:\n  calibration.title: {en: 'A sheet: turn it', es: 'Una hoja'}\n  page.of: {es: de}\n",
    )
    form = Format("calibration", *LETTER, (Side("front", ()), Side("back", ())))
    english, spanish = (_job(project.load(), form, language) for language in ("en", "es"))
    assert (english.title, english.labels) == ("A sheet", {"calibration.title": "A sheet: turn it"})
    assert (spanish.title, spanish.labels) == ("Una hoja", {"calibration.title": "Una hoja", "page.of": "de"})
    project.remove("content/clinic.yaml")
    catalogue = replace(project.load(), clinic=None)
    assert {fact.value for fact in _job(catalogue, form, "en").clinic.values()} == {None}


def test_a_sheet_is_no_proof_and_has_its_pages(project: Miniature) -> None:
    project.write(
        "templates/documents/calibration.html", "{{ proof }} {{ edition }} {{ sides | map(attribute='name') | join }}"
    )
    form = Format("calibration", *LETTER, (Side("front", ()), Side("back", ())))
    sheet, _ = drawn(Templates.read(project.project), project.load(), SilentEngine(), form, "en")  # type: ignore[arg-type]
    assert sheet.data == b"False desk frontback"
