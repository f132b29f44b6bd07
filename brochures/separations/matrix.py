"""Matrices of the imaging model (ISO 32000-1, 8.3.4), in pt with the page's own origin: ``y`` points up."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top; with right below left, nothing."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Bounds = (-math.inf, -math.inf, math.inf, math.inf)


def matrix(numbers: Iterable[Any]) -> Matrix:
    """Return six numbers as a matrix. Raise ``ValueError`` when they are not six."""
    a, b, c, d, e, f = numbers
    return float(a), float(b), float(c), float(d), float(e), float(f)


def box_of(edges: Iterable[Any]) -> Bounds:
    """Return a box, whichever two opposite corners are given. Raise ``ValueError`` when they are not four numbers."""
    a, b, c, d = map(float, edges)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that is ``one`` and then ``other``."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def inverse(one: Matrix) -> Matrix:
    """Return the matrix that undoes ``one``. Raise ``ZeroDivisionError`` when nothing can."""
    a, b, c, d, e, f = one
    area = a * d - b * c
    return (d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)


def moved(one: Matrix, x: float, y: float) -> Point:
    """Return where ``one`` puts the point."""
    a, b, c, d, e, f = one
    return a * x + c * y + e, b * x + d * y + f


def bounds(points: Iterable[Point]) -> Bounds:
    """Return the smallest upright rectangle around ``points``. Raise ``ValueError`` when there are none."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def placed(one: Matrix, box: Bounds) -> Bounds:
    """Return the upright rectangle around ``box`` as ``one`` places it."""
    left, bottom, right, top = box
    return bounds(moved(one, x, y) for x in (left, right) for y in (bottom, top))


def shared(one: Bounds, other: Bounds) -> Bounds:
    """Return what both cover; where that is nothing, a rectangle without area that lies in ``other``."""
    left, right = (min(max(edge, other[0]), other[2]) for edge in (one[0], one[2]))
    bottom, top = (min(max(edge, other[1]), other[3]) for edge in (one[1], one[3]))
    return left, bottom, right, top


def meet(one: Bounds, clip: Bounds) -> bool:
    """Return whether a clip leaves anything of a rectangle; one without width or height is a line, of which it may leave something."""
    return all(
        low < high and (min(end, high) > max(start, low) or (start == end and low <= start <= high))
        for start, end, low, high in ((one[0], one[2], clip[0], clip[2]), (one[1], one[3], clip[1], clip[3]))
    )


def scales(one: Matrix) -> tuple[float, float]:
    """Return what the matrix makes of a length of 1: in the direction in which that is least, and where it is most."""
    a, b, c, d, _, _ = one
    squares, area = a * a + b * b + c * c + d * d, abs(a * d - b * c)
    larger = math.sqrt((squares + math.sqrt(max(squares * squares - 4 * area * area, 0.0))) / 2)
    return (area / larger if larger else 0.0), larger
