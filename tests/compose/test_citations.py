from __future__ import annotations

from brochures.compose.citations import Reference, references
from brochures.compose.typography import JOINER
from brochures.design.styles import Styles
from brochures.load.model.sources import Citation
from brochures.project.paths import HOUSE
from brochures.resolve.job import Source


def _listed(**cite: object) -> Reference:
    source = Source("one", "One", Citation.model_validate(cite))
    return references({"one": source}, Styles.read(HOUSE / "styles"))[0]


def test_a_law_without_an_author_names_its_title_once() -> None:
    law = _listed(type="legislation", title="Eliminating Kickbacks in Recovery Act, 18 USC 220")
    assert law.html.count("Kickbacks") == 1


def test_a_report_without_an_author_names_its_title_once() -> None:
    report = _listed(type="report", title="Facing addiction in America", issued={"year": "2016"})
    assert report.html.lower().count("facing addiction") == 1
    assert "2016" in report.html


def test_a_title_that_follows_its_author_stays() -> None:
    page = _listed(type="webpage", title="Ketamine", author=[{"literal": "National Institute on Drug Abuse"}])
    assert page.html.startswith("National Institute on Drug Abuse. Ketamine.")


def test_a_doi_is_a_link_and_never_parts_from_its_label() -> None:
    paper = _listed(type="article-journal", title="A trial", DOI="10.1000/mini.1")
    assert (
        f'<a href="https://doi.org/10.1000/mini.1">doi:{JOINER}10.{JOINER}1000/{JOINER}mini.{JOINER}1</a>'
        in paper.linked
    )
    assert "<a" not in paper.html


def test_signs_of_html_in_a_title_are_printed_as_they_are() -> None:
    paper = _listed(type="article-journal", title="Dose < 1 & rising")
    assert "&lt; 1 &amp; rising" in paper.html
