"""Words in a drawing that are no outlines."""

from __future__ import annotations

import pytest

from tests.drawn import told


def test_all_words_are_told_in_one_finding_at_the_first() -> None:
    assert told("<g>", " <text x='1'>River <tspan>woods</tspan></text><text>B</text><text>C</text></g>") == [
        ("RES-109", 3, 2, "'a.svg' has words that are no outlines: 'River woods' and 2 more")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<text/>",
        "<text> </text>",
        "<defs><text>A</text></defs>",
        "<g display='none'><text>A</text></g>",
        "<title>A</title>",
    ],
)
def test_words_that_nobody_sees_are_let_be(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize("font", ["style='font: bold 14px sans-serif'", "font-family='Arial'", ""])
def test_it_does_not_matter_how_the_face_is_written(font: str) -> None:
    assert [code for code, *_ in told(f"<text {font}><tref/>Bold words</text>")] == ["RES-109"]
