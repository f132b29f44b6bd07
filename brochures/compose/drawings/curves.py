"""Smooth lines through points, as path data: cubic curves (Catmull-Rom), to a hundredth of a pt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]


def through(points: Sequence[Point], *, on: bool = False) -> str:
    """Return a curve through two ``points`` or more, whose ends run straight on. ``on`` goes on from the point before, by a line."""
    return _curve([_beyond(points[0], points[1]), *points, _beyond(points[-1], points[-2])], "L" if on else "M")


def around(points: Sequence[Point]) -> str:
    """Return a closed curve through three ``points`` or more."""
    return _curve([points[-1], *points, points[0], points[1]], "M") + "Z"


def _curve(way: Sequence[Point], begin: str) -> str:
    """Return the curve through ``way``, whose first and last points only say where it comes from and goes to."""
    parts = [f"{begin}{number(*way[1])}"]
    for (before, here), (there, after) in zip(pairwise(way[:-2]), pairwise(way[2:]), strict=True):
        leaving = here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6
        arriving = there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6
        parts.append(f"C{number(*leaving)} {number(*arriving)} {number(*there)}")
    return "".join(parts)


def number(x: float, y: float) -> str:
    """Return a point as path data, to a hundredth of a pt and never ``-0``."""
    return f"{round(x, 2) + 0:g} {round(y, 2) + 0:g}"


def straight(points: Sequence[Point]) -> str:
    """Return a closed shape with straight sides."""
    return "M" + "L".join(number(*point) for point in points) + "Z"


def _beyond(end: Point, inner: Point) -> Point:
    return 2 * end[0] - inner[0], 2 * end[1] - inner[1]
