"""The engine contract: one case for each way to set a page, so that an upgrade of the engine that breaks one says which.

All else of the room's insides is held by ``test_architecture.py``: nothing but ``private_api.py`` imports what the engine does not promise.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from weasyprint.text.fonts import FontConfiguration

from brochures.engine import balanced_lines, current_box, private_api, start, whole_floats
from brochures.engine.log import heard
from brochures.engine.typesetter import Typesetter
from brochures.geometry.pages import Line, MeasuredPages
from brochures.layout.checks.overset import Overset, oversets
from tests.miniature import Miniature

pytestmark = pytest.mark.slow

SHEET = """<html lang="en"><title>t</title><style>
@page {{ size: 400pt 300pt; margin: 0 0 -3000mm 0 }}
body {{ margin: 0; font: 10pt/12pt "Atkinson Hyperlegible" }}
p, ul, table {{ margin: 0; padding: 0 }}
.panel {{ position: absolute; left: 50pt; top: 50pt; width: 100pt; height: 60pt; box-sizing: border-box; {panel} }}
</style><div style="position: relative; height: 300pt"><div class="panel" data-panel="one">{words}</div></div>"""

LINES = "<br>".join(["word"] * 8)


def _sheets(typesetter: Typesetter, html: str) -> MeasuredPages:
    document, said = typesetter.set(html, "screen", tagged=False)
    assert said == ()
    return typesetter.sheets(document)


def _oversets(typesetter: Typesetter, words: str, panel: str = "") -> list[Overset]:
    sheets = _sheets(typesetter, SHEET.format(words=words, panel=panel))
    assert len(sheets.pages) == 1
    return [over for region in sheets.panels for over in oversets(region)]


def _sides(typesetter: Typesetter, words: str, panel: str = "") -> dict[str, float]:
    return {over.side: over.by for over in _oversets(typesetter, words, panel)}


@pytest.mark.parametrize(
    ("words", "panel", "expected"),
    [
        pytest.param(f"<p>{LINES}</p>", "", {"bottom": 36.0}, id="block"),
        pytest.param(f"<p>{LINES}</p>", "padding: 6pt", {"bottom": 48.0}, id="block in padding"),
        pytest.param(f"<p>{LINES}</p>", "overflow: hidden", {"bottom": 36.0}, id="block that would be clipped"),
        pytest.param(f"<div><div><p>{LINES}</p></div></div>", "", {"bottom": 36.0}, id="nested"),
        pytest.param(f"<div style='height: 20pt'><p>{LINES}</p></div>", "", {"bottom": 36.0}, id="nested fixed height"),
        pytest.param("<p style='position: absolute; top: 55pt'>word</p>", "", {"bottom": 7.0}, id="absolute"),
        pytest.param("<p style='position: absolute; left: -9pt'>word</p>", "", {"left": 9.0}, id="absolute left"),
        pytest.param("<p style='position: absolute; top: -5pt'>word</p>", "", {"top": 5.0}, id="absolute top"),
        pytest.param(f"<p style='float: left'>{LINES}</p>", "", {"bottom": 36.0}, id="float"),
        pytest.param(f"<p style='display: inline-block'>{LINES}</p>", "", {"bottom": 36.0}, id="inline block"),
        pytest.param(f"<ul style='padding-left: 20pt'><li>{LINES}</li></ul>", "", {"bottom": 36.0}, id="list"),
        pytest.param(
            f"<table style='border-spacing: 0'><tr><td style='padding: 0'>{LINES}</table>",
            "",
            {"bottom": 36.0},
            id="table",
        ),
        pytest.param(f"<p>{LINES}</p>", "display: flex; flex-direction: column", {"bottom": 36.0}, id="flex column"),
        pytest.param(f"<div style='display: flex'><p>{LINES}</p><p>b</p></div>", "", {"bottom": 36.0}, id="flex row"),
        pytest.param(f"<div style='display: grid'><p>{LINES}</p></div>", "", {"bottom": 36.0}, id="grid"),
        pytest.param(
            "<p>one two</p><img src='content/images/leaf.svg' style='width: 40pt; height: 60pt'>",
            "",
            {"bottom": None},
            id="image",
        ),
        pytest.param("<p style='margin-left: -8pt'>word</p>", "", {"left": 8.0}, id="negative margin"),
        pytest.param("<p style='position: relative; top: 55pt'>word</p>", "", {"bottom": 7.0}, id="relative"),
        pytest.param(
            "<div style='position: absolute; top: 10pt'><div style='position: relative; height: 10pt'>"
            "<p style='position: absolute; top: 45pt'>word</p></div></div>",
            "",
            {"bottom": 7.0},
            id="absolute in absolute",
        ),
        pytest.param("<p style='position: absolute; bottom: -9pt'>word</p>", "", {"bottom": 9.0}, id="absolute below"),
        pytest.param(
            f"<p style='position: absolute; bottom: 0'>{LINES}</p>",
            "",
            {"top": 36.0},
            id="bottom anchored grows upward",
        ),
        pytest.param(
            f"<div style='display: grid; grid-template-rows: 24pt 24pt'><p>a</p><p>{LINES}</p></div>",
            "",
            {"bottom": 60.0},
            id="grid of fixed rows",
        ),
        pytest.param(
            f"<div style='columns: 2; column-gap: 10pt; column-fill: auto; height: 36pt'><p>{LINES}</p></div>",
            "",
            {"right": 31.1},
            id="columns go on to the right",
        ),
        pytest.param(
            "<table style='border-spacing: 0'>" + "<tr><td style='padding: 0'>row</td></tr>" * 8 + "</table>",
            "",
            {"bottom": 36.0},
            id="rows of a table",
        ),
        pytest.param(
            "<table style='border-collapse: collapse'><tr><td style='border: 3pt solid; padding: 0; height: 70pt'>a</table>",
            "",
            {"bottom": 14.5},
            id="rules of a table",
        ),
        pytest.param(
            "<img src='content/images/leaf.svg' style='display: block; width: 40pt; height: 75pt'>",
            "",
            {"bottom": 15.0},
            id="image too high",
        ),
        pytest.param(
            "<svg style='display: block; width: 140pt; height: 20pt' viewBox='0 0 140 20'></svg>",
            "",
            {"right": 40.0},
            id="drawing too wide",
        ),
        pytest.param(f"<p>{LINES}</p>", "transform: rotate(90deg)", {"bottom": 36.0}, id="rotated panel"),
        pytest.param(
            "<p style='transform: rotate(90deg); width: 100pt; height: 12pt'>word word word word</p>",
            "",
            {"top": 44.0},
            id="text rotated out of its panel",
        ),
        pytest.param("<p style='transform: translate(0, 55pt)'>word</p>", "", {"bottom": 7.0}, id="moved out"),
        pytest.param(
            "<div data-region='card' style='background: #eee; height: 71pt'><p>word</p></div>",
            "",
            {"bottom": 11.0},
            id="painted card",
        ),
        pytest.param(
            "<p>" + "<br>".join(["word"] * 7) + "</p>", "line-height: 10pt", {"bottom": 10.0}, id="tight leading"
        ),
        pytest.param(
            f"<p style='visibility: hidden'>{LINES}</p><p style='position: absolute; top: 55pt'>word</p>",
            "",
            {"bottom": 7.0},
            id="hidden words take room and do not print",
        ),
        pytest.param("<p style='white-space: nowrap'>" + "word " * 7 + "</p>", "", {"right": 64.5}, id="nowrap"),
    ],
)
def test_what_reaches_past_a_panel_is_measured(
    typesetter: Typesetter, words: str, panel: str, expected: dict[str, float | None]
) -> None:
    found = _sides(typesetter, words, panel)
    assert set(found) == set(expected)
    for side, by in expected.items():
        assert by is None or found[side] == pytest.approx(by, abs=0.3)


def test_a_word_that_is_too_long_reaches_out_at_the_right(typesetter: Typesetter) -> None:
    (over,) = _oversets(typesetter, "<p>Pneumonoultramicroscopicsilicovolcanoconiosis</p>")
    assert over.side == "right"
    assert over.by > 50
    assert [line.text for line in over.lines] == ["Pneumonoultramicroscopicsilicovolcanoconiosis"]


@pytest.mark.parametrize(
    ("words", "panel"),
    [
        pytest.param("<p>" + "<br>".join(["word"] * 5) + "</p>", "", id="down to the last line"),
        pytest.param("<p>" + "<br>".join(["word"] * 5) + "</p>", "line-height: 11.9pt", id="with tight leading"),
        pytest.param("<p></p>", "", id="empty"),
        pytest.param(
            "<div data-bleed style='position: absolute; left: -9pt; top: -9pt; width: 200pt; height: 200pt'>art</div>",
            "",
            id="declared bleed",
        ),
        pytest.param(f"<p style='visibility: hidden'>{LINES}</p>", "", id="words that do not print"),
        pytest.param("<p>word</p>", "transform: rotate(90deg)", id="rotated panel"),
        pytest.param(
            "<p>" + "<br>".join(["word<sup style='font-size: 5pt'>1</sup>"] * 5) + "</p>", "", id="raised figures"
        ),
        pytest.param("<p style='padding-bottom: 200pt'>word</p>", "", id="empty room below"),
    ],
)
def test_what_fits_is_left_alone(typesetter: Typesetter, words: str, panel: str) -> None:
    assert _oversets(typesetter, words, panel) == []


def test_the_overset_names_page_panel_and_last_words(typesetter: Typesetter) -> None:
    html = SHEET.format(panel="", words="<p>fits</p>") + (
        '<div style="break-before: page; position: relative; height: 300pt">'
        f'<div class="panel" data-panel="two"><p>{LINES}</p><p>the very end</p></div></div>'
    )
    (over,) = (over for region in _sheets(typesetter, html).panels for over in oversets(region))
    assert (over.region.page, over.region.name, over.lines[-1].text, over.words) == (2, "two", "the very end", 6)


def test_a_panel_in_a_panel_is_measured_too(typesetter: Typesetter) -> None:
    inner = f'<div data-panel="two" style="height: 24pt"><p>{"<br>".join(["word"] * 3)}</p></div>'
    assert [(over.region.name, over.by) for over in _oversets(typesetter, inner)] == [("two", 12.0)]


def _regions(typesetter: Typesetter, html: str) -> list[tuple[str, str, str, float]]:
    """Return each overset region of a page: kind, name, side, pt."""
    regions = _sheets(typesetter, html).regions
    return [(region.kind, region.name, over.side, over.by) for region in regions for over in oversets(region)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "<div data-region='field' style='width: 60pt'><p>Pneumonoultramic</p></div>",
            ("field", "field", "right"),
            id="a word over a form field",
        ),
        pytest.param(
            "<table style='table-layout: fixed; width: 80pt'><tr><td>Pneumonoultra</td><td>b</td></tr></table>",
            ("cell", "", "right"),
            id="a word over a cell of a fixed table",
        ),
        pytest.param(
            "<div data-region='card' id='first' style='height: 12pt'><p>one<br>two</p></div>",
            ("card", "first", "bottom"),
            id="a card in a panel",
        ),
        pytest.param(
            "<div style='display: flex'><div data-region='card' style='height: 12pt'><p>one<br>two</p></div><p>b</p></div>",
            ("card", "card", "bottom"),
            id="a card in a flex row",
        ),
        pytest.param(
            "<div style='display: grid; grid-template-columns: 1fr 1fr; grid-template-rows: 24pt'>"
            "<div data-region='card'><p>one<br>two<br>three</p></div><p>b</p></div>",
            ("card", "card", "bottom"),
            id="a card in a grid",
        ),
    ],
)
def test_a_region_inside_a_panel_is_measured_by_itself(
    typesetter: Typesetter, words: str, expected: tuple[str, str, str]
) -> None:
    (found,) = _regions(typesetter, SHEET.format(words=words, panel=""))
    assert found[:3] == expected


def test_a_margin_box_is_a_region_and_not_the_body(typesetter: Typesetter) -> None:
    html = """<html lang="en"><title>t</title><style>
    @page { size: 200pt 200pt; margin: 20pt; @bottom-left { content: "a running foot that is far too long for its box";
      width: 40pt; white-space: nowrap } }
    body { font: 10pt/12pt "Atkinson Hyperlegible" }</style><p>words"""
    sheets = _sheets(typesetter, html)
    assert [(region.kind, region.name) for region in sheets.regions] == [("page", "1"), ("margin", "@bottom-left")]
    assert [line.text for line in sheets.body(sheets.pages[0])] == ["words"]
    assert [(kind, side) for kind, _, side, _ in _regions(typesetter, html)] == [("margin", "right")]


def test_bleed_art_logos_and_crossovers_are_told_apart(typesetter: Typesetter) -> None:
    words = (
        "<div data-bleed style='position: absolute; left: -9pt; width: 200pt; height: 9pt'></div>"
        "<div data-logo style='width: 9pt; height: 9pt; background: red'></div>"
        "<p data-crossover>across</p><p>word</p>"
    )
    sheets = _sheets(typesetter, SHEET.format(words=words, panel=""))
    (page,) = sheets.pages
    assert [(art.name, art.bleed, art.logo) for art in page.art] == [("bleed", True, False), ("div", False, True)]
    assert [(line.text, sheets.paragraphs[line.paragraph].crossover) for line in page.lines] == [
        ("across", True),
        ("word", False),
    ]


FLOW = """<html lang="en"><title>t</title><style>
@page {{ size: 300pt 200pt; margin: 20pt }}
body {{ margin: 0; font: 10pt/12pt "Atkinson Hyperlegible" }}
p, h2 {{ margin: 0; font-size: 10pt; line-height: 12pt }}
.float {{ float: left; width: 50pt }}
</style>{words}"""


def _lines(sheets: MeasuredPages) -> list[tuple[int, Line]]:
    return [(page.number, line) for page in sheets.pages for line in page.lines]


@pytest.mark.parametrize("before", range(8, 14))
@pytest.mark.parametrize("kept", ["", "break-inside: avoid"])
def test_a_float_at_the_foot_of_a_page_is_drawn_once_and_whole(typesetter: Typesetter, before: int, kept: str) -> None:
    marks = "<br>".join(f"mark{number}" for number in range(4))
    words = "<p>before</p>" * before + f"<div style='{kept}'><div class='float'>{marks}</div><p>beside it</p></div>"
    found = _lines(_sheets(typesetter, FLOW.format(words=words)))
    assert Counter(line.text for _, line in found if "mark" in line.text) == {f"mark{number}": 1 for number in range(4)}
    assert len({page for page, line in found if "mark" in line.text}) == 1
    assert [line.text for _, line in found].count("beside it") == 1


def test_a_float_that_is_taller_than_a_page_is_left_to_the_engine_and_never_drawn_twice(typesetter: Typesetter) -> None:
    marks = "<br>".join(f"mark{number}" for number in range(25))
    words = f"<p>before</p><div class='float'>{marks}</div><p>beside</p>" + "<p>after</p>" * 20
    found = _lines(_sheets(typesetter, FLOW.format(words=words)))
    assert Counter(line.text for _, line in found if "mark" in line.text) == {
        f"mark{number}": 1 for number in range(25)
    }
    assert {page for page, _ in found} == {1, 2}


def test_the_engine_still_drops_the_rest_of_a_float_that_nothing_follows(typesetter: Typesetter) -> None:
    """It says nothing of it; preflight does (``test_stress.py``). Where this fails, the engine was mended."""
    marks = "<br>".join(f"mark{number}" for number in range(30))
    found = _lines(_sheets(typesetter, FLOW.format(words=f"<div class='float'>{marks}</div>")))
    assert len(found) < 30


def test_custom_properties_of_a_box_can_be_read(typesetter: Typesetter) -> None:
    html = "<html lang='en'><title>t</title><body style='--last-line-words: 2; --two: Two'><p>a"
    document, _ = typesetter.set(html, "screen", tagged=False)
    (_, root), *_ = private_api.page_boxes(document)
    waiting, found = [root], {}
    while waiting:
        box = waiting.pop()
        waiting += private_api.children(box)
        found[box.element_tag] = {
            name: private_api.custom_property(box, name) for name in ("--last-line-words", "--two", "--none")
        }
    assert found["p"] == {"--last-line-words": "2", "--two": "Two", "--none": ""}


HEADLINE = """<html lang="en"><title>t</title><style>@page {{ size: 400pt 300pt; margin: 0 }}
body {{ margin: 0; font: 10pt/12pt "Atkinson Hyperlegible" }} h2, p {{ font-size: 10pt; width: 150pt; margin: 0 }}
{style}</style>{words}"""
TITLE = "Ketamine is one part of a program of care"


def _texts(typesetter: Typesetter, words: str, style: str = "") -> list[str]:
    return [line.text for _, line in _lines(_sheets(typesetter, HEADLINE.format(words=words, style=style)))]


def test_headlines_are_evened_without_a_line_more(typesetter: Typesetter) -> None:
    plain = _texts(typesetter, f"<h2 data-balance='no'>{TITLE}</h2>")
    evened = _texts(typesetter, f"<h2>{TITLE}</h2>")
    assert " ".join(plain) == " ".join(evened) == TITLE
    assert len(plain) == len(evened) == 2
    ragged = [abs(len(first) - len(second)) for first, second in (plain, evened)]
    assert ragged[1] < ragged[0]


def test_paragraphs_end_in_two_words_where_they_are_asked_to(typesetter: Typesetter) -> None:
    words = "<p>Nobody who asks here is turned away at all, ever.</p>"
    assert _texts(typesetter, words, "p { width: 195pt }")[-1] == "ever."
    asked = _texts(typesetter, words, "p { width: 195pt; --last-line-words: 2 }")
    assert len(asked) == 2
    assert len(asked[-1].split()) >= 2


def test_a_short_last_line_is_filled_from_all_lines_and_leaves_no_hole(typesetter: Typesetter) -> None:
    words = "<p>Someone who drinks a lot or takes sedatives should not stop suddenly. It can cause seizures. Get medical help first.</p>"
    plain, evened = (
        _texts(typesetter, words, f"p {{ width: 255pt; --last-line-words: {number} }}") for number in (1, 3)
    )
    assert len(plain) == len(evened) == 3
    assert len(plain[-1].split()) < 3 <= len(evened[-1].split())
    longest = max(len(line) for line in evened)
    assert all(len(line.strip()) > 0.8 * longest for line in evened[:-1])


@pytest.mark.parametrize("tag", ["h2", "p"])
@pytest.mark.parametrize("style", ["::first-letter { font-size: 20pt }", "::first-line { color: red }"])
def test_first_letters_and_lines_of_their_own_lose_no_letter(typesetter: Typesetter, tag: str, style: str) -> None:
    found = _texts(typesetter, f"<{tag}>{TITLE}</{tag}>", f"p {{ --last-line-words: 2 }} {tag}{style}")
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", TITLE)


@pytest.mark.parametrize("number", ["two", "-1", "0", "1", "99999999999999999999", "2.5", "\N{SUPERSCRIPT TWO}"])
def test_a_number_of_last_words_that_is_none_is_left_alone(typesetter: Typesetter, number: str) -> None:
    assert " ".join(_texts(typesetter, f"<p>{TITLE}</p>", f"p {{ --last-line-words: {number} }}")) == TITLE


@pytest.mark.usefixtures("typesetter")
def test_to_mend_the_engine_twice_changes_nothing() -> None:
    before = private_api.block.iter_line_boxes, private_api.block.float_layout
    balanced_lines.install()
    whole_floats.install()
    assert (private_api.block.iter_line_boxes, private_api.block.float_layout) == before
    assert before == (balanced_lines._balanced, whole_floats._whole)


def test_copies_of_fonts_go_where_they_are_told(tmp_path: Path) -> None:
    fonts = FontConfiguration()
    private_api.fonts_folder(fonts, tmp_path)
    assert fonts._folder == tmp_path
    assert {"_folder"} <= set(vars(FontConfiguration()))


def test_the_version_of_pango_is_three_numbers() -> None:
    assert re.fullmatch(r"1\.\d+\.\d+", private_api.pango_version())


def test_what_is_drawn_and_read_is_noted_while_the_engine_says_something(typesetter: Typesetter) -> None:
    html = "<html lang='en'><title>t</title><style>p { text-wrap: balance }</style><p>a \N{BALLOT BOX}<svg><text y='9'>\N{BALLOT BOX}</text></svg>"
    with heard(typesetter.root) as found:
        document, _ = typesetter.set(html, "screen", tagged=False)
        document.write_pdf()
    tags = [(one.sign, one.box.element_tag.rpartition("}")[2] if one.box is not None else "") for one in found]
    assert tags == [("", ""), ("\N{BALLOT BOX}", "p"), ("\N{BALLOT BOX}", "svg")]
    assert (current_box.box(), current_box.sheet()) == (None, "")


def test_an_image_has_the_same_name_in_its_box_and_in_the_file(mini: Miniature) -> None:
    for name, width in (("one.png", 3), ("two.png", 4)):
        written = io.BytesIO()
        Image.new("RGB", (width, 2)).save(written, "PNG")
        mini.write(f"content/images/{name}", written.getvalue())
    html = "<html lang='en'><title>t</title>" + "".join(
        f"<p style='opacity: {opacity}'><img src='content/images/{name}' alt='a' data-picture='{number}'></p>"
        for number, (name, opacity) in enumerate([("one.png", 1), ("two.png", 0.5), ("one.png", 1)])
    )
    typesetter = start(mini.project)
    document, _ = typesetter.set(html, "screen", tagged=False)
    data, _ = typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
    (page,) = typesetter.sheets(document).pages
    names = {art.picture: art.resource for art in page.art if art.kind == "image"}
    assert names[0] == names[2] != names[1]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        held = {name for one in pdf.objects if isinstance(one, pikepdf.Dictionary) for name in one.get("/XObject", {})}
    assert {f"/{name}" for name in names.values()} <= held
