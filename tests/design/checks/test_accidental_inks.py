"""Borders that look raised, and the colour of marks, are told wherever they are written, and nothing beside them is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.design.checks.gate import found

AT = "styles/a.css"
PALETTE = {"tokens/palette.css": ":root { --ink: #1b1b1b; }"}


def _told(root: Path, text: str, templates: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    return found(root, {**PALETTE, "a.css": text}, "STY-304", templates=templates)


@pytest.mark.parametrize("word", ["inset", "outset", "groove", "ridge", "INSET"])
def test_each_style_that_looks_raised_is_told_with_one_that_does_not(tmp_path: Path, word: str) -> None:
    said = f"of '{word}' the engine makes two shades near black, and nobody said in which inks they print"
    assert _told(tmp_path, f".a {{ border: 3pt {word} var(--ink) }}") == [
        (f"{AT}:1:6", f"'border: 3pt {word} var(--ink)': {said}", f"write 'solid' or 'double' instead of '{word}'")
    ]


@pytest.mark.parametrize(
    "name", ["border-style", "border-top", "border-left-style", "border-block", "border-inline-end-style", "outline", "outline-style", "column-rule", "column-rule-style"]
)  # fmt: skip
def test_every_property_that_draws_a_line_is_read(tmp_path: Path, name: str) -> None:
    assert [place for place, *_ in _told(tmp_path, f".a {{\n  {name}: groove;\n}}")] == [f"{AT}:2:3"]


def test_each_raised_side_of_one_declaration_is_told(tmp_path: Path) -> None:
    assert len(_told(tmp_path, ".a { border-style: inset solid ridge }")) == 2


def test_a_variable_is_told_where_it_has_its_value_and_a_line_takes_it(tmp_path: Path) -> None:
    text = ":root { --look: ridge; --frame: 1pt var(--look); --shade: inset 0 0 2pt; }\n.a { border: var(--frame); box-shadow: var(--shade) }"
    assert [place for place, *_ in _told(tmp_path, text)] == [f"{AT}:1:9"]


@pytest.mark.parametrize(
    "text",
    [
        ".a { border: 3pt solid var(--ink); outline: double; border-style: dotted dashed none hidden }",
        ".a { box-shadow: inset 0 0 2pt var(--ink) }",
        ".a { inset: 0; top: var(--inset) } :root { --inset: 2pt }",
        ".inset { border: 1pt solid var(--inset-ink) } :root { --inset-ink: var(--ink) }",
        ".a { border-image-outset: 2pt; border-radius: 2pt }",
    ],
)
def test_other_lines_are_let_be(tmp_path: Path, text: str) -> None:
    assert _told(tmp_path, text) == []


def test_a_style_in_a_template_is_told_at_its_line(tmp_path: Path) -> None:
    templates = {
        "templates/a.html": '<p>\n<p style="border: 3pt Ridge black; color: x"><p style="border: 1pt solid; inset: 0">'
    }
    ((place, message, mend),) = _told(tmp_path, "", templates)
    assert place == "templates/a.html:2:11"
    assert message.startswith("'border: 3pt Ridge black': of 'Ridge' the engine makes two shades")
    assert mend == "write 'solid' or 'double' instead of 'Ridge'"


MARKED = {
    "tokens/palette.css": ":root { --palette-m: #010203; --palette-m-inks: 0 0 0 100; --palette-m-spot: All 100; --palette-p: #a64f2c;"
    " --palette-p-inks: 0 70 80 38; --palette-p-spot: PANTONE All 100; }",
    "tokens/roles.css": ":root { --marks: var(--palette-m); --frame: 1pt solid var(--marks); --accent: var(--palette-p); }",
}
BLACK = ("prints on every plate: it is for marks around the sheet", "use var(--ink), which prints in black alone")


def _marks(root: Path, text: str, templates: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    return found(root, {**MARKED, "a.css": text}, "STY-305", templates=templates)


@pytest.mark.parametrize(
    ("value", "name"), [("color: var(--marks)", "--marks"), ("border: var(--frame)", "--frame"), ("--x: var(--palette-m)", "--palette-m")]
)  # fmt: skip
def test_the_colour_of_marks_is_told_where_a_style_takes_it(tmp_path: Path, value: str, name: str) -> None:
    assert _marks(tmp_path, f".a {{\n{value} }}") == [(f"{AT}:2:1", f"'{name}' {BLACK[0]}", BLACK[1])]


@pytest.mark.parametrize("value", ["color: var(--accent)", "--marks-width: 1pt", "width: var(--marks-width)"])
def test_other_colours_are_let_be(tmp_path: Path, value: str) -> None:
    assert _marks(tmp_path, f".a {{ {value} }}") == []


def test_the_colour_of_marks_is_told_in_a_template_but_in_that_of_marks(tmp_path: Path) -> None:
    templates = dict.fromkeys(("templates/a.html", "templates/marks.html"), "\n<rect fill=\"{{ token('--marks') }}\">")
    assert [place for place, *_ in _marks(tmp_path, "", templates)] == ["templates/a.html:2:23"]
