"""What scenes are made of: layers of woods in a box, each darker than the one behind it, and the river.

A shape says which tone it has, never its colour: ``templates/motif.html`` does. Sizes are in pt; y grows downwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from brochures.compose.drawings.curves import Point, number
from brochures.compose.drawings.ribbon import Ribbon
from brochures.compose.drawings.woods import Crest, Span, Tree, bank, trees

FULL = 412.0
"""How high a scene is whose trunks have the thickness that is written; those of others are in proportion."""

SLIM = 0.068
"""Half the width of a crown, as a part of its tree."""

FAR, SECOND, THIRD, NEAR = LAYERS = ("far", "second", "third", "near")
"""The tones of the layers, from the horizon to the reader."""

THICK = {FAR: (2.0, 4.0), SECOND: (5.0, 6.0), THIRD: (6.5, 8.0), NEAR: (9.0, 16.0)}
"""From where to where the trunks of a layer are thick, in pt."""

STREAMS = ("stream-one", "stream-two", "stream-three")


@dataclass(frozen=True)
class CutShape:
    """A shape and the name of its tone: a layer, the river or one of its streams, or what stands there."""

    path: str
    tone: str


@dataclass(frozen=True)
class Landscape:
    """What lies behind the people and before them, from far to near; how tall an adult is; and where feet stand at a part of the width."""

    behind: tuple[CutShape, ...]
    before: tuple[CutShape, ...]
    adult: float
    stand: Callable[[float], Point]


@dataclass(frozen=True)
class Grove:
    """Trees behind a bank: from where to where across, how many on a width as great as the height, how tall as parts of the height."""

    across: Span
    close: float
    tall: Span
    seed: float


@dataclass(frozen=True)
class Layer:
    """A bank with the trees behind it, and its crest."""

    shapes: tuple[CutShape, ...]
    crest: Crest


@dataclass(frozen=True)
class SceneBox:
    """The box of a scene, and what is measured by it."""

    width: float
    height: float

    @property
    def scale(self) -> float:
        """How thick trunks are beside what is written."""
        return self.height / FULL

    def across(self, share: float) -> float:
        """Return the x at a part of the width."""
        return self.width * share

    def down(self, share: float) -> float:
        """Return the y at a part of the height."""
        return self.height * share

    def layer(self, tone: str, level: float, swell: float, seed: float, *groves: Grove) -> Layer:
        """Return the layer ``tone``, whose crest lies about ``level`` of the height."""
        ground = bank(self.width, self.height, self.down(level), self.down(swell), seed=seed)
        woods = "".join(tree.path for grove in groves for tree in self.trees(tone, grove, ground.crest))
        return Layer((*((CutShape(woods, tone),) if woods else ()), CutShape(ground.path, tone)), ground.crest)

    def trees(self, tone: str, grove: Grove, crest: Crest) -> tuple[Tree, ...]:
        """Return the trees of ``grove``, rooted at ``crest``."""
        left, right = (self.across(end) for end in grove.across)
        thin, thick = (width * self.scale for width in THICK[tone])
        low, high = (self.down(share) for share in grove.tall)
        count = max(1, round(grove.close * (right - left) / self.height))
        return trees((left, right), count, crest, widths=(thin, thick), tall=(low, high), seed=grove.seed, broad=SLIM)

    def shore(self, top: float, reach: float, *, right: bool = False) -> str:
        """Return a near bank that comes down to the water from the left edge of the picture, or from the right one."""
        edge, out = (self.width, -self.across(reach)) if right else (0, self.across(reach))
        start = self.down(top)
        below = self.height - start

        def at(across: float, down: float) -> str:
            return number(edge + out * across, start + below * down)

        return (
            f"M{at(0, 0)}C{at(0.55, -0.05)} {at(0.8, 0.25)} {at(0.86, 0.5)}"
            f"C{at(0.9, 0.72)} {at(1, 0.85)} {at(1.02, 1)}L{at(0, 1)}Z"
        )


def flowing(found: Ribbon) -> tuple[CutShape, ...]:
    """Return the shapes of a river: its water, then its streams."""
    return (
        CutShape(found.path, "river"),
        *(CutShape(path, tone) for path, tone in zip(found.streams, STREAMS, strict=True)),
    )
