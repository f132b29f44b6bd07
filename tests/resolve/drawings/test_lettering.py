"""Words in a drawing that cannot be set as they are written, and those that its alternative text does not hold."""

from __future__ import annotations

import pytest

from brochures.findings import Finding, Place, Severity
from brochures.resolve.drawings.lettering import unsaid
from tests.drawn import FACES, read, told

OURS = "font-family='Source Serif'"
AT = Place("content/images/images.yaml", 3, 5)


def test_all_words_are_told_in_one_finding_at_the_first_that_cannot_be_set() -> None:
    body = f"<g><text {OURS}>A</text>", " <text x='1'>River <tspan>woods</tspan></text><text>B</text><text>C</text></g>"
    assert told(*body) == [
        (
            "RES-109",
            3,
            2,
            "'a.svg' has words that are no outlines: 'River woods' and 2 more; they name no family of type",
        )
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<text/>", "<text> </text>", "<defs><text>A</text></defs>", "<g display='none'><text>A</text></g>", "<title>A</title>",
        f"<text {OURS}>A</text>",
    ],
)  # fmt: skip
def test_words_that_nobody_sees_or_that_become_outlines_are_let_be(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize("font", ["style='font: bold 14px sans-serif'", "font-family='Arial'", ""])
def test_it_does_not_matter_how_the_face_is_written(font: str) -> None:
    assert [code for code, *_ in told(f"<text {font}><tref/>Bold words</text>")] == ["RES-109"]


def _unsaid(alternative: str, *body: str) -> list[Finding]:
    return [*unsaid(read(*body), "a.svg", alternative, AT, FACES)]


LOGO = f"<text {OURS}>Riverwoods <tspan x='1' dy='9'>Behavioral  Health</tspan></text>"


@pytest.mark.parametrize(
    ("alternative", "missing"),
    [
        ("The logo of Riverwoods Behavioral Health", ""),
        ("riverwoods\n behavioral\n health", ""),
        ("The logo of Riverwoods", "'Behavioral Health'"),
        ("A tree", "'Riverwoods', 'Behavioral Health'"),
    ],
)
def test_the_alternative_text_holds_the_words(alternative: str, missing: str) -> None:
    message = f"'a.svg' shows words that its alternative text does not hold: {missing}"
    expected = [Finding("RES-115", Severity.ERROR, message, "write them into it", AT)] if missing else []
    assert _unsaid(alternative, LOGO) == expected


def test_words_that_are_refused_are_not_told_a_second_time() -> None:
    assert _unsaid("A tree", "<text>Riverwoods</text>") == []
    assert _unsaid("A tree", "<path d='M0 0'/>") == []
