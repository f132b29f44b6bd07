"""Painter: goes through one content stream with its graphics state, and says what stands in the place of each instruction.

On the way it chooses what overprints (``overprint``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pikepdf import Array, Matrix, Name, Operator

from brochures.design.inks import BLACK, Build, Spot
from brochures.press.ink_spaces import Colours, Stray, eight_bit, entry
from brochures.press.overprint import OVERPRINTS, TEXT, enter, thickness, trace, wanted
from brochures.separations.operators import PATH_ENDS
from brochures.separations.path import Path
from brochures.separations.transforms import IDENTITY, read_matrix, scales

_TRACES = {"m", "l", "c", "v", "y", "h", "re"}
_PATH = _TRACES | {"W", "W*"}

_COLOURS = {"rg", "RG", "g", "G", "k", "K", "cs", "CS", "sc", "scn", "SC", "SCN"}

HEARD = frozenset({"q", "Q", "cm", "w", "Do", "sh", *_COLOURS, *_PATH, *TEXT, *PATH_ENDS})
"""The operators that a painter must hear of; all others stay as they are."""

Instruction = tuple[Sequence[Any], Operator]


@dataclass(frozen=True)
class _State:
    """What the next painting operator will use. ``settings`` is None until some are chosen in this stream."""

    fill: Build = BLACK
    stroke: Build = BLACK
    spaces: tuple[str, str] = ("DeviceGray", "DeviceGray")
    width: float = 1.0
    matrix: Matrix = IDENTITY
    settings: Name | None = None


class Painter:
    """Goes through one stream with its graphics state."""

    def __init__(self, colours: Colours, resources: Any, number: int, where: str) -> None:
        self.colours = colours
        self.resources = resources
        self.number = number
        self.where = where
        self.state = _State()
        self.stack: list[_State] = []
        self.held: list[Instruction] = []
        self.coloured = [False, False]
        self.paints_first_colour = False

    def after(self, operands: Any, operator: Operator) -> Iterator[Instruction]:
        """Yield what stands in the place of one instruction.

        A path is held until it is painted: between its first point and its paint nothing else may stand (ISO 32000-1, 8.2, figure 9).
        """
        name = str(operator)
        if name == "q":
            self.stack.append(self.state)
        elif name == "Q" and self.stack:
            self.state = self.stack.pop()
        elif name == "cm":
            self.state = replace(self.state, matrix=read_matrix(operands) @ self.state.matrix)
        elif name == "w":
            self.state = replace(self.state, width=float(operands[0]))
        elif name in _COLOURS:
            yield from self._colour(name, operands, operator)
            return
        elif name in _PATH:
            self.held.append((operands, operator))
            return
        elif name in TEXT or name in PATH_ENDS or name in {"Do", "sh"}:
            yield from self._painted(name, (operands, operator))
            return
        yield operands, operator

    def _painted(self, name: str, paint: Instruction) -> Iterator[Instruction]:
        """Yield what paints: the graphics state that it needs, the step of work that it belongs to, the path that was held, and the mark."""
        if name != "n":
            yield from self._overprint(name)
        step = self._step(name)
        if step:
            yield [Name.OC, self.colours.step(step, self.resources)], Operator("BDC")
        yield from self.held
        yield paint
        if step:
            yield [], Operator("EMC")
        self.held = []

    def _builds(self, name: str) -> list[Build]:
        """Return the builds that an operator paints with."""
        fills, strokes = PATH_ENDS.get(name, (name in TEXT, False))
        return [self.state.fill] * fills + [self.state.stroke] * strokes

    def _step(self, name: str) -> str:
        """Return the step of work after printing that a mark is made for, empty where it is for the eye."""
        return next((build.step for build in self._builds(name) if isinstance(build, Spot) and build.step), "")

    def _colour(self, name: str, operands: Sequence[Any], operator: Operator) -> Iterator[Instruction]:
        stroke = name[0].isupper()
        if name in {"cs", "CS"}:
            spaces = [*self.state.spaces]
            spaces[stroke] = self._space(operands[0])
            self.state = replace(self.state, spaces=(spaces[0], spaces[1]))
            if spaces[stroke] in {"RGB", "Lab"}:
                return
            yield operands, operator
            return
        space = {"rg": "RGB", "g": "DeviceGray", "k": "DeviceCMYK"}.get(name.lower(), self.state.spaces[stroke])
        self.coloured[stroke] = True
        if space == "RGB":
            yield from self._set(self.colours.build(eight_bit(operands), self.number, self.where), stroke=stroke)
        elif space == "DeviceGray":
            yield from self._set((0.0, 0.0, 0.0, round(1 - float(operands[0]), 4)), stroke=stroke)
        elif space == "Lab":
            self.colours.strays.append(Stray("a colour of the Lab space", self.number, self.where))
            yield from self._set(BLACK, stroke=stroke)
        else:
            if space == "DeviceCMYK" and len(operands) == len(BLACK):
                self._keep(tuple(float(part) for part in operands), stroke=stroke)
            yield operands, operator

    def _space(self, name: Any) -> str:
        if name == Name.DeviceRGB:
            return "RGB"
        space = (self.resources.get("/ColorSpace") or {}).get(name)
        if isinstance(space, Array):
            if space[0] == Name.Lab:
                return "Lab"
            if space[0] == Name.CalRGB or (space[0] == Name.ICCBased and int(space[1].N) == 3):  # noqa: PLR2004 three parts
                return "RGB"
        return str(name).removeprefix("/")

    def _set(self, build: Build, *, stroke: bool) -> Iterator[Instruction]:
        self._keep(build, stroke=stroke)
        if isinstance(build, Spot):
            space = self.colours.separation(build, self.resources)
            yield [space], Operator("CS" if stroke else "cs")
            yield [build.tint], Operator("SCN" if stroke else "scn")
        else:
            yield [*build], Operator("K" if stroke else "k")

    def _keep(self, build: Any, *, stroke: bool) -> None:
        self.state = replace(self.state, stroke=build) if stroke else replace(self.state, fill=build)

    def _overprint(self, name: str) -> Iterator[Instruction]:
        """Yield the settings that the next mark needs, where they are not chosen already."""
        fills, strokes = PATH_ENDS.get(name, (name in TEXT, False))
        if (fills and not self.coloured[0]) or (strokes and not self.coloured[1]):
            self.paints_first_colour = True
        area = self._thickness(name) if fills and self.state.fill == BLACK else None
        line = self.state.width * scales(self.state.matrix)[0] if self.state.stroke == BLACK else None
        choice = OVERPRINTS if self._step(name) else wanted(name, area, line)
        if choice != self.state.settings:
            self.state = replace(self.state, settings=choice)
            states = entry(self.resources, "/ExtGState")
            if OVERPRINTS not in states:
                enter(states)
            yield [choice], Operator("gs")

    def _thickness(self, name: str) -> float:
        """Return how thin what an operator fills is, in pt."""
        path = Path()
        for operands, operator in self.held:
            if str(operator) in _TRACES:
                trace(path, self.state.matrix, str(operator), [float(part) for part in operands])
        return thickness(path, name)
