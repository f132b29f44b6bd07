"""A rectangle as a PDF file has it, and the way from there to a box of a page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

from brochures.geometry.box import Box

Point = tuple[float, float]
"""A point of a page in pt, from the origin of the file's own space; ``y`` points up."""


class PdfBox(NamedTuple):
    """A rectangle in pt from the origin of the file's own space, ``y`` pointing up: ``bottom`` lies below ``top`` (ISO 32000-1, 7.9.5)."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, edges: Iterable[Any]) -> PdfBox:
        """Return a rectangle as a file writes it, by any two opposite corners. Raise ``ValueError`` when these are not four numbers."""
        a, b, c, d = map(float, edges)
        return cls(min(a, c), min(b, d), max(a, c), max(b, d))

    @classmethod
    def around(cls, points: Iterable[Point]) -> PdfBox:
        """Return the smallest upright rectangle around ``points``. Raise ``ValueError`` when there are none."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """From left to right, in pt."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top, in pt."""
        return self.top - self.bottom

    def moved(self, right: float, up: float) -> PdfBox:
        """Return the rectangle moved by so many pt."""
        return PdfBox(self.left + right, self.bottom + up, self.right + right, self.top + up)

    def grown(self, by: float) -> PdfBox:
        """Return the rectangle with its edges ``by`` pt further out."""
        return PdfBox(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def shared(self, other: PdfBox) -> PdfBox:
        """Return what both cover; where that is nothing, a rectangle without area that lies in ``other``."""
        left, right = (min(max(edge, other.left), other.right) for edge in (self.left, self.right))
        bottom, top = (min(max(edge, other.bottom), other.top) for edge in (self.bottom, self.top))
        return PdfBox(left, bottom, right, top)

    def meets(self, clip: PdfBox) -> bool:
        """Return whether ``clip`` leaves anything of it; without width or height it is a line, of which a clip may leave something."""
        return _meet(self.left, self.right, clip.left, clip.right) and _meet(
            self.bottom, self.top, clip.bottom, clip.top
        )

    def from_corner(self, trim: PdfBox) -> Box:
        """Return it as a box of the page, from the top left corner of its ``trim``."""
        return Box(self.left - trim.left, trim.top - self.top, self.right - trim.left, trim.top - self.bottom)


EVERYWHERE = PdfBox(-math.inf, -math.inf, math.inf, math.inf)


def _meet(start: float, end: float, low: float, high: float) -> bool:
    return low < high and (min(end, high) > max(start, low) or (start == end and low <= start <= high))
