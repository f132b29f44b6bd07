"""A path under construction, in the page's own coordinates: how far it reaches, and how thin its rectangles are."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from brochures.geometry.pdf_box import PdfBox, Point
from brochures.geometry.units import SAME_POINT

CORNERS = 4


class Path:
    """Subpaths, each a list of the points that it goes through, and the curves among them: these may reach further."""

    def __init__(self) -> None:
        self._parts: list[list[Point]] = []
        self._curved: set[int] = set()
        self._curves: list[tuple[Point, Point, Point, Point]] = []

    def move(self, point: Point) -> None:
        """Begin a subpath."""
        self._parts.append([point])

    def line(self, point: Point) -> None:
        """Go straight on. Raise ``ValueError`` when nothing was begun."""
        self._part().append(point)

    def curve(self, one: Point, other: Point, end: Point) -> None:
        """Go on along a Bézier curve."""
        part = self._part()
        self._curves.append((part[-1], one, other, end))
        part.append(end)
        self._curved.add(len(self._parts) - 1)

    @property
    def here(self) -> Point:
        """The current point."""
        return self._part()[-1]

    def close(self) -> None:
        """Go back to where the subpath began; what comes next begins there."""
        start = self._part()[0]
        self.line(start)
        self.move(start)

    def _part(self) -> list[Point]:
        if not self._parts:
            raise ValueError("a path begins with a point")
        return self._parts[-1]

    @property
    def bounds(self) -> PdfBox | None:
        """The smallest upright rectangle around it; None for a path of no length."""
        points = [point for part in self._parts if len(part) > 1 for point in part]
        points += [point for curve in self._curves for point in _turns(*curve)]
        return PdfBox.around(points) if points else None

    def thickness(self, *, even_odd: bool) -> float | None:
        """Return the shorter side of its thinnest rectangle, in pt; None when it has none.

        By the even-odd rule, of two rectangles after each other of which one holds the other, a frame is left: its thinnest side counts.
        """
        waiting = [part for index, part in enumerate(self._parts) if index not in self._curved]
        rectangles = [(part, side) for part in waiting if (side := _shorter_side(part)) is not None]
        sides: list[float] = []
        while rectangles:
            one, side = rectangles.pop(0)
            frame = _frame(one, rectangles[0][0]) if even_odd and rectangles else None
            if frame is None:
                sides.append(side)
            else:
                rectangles.pop(0)
                sides += frame
        return min(sides, default=None)


def _frame(one: list[Point], other: list[Point]) -> list[float] | None:
    """Return the thinnest side of what lies between two upright rectangles, nothing where they are the same; None where neither holds the other."""
    a, b = PdfBox.around(one), PdfBox.around(other)
    if not (_is_upright(one) and _is_upright(other)):
        return None
    for inner, outer in ((a, b), (b, a)):
        gaps = (inner.left - outer.left, inner.bottom - outer.bottom, outer.right - inner.right, outer.top - inner.top)
        if min(gaps) > -SAME_POINT:
            return [min(gap for gap in gaps if gap > SAME_POINT)] if max(gaps) > SAME_POINT else []
    return None


def _is_upright(part: list[Point]) -> bool:
    return all(abs(a - c) < SAME_POINT or abs(b - d) < SAME_POINT for (a, b), (c, d) in pairwise(part))


def _shorter_side(part: list[Point]) -> float | None:
    """Return the height of a parallelogram on its longer side; None for any other figure."""
    corners = part[:-1] if len(part) == CORNERS + 1 and math.dist(part[0], part[-1]) < SAME_POINT else part
    if len(corners) != CORNERS:
        return None
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    if abs(ax + cx - bx - dx) > SAME_POINT or abs(ay + cy - by - dy) > SAME_POINT:
        return None
    longer = max(math.hypot(bx - ax, by - ay), math.hypot(dx - ax, dy - ay))
    return abs((bx - ax) * (dy - ay) - (by - ay) * (dx - ax)) / longer if longer else 0.0


def _turns(start: Point, one: Point, other: Point, end: Point) -> Iterator[Point]:
    """Yield the points at which a Bézier curve turns back, in either direction."""
    for axis in (0, 1):
        a, b, c, d = start[axis], one[axis], other[axis], end[axis]
        if min(a, d) <= min(b, c) and max(b, c) <= max(a, d):
            continue
        for t in _roots(d - 3 * c + 3 * b - a, 2 * (a - 2 * b + c), b - a):
            if 0 < t < 1:
                shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                points = (start, one, other, end)
                x, y = (sum(share * point[i] for share, point in zip(shares, points, strict=True)) for i in (0, 1))
                yield x, y


def _roots(a: float, b: float, c: float) -> tuple[float, ...]:
    """Return where ``a t² + b t + c`` is nothing."""
    if abs(a) < 1e-12:  # noqa: PLR2004 as good as a straight line
        return (-c / b,) if b else ()
    square = b * b - 4 * a * c
    if square < 0:
        return ()
    return ((-b + math.sqrt(square)) / (2 * a), (-b - math.sqrt(square)) / (2 * a))
