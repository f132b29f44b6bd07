"""The calibration sheet: two scales that lie over each other when the sheet is held against the light, like those of a slide gauge.

Seen from the back, the lines of the back stand 13 mm apart and those of the front, which shine through, 14 mm. So the pair that lies on
one line tells how many mm the back is off. 13 mm is more than two lines that belong to different pairs can come apart by, up to 6 mm
either way, so no wrong pair ever meets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brochures.geometry.units import MM

MOST = 6
"""The greatest offset that the scales show, in mm; one line for each mm and direction."""

BACK_PITCH, FRONT_PITCH = 13 * MM, 14 * MM

LENGTH = 36.0
"""Of a line, in pt. Lines of the front reach half as far into those of the back, so that they still meet when the sheet is off the other way."""

FROM_FOOT, FROM_SIDE = 92.0, 104.0
"""Where the lines of the back begin, in pt: above the foot of the sheet, and left of its right edge."""

CORNER, ARM = 34.0, 10.0
"""How far the crosses stand from both edges of their corner, and how long their arms are, in pt."""


@dataclass(frozen=True)
class ScaleLine:
    """A line of a scale in pt from the sheet's top left corner; ``value`` in mm, and where its number stands on the back."""

    x1: float
    y1: float
    x2: float
    y2: float
    value: int = 0
    x: float = 0.0
    y: float = 0.0


def back_scales(width: float, height: float) -> tuple[ScaleLine, ...]:
    """Return the lines of the back: those at the foot, from left to right, then those at the side, from the foot up."""
    return (*_foot_of_back(width, height), *_side_of_back(width, height))


def front_scales(width: float, height: float) -> tuple[ScaleLine, ...]:
    """Return the lines of the front, which has its left where the back has its right."""
    foot, side = height - FROM_FOOT, FROM_SIDE
    level = (width / 2 - number * FRONT_PITCH for number in range(-MOST, MOST + 1))
    upright = (height / 2 - number * FRONT_PITCH for number in range(-MOST, MOST + 1))
    return (
        *(ScaleLine(x, foot - LENGTH, x, foot + LENGTH / 2) for x in level),
        *(ScaleLine(side + LENGTH, y, side - LENGTH / 2, y) for y in upright),
    )


def _foot_of_back(width: float, height: float) -> Iterator[ScaleLine]:
    top = height - FROM_FOOT
    for value in range(-MOST, MOST + 1):
        x = width / 2 + value * BACK_PITCH
        yield ScaleLine(x, top, x, top + LENGTH, value, x, top + LENGTH + 11)


def _side_of_back(width: float, height: float) -> Iterator[ScaleLine]:
    left = width - FROM_SIDE
    for value in range(-MOST, MOST + 1):
        y = height / 2 - value * BACK_PITCH
        yield ScaleLine(left, y, left + LENGTH, y, value, left + LENGTH + 12, y + 3.5)


def example_scale() -> tuple[ScaleLine, ...]:
    """Return a part of the scale at the foot as it is seen where the back is 1 mm off to the right, from 0, 0."""
    middle, top = 120.0, LENGTH / 2
    front = (
        ScaleLine(middle + value * FRONT_PITCH, 0, middle + value * FRONT_PITCH, top + LENGTH / 2)
        for value in range(-2, 3)
    )
    back = ((middle + value * BACK_PITCH + MM, value) for value in range(-2, 3))
    return (*front, *(ScaleLine(x, top, x, top + LENGTH, value, x, top + LENGTH + 11) for x, value in back))


def corner_crosses(width: float, height: float) -> tuple[ScaleLine, ...]:
    """Return the crosses in the four corners, two lines each: front and back have them in the same places."""
    places = [(x, y) for x in (CORNER, width - CORNER) for y in (CORNER, height - CORNER)]
    return tuple(
        line for x, y in places for line in (ScaleLine(x - ARM, y, x + ARM, y), ScaleLine(x, y - ARM, x, y + ARM))
    )
