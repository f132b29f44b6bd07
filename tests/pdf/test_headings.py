"""Titles of notices as headings, and bookmarks in the order of reading."""

from __future__ import annotations

import pytest

from brochures.engine.typesetter import Typesetter
from tests.pdf.tagged import facts_of, tree_of
from tests.real import RealDocuments

NOTICE = "<p data-tag='H'>Stop</p>"


@pytest.mark.parametrize(
    ("before", "tag"),
    [
        ("<h1>a</h1>", "H2"),
        ("<h1>a</h1><h2>b</h2>", "H3"),
        ("<h1>a</h1><h2>b</h2><h3>c</h3>", "H3"),
        ("<h1>a</h1><h2>b</h2>" + NOTICE, "H3"),
        ("<p>a</p>", "P"),
    ],
)
def test_the_title_of_a_notice_is_one_level_below_the_heading_before_it(
    typesetter: Typesetter, before: str, tag: str
) -> None:
    assert [
        one.tag for one in tree_of(typesetter, before + NOTICE).all("P", "H1", "H2", "H3", "H4") if one.text == "Stop"
    ][-1] == tag


PANELS = """<section data-order='2'><h2>second</h2><h3>below it</h3></section><section data-order='3'><h2>third</h2></section>
<section data-order='1' style='break-before: page'><h2>first</h2></section>"""


def test_bookmarks_come_in_the_order_of_reading_each_with_those_below_it(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, PANELS)
    assert facts.outline == [(0, "first", 2), (0, "second", 1), (1, "below it", 1), (0, "third", 1)]


def test_two_bookmarks_of_the_same_words_keep_their_places(typesetter: Typesetter) -> None:
    same = PANELS.replace("third", "second")
    assert [title for _, title, _ in facts_of(typesetter, same).outline] == ["first", "second", "below it", "second"]


def test_a_heading_that_is_read_before_others_holds_them_whatever_stands_between(typesetter: Typesetter) -> None:
    """A part of a packet that shows a brochure: its title stands behind the panels, and is read before them."""
    panels = """<section data-order='1'><h1>before</h1></section><section data-order='3'><h2>panel</h2></section>
    <h1 data-order='2'>part</h1><section data-order='4'><h2>other</h2></section>"""
    assert facts_of(typesetter, panels).outline == [(0, "before", 1), (0, "part", 1), (1, "panel", 1), (1, "other", 1)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "slug", ["program-trifold", "family-guide", "ketamine-facts", "evidence-brief", "patient-guide", "referral-packet"]
)
def test_real_bookmarks_come_as_the_words_do_and_lead_to_whom_to_call(real: RealDocuments, slug: str) -> None:
    facts = real.facts(f"{slug}.screen")
    titles = ["".join(title.split()) for _, title, _ in facts.outline]
    said = ["".join(one.text.split()) for one in facts.tree.all("H1", "H2", "H3")]
    at = 0
    for title in titles:
        at = said.index(title, at) + 1
    assert any(word in title for title in titles for word in ("suicide", "danger", "crisis", "Whotocall"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("evidence-brief", "Contraindications"),
        ("program-trifold", "Who should not have ketamine"),
        ("program-trifold", "An overdose: naloxone and 911"),
        ("treatment-day-card", "Going home"),
    ],
)
def test_a_warning_is_reached_by_its_heading(real: RealDocuments, slug: str, title: str) -> None:
    assert title in [one.text for one in real.facts(f"{slug}.screen").tree.all("H2", "H3")]
