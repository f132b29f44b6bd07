"""The course of the river: contour lines of water that leave one source as three streams and join again.

Geometry only, in pt; ``templates/motif.html`` says where the river runs, how heavy its lines are and in which colours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import hypot, pi, sin

from brochures.compose.drawings.curves import Point, through

STREAMS = (-1, 0, 1)
"""On which side of the course each stream runs: left of it, on it, right of it."""

STEPS = 24
"""In how many pieces a line is drawn."""


@dataclass(frozen=True)
class Stream:
    """One stream as path data: its middle, and each pair of contour lines outwards from it."""

    middle: str
    contours: tuple[str, ...]


@dataclass(frozen=True)
class River:
    """The three streams, from left to right of the course, and the way along each of them."""

    streams: tuple[Stream, ...]
    middles: tuple[Callable[[float], Point], ...]

    def stop(self, stream: int, along: float) -> Point:
        """Return the point of the middle of ``stream`` at ``along`` of its length, from 0 at the source to 1."""
        x, y = self.middles[stream](along)
        return round(x, 2), round(y, 2)


@cache
def river(
    source: Point,
    mouth: Point,
    *,
    spread: float,
    contours: int = 0,
    gap: float = 0,
    source_gap: float = 0,
    meander: float = 0,
) -> River:
    """Return a river from ``source`` to ``mouth``. All lengths are in pt.

    ``spread`` is how far the outer streams lie from the middle at the widest, ``contours`` how many pairs of lines
    accompany each stream, ``gap`` how far they lie apart there and ``source_gap`` at the source, ``meander`` how far
    the streams sway.
    """
    middles = tuple(_way(source, mouth, _Lane(side, spread, meander, 0, 0)) for side in STREAMS)
    streams = []
    for side, middle in zip(STREAMS, middles, strict=True):
        pairs = []
        for number in range(1, contours + 1):
            banks = (_Lane(side, spread, meander, bank * number * gap, bank * number * source_gap) for bank in (1, -1))
            pairs.append("".join(_line(_way(source, mouth, lane)) for lane in banks))
        streams.append(Stream(_line(middle), tuple(pairs)))
    return River(tuple(streams), middles)


@dataclass(frozen=True)
class _Lane:
    """Where a line lies beside the course: on which side, and how far from the middle of its stream."""

    side: int
    spread: float
    meander: float
    beside: float
    beside_source: float

    def offset(self, along: float) -> float:
        """Return how far left of the course the line lies at ``along``, in pt."""
        wide = sin(pi * along)
        sway = self.meander * sin(2 * pi * along + 0.6 * self.side) * wide
        return self.side * self.spread * wide + sway + self.beside_source + (self.beside - self.beside_source) * wide


def _way(source: Point, mouth: Point, lane: _Lane) -> Callable[[float], Point]:
    """Return the function from 0 … 1 to the points of the line in ``lane``."""
    (x0, y0), (x1, y1) = source, mouth
    length = hypot(x1 - x0, y1 - y0)
    across = ((y1 - y0) / length, -(x1 - x0) / length)

    def at(along: float) -> Point:
        offset = lane.offset(along)
        return x0 + (x1 - x0) * along + across[0] * offset, y0 + (y1 - y0) * along + across[1] * offset

    return at


def _line(way: Callable[[float], Point]) -> str:
    """Return ``way`` as path data."""
    return through([way(step / STEPS) for step in range(STEPS + 1)])
