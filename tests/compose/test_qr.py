"""QR codes: where a printed one leads is read off the finished page, and nobody can type an address for it."""

from __future__ import annotations

import pytest

from brochures.compose.qr import QUIET, code
from brochures.load.model.sources import Citation
from tests.miniature import Miniature

pytestmark = pytest.mark.slow

DOI = "https://doi.org/10.1000/mini.1"
WEBSITE = "https://example.edu/clinic"


def test_a_printed_code_leads_to_exactly_the_address_of_its_record(built: Miniature) -> None:
    assert set(built.facts("pack.screen").codes) == {DOI, WEBSITE}


def test_the_address_stands_beside_the_code_and_is_a_link_on_the_screen(built: Miniature) -> None:
    facts = built.facts("pack.screen")
    for address in (DOI, WEBSITE):
        assert f": {address}" in facts.texts[-1]
        assert {link.page for link in facts.links if link.uri == address} >= {len(facts.texts)}


def test_the_alternative_text_says_where_the_code_leads(built: Miniature) -> None:
    alts = [figure.alt for figure in built.facts("pack.screen").tree.all("Figure")]
    assert [alt for alt in alts if alt.startswith("Leads to")] == [f"Leads to {DOI}", f"Leads to {WEBSITE}"]


def test_a_source_that_a_code_leads_to_is_cited(mini: Miniature) -> None:
    mini.replace("content/packets/pack.yaml", "      - statement: ketamine.effects\n", "")
    assert mini.build("pack").findings == ()
    assert "A miniature trial" in mini.facts("pack.screen").texts[-1]


def test_a_website_that_is_missing_is_a_blank_and_keeps_the_piece_a_proof(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", f"website: {WEBSITE}", "website:")
    report = mini.build("pack")
    assert [(finding.code, finding.is_error) for finding in report.findings] == [("REL-101", False)]
    assert set(mini.facts("pack.screen").codes) == {DOI}


@pytest.mark.parametrize(
    "typed",
    [
        "{title: Here, address: https://example.org}",
        "{title: Here, source: https://example.org}",
        "{title: Here, clinic: https://example.org}",
        "{title: Here, source: mini-trial, helpline: emergency-911}",
        "{title: Here}",
    ],
)
def test_an_address_cannot_be_typed(mini: Miniature, typed: str) -> None:
    mini.replace("content/packets/pack.yaml", "{title: The trial, source: mini-trial}", typed)
    found = mini.check("pack")
    assert found
    assert {finding.code[:3] for finding in found} == {"LOD"}


@pytest.mark.parametrize("address", [DOI, WEBSITE, "https://example.org/" + "long" * 40])
def test_a_code_is_drawn_in_whole_modules_with_its_quiet_zone(address: str) -> None:
    drawn = code(address)
    assert drawn.quiet == QUIET == 4
    assert drawn.modules % 4 == 1
    assert drawn.path.startswith("M0 0h7v1h-7z")
    assert drawn == code(address)


def test_a_code_is_drawn_as_vectors(built: Miniature) -> None:
    page = built.facts("pack.screen").file.pages[-1]
    assert len(page.images) == 0
    assert page.get_contents().get_data().count(b" l") > 200


@pytest.mark.parametrize(
    ("doi", "address"),
    [
        ("10.1000/mini.1", DOI),
        ("10.1016/S0740-5472(02)00275-1", "https://doi.org/10.1016/S0740-5472(02)00275-1"),
        ("10.1002/1521<19::A>3.0", "https://doi.org/10.1002/1521%3C19::A%3E3.0"),
    ],
)
def test_a_doi_is_an_address_with_its_odd_signs_escaped(doi: str, address: str) -> None:
    cite = Citation(type="article-journal", title="A", DOI=doi, URL="https://example.org")
    assert cite.address == address


def test_the_reference_list_links_to_the_same_address(built: Miniature) -> None:
    assert [link.uri for link in built.facts("pack.screen").links].count(DOI) == 2
