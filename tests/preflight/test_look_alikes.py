"""What looks like something else than it is: files set by the engine, each with one fault, and with its near miss."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochures.engine.typesetter import Typesetter
from brochures.geometry.passages import Origin
from brochures.layout.checks.subject import Pages
from brochures.preflight import look_alikes
from tests.preflight.small_file import SmallFile, small_file

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" style="width: 60pt; height: 20pt"'


def _shapes(*fills: str, of: str = '<circle cx="{x}" cy="9" r="3" fill="{fill}"/>') -> str:
    return "".join(of.format(x=8 * number, fill=fill) for number, fill in enumerate(fills, 1))


def _drawing(title: str, shapes: str = "<path d='M0 0h9v9z'/>") -> str:
    return f'{SVG} role="img"><title>{title}</title>{shapes}</svg>'


BLUE, CLAY = "#2b7f8c", "#a64f2c"
SQUARE = '<rect x="{x}" y="6" width="5" height="5" fill="{fill}"/>'
BODY = f"""
<h1>Care at home</h1>
<div data-block="0-0">{_drawing("bridge.svg")}<p>A bridge.</p></div>
<div data-block="0-1">{_drawing("A house.")}<p>A house</p></div>
<p>{SVG} aria-hidden="true"><title>An ornament</title><path d="M0 0h9v9z"/></svg></p>
<div data-block="0-2">{_drawing("A house by a river")}<p>A house</p></div>
<p>{"This is the text of the page, and it is long enough to be what most letters of it are set in. " * 12}</p>
<p style="font-size: 16pt; font-weight: 700">Looks like one</p>
<p style="font-size: 16pt; font-weight: 700" data-tag="P">Says that it is none</p>
<p style="font-size: 15.9pt; font-weight: 700">Another size</p> <p style="font-size: 16pt">Another weight</p>
<p style="font-size: 16pt; font-weight: 700">These are so many words in the size of a heading that no eye takes them for one</p>
<p style="font-size: 16pt; font-weight: 700">988</p>
<table><tr><td>left</td><td>right</td></tr></table>
<table><tr><th scope="col">head</th></tr><tr><td>cell</td></tr></table>
{_drawing("Two kinds in colours", _shapes(BLUE, BLUE, BLUE, CLAY, CLAY, CLAY))}
{_drawing("Two kinds in forms", _shapes(BLUE, BLUE, BLUE) + _shapes(CLAY, CLAY, CLAY, of=SQUARE))}
{_drawing("One that is marked", _shapes(BLUE, BLUE, BLUE, CLAY, CLAY))}
<p>{SVG} aria-hidden="true">{_shapes(BLUE)}</svg>Better</p><p>{SVG} aria-hidden="true">{_shapes(CLAY)}</svg>Worse</p>
<p>{SVG} aria-hidden="true">{_shapes(BLUE, of=SQUARE)}</svg>Up</p><p>{SVG} aria-hidden="true">{_shapes(BLUE, BLUE, of=SQUARE)}</svg>Down</p>
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, typesetter: Typesetter) -> SmallFile:
    return small_file(tmp_path_factory.mktemp("alike"), typesetter, body=BODY)


def test_an_alternative_text_that_tells_nothing_is_told_and_one_that_tells_more_is_not(small: SmallFile) -> None:
    assert small.told(look_alikes.alternatives) == [
        "an ornament has the alternative text 'An ornament', which nobody hears",
        "a picture says 'bridge.svg', which names a file and shows nothing",
        "a picture says 'A house.', which stands beside it in print",
    ]


def test_a_paragraph_that_looks_like_a_heading_is_told_unless_its_template_says_that_it_is_none(
    small: SmallFile,
) -> None:
    told = small.told(look_alikes.headings)
    assert told == ["'Looks like one' is a paragraph, and looks like a heading (16 pt, text has 12)"]


def test_a_table_that_only_places_words_is_told(small: SmallFile) -> None:
    assert small.told(look_alikes.tables) == ["a table of 2 cells has no heading cell: it only places words"]


def test_what_only_a_colour_tells_apart_is_told(small: SmallFile) -> None:
    assert small.told(look_alikes.colours) == [
        f"the marks 'circle' of the drawing 'Two kinds in colours' are of one form in 2 colours ({BLUE}, {CLAY})",
        "one sign stands in 2 colours beside different words: Better, Worse",
    ]


def test_a_page_of_headings_has_no_text_and_so_no_look_alike(tmp_path: Path, typesetter: Typesetter) -> None:
    assert small_file(tmp_path, typesetter, body="<h1>Care</h1><h2>At home</h2>").told(look_alikes.headings) == []


def test_each_is_told_where_its_words_are_written(tmp_path: Path, typesetter: Typesetter) -> None:
    """What has words of a passage is told there, what has none where the words around it are written, else where the piece is."""
    stamp = 'data-passage="0:0:0"'
    body = f"""<h1>Care at home</h1><div {stamp}>A bridge {_drawing("bridge.svg")}</div>
        <p>{"This is the text of the page, and most letters of it are set in it. " * 12}</p>
        <p {stamp} style="font-size: 16pt; font-weight: 700">Looks like one</p>
        <table><tr><td {stamp}>left</td><td>right</td></tr></table>
        <p {stamp}>{SVG} aria-hidden="true">{_shapes(BLUE)}</svg>Better</p><p {stamp}>{SVG} aria-hidden="true">{_shapes(CLAY)}</svg>Worse</p>"""
    opened = small_file(tmp_path, typesetter, body=body).opened()
    first = Pages(opened.composition, opened.made.sheets).written(Origin(0, 0))
    assert first.line
    for check in (look_alikes.alternatives, look_alikes.headings, look_alikes.tables, look_alikes.colours):
        assert [finding.place for finding in check(opened)] == [first], check
    bare = small_file(tmp_path / "bare", typesetter, body=f"<h1>Care</h1>{_drawing('bridge.svg')}").opened()
    assert [finding.place for finding in look_alikes.alternatives(bare)] == [bare.composition.job.place]
