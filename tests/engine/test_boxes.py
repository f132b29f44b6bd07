"""The engine's box tree, measured: lines, art, regions and tables in pt, to the hundredth, on pages of a test's own."""

from __future__ import annotations

from typing import Any

import pytest

from brochures.engine.typesetter import Typesetter
from brochures.geometry.box import Box
from brochures.geometry.pages import MeasuredPage, MeasuredPages, Region

SHEET = """<html lang="en"><title>t</title><style>
@page {{ size: 400pt 300pt; margin: {margin} }}
body {{ margin: 0; font: 10pt/12pt "Atkinson Hyperlegible" }}
p, ul, table, h2 {{ margin: 0; padding: 0; font-size: 10pt }} td, th {{ padding: 0; text-align: left }} table {{ border-spacing: 0 }}
{style}</style>{words}"""
FIXED = "0 0 -3000mm 0"
FLOW = "20pt"


def _near(*numbers: float, off: float = 0.01) -> Any:
    return tuple(pytest.approx(number, abs=off) for number in numbers)


def _sheets(typesetter: Typesetter, words: str, style: str = "", margin: str = FIXED) -> MeasuredPages:
    document, said = typesetter.set(SHEET.format(words=words, style=style, margin=margin), "screen", tagged=False)
    assert said == ()
    return typesetter.sheets(document)


def _page(typesetter: Typesetter, words: str, style: str = "", margin: str = FIXED) -> MeasuredPage:
    (page,) = _sheets(typesetter, words, style, margin).pages
    return page


def _rounded(box: Box) -> tuple[float, ...]:
    return tuple(round(edge, 2) + 0.0 for edge in (box.left, box.top, box.right, box.bottom))


def test_a_page_is_measured_in_pt(typesetter: Typesetter) -> None:
    page = _page(typesetter, "<p>words</p>")
    assert (page.number, page.width, page.height, page.flows) == (1, *_near(400, 300), False)
    assert page.regions == ()
    flowing = _page(typesetter, "<p>words</p>", margin=FLOW)
    assert flowing.flows
    (area,) = flowing.regions
    assert (area.kind, area.name, area.page, _rounded(area.box), area.frame) == (
        "page",
        "1",
        1,
        (20, 20, 380, 280),
        None,
    )
    assert [line.text for line in area.lines] == ["words"]


def test_a_line_is_as_high_as_its_leading_at_most(typesetter: Typesetter) -> None:
    words = "<div style='position: absolute; left: 30pt; top: 50pt'><p>one<br><b style='font-size: 16pt'>two</b> three</p></div>"
    first, second = _page(typesetter, words).lines
    assert (first.text, first.size, first.ends, first.words) == ("one", 10, False, 1)
    assert (second.text, second.size, second.ends, second.words) == ("two three", 16, True, 2)
    assert (first.box.left, first.box.top, first.box.bottom) == _near(30, 50, 62, off=0.7)
    assert second.box.top >= first.box.bottom - 0.01
    assert first.box.top < first.baseline < first.box.bottom
    assert first.box.height <= 12.01
    assert second.box.right > first.box.right


@pytest.mark.parametrize(("leading", "distance"), [("12pt", 12.0), ("15pt", 15.0), ("8pt", 8.0)])
def test_baselines_lie_a_leading_apart(typesetter: Typesetter, leading: str, distance: float) -> None:
    sheets = _sheets(typesetter, "<p>one<br>two<br>three</p>", f"p {{ line-height: {leading} }}")
    baselines = [line.baseline for line in sheets.pages[0].lines]
    assert baselines == pytest.approx([baselines[0], baselines[0] + distance, baselines[0] + 2 * distance])
    (paragraph,) = sheets.paragraphs.values()
    assert (paragraph.leading, paragraph.size, paragraph.tag) == (*_near(distance, 10), "p")
    assert all(line.box.height <= distance + 0.01 for line in sheets.pages[0].lines)


PANEL = "<section data-panel='one' data-block='0-1' style='position: absolute; left: 50pt; top: 40pt; width: 100pt; height: 60pt; {}'>{}</section>"


def _panel(typesetter: Typesetter, words: str, style: str = "") -> tuple[Region, MeasuredPages]:
    sheets = _sheets(typesetter, PANEL.format(style, words))
    return next(region for region in sheets.regions if region.kind == "panel"), sheets


def test_a_panel_holds_its_lines_its_art_and_what_is_kept(typesetter: Typesetter) -> None:
    words = (
        "<p class='a b'>one</p><div style='break-inside: avoid; width: 30pt; height: 20pt; background: red'></div>"
        "<img src='content/images/leaf.svg' alt='' data-picture='3' style='display: block; width: 12pt; height: 8pt'>"
    )
    panel, sheets = _panel(typesetter, words, "padding: 5pt; background: blue")
    assert (panel.name, panel.page, panel.block, panel.frame) == ("one", 1, "0-1", None)
    assert _rounded(panel.box) == _rounded(panel.on_sheet) == (55, 45, 155, 105)
    assert [line.text for line in panel.lines] == ["one"]
    assert [(art.kind, art.name, art.block, art.picture, _rounded(art.box)) for art in panel.art] == [
        ("box", "div", "0-1", -1, (55, 57, 85, 77)),
        ("image", "img", "0-1", 3, (55, 77, 67, 85)),
    ]
    assert [(_rounded(kept.box), kept.block) for kept in panel.kept] == [((55, 57, 85, 77), "0-1")]
    assert [art.name for art in sheets.pages[0].art] == ["div", "img"]
    (paragraph,) = sheets.paragraphs.values()
    assert (paragraph.classes, paragraph.block, paragraph.region, paragraph.role) == (("a", "b"), "0-1", "one", "")


def test_a_panel_that_was_turned_has_its_own_frame(typesetter: Typesetter) -> None:
    panel, sheets = _panel(typesetter, "<p>one</p>", "transform: rotate(180deg)")
    assert panel.frame is not None
    assert _rounded(panel.frame) == (50, 40, 150, 100)
    moved, sheets = _panel(typesetter, "<p>one</p>", "transform: translate(30pt, 20pt)")
    assert (_rounded(moved.box), _rounded(moved.on_sheet)) == ((50, 40, 150, 100), (80, 60, 180, 120))
    (inside,), (outside,) = moved.lines, sheets.pages[0].lines
    assert outside.box.left - inside.box.left == pytest.approx(30)
    assert outside.baseline - inside.baseline == pytest.approx(20)


def test_what_is_moved_inside_a_panel_is_measured_where_it_lies(typesetter: Typesetter) -> None:
    words = "<div style='transform: translate(7pt, 3pt)'><div style='transform: translate(2pt, 1pt); width: 9pt; height: 9pt; background: red'></div></div>"
    panel, sheets = _panel(typesetter, words)
    assert [_rounded(art.box) for art in (*panel.art, *sheets.pages[0].art)] == [(59, 44, 68, 53)] * 2


@pytest.mark.parametrize(
    ("html", "kind", "name"),
    [
        ("<div data-region='field' id='date'>x</div>", "field", "date"),
        ("<div data-region='card'>x</div>", "card", "card"),
        ("<div data-panel='two'>x</div>", "panel", "two"),
        ("<div data-panel='two' data-region='card'>x</div>", "panel", "two"),
        ("<table><tr><td>x</td></tr></table>", "cell", ""),
    ],
)
def test_a_region_is_told_by_kind_and_name(typesetter: Typesetter, html: str, kind: str, name: str) -> None:
    (region,) = _page(typesetter, html).regions
    assert (region.kind, region.name, [line.text for line in region.lines]) == (kind, name, ["x"])


def test_a_region_s_own_ground_belongs_to_the_regions_around_it(typesetter: Typesetter) -> None:
    words = "<div data-region='card' style='width: 20pt; height: 10pt; background: red'>x</div>"
    sheets = _sheets(typesetter, PANEL.format("", words))
    found = {region.kind: [art.name for art in region.art] for region in sheets.regions}
    assert found == {"card": [], "panel": ["div"]}
    lines = {region.kind: [line.text for line in region.lines] for region in sheets.regions}
    assert lines == {"card": ["x"], "panel": ["x"]}


@pytest.mark.parametrize(
    ("html", "art"),
    [
        ("<div data-bleed style='width: 9pt; height: 9pt'></div>", [("box", "bleed", True)]),
        ("<div data-bleed><p>words</p></div>", [("box", "bleed", True)]),
        ("<span style='background: red'>x</span>", []),
        ("<div style='background: red; height: 9pt'></div>", [("box", "div", False)]),
        ("<div style='border-left: 1pt solid; height: 9pt'></div>", [("box", "div", False)]),
        ("<img src='content/images/leaf.svg' alt='' style='visibility: hidden'>", []),
        (
            "<svg viewBox='0 0 9 9' style='width: 9pt; height: 9pt'><path d='M0 0h9v9z'/></svg>",
            [("image", "svg", False)],
        ),
    ],
)
def test_art_is_what_prints_and_is_no_text(typesetter: Typesetter, html: str, art: list[tuple[str, str, bool]]) -> None:
    panel, sheets = _panel(typesetter, html)
    assert [(one.kind, one.name, one.bleed) for one in sheets.pages[0].art] == art
    inside = [] if "data-bleed" in html else art
    assert [(one.kind, one.name, one.bleed) for one in panel.art] == inside


def test_words_in_bleed_art_are_the_sheet_s_alone(typesetter: Typesetter) -> None:
    panel, sheets = _panel(typesetter, "<div data-bleed><p>over</p></div><p>in</p>")
    assert [line.text for line in panel.lines] == ["in"]
    assert [line.text for line in sheets.pages[0].lines] == ["over", "in"]


def test_words_that_are_hidden_or_blank_are_no_lines(typesetter: Typesetter) -> None:
    words = (
        "<p style='visibility: hidden'>a</p><p>b<span style='visibility: hidden'>c</span></p><p>\N{NO-BREAK SPACE}</p>"
    )
    assert [line.text for line in _page(typesetter, words).lines] == ["b"]


TABLE = "<table><thead><tr><th>head</th></tr></thead><tbody>{}</tbody></table><table><tr><td>plain</td></tr></table>"


def test_rows_tables_and_heads_are_noted_on_each_page(typesetter: Typesetter) -> None:
    rows = "<tr><td>row</td></tr>" * 40
    sheets = _sheets(typesetter, TABLE.format(rows), margin=FLOW)
    pages: list[Any] = [(sorted(page.tables), len(page.rows)) for page in sheets.pages]
    assert len(pages) == 3
    assert [tables for tables, _ in pages[:2]] == [[0], [0]]
    assert sum(count for _, count in pages) == 41
    assert len(frozenset().union(*(page.rows for page in sheets.pages))) == 41
    roles = {line.text: sheets.paragraphs[line.paragraph].role for page in sheets.pages for line in page.lines}
    assert roles == {"head": "head", "row": "", "plain": ""}
    regions = {sheets.paragraphs[line.paragraph].region for page in sheets.pages for line in page.lines}
    assert regions == {""}


def test_a_row_that_a_page_breaks_is_noted_on_both(typesetter: Typesetter) -> None:
    row = "<table><tr><td>" + "<br>".join(["line"] * 30) + "</td></tr></table>"
    first, second = _sheets(typesetter, row, margin=FLOW).pages
    assert first.rows == second.rows != frozenset()


def test_margin_boxes_are_regions_of_their_own(typesetter: Typesetter) -> None:
    style = "@page { @bottom-left { content: 'foot ' counter(page) } }"
    sheets = _sheets(typesetter, "<p>a</p><p style='break-before: page'>b</p>", style, FLOW)
    found = [(region.kind, region.name, region.page, [line.text for line in region.lines]) for region in sheets.regions]
    assert found == [
        ("page", "1", 1, ["a"]), ("margin", "@bottom-left", 1, ["foot 1"]),
        ("page", "2", 2, ["b"]), ("margin", "@bottom-left", 2, ["foot 2"]),
    ]  # fmt: skip
    assert {sheets.paragraphs[line.paragraph].role for region in sheets.regions[1::2] for line in region.lines} == {
        "margin"
    }


def test_what_a_style_sheet_makes_is_told_where_it_is_declared(typesetter: Typesetter) -> None:
    style = "a::after { content: ' p.' counter(page) } b::after { content: '!' }"
    words = "<p><a data-generated='page' href='#x'>See</a></p><p id='x'><b>Stop</b></p>"
    first, second = _page(typesetter, words, style).lines
    assert (first.text, first.generated) == ("See p.1", " p.1")
    assert (second.text, second.generated) == ("Stop!", "")


def test_lines_know_the_passages_of_their_words(typesetter: Typesetter) -> None:
    words = "<p data-passage='0:7:0 6:8:2 9' style='width: 30pt'>one <b data-passage='0:9:1'>two</b> six ten</p>"
    lines = _page(typesetter, words).lines
    found = [(line.text, [(one.at, one.passage, one.offset) for one in line.stretches]) for line in lines]
    assert found[0][1][0] == (0, 7, 0)
    assert {passage for _, stretches in found for _, passage, _ in stretches} == {7, 8, 9}


def test_a_line_reaches_from_its_first_letter_to_its_last(typesetter: Typesetter) -> None:
    words = (
        "<p style='position: absolute; left: 30pt; top: 20pt'>one <b style='font-size: 8pt'>two</b> <i>three</i></p>"
    )
    (line,) = _page(typesetter, words).lines
    alone = "<p style='position: absolute; left: 30pt; top: 20pt'>one</p>"
    (first,) = _page(typesetter, alone).lines
    assert line.box.left == pytest.approx(30)
    assert line.box.right > first.box.right + 20
    assert (line.box.top, line.box.bottom) == _near(first.box.top, first.box.bottom, off=0.5)
