from __future__ import annotations

import pytest

from brochures.compose.plain_text import TextStyle, plain_text
from brochures.compose.web_page import flowing_page


def _text(body: str, width: int = 40) -> str:
    page = flowing_page(f"<html><body><div>{body}</div></body></html>", "Skip")
    return plain_text(page, TextStyle(width, "Picture"))


def test_a_heading_has_a_sign_for_each_level_and_a_line_of_its_own() -> None:
    assert _text("<h1>One</h1><p>Two</p><h3>Three</h3>") == "# One\n\nTwo\n\n### Three\n"


def test_items_have_a_dash_or_the_number_of_their_list_or_their_own() -> None:
    assert _text("<ul><li>One<li>Two</ul>") == "- One\n- Two\n"
    assert _text("<ol><li>One<li>Two</ol>") == "1. One\n2. Two\n"
    assert _text("<ol><li><span>7.</span> One</ol>") == "7. One\n"


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ('<a href="https://example.org/a">The page</a>', "The page <https://example.org/a>"),
        ('<a href="https://example.org/a">https://example.org/a</a>', "https://example.org/a"),
        ('<a href="https://example.org/a">example.org/a</a>', "example.org/a"),
        ('<a href="tel:+18006624357">1-800-662-4357</a>', "1-800-662-4357"),
        ('<a href="tel:988">988</a>', "988"),
        ('<a href="sms:988">Call or text</a>', "Call or text 988"),
        ('<a href="sms:988">Call or text</a>, day or night', "Call or text 988, day or night"),
        ('<a href="sms:988">Call or text for</a> any crisis. Go on', "Call or text for any crisis (988). Go on"),
        ('<a href="sms:988">Call or text for</a> any crisis', "Call or text for any crisis (988)"),
        ('<b>988</b> <a href="sms:988">Call or text</a> now', "988 Call or text now"),
        ('<a href="sms:988">Text</a> or call 988', "Text or call 988"),
        ('<a href="sms:988">Text</a> or call 9881', "Text or call 9881 (988)"),
        ('<a href="#part">Part</a>', "Part"),
    ],
)
def test_a_link_has_its_address_where_its_words_are_not_it(link: str, words: str) -> None:
    assert _text(f"<p>{link}.</p>", 80) == f"{words}.\n"


def test_what_is_filled_in_is_a_box_or_a_line() -> None:
    assert _text('<p><span class="box"></span>Yes <span class="box"></span>No</p>') == "[ ] Yes [ ] No\n"
    assert _text('<p>Phone <span class="blank"><svg><title>blank</title></svg></span>.</p>') == f"Phone {'_' * 20} .\n"


def test_a_picture_is_told_and_an_ornament_is_not() -> None:
    drawing = '<svg role="img"><title>A bridge</title><text>x</text></svg>'
    assert _text(f"<p>{drawing}</p>") == "[Picture: A bridge]\n"
    assert _text(f"<p>Words</p><p>{drawing.replace('role', 'aria-hidden=true role')}</p>") == "Words\n"


def test_a_row_of_a_table_is_its_heading_and_each_cell_behind_that_of_its_column() -> None:
    head = "<caption>Doses</caption><thead><tr><th scope=col>Drug<th scope=col>Dose</thead>"
    rows = "<tr><th scope=row>One<td>1 mg<tr><th scope=row>Two<td></table>"
    assert _text(f"<table>{head}<tbody>{rows}") == "Doses\n\nOne\n  Dose: 1 mg\n\nTwo\n"


def test_lines_end_between_words_and_hard_spaces_keep_words_together() -> None:
    assert _text("<p>one two three\N{NO-BREAK SPACE}four five</p>", 15) == "one two\nthree four five\n"
    assert _text("<p>one off\N{WORD JOINER}-\N{WORD JOINER}label</p>", 10) == "one\noff-label\n"
