"""Colours that are no tokens, in styles and templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.design.checks.gate import found

USE = "use var(--accent), or another public colour of styles/tokens/roles.css"
TOKENS = {
    "tokens/c.css": ":root { --palette-clay: #a64f2c; --palette-clay-inks: 0 70 80 38; --accent: var(--palette-clay); }\n"
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("color: #ff0000", "'color: #ff0000': #ff0000 is no token"),
        ("border-top: 1pt solid crimson", "'border-top: 1pt solid crimson': 'crimson' is no token"),
        ("background: RGB(1, 2, 3)", "'background: RGB(1, 2, 3)': RGB() is no token"),
        ("fill: hsl(1, 2%, 3%)", "'fill: hsl(1, 2%, 3%)': hsl() is no token"),
        ("--rule: navy", "'--rule: navy': 'navy' is no token"),
        ("background: linear-gradient(white, var(--accent))", "'background: linear-gradient(white, var(--accent))': 'white' is no token"),
        ("color: var(--accent, #fff)", "'color: var(--accent, #fff)': #fff is no token"),
    ],
)  # fmt: skip
def test_a_colour_that_is_no_token_is_told_in_every_kind_of_writing(tmp_path: Path, text: str, said: str) -> None:
    files = {**TOKENS, "components/a.css": f".a {{ margin: 0; {text} }}"}
    assert found(tmp_path, files, "STY-301") == [("styles/components/a.css:1:17", said, USE)]


@pytest.mark.parametrize(
    "text",
    [
        "color: var(--accent); background: transparent; border: 0 solid CurrentColor; outline-color: inherit",
        "font-family: navy; grid-area: tan; --reading-order: black white; content: 'red'",
        "border: 0.5pt solid",
    ],
)
def test_what_names_no_colour_is_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, {**TOKENS, "components/a.css": f".a {{ {text} }}"}, "STY-301") == []


def test_a_private_colour_is_for_the_tokens_alone(tmp_path: Path) -> None:
    files = {**TOKENS, "components/a.css": ".a { color: var(--palette-clay) }"}
    said = "'color: var(--palette-clay)': '--palette-clay' is a private colour, for the tokens alone"
    assert found(tmp_path, files, "STY-301") == [("styles/components/a.css:1:6", said, "use var(--accent)")]


def test_a_token_has_inks_or_is_grey(tmp_path: Path) -> None:
    files = {"tokens/c.css": ":root { --a: #787878; --b: #787879; --c: #112233; --c-inks: 100 0 0 80; }"}
    mend = "write it as a private colour ('--palette-NAME') with its inks on the next line, and take that by var()"
    assert found(tmp_path, files, "STY-301") == [("styles/tokens/c.css:1:23", "'--b: #787879' has no inks", mend)]


def test_a_colour_of_a_template_is_told_at_its_line(tmp_path: Path) -> None:
    templates = {"templates/a.html": '<p>\n<path fill="red" stroke="{{ token(\'--accent\') }}"/>'}
    mend = "use token('--accent'), or another public colour of styles/tokens/roles.css"
    assert found(tmp_path, TOKENS, "STY-301", templates=templates) == [
        ("templates/a.html:2:13", "the colour #ff0000 is no token", mend)
    ]
