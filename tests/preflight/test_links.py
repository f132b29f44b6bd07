"""Links of a finished file, held against what was composed: each leads somewhere and says what it does, in words."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.compose.links import LABEL
from brochures.engine import tag_attributes
from brochures.preflight.links import descriptions
from brochures.project.edition import Edition
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature
from tests.separations.handmade import Made

HTML = """<p><a href="tel:988" aria-label="Call 988">988</a> <a href="tel:988" aria-label="Call 988 again">988</a>
<a href="#one" aria-label="Go to page {page}: One">One</a> <a>no link</a> <a name="x">none</a></p>"""
CALL, AGAIN, PAGE = ("tel:988", "Call 988"), ("tel:988", "Call 988 again"), ("#one", "Go to page 2: One")


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    made = composed(Miniature.copied_to(tmp_path_factory.mktemp("links") / "project"))
    return replace(made, html=HTML, job=replace(made.job, labels={"link.call": "Call {number}"}))


WRITTEN = {
    "https://clinic.org/café": "https://clinic.org/caf%C3%A9",
    "https://clinic.org/a|b?q=a b~c%20d": "https://clinic.org/a%7Cb?q=a%20b~c%20d",
    "mailto:x@example.edu?subject=Hello there": "mailto:x@example.edu?subject=Hello%20there",
    " \n\thttps://clinic.org/blanks\r\n ": "https://clinic.org/blanks",
    "#gr%C3%B6%C3%9Fe": "#größe",
    " #größe ": "#größe",
}
"""Addresses as a template may have them, and as the engine writes them."""


def _file(*links: tuple[str, str | None]) -> PdfReader:
    """Return a file of two pages with ``links`` on the first, each by target and words (None: none); ``one`` is on the second."""
    made, annotations = Made((100, 100)), []
    for target, words in links:
        one = Dictionary(Subtype=Name.Link) if words is None else Dictionary(Subtype=Name.Link, Contents=String(words))
        if target.startswith("#"):
            one.Dest = String(target[1:])
        elif target:
            one.A = Dictionary(S=Name.URI, URI=String(target))
        annotations.append(one)
    made.page("", Annots=[*annotations, Dictionary(Subtype=Name.Text, Contents=String("a note"))])
    made.page("")
    pdf = made.pdf
    places = [String("größe"), Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 0])]
    places += [String("one"), Array([pdf.pages[1].obj, Name.XYZ, 0, 0, 0])]
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=places))
    written = io.BytesIO()
    pdf.save(written)
    return PdfReader(written)


def _told(piece: Composition, *links: tuple[str, str | None]) -> list[tuple[str, str, int]]:
    found = list(descriptions(_file(*links), piece))
    assert {one.code for one in found} <= {"PRE-107"}
    return [(one.message, one.help, one.page) for one in found]


def test_links_that_say_what_was_composed_are_good(piece: Composition) -> None:
    assert _told(piece, CALL, CALL, AGAIN, PAGE) == []


@pytest.mark.parametrize("words", ["tel:988", "", None, "Call 911"])
def test_a_link_that_says_something_else_is_told_with_its_page(piece: Composition, words: str | None) -> None:
    said = f"the link to 'tel:988' says '{words or ''}', and was to say 'Call 988' or 'Call 988 again'"
    assert _told(piece, ("tel:988", words), CALL, PAGE) == [(said, "set it with 'links', which describes it", 1)]


def test_a_link_names_the_page_that_it_leads_to(piece: Composition) -> None:
    said = "the link to '#one' says 'Go to page 3: One', and was to say 'Go to page 2: One'"
    assert [message for message, *_ in _told(piece, CALL, AGAIN, ("#one", "Go to page 3: One"))] == [said]


def test_a_link_that_nobody_wrote_and_one_that_is_lost_are_told(piece: Composition) -> None:
    assert _told(piece, PAGE, ("https://a.org", "Open a.org")) == [
        ("a link leads to 'https://a.org', which no template wrote", "write it in a template, with 'links'", 1),
        ("the link to 'tel:988' is not in the file", "look for a style that hides its words", 0),
    ]


def test_a_link_without_words_is_told_where_the_language_has_some(piece: Composition) -> None:
    mute = replace(piece, html='<a href="tel:988">988</a>')
    assert _told(mute, ("tel:988", "tel:988")) == [
        ("the link to 'tel:988' does not say what it does", "give it an aria-label, or set it with 'links'", 0)
    ]
    assert _told(replace(mute, job=replace(mute.job, labels={"page": "Page"})), ("tel:988", "tel:988")) == []


def test_paper_has_no_links(piece: Composition) -> None:
    assert _told(replace(piece, edition=Edition.DESK), ("https://a.org", None)) == []


@pytest.mark.parametrize(("href", "written"), WRITTEN.items())
def test_an_address_is_compared_as_the_engine_writes_it(piece: Composition, href: str, written: str) -> None:
    one = replace(piece, html=f'<a href="{href}" aria-label="Open it">it</a>')
    assert _told(one, (written, "Open it")) == []
    assert [message for message, *_ in _told(one, (written, "Close it"))] == [
        f"the link to '{written}' says 'Close it', and was to say 'Open it'"
    ]


def test_an_address_that_holds_its_own_data_is_left_as_it_is(piece: Composition) -> None:
    assert _told(replace(piece, html='<a href="data:,a|é" aria-label="Open it">it</a>'), ("data:,a|é", "Open it")) == []


@pytest.mark.parametrize("href", ["", " ", "#", "#nowhere"])
def test_an_anchor_that_the_engine_makes_no_link_of_is_not_missed(piece: Composition, href: str) -> None:
    assert _told(replace(piece, html=f'<a href="{href}" aria-label="Open it">it</a>')) == []


def test_an_address_that_is_not_whole_is_told_once_and_without_the_folder(piece: Composition) -> None:
    one = replace(piece, html='<a href="forms/next%20one.html" aria-label="Open it">it</a>')
    assert _told(one, ("file:///home/me/forms/next%20one.html", "Open it")) == [
        (
            "a link leads to 'next one.html' on the computer that made the file",
            "write the whole address, from 'https://' on",
            1,
        )
    ]


def test_one_of_two_links_to_the_same_address_that_is_lost_is_told_by_its_words(piece: Composition) -> None:
    said = "the link to 'tel:988' that says 'Call 988 again' is not in the file"
    assert _told(piece, CALL, CALL, PAGE) == [(said, "look for a style that hides its words", 0)]
    other = "the link to 'tel:988' that says 'Call 988' is not in the file"
    assert [message for message, *_ in _told(piece, AGAIN, PAGE)] == [other]


def test_one_mute_link_does_not_excuse_the_others_with_its_address(piece: Composition) -> None:
    both = replace(piece, html='<a href="tel:988">call  988</a> <a href="tel:988" aria-label="Call 988">988</a>')
    mute = ("the link to 'tel:988' does not say what it does", "give it an aria-label, or set it with 'links'", 0)
    wrong = "the link to 'tel:988' says 'Call 911', and was to say 'Call 988'"
    assert _told(both, CALL, ("tel:988", "Call 911")) == [(wrong, "set it with 'links', which describes it", 1), mute]
    assert _told(both, CALL, ("tel:988", "call 988")) == [mute]
    assert _told(both, CALL, ("tel:988", "tel:988")) == [mute]
    wordless = replace(both, job=replace(both.job, labels={}))
    assert _told(wordless, CALL, ("tel:988", "call 988")) == []
    assert [message for message, *_ in _told(wordless, CALL, ("tel:988", "Call 911"))] == [wrong]


@pytest.mark.parametrize(
    "leads",
    [
        {},
        {"Dest": Array([0, Name.Fit])},
        {"A": Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))},
        {"A": Dictionary(S=Name.URI, URI=String(""))},
    ],
)
def test_a_link_that_leads_nowhere_that_can_be_read_is_told(piece: Composition, leads: dict[str, Any]) -> None:
    made = Made((100, 100))
    made.page("", Annots=[Dictionary(Subtype=Name.Link, Contents=String("Call 988"), **leads)])
    found = list(descriptions(PdfReader(io.BytesIO(made.written())), replace(piece, html="<p>none</p>")))
    assert [(one.message, one.help, one.page) for one in found] == [
        ("a link leads nowhere that can be read", "write it in a template, with 'links'", 1)
    ]


HIDDEN = "the link to 'tel:988' can be touched, and a screen reader is told to pass it over"


@pytest.mark.parametrize(
    "html",
    [
        '<a href="tel:988" aria-hidden="true" aria-label="Call 988">988</a>',
        '<p aria-hidden="true"><b><a href="tel:988">988</a></b></p>',
    ],
)
def test_a_link_that_is_hidden_from_a_screen_reader_is_told_as_that(piece: Composition, html: str) -> None:
    told = [(HIDDEN, "take 'aria-hidden' away, or set its words without a link", 1)]
    assert _told(replace(piece, html=html), ("tel:988", "tel:988")) == told
    beside = replace(piece, html=f'<p>{html} <a href="tel:988" aria-label="Call the line">988</a></p>')
    assert _told(beside, ("tel:988", "tel:988"), ("tel:988", "Call the line")) == told
    assert [message for message, *_ in _told(beside, ("tel:988", "Call 911"))] == [
        "the link to 'tel:988' says 'Call 911', and was to say 'Call the line'"
    ]
    assert _told(beside, ("tel:988", "Call the line")) == []


def test_a_link_with_a_hidden_drawing_in_it_is_not_hidden(piece: Composition) -> None:
    drawn = '<a href="tel:988" aria-label="Call 988" aria-hidden="false"><svg aria-hidden="true"></svg>988</a>'
    assert _told(replace(piece, html=drawn), CALL) == []


def test_the_engine_carries_the_attribute_that_templates_describe_links_with() -> None:
    assert tag_attributes.LABEL == LABEL


def _built(mini: Miniature, *anchors: str) -> list[tuple[str, str, int]]:
    """Return what is told of the links of the miniature's folded piece, with ``anchors`` on its front."""
    places = '<span id="größe">A</span>'
    mini.replace(
        "templates/documents/fold.html",
        "<h1>{{ job.title }}</h1>",
        f"<h1>{{{{ job.title }}}}</h1><p>{places} {' '.join(anchors)}</p>",
    )
    found = [one for one in mini.check("fold") if one.code == "PRE-107"]
    assert {one.edition for one in found} <= {"screen"}
    return [(one.message, one.help, one.page) for one in found]


def test_addresses_of_a_piece_that_was_set_are_those_that_were_composed(mini: Miniature) -> None:
    anchors = [f'<a href="{href}" aria-label="Open {n}">{n}</a>' for n, href in enumerate(WRITTEN)]
    assert (
        _built(mini, *anchors, '<a href="tel:911">call  911</a>', '<a href="tel:911" aria-label="Call 911">911</a>')
        == []
    )


def test_links_of_a_piece_that_was_set_are_told_where_they_are_lost_or_hidden_or_lead_to_a_file(
    mini: Miniature,
) -> None:
    told = _built(
        mini,
        '<a href="tel:988" aria-hidden="true" aria-label="Call 988">988</a>',
        '<a href="tel:911" aria-label="Call 911">911</a>',
        '<a href="tel:911" aria-label="Call 911 now" style="display: none">911</a>',
        '<a href="next.html" aria-label="Open it">it</a>',
    )
    assert [message for message, *_ in told] == [
        HIDDEN,
        "a link leads to 'next.html' on the computer that made the file",
        "the link to 'tel:911' that says 'Call 911 now' is not in the file",
    ]
