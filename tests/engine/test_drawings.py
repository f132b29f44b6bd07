"""What the engine draws wrong in drawings, and our mends of it: read in the operators that it writes."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from brochures.engine import drawings
from brochures.engine.private_api import svg
from brochures.engine.typesetter import Typesetter

GRADIENT = "<stop offset='0' stop-color='#a00'/><stop offset='1' stop-color='#00a'/>"


def _file(typesetter: Typesetter, *body: str) -> pikepdf.Pdf:
    """Return a file of one page with a drawing of 120 by 80 px at the corner of the sheet."""
    page = "<html lang=en><title>t</title><style>@page { size: 120px 80px; margin: 0 } body { margin: 0 } svg { display: block }</style>"
    drawing = f"<svg style='width: 120px; height: 80px' viewBox='0 0 120 80'>{''.join(body)}</svg>"
    document, said = typesetter.set(page + drawing, "screen", tagged=False)
    assert said == ()
    data, said = typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
    assert said == ()
    return pikepdf.open(io.BytesIO(data))


def _operators(typesetter: Typesetter, *body: str) -> str:
    file = _file(typesetter, *body)
    content: bytes = file.pages[0].obj.Contents.read_bytes()
    return content.decode()


def _patterns(typesetter: Typesetter, *body: str) -> list[list[float]]:
    """Return the matrix of each pattern, in px."""
    file = _file(typesetter, *body)
    tiles = file.pages[0].obj.Resources.Pattern.values()
    return [[round(float(part) * 4 / 3, 2) for part in one.Matrix] for one in tiles]


@pytest.mark.parametrize("paint", ["url(#g)", "url(#p)", "red"])
def test_a_line_is_as_wide_as_it_says_whatever_it_is_painted_in(typesetter: Typesetter, paint: str) -> None:
    defs = f"<linearGradient id='g' gradientUnits='userSpaceOnUse' x2='120'>{GRADIENT}</linearGradient>"
    defs += "<pattern id='p' width='4' height='4' patternUnits='userSpaceOnUse'><path d='M0 0h2v2z'/></pattern>"
    found = _operators(typesetter, defs, f"<path d='M10 40H110' stroke='{paint}' stroke-width='10'/>")
    assert "\n10 w\n" in found
    assert re.search(r"\n110 40 l\nS\n", found)


@pytest.mark.parametrize(
    ("shape", "painted"),
    [
        ("<line x1='1' y1='1' x2='9' y2='5' stroke='red'/>", "S"),
        ("<path d='M1 1 9 5' stroke='red'/>", "S"),
        ("<path d='m1,1l8,4z' stroke='red'/>", "S"),
        ("<path d='M1 1v-.5e1' stroke='red'/>", "S"),
        ("<path d='M1 1H9V5' stroke='red'/>", "B"),
        ("<path d='M1 1C2 2 3 3 4 4' stroke='red'/>", "B"),
        ("<polyline points='1,1 9,5 9,9' stroke='red'/>", "B"),
        ("<path d='M1 1H9'/>", "n"),
    ],
)
def test_a_straight_line_has_nothing_to_fill(typesetter: Typesetter, shape: str, painted: str) -> None:
    assert re.findall(r"^(?:S|B|f|n)$", _operators(typesetter, shape), re.MULTILINE)[-1] == painted


def _coords(typesetter: Typesetter, gradient: str, shape: str) -> list[float]:
    file = _file(typesetter, gradient, shape)
    (tile,) = file.pages[0].obj.Resources.Pattern.values()
    (group,) = tile.Resources.XObject.values()
    (shading,) = group.Resources.Shading.values()
    return [round(float(number), 3) for number in shading.Coords]


@pytest.mark.parametrize(
    ("attributes", "coords"),
    [
        ("", [0.5, 0.5, 0, 0.5, 0.5, 0.5]),
        ("r='25%' cx='20%' fr='10%'", [0.2, 0.5, 0.1, 0.2, 0.5, 0.25]),
        ("r='.3' fx='.4'", [0.4, 0.5, 0, 0.5, 0.5, 0.3]),
        ("gradientUnits='userSpaceOnUse'", [60, 40, 0, 60, 40, 50.99]),
        ("gradientUnits='userSpaceOnUse' cx='25%' cy='25%' r='10'", [30, 20, 0, 30, 20, 10]),
    ],
)
def test_per_cent_of_a_round_gradient(typesetter: Typesetter, attributes: str, coords: list[float]) -> None:
    gradient = f"<radialGradient id='g' {attributes}>{GRADIENT}</radialGradient>"
    assert _coords(typesetter, gradient, "<rect x='20' y='10' width='80' height='60' fill='url(#g)'/>") == coords


def test_per_cent_of_a_straight_gradient(typesetter: Typesetter) -> None:
    gradient = f"<linearGradient id='g' gradientUnits='userSpaceOnUse' x1='25%' y2='50%'>{GRADIENT}</linearGradient>"
    assert _coords(typesetter, gradient, "<rect x='20' width='80' height='60' fill='url(#g)'/>") == [30, 0, 120, 40]


@pytest.mark.parametrize(("paint", "box"), [("stroke", [20, 10, 80, 60]), ("fill", [20, 10, 80, 60])])
def test_the_box_of_a_gradient_is_that_of_the_shape_without_its_line(
    typesetter: Typesetter, paint: str, box: list[int]
) -> None:
    gradient = f"<linearGradient id='g'>{GRADIENT}</linearGradient>"
    shape = f"<rect x='20' y='10' width='80' height='60' {paint}='url(#g)' stroke-width='10'/>"
    (matrix,) = _patterns(typesetter, gradient, shape)
    left, top, width, height = box
    assert matrix == [width, 0, 0, -height, left, 80 - top]


@pytest.mark.parametrize(
    ("attributes", "corner"),
    [
        ("", [0, 80]),
        ("x='3' y='2'", [3, 78]),
        ("patternTransform='translate(5 6)' x='3' y='2'", [8, 72]),
    ],
)
def test_a_pattern_begins_at_the_corner_of_the_drawing(
    typesetter: Typesetter, attributes: str, corner: list[int]
) -> None:
    pattern = f"<pattern id='p' width='9' height='9' patternUnits='userSpaceOnUse' {attributes}><path d='M0 0h2v2z'/></pattern>"
    first, second = _patterns(
        typesetter, pattern, "<rect x='20' width='8' height='6' fill='url(#p)'/><circle r='7' fill='url(#p)'/>"
    )
    assert first[4:] == corner
    assert second == first


def test_a_pattern_in_units_of_the_shape_is_the_same_for_the_next_one(typesetter: Typesetter) -> None:
    pattern = "<pattern id='p' width='.25' height='.5'><path d='M0 0h2v2z'/></pattern>"
    shape = "<rect width='80' height='60' fill='url(#p)'/>"
    file = _file(typesetter, pattern, shape, shape)
    tiles = file.pages[0].obj.Resources.Pattern.values()
    assert [[float(tile.XStep), float(tile.YStep)] for tile in tiles] == [[20, 30], [20, 30]]


CLIP = "<defs><path id='frame' d='M20 10h80v60h-80zM40 25h40v30h-40z'/></defs><clipPath id='c'>{}</clipPath><rect width='120' height='80' clip-path='url(#c)'/>"
FRAME = "d='M20 10h80v60h-80zM40 25h40v30h-40z'"


@pytest.mark.parametrize(
    ("clip", "even_odd"),
    [
        (f"<path clip-rule='evenodd' {FRAME}/>", True),
        ("<use href='#frame' clip-rule='evenodd'/>", True),
        (f"<path display='none'/><path clip-rule='evenodd' {FRAME}/>", True),
        (f"<path {FRAME}/>", False),
        (f"<path clip-rule='evenodd' {FRAME}/><rect width='1' height='1' clip-rule='evenodd'/>", False),
    ],
)
def test_a_clip_path_of_one_shape_cuts_by_its_own_rule(typesetter: Typesetter, clip: str, even_odd: bool) -> None:  # noqa: FBT001 a row of a table
    found = _operators(typesetter, CLIP.format(clip))
    assert ("\nW*\n" in found) is even_odd
    left, top, width, height = drawings.EVERYWHERE
    assert (f"\n{left:g} {top:g} {width:g} {height:g} re\n0 0 0 0 re\nW\n" in found) is even_odd


def test_a_path_that_bears_the_name_of_a_group_is_no_clip_path(typesetter: Typesetter) -> None:
    body = f"<clipPath id='c'><path id='d' clip-rule='nonzero' {FRAME}/></clipPath><g id='g' clip-path='url(#c)'><path {FRAME}/></g>"
    assert "W*" not in _operators(typesetter, body)


MASK = "<mask id='{}' {}><rect width='9' height='9'/></mask>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<switch><g/></switch>", ["Ignored <switch> in a drawing"]),
        ("<g><set/></g>", ["Ignored <set> in a drawing"]),
        ("<g filter='url(#f)'/>", ["Ignored filter: url(#f) in a drawing"]),
        ("<g mix-blend-mode='multiply'/>", ["Ignored mix-blend-mode: multiply in a drawing"]),
        (MASK.format("m", "") + "<rect mask='url(#m)'/>", ["Ignored mask: url(#m) in a drawing"]),
        (
            MASK.format("m", "maskUnits='userSpaceOnUse'") + "<g mask='url(#m)'/>",
            ["Ignored mask: url(#m) in a drawing"],
        ),
        (MASK.format("m", "maskUnits='userSpaceOnUse' width='9' height='9'") + "<rect mask='url(#m)'/>", []),
        ("<g filter='none' mix-blend-mode='normal' mask='none'/><defs><switch/></defs>", []),
    ],
)
def test_what_is_left_out_of_a_drawing_in_a_template_is_told(
    typesetter: Typesetter, body: str, said: list[str]
) -> None:
    page = f"<html lang=en><title>t</title><svg style='width: 9px; height: 9px' viewBox='0 0 9 9'>{body}</svg>"
    document, _ = typesetter.set(page, "screen", tagged=False)
    _, found = typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
    assert [one.finding.message for one in found] == said
    assert {one.finding.code for one in found} <= {"ENG-104"}


def test_the_mends_may_be_installed_twice() -> None:
    drawings.install()
    before = svg.SVG.draw_node, svg.SVG.set_graphical_state, svg.draw_gradient, svg.draw_pattern
    drawings.install()
    assert before == (svg.SVG.draw_node, svg.SVG.set_graphical_state, svg.draw_gradient, svg.draw_pattern)
