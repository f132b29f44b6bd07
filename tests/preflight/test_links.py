"""Links of a finished file, held against what was composed: each leads somewhere and says what it does, in words."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.preflight.links import descriptions
from brochures.project.edition import Edition
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature
from tests.separations.handmade import Made

HTML = """<p><a href="tel:988" aria-label="Call 988">988</a> <a href="tel:988" aria-label="Call 988 again">988</a>
<a href="#one" aria-label="Go to page {page}: One">One</a> <a>no link</a> <a name="x">none</a></p>"""
CALL, PAGE = ("tel:988", "Call 988"), ("#one", "Go to page 2: One")


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    made = composed(Miniature.copied_to(tmp_path_factory.mktemp("links") / "project"))
    return replace(made, html=HTML, job=replace(made.job, labels={"link.call": "Call {number}"}))


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
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=[String("one"), Array([pdf.pages[1].obj, Name.XYZ, 0, 0, 0])]))
    written = io.BytesIO()
    pdf.save(written)
    return PdfReader(written)


def _told(piece: Composition, *links: tuple[str, str | None]) -> list[tuple[str, str, int]]:
    found = list(descriptions(_file(*links), piece))
    assert {one.code for one in found} <= {"PRE-107"}
    return [(one.message, one.help, one.page) for one in found]


def test_links_that_say_what_was_composed_are_good(piece: Composition) -> None:
    assert _told(piece, CALL, CALL, ("tel:988", "Call 988 again"), PAGE) == []
    assert _told(piece, CALL, PAGE, ("", "leads nowhere")) == []


@pytest.mark.parametrize("words", ["tel:988", "", None, "Call 911"])
def test_a_link_that_says_something_else_is_told_with_its_page(piece: Composition, words: str | None) -> None:
    said = f"the link to 'tel:988' says '{words or ''}', and was to say 'Call 988' or 'Call 988 again'"
    assert _told(piece, ("tel:988", words), CALL, PAGE) == [(said, "set it with 'links', which describes it", 1)]


def test_a_link_names_the_page_that_it_leads_to(piece: Composition) -> None:
    said = "the link to '#one' says 'Go to page 3: One', and was to say 'Go to page 2: One'"
    assert [message for message, *_ in _told(piece, CALL, ("#one", "Go to page 3: One"))] == [said]


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
