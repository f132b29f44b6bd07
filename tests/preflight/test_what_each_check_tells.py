"""Each check of tags, links, actions, claims, bookmarks, letters and boxes by itself, on a small file: quiet on the good one, and its words on a bad one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from brochures.engine.typesetter import Typesetter
from brochures.findings.check import Check
from brochures.preflight import (
    active_content,
    bookmarks,
    file_structure,
    glyph_outlines,
    link_ends,
    own_claims,
    structure_marks,
    structure_roles,
    structure_tables,
)
from tests.preflight.small_file import SmallFile, small_file
from tests.trials.pdf_surgery import elements, fonts, links
from tests.trials.screen_damages import TOLD


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, typesetter: Typesetter) -> SmallFile:
    return small_file(tmp_path_factory.mktemp("told"), typesetter)


TABLE = "table 1 ('What was given Trial Dose People First 0.5…'): "
CASES: tuple[tuple[Check[Any], str, list[str]], ...] = (
    (structure_roles.roles, "headings of level 2 are paragraphs", ["'Doses' is a paragraph in the file, and was composed as a heading of level 2"]),
    (structure_roles.roles, "an item is a division", ["'Walk.' is a list in the file, and was composed as an item in a list"]),
    (structure_roles.roles, "two items are one", ["'Eat well.' stands in an item of the file that is not the one of the piece: two are one there, or one is two"]),
    (structure_roles.roles, "words are an artifact", ["'Care at home' stands in no element of the tags: a screen reader passes it over"]),
    (structure_roles.pictures, "two pictures have each other's texts", ["picture 1 says 'A tree', and was to say 'A leaf'"]),
    (structure_roles.pictures, "a picture is no picture", ["picture 1 ('A leaf') is tagged as 'Span'", "picture 2 ('A tree') is tagged as 'Span'"]),
    (structure_roles.spoken, "a paragraph in another language", ["a paragraph is said to be in the language 'fr', which the piece does not have"]),
    (structure_roles.spoken, "roles stand for others", ["the tags have a /RoleMap: what they are called is not what they are"]),
    (structure_roles.spoken, "a paragraph is heard otherwise", ["a paragraph holds other words ('Call 911'), heard in the place of those on the page"]),
    (structure_roles.spoken, "a mark is heard otherwise", ["a mark on the page holds other words, heard in the place of those that are printed"]),
    (structure_tables.tables, "tables are divisions", ["the file has 0 tables in its tags, and the piece 1"]),
    (structure_tables.tables, "one heading cell is a cell", [TABLE + "cell 1 of row 3 is a cell in the file, and was composed as a heading cell of a row"]),
    (structure_tables.tables, "a cell spans two columns", [TABLE + "cell 3 of row 3 is a cell over 2 columns and 1 row in the file, and was composed as a cell"]),
    (structure_tables.tables, "a cell names no heading", [TABLE + "cell 2 of row 2 does not name its 2 headings"]),
    (structure_tables.tables, "a cell names a heading of another column", [TABLE + "cell 2 of row 2 names a heading of another row or column as its own"]),
    (structure_tables.tables, "a row lacks its last cell", [TABLE + "row 1 has 2 cells in the file, and was composed of 3"]),
    (structure_tables.tables, "rows are divisions", [TABLE + "it has 0 rows in the file, and was composed of 3"]),
    (structure_tables.tables, "the head of a table is a body", [TABLE + "row 1 stands in the body of a table in the file, and was composed in the head of a table"]),
    (structure_marks.marks, "a mark is in two elements", ["of the marks of the page 1 (1) are in two elements of the tags"]),
    (structure_marks.marks, "a mark that no page has", ["of the marks of the page 1 (0) are in no element of the tags", "of the marks of the page 1 (9999) are named in the tags and are not on the page"]),
    (structure_marks.painted, "drawings are not painted", ["the picture 'A leaf' is in the tags, and the page paints nothing in its place"]),
    (structure_marks.parents, "no parent tree", ["the tags have no parent tree"]),
    (structure_marks.parents, "a mark has no parent", ["the parent tree does not lead from the page back to its tags (1 difference)"]),
    (structure_marks.parents, "a link has another parent", ["of the annotations of the page 1 (5) are not in the one element of the tags that they name"]),
    (structure_marks.parents, "an element names another as its parent", ["of the elements of the tags 1 lies in another one than named"]),
    (structure_marks.parents, "no order for the tab key", ["the tab key does not go through the page in the order of the tags (/Tabs is not /S)"]),
    (structure_marks.parents, "one link is gone", ["of the annotations of the tags 1 are on no page"]),
    (link_ends.ends, "one link is gone", ["'More' is a link to '#more' that cannot be touched: it has no area"]),
    (link_ends.ends, "one link lies elsewhere", ["the area that leads to 'tel:911' does not lie at its words, '911'"]),
    (link_ends.ends, "another digit is called", ["'911' leads to 'tel:998', and was to lead to 'tel:911'"]),
    (link_ends.ends, "one link says something else", ["the link of '911' says 'Call 912', and was to say 'Call 911'"]),
    (link_ends.ends, "a link starts a program", ["'911' leads to 'nowhere', and was to lead to 'tel:911'"]),
    (link_ends.places, "places lie on other pages", [f"the place '#{name}' lies on page 1, and the words that it is named for on page 2" for name in ("doses", "more")]),
    (link_ends.loose, "one link is a span", ["an area that leads to '#more' belongs to no link of the tags"]),
    (active_content.actions, "a script at an event of a page", ["something acts at an event (/O)", "the file holds a script (/JS)"]),
    (active_content.actions, "a script before a link opens", ["something acts when its address is opened (/JavaScript)", "the file holds a script (/JS)"]),
    (active_content.actions, "a link starts a program", ["what is touched on page 1 does something else than to open an address (/Launch)"]),
    (active_content.actions, "an associated file", ["the file holds an attached file (/AF)"]),
    (active_content.notes, "a form field", ["the page has an annotation that nobody composed (Widget, name)"]),
    (active_content.notes, "a link is not shown on screens", ["annotation 1 of the page (Link) is not shown on screens"]),
    (active_content.notes, "a link lies on a layer", ["annotation 1 of the page (Link) lies on a layer, which can be off"]),
    (active_content.entries, "a layer that nobody asked for", ["the file holds /OCProperties, which no file of ours has"]),
    (active_content.entries, "a page moves when it is shown", ["the page holds /Trans, which no page of ours has"]),
    (own_claims.claimed, "no metadata", ["the file has no metadata (XMP) that can be read"]),
    (own_claims.claimed, "no claim of PDF/UA", ["the file says that it keeps no part of PDF/UA, and was to say part 1"]),
    (own_claims.claimed, "another title in the metadata", ["the file is called 'Another title' in its XMP and 'A folded piece' in its information"]),
    (bookmarks.bookmarks, "no bookmarks", ["the file has 0 bookmarks, and was to have 3"]),
    (bookmarks.bookmarks, "a bookmark leads to another page", ["bookmark 1 is 'Care at home' on page 2, 1 deep, and was to be 'Care at home' on page 1, 1 deep"]),
    (bookmarks.bookmarks, "a bookmark opens a site", ["the bookmark 'Care at home' does something else than to lead to a place"]),
    (glyph_outlines.outlines, "0 is drawn as 8", ["the font 'Atkinson-Hyperlegible' draws '0', '8' otherwise than styles/fonts/ does"]),
    (glyph_outlines.outlines, "0 is read as 8", ["the font 'Atkinson-Hyperlegible' reads '0', '8' where it draws another character"]),
    (glyph_outlines.outlines, "glyphs by another table", ["the font 'Atkinson-Hyperlegible' takes its letters by another table than the engine writes"]),
    (glyph_outlines.outlines, "a font is not in the file", ["the font 'Atkinson-Hyperlegible' has no outlines in the file"]),
    (file_structure.frame, "a page stands twice", ["the file has 3 pages, and 2 were laid out"]),
    (file_structure.frame, "a unit of its own", ["the page is measured in a unit of its own (2)"]),
    (file_structure.frame, "a page is cropped", ["the /CropBox of the page is not its trim: it shows another part of the sheet"]),
)  # fmt: skip


@pytest.mark.parametrize("check", dict.fromkeys(check for check, *_ in CASES), ids=lambda check: check.name)
def test_a_good_file_has_nothing_to_be_told(small: SmallFile, check: Check[Any]) -> None:
    assert small.told(check) == []


@pytest.mark.parametrize(("check", "what", "words"), CASES, ids=lambda one: one if isinstance(one, str) else None)
def test_a_check_says_what_is_wrong_and_no_more(
    small: SmallFile, check: Check[Any], what: str, words: list[str]
) -> None:
    assert small.told(check, TOLD[what]) == words


def test_the_place_of_words_is_told_where_they_are_written(small: SmallFile) -> None:
    (finding,) = structure_roles.roles(small.opened(TOLD["the last heading of level 2 is a paragraph"]))
    assert (finding.page, finding.area is not None) == (2, True)


@pytest.mark.parametrize(("up", "told"), [(5.0, 0), (8.0, 1)])
def test_the_area_of_a_link_may_lie_half_a_line_from_its_words(small: SmallFile, up: float, told: int) -> None:
    (run,) = [one for one in small.opened().reading.runs if one.text == "911"]
    top = 612.0 - run.box.top

    def moved(pdf: Pdf) -> None:
        link = links(pdf)[0]
        link.Rect = Array([link.Rect[0], top + up, link.Rect[2], top + up + 10])

    assert len(small.told(link_ends.ends, moved)) == told


@pytest.mark.parametrize(("wider", "told"), [(0.9, 0), (-0.9, 0), (1.1, 1), (-1.1, 1)])
def test_a_glyph_may_be_a_thousandth_off_in_width(small: SmallFile, wider: float, told: int) -> None:
    def changed(pdf: Pdf) -> None:
        widths = fonts(pdf)[0].DescendantFonts[0].W
        widths[1] = Array([float(width) + wider for width in widths[1]])

    assert len(small.told(glyph_outlines.outlines, changed)) == told


@pytest.mark.parametrize(("wider", "told"), [(0.49, 0), (0.51, 1)])
def test_a_box_is_the_trim_to_within_half_a_point(small: SmallFile, wider: float, told: int) -> None:
    def changed(pdf: Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array([0, 0, 792 + wider, 612])

    assert len(small.told(file_structure.frame, changed)) == told


def test_what_a_heading_of_a_group_of_rows_is_may_be_said_in_three_ways(tmp_path: Any, typesetter: Typesetter) -> None:
    body = "<h1>T</h1><table><tr><th scope='rowgroup' colspan='2'>Both</th></tr><tr><th scope='row'>A</th><td>1</td></tr></table>"
    one = small_file(tmp_path, typesetter, body=body)
    for scope, told in (("Row", 0), ("Column", 0), ("Both", 0), (None, 1)):

        def changed(pdf: Pdf, scope: str | None = scope) -> None:
            cell = elements(pdf, "TH")[0]
            if scope is None:
                del cell.A.Scope
            else:
                cell.A.Scope = Name(f"/{scope}")

        assert len(one.told(structure_tables.tables, changed)) == told


def test_tags_that_lead_back_to_themselves_are_told_and_not_followed(small: SmallFile) -> None:
    def looped(pdf: Pdf) -> None:
        document, first = elements(pdf)[:2]
        first.K = Array([*first.K, document])

    assert "an element (Document) stands in two places of the tags" in small.told(structure_marks.parents, looped)


def test_bookmarks_that_lead_back_to_themselves_are_not_followed_for_ever(small: SmallFile) -> None:
    def looped(pdf: Pdf) -> None:
        first = pdf.Root.Outlines.First
        first.Next = first

    assert small.told(bookmarks.bookmarks, looped) == [f"the file has {bookmarks.MOST} bookmarks, and was to have 3"]


def test_bookmarks_that_were_not_measured_are_not_looked_at(small: SmallFile) -> None:
    sheets = replace(small.made.sheets, bookmarks=None)
    unmeasured = replace(small, made=replace(small.made, sheets=sheets))
    assert unmeasured.told(bookmarks.bookmarks, TOLD["no bookmarks"]) == []


def test_fonts_are_not_held_against_nothing(small: SmallFile) -> None:
    unshipped = replace(small, shipped=replace(small.shipped, faces=None))
    assert unshipped.told(glyph_outlines.outlines, TOLD["0 is drawn as 8"]) == []
    other = replace(small, shipped=replace(small.shipped, faces={}))
    assert other.told(glyph_outlines.outlines) == []  # that they are none of ours is told with the fonts


def test_a_font_without_a_file_of_its_name_is_one_of_its_family(small: SmallFile) -> None:
    assert small.shipped.faces is not None
    regular = {"Atkinson-Hyperlegible": small.shipped.faces["Atkinson-Hyperlegible"]}
    (said,) = replace(small, shipped=replace(small.shipped, faces=regular)).told(glyph_outlines.outlines)
    assert said.startswith("the font 'Atkinson-Hyperlegible-Bold' draws ")
    named = {"Atkinson-Black": small.shipped.faces["Atkinson-Hyperlegible-Bold"], **regular}
    assert replace(small, shipped=replace(small.shipped, faces=named)).told(glyph_outlines.outlines) == []


def test_a_font_of_another_kind_cannot_be_compared(small: SmallFile) -> None:
    def changed(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.Odd = Dictionary(Type=Name.Font, Subtype=Name.Type3, BaseFont=Name.Odd)

    assert small.told(glyph_outlines.outlines, changed) == [
        "the font 'Odd' is of the kind /Type3, of which no outlines can be compared"
    ]


def test_a_file_that_is_no_pdf_ua_says_nothing_of_it(small: SmallFile) -> None:
    plain = replace(small, made=replace(small.made, claims_access=False))
    assert plain.told(own_claims.claimed, TOLD["no claim of PDF/UA"]) == []
    assert plain.told(own_claims.claimed) == ["the file says that it keeps part 1 of PDF/UA, and was to say none"]


def test_an_element_says_its_language_where_the_piece_does(tmp_path: Any, typesetter: Typesetter) -> None:
    one = small_file(tmp_path, typesetter, body="<h1>T</h1><p lang='es'>Hola</p>")
    assert one.told(structure_roles.spoken) == []

    def changed(pdf: Pdf) -> None:
        elements(pdf, "P")[0].Lang = String("de")

    assert one.told(structure_roles.spoken, changed) == [
        "a paragraph is said to be in the language 'de', which the piece does not have"
    ]


def _codes(small: SmallFile, what: str) -> set[str]:
    return {finding.code for finding in small.found(TOLD[what])}


def test_a_heading_that_is_a_paragraph_in_the_tags_is_told(small: SmallFile) -> None:
    assert "PRE-111" in _codes(small, "the last heading of level 2 is a paragraph")


def test_tags_without_their_parent_tree_are_told(small: SmallFile) -> None:
    assert _codes(small, "no parent tree") == {"PRE-112"}


def test_a_tagged_file_that_does_not_claim_it_is_told(small: SmallFile) -> None:
    assert _codes(small, "no claim of PDF/UA") == {"PRE-113"}


def test_a_figure_that_is_drawn_as_another_is_told(small: SmallFile) -> None:
    assert _codes(small, "0 is drawn as 8") == {"PRE-114"}


def test_a_good_file_written_anew_by_another_program_is_good(small: SmallFile) -> None:
    assert small.found(lambda _: None) == ()
