"""Each consent of the project against its wordings in content/law/: whatever is taken out, changed or added is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from brochures.findings import NOWHERE
from brochures.load.catalogue import load
from brochures.load.consents import _differences, law_of, unlike, untold
from brochures.load.law_words import sentences
from brochures.load.model.forms import Element, FieldType, Form, FormSection
from brochures.project.paths import ROOT, Project
from tests.miniature import Miniature
from tests.real import DAY

CONSENTS = ("consent-tpo", "consent-named", "consent-counseling-notes")

Shelves = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def shelves() -> Shelves:
    return load(Project.open(ROOT, today=date(2026, 12, 1))).shelves


def _told(shelves: Shelves, name: str, change: Callable[[Form], Form]) -> list[str]:
    """Return what is told of the consent called ``name`` after ``change``."""
    entry = shelves["form"][name]
    changed = {**shelves, "form": {name: replace(entry, thing=change(entry.thing))}}
    return [finding.message for _, _, finding in unlike(changed)]


def _with(form: Form, number: int, **update: Any) -> Form:
    sections = [*form.sections]
    sections[number] = sections[number].model_copy(update=update)
    return form.model_copy(update={"sections": tuple(sections)})


def _sections(shelves: Shelves) -> Iterator[tuple[str, int, FormSection]]:
    for name in CONSENTS:
        for number, section in enumerate(shelves["form"][name].thing.sections):
            yield name, number, section


def test_the_consents_of_the_project_say_what_the_law_asks_for(shelves: Shelves) -> None:
    assert [*unlike(shelves)] == []
    assert all(shelves["form"][name].thing.authorization for name in CONSENTS[1:])


def test_no_sentence_can_go_or_change(shelves: Shelves) -> None:
    looked_at = 0
    for name, number, section in _sections(shelves):
        for sentence in sentences(section.note or ""):
            for other in ("", sentence.replace(" ", " not ", 1)) if sentence else ():
                note = " ".join((section.note or "").split()).replace(sentence, other, 1)
                assert _told(shelves, name, partial(_with, number=number, note=note)), (
                    name,
                    sentence,
                    other,
                )
                looked_at += 1
    assert looked_at > 80


def test_no_line_can_go(shelves: Shelves) -> None:
    looked_at = 0
    for name, number, section in _sections(shelves):
        for at, field in enumerate(section.fields):
            left = (*section.fields[:at], *section.fields[at + 1 :])
            (message,) = _told(shelves, name, partial(_with, number=number, fields=left))
            assert f"asks for the line '{field.label}', which is gone" in message
            looked_at += 1
    assert looked_at > 40


@pytest.mark.parametrize(
    ("label", "update", "said"),
    [
        ("Signature", {"type": FieldType.TEXT}, "'type' is 'text', and should be 'signature'"),
        ("Date signed", {"required": False}, "'required' is false, and should be true"),
        ("Date signed", {"hint": "if you like"}, "'hint' is 'if you like', and should be nothing"),
        ("Check each one that you agree to", {"options": ("All of it", "None")}, "'options' is [All of it, None], and should be ["),
        ("Check each one that you agree to", {"write_in": None}, "'write_in' is nothing, and should be 'Other'"),
        ("Date signed", {"label": "Date sign"}, "asks for the line 'Date signed', which is gone; here stands 'Date sign'"),
    ],
)  # fmt: skip
def test_no_line_can_change(shelves: Shelves, label: str, update: dict[str, Any], said: str) -> None:
    section_of = next(
        (n, s)
        for name, n, s in _sections(shelves)
        if name == "consent-named" and any(f.label == label for f in s.fields)
    )
    number, section = section_of
    fields = tuple(field.model_copy(update=update) if field.label == label else field for field in section.fields)
    (message,) = _told(shelves, "consent-named", lambda form: _with(form, number, fields=fields))
    assert said in message
    assert "42 CFR 2.31" in message


def test_nothing_can_be_added(shelves: Shelves) -> None:
    section = shelves["form"]["consent-tpo"].thing.sections[5]
    said = f"{section.note} I cannot take it back after a month."
    (message,) = _told(shelves, "consent-tpo", lambda form: _with(form, 5, note=said))
    assert (
        "are not among those that 42 CFR 2.31(a)(6), 45 CFR 164.508(c)(2)(i) is fulfilled with: 'I cannot take it back after a month.'"
        in message
    )
    line = section.fields[0].model_copy(update={"label": "I give up all claims"})
    (message,) = _told(shelves, "consent-tpo", lambda form: _with(form, 5, fields=(*section.fields, line)))
    assert "has the line 'I give up all claims'" in message


def test_the_introduction_and_what_stands_before_use_are_held_too(shelves: Shelves) -> None:
    for update in ({"before_use": None}, {"intro": "Please sign."}):
        assert _told(shelves, "consent-counseling-notes", partial(Form.model_copy, update=update))


@pytest.mark.parametrize(
    ("number", "update", "said"),
    [
        (0, {"elements": {Element.PATIENT: "signature"}}, "the wording 'signature' does not fulfil (a)(1): '42-cfr-2.31-a-1' is not among"),
        (0, {"elements": {Element.PATIENT: "who-am-i"}}, "content/law/ has no wording 'who-am-i'"),
        (9, {"besides": ()}, "the wording 'help-now' stands in every consent, and is not in this one"),
        (10, {"besides": ()}, "45 CFR 164.508(c)(4) is fulfilled by no section"),
        (7, {"elements": {Element.LOSS_OF_PROTECTION: "not-passed-on"}}, "45 CFR 164.508(c)(2)(ii) is fulfilled by no section"),
    ],
)  # fmt: skip
def test_each_element_leads_to_words_that_fulfil_it(
    shelves: Shelves, number: int, update: dict[str, Any], said: str
) -> None:
    told = _told(shelves, "consent-named", lambda form: _with(form, number, **update))
    assert any(said in message for message in told), told


def test_a_consent_for_care_is_no_authorization(shelves: Shelves) -> None:
    told = _told(shelves, "consent-tpo", lambda form: form.model_copy(update={"authorization": True}))
    assert told
    assert all("45 CFR 164.508" in message for message in told)


def test_where_the_law_cannot_be_read_no_consent_is_printed(mini: Miniature, shelves: Shelves) -> None:
    assert [(kind, name, told) for kind, name, told in untold(shelves)] == [("form", name, None) for name in CONSENTS]
    forms = (ROOT / "content" / "forms.yaml").read_text(encoding="utf-8")
    mini.write("content/forms.yaml", forms)
    mini.write("content/law/consents.yaml", "wordings: {a: {says: 1: 2}}\n")
    catalogue = Miniature(mini.root, DAY).load()
    assert "consent-tpo" not in catalogue.shelf("form")
    assert "fax-cover" in catalogue.shelf("form")
    assert "LAW-102" not in [one.code for one in catalogue.findings]


def test_an_element_is_a_law_of_law() -> None:
    assert law_of(Element.REFUSAL) == "42-cfr-2.31-a-10-ii"
    assert law_of(Element.PATIENT) == "42-cfr-2.31-a-1"


def test_sentences_in_another_order_are_told_as_such() -> None:
    (fault,) = _differences(NOWHERE, "Two.  One.", ("One.", "Two."), "the law")
    assert fault[1] == "the sentences for the law stand in another order"
    assert [*_differences(NOWHERE, " One.\n Two.", ("One.", "Two."), "the law")] == []
