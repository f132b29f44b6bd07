"""A piece's ticket into its job: what it holds, and a whole finding for each thing that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from brochures.editorial import editorial
from brochures.findings import BrochureError, Place
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.inline_text import ClinicFact
from brochures.resolve.job import Job, Role
from brochures.resolve.passages import printed
from brochures.resolve.ticket import READING_LEAVES_OUT, resolve
from tests.miniature import TODAY, Miniature

PACK, FOLD = "content/packets/pack.yaml", "content/brochures/fold.yaml"


def _job(mini: Miniature, slug: str) -> Job:
    return resolve(mini.project, mini.load(), slug)


def _refused(mini: Miniature, slug: str, printer: str = "") -> list[tuple[str, str, str, str]]:
    with pytest.raises(BrochureError) as refused:
        resolve(mini.project, mini.load(), slug, printer)
    return [(found.code, str(found.place), found.message, found.help) for found in refused.value.findings]


def test_a_brochure_s_job_holds_its_ticket_and_its_panels_in_reading_order(mini: Miniature) -> None:
    job = _job(mini, "fold")
    assert (job.slug, job.title, job.subject, job.document) == (
        "fold",
        "A folded piece",
        "What a folded piece is",
        "fold",
    )
    assert (job.audience, job.language, job.editions) == ("patient", "en", (Edition.SCREEN, Edition.DESK))
    assert (job.format.name, job.pages, job.planned_at) == ("mini-roll", 2, Place(FOLD, 5, 9))
    assert (job.version, job.dated, job.lead, job.print_shop) == ("1.0", date(2026, 1, 2), "", None)
    assert (job.review_due, job.place, job.version_at) == (date(2027, 2, 3), Place(FOLD, 2, 8), Place(FOLD, 9, 19))
    assert [section.name for section in job.sections] == [
        "front",
        "inside-left",
        "flap",
        "inside-middle",
        "inside-right",
        "back",
    ]
    assert {(section.title, section.audience, section.reading, section.by_fax) for section in job.sections} == {
        ("", "patient", False, False)
    }
    assert [(one.component, one.file, one.route) for one in job.sections[1].blocks] == [
        ("heading", FOLD, ("panels", "inside-left", 0, "heading")),
        ("statement", FOLD, ("panels", "inside-left", 1, "statement")),
        ("picture", FOLD, ("panels", "inside-left", 2, "picture")),
    ]
    assert job.clinic["phone"].value == "847-555-0200"
    assert len(job.clinic) == 26


def test_a_packet_s_job_holds_its_parts(mini: Miniature) -> None:
    mini.replace(PACK, "    title: Facts\n", "    title: Facts\n    audience: patient\n    by_fax: true\n")
    mini.replace(PACK, "ketamine.effects", "program.call")
    job = _job(mini, "pack")
    assert (job.pages, job.planned_at, job.lead) == (4, Place(PACK, 29, 8), "What is in it.")
    assert [(one.name, one.title, one.audience, one.reading, one.by_fax) for one in job.sections] == [
        ("facts", "Facts", "patient", False, True),
        ("reading", "Reading form", "patient", True, False),
        ("references", "References", "clinician", False, False),
    ]
    assert next((one.component, one.file) for one in job.sections[2].blocks) == ("references", PACK)


def test_a_part_runs_on_stands_on_the_front_in_columns_or_leaves_a_statement_out(mini: Miniature) -> None:
    mini.replace(
        PACK,
        "    reading: fold",
        "    reading: fold\n    runs_on: true\n    in_columns: true\n    without: [program.call]",
    )
    mini.replace(PACK, "    title: Facts\n", "    title: Facts\n    on_front: true\n")
    facts, reading, _ = _job(mini, "pack").sections
    assert (facts.on_front, facts.runs_on, facts.in_columns) == (True, False, False)
    assert (reading.on_front, reading.runs_on, reading.in_columns) == (False, True, True)
    assert "program.call" not in [one.content.name for one in reading.blocks if one.component == "statement"]
    assert [one.content for one in reading.blocks if one.component == "heading"][2] == "Flap"


def test_a_statement_that_a_brochure_does_not_have_cannot_be_left_out(mini: Miniature) -> None:
    mini.replace(PACK, "    reading: fold", "    reading: fold\n    without: [program.cal]")
    with pytest.raises(BrochureError) as wrong:
        _job(mini, "pack")
    (found,) = wrong.value.findings
    assert (found.place.file, found.place.line) == (PACK, 21)
    assert "did you mean 'program.call'?" in found.help


def test_the_words_of_a_brochure_are_read_in_their_order_and_for_their_readers(mini: Miniature) -> None:
    reading = _job(mini, "pack").sections[1]
    assert [one.content for one in reading.blocks if one.component == "heading"] == [
        "Front", "Inside left", "Flap", "Inside middle", "Inside right", "Back"
    ]  # fmt: skip
    assert {one.file for one in reading.blocks} == {FOLD}
    assert reading.audience == "patient"


OWN = {
    "cover": "{title: A cover}",
    "masthead": "{title: A masthead}",
    "contact": "{facts: [phone]}",
    "crisis": "{title: Help, lines: [emergency-911]}",
    "sources": "{title: Sources}",
    "references": "{title: References}",
    "version": "{}",
}


@pytest.mark.parametrize("component", OWN)
def test_what_every_piece_has_for_itself_is_no_part_of_its_reading_form(mini: Miniature, component: str) -> None:
    mini.replace(FOLD, "    - heading: Flap\n", f"    - heading: Flap\n    - {component}: {OWN[component]}\n")
    assert component in [one.component for section in _job(mini, "fold").sections for one in section.blocks]
    assert component not in [one.component for one in _job(mini, "pack").sections[1].blocks]


def test_all_that_a_reading_form_leaves_out_is_tried_above() -> None:
    assert set(OWN) == READING_LEAVES_OUT


def test_only_labels_in_the_piece_s_language_are_taken(mini: Miniature) -> None:
    mini.write("content/labels.yaml", "labels: {a: {en: One, es: Uno}, b: {es: Dos}}\n")
    assert _job(mini, "fold").labels == {"a": "One"}


def test_the_date_inside_files_takes_the_place_of_the_version_s(mini: Miniature) -> None:
    project = Project(mini.root, TODAY, mini.out, date(2020, 5, 6))
    assert resolve(project, mini.load(), "fold").dated == date(2020, 5, 6)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            "format: mini-roll", "format: mini-rol",
            [("RES-105", f"{FOLD}:5:9", "there is no format 'mini-rol'", "did you mean 'mini-roll'?")], id="format",
        ),
        pytest.param(
            "document: fold", "document: folder",
            [("RES-105", f"{FOLD}:4:11", "there is no document type 'folder'", "did you mean 'fold'?")], id="document type",
        ),
        pytest.param(
            "  flap:\n", "  flab:\n",
            [
                ("RES-105", f"{FOLD}:19:3", "the format 'mini-roll' has no panel 'flab'", "did you mean 'flap'?"),
                ("RES-105", f"{FOLD}:12:3", "the panel 'flap' has no words", "write 'flap:' with its blocks"),
            ], id="panel",
        ),
        pytest.param(
            "    - heading: Flap\n    - statement: program.call\n", "    []\n",
            [("RES-105", f"{FOLD}:20:5", "the panel 'flap' has no words", "write 'flap:' with its blocks")], id="empty panel",
        ),
    ],
)  # fmt: skip
def test_a_ticket_that_cannot_be_is_told_at_its_line(
    mini: Miniature, old: str, new: str, found: list[tuple[str, str, str, str]]
) -> None:
    mini.replace(FOLD, old, new)
    assert _refused(mini, "fold") == found


@pytest.mark.parametrize("slug", ["fodl", "pack"])
def test_only_a_brochure_has_a_reading_form(mini: Miniature, slug: str) -> None:
    mini.replace(PACK, "reading: fold", f"reading: {slug}")
    help_ = "did you mean 'fold'?" if slug == "fodl" else "known here: fold"
    assert _refused(mini, "pack") == [("RES-101", f"{PACK}:20:14", f"there is no piece '{slug}'", help_)]


def test_a_reading_form_of_a_brochure_without_a_format_is_told_at_the_brochure(mini: Miniature) -> None:
    mini.replace(FOLD, "format: mini-roll", "format: mini-rol")
    found = ("RES-105", f"{FOLD}:5:9", "there is no format 'mini-rol'", "did you mean 'mini-roll'?")
    assert _refused(mini, "pack") == [found]


@pytest.mark.parametrize("kind", ["labels", "house/words", "house/parts", "waivers"])
def test_no_piece_is_made_while_a_list_that_every_piece_needs_has_mistakes(mini: Miniature, kind: str) -> None:
    mini.write(f"content/{kind}.yaml", "a: [")
    assert _refused(mini, "fold") == []


def test_no_piece_is_made_without_the_clinic(mini: Miniature) -> None:
    mini.write("content/clinic.yaml", "nam: x\n")
    assert _refused(mini, "fold") == []


def _with_press(mini: Miniature) -> Miniature:
    mini.replace(FOLD, "editions: [screen, desk]", "editions: [screen, press]")
    mini.write("content/printers.yaml", (ROOT / "content/printers.yaml").read_bytes())
    return mini


def _line(mini: Miniature, text: str) -> int:
    lines = (mini.root / "content/printers.yaml").read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(text))


def test_the_press_edition_is_made_for_the_default_print_shop_or_for_the_one_that_is_named(mini: Miniature) -> None:
    _with_press(mini)
    catalogue = mini.load()
    default = next(name for name, entry in catalogue.shelf("printer").items() if entry.thing.default)
    other = next(name for name in catalogue.shelf("printer") if name != default)
    for asked, name in (("", default), (other, other)):
        print_shop = resolve(mini.project, catalogue, "fold", asked).print_shop
        assert print_shop is not None
        entry = catalogue.shelf("printer")[name]
        conditions = catalogue.shelf("printing condition")
        assert (print_shop.name, print_shop.printer) == (name, entry.thing)
        assert print_shop.us_condition == conditions[entry.thing.condition].thing
        assert print_shop.metric_condition == conditions[entry.thing.metric_condition].thing
        assert print_shop.place == Place("content/printers.yaml", _line(mini, f"  {name}:"), 3)
        assert print_shop.sheet_place == entry.place("impose", "sheet")


def test_a_print_shop_that_there_is_not_is_told(mini: Miniature) -> None:
    _with_press(mini)
    name = next(iter(mini.load().shelf("printer")))
    assert _refused(mini, "fold", f"{name}s") == [
        ("RES-101", f"{FOLD}:8:11", f"there is no printer '{name}s'", f"did you mean '{name}'?")
    ]
    mini.remove("content/printers.yaml")
    message = "the press edition needs a print shop, and there is no file content/printers.yaml"
    mend = "restore content/printers.yaml from version control, or take 'press' out of the editions"
    assert _refused(mini, "fold") == [("RES-101", f"{FOLD}:8:11", message, mend)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("default: true", "default: truth", id="a wrong value"),
        pytest.param("default: true", "defualt: true", id="a wrong key"),
        pytest.param("printers:", "printers: [", id="no YAML"),
        pytest.param("default: true", "default: false", id="no default"),
    ],
)
def test_a_mistake_in_the_file_of_print_shops_is_the_only_thing_told(mini: Miniature, old: str, new: str) -> None:
    _with_press(mini)
    text = (mini.root / "content/printers.yaml").read_text(encoding="utf-8")
    mini.write("content/printers.yaml", text.replace(old, new))
    assert mini.load().findings
    assert _refused(mini, "fold") == []


def test_a_print_shop_gets_no_piece_without_a_press_edition(mini: Miniature) -> None:
    _with_press(mini)
    name = next(iter(mini.load().shelf("printer")))
    mini.replace(FOLD, "editions: [screen, press]", "editions: [screen, desk]")
    message = "this piece is made for screen, desk only, so there is nothing for a print shop"
    mend = "add 'press' to its editions, or send another piece"
    ((code, place, said, help_),) = _refused(mini, "fold", name)
    assert (code, place, said, help_) == ("HND-101", f"{FOLD}:8:11", message, mend)
    assert _job(mini, "fold").print_shop is None


SWITCHED = """  - id: rights
    title: Rights
    when: receives_hhs_funds
    adds_pages: 2
    blocks:
      - statement: program.outpatient
"""


def _switched(mini: Miniature, said: str) -> Job:
    """Return the packet with a part that is printed only where the clinic has ``said`` yes."""
    mini.replace("content/packets/pack.yaml", "parts:\n", f"parts:\n{SWITCHED}")
    mini.append("content/clinic.yaml", f"receives_hhs_funds: {said}\n")
    return resolve(mini.project, mini.load(), "pack")


@pytest.mark.parametrize(("said", "sections", "pages"), [("yes", 4, 6), ("no", 3, 4), ("", 3, 4)])
def test_a_part_that_waits_for_a_fact_is_printed_only_where_it_is_so(
    mini: Miniature, said: str, sections: int, pages: int
) -> None:
    job = _switched(mini, said)
    assert (len(job.sections), job.pages) == (sections, pages)
    titles = [printed(one.words) for one in job.passages if one.role is Role.TITLE]
    assert ("Rights" in titles) is (said == "yes")
    assert "References" in titles
    place = Place("content/clinic.yaml", 5, 1)
    assert job.undecided == (() if said else (ClinicFact("receives_hhs_funds", None, place),))


@pytest.mark.parametrize(("said", "told"), [("yes", 0), ("no", 0), ("", 1)])
def test_a_fact_that_nobody_has_said_is_told_where_it_stands(mini: Miniature, said: str, told: int) -> None:
    job = _switched(mini, said)
    found = [one for one in editorial(job, mini.today, release=True) if "'receives_hhs_funds' is empty" in one.message]
    assert [(one.code, str(one.place), one.is_error) for one in found] == [
        ("REL-101", "content/clinic.yaml:5:1", True)
    ] * told
    assert all(one.help.startswith("write 'receives_hhs_funds: yes' or 'receives_hhs_funds: no'") for one in found)


def test_a_fact_that_is_not_in_the_file_is_told_of_the_file(mini: Miniature) -> None:
    mini.replace("content/packets/pack.yaml", "parts:\n", f"parts:\n{SWITCHED}")
    (fact,) = resolve(mini.project, mini.load(), "pack").undecided
    assert fact.place == Place("content/clinic.yaml")


def test_only_a_part_that_may_be_left_out_adds_pages(mini: Miniature) -> None:
    mini.replace(
        "content/packets/pack.yaml", "parts:\n", "parts:\n" + SWITCHED.replace("    when: receives_hhs_funds\n", "")
    )
    assert any("'adds_pages' goes with 'when'" in message for _, _, message in mini.mistakes())


@pytest.mark.parametrize("edition", ["large", "fax"])
def test_an_edition_that_sets_the_words_anew_needs_its_template(mini: Miniature, edition: str) -> None:
    mini.replace("content/brochures/fold.yaml", "editions: [screen, desk]", f"editions: [screen, {edition}]")
    said = f"the edition '{edition}' sets the words anew, and there is no template for it"
    mend = f"restore templates/documents/{edition}.html, or take '{edition}' out of the editions"
    ((_, place, message, help_),) = _refused(mini, "fold")
    assert (message, help_) == (said, mend)
    assert place.startswith(f"{FOLD}:8:")
    mini.write(f"templates/documents/{edition}.html", '{% extends "base.html" %}\n')
    assert _job(mini, "fold").editions == (Edition.SCREEN, Edition(edition))
