"""Words of a drawing become outlines, kerned and anchored, in the project's faces; all else stays as it is."""

from __future__ import annotations

import re

import pytest

from brochures.design.drawing.outlines import outlined, refused
from brochures.design.drawing.parts import Drawing, Part
from tests.drawn import FACES, drawing, read

OURS = "font-family='Source Serif' font-size='10'"


def _paths(*body: str) -> list[Part]:
    made = Drawing.read(outlined(drawing(*body), FACES))
    assert made.texts == ()
    return [part for part in made.painted if part.tag == "path"]


def _reach(path: Part) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the points of ``path``."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.get("d"))]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def test_a_letter_stands_on_its_line_in_its_size() -> None:
    (path,) = _paths(f"<text {OURS} x='20' y='50'>H</text>")
    left, top, right, bottom = _reach(path)
    assert bottom == 50
    assert 50 - 10 * 0.7 < top < 50 - 10 * 0.6
    assert 20 < left < 21 < right < 28
    assert re.fullmatch(r"(?:[MLQC][-\d. ]+|Z)+", path.get("d"))


@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_a_line_is_anchored_where_it_says(anchor: str, share: float) -> None:
    plain = _reach(_paths(f"<text {OURS} x='0' y='0'>HIH</text>")[0])
    left, _, right, _ = _reach(_paths(f"<text {OURS} x='60' y='0' text-anchor='{anchor}'>HIH</text>")[0])
    width = plain[0] + plain[2]
    start = 60 - share * width
    assert left == pytest.approx(start + plain[0], abs=0.1)
    assert right == pytest.approx(start + plain[2], abs=0.1)


def test_letters_are_kerned_as_the_face_says() -> None:
    apart = [_reach(_paths(f"<text {OURS}>{letter}</text>")[0]) for letter in "AV"]
    together = _reach(_paths(f"<text {OURS}>AV</text>")[0])
    assert together[2] < apart[0][2] + apart[1][2] - 0.5


def test_words_that_follow_stand_behind_and_each_line_where_it_says() -> None:
    first, second, third = _paths(
        f"<text {OURS} x='1' y='10'>H <tspan fill='#a00' dx='5' dy='2' opacity='.5'>H</tspan><tspan x='3' dy='20'>H</tspan></text>"
    )
    assert _reach(second)[0] > _reach(first)[2] + 5
    assert _reach(second)[3] == 12
    assert _reach(third)[0] - 3 == pytest.approx(_reach(first)[0] - 1, abs=0.001)
    assert _reach(third)[3] == 32
    assert (second.get("fill"), second.get("opacity"), first.get("fill"), first.get("opacity")) == (
        "#a00",
        ".5",
        "",
        "",
    )


def test_what_holds_for_the_text_holds_for_its_outlines() -> None:
    (path,) = _paths(
        "<style>text{fill:#a00;opacity:.5;transform:rotate(5)}</style>",
        f"<g fill-rule='evenodd' stroke='#00a'><text {OURS} id='t' stroke-width='2'>A</text></g>",
    )
    assert [path.get(name) for name in ("fill", "stroke", "stroke-width", "fill-rule")] == [
        "#a00",
        "#00a",
        "2",
        "nonzero",
    ]
    assert path.parent is not None
    assert [path.parent.get(name) for name in ("id", "opacity", "transform")] == ["t", ".5", "rotate(5)"]


@pytest.mark.parametrize(
    "data",
    [
        drawing("<path d='M0 0'/>"),
        drawing("<title>text</title>"),
        drawing("<defs><text>A</text></defs>"),
        drawing("<text font-family='Arial'>A</text>"),
        drawing(f"<text {OURS}>A</text><text>B</text>"),
        b"<svg><text>",
        b"text",
    ],
)
def test_a_drawing_without_words_or_with_some_that_cannot_be_set_keeps_its_bytes(data: bytes) -> None:
    assert outlined(data, FACES) is data


def test_a_letter_that_the_face_lacks_is_named() -> None:
    made = read(f"<text {OURS}>A\u4e2d</text>")
    assert refused(made, made.texts[0], FACES) == "its face has no '\u4e2d'"
