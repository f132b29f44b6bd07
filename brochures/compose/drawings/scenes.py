"""Scenes with people: woods by a river in layers, with what stands there. One for each kind of ``SceneKind``.

A scene fills a box of any size, in pt; y grows downwards. Where people stand at a part of the width is ``stand``; from where to where they
may is ``GROUND`` of ``load.model.scenes``. A scene is drawn once for all files that show it in one size.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from brochures.compose.drawings.bird_view import spring_scene, valley_scene
from brochures.compose.drawings.landscape import (
    FAR,
    NEAR,
    SECOND,
    THIRD,
    CutShape,
    Grove,
    Landscape,
    SceneBox,
    flowing,
)
from brochures.compose.drawings.props import bench, bridge, house
from brochures.compose.drawings.ribbon import ribbon
from brochures.compose.drawings.woods import bank
from brochures.load.model.scenes import GROUND, SceneKind


def bridge_scene(width: float, height: float) -> Landscape:
    """Return a footbridge over the river, seen from the water. Its ends lie in the banks."""
    box = SceneBox(width, height)
    far = box.layer(FAR, 0.42, 0.016, 0.1, Grove((0, 1), 22, (0.10, 0.24), 0.2))
    second = box.layer(
        SECOND,
        0.485,
        0.022,
        0.62,
        Grove((-0.02, 0.36), 24, (0.2, 0.36), 0.55),
        Grove((0.62, 1.04), 22, (0.18, 0.38), 0.15),
    )
    third = box.layer(
        THIRD, 0.585, 0.02, 0.3, Grove((-0.02, 0.22), 25, (0.34, 0.5), 0.3), Grove((0.78, 1.04), 23, (0.32, 0.52), 0.8)
    )
    water = ribbon((width * 0.5, height * 0.475), (width * 0.47, height), width * 0.95, sway=width * 0.24)
    left, right = (box.across(share) for share in GROUND[SceneKind.BRIDGE])
    over = bridge(left, right, box.down(0.79), rise=box.down(0.045), thick=box.down(0.012), rail=box.down(0.046))
    shores = CutShape(box.shore(0.7, 0.3) + box.shore(0.68, 0.3, right=True), NEAR)
    return Landscape(
        (*far.shapes, *second.shapes, *third.shapes, *flowing(water)),
        (CutShape(over.deck + over.rail, "accent"), shores),
        box.down(0.135),
        lambda at: (box.across(at), over.level(box.across(at))),
    )


def bench_scene(width: float, height: float) -> Landscape:
    """Return a bench by the water, seen from behind over the near bank, which hides the legs."""
    box = SceneBox(width, height)
    far = box.layer(FAR, 0.40, 0.015, 0.55, Grove((0, 1), 22, (0.08, 0.22), 0.4))
    second = box.layer(
        SECOND, 0.46, 0.02, 0.2, Grove((-0.02, 0.42), 22, (0.16, 0.34), 0.1), Grove((0.70, 1.02), 22, (0.18, 0.36), 0.6)
    )
    third = box.layer(
        THIRD,
        0.545,
        0.014,
        0.85,
        Grove((-0.02, 0.24), 24, (0.26, 0.44), 0.35),
        Grove((0.84, 1.02), 24, (0.30, 0.46), 0.7),
    )
    water = ribbon(
        (width * 0.6, height * 0.45), (width * 0.1, height * 0.97), width * 1.5, sway=width * 0.34, open_up=2.1
    )
    near = box.layer(NEAR, 0.84, 0.02, 0.4)
    left, right = (box.across(share) for share in GROUND[SceneKind.BENCH])
    adult = box.down(0.34)
    foot = near.crest((left + right) / 2) + adult * 0.2
    seat = CutShape(bench(left, right, foot - adult * 0.25, foot), "seat")
    return Landscape(
        (*far.shapes, *second.shapes, *third.shapes, *flowing(water)),
        (seat, *near.shapes),
        adult,
        lambda at: (box.across(at), foot),
    )


def bank_scene(width: float, height: float) -> Landscape:
    """Return the woods across the river from the near bank, where people walk."""
    box = SceneBox(width, height)
    far = box.layer(FAR, 0.48, 0.018, 0.15, Grove((0, 1), 22, (0.08, 0.2), 0.3))
    second = box.layer(
        SECOND,
        0.55,
        0.022,
        0.7,
        Grove((-0.02, 0.42), 20, (0.14, 0.28), 0.55),
        Grove((0.66, 1.02), 20, (0.14, 0.3), 0.2),
    )
    third = box.layer(
        THIRD,
        0.63,
        0.016,
        0.35,
        Grove((-0.02, 0.24), 22, (0.22, 0.36), 0.6),
        Grove((0.82, 1.02), 22, (0.22, 0.38), 0.1),
    )
    water = ribbon(
        (width * 0.6, height * 0.535), (width * 0.2, height * 0.97), width * 1.2, sway=width * 0.3, open_up=2
    )
    near = box.layer(NEAR, 0.88, 0.016, 0.55)
    return Landscape(
        (*far.shapes, *second.shapes, *third.shapes, *flowing(water), *near.shapes),
        (),
        box.down(0.22),
        lambda at: (box.across(at), near.crest(box.across(at)) + box.down(0.006)),
    )


def door_scene(width: float, height: float) -> Landscape:
    """Return a path to a house whose door stands open, with light in it. Woods stand beside and behind it: a title has the sky before it."""
    box = SceneBox(width, height)
    far = box.layer(FAR, 0.68, 0.02, 0.15, Grove((0.52, 1), 1.1, (0.3, 0.42), 0.3))
    second = box.layer(
        SECOND, 0.75, 0.02, 0.7, Grove((0.5, 0.62), 1.6, (0.4, 0.5), 0.55), Grove((0.8, 1), 1.4, (0.48, 0.6), 0.2)
    )
    third = box.layer(THIRD, 0.82, 0.016, 0.35, Grove((0.82, 0.99), 2.0, (0.6, 0.74), 0.6))
    floor = box.down(0.91)
    home = house(
        box.across(GROUND[SceneKind.DOOR][1] - 0.02), floor, min(box.across(0.3), box.down(0.8)), box.down(0.38)
    )
    path = bank(width, height, floor, 0)
    return Landscape(
        (
            *far.shapes,
            *second.shapes,
            *third.shapes,
            CutShape(home.wall, NEAR),
            CutShape(home.light, "river"),
            CutShape(path.path, "path"),
        ),
        (CutShape(home.leaf, "accent"),),
        box.down(0.34),
        lambda at: (box.across(at), floor + box.down(0.05)),
    )


SCENES: Mapping[str, Callable[[float, float], Landscape]] = {
    SceneKind.BRIDGE: bridge_scene,
    SceneKind.BENCH: bench_scene,
    SceneKind.DOOR: door_scene,
    SceneKind.BANK: bank_scene,
    SceneKind.SPRING: spring_scene,
    SceneKind.VALLEY: valley_scene,
}
"""What draws each kind of scene."""


@cache
def landscape(kind: str, width: float, height: float) -> Landscape:
    """Return the scene ``kind`` in a box, drawn once."""
    return SCENES[kind](width, height)
