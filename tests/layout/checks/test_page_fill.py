"""How full the pages of a piece that flows are: at the limits, by columns, at the end of parts, and what is no page of the check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from brochures.geometry.box import Box
from brochures.geometry.pages import Art, MeasuredPage, MeasuredPages, Paragraph, Region
from brochures.layout.checks.page_fill import needless, short
from brochures.layout.checks.subject import Pages
from brochures.project.edition import FileKind
from brochures.resolve.job import Section
from tests.layout.checks.handmade import composed, line, panel, sheet
from tests.miniature import Miniature

AREA = Box(50, 100, 550, 1100)
"""The area of a page, 1000 pt high: ten pt are one per cent."""


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    return Miniature.copied_to(tmp_path_factory.mktemp("fill") / "project")


def _page(number: int, part: int, *reach: float, art: Sequence[Art] = (), kind: str = "page") -> MeasuredPage:
    """Return a page with a line of the part for each ``reach``, how deep it stands in per cent."""
    lines = tuple(line(Box(50, 100, 300, 100 + 10 * percent), paragraph=part) for percent in reach)
    return sheet(number, regions=[Region(kind, str(number), number, AREA, "", lines, tuple(art))])


def _pages(mini: Miniature, *sheets: MeasuredPage, slug: str = "pack", early: str = "") -> Pages:
    composition = composed(mini, slug=slug)
    job = composition.job
    sections = tuple(Section(f"p{at}", f"Part {at}", job.audience, (), may_end_early=early) for at in range(3))
    paragraphs = {at: Paragraph(at, "p", (), f"{at}-0", 15, 12) for at in range(3)}
    return Pages(replace(composition, job=replace(job, sections=sections)), MeasuredPages(sheets, paragraphs))


@pytest.mark.parametrize(
    ("percent", "weight"), [(39.9, "warning"), (40.0, "note"), (64.9, "note"), (65.0, None), (100.0, None)]
)
def test_a_page_is_told_below_65_and_warned_of_below_40(mini: Miniature, percent: float, weight: str | None) -> None:
    found = list(short(_pages(mini, _page(1, 0, percent))))
    assert [(one.code, str(one.severity)) for one in found] == ([("LAY-104", weight)] if weight else [])


def test_the_finding_says_where_how_full_and_what_is_left(mini: Miniature) -> None:
    (found,) = short(_pages(mini, _page(1, 0, 90), _page(2, 0, 20), _page(3, 1, 90)))
    assert found.message == "page 2, where 'Part 0' ends, is 20 % full: 800 pt are left below its last line"
    assert (found.page, found.area, found.place.file) == (2, (50, 100, 550, 1100), "content/packets/pack.yaml")
    (found,) = short(_pages(mini, _page(1, 0, 30), _page(2, 0, 90)))
    assert found.message == "page 1 is 30 % full: 700 pt are left below its last line"
    assert "break" in found.help


def test_of_columns_the_fuller_one_counts_and_a_picture_or_rule_is_as_good_as_words(mini: Miniature) -> None:
    rule = Art("box", "div", Box(50, 740, 550, 760), "0-0")
    assert not list(short(_pages(mini, _page(1, 0, 20, 70), _page(2, 0, 10, art=[rule]))))
    assert len(list(short(_pages(mini, _page(1, 0, 20, 60))))) == 1


def test_an_exception_is_for_the_page_that_ends_the_part(mini: Miniature) -> None:
    early = "A form begins a sheet."
    pages = _page(1, 0, 50), _page(2, 0, 20), _page(3, 1, 64)
    assert [one.page for one in short(_pages(mini, *pages, early=early))] == [1]
    assert not list(needless(_pages(mini, *pages[1:], early=early)))
    (told,) = needless(_pages(mini, _page(1, 0, 65), _page(2, 1, 50), early=early))
    assert told.message == "the part 'Part 0' may end early, and its last page, 1, is 65 % full"
    assert not list(needless(_pages(mini, _page(1, 0, 65), _page(2, 1, 50))))


def test_panels_folded_pieces_and_backs_that_stay_blank_are_no_pages_of_it(mini: Miniature) -> None:
    facsimile = sheet(1, regions=[Region("page", "1", 1, AREA, ""), panel("front", AREA)])
    back = replace(_page(2, 0), left_blank=True)
    assert not list(short(_pages(mini, facsimile, back)))
    assert not list(short(_pages(mini, _page(1, 0, 10), slug="fold")))
    assert [one.message.partition(":")[0] for one in short(_pages(mini, _page(1, 0)))] == ["page 1 is 0 % full"]


def test_a_sheet_beside_the_piece_is_no_page_of_it(mini: Miniature) -> None:
    pages = _pages(mini, _page(1, 0, 10))
    beside = replace(pages, composition=replace(pages.composition, kind=FileKind.INSTRUCTIONS))
    assert (len(list(short(pages))), len(list(short(beside)))) == (1, 0)


def test_a_part_that_ends_before_a_blank_back_ends_there(mini: Miniature) -> None:
    back = replace(_page(2, 0), left_blank=True)
    (found,) = short(_pages(mini, _page(1, 0, 30), back, _page(3, 1, 80)))
    assert "where 'Part 0' ends" in found.message
