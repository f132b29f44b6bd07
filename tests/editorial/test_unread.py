"""Where nobody has said what to look for, the silence of the gate is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from brochures.editorial.unread import unread
from brochures.findings import Severity
from brochures.load.model.parts import DocumentRule
from brochures.load.model.words import RefusedWords
from brochures.resolve.job import EditorialRules, Job, Section
from tests.editorial.gate import CLINICIAN, PATIENT, house_job

LISTS = "figures.results, chances.refused, chances.doses, reading.sentence_limit"


def _said(change: Callable[[EditorialRules], EditorialRules] = lambda rules: rules, **job: Any) -> list[str]:
    found = house_job()
    changed: Job = replace(found, rules=change(found.rules), **job)
    return [one.message for one in unread(changed, Severity.WARNING)]


def _words(**lists: Any) -> Callable[[EditorialRules], EditorialRules]:
    return lambda rules: replace(rules, words=rules.words.model_copy(update=lists) if rules.words else None)


def test_a_piece_whose_lists_are_all_there_is_not_told() -> None:
    assert _said() == []


def test_a_language_without_word_lists_was_not_read() -> None:
    assert _said(lambda rules: replace(rules, words=None)) == [
        "nothing was read in 'en': there are no word lists for it"
    ]


def test_a_language_that_cannot_be_told_from_others_is_told() -> None:
    assert _said(lambda rules: replace(rules, languages={})) == ["nothing tells 'en' from other languages"]
    assert _said(language="en-GB") == []


@pytest.mark.parametrize(
    ("lists", "name", "audience"),
    [
        ({"claims": ()}, "claims", CLINICIAN),
        ({"praise": ()}, "praise", PATIENT),
        ({"people": ()}, "people", PATIENT),
        ({"placeholders": ()}, "placeholders", CLINICIAN),
        ({"telephone": ()}, "telephone", CLINICIAN),
    ],
)
def test_a_list_that_holds_nothing_is_told_for_its_readers(lists: dict[str, Any], name: str, audience: Any) -> None:
    sections = (Section("one", "", audience, ()), Section("two", "", audience, ()))
    assert _said(_words(**lists), sections=sections) == [
        f"in 'en' the words for {audience}s were not read for {name}: nothing stands there"
    ]


def test_words_that_are_refused_for_others_only_are_none() -> None:
    entry = RefusedWords.model_validate({"find": ["x"], "instead": "y", "audience": "patient"})
    sections = (Section("one", "", PATIENT, ()), Section("two", "", CLINICIAN, ()))
    assert _said(_words(praise=(entry,)), sections=sections) == [
        "in 'en' the words for clinicians were not read for praise: nothing stands there"
    ]


def test_chances_doses_and_long_sentences_are_looked_for_in_words_for_patients_only() -> None:
    words = house_job().rules.words
    assert words is not None
    lists = {
        "figures": words.figures.model_copy(update={"results": ()}),
        "chances": words.chances.model_copy(update={"refused": (), "doses": ()}),
        "reading": words.reading.model_copy(update={"sentence_limit": None}),
    }
    said = {
        audience: _said(_words(**lists), sections=(Section("one", "", audience, ()),))
        for audience in (PATIENT, CLINICIAN)
    }
    assert said[CLINICIAN] == [
        "in 'en' the words for clinicians were not read for figures.results: nothing stands there"
    ]
    assert said[PATIENT] == [f"in 'en' the words for patients were not read for {LISTS}: nothing stands there"]


def test_a_document_of_which_nobody_said_anything_is_told_where_no_document_was_declared() -> None:
    message = "nothing says which parts a document of type 'fold' must have"
    assert _said(lambda rules: replace(rules, parts={}, rule=None)) == [message]
    assert _said(lambda rules: replace(rules, parts={}, rule=DocumentRule())) == []


def test_a_subject_without_a_word_in_the_language_is_told() -> None:
    rule = DocumentRule.model_validate({"naming": {"ketamine": [], "mars": []}})
    message = "nothing in 'en' says that a piece is about 'mars', so its parts are not asked for"
    assert _said(lambda rules: replace(rules, rule=rule)) == [message]
    assert _said(lambda rules: replace(rules, rule=rule, words=None)) == [
        "nothing was read in 'en': there are no word lists for it"
    ]
