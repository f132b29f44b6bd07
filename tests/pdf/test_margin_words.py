"""What the margins say and a listener must hear: put where its page begins, once, and behind its heading."""

from __future__ import annotations

import re

import pytest

from brochures.engine.typesetter import Typesetter
from tests.facts import Facts
from tests.pdf.tagged import facts_of
from tests.real import RealDocuments

FIRST = "@page :first { @top-left { --heard: yes } }"
NEXT = "<p style='break-before: page'>two</p>"


def _tags(facts: Facts) -> list[tuple[str, str]]:
    return [(kid.tag, kid.text) for kid in facts.tree.kids]


def test_what_is_to_be_heard_is_read_where_its_page_begins_and_nowhere_else(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, "<p>one</p>" + NEXT, FIRST)
    assert _tags(facts) == [("P", "running head"), ("P", "one"), ("P", "two")]
    assert all("running head" in text for text in facts.texts)


def test_it_comes_behind_the_heading_of_its_page(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, "<p>part 1</p><h1>Title</h1><p>one</p>" + NEXT, FIRST)
    assert _tags(facts)[:3] == [("P", "part 1"), ("H1", "Title"), ("P", "running head")]


def test_a_heading_of_another_page_is_not_its_heading(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, "<p>one</p><h1 style='break-before: page'>Title</h1>", FIRST)
    assert _tags(facts) == [("P", "running head"), ("P", "one"), ("H1", "Title")]


def test_it_does_not_stand_in_a_table_or_list_with_which_its_page_begins(typesetter: Typesetter) -> None:
    second = "@page :nth(2) { @top-left { --heard: yes } } li { height: 60pt }"
    facts = facts_of(typesetter, "<ul>" + "".join(f"<li>{number}" for number in range(5)) + "</ul><p>end</p>", second)
    assert [tag for tag, _ in _tags(facts)] == ["P", "L", "P"]


def test_without_the_wish_nothing_of_the_margins_is_read(typesetter: Typesetter) -> None:
    assert facts_of(typesetter, "<p>one</p>").tree.text == "one"


@pytest.mark.slow
@pytest.mark.parametrize(
    "slug",
    [
        "patient-guide",
        "referral-packet",
        "pattern-book",
        "editorial-notes",
        "ketamine-facts",
        "program-trifold",
        "evidence-brief",
        "crisis-card",
    ],
)
def test_that_a_file_is_a_proof_is_heard_once_and_early(real: RealDocuments, slug: str) -> None:
    said = real.facts(f"{slug}.screen").tree.text
    assert said.count("PROOF · Not reviewed. Do not hand out.") == 1
    assert said.index("PROOF") < len(said) / 2


@pytest.mark.slow
def test_each_form_says_once_whose_it_is_and_how_many_sheets_it_has(real: RealDocuments) -> None:
    said = real.facts("referral-packet.screen").tree.text
    assert re.findall(r", sheet 1 of (\d) ", said) == list("4212221112")
    assert said.count(", sheet ") == 10
    assert "Referral form, sheet 1 of 4" in said
    assert said.count("Referral packet Patient Born") == 7
