"""Banks and trees, cut from paper: flat shapes that stand one behind the other. Sizes are in pt; y grows downwards.

What varies from tree to tree and from swell to swell is counted, so that the same measures give the same woods.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import pi, sin

from brochures.compose.drawings.curves import Point, number, straight, through

GOLDEN = 0.6180339887
"""The part of one by which a count is spread most evenly."""

STEPS = 8
"""In how many pieces a crest is drawn."""

TAPER = 0.62
"""How thick a trunk is where it ends, as a part of its foot."""

STOUT = 0.1
"""How thick a trunk is at most, as a part of its tree."""

ROOT = 6
"""How far a trunk reaches into its bank, in pt."""

Span = tuple[float, float]
Crest = Callable[[float], float]


@dataclass(frozen=True)
class Bank:
    """A bank from edge to edge: its outline down to the foot of the picture, and the y of its crest at each x."""

    path: str
    crest: Crest


@dataclass(frozen=True)
class Tree:
    """A tree: the middle of its trunk at foot and top, how thick the foot is, and its outline with the crown."""

    foot: Point
    top: Point
    width: float
    path: str


def spread(count: int, seed: float) -> tuple[float, ...]:
    """Return ``count`` numbers from 0 to 1 that lie evenly, not in order; another ``seed``, from 0 to 1, gives others."""
    return tuple((seed + index * GOLDEN) % 1 for index in range(count))


def bank(width: float, height: float, level: float, swell: float, *, seed: float = 0, tilt: float = 0) -> Bank:
    """Return a bank whose crest lies about ``level`` and swells by ``swell``; its right end lies ``tilt`` lower than its left one."""

    def crest(x: float) -> float:
        along = x / width
        waves = sin(2 * pi * (along * 0.9 + seed)) * 0.65 + sin(2 * pi * (along * 2.1 + seed * 3.7)) * 0.35
        return level + swell * waves + tilt * (along - 0.5)

    line = through([(x, crest(x)) for x in (width * step / STEPS for step in range(STEPS + 1))])
    return Bank(f"{line}V{height:g}H0Z", crest)


def trunk(foot: Point, top: Point, width: float) -> str:
    """Return a trunk: a bar that tapers from ``width`` at its foot."""
    (x0, y0), (x1, y1), half, end = foot, top, width / 2, width * TAPER / 2
    return straight([(x0 - half, y0), (x1 - end, y1), (x1 + end, y1), (x0 + half, y0)])


def crown(x: float, top: float, foot: float, half: float) -> str:
    """Return a crown as one leaf: a point at the ``top``, widest, ``half`` to either side, in its lower third."""
    long = foot - top
    return (
        f"M{number(x, top)}C{number(x + half * 0.5, top + long * 0.3)} {number(x + half, top + long * 0.5)} {number(x + half, top + long * 0.72)}"
        f"C{number(x + half, top + long * 0.9)} {number(x + half * 0.55, foot)} {number(x, foot)}"
        f"C{number(x - half * 0.55, foot)} {number(x - half, top + long * 0.9)} {number(x - half, top + long * 0.72)}"
        f"C{number(x - half, top + long * 0.5)} {number(x - half * 0.5, top + long * 0.3)} {number(x, top)}Z"
    )


def trees(
    span: Span,
    count: int,
    crest: Crest,
    *,
    widths: Span,
    tall: Span,
    seed: float = 0,
    broad: float = 0.11,
    bare: float = 0.34,
) -> tuple[Tree, ...]:
    """Return ``count`` trees from left to right within ``span``, rooted at ``crest``.

    ``widths`` are the least and greatest of their trunks, ``tall`` those of their heights, ``broad`` is half the crown's width and
    ``bare`` the part of the trunk below it, both as parts of the height.
    """
    left, right = span
    found = []
    for index, (place, size, height) in enumerate(
        zip(spread(count, seed), spread(count, seed + 0.37), spread(count, seed + 0.71), strict=True)
    ):
        x = left + (right - left) * (index + 0.5 + 0.7 * (place - 0.5)) / count
        long = _between(tall, height)
        width = min(_between(widths, size), long * STOUT)
        foot, top = (x, crest(x) + ROOT), (x, crest(x) - long)
        leaf = crown(x, top[1], top[1] + long * (1 - bare), long * broad * (0.85 + 0.3 * place))
        found.append(Tree(foot, top, width, trunk(foot, (x, top[1] + long * 0.3), width) + leaf))
    return tuple(found)


def _between(span: Span, share: float) -> float:
    return span[0] + (span[1] - span[0]) * share
