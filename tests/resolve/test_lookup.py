"""Names into things: each thing with what belongs to it, and a whole finding for each name that leads nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from brochures.findings import BrochureError, Place
from brochures.load.model.sources import Verification
from brochures.resolve.inline_text import Call, ClinicFact, Figure, Plain
from brochures.resolve.job import (
    Destination,
    FormSheet,
    HelplineCard,
    Job,
    PlacedPicture,
    PrintedStatement,
    SpecimenSheet,
    Study,
)
from brochures.resolve.notes import Doubt, Note
from brochures.resolve.ticket import resolve
from tests.miniature import BOTH_SOURCES, Miniature

PACK, FOLD = "content/packets/pack.yaml", "content/brochures/fold.yaml"
AFTER = "      - statement: program.outpatient\n"
"""A line of the packet after which a test may put a block of its own."""

FORMS = """\
forms:
  referral:
    title: A referral
    intro: Fill it in.
    before_use: Ask the clinic.
    kind: clinical
    sections:
      - title: The patient
        note: Call {call:emergency-911}.
        fields: [{label: Name, type: text, hint: In full, width: 6}, {label: Sex, type: choice, options: [a, b], write_in: Other}]
      - {title: The end, note: Thank you.}
"""
NOTES = """\
notes:
  S01:
    section: Home
    message: It cures.
    verdict: contradicted
    finding: It does not.
    decision: corrected
    instead: What was found.
    printed: [ketamine.effects, program.call]
    sources: [mini-trial]
  S02: {section: Team, message: Best., verdict: contradicted, finding: None., decision: left out, instead: Nothing.}
"""
SPECIMEN = """\
audience: patient
places: [panel, page]
blocks:
  - key_message: {statement: program.call}
  - heading: A heading
"""


def _job(mini: Miniature, slug: str = "pack") -> Job:
    catalogue = mini.load()
    assert catalogue.findings == ()
    return resolve(mini.project, catalogue, slug)


def _with(mini: Miniature, block: str) -> Job:
    mini.replace(PACK, AFTER, f"{AFTER}      - {block}\n")
    return _job(mini)


def _refused(mini: Miniature, slug: str = "pack", printer: str = "") -> list[tuple[str, str, str, str]]:
    catalogue = mini.load()
    with pytest.raises(BrochureError) as refused:
        resolve(mini.project, catalogue, slug, printer)
    assert {found.piece for found in refused.value.findings} == {slug}
    return [(found.code, str(found.place), found.message, found.help) for found in refused.value.findings]


def _content(job: Job, number: int = 2) -> Any:
    return job.sections[0].blocks[number].content


def test_a_statement_has_its_words_its_sources_and_its_place(mini: Miniature) -> None:
    job = _job(mini)
    effects, care = (block.content for block in job.sections[0].blocks)
    assert isinstance(effects, PrintedStatement)
    assert (effects.name, str(effects.kind), effects.part) == ("ketamine.effects", "fact", None)
    assert effects.place == Place("content/ketamine.yaml", 11, 3)
    assert [(one.name, one.short, one.kind, one.alone, one.limits, one.place) for one in effects.sources] == [
        ("mini-trial", "Miniature trial, 2020", "study", True, "Small.", Place("content/ketamine.yaml", 21, 15)),
        ("mini-label", "Miniature label, 2024", "label", True, "", Place("content/ketamine.yaml", 21, 92)),
    ]
    assert (care.sources, str(care.kind), care.wording.lead) == ((), "program", (Plain("Outpatient program."),))


@pytest.mark.parametrize(
    ("change", "alone", "limits"),
    [
        ("    verification: primary", True, ""),
        ("    verification: secondary", True, ""),
        ("    verification: unverified", False, ""),
        ("    verification: primary\n    may_stand_alone: false", False, ""),
        ("    verification: primary\n    limits: Of one drug.", True, "Of one drug."),
    ],
)
def test_a_source_stands_alone_where_it_was_seen_and_may(
    mini: Miniature, change: str, *, alone: bool, limits: str
) -> None:
    mini.replace("content/sources.yaml", "    verification: primary", change)
    source = _content(_job(mini), 0).sources[1]
    assert (source.alone, source.limits) == (alone, limits)


def test_a_study_a_help_line_and_a_picture_are_what_their_records_say(mini: Miniature) -> None:
    job = _with(mini, "study_table: {caption: Trials, studies: [mini-trial]}")
    (study,) = job.sections[0].blocks[2].things(Study)
    assert (study.name, study.record.n, [source.name for source in study.sources]) == ("mini-trial", 40, ["mini-trial"])
    assert study.sources[0].place == Place(PACK, 18, 50)
    mini.replace(
        PACK, "study_table: {caption: Trials, studies: [mini-trial]}", "crisis: {title: Help, lines: [emergency-911]}"
    )
    (card,) = _job(mini).things(HelplineCard)
    assert (card.name, card.record.name, card.call) == ("emergency-911", "Emergency", Call("911"))
    (leaf,) = _job(mini, "fold").things(PlacedPicture)
    assert (leaf.name, leaf.file, leaf.alt) == ("leaf", "content/images/leaf.svg", "A leaf")
    assert leaf.place == Place(FOLD, 18, 24)


def test_a_fact_of_the_clinic_is_told_where_it_is_written_or_where_it_could_be(mini: Miniature) -> None:
    facts = _with(mini, "contact: {facts: [phone, fax]}").sections[0].blocks[2].content["facts"]
    assert facts == (
        ClinicFact("phone", "847-555-0200", Place("content/clinic.yaml", 3, 1)),
        ClinicFact("fax", None, Place("content/clinic.yaml")),
    )


def test_a_form_is_resolved_with_the_references_of_its_notes(mini: Miniature) -> None:
    mini.write("content/forms.yaml", FORMS)
    sheet = _content(_with(mini, "form: referral"))
    assert isinstance(sheet, FormSheet)
    assert (sheet.name, str(sheet.kind), sheet.title, sheet.intro) == (
        "referral",
        "clinical",
        "A referral",
        "Fill it in.",
    )
    assert (sheet.before_use, sheet.place) == ("Ask the clinic.", Place("content/forms.yaml", 2, 3))
    first, last = sheet.sections
    assert (first["title"], first["elements"], len(first["fields"])) == ("The patient", (), 2)
    assert first["note"] == (Plain("Call "), Call("911"), Plain("."))
    assert (last["title"], last["note"], last["fields"]) == ("The end", (Plain("Thank you."),), ())


def test_notes_of_a_section_come_with_the_pieces_that_print_their_statements(mini: Miniature) -> None:
    mini.write("content/editorial-notes.yaml", NOTES)
    content = _content(_with(mini, "notes: {title: Notes, section: Home}"))
    ((note,), title) = content["notes"], content["title"]
    assert isinstance(note, Note)
    assert (title, note.number, note.record.message) == ("Notes", "S01", "It cures.")
    assert note.printed == (
        ("ketamine.effects", ("A folded piece", "A packet")),
        ("program.call", ("A folded piece",)),
    )
    assert [(source.name, source.place) for source in note.sources] == [
        ("mini-trial", Place("content/editorial-notes.yaml", 10, 15))
    ]
    assert [[one.audience for one in words] for words in note.words] == [["patient", "clinician"], ["patient"]]
    assert all(one.lead for words in note.words for one in words), "what is printed, word for word"


def test_a_note_knows_which_earlier_one_names_the_same_statement(mini: Miniature) -> None:
    again = "  S03: {section: Home, message: So., verdict: supported, finding: So., decision: printed, instead: So., printed: [program.call]}\n"
    mini.write("content/editorial-notes.yaml", NOTES + again)
    first, second = _content(_with(mini, "notes: {title: Notes, section: Home}"))["notes"]
    assert (first.said_in, second.said_in) == (("", ""), ("S01",))


def test_notes_without_a_section_are_what_the_sources_do_not_bear_out_of_all_sections(mini: Miniature) -> None:
    supported = "  S03: {section: Team, message: So., verdict: supported, finding: So., decision: left out, instead: Nothing.}\n"
    praise = "  S04: {section: Home, message: Best., verdict: promotional or unsupported, finding: None., decision: left out, instead: No.}\n"
    mini.write("content/editorial-notes.yaml", NOTES.replace("  S02:", praise + "  S02:") + supported)
    content = _content(_with(mini, "notes: {title: First}"))
    assert content["hard"]
    assert [note.number for note in content["notes"]] == ["S01", "S02", "S04"], "what is contradicted comes first"


def test_a_specimen_is_shown_with_its_own_readers_and_places(mini: Miniature) -> None:
    mini.write("content/specimens/key-message.yaml", SPECIMEN)
    (sheet,) = _content(_with(mini, "specimen: [key-message]"))
    assert isinstance(sheet, SpecimenSheet)
    assert (sheet.component, str(sheet.audience), sheet.places) == ("key_message", "patient", ("panel", "page"))
    assert [(one.component, one.file, one.route) for one in sheet.blocks] == [
        ("key_message", "content/specimens/key-message.yaml", ("blocks", 0, "key_message")),
        ("heading", "content/specimens/key-message.yaml", ("blocks", 1, "heading")),
    ]
    assert sheet.blocks[0].content["statement"].name == "program.call"


def test_what_was_not_wholly_seen_is_listed_with_what_was_not(mini: Miniature) -> None:
    mini.replace(
        "content/studies.yaml", "    verification: primary", "    verification: primary\n    unverified: [its page]"
    )
    mini.replace("content/sources.yaml", "    verification: primary", "    verification: secondary")
    content = _content(_with(mini, "unverified: {title: Unseen}"))
    assert content["title"] == "Unseen"
    assert [
        (one.name, one.level, one.unverified, [source.name for source in one.sources]) for one in content["records"]
    ] == [
        ("Miniature trial, 2020", Verification.PRIMARY, ("its page",), ["mini-trial"]),
        ("Miniature label, 2024", Verification.SECONDARY, (), ["mini-label"]),
        ("Emergency", Verification.UNVERIFIED, (), []),
    ]
    assert all(isinstance(one, Doubt) for one in content["records"])


@pytest.mark.parametrize(
    ("to", "address", "name", "sources"),
    [
        ("source: mini-trial", "https://doi.org/10.1000/mini.1", "Miniature trial, 2020", ["mini-trial"]),
        ("source: mini-label", "https://example.org/label", "Miniature label, 2024", ["mini-label"]),
        ("helpline: owned", "https://example.org/owned", "Owned", []),
    ],
)
def test_a_code_leads_where_a_record_says(
    mini: Miniature, to: str, address: str, name: str, sources: list[str]
) -> None:
    mini.replace(
        "content/sources.yaml",
        "      title: Miniature label\n",
        "      title: Miniature label\n      URL: https://example.org/label\n",
    )
    mini.append(
        "content/sources.yaml",
        "  owned: {name: Owned, call: 988, for: all, verification: primary, cite: {type: webpage, title: O, URL: 'https://example.org/owned'}}\n",
    )
    leads = _content(_with(mini, f"qr: {{title: A code, {to}}}"))["to"]
    assert isinstance(leads, Destination)
    assert (leads.address, leads.name, [one.name for one in leads.sources], leads.fact) == (
        address,
        name,
        sources,
        None,
    )


def test_the_caption_of_a_code_has_the_number_of_its_line(mini: Miniature) -> None:
    mini.append(
        "content/sources.yaml",
        "  owned: {name: Owned, call: 988, for: all, verification: primary, cite: {type: webpage, title: O, URL: 'https://example.org/owned'}}\n",
    )
    mini.replace(PACK, AFTER, f"{AFTER}      - qr: {{title: Or text 998, helpline: owned}}\n")
    (one,) = _refused(mini)
    assert one[0] == "LOD-401"
    assert one[2] == "the caption has the number 998, and the help line that the code leads to has 988"


def test_a_code_leads_to_the_clinic_and_waits_for_its_address(mini: Miniature) -> None:
    leads = _job(mini).sections[2].blocks[2].content["to"]
    assert (leads.address, leads.name, leads.sources) == ("https://example.edu/clinic", "website", ())
    assert leads.fact == ClinicFact("website", "https://example.edu/clinic", Place("content/clinic.yaml", 4, 1))


REFUSED = [
    pytest.param("points: [program.outpatient, program.outpatien]", "RES-101", 38, "there is no statement 'program.outpatien'", "did you mean 'program.outpatient'?", id="statement"),
    pytest.param("study_table: {caption: T, studies: [mini-tria]}", "RES-101", 45, "there is no study 'mini-tria'", "did you mean 'mini-trial'?", id="study"),
    pytest.param("crisis: {title: T, lines: [emergency-912]}", "RES-101", 36, "there is no help line 'emergency-912'", "did you mean 'emergency-911'?", id="help line"),
    pytest.param("form: referal", "RES-101", 15, "there is no form 'referal'", "", id="form"),
    pytest.param("picture: {image: loaf}", "RES-101", 26, "there is no image 'loaf'", "did you mean 'leaf'?", id="image"),
    pytest.param("specimen: [sign]", "RES-101", 20, "there is no specimen 'sign'", "", id="specimen"),
    pytest.param("contact: {facts: [phone, phon]}", "RES-101", 34, "there is no clinic fact 'phon'", "did you mean 'phone'?", id="clinic fact"),
    pytest.param("notes: {title: T, section: Home}", "RES-101", 36, "there is no note 'Home'", "", id="notes"),
    pytest.param("qr: {title: T, source: mini-lable}", "RES-101", 32, "there is no source 'mini-lable'", "did you mean 'mini-label'?", id="code's source"),
    pytest.param("qr: {title: T, helpline: emergency}", "RES-101", 34, "there is no help line 'emergency'", "did you mean 'emergency-911'?", id="code's help line"),
    pytest.param("qr: {title: T, source: mini-label}", "RES-106", 32, "'mini-label' has neither a DOI nor a web address", "lead to a record whose address was seen, or add the address to this one", id="code without an address"),
    pytest.param("statement: program.call", "RES-102", 20, "'program.call' has no clinician wording in 'en'", "write 'clinician: {en: …}' at content/program.yaml:10:3, or print another statement", id="no wording"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "code", "column", "message", "mend"), REFUSED)
def test_a_name_that_leads_nowhere_is_told_where_it_was_written(
    mini: Miniature, *, block: str, code: str, column: int, message: str, mend: str
) -> None:
    mini.replace(PACK, AFTER, f"{AFTER}      - {block}\n")
    assert _refused(mini) == [(code, f"{PACK}:18:{column}", message, mend)]


def test_a_code_does_not_lead_where_nobody_looked(mini: Miniature) -> None:
    mini.replace("content/studies.yaml", "    verification: primary", "    verification: unverified")
    mend = "lead to a record whose address was seen, or add the address to this one"
    assert _refused(mini) == [("RES-106", f"{PACK}:25:40", "'mini-trial' was not seen where it leads", mend)]


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        pytest.param(
            "content/ketamine.yaml", BOTH_SOURCES, "sources: [mini-trial, mini-labl]",
            ("RES-101", "content/ketamine.yaml:21:27", "there is no source 'mini-labl'", "did you mean 'mini-label'?"), id="source of a statement",
        ),
        pytest.param(
            "content/program.yaml", "    kind: program", "    kind: program\n    part: risk",
            ("RES-101", "content/program.yaml:5:11", "there is no part 'risk'", "did you mean 'risks'?"), id="part of a statement",
        ),
        pytest.param(
            "content/images/images.yaml", "alt: {en: A leaf}", "alt: {es: Una hoja}",
            ("RES-102", "content/images/images.yaml:5:10", "'leaf' has no alternative text in 'en'", "say in words what the picture shows"), id="alternative text",
        ),
    ],
)  # fmt: skip
def test_a_record_that_lacks_something_is_told_at_its_own_place(
    mini: Miniature, file: str, old: str, new: str, found: tuple[str, str, str, str]
) -> None:
    mini.replace(file, old, new)
    slug = "fold" if "images" in file else "pack"
    assert _refused(mini, slug) == [found]


def test_notes_that_name_what_there_is_not_are_told_at_their_own_place(mini: Miniature) -> None:
    mini.write(
        "content/editorial-notes.yaml", NOTES.replace("program.call", "program.cal").replace("mini-trial", "mini-trail")
    )
    mini.replace(PACK, AFTER, f"{AFTER}      - notes: {{title: Notes, section: Home}}\n")
    assert _refused(mini) == [
        ("RES-101", "content/editorial-notes.yaml:9:14", "there is no statement 'program.cal'", "did you mean 'program.call'?"),
        ("RES-101", "content/editorial-notes.yaml:10:15", "there is no source 'mini-trail'", "did you mean 'mini-trial'?"),
    ]  # fmt: skip


def test_a_project_without_parts_asks_for_none(mini: Miniature) -> None:
    mini.remove("content/house/parts.yaml")
    mini.replace("content/program.yaml", "    kind: program", "    kind: program\n    part: risk")
    assert _content(_job(mini), 1).part == "risk"


def test_a_figure_is_drawn_with_the_study_that_it_comes_from(mini: Miniature) -> None:
    lead = _content(_job(mini), 0).wording.lead
    assert [(run.text, run.study) for run in lead if isinstance(run, Figure)] == [
        ("40", "mini-trial"),
        ("0.80", "mini-trial"),
    ]


def test_what_to_look_up_stands_in_the_order_of_its_days_with_the_pieces_that_print_it(mini: Miniature) -> None:
    item = "{{what: Is it so?, where: ['https://www.fda.gov'], touches: [ketamine.effects], by: {}}}"
    mini.write("content/watch.yaml", f"watch:\n  a: {item.format('2026-05-02')}\n  b: {item.format('2026-05-01')}\n")
    rows = _content(_with(mini, "watch: {title: To look up}"))["rows"]
    assert [(str(row.record.by), row.touches[0][0]) for row in rows] == [
        ("2026-05-01", "ketamine.effects"),
        ("2026-05-02", "ketamine.effects"),
    ]
    assert "A folded piece" in rows[0].touches[0][1]
