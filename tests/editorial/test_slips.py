"""Marks of other programs that would be printed, and words twice in a row."""

from __future__ import annotations

import pytest

from tests.editorial.gate import codes_of
from tests.miniature import Miniature


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Do <b>not</b> drive.", "<b>"),
        ("Do not drive.<br/>", "<br/>"),
        ('See <a href="x">us</a>.', '<a href="x">'),
        ("24&nbsp;hours", "&nbsp;"),
        ("24&#160;hours or &#xA0;", "&#160;"),
        ("Do **not** drive.", "**not**"),
        ("Do *not* drive.", "*not*"),
        ("Do __not__ drive.", "__not__"),
        ("Do _not drive_.", "_not drive_"),
        ("See [the label](https://example.org/a).", "[the label](https://example.org/a)"),
        ("Do `not` drive.", "`not`"),
        ("Do ~~not~~ drive.", "~~not~~"),
        ("# Do not drive", "# "),
        ("Do [b]not[/b] drive.", "[b]"),
        ("Call {clinic:phone}", "{clinic:phone}"),
        ("Do not drive.\\nCome home.", "\\n"),
        ("\\textbf{x}".replace("{x}", " x"), "\\textbf"),
    ],
)
def test_a_mark_that_would_be_printed_is_refused(text: str, mark: str) -> None:
    assert [word for code, word in codes_of(text) if code == "EDT-307"] == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "a < b and b > c",
        "R&D; AT&T; you & me;",
        "5 * 4 * 3",
        "* Required",
        "Name: ____ Date: ____",
        "a_b_c",
        "[see us] (soon)",
        "Room #5, # 5",
        "2*3*4",
        "C:\\new\\table",
        "It’s a ** b",
    ],
)
def test_a_sign_that_means_itself_is_no_mark(text: str) -> None:
    assert [code for code, _ in codes_of(text) if code == "EDT-307"] == []


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
