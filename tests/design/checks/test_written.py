"""Declarations that CSS leaves out because a sign was lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.design.checks.gate import found

AT = "styles/components/a.css"
BEHIND = "write ';' behind it, and write it inside of the braces of a rule"
EACH = "write each as 'property: value;' inside of the braces of a rule"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (".a {\n  margin: 0\n  padding: 0;\n}", [(f"{AT}:2:3", "the semicolon after 'margin' is lost: 'padding' is read as a part of its value, and both are left out", "write ';' before 'padding'")]),
        (".a {\n  --b: 1pt\n  --c: 2pt;\n margin: var(--b) var(--c) }", [(f"{AT}:2:3", "the semicolon after '--b' is lost: '--c' is read as a part of its value, and both are left out", "write ';' before '--c'")]),
        ("@page a {\n  margin: 0\n  @top-left { margin: 0 }\n}", [(f"{AT}:2:3", "'margin: 0' is read as a part of the rule behind it, and both are left out", BEHIND)]),
        ("margin: 0;\n.a { margin: 0 }", [(f"{AT}:1:1", "'margin: 0' is read as a part of the rule behind it, and both are left out", BEHIND)]),
        (".a { margin: ; padding: 0 }", [(f"{AT}:1:6", "'margin' has no value, and is left out", "write its value, or take it out")]),
        (".a {\n  margin 0;\n  padding: 0 }", [(f"{AT}:2:3", "'margin 0' is no declaration, and is left out", EACH)]),
        (".a { margin = 0; }", [(f"{AT}:1:6", "'margin = 0' is no declaration, and is left out", EACH)]),
        (".a { margin: 0 }\n/* b */ margin: 0;\n", [(f"{AT}:2:9", "'margin: 0' is no declaration, and is left out", EACH)]),
        ("@media press { .a { margin 0; } }", [(f"{AT}:1:21", "'margin 0' is no declaration, and is left out", EACH)]),
        (".a { margin: 0 }", []),
        (".a { margin: 0; ; }", []),
        (".a { content: 'b: c' }", []),
    ],
)  # fmt: skip
def test_a_sign_that_was_lost_is_told_where_the_declaration_begins(
    tmp_path: Path, text: str, told: list[tuple[str, str, str]]
) -> None:
    assert found(tmp_path, {"components/a.css": text}, "STY-102") == told


def test_a_sheet_that_lacks_a_half_is_told_for_that_alone_and_keeps_the_other_checks_silent(tmp_path: Path) -> None:
    files = {
        "components/a.css": ".a { margin: 12ptt;\n.b { margin 0; }",
        "components/b.css": ".b { margin 0; color: #fff }",
    }
    assert [(place, message[:12]) for place, message, _ in found(tmp_path, files)] == [
        (f"{AT}:1:1", "the brace of"),
        ("styles/components/b.css:1:6", "'margin 0' i"),
    ]


def test_a_sheet_that_is_no_text_is_told_alone(tmp_path: Path) -> None:
    (tmp_path / "styles" / "components").mkdir(parents=True)
    (tmp_path / "styles" / "components" / "b.css").write_bytes(b".a { margin: \xff }")
    assert found(tmp_path, {"components/a.css": ".a { margin: 12ptt }"}) == [
        ("styles/components/b.css", "this is not UTF-8 text", "save the file as UTF-8")
    ]
