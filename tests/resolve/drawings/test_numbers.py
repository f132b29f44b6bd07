"""Numbers that cannot be read, and sizes of nothing at which the engine gives up the whole drawing."""

from __future__ import annotations

import pytest

from brochures.resolve.drawings.numbers import path_data
from tests.drawn import told, whats


@pytest.mark.parametrize(
    ("data", "readable"),
    [
        ("", True),
        (" M0 0", True),
        ("m1e1,4E-1 l.5.5 80-20 A3 3 0 1 1 9 9 z M1 2H3V4z", True),
        ("M30 40a30 20 0 1130 20z", True),
        ("M1 1 2 2 3 3C1 1 2 2 3 3 4 4 5 5 6 6S1 1 2 2T4 4Q1 1 2 2h1 2v-1-2Z", True),
        ("M10 10 X 4 4", False),
        ("L10 10", False),
        ("z", False),
        ("M 1 2 path", False),
        ("M 1 2 L 3px 4", False),
        ("M1040H110", False),
        ("M1 1C1 1 2 2 3", False),
        ("M1 1Q1 1 2", False),
        ("M1 1z5", False),
        ("M1 1A3 3 0 2 1 9 9", False),
        ("M1 1H", False),
    ],
)
def test_path_data(data: str, readable: bool) -> None:  # noqa: FBT001 a row of a table
    assert path_data(data) is readable
    assert whats(f"<path d='{data}'/>") == ([] if readable else ["path data that cannot be read"])


@pytest.mark.parametrize(
    "attribute",
    [
        "x='1'", "x=' -.5 '", "width='1e2'", "width='12.5mm'", "width='50%'", "height='auto'", "r='2.'", "opacity='50%'", "opacity='.5'",
        "stroke-width='2px'", "stroke-dasharray='1,2 3%'", "stroke-dasharray='none'", "points=''", "points='1,2 3-4.5.5'", "points='1 2 3'",
        "offset='1'", "cx='inherit'", "data-x='a'", "class='x'", "x='1000000'",
    ],
)  # fmt: skip
def test_a_number_that_can_be_read_is_let_be(attribute: str) -> None:
    assert whats(f"<rect {attribute}/>") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x", "abc"), ("x", ""), ("y", "1 2"), ("cx", "5vw"), ("width", "-5"), ("r", "-.1"), ("opacity", "half"), ("opacity", "url(#"),
        ("stroke-miterlimit", "4px"), ("x", "1e400"), ("x", "1000001"), ("stroke-dasharray", "a"), ("points", "1,2 x"), ("stroke-width", "thick"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_read_is_told_where_it_is_written(name: str, value: str) -> None:
    assert told(f"<rect {name}='{value}'/>") == [
        ("RES-107", 2, 7, f"the engine does not draw {name}='{value}' in 'a.svg' as it is meant")
    ]


def test_a_value_that_a_browser_works_out_is_told_as_such_and_words_elsewhere() -> None:
    assert whats("<rect x='calc(1px + 2px)'/>") == ["x: calc(1px + 2px)"]
    assert whats("<filter id='f' x='abc'><feOffset dx='abc' x='abc'/></filter><g filter='url(#f)'/>") == [
        "filter url(#f)"
    ]
    assert whats("<x:rect xmlns:x='other' x='abc'/>") == []
    assert whats("<text x='1 2' font-family='Source Serif'>AB</text>")[0].startswith("'a.svg' has words")


MARKED = "<path d='M0 0L1 1' marker-end='url(#m)'/>"


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("orient='auto-start-reverse' markerWidth='4'", []),
        ("orient='-30.5' viewBox='0 0 9 9'", []),
        ("orient='30deg'", ["orient='30deg'"]),
        ("orient='auo'", ["orient='auo'"]),
        ("markerWidth='0'", ["markerWidth='0'"]),
        ("markerHeight='0px'", ["markerHeight='0px'"]),
        ("viewBox='0 0 10'", ["viewBox='0 0 10'"]),
        ("viewBox='0 0 0 10'", ["viewBox='0 0 0 10'"]),
    ],
)
def test_arrow_heads(marker: str, expected: list[str]) -> None:
    assert whats(f"<marker id='m' {marker}><path/></marker>", MARKED) == expected


STOPS = "<stop/><stop offset='1'/>"
NOWHERE = "a gradient that begins where it ends"


@pytest.mark.parametrize(
    ("gradient", "expected"),
    [
        ("<linearGradient id='g' x2='0'>", []),
        ("<linearGradient id='g' x2='0' spreadMethod='pad'>", []),
        ("<linearGradient id='g' x2='0' spreadMethod='repeat'>", [NOWHERE]),
        ("<linearGradient id='g' x1='100%' y1='.5' y2='.5' spreadMethod='reflect'>", [NOWHERE]),
        ("<linearGradient id='g' x1='100' y1='.5' y2='.5' spreadMethod='reflect'>", []),
        ("<linearGradient id='g' x2='0' y2='1' spreadMethod='reflect'>", []),
        ("<radialGradient id='g' r='0'>", []),
        ("<radialGradient id='g' r='0' spreadMethod='repeat'>", [NOWHERE]),
        ("<radialGradient id='g' r='.2' fr='.2' spreadMethod='repeat'>", [NOWHERE]),
        ("<radialGradient id='g' spreadMethod='repeat'>", []),
    ],
)
def test_a_gradient_that_is_repeated_ends_somewhere(gradient: str, expected: list[str]) -> None:
    end = f"</{gradient[1:15]}>"
    assert whats(gradient + STOPS + end, "<rect fill='url(#g)'/>") == expected
    assert whats(gradient + STOPS + end) == []
