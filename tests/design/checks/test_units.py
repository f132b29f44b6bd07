"""Units that there are not, and colours with a digit too few."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.design.checks.gate import found

AT = "styles/a.css"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (".a { margin: 0 12ptt 3q }", [(f"{AT}:1:6", "'margin: 0 12ptt 3q': there is no unit 'ptt' on paper", "did you mean 'pt'?")]),
        (".a { margin: calc(1pt + 2Inn) }", [(f"{AT}:1:6", "'margin: calc(1pt + 2Inn)': there is no unit 'Inn' on paper", "did you mean 'in'?")]),
        (".a { width: 50vw }", [(f"{AT}:1:6", "'width: 50vw': there is no unit 'vw' on paper", "known here: cm, in, mm, pc, pt, px")]),
        (".a { margin: 1PT 2in 3mm 4cm } .b { margin: 1em 1.2rem 3ex 5px } .c { transform: rotate(9deg) }", []),
    ],
)  # fmt: skip
def test_a_unit_that_there_is_not_is_told_with_the_one_that_was_meant(
    tmp_path: Path, text: str, told: list[tuple[str, str, str]]
) -> None:
    assert found(tmp_path, {"a.css": text}, "STY-104") == told


def test_a_unit_in_a_style_of_a_template_is_told_at_its_line(tmp_path: Path) -> None:
    templates = {"templates/a.html": '<p>\n<p style="top: {{ x }}pt; left: 3ptt; --b: 2ptt">'}
    assert [place for place, *_ in found(tmp_path, {}, "STY-104", templates=templates)] == [
        "templates/a.html:2:27",
        "templates/a.html:2:39",
    ]


SIX = "write # and six digits from 0 to 9 and a to f: #a64f2c"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("--palette-a: #a64f2;", "'--palette-a: #a64f2': a private colour is # and six digits, and this is # and 5 digits"),
        ("--palette-a: #abc;", "'--palette-a: #abc': a private colour is # and six digits, and this is # and 3 digits"),
        ("--palette-a: #a64f2g;", "'--palette-a: #a64f2g': a private colour is # and six digits, and this is '#a64f2g'"),
        ("--palette-a: clay;", "'--palette-a: clay': a private colour is # and six digits, and this is 'clay'"),
        ("--b: #12;", "'--b: #12': # and 2 digits is no colour"),
        ("--b: 1pt solid #1234567;", "'--b: 1pt solid #1234567': # and 7 digits is no colour"),
        ("--palette-a: #a64f2c; --palette-a-inks: 0 70 80 38;", ""),
        ("--b: #abc; --c: #abcd; --d: #aabbcc; --e: #aabbccdd;", ""),
    ],
)  # fmt: skip
def test_a_colour_with_a_digit_too_few_or_too_many_is_told(tmp_path: Path, text: str, told: str) -> None:
    assert found(tmp_path, {"tokens/c.css": f":root {{ {text} }}"}, "STY-204") == (
        [("styles/tokens/c.css:1:9", told, SIX)] if told else []
    )


def test_a_colour_in_a_style_of_a_template_is_told(tmp_path: Path) -> None:
    templates = {"templates/a.html": '<p style="color: #12345">'}
    assert [place for place, *_ in found(tmp_path, {}, "STY-204", templates=templates)] == ["templates/a.html:1:11"]
