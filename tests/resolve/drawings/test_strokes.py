"""Lines that are measured otherwise, and arrow heads that turn."""

from __future__ import annotations

import pytest

from tests.drawn import whats

HEAD = "<marker id='m' orient='auto'><path d='M0 0'/></marker><marker id='fixed' orient='30'/>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<path stroke='red' vector-effect='non-scaling-stroke'/>", ["vector-effect: non-scaling-stroke"]),
        ("<path vector-effect='non-scaling-stroke'/>", []),
        ("<path stroke='none' vector-effect='non-scaling-stroke'/>", []),
        ("<path stroke='red' stroke-width='0' vector-effect='non-scaling-stroke'/>", []),
        ("<path stroke='red' stroke-width='0.5' vector-effect='non-scaling-stroke'/>", ["vector-effect: non-scaling-stroke"]),
        ("<path stroke='red' stroke-dasharray='1' pathLength='9'/>", ["dashes that are counted in pathLength"]),
        ("<path stroke='red' stroke-dasharray='none' pathLength='9'/>", []),
        ("<path stroke='red' stroke-dasharray='1'/>", []),
    ],
)  # fmt: skip
def test_lines_that_are_measured_otherwise(body: str, expected: list[str]) -> None:
    assert whats(body) == expected


@pytest.mark.parametrize(
    ("shape", "turned"),
    [
        ("<polyline marker-end='url(#m)'/>", True),
        ("<polygon marker='url(#m)'/>", True),
        ("<line marker-end='url(#m)'/>", False),
        ("<path d='M0 0L1 1' marker='url(#m)'/>", False),
        ("<path d='M0 0C1 1 2 2 3 3' marker-end='url(#m)'/>", False),
        ("<path d='M0 0C1 1 2 2 3 3' marker-start='url(#m)'/>", True),
        ("<path d='M0 0q1 1 2 2' marker-end='url(#m)'/>", True),
        ("<path d='M0 0A1 1 0 0 0 2 2' marker-end='url(#m)'/>", True),
        ("<polyline marker-end='url(#fixed)'/>", False),
        ("<polyline marker-end='url(#no)'/>", False),
        ("<g marker-end='url(#m)'><polyline/></g>", True),
    ],
)
def test_arrow_heads_turn_wrong_at_curves(shape: str, turned: bool) -> None:  # noqa: FBT001 a row of a table
    found = whats(HEAD, shape)
    assert bool(found) is turned
    assert all(what.startswith("the arrow head url(#m) (orient='auto')") for what in found)
