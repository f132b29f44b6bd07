"""The river as it is seen: a ribbon that comes from the horizon and widens towards the reader, with the three streams inside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import pi, sin

from brochures.compose.drawings.curves import Point, through

STEPS = 12
"""In how many pieces a side of the ribbon is drawn; twice as many where it winds."""

NARROW = 3.0
"""How wide the river is at the horizon, in pt."""

LANES = (-0.24, 0.0, 0.24)
"""Where the three streams run, as parts of the river's width from its middle."""

CURRENTS = ((0.0, 0.034), (-0.068, 0.013), (0.068, 0.013))
"""Of each stream its currents: how far beside its lane and how broad, as parts of the river's width."""


@dataclass(frozen=True)
class Ribbon:
    """The river: its outline, the outline of each stream from left to right, and its middle and width along the way, from 0 to 1."""

    path: str
    streams: tuple[str, ...]
    at: Callable[[float], tuple[float, float, float]]


def ribbon(
    source: Point,
    mouth: Point,
    width: float,
    *,
    sway: float = 0,
    turns: float = 1,
    open_up: float = 1.7,
    narrow: float = NARROW,
    lanes: tuple[float, ...] = LANES,
) -> Ribbon:
    """Return the river from ``source`` at the horizon to ``mouth`` at the foot of the picture, where it is ``width`` wide.

    ``sway`` is how far it swings to its sides, in pt, ``turns`` how often there and back, ``open_up`` how late it widens: 1 evenly; ``narrow`` is how wide
    it is at its source, ``lanes`` where its streams run.
    """
    (x0, y0), (x1, y1) = source, mouth

    def at(share: float) -> tuple[float, float, float]:
        late = share**open_up
        swing = sway * sin(2 * pi * turns * share**0.62) * share**0.8 * (1 - share) ** 0.6
        return x0 + (x1 - x0) * late + swing, y0 + (y1 - y0) * share, narrow + (width - narrow) * late

    steps = STEPS if turns <= 1 else 2 * STEPS
    places = [at(step / steps) for step in range(steps + 1)]

    def strip(left: float, right: float) -> str:
        there = through([(x + left * wide, y) for x, y, wide in places])
        return there + through([(x + right * wide, y) for x, y, wide in reversed(places)], on=True) + "Z"

    streams = tuple(
        "".join(strip(lane + beside - broad / 2, lane + beside + broad / 2) for beside, broad in CURRENTS)
        for lane in lanes
    )
    return Ribbon(strip(-0.5, 0.5), streams, at)
