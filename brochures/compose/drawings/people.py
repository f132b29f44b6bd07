"""People, cut from paper: a round head, a coat, legs. No face, no hands; seen from behind or from the side.

A pose is a table of numbers (``poses``) that ``figure`` brings to its size and place. Geometry only, in pt: ``templates/people.html``
gives the colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from brochures.compose.drawings.cut_outs import TALL, CutOut
from brochures.compose.drawings.poses import HAIR, POSES
from brochures.compose.drawings.shapes import disc, limb, outline


@dataclass(frozen=True)
class PaintedPath:
    """One shape of a figure as path data; ``tone`` is what it is: head, coat, legs, aid (a cane, a wheelchair).

    ``over`` says that it lies over other shapes of the same person and has an edge of its own.
    """

    tone: str
    path: str
    over: bool = False


@dataclass(frozen=True)
class PaperFigure:
    """Somebody, from the shapes at the back to those at the front, and the box that holds them all, in pt."""

    parts: tuple[PaintedPath, ...]
    left: float
    top: float
    right: float
    bottom: float


@cache
def figure(
    x: float,
    ground: float,
    height: float,
    *,
    pose: str = "standing",
    facing: str = "right",
    hair: str = "short",
    breadth: float = 1,
) -> PaperFigure:
    """Return somebody ``height`` pt tall when standing, whose middle is at ``x`` and whose feet are at ``ground``.

    ``breadth`` is how broad the body is beside one of the usual build; raises ValueError for a pose, hair or side that there is not.
    """
    if pose not in POSES or hair not in HAIR or facing not in ("left", "right"):
        raise ValueError(
            f"nobody is drawn as '{pose}', '{hair}', '{facing}'; poses: {', '.join(POSES)}; hair: {', '.join(HAIR)}"
        )
    place = _Place(x, ground, height / TALL, -1 if facing == "left" else 1, breadth)
    shapes = (*_hair(POSES[pose], hair), *POSES[pose])
    return _figure([(shape, place.put(shape)) for shape in shapes])


def _hair(shapes: tuple[CutOut, ...], hair: str) -> tuple[CutOut, ...]:
    """Return the ``hair`` of a figure, whose numbers are counted from the middle of its head in heads."""
    x, y, _, size = next(shape.numbers[0] for shape in shapes if shape.tone == "head" and shape.cut == "disc")
    return tuple(
        CutOut("head", "limb", tuple((x + dx * size, y + dy * size, thick * size) for dx, dy, thick in joints))
        for joints in HAIR[hair]
    )


@dataclass(frozen=True)
class _Place:
    x: float
    ground: float
    scale: float
    side: int
    breadth: float

    def put(self, shape: CutOut) -> tuple[tuple[float, ...], ...]:
        """Return the numbers of ``shape`` in pt, at this place."""
        return tuple(self._joint(shape, numbers) for numbers in shape.numbers)

    def _joint(self, shape: CutOut, numbers: tuple[float, ...]) -> tuple[float, ...]:
        x, y, *rest = numbers
        broad = self.breadth if shape.tone == "coat" else 1
        measures = [number if shape.cut == "outline" else number * self.scale for number in rest]
        return (self.x + self.side * self.scale * x * broad, self.ground + y * self.scale, *measures)


def _figure(cuts: list[tuple[CutOut, tuple[tuple[float, ...], ...]]]) -> PaperFigure:
    boxes = [_box(shape.cut, numbers) for shape, numbers in cuts]
    lefts, tops, rights, bottoms = zip(*(box for group in boxes for box in group), strict=True)
    parts = tuple(PaintedPath(shape.tone, _path(shape.cut, numbers), shape.over) for shape, numbers in cuts)
    return PaperFigure(parts, round(min(lefts), 2), round(min(tops), 2), round(max(rights), 2), round(max(bottoms), 2))


def _path(cut: str, numbers: tuple[tuple[float, ...], ...]) -> str:
    if cut == "limb":
        return limb([(x, y, thick) for x, y, thick in numbers])
    if cut == "outline":
        return outline([(x, y, soft) for x, y, soft in numbers])
    x, y, wide, other = numbers[0]
    if cut == "ring":
        return disc((x, y), wide) + disc((x, y), wide - 2 * other)
    return disc((x, y), wide, other)


def _box(cut: str, numbers: tuple[tuple[float, ...], ...]) -> list[tuple[float, float, float, float]]:
    """Return a box around each joint, corner or disc: nothing of the shape reaches past all of them."""
    boxes = []
    for x, y, *rest in numbers:
        wide = 0 if cut == "outline" else rest[0] / 2
        tall = rest[1] / 2 if cut == "disc" else wide
        boxes.append((x - wide, y - tall, x + wide, y + tall))
    return boxes
