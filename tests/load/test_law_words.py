"""Texts of law against their digests: which sentence changed, which is gone, and what a text must say of itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from brochures.load.catalogue import load
from brochures.load.law_words import digest, digests, sentences
from brochures.load.model.law import ConsentWording, LawText
from brochures.project.paths import ROOT, Project
from tests.miniature import Miniature

FIRST, SECOND, THIRD = "The rule protects this.", "It is NOT open to all.", "(i) A court may ask: In writing."
READ: dict[str, Any] = {
    "citation": "1 ABC 2",
    "dated": "2026-01-02",
    "read": [{"at": "https://example.org/law", "day": "2026-01-03"}],
    "words": [f"{FIRST} {SECOND}", THIRD],
    "digest": [[digest(FIRST), digest(SECOND)], [digest(one) for one in sentences(THIRD)]],
}


def _told(mini: Miniature, **change: Any) -> list[tuple[str, str]]:
    """Return place and message of what is told of the text ``READ`` with ``change``."""
    law = {**READ, **change}
    lines = [
        "texts:",
        "  1-abc-2:",
        "    citation: 1 ABC 2",
        f"    dated: {law['dated']}",
        f"    read: [{{at: https://example.org/law, day: {law['read'][0]['day']}}}]",
        "    words:",
        *(f'      - "{paragraph}"' for paragraph in law["words"]),
        f"    digest: {law['digest']}",
    ]
    mini.write("content/law/abc.yaml", "\n".join(lines) + "\n")
    return [(str(one.place), one.message) for one in mini.load().findings]


def test_a_sentence_ends_where_a_capital_letter_follows_a_mark() -> None:
    assert sentences(THIRD) == ["(i) A court may ask:", "In writing."]
    assert sentences("42 CFR 2.64 or\n 2.65.  In it, as said.") == ["42 CFR 2.64 or 2.65.", "In it, as said."]


def test_blanks_between_words_are_no_words() -> None:
    assert digest("A  rule\nis one.") == digest("A rule is one.") != digest("A rule is  two.")
    assert digests(LawText.model_validate(READ)) == READ["digest"]


def test_what_was_read_is_not_told(mini: Miniature) -> None:
    assert _told(mini) == []
    assert _told(mini, words=[f"{FIRST}   {SECOND}", THIRD]) == []


@pytest.mark.parametrize(
    ("words", "line", "said"),
    [
        ([f"{FIRST} It is open to all.", THIRD], 7, "these are not the words that were read: 'It is open to all.'"),
        ([FIRST, THIRD], 8, "1 sentence that was read is gone before '(i) A court may ask:'"),
        ([f"{FIRST} {SECOND}"], 7, "2 sentences that were read are gone after 'It is NOT open to all.'"),
        ([f"{FIRST} Or not. {SECOND}", THIRD], 7, "these are not the words that were read: 'Or not.'"),
        ([f"{FIRST} {SECOND.upper()}", THIRD], 7, "these are not the words that were read: 'IT IS NOT OPEN TO ALL.'"),
    ],
)
def test_each_change_is_told_at_its_paragraph(mini: Miniature, words: list[str], line: int, said: str) -> None:
    assert _told(mini, words=words) == [(f"content/law/abc.yaml:{line}:9", f"1 ABC 2: {said}")]


NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("words", "line", "said"),
    [
        ([f"{FIRST} {SECOND} {THIRD}"], 7, f"the paragraph that was read ended after '{SECOND}'"),
        ([FIRST, SECOND, THIRD], 7, f"the paragraph that was read went on after '{FIRST}'"),
        ([f"{FIRST} {SECOND}", "(i) A court may ask:", "In writing."], 8, "the paragraph that was read went on after '(i) A court may ask:'"),
        ([f"{FIRST} {SECOND} (i) A court may ask:", "In writing."], 7, f"the paragraph that was read ended after '{SECOND}'"),
    ],
)  # fmt: skip
def test_a_paragraph_ends_where_it_ended(mini: Miniature, words: list[str], line: int, said: str) -> None:
    assert _told(mini, words=words) == [(f"content/law/abc.yaml:{line}:9", f"1 ABC 2: {said}")]


@pytest.mark.parametrize("sign", [NO_BREAK, "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}"])
def test_a_sign_in_place_of_a_blank_is_told(mini: Miniature, sign: str) -> None:
    first = FIRST.replace("rule protects", f"rule{sign}protects")
    assert [message for _, message in _told(mini, words=[f"{first} {SECOND}", THIRD])] == [
        f"1 ABC 2: these are not the words that were read: '{first}'"
    ]


def test_the_mend_names_the_digests_of_each_paragraph(mini: Miniature) -> None:
    _told(mini, words=["New.", "Newer."])
    assert mini.load().findings[0].help.endswith(f"digest: [[{digest('New.')}], [{digest('Newer.')}]]")


def test_a_paragraph_without_a_digest_is_refused() -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        LawText.model_validate({**READ, "digest": [*READ["digest"], []]})


def test_a_long_sentence_is_shown_by_its_beginning(mini: Miniature) -> None:
    ((_, message),) = _told(mini, words=[f"{FIRST} {'so ' * 60}on.", THIRD])
    assert message.endswith("so so …'")
    assert len(message) < 230


def test_from_altered_words_nothing_is_printed(mini: Miniature) -> None:
    _told(mini, words=[FIRST, THIRD])
    catalogue = mini.load()
    assert catalogue.shelf("text of law") == {}
    assert ("text of law", "1-abc-2") in catalogue.spoiled


def test_nobody_has_read_what_is_still_to_come(mini: Miniature) -> None:
    told = _told(mini, dated="2026-03-02", read=[{"at": "", "day": "2026-03-02"}])
    assert [message for _, message in told] == [
        "'dated' is 2026-03-02, and today is 2026-03-01",
        "'day' is 2026-03-02, and today is 2026-03-01",
    ]
    assert _told(mini, dated="2026-03-01", read=[{"at": "", "day": "2026-03-01"}]) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ({"citation": "1 ABC 2"}, "or 'supplied_by' with who brings them"),
        ({"citation": "1 ABC 2", "words": ["W."]}, "words of law without dated, read, digest"),
        ({**READ, "read": []}, "words of law without read"),
        ({"citation": "1 ABC 2", "supplied_by": "counsel", "words": ["W."]}, "without dated, read, digest"),
    ],
)
def test_words_without_where_they_were_read_are_refused(text: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        LawText.model_validate(text)


def test_awaited_words_name_who_brings_them() -> None:
    assert LawText.model_validate({"citation": "1 ABC 2", "supplied_by": "clinic"}).supplied_by == "clinic"
    with pytest.raises(ValidationError, match="'says' something, 'asks' something or both"):
        ConsentWording.model_validate({"fulfils": ["1-abc-2"]})


def test_the_texts_of_the_project_are_those_that_were_read() -> None:
    texts = load(Project.open(ROOT, today=date(2026, 12, 1))).shelf("text of law")
    two = texts["42-cfr-2.32-statement-2"].thing
    assert two.words == ("42 CFR part 2 prohibits unauthorized use or disclosure of these records.",)
    assert "is NOT sufficient" in texts["42-cfr-2.32-statement-1"].thing.words[-1]
    assert all(one.thing.read or one.thing.supplied_by for one in texts.values())
