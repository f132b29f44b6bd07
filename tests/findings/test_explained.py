"""Every code is explained in full, by records that are made into ``explain`` and the page of codes."""

from __future__ import annotations

import re

import pytest

from brochures.findings import codes
from brochures.findings.explained import Explained
from brochures.pipeline import explained
from brochures.project.paths import ROOT
from docs import make_codes

ALL = explained()

STANDARD = re.compile(
    r"(ISO \d+(-\d+)?, \d[\d.]*( (to|and) [\d.]+|, [\d.]+)*|ISO 15930-4|YAML 1\.2\.2, \d[\d.]*( to \d)?|WCAG 2\.2, \d[\d.]*(,? (and )?\d[\d.]*)*|GWG 2022, R\d{4}( (and|to) R\d{4})?"
    r"|CDC Clear Communication Index, item \d|HTML Standard, \d[\d.]*|Content Security Policy Level \d, \d[\d.]*|CSS [A-Z][\w ]+ Level \d, \d[\d.]*|WCAG 2\.1, \d[\d.]+)"
)
"""A clause of a standard, as a source is written."""

INSIDE = re.compile(r"print[-]production|engine[ ]fact|architecture[:]|issue[ ]of|checks? \d", re.IGNORECASE)
"""What would cite a document that is not in the repository."""


def _headings(page: str) -> set[str]:
    return set(re.findall(r"^#+ (.+)$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE))


def test_every_code_is_of_a_family_and_every_family_has_codes() -> None:
    assert list(ALL) == sorted(codes.ALL, key=list(ALL).index)
    assert set(ALL) == set(codes.ALL)
    assert {one.family for one in ALL.values()} == set(codes.FAMILIES)


@pytest.mark.parametrize("one", ALL.values(), ids=lambda one: one.code.name)
def test_a_record_is_complete(one: Explained) -> None:
    code = one.code
    assert one.looks_for
    assert one.sources
    assert bool(code.looks_for) == bool(code.source)
    assert code.mend[0].isupper()
    assert code.mend.endswith(".")
    assert bool(code.bad) == bool(code.good)
    assert code.bad != code.good or not code.bad


@pytest.mark.parametrize("one", ALL.values(), ids=lambda one: one.code.name)
def test_what_is_looked_for_stands_beside_the_checks_where_there_are_any(one: Explained) -> None:
    found_by_checks = set(one.looks_for) - {one.code.looks_for}
    assert bool(found_by_checks) != bool(one.code.looks_for)


@pytest.mark.parametrize("one", ALL.values(), ids=lambda one: one.code.name)
def test_a_source_is_a_clause_or_a_heading_of_a_page_that_is_there(one: Explained) -> None:
    for source in one.sources:
        page, _, heading = source.partition(", ")
        if page.startswith("docs/"):
            assert heading in _headings(page), source
        else:
            assert STANDARD.fullmatch(source), source


@pytest.mark.parametrize("one", ALL.values(), ids=lambda one: one.code.name)
def test_nothing_that_a_reader_sees_cites_what_he_cannot_have(one: Explained) -> None:
    assert not INSIDE.search(one.as_text())


def test_a_code_is_explained_with_all_that_its_checks_look_for() -> None:
    told = ALL["PRS-201"].as_text().splitlines()
    assert told[0] == "PRS-201 (error): a press sheet whose boxes are not right"
    assert told[4].startswith("looks for: pages without a trim, bleed or media box")
    assert told[5] == "           pages of another trim size than the first"
    assert told[6] == "source:    ISO 15930-7, 6.11"
    assert told[-2].startswith("bad:       ")


def test_the_page_of_codes_is_of_today() -> None:
    page = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    assert page == make_codes.page(), "docs/codes.md is out of date: run 'make docs'"


def test_every_code_has_its_heading_and_the_links_of_the_list_lead_there() -> None:
    page = make_codes.page()
    assert re.findall(r"^### (.+)$", page, re.MULTILINE) == list(ALL)
    assert re.findall(r"^\| \[(.+)\]\(#(.+)\) \|", page, re.MULTILINE) == [(name, name.lower()) for name in ALL]


def test_a_source_in_docs_is_a_link() -> None:
    assert "[docs/print.md, PDF/X-4 and PDF/X-1a](print.md#pdfx-4-and-pdfx-1a)" in make_codes.page()
