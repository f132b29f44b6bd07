from __future__ import annotations

from dataclasses import replace

import pytest

from brochures.geometry.box import Box
from brochures.geometry.pages import SIDES, Art, Line, MeasuredPage, MeasuredPages, Paragraph, Region


def _line(paragraph: int, top: float, text: str = "some words here") -> Line:
    return Line(paragraph, Box(0, top, 100, top + 10), top + 8, 10, text)


def _paragraph(number: int, role: str = "", tag: str = "p") -> Paragraph:
    return Paragraph(number, tag, (), "", 12, 10, role)


def _region(kind: str, name: str, page: int) -> Region:
    return Region(kind, name, page, Box(0, 0, 100, 100), "")


def test_a_line_has_as_many_words_as_are_parted_by_spaces() -> None:
    assert [_line(1, 0, text).words for text in ("", "one", "one  two", " one two three ")] == [0, 1, 2, 3]


@pytest.mark.parametrize("tag", ["h1", "h2", "h3", "h4", "h5", "h6", "caption"])
def test_a_title_heads_what_comes_after_it(tag: str) -> None:
    assert _paragraph(1, tag=tag).is_heading


@pytest.mark.parametrize("tag", ["p", "li", "td", "th", "header"])
def test_other_paragraphs_head_nothing(tag: str) -> None:
    assert not _paragraph(1, tag=tag).is_heading


def test_a_region_that_was_turned_lies_on_the_sheet_where_its_frame_is() -> None:
    plain = _region("panel", "front", 1)
    assert plain.on_sheet == plain.box
    assert replace(plain, frame=Box(5, 6, 7, 8)).on_sheet == Box(5, 6, 7, 8)


def test_the_trim_begins_in_the_top_left_corner() -> None:
    assert MeasuredPage(1, 612, 792).trim == Box(0, 0, 612, 792)


def test_what_nothing_was_said_of_is_not_so() -> None:
    page, region = MeasuredPage(1, 612, 792), _region("panel", "a", 1)
    assert not any([page.regions, page.lines, page.art, page.rows, page.tables, page.flows])
    assert not any([region.lines, region.art, region.kept, region.frame])
    art, line, paragraph = Art("box", "ground", region.box), _line(1, 0), _paragraph(1)
    assert not any([art.block, art.logo, art.crossover, art.bleed])
    assert not any([line.ends, line.generated, paragraph.role, paragraph.region, paragraph.crossover])


def test_words_are_looked_for_below_a_region_first_and_left_of_it_last() -> None:
    assert SIDES == ("bottom", "top", "right", "left")


def test_regions_and_panels_are_told_page_by_page() -> None:
    first = MeasuredPage(1, 10, 10, regions=(_region("panel", "a", 1), _region("field", "b", 1)))
    second = MeasuredPage(2, 10, 10, regions=(_region("cell", "c", 2), _region("panel", "d", 2)))
    sheets = MeasuredPages((first, second))
    assert [region.name for region in sheets.regions] == ["a", "b", "c", "d"]
    assert [region.name for region in sheets.panels] == ["a", "d"]


def test_running_heads_are_no_part_of_the_body_and_the_heads_of_tables_are() -> None:
    page = MeasuredPage(1, 10, 10, lines=(_line(1, 0), _line(2, 20), _line(3, 40)))
    sheets = MeasuredPages((page,), {1: _paragraph(1, "margin"), 2: _paragraph(2), 3: _paragraph(3, "head")})
    assert [line.paragraph for line in sheets.body(page)] == [2, 3]


def test_a_paragraph_has_a_fragment_for_each_page_and_each_column_that_it_stands_in() -> None:
    one = MeasuredPage(1, 10, 10, lines=(_line(7, 50), _line(7, 60), _line(7, 0), _line(7, 0), _line(8, 10)))
    two = MeasuredPage(2, 10, 10, lines=(_line(7, 70), _line(9, 80)))
    sheets = MeasuredPages((one, two), {7: _paragraph(7), 8: _paragraph(8), 9: _paragraph(9, "margin")})
    assert [
        (paragraph.number, [(page, [line.box.top for line in lines]) for page, lines in fragments])
        for paragraph, fragments in sheets.runs()
    ] == [(7, [(1, [50, 60]), (1, [0, 0]), (2, [70])]), (8, [(1, [10])])]
