from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from brochures.load.law_words import digest as figure
from brochures.resolve.signed_things import all_words, printed_digest, statements_of
from brochures.resolve.signed_words import Thing
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

PROGRAM, KETAMINE, SOURCES, STUDIES, CLINIC, FOLD = (
    f"content/{name}.yaml" for name in ("program", "ketamine", "sources", "studies", "clinic", "brochures/fold")
)


def _digests(mini: Miniature, slug: str) -> dict[Thing, str]:
    return {words.thing: words.digest for words in resolve(mini.project, mini.load(), slug).signed}


def _changed(mini: Miniature, slug: str, change: Callable[[], object]) -> list[str]:
    before = _digests(mini, slug)
    change()
    after = _digests(mini, slug)
    assert before.keys() == after.keys()
    return [f"{thing[0]} {thing[1]}" for thing, digest in after.items() if digest != before[thing]]


def test_a_piece_is_signed_first_and_then_what_it_prints(mini: Miniature) -> None:
    assert [words.called for words in resolve(mini.project, mini.load(), "fold").signed] == [
        "piece 'fold'",
        "statement 'ketamine.off-label' (patient, en)",
        "statement 'program.outpatient' (patient, en)",
        "statement 'program.call' (patient, en)",
        "statement 'ketamine.effects' (patient, en)",
        "help line 'emergency-911'",
    ]


def test_a_piece_s_own_words_say_what_else_stands_in_it_and_where(mini: Miniature) -> None:
    piece = resolve(mini.project, mini.load(), "fold").signed[0]
    assert piece.words[:12] == (
        "A folded piece", "What a folded piece is", "Miniature Clinic", "[for patient]", "[heading]", "Front",
        "[statement]", "[statement ketamine.off-label]", "[heading]", "Inside left", "[statement]", "[statement program.outpatient]",
    )  # fmt: skip
    assert piece.words.count("[statement ketamine.effects]") == 1
    packet = resolve(mini.project, mini.load(), "pack").signed[0]
    assert packet.words[-2:] == ("[code: https://doi.org/10.1000/mini.1]", "[code: https://example.edu/clinic]")


BLOCKS = """    - heading: Front
    - cover: {title: Help, support: Here}
    - notice: {tone: stop, title: Do not drive, statements: [program.outpatient]}
    - crisis: {title: Who to call, lines: [emergency-911], size: names}
    - checklist: {title: To do, items: [program.outpatient], lines: 1, own: 2}
    - contact: {title: Call, facts: [phone, fax]}
    - icon_list: {rows: [{icon: no-driving, statement: program.outpatient}, {icon: phone, statement: program.call}]}
    - picture: {image: leaf, width: half, place: right}
"""


@pytest.mark.parametrize(
    ("old", "new", "void"),
    [
        ("size: names", "size: list", True),
        ("tone: stop", "tone: note", True),
        ("own: 2", "own: 3", True),
        (", own: 2", "", True),
        ("lines: 1", "lines: 2", True),
        ("- heading: Front", "- subheading: Front", True),
        ("- cover:", "- masthead:", True),
        ("icon: no-driving", "icon: home", True),
        ("[phone, fax]", "[phone]", True),
        ("[phone, fax]", "[fax, phone]", True),
        ("  back:\n", "  back:\n    - statement: program.outpatient\n", True),
        ("image: leaf, width: half, place: right", "image: leaf, width: full", False),
    ],
)  # fmt: skip
def test_what_prints_hides_or_weighs_the_words_of_a_piece_is_signed_with_it(
    mini: Miniature, old: str, new: str, *, void: bool
) -> None:
    mini.replace(FOLD, "    - heading: Front\n", BLOCKS)
    assert _changed(mini, "fold", lambda: mini.replace(FOLD, old, new)) == (["piece fold"] if void else [])


def test_the_name_of_the_clinic_is_signed_with_the_piece(mini: Miniature) -> None:
    before = resolve(mini.project, mini.load(), "fold").signed[0]
    mini.replace(CLINIC, "Miniature Clinic", "Other Clinic")
    after = resolve(mini.project, mini.load(), "fold").signed[0]
    assert [one for one in after.words if one not in before.words] == ["Other Clinic"]


def test_for_whom_the_wordings_of_a_part_are_is_signed_with_the_piece(mini: Miniature) -> None:
    before = resolve(mini.project, mini.load(), "pack").signed[0].words
    mini.replace("content/packets/pack.yaml", "    title: Facts\n", "    title: Facts\n    audience: patient\n")
    after = resolve(mini.project, mini.load(), "pack").signed[0].words
    assert before != after
    assert after[after.index("Facts") - 1] == "[for patient]"


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        (PROGRAM, "in the daytime.", "in the day time.", ["statement program.outpatient"]),
        (PROGRAM, "We offer care in the daytime.", "We offer\n        care in the daytime.", []),
        (KETAMINE, "dizzy", "dizzy.", ["statement ketamine.effects"]),
        (FOLD, "Inside left", "Inside Left", ["piece fold"]),
        (FOLD, "- statement: program.call", "- statement: program.call\n    - statement: program.outpatient", ["piece fold"]),
        (SOURCES, "danger to life", "danger of life", ["help line emergency-911"]),
        (CLINIC, "847-555-0200", "847-555-0201", ["statement program.call"]),
        (CLINIC, "847-555-0200", "", ["statement program.call"]),
        ("content/images/images.yaml", "A leaf", "A green leaf", ["piece fold"]),
    ],
)  # fmt: skip
def test_one_change_voids_one_signature(mini: Miniature, file: str, old: str, new: str, changed: list[str]) -> None:
    assert _changed(mini, "fold", lambda: mini.replace(file, old, new)) == changed


def test_a_figure_of_a_record_voids_what_prints_it(mini: Miniature) -> None:
    assert _changed(mini, "pack", lambda: mini.replace(STUDIES, "0.80", "0.81")) == ["statement ketamine.effects"]


@pytest.mark.parametrize(
    ("old", "new", "void"),
    [
        ("{id: mini-label, at: 1, says: Not for this., read: here in 2026-01}]\n    # signed in reviews.yaml\n  ketamine.effects", "{id: mini-label, at: 2, says: Not for this., read: here in 2026-01}]\n    # signed in reviews.yaml\n  ketamine.effects", True),
        ("at: abstract, says: No difference.", "at: abstract, says: No difference!", True),
        ("at: abstract, says: No difference., read: here in 2026-01", "at: abstract, says: No difference., read: there in 2026-02", False),
    ],
)  # fmt: skip
def test_the_place_in_a_source_and_its_words_are_signed_and_not_where_they_were_read(
    mini: Miniature, old: str, new: str, *, void: bool
) -> None:
    assert bool(_changed(mini, "fold", lambda: mini.replace(KETAMINE, old, new))) is void


def test_another_address_of_a_source_voids_what_rests_on_it(mini: Miniature) -> None:
    assert _changed(mini, "fold", lambda: mini.replace(STUDIES, "DOI: 10.1000/mini.1", "DOI: 10.1000/mini.2")) == [
        "statement ketamine.effects"
    ]


def test_a_study_that_is_shown_is_signed_with_its_whole_record(mini: Miniature) -> None:
    table = "      - study_table: {caption: Studies, studies: [mini-trial]}\n"
    mini.replace(
        "content/packets/pack.yaml",
        "      - statement: program.outpatient\n",
        f"      - statement: program.outpatient\n{table}",
    )
    job = resolve(mini.project, mini.load(), "pack")
    (study,) = (words for words in job.signed if words.thing[0] == "study")
    assert (study.called, study.signs_as) == ("study 'mini-trial'", "study")
    assert "n: 40" in study.words
    assert "[study mini-trial]" in job.signed[0].words


FORM = """forms:
  referral:
    title: Referral
    kind: clinical
    intro: Fill in.
    sections: [{title: One, note: "Call {call:emergency-911}.", fields: [{label: Name, type: text, hint: In full}]}]
    sources: [mini-label]
"""


def test_a_form_is_signed_with_its_fields_and_sources_and_is_said_to_be_signed(mini: Miniature) -> None:
    mini.write("content/forms.yaml", FORM)
    mini.replace("content/packets/pack.yaml", "      - statement: program.outpatient\n", "      - form: referral\n")
    job = resolve(mini.project, mini.load(), "pack")
    (form,) = (words for words in job.signed if words.thing[0] == "form")
    assert (form.signs_as, form.words) == (
        "clinical form",
        (
            "title: Referral", "kind: clinical", "intro: Fill in.", "sections.1.title: One", "sections.1.note: Call 911.",
            "sections.1.fields.1.label: Name", "sections.1.fields.1.type: text", "sections.1.fields.1.hint: In full",
        ),
    )  # fmt: skip
    assert form.sources[0].startswith("mini-label; ")
    assert ("form", "referral") not in job.until
    mini.sign_but({})
    assert resolve(mini.project, mini.load(), "pack").until["form", "referral"] == date(2027, 1, 2)


CHOICE = """
      - title: Two
        note: Tell us.
        fields:
          - {label: One line, type: text, required: true, width: 6}
          - {label: Which, type: choice, options: [Red, Blue], write_in: Other, hint: Tick}
"""


@pytest.mark.parametrize(
    ("old", "new", "void"),
    [
        ("{label: One line, type: text, required: true, width: 6}", "{label: One line, type: yes/no/unknown, required: true, width: 6}", True),
        ("type: choice", "type: multi", True),
        (", required: true", "", True),
        (", hint: Tick}", "}\n          - {label: Tick, type: text}", True),
        ("[Red, Blue], write_in: Other", "[Red, Blue, Other]", True),
        ("[Red, Blue], write_in: Other, hint: Tick", "[Red, Blue, Other], write_in: Tick", True),
        ("note: Tell us.\n        fields:", "fields:\n          - {label: Tell us., type: check}", True),
        ("kind: clinical", "kind: reply", True),
        (", width: 6", "", False),
        ("title: Two", 'title: "Two"', False),
    ],
)  # fmt: skip
def test_what_a_form_asks_and_how_it_is_answered_is_signed_and_not_how_wide_a_field_is(
    mini: Miniature, old: str, new: str, *, void: bool
) -> None:
    mini.write(
        "content/forms.yaml",
        FORM.replace("sections: [", "sections:\n      - ").replace("}]}]", "}]}" + CHOICE.rstrip()),
    )
    mini.replace("content/packets/pack.yaml", "      - statement: program.outpatient\n", "      - form: referral\n")
    changed = _changed(mini, "pack", lambda: mini.replace("content/forms.yaml", old, new))
    assert changed == (["form referral"] if void else [])


def test_each_field_of_a_form_is_signed_where_its_label_is_written_once_for_two(mini: Miniature) -> None:
    twice = "{label: &name Name, type: text, hint: In full}, {label: *name, type: date}"
    mini.write("content/forms.yaml", FORM.replace("{label: Name, type: text, hint: In full}", twice))
    mini.replace("content/packets/pack.yaml", "      - statement: program.outpatient\n", "      - form: referral\n")
    form = next(words for words in resolve(mini.project, mini.load(), "pack").signed if words.thing[0] == "form")
    assert form.words[-2:] == ("sections.1.fields.2.label: Name", "sections.1.fields.2.type: date")
    assert _changed(
        mini, "pack", lambda: mini.replace("content/forms.yaml", "*name, type: date", "*name, type: check")
    ) == ["form referral"]


def _law(one: str, *two: str) -> str:
    return "texts:\n" + "".join(
        f'  {name}:\n    citation: 1 ABC 2\n    dated: 2026-01-02\n    read: [{{at: "https://example.org/", day: 2026-01-02}}]\n'
        f"    words: {[*words]}\n    digest: {[[figure(word)] for word in words]}\n"
        for name, words in (("1-abc-1", (one,)), ("1-abc-2", two))
    )


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        (("May not be told.", "Must not be told.", "Nor shown."), ["form referral"]),
        (("Must not be told.", "May not be told.", "Nor shown."), ["statement program.outpatient"]),
        (("Must not be told.", "Must not be told.", "Nor be shown."), ["statement program.outpatient"]),
    ],
)
def test_another_text_of_law_voids_the_statement_or_the_form_that_prints_it(
    mini: Miniature, words: tuple[str, ...], changed: list[str]
) -> None:
    mini.write("content/law/abc.yaml", _law("Must not be told.", "Must not be told.", "Nor shown."))
    mini.write("content/forms.yaml", FORM.replace("label: Name, type: text, hint: In full", "label: '{law:1-abc-1}', type: check"))  # fmt: skip
    mini.replace(PROGRAM, "en: Outpatient program.", 'en: "{law:1-abc-2}"')
    mini.replace("content/packets/pack.yaml", "- statement: program.outpatient", "- statement: program.outpatient\n      - form: referral")  # fmt: skip
    assert _changed(mini, "pack", lambda: mini.write("content/law/abc.yaml", _law(*words))) == changed


def test_every_wording_of_every_statement_is_known_printed_or_not(mini: Miniature) -> None:
    mini.append(PROGRAM, "  program.draft:\n    kind: notice\n    clinician: {en: 'Not yet.'}\n")
    found = {words.thing: words for words in statements_of(mini.project, mini.load())}
    draft = found["statement", "program.draft", "clinician", "en"]
    assert (draft.words, draft.sources, draft.signs_as) == (("Not yet.",), (), "notice")
    assert ("statement", "program.draft", "patient", "en") not in found
    assert found["statement", "ketamine.effects", "patient", "en"].words == ("You may feel", "far away", "dizzy")


def test_what_was_printed_has_a_digest_of_each_thing_and_each_reference(mini: Miniature) -> None:
    job = resolve(mini.project, mini.load(), "fold")
    before = all_words(job)
    assert [*before][-2:] == ["reference 'mini-label'", "reference 'mini-trial'"]
    assert len(before) == len(job.signed) + 2
    mini.replace(SOURCES, "title: Miniature label", "title: Miniature Label")
    after = resolve(mini.project, mini.load(), "fold")
    assert {name for name in before if before[name] != all_words(after)[name]} >= {"reference 'mini-label'"}
    assert printed_digest(job) != printed_digest(after)
