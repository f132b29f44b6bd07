"""Painter: goes through one content stream with its graphics state, and says what stands in the place of each instruction.

Black type and thin black rules overprint, so that no white shows where plates miss each other by a hair; everything else knocks
out, white above all (GWG 2022, R0007 to R0013; print-production 3.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pikepdf import Array, Dictionary, Name, Operator

from brochures.paint.matrix import IDENTITY, Matrix, bounds, matrix, moved, scales, times
from brochures.press.colours import Colours, Stray, eight_bit, entry
from brochures.press.inks import BLACK, Build, Spot

THIN = 2.0
"""Black rules below this width overprint, in pt (GWG 2022, R0010)."""

OVERPRINTS, KNOCKS_OUT = Name("/PressOverprint"), Name("/PressKnockout")

_FILL = {"f", "F", "f*"}
_STROKE = {"S", "s"}
_BOTH = {"B", "B*", "b", "b*"}
_TEXT = {"Tj", "TJ", "'", '"'}
_PATH_ENDS = _FILL | _STROKE | _BOTH | {"n"}
_TRACES = {"m", "l", "c", "v", "y", "re"}
_PATH = _TRACES | {"h", "W", "W*"}

Instruction = tuple[Sequence[Any], Operator]


@dataclass(frozen=True)
class _State:
    """What the next painting operator will use. ``overprint`` is None until it is set in this stream."""

    fill: Build = BLACK
    stroke: Build = BLACK
    spaces: tuple[str, str] = ("DeviceGray", "DeviceGray")
    width: float = 1.0
    matrix: Matrix = IDENTITY
    overprint: bool | None = None


class Painter:
    """Goes through one stream with its graphics state."""

    def __init__(self, colours: Colours, resources: Any, number: int, where: str) -> None:
        self.colours = colours
        self.resources = resources
        self.number = number
        self.where = where
        self.state = _State()
        self.stack: list[_State] = []
        self.path: list[tuple[float, float]] = []
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
            self.state = replace(self.state, matrix=times(matrix(operands), self.state.matrix))
        elif name == "w":
            self.state = replace(self.state, width=float(operands[0]))
        elif name in {"rg", "RG", "g", "G", "k", "K", "cs", "CS", "sc", "scn", "SC", "SCN"}:
            yield from self._colour(name, operands, operator)
            return
        elif name in _PATH:
            if name in _TRACES:
                self._trace(name, operands)
            self.held.append((operands, operator))
            return
        elif name in _TEXT | _PATH_ENDS | {"Do", "sh"}:
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
        self.path, self.held = [], []

    def _builds(self, name: str) -> list[Build]:
        """Return the builds that an operator paints with."""
        fills, strokes = name in _TEXT | _FILL | _BOTH, name in _STROKE | _BOTH
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

    def _trace(self, name: str, operands: Sequence[Any]) -> None:
        """Remember where the path goes: how thin it is decides whether it overprints."""
        numbers = [float(part) for part in operands]
        if name == "re":
            x, y, width, height = numbers
            self.path += [(x, y), (x + width, y + height)]
        else:
            self.path += list(zip(numbers[::2], numbers[1::2], strict=True))

    def _overprint(self, name: str) -> Iterator[Instruction]:
        """Yield the graphics state that the next mark needs, where it is not set already."""
        if (name in _TEXT | _FILL | _BOTH and not self.coloured[0]) or (
            name in _STROKE | _BOTH and not self.coloured[1]
        ):
            self.paints_first_colour = True
        wanted = {
            **dict.fromkeys(_TEXT, self.state.fill == BLACK),
            **dict.fromkeys(_FILL, self.state.fill == BLACK and self._thinnest() < THIN),
            **dict.fromkeys(
                _STROKE, self.state.stroke == BLACK and self.state.width * scales(self.state.matrix)[0] < THIN
            ),
        }.get(name, False) or bool(self._step(name))
        if wanted != self.state.overprint:
            self.state = replace(self.state, overprint=wanted)
            states = entry(self.resources, "/ExtGState")
            if OVERPRINTS not in states:
                states[OVERPRINTS] = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
                states[KNOCKS_OUT] = Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=1)
            yield [OVERPRINTS if wanted else KNOCKS_OUT], Operator("gs")

    def _thinnest(self) -> float:
        """Return the smaller side of the path's bounds, in pt."""
        if not self.path:
            return 0.0
        left, bottom, right, top = bounds(moved(self.state.matrix, x, y) for x, y in self.path)
        return min(right - left, top - bottom)
