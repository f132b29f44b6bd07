"""The first half that is missing in a style sheet: where it is, what it does, and what to write."""

from __future__ import annotations

import pytest

from brochures.design.bracket_scan import line_and_column, unbalanced


@pytest.mark.parametrize(
    ("text", "place", "said", "mend"),
    [
        (".a {\n  b: c;\n\n.d { e: f }\n", (1, 1), "the brace of '.a' is not closed before '.d' begins on line 4", "write '}' before line 4"),
        ("/* x */\n.a {\n  b: c;\n", (2, 1), "the brace of '.a' is not closed at all", "write '}' where it ends"),
        ("@page a {\n  @top-left { b: c }\n\n@page d { e: f }\n}", (1, 1), "the brace of '@page a' is not closed before '@page d' begins on line 4", "line 4"),
        (".a { b: c }\n}\n.d { e: f }", (2, 1), "the brace '}' closes nothing", "take it out, or write '{'"),
        (".a { b: var(--c; }\n", (1, 12), "the bracket '(' is not closed before its declaration ends on line 1", "write ')'"),
        (".a { b: calc(1pt * (2 + 3); }\n", (1, 13), "the bracket '(' is not closed", "write ')'"),
        (".a { b: var(--c)); }\n", (1, 17), "the bracket ')' closes nothing in its rule", "write '(' where"),
        (".a[href { b: c }", (1, 3), "the bracket '[' is not closed", "write ']'"),
        (".a[href) { b: c }", (1, 3), "the bracket '[' is not closed", "write ']'"),
        ('.a { b: "c; }\n.d { e: f }', (1, 9), 'the quotation mark " has no other half on its line', 'write " where'),
        (".a { b: 'c\n'; }", (1, 9), "the quotation mark ' has no other half on its line", "write ' where"),
        (".a { b: c } /* d\n.e { f: g }", (1, 13), "the comment that begins here is not closed at all", "write '*/'"),
        ("/* a\n.b { c: d }\n/* e */", (1, 1), "not closed before the next one begins on line 3", "write '*/'"),
        (".a { b: c } */ .d { e: f }", (1, 13), "'*/' closes a comment that nothing opens", "write '/*' where"),
        (".a { b: url(c.png; d: e }", (1, 9), "the bracket of 'url(' is not closed on its line", "write ')'"),
    ],
)  # fmt: skip
def test_a_half_that_is_missing_is_told_where_its_other_half_is(
    text: str, place: tuple[int, int], said: str, mend: str
) -> None:
    found = unbalanced(text)
    assert found is not None
    assert line_and_column(text, found.at) == place
    assert said in found.said
    assert mend in found.mend


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/* { ( [ \" ' */ .a { b: c }",
        ".a::before { content: \"} ) ] /* '\" }",
        ".a { content: '\\'' } .b { content: \"\\\"\" }",
        '.a { content: "a\\\nb" }',
        ".a { b: url(data:image/png;base64,AAA=) }",
        '.a { b: url( "c;d.png" ) }',
        "@page a {\n  b: c;\n  @top-left { d: e }\n}\n@media press {\n  .a { b: c }\n}",
        ".a { b: c } .d { e: f }",
        ".a {\n  b: c;\n  .d { e: f }\n}",
        "@page a { b: c; @top-left { d: e } }",
        '.a:not(.b):nth-child(2n + 1)[c="d"] { e: calc((1pt + 2pt) * 3) }',
        ".a\\{ { b: c }",
    ],
)  # fmt: skip
def test_what_has_both_halves_is_left_alone(text: str) -> None:
    assert unbalanced(text) is None
