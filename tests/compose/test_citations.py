from __future__ import annotations

from typing import Any

import pytest

from brochures.compose import citations
from brochures.compose.citations import Reference, references
from brochures.compose.html import compose, compose_again
from brochures.compose.templates import Templates
from brochures.compose.typography import JOINER
from brochures.design.styles import CITATION_STYLE, Styles
from brochures.findings import BrochureError
from brochures.load.model.sources import Citation
from brochures.project.edition import Edition
from brochures.project.paths import HOUSE
from brochures.resolve.job import Source
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature


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


def test_the_list_of_a_piece_is_set_once_for_all_its_editions(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[int] = []
    really = citations._formatted

    def counted(*args: Any) -> Any:
        ran.append(1)
        return really(*args)

    monkeypatch.setattr(citations, "_formatted", counted)
    citations._references.cache_clear()
    templates, job = Templates.read(mini.shop), resolve(mini.shop, mini.load(), "pack")
    for edition in (Edition.SCREEN, Edition.DESK):
        (composition, *_) = compose(templates, job, edition, proof=False)
        assert len(composition.listed) == 2
        compose_again(templates, composition, composition.fit)
    assert ran == [1]


def test_a_style_that_cannot_be_read_is_missed_where_something_is_cited(mini: Miniature) -> None:
    (mini.root / "styles" / CITATION_STYLE).unlink()
    templates = Templates.read(mini.shop)
    assert references({}, templates.styles) == ()
    with pytest.raises(BrochureError) as refused:
        compose(templates, resolve(mini.shop, mini.load(), "pack"), Edition.SCREEN, proof=False)
    (finding,) = refused.value.findings
    assert finding.place.file == f"styles/{CITATION_STYLE.as_posix()}"
