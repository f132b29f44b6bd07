"""Rules that the engine skips, selectors that never hold in print, and names that nothing answers to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.design.checks.gate import found

AT = "styles/a.css"
TEMPLATES = {
    "templates/documents/card.html": '<html lang="{{ language }}" data-audience data-format data-document data-panel>',
    "templates/components/a.html": """<svg viewBox="0 0 {{ 9 > 8 }} 9"{{ ' aria-hidden="true"' if not told }}><x-mark {% if a %}hidden{% endif %}>
<th scope='col' title="a > b, width=9" colspan={{ wide }}>{{ cell(tone="stop") }}</th>{# <old-mark rev="x"> #}<!-- <old-sign rel="x"> -->
<x-word font-family="{{ face | replace('"', '') }}" text-anchor="{{ anchor("it's") }}">""",
}
OUT = "leave the rule out (docs/designers.md says what to write instead)"


@pytest.mark.parametrize(
    ("text", "said", "mend"),
    [
        ("@supports (display: grid) { p { margin: 0 } }", "'@supports' is no rule that the engine reads, and is left out with all that stands in it", OUT),
        ("@page { @botom-right { margin: 0 } }", "'@botom-right' is no rule that the engine reads, and is left out with all that stands in it", "did you mean 'bottom-right'?"),
        ("@media pres { p { margin: 0 } }", "'@media pres' holds for no edition, and is left out with all that stands in it", "did you mean 'press'?"),
        ("@media print { p { margin: 0 } }", "'@media print' holds for no edition, and is left out with all that stands in it", "known here: all, desk, fax, large, press, screen"),
        ("@media (min-width: 1px) { p { margin: 0 } }", "'@media (min-width: 1px)' holds for no edition, and is left out with all that stands in it", "known here: all, desk, fax, large, press, screen"),
        ("a:hover { margin: 0 }", "'a:hover': ':hover' is of somebody at a screen, and never holds in print", "take it out, or leave the rule out"),
        ("ul > spam { margin: 0 }", "'ul > spam': there is no element 'spam'", "did you mean 'span'?"),
        ("p, notice__title { margin: 0 }", "'p, notice__title': there is no element 'notice__title'", OUT),
        ("[data-pannel] { margin: 0 }", "'[data-pannel]': no template writes the attribute 'data-pannel'", "did you mean 'data-panel'?"),
        ("[data-audience=pateint] { margin: 0 }", "'[data-audience=pateint]': there is no 'pateint' for 'data-audience'", "did you mean 'patient'?"),
        (':root[data-format="letter"] { margin: 0 }', "':root[data-format=\"letter\"]': there is no 'letter' for 'data-format'", "known here: a4"),
        ("td:nth-child(odd of spam) { margin: 0 }", "'td:nth-child(odd of spam)': there is no element 'spam'", "did you mean 'span'?"),
        ("p:not(b, spam) { margin: 0 }", "'p:not(b, spam)': there is no element 'spam'", "did you mean 'span'?"),
        ("p:is(a:hover) { margin: 0 }", "'p:is(a:hover)': ':hover' is of somebody at a screen, and never holds in print", "take it out, or leave the rule out"),
        ("p:not(b):hover { margin: 0 }", "'p:not(b):hover': ':hover' is of somebody at a screen, and never holds in print", "take it out, or leave the rule out"),
        ("p:not(:not(:hover)) { margin: 0 }", "'p:not(:not(:hover))': ':hover' is of somebody at a screen, and never holds in print", "take it out, or leave the rule out"),
        ("old-mark { margin: 0 }", "'old-mark': there is no element 'old-mark'", "did you mean 'x-mark'?"),
        ("[tone] { margin: 0 }", "'[tone]': no template writes the attribute 'tone'", OUT),
        ("[rev] { margin: 0 }", "'[rev]': no template writes the attribute 'rev'", OUT),
        ("[rel] { margin: 0 }", "'[rel]': no template writes the attribute 'rel'", OUT),
        ("[width] { margin: 0 }", "'[width]': no template writes the attribute 'width'", OUT),
        ("[aria-lable] { margin: 0 }", "'[aria-lable]': no template writes the attribute 'aria-lable'", "did you mean 'aria-label'?"),
        ("@page { @footnot { margin: 0 } }", "'@footnot' is no rule that the engine reads, and is left out with all that stands in it", "did you mean 'footnote'?"),
        (".a { page: first } @page one:first { margin: 0 }", "'page: first': there is no @page rule 'first'", "known here: one"),
        (".a { page: two }", "'page: two': there is no @page rule 'two'", "known here: one"),
        ("@page one { @top-left { content: element(hed) } } .a { position: running(head) }", "'content: element(hed)': there is no running element 'hed'", "did you mean 'head'?"),
        ("@page one { @top-left { content: string(hed) } } .a { string-set: head content() }", "'content: string(hed)': there is no string 'hed'", "did you mean 'head'?"),
    ],
)  # fmt: skip
def test_what_is_passed_over_is_told_once(tmp_path: Path, text: str, said: str, mend: str) -> None:
    files = {"a.css": text, "formats/a4.css": "@page one { margin: 0 }"}
    (one,) = found(tmp_path, files, "STY-105", templates=TEMPLATES)
    assert (one[0].startswith(AT), *one[1:]) == (True, said, mend)


@pytest.mark.parametrize(
    "text",
    [
        "@media screen, press { p:first-child, a::after, li:nth-child(2n + 1) { margin: 0 } }",
        "@layer a { p { margin: 0 } }",
        ".a:not(.b) > svg path + *, [data-fit] td, [lang=es] p, [data-document=card] h1 { margin: 0 }",
        "[data-audience='patient'], [data-format] { margin: 0 }",
        ".a { page: one } .b { page: auto }",
        "@page one:first { @top-left { content: element(head) string(name, first) } } .a { position: running(head); string-set: name content(), other 'x' }",
        "@page one:nth(1 of one) { counter-reset: sheet }",
        "@page { @footnote { margin: 0 } @note-area { margin: 0 } }",
        "td:nth-child(odd of .a), td:nth-last-child( even ), td:nth-child(2n + 1 of p, td), p:lang( es ), p:lang(es, en) { margin: 0 }",
        "p:not(:hover), p:not(a, :is(b, :focus)), p:is(a, b), [ lang = es ] { margin: 0 }",
        "svg lineargradient, clipPath, picture > source, ruby rt, details, x-mark, x-word[text-anchor] { margin: 0 }",
        "[aria-hidden=true], [aria-label], [scope='col'], [viewBox], [hidden], [colspan], th[title] { margin: 0 }",
        "@media press { @page two { margin: 0 } } @layer a { @page three { margin: 0 } } .a { page: two } .b { page: three }",
        "@page two, three:first, :left { margin: 0 } .a { page: two } .b { page: three }",
        ".a { page: inherit } .b { page: initial } .c { page: unset } .d { page: Inherit }",
    ],
)
def test_what_holds_is_left_alone(tmp_path: Path, text: str) -> None:
    files = {"a.css": text, "formats/a4.css": "@page one { margin: 0 }"}
    assert found(tmp_path, files, "STY-105", templates=TEMPLATES) == []
