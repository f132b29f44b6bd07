"""The river from above: the spring with its three rills, and the whole valley as a map. Sizes are in pt; y grows downwards."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import dist

from brochures.compose.drawings.curves import Point, number
from brochures.compose.drawings.landscape import (
    FAR,
    SECOND,
    STREAMS,
    THIRD,
    CutShape,
    Grove,
    Landscape,
    SceneBox,
    flowing,
)
from brochures.compose.drawings.props import bridge
from brochures.compose.drawings.ribbon import Ribbon, ribbon

RILLS = ((-0.3, -0.1, 0.22, 0.12), (0.0, 0.44, 0.26, 0.1), (0.3, 1.08, 0.22, -0.12))
"""Of each rill where it leaves the pool, as a part of the pool's width from its middle; then as parts of the picture's width where it leaves
the picture, how wide it is there, and how far it sways."""

RINGS = (0.76, 0.5, 0.24)
"""How large the rings on the pool are, as parts of it."""

FIRST_PLACE, LAST_PLACE = 0.2, 0.9
"""Where on the way of the river through the valley the first place lies, and the last."""

LEGS = 2000
"""In how many straight legs the way along the river is measured."""

HALVINGS = 20
"""How often the bounds of the distance between two places are halved: until it is known to a hundredth of a point."""


def spring_scene(width: float, height: float) -> Landscape:
    """Return the spring, from which three rills run down to the reader."""
    box = SceneBox(width, height)
    far = box.layer(FAR, 0.30, 0.016, 0.1, Grove((0, 1), 22, (0.08, 0.2), 0.2))
    second = box.layer(
        SECOND,
        0.36,
        0.02,
        0.62,
        Grove((-0.02, 0.38), 22, (0.16, 0.3), 0.55),
        Grove((0.62, 1.04), 22, (0.14, 0.3), 0.15),
    )
    third = box.layer(
        THIRD, 0.46, 0.02, 0.3, Grove((-0.02, 0.26), 24, (0.26, 0.42), 0.3), Grove((0.76, 1.04), 24, (0.26, 0.42), 0.8)
    )
    middle, pool, low = box.across(0.5), box.across(0.3), box.down(0.5)
    rills = [
        ribbon(
            (middle + leaves * pool, low), (box.across(end), box.down(1.02)), box.across(wide), sway=box.across(sway), turns=1.1,
            open_up=1.5, narrow=pool * 0.09, lanes=(0.0,),
        )
        for leaves, end, wide, sway in RILLS
    ]  # fmt: skip
    rings = "".join(ring(middle, low, pool * part, pool * 0.3 * part, pool * 0.012) for part in RINGS)
    x, y, wide = rills[1].at(0.5)
    over = bridge(x - wide * 1.1, x + wide * 1.1, y, rise=wide * 0.2, thick=box.down(0.011), rail=box.down(0.034))
    return Landscape(
        (
            *far.shapes, *second.shapes, *third.shapes, *(CutShape(rill.path, "river") for rill in rills),
            *(CutShape(rill.streams[0], tone) for rill, tone in zip(rills, STREAMS, strict=True)),
            CutShape(oval(middle, low, pool, pool * 0.3), "river"), CutShape(rings, STREAMS[0]),
            CutShape(box.shore(0.8, 0.2) + box.shore(0.76, 0.17, right=True), "near"),
        ),
        (CutShape(over.deck + over.rail, "accent"),),
        box.down(0.1),
        lambda at: (box.across(at), y),
    )  # fmt: skip


def oval(x: float, y: float, across: float, high: float) -> str:
    """Return an oval around a point."""
    wide, tall = across / 2, high / 2
    left, right = number(x - wide, y), number(x + wide, y)
    return f"M{left}A{wide:.2f} {tall:.2f} 0 0 1 {right}A{wide:.2f} {tall:.2f} 0 0 1 {left}Z"


def ring(x: float, y: float, across: float, high: float, thick: float) -> str:
    """Return an oval ring, as two ovals that go round in opposite ways: it is filled between them."""
    wide, tall = across / 2 - thick, high / 2 - thick / 2
    left, right = number(x - wide, y), number(x + wide, y)
    inner = f"M{left}A{wide:.2f} {tall:.2f} 0 0 0 {right}A{wide:.2f} {tall:.2f} 0 0 0 {left}Z"
    return oval(x, y, across, high) + inner


def valley_river(width: float, height: float) -> Ribbon:
    """Return the river that winds through the whole valley."""
    return ribbon(
        (width * 0.5, height * 0.2),
        (width * 0.5, height * 1.02),
        width * 0.2,
        sway=width * 0.46,
        turns=1.9,
        open_up=1.2,
    )


@cache
def valley_places(count: int, width: float, height: float) -> tuple[Point, ...]:
    """Return the middles of ``count`` places along the river through the valley, from the spring on, in pt, each as far from the next."""
    river = valley_river(width, height)
    leg = (LAST_PLACE - FIRST_PLACE) / LEGS
    way = [river.at(FIRST_PLACE + leg * at)[:2] for at in range(LEGS + 1)]
    near, wide = 0.0, sum(dist(here, there) for here, there in pairwise(way)) / max(count - 1, 1)
    for _ in range(HALVINGS):
        middle = (near + wide) / 2
        near, wide = (middle, wide) if len(paces(way, middle)) >= count else (near, middle)
    return tuple((round(x, 2), round(y, 2)) for x, y in paces(way, near)[:count])


def paces(way: list[Point], apart: float) -> list[Point]:
    """Return points of ``way``, from its first on, each at least ``apart`` from the one before."""
    reached = [way[0]]
    for point in way:
        if dist(reached[-1], point) >= apart:
            reached.append(point)
    return reached


def valley_scene(width: float, height: float) -> Landscape:
    """Return the valley from high above: the river from its spring to where it leaves, woods along it."""
    box = SceneBox(width, height)
    far = box.layer(FAR, 0.2, 0.02, 0.1, Grove((0, 1), 18, (0.05, 0.12), 0.2))
    second = box.layer(
        SECOND, 0.32, 0.02, 0.62, Grove((-0.02, 0.3), 14, (0.08, 0.14), 0.55), Grove((0.66, 1), 14, (0.08, 0.14), 0.15)
    )
    third = box.layer(
        THIRD, 0.55, 0.02, 0.3, Grove((-0.02, 0.2), 12, (0.1, 0.18), 0.55), Grove((0.8, 1), 12, (0.1, 0.18), 0.15)
    )
    near = box.layer(
        "near", 0.84, 0.02, 0.6, Grove((-0.02, 0.2), 12, (0.12, 0.2), 0.25), Grove((0.8, 1), 12, (0.12, 0.2), 0.75)
    )
    return Landscape(
        (*far.shapes, *second.shapes, *third.shapes, *near.shapes, *flowing(valley_river(width, height))),
        (),
        box.down(0.1),
        lambda at: (box.across(at), height),
    )
