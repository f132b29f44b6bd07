"""Gradients and patterns that are painted otherwise than they are meant."""

from __future__ import annotations

import pytest

from tests.drawn import told, whats

SHAPE = "<rect fill='url(#g)'/>"
BOTH = "a gradient whose colour and transparency change at once"


def _gradient(*stops: str) -> str:
    return "<linearGradient id='g'>" + "".join(f"<stop {stop}/>" for stop in stops) + "</linearGradient>"


@pytest.mark.parametrize(
    ("stops", "expected"),
    [
        (("stop-color='red'", "stop-color='blue'"), []),
        (("stop-color='red' stop-opacity='0'", "stop-color='Red'"), []),
        (("stop-color='red' stop-opacity='.5'", "stop-color='blue' stop-opacity='50%'"), []),
        (("stop-color='red' stop-opacity='0'", "stop-color='blue'"), [BOTH]),
        (("stop-color='red'", "stop-color='#0000ff80'"), [BOTH]),
        (("", "stop-color='black' stop-opacity='0'"), []),
        (("style='stop-color:red'", "style='stop-color:red;stop-opacity:0'", "stop-color='blue'"), [BOTH]),
    ],
)
def test_colour_and_transparency_may_not_change_at_once(stops: tuple[str, ...], expected: list[str]) -> None:
    assert whats(_gradient(*stops), SHAPE) == expected
    assert whats(_gradient(*stops), "<linearGradient id='h' href='#g'/>", "<rect fill='url(#h)'/>")[:1] == expected
    assert whats(_gradient(*stops)) == []


def test_it_is_told_at_the_stop() -> None:
    assert told(
        "<radialGradient id='g'><stop/>", "<stop stop-color='red' stop-opacity='.1'/></radialGradient>", SHAPE
    ) == [("RES-107", 3, 1, f"the engine does not draw {BOTH} in 'a.svg' as it is meant")]


@pytest.mark.parametrize(
    ("stop", "shape", "expected"),
    [
        ("stop-opacity='.5'", "<g opacity='.5'><rect fill='url(#g)'/></g>", 1),
        ("stop-opacity='.5'", "<rect opacity='.5' stroke='url(#g)' fill='none'/>", 1),
        ("stop-opacity='1'", "<g opacity='.5'><rect fill='url(#g)' fill-opacity='.5'/></g>", 1),
        ("stop-opacity='1'", "<g opacity='.5'><rect fill='url(#g)' stroke-opacity='.5'/></g>", 0),
        ("stop-opacity='1'", "<g opacity='.5'><rect fill='url(#g)'/></g>", 0),
        ("stop-opacity='.5'", "<g opacity='1'><rect fill='url(#g)'/></g>", 0),
        ("stop-opacity='.5'", "<g opacity='.5'><rect fill='red'/></g>", 0),
    ],
)
def test_readers_differ_about_what_is_seen_through_twice(stop: str, shape: str, expected: int) -> None:
    assert whats(_gradient(stop, stop), shape) == ["a gradient that is seen through, in a group that is"] * expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("width='4' height='4' patternUnits='userSpaceOnUse' x='3' y='2'", []),
        ("width='10%' height='4' patternUnits='userSpaceOnUse'", ["width"]),
        ("width='4' height='4' patternUnits='userSpaceOnUse' y='5%'", ["y"]),
        ("width='.1' height='10%'", []),
        ("width='.1' height='.1' x='0' y='0'", []),
        ("width='.1' height='.1' y='.2'", ["y"]),
    ],
)
def test_the_place_of_a_pattern(pattern: str, expected: list[str]) -> None:
    body = f"<pattern id='p' {pattern}><path/></pattern>"
    assert whats(body, "<rect fill='url(#p)'/>") == [f"the pattern 'p' with its {name}" for name in expected]
    assert whats(body) == []


def test_a_gradient_that_refers_to_itself_does_not_hang() -> None:
    body = ["<linearGradient id='g' href='#h'/><linearGradient id='h' href='#g'/>", SHAPE]
    assert [what.partition(",")[0] for what in whats(*body)] == ["<linearGradient>"]
