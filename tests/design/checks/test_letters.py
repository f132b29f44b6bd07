"""Letters that templates and styles print: read in the wrong encoding, unseen, alike; and signs of web pages in what a style prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.design.checks.gate import found


def _template(root: Path, text: str) -> list[tuple[str, str, str]]:
    return found(root, {}, "STY-107", templates={"templates/a.html": text})


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("<p>\n{{ x }} CafÃ©", "2:12", "'Ã©' stands for 'é': these are letters that a program read in the wrong encoding"),
        ("{{ 'Donâ€™t' }}", "1:8", "'â€™' stands for '’': these are letters that a program read in the wrong encoding"),
        ("<p>&acirc;&euro;&trade;", "1:4", "'â€™' stands for '’': these are letters that a program read in the wrong encoding"),
        ("{# é\n #} a\u200bb", "2:6", "a character that nobody sees (ZERO WIDTH SPACE, U+200B)"),
        ("<!-- x\u200by -->\n<p>\u0421all", "2:4", "the '\u0421' in '\u0421all' is no Latin letter (CYRILLIC CAPITAL LETTER ES, U+0421)"),
    ],
)  # fmt: skip
def test_a_letter_of_a_template_is_told_at_its_place(tmp_path: Path, text: str, place: str, said: str) -> None:
    ((at, message, _),) = _template(tmp_path, text)
    assert (at, message) == (f"templates/a.html:{place}", said)


@pytest.mark.parametrize(
    "text", ["<p>é “x” – 1 &nbsp; &#8203; &eacute; &copy;", "{# CafÃ© #}<!-- CafÃ©\n-->", "<p>plain</p>", "<p>a\u00a0b"]
)
def test_an_honest_letter_and_a_comment_are_let_be(tmp_path: Path, text: str) -> None:
    assert _template(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('a::before { content: "Ã©"; }', ["1:13"]),
        ('a::before { content: "x" attr(y) "\\e2\\20ac\\2122"; }', ["1:13"]),
        (':root {\n --sign: "Ã©" }', ["2:2"]),
        ("q { quotes: '“' 'â€' }", ["1:5"]),
        ("ul { list-style: 'Ã©' }", ["1:6"]),
        ("/* Ã© */ a::before { content: 'é' }", []),
        ("a { background: url('Ã©.png') }", []),
    ],
)
def test_a_letter_that_a_style_prints_is_told_at_its_declaration(tmp_path: Path, text: str, told: list[str]) -> None:
    assert [place for place, *_ in found(tmp_path, {"a.css": text}, "STY-107")] == [f"styles/a.css:{at}" for at in told]


@pytest.mark.parametrize(
    ("text", "mark", "mend"),
    [
        ("&bull; ", "&bull;", "type '•' itself, or its number with '\\\\' before it"),
        ("&#8226;", "&#8226;", "type '•' itself, or its number with '\\\\' before it"),
        ("&#x2022;", "&#x2022;", "type '•' itself, or its number with '\\\\' before it"),
        ("<b>x</b>", "<b>", "take it out: how the text looks is said by the rule"),
    ],
)
def test_a_sign_of_web_pages_is_told_once(tmp_path: Path, text: str, mark: str, mend: str) -> None:
    assert found(tmp_path, {"a.css": f'a::before {{ content: "{text}"; }}'}, "STY-108") == [
        ("styles/a.css:1:13", f"'{mark}' would be printed as it is", mend)
    ]


@pytest.mark.parametrize("text", ["R&D;", "a < b", "&x; &", "• "])
def test_a_sign_that_means_itself_is_let_be(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, {"a.css": f'a::before {{ content: "{text}"; }}'}, "STY-108") == []
