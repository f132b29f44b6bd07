"""Rectangles of a page, in pt from the top left corner of its trim, and of a picture, in px from its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["top", "right", "bottom", "left"]

PixelBox = tuple[int, int, int, int]
"""A rectangle of a picture: left, top, right, bottom in px from its top left corner, as Pillow takes it; right and bottom lie outside."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in pt from the top left corner of the trim; ``bottom`` lies below ``top``."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right, in pt."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom, in pt."""
        return self.bottom - self.top

    def past(self, other: Box) -> dict[Side, float]:
        """Return how far this box reaches past each side of ``other``, in pt; negative where it stays inside."""
        return {
            "bottom": self.bottom - other.bottom,
            "top": other.top - self.top,
            "right": self.right - other.right,
            "left": other.left - self.left,
        }

    def around(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        return Box(
            min(self.left, other.left), min(self.top, other.top), max(self.right, other.right), max(self.bottom, other.bottom)
        )  # fmt: skip

    def holds_middle(self, other: Box, slack: float) -> bool:
        """Return whether the middle of ``other`` lies in this box, or at most ``slack`` pt outside of it."""
        x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        return self.left - slack <= x <= self.right + slack and self.top - slack <= y <= self.bottom + slack

    def meets(self, other: Box) -> bool:
        """Return whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )
