"""How a folded piece stands, half open, seen from in front and a little from above. It is drawn without vanishing points.

Seen from above, a piece is a chain of its panels, from left to right as its inside shows them. ``x`` runs to the right, ``z`` away from
whoever looks, in pt of the piece; at each fold the chain turns by what the angle between both panels lacks to a straight line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from brochures.compose.drawings.folding import Leaf, leaves
from brochures.design.formats import Format

Point = tuple[float, float]

TILT = 18.0
"""How far from above it is seen, in degrees."""

INNER, OUTER = 48.0, 128.0
"""The angle at the fold that is made first, and at each later one, of a sheet that is folded more than once, in degrees."""

ONCE, CLOSER = 44.0, 14.0
"""The angle of a sheet that is folded once, and how much less each sheet inside of it has, in degrees."""

MOST_SHEETS = 3
"""So many sheets of a bound piece are drawn at most; more would be black."""

STAPLES = (0.25, 0.75)
"""Where the staples of a bound piece sit, in parts of its height (docs/print.md, Desk printing), and how long they are drawn."""
STAPLE = 0.07


@dataclass(frozen=True)
class Wing:
    """One panel of a standing piece: its corners from top left on around, and the name and side of what shows.

    ``turn`` says with which fold it comes in; 0 for the panel that stays, and where there are not two folds or more.
    """

    name: str
    corners: tuple[Point, Point, Point, Point]
    shows_inside: bool
    turn: int

    @property
    def middle(self) -> Point:
        """Where its name stands."""
        xs, ys = zip(*self.corners, strict=True)
        return sum(xs) / len(xs), sum(ys) / len(ys)


@dataclass(frozen=True)
class FoldedView:
    """A standing piece in a box of ``width`` by ``height`` pt: its panels, those behind first, and its staples as x, top and foot."""

    width: float
    height: float
    wings: tuple[Wing, ...]
    staples: tuple[tuple[float, float, float], ...] = ()


def standing(form: Format, width: float, height: float) -> FoldedView:
    """Return how ``form`` stands, as large as fits into ``width`` by ``height`` pt."""
    sheets = _sheets(form)
    chains = [_Chain.of(inside, _angles(inside, depth)) for depth, (_, inside) in enumerate(sheets)]
    panels = sorted(
        (
            panel
            for (outside, inside), chain in zip(sheets, chains, strict=True)
            for panel in chain.panels(outside, inside)
        ),
        key=lambda panel: -panel.far,
    )
    corners = [corner for panel in panels for corner in panel.corners(form.height)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    wide, high = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
    scale = min(width / wide, height / high)

    def placed(point: Point) -> Point:
        return round((point[0] - left) * scale, 2), round((point[1] - top) * scale, 2)

    wings = tuple(
        Wing(panel.name, tuple(map(placed, panel.corners(form.height))), panel.shows_inside, panel.turn)  # type: ignore[arg-type]
        for panel in panels
    )
    return FoldedView(round(wide * scale, 2), round(high * scale, 2), wings, tuple(_staples(form, wings)))


@dataclass(frozen=True)
class _Panel:
    """A panel seen from above, as it is turned towards whoever looks: where it begins and ends, and what of it shows."""

    name: str
    begin: Point
    end: Point
    shows_inside: bool
    turn: int

    @property
    def far(self) -> float:
        """How far away its middle is."""
        return (self.begin[1] + self.end[1]) / 2

    def corners(self, height: float) -> tuple[Point, Point, Point, Point]:
        """Return its corners on the paper, y downwards."""
        rise = height * cos(radians(TILT))
        (x1, z1), (x2, z2) = self.begin, self.end
        y1, y2 = -z1 * sin(radians(TILT)), -z2 * sin(radians(TILT))
        return (x1, y1 - rise), (x2, y2 - rise), (x2, y2), (x1, y1)


@dataclass(frozen=True)
class _Chain:
    """The joints of one sheet's panels, seen from above."""

    joints: tuple[Point, ...]

    @classmethod
    def of(cls, inside: Leaf, directions: Sequence[float]) -> _Chain:
        """Lay the panels of ``inside`` one after another, each in its direction, with the last fold at the origin."""
        joints = [(0.0, 0.0)]
        for panel, direction in zip(inside.panels, directions, strict=True):
            x, z = joints[-1]
            joints.append((x + panel.width * cos(radians(direction)), z + panel.width * sin(radians(direction))))
        x, z = joints[1]
        return cls(tuple((at - x, far - z) for at, far in joints))

    def panels(self, outside: Leaf | None, inside: Leaf) -> Iterator[_Panel]:
        """Yield each panel. Its inside shows where it runs from left to right."""
        turns = _turns(inside)
        for number, (begin, end) in enumerate(pairwise(self.joints)):
            shows_inside = outside is None or end[0] > begin[0]
            names = inside.panels if shows_inside or outside is None else outside.panels[::-1]
            yield _Panel(names[number].name, begin, end, shows_inside, turns[number])


def _sheets(form: Format) -> Sequence[tuple[Leaf | None, Leaf]]:
    """Return outside and inside of each sheet that is drawn, the outer one first; of a flat piece its front alone."""
    sides = leaves(form)
    if not any(leaf.folds for leaf in sides):
        return [(None, sides[0])]
    return [(outside, inside) for outside, inside in zip(sides[::2], sides[1::2], strict=True)][:MOST_SHEETS]


def _angles(inside: Leaf, depth: int) -> list[float]:
    """Return the direction of each panel, in degrees: 0 to the right, 90 away from whoever looks."""
    if not inside.folds:
        return [14.0]
    if len(inside.folds) == 1:
        half = (ONCE - CLOSER * depth) / 2
        return [180.0 - half, half]
    directions = [180.0 - OUTER]
    for fold in inside.folds:
        directions.append(directions[-1] - 180.0 + (INNER if fold.turn == 1 else OUTER))
    return directions


def _turns(inside: Leaf) -> list[int]:
    """Return for each panel the fold that brings it in: that on its way to the one which stays, where no fold comes later on both sides."""
    turns = [fold.turn for fold in inside.folds]
    last = len(turns)
    if last < 2:  # noqa: PLR2004 nobody asks which fold comes first
        return [0] * len(inside.panels)
    stays = turns.index(last) + (1 if turns[0] == last else 0)
    return [0 if number == stays else turns[number if number < stays else number - 1] for number in range(last + 1)]


def _staples(form: Format, wings: Sequence[Wing]) -> Iterator[tuple[float, float, float]]:
    if form.finishing == "booklet":
        x, top, foot = wings[-1].corners[1][0], wings[-1].corners[1][1], wings[-1].corners[2][1]
        for part in STAPLES:
            middle = top + (foot - top) * part
            yield x, round(middle - (foot - top) * STAPLE / 2, 2), round(middle + (foot - top) * STAPLE / 2, 2)
