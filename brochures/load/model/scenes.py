"""Scenes: a place by the river, and who is there. What it looks like is the brand's (``templates/motif.html``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Model


class SceneKind(StrEnum):
    """A place by the river."""

    BRIDGE = "bridge"
    BENCH = "bench"
    DOOR = "door"
    BANK = "bank"
    SPRING = "spring"
    VALLEY = "valley"


class Pose(StrEnum):
    """What somebody in a scene does."""

    STANDING = "standing"
    ARM_ROUND_STANDING = "arm-round-standing"
    WALKING = "walking"
    ARM_IN_ARM = "arm-in-arm"
    CANE = "cane"
    WHEELCHAIR = "wheelchair"
    CHILD = "child"
    SITTING_BEHIND = "sitting-behind"
    ARM_ROUND = "arm-round"


class Coat(StrEnum):
    """The tone of a coat. ``accent`` is the one thing of a scene that is seen first."""

    ACCENT = "accent"
    DARK = "dark"
    MIDDLE = "middle"
    LIGHT = "light"
    WARM = "warm"


class Facing(StrEnum):
    """Which way somebody looks who is seen from the side."""

    LEFT = "left"
    RIGHT = "right"


class Hair(StrEnum):
    """How somebody's hair is cut."""

    SHORT = "short"
    BUN = "bun"
    BOB = "bob"
    LONG = "long"


class Build(StrEnum):
    """How broad somebody is."""

    SLIGHT = "slight"
    USUAL = "usual"
    BROAD = "broad"


SEATED = frozenset({Pose.SITTING_BEHIND, Pose.ARM_ROUND})
"""Who needs a seat."""

GROUND: Mapping[SceneKind, tuple[float, float]] = {
    SceneKind.BRIDGE: (0.16, 0.86),
    SceneKind.BENCH: (0.36, 0.68),
    SceneKind.DOOR: (0.03, 0.66),
    SceneKind.BANK: (0.0, 1.0),
}
"""From where to where, as parts of the picture's width, a scene has something to stand or sit on. Others are seen from above: nobody is in them."""

MARGIN = 0.04
"""How far the middle of somebody stays away from the end of that ground, as a part of the picture's width."""

OWN_ACCENT = frozenset({SceneKind.BRIDGE, SceneKind.DOOR, SceneKind.SPRING, SceneKind.VALLEY})
"""The scenes where a thing, not a coat, is seen first."""


class SceneFigure(Model):
    """Somebody in a scene: ``at`` is where, as a part of the picture's width from the left."""

    figure: Pose
    at: Annotated[float, Field(ge=0, le=1, strict=False)]
    coat: Coat = Coat.DARK
    facing: Facing = Facing.RIGHT
    hair: Hair = Hair.SHORT
    build: Build = Build.USUAL


class Scene(Model):
    """A place by the river with up to six people, from those behind to those before. One thing in it is in the accent, at most."""

    kind: SceneKind
    figures: Annotated[tuple[SceneFigure, ...], Field(max_length=6)] = ()

    @model_validator(mode="after")
    def _one_accent(self) -> Scene:
        count = sum(one.coat is Coat.ACCENT for one in self.figures) + (self.kind in OWN_ACCENT)
        if count > 1:
            raise PydanticCustomError(
                "scene_accents",
                "a scene has one thing in the accent, this one has {count}{own}",
                {"count": count, "own": f": the {self.kind} is one" if self.kind in OWN_ACCENT else ""},
            )
        return self

    def off_ground(self) -> Iterator[tuple[int, str]]:
        """Yield the number of each figure that stands on nothing, with why."""
        for number, one in enumerate(self.figures):
            wrong = _off(self.kind, one)
            if wrong:
                yield number, wrong


def _off(kind: SceneKind, one: SceneFigure) -> str:
    if kind not in GROUND:
        return f"the {kind} is seen from above, and nobody stands in it"
    if (one.figure in SEATED) != (kind is SceneKind.BENCH):
        return f"'{one.figure}' {'needs a bench' if one.figure in SEATED else 'does not sit'}, and this is a {kind}"
    left, right = (round(end, 2) for end in (GROUND[kind][0] + MARGIN, GROUND[kind][1] - MARGIN))
    return (
        ""
        if left <= one.at <= right
        else f"{one.at:g} is beside the {kind}, which carries people from {left:g} to {right:g}"
    )
