"""Sentences against the facts of the house: what must meet in one, what lets it pass, and what a sentence carries on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from brochures.editorial.galley import Galley
from brochures.editorial.house_facts import contradicted
from brochures.load.model.house_facts import HouseFacts
from brochures.resolve.job import Passage, Role
from tests.editorial.gate import codes_of, house_job, passage

WORDS: Mapping[str, Sequence[str]] = {
    "driving": ["drive", "driving", "at the wheel"],
    "permission": ["can", "may", "fine", "ok"],
    "later": ["next day"],
    "harm": ["bitter", "sour"],
    "drug": ["ketamine"],
}


def _facts(**ways: Any) -> HouseFacts:
    rule = {"fact": "nobody drives", "sources": ["label"], "contradicted": [ways], "instead": "say so"}
    return HouseFacts.model_validate(
        {"carries_on": ["it", "that"], "words": WORDS, "rules": {"driving": rule}}, strict=False
    )


def _told(facts: HouseFacts | None, *passages: Passage | str) -> list[str]:
    job = house_job()
    read = [one if isinstance(one, Passage) else passage(one) for one in passages]
    galley = Galley.of(replace(job, passages=(*job.passages, *read), rules=replace(job.rules, facts=facts)))
    return [one.message.split("'")[1] for one in contradicted(galley)]


DRIVING = {"asserts": ["driving", "permission"], "unless": ["later"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("You can drive home.", ["can drive"]),
        ("Driving is fine.", ["Driving is fine"]),
        ("You can rest. Then drive.", []),
        ("You can drive the next day.", []),
        ("You can not drive.", []),
        ("You may never drive home.", []),
        ("It is not ok to drive.", []),
        ("Can I drive home?", []),
        ("Can I drive home? Yes.", ["Can I drive"]),
        ("Can I drive home? It is not wise.", []),
        (
            "You can drive. It is fine to drive. At the wheel you may rest.",
            ["can drive", "fine to drive", "At the wheel you may"],
        ),
        ("Some say you can drive; that is not so.", []),
    ],
)
def test_what_must_meet_in_one_sentence_undenied(text: str, said: list[str]) -> None:
    assert _told(_facts(**DRIVING), text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ketamine is not bitter.", ["Ketamine is not bitter"]),
        ("It never tastes sour.", []),
        ("Ketamine can be bitter.", []),
        ("Ketamine is bitter, and you may not notice.", []),
        ("Is ketamine bitter? No.", ["No."]),
        ("Is ketamine bitter? Yes, it can be.", []),
        ("Is ketamine not bitter?", []),
    ],
)
def test_what_must_be_denied(text: str, said: list[str]) -> None:
    assert _told(_facts(denies=["harm"], about=["drug"]), text) == said


def test_a_fact_is_told_once_a_sentence_though_it_is_contradicted_twice() -> None:
    facts = _facts(**DRIVING)
    rule = facts.rules[next(iter(facts.rules))]
    twice = facts.model_copy(update={"rules": {"one": rule.model_copy(update={"contradicted": rule.contradicted * 2})}})
    assert _told(twice, "You can drive home.") == ["can drive"]


def test_a_way_that_names_a_list_which_is_not_there_is_left_out() -> None:
    assert _told(_facts(asserts=["driving", "no-such-list"]), "You can drive.") == []
    assert _told(_facts(asserts=["driving"], unless=["no-such-list"]), "You can drive.") == []


def test_without_facts_nothing_is_told() -> None:
    assert _told(None, "You can drive home.") == []


def test_what_only_the_clinic_wrote_is_not_read() -> None:
    assert _told(_facts(**DRIVING), passage("You can drive home.", role=Role.CLINIC)) == []


@pytest.mark.parametrize(
    ("lead", "item", "said"),
    [
        ("After a visit you can:", "drive home", ["drive"]),
        ("After a visit you can not:", "drive home", []),
        ("The next day you can:", "drive home", []),
        ("After a visit:", "drive home", []),
    ],
)
def test_a_point_of_a_list_is_read_with_its_lead(lead: str, item: str, said: list[str]) -> None:
    assert _told(_facts(**DRIVING), replace(passage(lead), continues=True), item) == said


@pytest.mark.parametrize(
    ("heading", "text", "said"),
    [
        ("Ketamine", "It is not bitter.", ["bitter"]),
        ("Is ketamine bitter?", "No.", ["No."]),
        ("Ketamine is one of the medicines that this page of our booklet is about", "It is not bitter.", []),
        ("Ketamine is a drug.", "It is not bitter.", []),
    ],
)
def test_words_are_read_with_the_heading_right_above(heading: str, text: str, said: list[str]) -> None:
    assert _told(_facts(denies=["harm"], about=["drug"]), passage(heading, role=Role.PIECE), text) == said


def test_a_sentence_that_says_it_is_read_with_the_one_before_as_what_it_is_about() -> None:
    facts = _facts(denies=["harm"], about=["drug"])
    assert _told(facts, "Ketamine is a drug. It is not bitter.") == ["bitter"]
    assert _told(facts, "Ketamine is a drug. Water is not bitter.") == []
    assert _told(_facts(**DRIVING), "You can rest. It is good to drive.") == []


def test_words_that_are_refused_already_are_told_once() -> None:
    assert [code for code, _ in codes_of("Ketamine is approved for pain.", family="EDT-3")] == ["EDT-301", "EDT-301"]
