"""The way from a source in the list back to the first words that rest on it."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from brochures.compose.cited_places import with_ways_back
from brochures.compose.links import Links
from tests.real import RealDocuments

LABELS = {"link.back": "Back to page {page}, source {number}", "link.sources": "Sources {first} to {last}"}
SCREEN = Links(LABELS, active=True)


def test_a_number_leads_back_to_the_first_link_to_its_source() -> None:
    cites = '<a href="#reference-1">1</a>'
    assert with_ways_back(f"{cites} {cites} {SCREEN.back(1, '1.')}") == (
        '<a id="cited-1" href="#reference-1">1</a> <a href="#reference-1">1</a> '
        '<a href="#cited-1" aria-label="Back to page {page}, source 1">1.</a>'
    )


def test_a_source_inside_a_range_is_cited_by_its_dash() -> None:
    html = with_ways_back(SCREEN.between(2, 4, Markup("-")) + SCREEN.back(2, "2.") + SCREEN.back(4, "4."))
    assert html.startswith('<a id="cited-2" href="#reference-2" aria-label="Sources 2 to 4">-</a>')
    assert re.findall('href="(#cited-.)" aria-label="Back to page {page}, source (.)"', html) == [
        ("#cited-2", "2"),
        ("#cited-2", "4"),
    ]


def test_a_number_that_no_link_cites_leads_nowhere() -> None:
    assert with_ways_back(SCREEN.back(1, "1.")) == "1."


def test_on_paper_there_is_no_way_back() -> None:
    assert Links(LABELS, active=False).back(1, "1.") == "1."


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["program-trifold", "evidence-brief", "patient-guide", "referral-packet"])
def test_every_source_of_a_real_piece_leads_back_to_where_it_is_cited(real: RealDocuments, slug: str) -> None:
    facts = real.facts(f"{slug}.screen")
    names = set(facts.file.named_destinations)
    sources = {name.partition("-")[2] for name in names if name.startswith("reference-")}
    held = [note.get_object() for page in facts.file.pages for note in page.get("/Annots", ())]
    notes = [note for note in held if note["/Subtype"] == "/Link"]
    said = [str(note["/Contents"]) for note in notes]
    back = {
        number
        for words in said
        for number in re.findall(r"^Go back to page \d+, where source (\d+) is cited first$", words)
    }
    led = {str(note.get("/Dest", "")) for note in notes}
    assert back <= sources
    assert {number for number in sources - back if f"reference-{number}" in led} == set()
    assert len(back) >= len(sources) * 0.9
    assert {str(note["/Dest"]) for note in notes if str(note.get("/Dest", "")).startswith("cited-")} <= names
