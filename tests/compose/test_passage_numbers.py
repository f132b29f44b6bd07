"""Stamps: every run of words in the HTML says which passage it comes from, and nothing else of the page changes."""

from __future__ import annotations

import pickle

from markupsafe import Markup

from brochures.compose.html import compose
from brochures.compose.passage_numbers import Stamped, joined, kept, signed, stamp, unstamped
from brochures.compose.templates import Templates
from brochures.compose.typography import keep_end, typeset
from brochures.geometry.passages import Stretch
from brochures.project.edition import Edition
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature


def _text(words: str, passage: int, offset: int = 0) -> Stamped:
    return Stamped.of(words, (Stretch(0, passage, offset),))


def test_the_words_of_an_element_are_counted_in_its_own_letters() -> None:
    html = f"<p>1. <b>{signed(_text('Bring', 3))}</b> a {signed(_text('list & pen', 4, 2))}<br>{signed(_text('now', 5))}.</p>"
    assert stamp(html) == (
        '<p data-passage="2:4:2 9:5:0 12">1. <b data-passage="0:3:0 5">Bring</b> a list &amp; pen<br>now.</p>'
    )


def test_a_stamp_inside_a_tag_is_taken_out() -> None:
    assert stamp(f'<img alt="{signed(_text("A leaf", 1))}">') == '<img alt="A leaf">'


def test_without_stamps_the_page_is_what_it_was() -> None:
    html = f"<ul><li>{signed(_text('One', 0))}</li><li>{signed(_text('two', 1))}</li></ul>"
    assert unstamped(stamp(html)) == "<ul><li>One</li><li>two</li></ul>"


def test_filters_keep_a_stamp_and_the_other_operations_of_a_template_lose_it() -> None:
    words = kept(typeset)(kept(keep_end)(_text("a dose of 5 mg of it", 7)))
    assert isinstance(words, Stamped)
    assert words == "a dose of 5\N{NO-BREAK SPACE}mg of\N{NO-BREAK SPACE}it"
    assert not isinstance(signed(f"{words}"), Markup)


def test_joined_words_keep_each_its_own_stamp() -> None:
    both = joined((_text("Day", 1), "and", _text("night", 2)), ", ")
    assert both == "Day, and, night"
    assert stamp(f"<p>{signed(both)}</p>") == '<p data-passage="0:1:0 3 6:2:0 11">Day, and, night</p>'


def test_a_stamp_goes_with_its_text_into_another_process() -> None:
    words = pickle.loads(pickle.dumps(_text("Bring a list", 3, 4)))  # noqa: S301 it is our own
    assert (words, words.stretches) == ("Bring a list", (Stretch(0, 3, 4),))


def test_a_number_is_that_of_the_text_as_it_is_written(mini: Miniature) -> None:
    job = resolve(mini.project, mini.load(), "fold")
    (page,) = (one for one in compose(Templates.read(mini.project), job, Edition.SCREEN, proof=False))
    number = next(at for at, one in enumerate(page.passages) if one.text.startswith("We offer care"))
    assert page.html.count(f'<p data-passage="0:{number}:0 23">We offer care in the\N{NO-BREAK SPACE}daytime.</p>') == 2
    assert str(page.passages[number].place(3)) == "content/program.yaml:6:14"


def test_what_stands_for_a_reference_is_written_where_the_reference_is(mini: Miniature) -> None:
    job = resolve(mini.project, mini.load(), "fold")
    (page,) = (one for one in compose(Templates.read(mini.project), job, Edition.SCREEN, proof=False))
    number = next(at for at, one in enumerate(page.passages) if one.text.startswith("Call us at"))
    assert f'<span data-passage="0:{number}:21! 3" class="number">911</span>' in page.html
