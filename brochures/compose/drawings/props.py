"""What stands in the woods: a footbridge, a bench, a house with its door. Shapes as path data, in pt; y grows downwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from brochures.compose.drawings.curves import Point, straight, through

STEPS = 8
"""In how many pieces the arc of a bridge is drawn."""

POSTS = 9
"""How many posts carry the handrail."""


@dataclass(frozen=True)
class Bridge:
    """A footbridge: its deck, its handrail with the posts, and the y of the deck at each x."""

    deck: str
    rail: str
    level: Callable[[float], float]


def bridge(left: float, right: float, level: float, *, rise: float, thick: float, rail: float) -> Bridge:
    """Return a bridge from ``left`` to ``right`` whose ends lie at ``level``: an arc that rises by ``rise``, a handrail ``rail`` above it."""

    def deck(x: float) -> float:
        along = (x - left) / (right - left)
        return level - rise * 4 * along * (1 - along)

    xs = [left + (right - left) * step / STEPS for step in range(STEPS + 1)]
    middle = (left + right) / 2

    def arc(lower: float, *, end: float = 0) -> list[Point]:
        return [(x, deck(x) + lower + end * ((x - middle) / (right - middle)) ** 2) for x in xs]

    def band(above: list[Point], below: list[Point]) -> str:
        return through(above) + through(below[::-1], on=True) + "Z"

    bar = thick * 0.5
    posts = "".join(
        box(x - bar / 2, deck(x) - rail + bar / 2, bar, rail)
        for x in (left + (right - left) * (post + 0.5) / POSTS for post in range(POSTS))
    )
    return Bridge(
        band(arc(0), arc(thick, end=thick * 1.2)),
        band(arc(-rail), arc(bar - rail)) + posts,
        deck,
    )


def box(x: float, y: float, width: float, height: float) -> str:
    """Return a box from its upper left corner."""
    return straight([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])


def bench(left: float, right: float, seat: float, foot: float) -> str:
    """Return a bench from behind: the three slats of its back, from ``seat`` up, on two posts that stand at ``foot``."""
    tall = foot - seat
    bar = tall * 0.26
    inset = (right - left) * 0.06
    return "".join(
        (
            *(box(left, seat - up * tall, right - left, bar) for up in (1.0, 0.58, 0.16)),
            *(box(x, seat - tall, bar * 0.7, tall * 2.05) for x in (left + inset, right - inset - bar * 0.7)),
        )
    )


@dataclass(frozen=True)
class House:
    """A house seen from its gable: its wall with the roof, the light in its doorway and window, the leaf of the open door."""

    wall: str
    light: str
    leaf: str


def house(left: float, foot: float, width: float, door: float) -> House:
    """Return a house whose doorway is ``door`` high."""
    eaves, ridge, over = foot - door * 1.38, foot - door * 1.38 - width * 0.34, width * 0.07
    x, wide, pane = left + width * 0.22, door * 0.5, door * 0.34
    gable = [
        (left, foot), (left, eaves), (left - over, eaves), (left + width / 2, ridge), (left + width + over, eaves),
        (left + width, eaves), (left + width, foot),
    ]  # fmt: skip
    leaf = [(x, foot - door), (x - wide * 0.62, foot - door * 0.95), (x - wide * 0.62, foot), (x, foot)]
    window = left + width * 0.64
    panes = "".join(
        box(window + pane * 0.58 * column, foot - door * 0.95 + pane * 0.58 * row, pane * 0.5, pane * 0.5)
        for column in (0, 1)
        for row in (0, 1)
    )
    return House(straight(gable), box(x, foot - door, wide, door) + panes, straight(leaf))
