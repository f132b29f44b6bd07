from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

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
    assert piece.words[:6] == (
        "A folded piece", "What a folded piece is", "Front", "[statement ketamine.off-label]", "Inside left", "[statement program.outpatient]",
    )  # fmt: skip
    assert piece.words.count("[statement ketamine.effects]") == 1
    packet = resolve(mini.project, mini.load(), "pack").signed[0]
    assert packet.words[-2:] == ("[code: https://doi.org/10.1000/mini.1]", "[code: https://example.edu/clinic]")


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
        ("Referral", "Fill in.", "One", "Call 911.", "Name", "In full"),
    )
    assert form.sources[0].startswith("mini-label; ")
    assert ("form", "referral") not in job.until
    mini.sign_but({})
    assert resolve(mini.project, mini.load(), "pack").until["form", "referral"] == date(2027, 1, 2)


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
