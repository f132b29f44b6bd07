"""Where lines, paragraphs and headlines end: each rule just broken and just kept, on pages made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from brochures.findings import Place
from brochures.geometry.box import Box
from brochures.geometry.pages import Art, Line, MeasuredPage, MeasuredPages, Paragraph, Region
from brochures.layout.checks.breaks import headings, headlines, lone_lines, lone_words, rows, tokens
from brochures.layout.checks.subject import Pages
from tests.layout.checks.handmade import Desk, composed, line, panel, sheet, stacked
from tests.miniature import Miniature

ROOM = Box(90, 90, 300, 400)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(composed(Miniature.copied_to(tmp_path_factory.mktemp("breaks") / "project")))


def _headline(desk: Desk, *lines: str, tag: str = "h2") -> list[tuple[str, str]]:
    found = desk.found(headlines, sheet(lines=stacked(lines)), tag=tag)
    assert all(finding.code == "LAY-306" and finding.page == 1 for finding in found)
    return [(finding.message, finding.help) for finding in found]


@pytest.mark.parametrize(
    ("lines", "said", "mend"),
    [
        pytest.param(
            ("Before you start a", "new treatment"),
            "a line ends in 'a'",
            "it would break better as 'Before you start / a new treatment'",
            id="a small word, and a better break",
        ),
        pytest.param(
            ("Before you start the", "new treatment"),
            "a line ends in 'the'",
            "it would break better as 'Before you start / the new treatment'",
            id="a word of three letters",
        ),
        pytest.param(
            ("What to do before you start", "anew"),
            "its last line is very short",
            "it would break better as 'What to do before / you start anew'",
            id="a last line of one short word",
        ),
        pytest.param(
            ("Electroencephalography", "again"),
            "its last line is very short",
            "write it a word longer or shorter",
            id="no better break",
        ),
    ],
)
def test_a_headline_that_breaks_badly_is_told_with_a_better_break(
    desk: Desk, lines: Sequence[str], said: str, mend: str
) -> None:
    assert _headline(desk, *lines) == [(f"the headline breaks as '{' / '.join(lines)}': {said}", mend)]
    assert _headline(desk, *lines, tag="p") == []


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("Before you start your", "new treatment"), id="a word of four letters at an end"),
        pytest.param(("Ask about the", "cost of care"), id="a small word, and no better break"),
        pytest.param(("Before you start 100", "new treatments"), id="a number at an end"),
        pytest.param(("What to do before your", "visit on"), id="a short last line of two words"),
        pytest.param(("Before you start a",), id="one line"),
    ],
)
def test_a_headline_that_breaks_well_enough_is_left_alone(desk: Desk, lines: Sequence[str]) -> None:
    assert _headline(desk, *lines) == []


@pytest.mark.parametrize(("last", "told"), [("a" * 11, True), ("a" * 12, False), ("a" * 13, False)])
def test_a_last_line_is_short_below_three_tenths_of_the_longest(desk: Desk, last: str, *, told: bool) -> None:
    assert bool(_headline(desk, "a" * 40, last)) is told


@pytest.mark.parametrize(("below", "told"), [("abcdef", True), ("abcde", False)])
def test_the_lines_of_a_better_break_differ_by_half_of_the_longest_at_most(
    desk: Desk, below: str, *, told: bool
) -> None:
    assert bool(_headline(desk, "aaaaaaaaaaaaaaaaaa a", below)) is told


def test_the_most_even_of_better_breaks_is_told(desk: Desk) -> None:
    ((_, mend),) = _headline(desk, "aaaa bbbb cccc dddd eeee a", "ffff")
    assert mend == "it would break better as 'aaaa bbbb cccc / dddd eeee a ffff'"


@pytest.mark.parametrize(("words", "told"), [(14, True), (15, False)])
def test_a_headline_of_more_than_fourteen_words_is_left_alone(desk: Desk, words: int, *, told: bool) -> None:
    below = " ".join(["below"] * (words - 5))
    assert bool(_headline(desk, "first words stand here a", below)) is told


def _runs(desk: Desk, check: object, *sheets: MeasuredPage, **about: object) -> list[tuple[str, str, int]]:
    found = desk.found(check, *sheets, **about)  # type: ignore[arg-type]
    return [(finding.message, finding.help, finding.page) for finding in found]


def _desk_with(desk: Desk, words: str) -> Desk:
    return Desk(replace(desk.composition, html=f"<p>{words}</p>"))


LONE = ("'end' stands alone in the last line of its paragraph", "cut a word before it, or add one", 1)


@pytest.mark.parametrize(
    ("texts", "about", "told"),
    [
        pytest.param(("some words and the", "end"), {}, [LONE], id="one word"),
        pytest.param(("some words and", "the end"), {}, [], id="two words"),
        pytest.param(("end",), {}, [], id="the only line"),
        pytest.param(("some words and the", "and/or"), {}, [], id="part of an address"),
        pytest.param(("some words and the", "end"), {"tag": "h2"}, [], id="a heading"),
        pytest.param(("some words and the", "end"), {"region": "elsewhere"}, [], id="in no panel"),
    ],
)
def test_the_last_line_of_a_paragraph_in_a_panel_has_two_words(
    desk: Desk, texts: Sequence[str], about: dict[str, str], told: list[tuple[str, str, int]]
) -> None:
    page = sheet(regions=[panel("front", ROOM, stacked(texts))])
    assert _runs(desk, lone_words, page, **{"region": "front", **about}) == told


def test_an_address_may_stand_alone_in_a_last_line(desk: Desk) -> None:
    """No word can be cut before it, and it is not written as two."""
    one = _desk_with(desk, "www.a-b\N{ZERO WIDTH SPACE}.example")
    page = sheet(regions=[panel("front", ROOM, stacked(("our pages are at www.a-b", ".example")))])
    assert _runs(one, lone_words, page, region="front") == []


def test_a_last_line_that_only_the_page_ends_may_have_one_word(desk: Desk) -> None:
    lines = [replace(one, ends=False) for one in stacked(("some words and the", "end"))]
    assert _runs(desk, lone_words, sheet(regions=[panel("front", ROOM, lines)]), region="front") == []


def _alone(word: str, where: str, page: int) -> tuple[str, str, int]:
    mend = "let the paragraph break two lines from its end, with orphans and widows, or shorten it"
    return f"'{word}' stands alone at the {where} of its page or column", mend, page


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        pytest.param(("a", "b"), ("c", "d"), [], id="two lines on both pages"),
        pytest.param(("a",), ("b", "c"), [("a", "foot", 1)], id="one at the foot"),
        pytest.param(("a", "b"), ("c",), [("c", "top", 2)], id="one at the top"),
        pytest.param(("a",), ("b",), [("a", "foot", 1), ("b", "top", 2)], id="one on each"),
        pytest.param((), ("b",), [], id="a paragraph of one line"),
    ],
)
def test_no_line_is_parted_from_its_paragraph_alone(
    desk: Desk, first: Sequence[str], second: Sequence[str], told: list[tuple[str, str, int]]
) -> None:
    pages = sheet(1, lines=stacked(first)), sheet(2, lines=stacked(second))
    assert _runs(desk, lone_lines, *pages) == [_alone(*one) for one in told]
    assert _runs(desk, lone_lines, *pages, tag="h2") == []
    assert _runs(desk, lone_lines, *pages, role="head") == []


def test_a_line_alone_in_a_column_is_told_too(desk: Desk) -> None:
    lines = (*stacked(("a", "b"), top=300), *stacked(("c",), left=400))
    assert _runs(desk, lone_lines, sheet(lines=lines)) == [_alone("c", "top", 1)]


def _with_rows(number: int, *numbers: int) -> MeasuredPage:
    cell = Region("cell", "cell", number, ROOM, "0-0")
    return replace(sheet(number, regions=[cell]), rows=frozenset(numbers))


def test_a_row_of_a_table_that_goes_on_over_the_page_is_told(desk: Desk) -> None:
    pages = _with_rows(1, 1, 2), _with_rows(2, 3), _with_rows(3, 3, 4), _with_rows(4, 4)
    mend = "keep the row together with break-inside: avoid, or shorten it"
    assert _runs(desk, rows, *pages) == [
        ("a table row goes on at the top of page 3", mend, 3),
        ("a table row goes on at the top of page 4", mend, 4),
    ]


@pytest.mark.parametrize(
    ("token", "what", "first", "second"),
    [
        ("https://example.org/a-page", "the address", "see https://example.org/", "a-page, and then"),
        ("www.example.org", "the address", "and www.", "example.org for more"),
        ("front-desk@a-b.org", "the address", "write to front-", "desk@a-b.org and wait"),
        ("a-b.org/our-page", "the address", "look at a-b.org/", "our-page, and then"),
        ("0.5 mg/kg", "the dose", "we give you 0.5", "mg/kg over an hour"),
        ("10-20 mL", "the dose", "it takes 10-20", "mL each day of it"),
        ("(555) 555-0100", "the number", "call us at (555)", "555-0100 in the day"),
        ("1-800-555-0100", "the number", "call 1-800-", "555-0100 in the day"),
        ("847-555-0100", "the number", "call 847-", "555-0100/0101 or"),
        ("0.5 mg", "the dose", "we give you 0.5", "mg/day over a week"),
    ],
)
def test_an_address_a_dose_or_a_number_stands_on_one_line(
    desk: Desk, token: str, what: str, first: str, second: str
) -> None:
    one = _desk_with(desk, f"before {token} after")
    broken = stacked((first, second, "a line that is much wider than all that"))
    shown = token if len(token.split()) < 9 else ""
    ((message, mend, page),) = _runs(one, tokens, sheet(3, lines=broken))
    assert message.startswith(f"{what} '{''.join(shown.split())}' is broken at '…{first[-16:]}'")
    assert (mend, page) == ("change a word before it so that it stands on one line", 3)
    whole = stacked((f"before {token}", "after, on a line that is much wider than it"))
    assert _runs(one, tokens, sheet(3, lines=whole)) == []
    assert _runs(one, tokens, sheet(3, lines=broken[:1])) == []


@pytest.mark.parametrize(("width", "told"), [(26 * 6, True), (26 * 6 - 1, False)])
def test_an_address_may_break_where_no_line_could_hold_it(desk: Desk, width: float, *, told: bool) -> None:
    one = _desk_with(desk, "https://example.org/a-page")
    lines = (line(Box(100, 100, 100 + width, 115), "https://example.org/"), line(Box(100, 115, 140, 130), "a-page"))
    assert bool(_runs(one, tokens, sheet(lines=lines))) is told


def _heading(top: float = 100, left: float = 100) -> Line:
    return line(Box(left, top, left + 60, top + 15), "A heading", 1)


def _headed(desk: Desk, *sheets: MeasuredPage, **about: object) -> list[tuple[str, str, int]]:
    return _runs(desk, headings, *sheets, tag="h2", **about)


MEND = "cut a line above it, or let its text begin here"
IN_PANEL = ("the heading 'A heading' stands at the foot of the panel 'front', and its text begins elsewhere", MEND, 1)
ON_PAGE = ("the heading 'A heading' stands at the foot of page 1, and its text begins elsewhere", MEND, 1)


@pytest.mark.parametrize(
    ("others", "art", "told"),
    [
        pytest.param([], [], [IN_PANEL], id="nothing below it"),
        pytest.param([line(Box(100, 114, 200, 129), "text", 2)], [], [], id="text below it"),
        pytest.param(
            [line(Box(100, 113.9, 200, 128.9), "text", 2)], [], [IN_PANEL], id="text beside it on its own line"
        ),
        pytest.param([line(Box(161, 100, 200, 115), "text", 2)], [], [], id="text in the next column"),
        pytest.param([], [Art("image", "a", Box(100, 114, 200, 200))], [], id="a picture below it"),
        pytest.param([], [Art("image", "a", Box(100, 50, 200, 90))], [IN_PANEL], id="a picture above it"),
        pytest.param([], [Art("box", "a", Box(100, 114, 200, 200))], [IN_PANEL], id="a ground below it"),
    ],
)
def test_a_heading_is_not_the_last_thing_in_its_panel(
    desk: Desk, others: Sequence[Line], art: Sequence[Art], told: list[tuple[str, str, int]]
) -> None:
    page = sheet(regions=[panel("front", ROOM, [_heading(), *others], art)])
    assert _headed(desk, page, region="front") == told


def test_on_a_page_without_a_word_no_heading_is_looked_for(desk: Desk) -> None:
    assert _headed(desk, sheet()) == []


def _text(top: float, left: float = 100) -> Line:
    return line(Box(left, top, left + 60, top + 15), "Its text", 2)


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        pytest.param([[_heading(), _text(115)]], [], id="its text below it"),
        pytest.param([[_heading()], [_text(100)]], [ON_PAGE], id="its text on the next page"),
        pytest.param([[_heading(300), _text(100, 200)]], [ON_PAGE], id="its text in the next column"),
        pytest.param([[_heading(300), _text(100, 150)]], [], id="text above it that is no column"),
        pytest.param([[_heading(300), _text(100, 160)]], [], id="text above it that begins where it ends"),
        pytest.param([[_heading(300), _text(285, 200)]], [], id="text beside it that ends where it begins"),
        pytest.param([[_heading(300), _text(284.9, 200)]], [ON_PAGE], id="text that ends just above it"),
        pytest.param([[_heading()]], [], id="nothing after it"),
    ],
)
def test_a_heading_stands_on_the_page_and_in_the_column_of_its_text(
    desk: Desk, pages: Sequence[Sequence[Line]], told: list[tuple[str, str, int]]
) -> None:
    sheets = [sheet(number, lines=lines) for number, lines in enumerate(pages, 1)]
    assert _headed(desk, *sheets)[: len(told) or None] == told


def test_of_a_heading_of_two_lines_the_last_must_not_be_the_last_in_its_panel(desk: Desk) -> None:
    two = replace(_heading(115), text="of two lines")
    page = sheet(regions=[panel("front", ROOM, [_heading(), two])])
    ((message, _, _),) = _headed(desk, page, region="front")
    assert message.startswith("the heading 'of two lines' stands at the foot of the panel 'front'")


def test_a_paragraph_of_another_section_is_not_the_text_of_a_heading(desk: Desk) -> None:
    lines = [_heading(), replace(_text(115), paragraph=2)]
    pages = sheet(1, lines=lines[:1]), sheet(2, lines=lines[1:])
    assert _headed(desk, *pages, block="0-1") == [ON_PAGE]
    measured = MeasuredPages(pages, {1: _paragraph(1, "h2", "0-1"), 2: _paragraph(2, "p", "1-0")})
    assert list(headings(Pages(desk.composition, measured))) == []
    measured = MeasuredPages(pages, {1: _paragraph(1, "h2", "0-1"), 2: _paragraph(2, "p", "0-2")})
    assert len(list(headings(Pages(desk.composition, measured)))) == 1


def _paragraph(number: int, tag: str, block: str) -> Paragraph:
    return Paragraph(number, tag, (), block, 15, 12)


def test_a_row_that_goes_on_is_told_at_the_block_of_its_table(desk: Desk) -> None:
    block = next(f"{one.section}-{one.block}" for one in desk.composition.job.passages if one.block >= 0)
    others = Region("field", "field", 2, ROOM, "9-9"), replace(_with_rows(2).regions[0], block=block)
    pages = _with_rows(1, 3), replace(_with_rows(2, 3), regions=others)
    (found,) = desk.found(rows, *pages)
    assert (found.code, found.page, found.area) == ("LAY-304", 2, (0, 0, 792, 612))
    assert found.place == Pages(desk.composition, MeasuredPages()).place_of_block(block) != Place()


def test_every_break_is_told_with_its_code_and_where_it_lies(desk: Desk) -> None:
    one = _desk_with(desk, "see https://example.org/a-page now")
    lines = stacked(("see https://example.org/", "a-page now, on a line that is wide enough"))
    (found,) = one.found(tokens, sheet(2, lines=lines))
    assert (found.code, found.page, found.area) == ("LAY-305", 2, (100, 100, 244, 115))
    (found,) = desk.found(
        lone_words, sheet(regions=[panel("front", ROOM, stacked(("two words", "end")))]), region="front"
    )
    assert (found.code, found.area) == ("LAY-302", (100, 115, 118, 130))
    pages = sheet(1, lines=stacked(("a", "b"))), sheet(2, lines=stacked(("c",)))
    (found,) = desk.found(lone_lines, *pages)
    assert (found.code, found.page, found.area) == ("LAY-303", 2, (100, 100, 106, 115))
    (found,) = desk.found(headings, sheet(regions=[panel("front", ROOM, [_heading()])]), tag="h2", region="front")
    assert (found.code, found.page, found.area) == ("LAY-301", 1, (100, 100, 160, 115))
    (found,) = desk.found(headlines, sheet(lines=stacked(("Before you start a", "new treatment"))), tag="h2")
    assert (found.code, found.page, found.area) == ("LAY-306", 1, (100, 115, 178, 130))


def test_an_address_that_is_a_part_of_a_longer_one_may_break_with_it(desk: Desk) -> None:
    one = _desk_with(desk, "see www.example.org now")
    wide = "and a line that is wide enough for all of it"
    alone, longer = stacked(("see www.", "example.org", wide)), stacked(("see https://www.", "example.org/a", wide))
    assert [found.code for found in one.found(tokens, sheet(lines=alone))] == ["LAY-305"]
    assert list(one.found(tokens, sheet(lines=longer))) == []
    assert list(one.found(tokens, sheet(lines=stacked(("see www.", "example.org/a", wide))))) == []


def test_text_that_begins_beside_the_first_line_of_a_heading_is_in_its_column(desk: Desk) -> None:
    two = [_heading(300), replace(_heading(315), text="of two lines")]
    beside, above = _text(286, 200), _text(284, 200)
    assert _headed(desk, sheet(lines=[*two, beside])) == []
    ((message, _, page),) = _headed(desk, sheet(lines=[*two, above]))[:1]
    assert (message.partition("' ")[0], page) == ("the heading 'of two lines", 1)
