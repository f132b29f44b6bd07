from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from brochures.compose import citations
from brochures.compose.citations import Reference, references
from brochures.compose.html import compose, compose_again
from brochures.compose.templates import Templates
from brochures.compose.typography import JOINER, unbroken
from brochures.design.styles import CITATION_STYLE, Styles
from brochures.findings import BrochureError
from brochures.load.model.sources import Citation
from brochures.project.edition import Edition
from brochures.project.paths import ROOT
from brochures.resolve.job import CitedSource
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature


def _listed(**cite: object) -> Reference:
    source = CitedSource("one", "One", Citation.model_validate(cite))
    return references({"one": source}, Styles.read(ROOT / "styles"))[0]


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


def test_an_initial_keeps_its_accent() -> None:
    paper = _listed(
        type="article-journal",
        title="A trial of cafe\u0301s",
        author=[{"family": "Nguyen", "given": "\xc1nh D\u01b0\u01a1ng"}],
    )
    assert "Nguyen \xc1D" in paper.html
    assert "A trial of caf\xe9s" in paper.html


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
    templates, job = Templates.read(mini.project), resolve(mini.project, mini.load(), "pack")
    for edition in (Edition.SCREEN, Edition.DESK):
        (composition, *_) = compose(templates, job, edition, proof=False)
        assert len(composition.listed) == 2
        compose_again(templates, composition, composition.fit)
    assert ran == [1]


def test_a_style_that_cannot_be_read_is_missed_where_something_is_cited(mini: Miniature) -> None:
    (mini.root / "styles" / CITATION_STYLE).unlink()
    templates = Templates.read(mini.project)
    assert references({}, templates.styles) == ()
    with pytest.raises(BrochureError) as refused:
        compose(templates, resolve(mini.project, mini.load(), "pack"), Edition.SCREEN, proof=False)
    (finding,) = refused.value.findings
    assert finding.place.file == f"styles/{CITATION_STYLE.as_posix()}"


J = JOINER
PAPER = {
    "type": "article-journal", "title": "A trial of care", "author": [{"family": "Small", "given": "A. B."}, {"family": "Tall", "given": "C."}],
    "issued": {"year": "2020", "month": "3", "day": "4"}, "container_title": "Journal of Small Things", "volume": "1", "issue": "2", "page": "3-4",
}  # fmt: skip


@pytest.mark.parametrize(
    ("cite", "text"),
    [
        (PAPER, "Small AB, Tall C. A trial of care. <i>Journal of Small Things</i>. 2020;1(2):3-4."),
        ({**PAPER, "et_al": True}, "Small AB, Tall C, et al. A trial of care. <i>Journal of Small Things</i>. 2020;1(2):3-4."),
        (
            {"type": "webpage", "title": "Ketamine", "author": [{"literal": "Agency"}], "URL": "https://example.org/a-b", "accessed": {"year": "2026", "month": "1", "day": "2"}},
            f"Agency. Ketamine. Accessed January 2, 2026. https://{J}example.{J}org/{J}a-{J}b",
        ),
        ({"type": "report", "title": "Facing it", "publisher": "House", "issued": {"year": "2016"}}, "<i>Facing It</i>. House; 2016."),
        ({"type": "book", "title": "A book", "author": [{"family": "Tall", "given": "C"}], "publisher": "House", "issued": {"year": "2010"}}, "Tall C. <i>A Book</i>. House; 2010."),
        ({"type": "legislation", "title": "An Act, 18 USC 220", "issued": {"year": "2018"}}, "An Act, 18 USC 220. 2018."),
    ],
)  # fmt: skip
def test_a_reference_is_set_in_ama_style(cite: dict[str, object], text: str) -> None:
    assert str(_listed(**cite).html) == text


@pytest.mark.parametrize(("more", "whole"), [(29, True), (30, False)])
def test_an_address_of_50_letters_is_kept_whole_and_a_longer_one_may_break(more: int, *, whole: bool) -> None:
    address = f"https://example.org/{'x' * more}/"
    assert len(address) == 50 + (not whole)
    law = _listed(type="legislation", title="An Act", URL=address)
    kept = (
        address.replace("//e", f"//{J}e").replace("e.o", f"e.{J}o").replace("g/x", f"g/{J}x")
        if whole
        else unbroken(address)
    )
    assert str(law.html) == f"An Act. {kept}"
    assert str(law.linked) == f'An Act. <a href="{address}">{kept}</a>'


def test_references_are_numbered_in_their_order() -> None:
    sources = {
        name: CitedSource(name, name.upper(), Citation.model_validate({"type": "book", "title": f"Book {name}"}))
        for name in ("two", "one")
    }
    listed = references(sources, Styles.read(ROOT / "styles"))
    assert [(one.number, one.name, one.short, str(one.html)) for one in listed] == [
        (1, "two", "TWO", "<i>Book Two</i>. "),
        (2, "one", "ONE", "<i>Book One</i>. "),
    ]


@pytest.mark.parametrize("style", [b"", b"no style", None])
def test_a_style_that_cannot_be_read_is_a_finding(style: bytes | None) -> None:
    styles = replace(Styles.read(ROOT / "styles"), citation_style=style)
    source = CitedSource("one", "One", Citation.model_validate({"type": "book", "title": "T"}))
    with pytest.raises(BrochureError) as refused:
        references({"one": source}, styles)
    (found,) = refused.value.findings
    assert found.message.startswith("the citation style cannot be read: ")
    assert found.place.file.startswith("styles/")
    assert found.help == "restore it from version control"
    assert references({}, styles) == ()


@pytest.mark.parametrize(
    ("cite", "text"),
    [
        ({"type": "article-journal", "author": [{"family": "Small", "given": "A"}], "container_title": "Journal", "issued": {"year": "2025"}}, "Small A. <i>Journal</i>. Published online 2025."),
        ({"type": "report", "author": [{"literal": "Society"}], "publisher": "House", "issued": {"year": "2026"}}, "Society. House; 2026."),
    ],
)  # fmt: skip
def test_a_title_that_nobody_read_is_not_printed(cite: dict[str, object], text: str) -> None:
    listed = _listed(**cite, working_title="A review of something")
    assert str(listed.html) == text
    assert listed.untitled
    assert not _listed(**cite, title="A review").untitled
