"""Variables that nothing defines, that nothing asks for, and that ask for one another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brochures.design.checks import style_findings
from brochures.design.checks.variables import BY_PROOFS
from brochures.project.paths import ROOT
from tests.design.checks.gate import found, sheets

AT = "styles/a.css"


def test_a_variable_that_nothing_defines_is_told_once_with_what_was_meant(tmp_path: Path) -> None:
    text = ":root { --rule: #000000; }\n.a { color: var(--rul); }\n.b { color: var(--rul); background: var(--rul) }"
    assert found(tmp_path, {"tokens/c.css": text}, "STY-201", "STY-203") == [
        (
            "styles/tokens/c.css:2:6",
            "'color' asks for '--rul', and nothing defines that, and 2 more places ask for it",
            "did you mean '--rule'?",
        )
    ]


@pytest.mark.parametrize(
    ("text", "templates"),
    [
        (".a { margin: var(--b, 2pt) }", {}),
        (".a { margin: var(--b) }", {"templates/a.html": '<p style="--b: {{ c }}">'}),
        (".a { --b: 2pt; margin: var(--b) }", {"templates/a.html": '<p style="margin: var(--b)">'}),
    ],
)
def test_a_variable_with_a_value_or_a_fallback_is_not(tmp_path: Path, text: str, templates: dict[str, str]) -> None:
    assert found(tmp_path, {"a.css": text}, "STY-201", templates=templates) == []


def test_a_template_that_asks_for_what_is_not_there_is_told_at_its_line(tmp_path: Path) -> None:
    templates = {"templates/a.html": '<p>\n<p style="margin: var(--c); padding: var(--d, 1pt)">'}
    assert found(tmp_path, {"a.css": ""}, "STY-201", templates=templates) == [
        ("templates/a.html:2:19", "a template asks for '--c', and nothing defines that", "")
    ]


CIRCLE = "STY-202"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (":root { --a: var(--b); }\nhtml { --b: calc(var(--c) * 2); }\n:root[data-audience] { --c: var(--a) }", [(f"{AT}:1:9", "'--a' asks for '--b' asks for '--c' asks for '--a': none of them has a value", "give '--a' a value of its own")]),
        (".x { --a: var(--a) }", [(f"{AT}:1:6", "'--a' asks for '--a': none of them has a value (in '.x')", "give '--a' a value of its own")]),
        (".y, .x { --a: var(--b) } .x { --b: var(--a) }", [(f"{AT}:1:10", "'--a' asks for '--b' asks for '--a': none of them has a value (in '.x')", "give '--a' a value of its own")]),
        (":root { --a: var(--b) } .x { --b: var(--a) }", []),
        (":root { --a: var(--b); --b: var(--c); --c: 1pt; --d: var(--b) }", []),
    ],
)  # fmt: skip
def test_variables_of_one_element_that_ask_for_one_another_are_told_once(
    tmp_path: Path, text: str, told: list[tuple[str, str, str]]
) -> None:
    assert found(tmp_path, {"a.css": text}, CIRCLE) == told


def test_a_variable_that_nothing_asks_for_is_a_slip_where_its_name_is_nearly_another_s(tmp_path: Path) -> None:
    text = ":root { --note-size: 9pt; --alone: 1pt; }\n.a { --note-sise: 8pt; font-size: var(--note-size) }"
    findings = [one for one in style_findings(sheets(tmp_path, {"tokens/a.css": text})) if one.code == "STY-203"]
    assert [(str(one.place), one.code, str(one.severity), one.message, one.help) for one in findings] == [
        ("styles/tokens/a.css:1:27", "STY-203", "warning", "nothing asks for '--alone'", "take it out, or use it"),
        (
            "styles/tokens/a.css:2:6",
            "STY-203",
            "error",
            "nothing asks for '--note-sise'",
            "did you mean '--note-size'?",
        ),
    ]


def test_what_the_program_a_template_or_a_colour_s_inks_ask_for_is_asked_for(tmp_path: Path) -> None:
    text = ":root { --reading-order: a; --b: 1pt; --palette-c: #000000; --palette-c-inks: 0 0 0 100; --d: var(--palette-c) }"
    templates = {"templates/a.html": "{{ token('--b') }} {% set tone = '--d' %}"}
    assert found(tmp_path, {"tokens/a.css": text}, "STY-203", templates=templates) == []


def test_what_proofs_are_drawn_in_is_asked_for() -> None:
    drawn = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "brochures" / "proofs").glob("*.py"))
    assert set(re.findall(r'"(--[a-z-]+)"', drawn)) == BY_PROOFS
