"""Words twice in a row."""

from __future__ import annotations

import pytest

from tests.editorial.gate import codes_of
from tests.miniature import Miniature


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If I do not sign: If I do not sign: my care goes on.", "If I do not sign"),
        ("If I do not sign: if I do not sign, my care goes on.", "if I do not sign"),
        ("We see you we see you.", "we see you"),
        ("One one one one one one.", "one one one"),
    ],
)
def test_words_twice_in_a_row_are_told(text: str, words: str) -> None:
    assert [word for code, word in codes_of(text) if code == "EDT-407"] == [words]


@pytest.mark.parametrize(
    "text",
    ["again and again and again", "We see you. You see us.", "We see you. We see you.", "one by one by one", "no no"],
)
def test_two_words_twice_in_a_row_may_be_meant(text: str) -> None:
    assert [code for code, _ in codes_of(text) if code == "EDT-407"] == []


def test_what_a_clinic_fact_repeats_is_told_where_it_is_typed(mini: Miniature) -> None:
    mini.append("content/clinic.yaml", "\nrefusal_policy: >-\n  If you do not sign:\n  if you want, come.\n")
    mini.replace("content/program.yaml", "Call us at", "If you do not sign, {clinic:refusal_policy} Call us at")
    found = [(one.code, str(one.place)) for one in mini.check("fold")]
    assert found == [("EDT-407", "content/clinic.yaml:7:3")]
