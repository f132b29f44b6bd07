"""What the gate says, word by word: code, weight, place, measured fact and mend; and each of its numbers at its limit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from brochures.editorial.galley import Galley
from brochures.editorial.readability import hard_words, long_lists, passive_voice
from brochures.findings import Finding
from brochures.load.model.statements import Audience
from brochures.resolve.inline_text import Plain
from brochures.resolve.job import PrintedStatement, ResolvedBlock, Role, Section
from tests.editorial.gate import CLINICIAN, PATIENT, galley, house_job, passage, said_of

REFERENCE = "write a reference to the study's record, such as {result:STUDY.OUTCOME:value|exact} or {study:STUDY:n}"
CHANCE = "write it as 'about 48 of 100', from a reference such as {result:STUDY.OUTCOME:rate:ARM|of 100}"
ROOM = "We see you one by one in our small room by the river and talk with you for as long as you need"
Told = tuple[str, str, str, str, str]

SAID: list[tuple[Audience, str, list[Told]]] = [
    (PATIENT, "They say it is the best care.", [("EDT-302", "error", "words:1:20", "'best' praises, promises or compares", "leave it out")]),
    (PATIENT, "Addicts need care.", [("EDT-303", "error", "words:1:1", "'Addicts' puts the illness before the person", "write 'person with a substance use disorder', or 'person with an addiction'")]),
    (PATIENT, "Did you know that ketamine heals?", [("EDT-301", "error", "words:1:28", "'heals' claims more than is known", "write 'recover', or leave it out: no study shows that ketamine heals the brain")]),
    (PATIENT, "40 % of people felt better.", [("EDT-201", "error", "words:1:1", "'40 %' is typed", "write {study:mini-trial:n} in the place of 40"), ("EDT-203", "error", "words:1:1", "'40 %' is not how chances are told to patients", CHANCE)]),
    (
        PATIENT, "In 8 of 20 people.",
        [
            ("EDT-201", "error", "words:1:4", "'8 of 20' is typed", REFERENCE),
            ("EDT-203", "error", "words:1:4", "'8 of 20' is rounded, and does not say so", "write 'about' before it"),
            ("EDT-205", "error", "words:1:4", "'8 of 20' does not say how many people were asked or over what time", "say both in the same statement: {study:STUDY:n} people, and the weeks or months"),
        ],
    ),
    (PATIENT, "It is twice as likely.", [("EDT-201", "error", "words:1:7", "'twice as' is typed", REFERENCE), ("EDT-206", "error", "words:1:7", "'twice as likely' is a relative risk, which sounds larger than it is", "tell both chances, each as 'about 48 of 100', or say only which was more")]),
    (PATIENT, "Call 847-555-0199.", [("EDT-305", "error", "words:1:6", "'847-555-0199' is neither a verified help line's number nor the clinic's", "write {call:NAME} for a help line of sources.yaml, or {clinic:phone}")]),
    (PATIENT, "TODO write it.", [("EDT-304", "error", "words:1:1", "'TODO' stands for words that are still to be written", "write them, or take it out"), ("EDT-506", "warning", "words:1:1", "'TODO' is not spelled out where patients first meet it", "write the words in full, with (TODO) after them, or do without")]),
    (PATIENT, "Ask about CBT.", [("EDT-506", "warning", "words:1:11", "'CBT' is not spelled out where patients first meet it", "write the words in full, with (CBT) after them, or do without")]),
    (PATIENT, "You are given a drip.", [("EDT-504", "warning", "words:1:5", "100 of 100 sentences are in the passive voice; the first is 'are given'", "say who does it, in this sentence and in others")]),
    (PATIENT, "We go. See you by the door in our small room by the river and talk with us for as long as you need it.", [("EDT-503", "warning", "words:1:8", "a sentence of 23 words, above 20", "make two sentences of it")]),
    (PATIENT, "Individualized rehabilitation necessitates participation. " * 5, [("EDT-501", "error", "words:1:1", "this block reads at grade 47.9 (47.9 with every word counted), above 8", "write shorter sentences, and a plainer word for such as 'rehabilitation'")]),
    (PATIENT, "no side effects", [("EDT-301", "error", "words:1:1", "'no side effects' claims more than is known", "print what may happen: 'you will likely feel altered for a while'")]),
    (PATIENT, "Is ketamine safe? Yes.", [("EDT-301", "error", "words:1:13", "'safe' claims more than is known", "name the risks and how they are watched for")]),
    (CLINICIAN, "odds ratio 0.8", [("EDT-201", "error", "words:1:12", "'odds ratio 0.8' is typed", REFERENCE)]),
    (CLINICIAN, "p = 0.05", [("EDT-201", "error", "words:1:5", "'p = 0.05' is typed", REFERENCE)]),
    (CLINICIAN, "lorem", [("EDT-304", "error", "words:1:1", "'lorem' stands for words that are still to be written", "write them, or take it out")]),
    (CLINICIAN, "He abuses it.", [("EDT-303", "error", "words:1:4", "'abuses' puts the illness before the person", "write 'use', 'misuse', or 'use other than prescribed'")]),
    (CLINICIAN, "You are given a drip, and ask about CBT.", []),
    (CLINICIAN, ROOM + " and one more day.", []),
]  # fmt: skip


def _told(found: list[Finding]) -> list[Told]:
    return [(one.code, str(one.severity), str(one.place), one.message, one.help) for one in found]


@pytest.mark.parametrize(("audience", "text", "told"), SAID, ids=[text[:40] for _, text, _ in SAID])
def test_a_text_is_told_whole(audience: Audience, text: str, told: list[Told]) -> None:
    assert _told(said_of(passage(text, audience))) == told


def _reading(**changes: Any) -> Any:
    """Return the project's rules of reading with ``changes``."""
    job = house_job()
    assert job.rules.words is not None
    reading = job.rules.words.reading.model_copy(update=changes)
    return replace(job, rules=replace(job.rules, words=job.rules.words.model_copy(update={"reading": reading})))


def _read(text: str, **changes: Any) -> Galley:
    job = _reading(**changes)
    return Galley.of(replace(job, passages=(*job.passages, passage(text))))


@pytest.mark.parametrize(("sentences", "told"), [(29, False), (30, True)])
def test_long_words_are_counted_from_thirty_sentences_on(sentences: int, *, told: bool) -> None:
    laid_out = galley(passage("Every family member understands medicine. " * sentences))
    found = list(hard_words(laid_out))
    assert _told(found) == [
        (
            "EDT-502", "error", "content/brochures/fold.yaml:2:8", "the piece reads at grade 14.6 by its long words, above 10",
            "write a shorter word for such as 'understands'",
        )
    ] * told  # fmt: skip


@pytest.mark.parametrize(
    ("limit", "severity"),
    [("14.56", None), ("14.54", "warning")],
)
def test_a_grade_is_told_above_its_limit_and_not_at_it(limit: str, severity: str | None) -> None:
    rules = house_job().rules.words
    assert rules is not None
    limits = rules.reading.hard_words_limit
    assert limits is not None
    changed = limits.model_copy(update={"warning": Decimal(limit), "error": Decimal(20)})
    text = "Every family member understands medicine. " * 30
    assert [one.severity for one in hard_words(_read(text, hard_words_limit=changed))] == (
        [severity] if severity else []
    )


@pytest.mark.parametrize(("passive", "active", "told"), [(1, 9, []), (2, 18, []), (11, 89, [11]), (1, 8, [11])])
def test_the_share_of_passive_sentences_is_told_above_its_limit(passive: int, active: int, told: list[int]) -> None:
    text = "You are given a drip. " * passive + "We see you. " * active
    rule = house_job().rules.words
    assert rule is not None
    assert rule.reading.passive is not None
    found = list(passive_voice(_read(text, passive=rule.reading.passive.model_copy(update={"share": 10}))))
    assert [one.message.split(" of 100")[0] for one in found] == [str(share) for share in told]


def _list(points: int, component: str = "points", audience: Audience = PATIENT) -> list[Told]:
    job = house_job()
    statement = next(iter(job.things(PrintedStatement)))
    block = ResolvedBlock(component, (statement,) * points, "words", ())
    return _told(list(long_lists(Galley.of(replace(job, sections=(Section("front", "", audience, (block,)),))))))


@pytest.mark.parametrize("component", ["points", "steps", "screen", "run_in", "icon_list"])
def test_a_list_for_patients_has_seven_points_at_most(component: str) -> None:
    assert _list(7, component) == []
    ((code, weight, _, message, mend),) = _list(8, component)
    assert (code, weight) == ("EDT-505", "warning")
    assert message == "a list of 8 points begins here, more than 7"
    assert mend == "make two lists of it, each with its subheading"


def test_what_is_no_list_and_lists_for_clinicians_may_be_longer() -> None:
    assert _list(8, "statement") == []
    assert _list(8, "points", CLINICIAN) == []


@pytest.mark.parametrize(
    ("role", "component", "text", "counted"),
    [
        (Role.STATEMENT, "statement", "no full stop", True),
        (Role.PIECE, "lead", "no full stop", True),
        (Role.PIECE, "heading", "no full stop", False),
        (Role.PIECE, "heading", "A full stop.", True),
        (Role.PIECE, "heading", "Is it? It is!", True),
        (Role.PIECE, "heading", "Is it?", False),
        (Role.FORM, "form", "A full stop.", True),
        (Role.LABEL, "", "A full stop.", False),
        (Role.HELPLINE, "crisis", "A full stop.", False),
    ],
)
def test_headings_labels_and_names_are_no_sentences(role: Role, component: str, text: str, *, counted: bool) -> None:
    words = (Plain(f"You are given a drip {text}"),)
    one = replace(passage(text), role=role, component=component, words=words)
    job = house_job()
    laid_out = Galley.of(replace(job, passages=(*job.passages, one)))
    assert bool(list(passive_voice(laid_out))) is counted
