"""Shapes that are cut from paper: closed outlines, and limbs that taper, as path data. Numbers in, paths out, in pt; y grows downwards."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Corner = tuple[float, float, float]
"""A point of an outline, and how soft it is: 0 a sharp corner, 1 a curve."""

Joint = tuple[float, float, float]
"""A point on the middle of a limb, and how thick the limb is there."""


def outline(corners: Sequence[Corner]) -> str:
    """Return the closed outline through ``corners``. Its handles are a third of the shorter side, so that it never overshoots."""
    count = len(corners)
    handles = [_handle(corners[number - 1], corners[number], corners[(number + 1) % count]) for number in range(count)]
    parts = [f"M{_number(*corners[0][:2])}"]
    for number in range(count):
        here, there = corners[number], corners[(number + 1) % count]
        out, back = handles[number], handles[(number + 1) % count]
        parts.append(
            f"C{_number(here[0] + out[0], here[1] + out[1])} {_number(there[0] - back[0], there[1] - back[1])} {_number(*there[:2])}"
        )
    return "".join([*parts, "Z"])


def limb(joints: Sequence[Joint]) -> str:
    """Return a limb through ``joints``, at least two of them: it bends softly, tapers from joint to joint and ends round."""
    middles = [(x, y) for x, y, _ in joints]
    ways = [_way(middles, number) for number in range(len(middles))]
    left = [_beside(joint, way, 1) for joint, way in zip(joints, ways, strict=True)]
    right = [_beside(joint, way, -1) for joint, way in zip(joints, ways, strict=True)]
    last, first = joints[-1][2] / 2, joints[0][2] / 2
    return (
        f"M{_number(*left[0])}{_curve(left, ways)}A{last:g} {last:g} 0 0 1 {_number(*right[-1])}"
        f"{_curve(right[::-1], [(-x, -y) for x, y in reversed(ways)])}A{first:g} {first:g} 0 0 1 {_number(*left[0])}Z"
    )


def disc(middle: Point, across: float, high: float | None = None) -> str:
    """Return a disc ``across`` wide, and ``high`` where it is an oval."""
    wide, tall = across / 2, (across if high is None else high) / 2
    x, y = middle
    start, end = _number(x - wide, y), _number(x + wide, y)
    return f"M{start}A{wide:g} {tall:g} 0 0 1 {end}A{wide:g} {tall:g} 0 0 1 {start}Z"


def _handle(before: Corner, here: Corner, after: Corner) -> Point:
    across = after[0] - before[0], after[1] - before[1]
    length = hypot(*across) or 1
    shorter = min(hypot(here[0] - before[0], here[1] - before[1]), hypot(after[0] - here[0], after[1] - here[1]))
    share = here[2] * shorter * 0.36 / length
    return across[0] * share, across[1] * share


def _way(middles: Sequence[Point], number: int) -> Point:
    """Return which way the limb runs at a joint, as a step of length 1."""
    before, after = middles[max(number - 1, 0)], middles[min(number + 1, len(middles) - 1)]
    x, y = after[0] - before[0], after[1] - before[1]
    length = hypot(x, y)
    return x / length, y / length


def _beside(joint: Joint, way: Point, side: int) -> Point:
    x, y, thick = joint
    return x + side * way[1] * thick / 2, y - side * way[0] * thick / 2


def _curve(points: Sequence[Point], ways: Sequence[Point]) -> str:
    parts = []
    for (here, there), (leaving, arriving) in zip(pairwise(points), pairwise(ways), strict=True):
        third = hypot(there[0] - here[0], there[1] - here[1]) / 3
        out = here[0] + leaving[0] * third, here[1] + leaving[1] * third
        back = there[0] - arriving[0] * third, there[1] - arriving[1] * third
        parts.append(f"C{_number(*out)} {_number(*back)} {_number(*there)}")
    return "".join(parts)


def _number(x: float, y: float) -> str:
    """Return a point as path data, to a hundredth of a pt and never ``-0``."""
    return f"{round(x, 2) + 0:g} {round(y, 2) + 0:g}"
