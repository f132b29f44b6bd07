"""What may be said of ketamine, of the program and of people: with the project's own word lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochures.load.model.statements import Audience
from brochures.resolve.job import Role
from tests.editorial.gate import codes_of, found, passage, said_of, with_house_words
from tests.miniature import Miniature

READERS = list(Audience)


@pytest.mark.parametrize("audience", READERS)
@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("Ketamine is a proven treatment.", "EDT-301", "proven"),
        ("Ketamine is safe.", "EDT-301", "safe"),
        ("It is a breakthrough.", "EDT-301", "breakthrough"),
        ("A groundbreaking drug.", "EDT-301", "groundbreaking"),
        ("A ground-breaking drug.", "EDT-301", "ground-breaking"),
        ("It cures addiction.", "EDT-301", "cures"),
        ("It rewires the brain.", "EDT-301", "rewires"),
        ("It heals the brain.", "EDT-301", "heals"),
        ("It is effective for cocaine.", "EDT-301", "effective"),
        ("It works.", "EDT-301", "It works"),
        ("Our success rate is high.", "EDT-301", "success rate"),
        ("Our program is successful.", "EDT-301", "successful"),
        ("Not only cheap but proven.", "EDT-301", "proven"),
        ("It is not new, and it is safe.", "EDT-301", "safe"),
        ("There is no doubt: it works.", "EDT-301", "it works"),
        ("It has no side effects.", "EDT-301", "no side effects"),
        ("Ketamine is FDA-approved.", "EDT-301", "Ketamine is FDA-approved"),
        ("It is known to work.", "EDT-301", "known to work"),
        ("A life-saving drip.", "EDT-301", "life-saving"),
        ("You’ll feel better.", "EDT-302", "You’ll feel better"),
        ("Did you know that ketamine cures addiction?", "EDT-301", "cures"),
        ("The FDA-approved for pain drug.", "EDT-301", "FDA-approved for pain"),
        ("Call and press 3.", "EDT-301", "press 3"),
        ("We have the best plan.", "EDT-302", "best"),
        ("Our program is unique.", "EDT-302", "unique"),
        ("We are the leading clinic.", "EDT-302", "leading"),
        ("We guarantee recovery.", "EDT-302", "guarantee"),
        ("You will recover.", "EDT-302", "You will recover"),
        ("We do more than other programs.", "EDT-302", "than other programs"),
        ("No other program does this.", "EDT-302", "No other program"),
        ("For addicts and their families.", "EDT-303", "addicts"),
        ("The addict’s family.", "EDT-303", "addict’s"),
        ("He is an alcoholic.", "EDT-303", "alcoholic"),
        ("Ketamine abuse is common.", "EDT-303", "abuse"),
        ("Help for drug users.", "EDT-303", "drug users"),
        ("She got clean last year.", "EDT-303", "got clean"),
        ("He suffers from addiction.", "EDT-303", "suffers from"),
    ],
)
def test_a_word_too_much_is_refused(text: str, audience: Audience, code: str, said: str) -> None:
    assert (code, said) in codes_of(text, audience)


@pytest.mark.parametrize("audience", READERS)
@pytest.mark.parametrize(
    "text",
    [
        "Ketamine is not proven to treat addiction.",
        "It has not been proven to work.",
        "There is no cure for everyone.",
        "Nobody knows whether it is safe.",
        "It is not safe, proven or approved.",
        "We cannot promise that it heals.",
        "Is it safe?",
        "How does it work? We explain how it works.",
        "No plan works for everyone.",
        "It is not yet known how well it works.",
        "Stay in a safe place.",
        "Health is more than medicine.",
        "This is not a miracle.",
        "A secure line.",
        "We do not guarantee recovery.",
        "The National Institute on Drug Abuse pays for studies.",
        "An alcoholic drink before a visit is a risk.",
        "This may bring back memories of child abuse.",
        "A screen reader user can fill in the form.",
        "Pain, stress or poor sleep can be leading up to use.",
        "Ketamine did no better than a calming drug.",
    ],
)
def test_a_denial_a_question_a_name_or_another_sense_is_let_pass(text: str, audience: Audience) -> None:
    assert codes_of(text, audience, family="EDT-3") == []


def test_the_title_of_a_cited_work_is_printed_as_it_is(mini: Miniature) -> None:
    with_house_words(mini)
    mini.replace("content/sources.yaml", "title: Miniature label", "title: A Safe and Effective Miracle Cure")
    mini.replace("content/program.yaml", "We offer care in the daytime.", "Read “A Safe and Effective Miracle Cure.”")
    assert _said_of_words(mini, "fold") == []


@pytest.mark.parametrize(
    ("kind", "said"),
    [("guideline", []), ("label", []), ("law", []), ("article", [("EDT-303", "content/ketamine.yaml:8:22")])],
)
def test_a_quoted_line_of_a_guideline_is_let_pass_and_of_another_source_is_not(
    mini: Miniature, kind: str, said: list[tuple[str, str]]
) -> None:
    with_house_words(mini)
    if kind != "label":
        mini.replace("content/sources.yaml", "kind: label", f"kind: {kind}")
    mini.replace("content/ketamine.yaml", "Off-label use.", "“No active substance abuse problems.”")
    mini.replace("content/packets/pack.yaml", "- statement: ketamine.effects", "- statement: ketamine.off-label")
    mini.replace("content/packets/pack.yaml", "references: {title: References}", "references: {title: Sources}")
    assert _said_of_words(mini, "pack") == said


def test_labels_headings_titles_and_alternative_texts_are_words_too(mini: Miniature) -> None:
    with_house_words(mini)
    mini.write("content/labels.yaml", "labels:\n  page: {en: A proven page}\n")
    mini.replace("content/images/images.yaml", "A leaf", "A proven leaf")
    mini.replace("content/brochures/fold.yaml", "heading: Front", "heading: Proven front")
    mini.replace("content/brochures/fold.yaml", "subject: What a folded piece is", "subject: What a proven piece is")
    assert [place for _, place in _said_of_words(mini, "fold")] == [
        "content/brochures/fold.yaml:3:17",
        "content/brochures/fold.yaml:13:16",
        "content/images/images.yaml:5:17",
        "content/labels.yaml:2:16",
    ]


def _said_of_words(mini: Miniature, slug: str) -> list[tuple[str, str]]:
    return [(one.code, str(one.place)) for one in found(mini, slug) if one.code.startswith("EDT-3")]


@pytest.mark.parametrize(
    ("lead", "item", "said"),
    [
        ("Ketamine is not:", "a proven drug", []),
        ("Nobody knows whether it is:", "safe", []),
        ("Ketamine is:", "a proven drug", ["proven"]),
        ("It is not new, but it is:", "safe", ["safe"]),
        ("It is not only:", "safe", ["safe"]),
    ],
)
def test_the_lead_of_a_list_denies_its_points(lead: str, item: str, said: list[str]) -> None:
    first = replace(passage(lead), continues=True)
    found = [one.message.split("'")[1] for one in said_of(first, passage(item)) if one.code == "EDT-301"]
    assert found == said


def test_a_question_is_not_open_when_the_next_passage_says_yes() -> None:
    def found(answer: str) -> list[str]:
        heading = passage("Is ketamine safe?", role=Role.PIECE)
        return [one.code for one in said_of(heading, passage(answer)) if one.code == "EDT-301"]

    assert found("Yes.") == ["EDT-301"]
    assert found("No one knows.") == []


def test_a_quoted_line_is_longer_than_a_word_set_apart(mini: Miniature) -> None:
    with_house_words(mini)
    mini.replace("content/ketamine.yaml", "Off-label use.", "Our “proven” plan.")
    mini.replace("content/packets/pack.yaml", "- statement: ketamine.effects", "- statement: ketamine.off-label")
    mini.replace("content/packets/pack.yaml", "references: {title: References}", "references: {title: Sources}")
    assert _said_of_words(mini, "pack") == [("EDT-301", "content/ketamine.yaml:8:16")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Utah Division of Substance Abuse and Mental Health licenses clinics.", []),
        ("The Center for Safe and Proven Healing is a body.", []),
        ("We join the Safe Act.", ["Safe"]),
        ("Substance Abuse And Our Program.", ["Substance Abuse"]),
    ],
)
def test_names_of_bodies_and_laws_are_known_by_their_capitals(text: str, said: list[str]) -> None:
    assert [words for _, words in codes_of(text, family="EDT-3")] == said
