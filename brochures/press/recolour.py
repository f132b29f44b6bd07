"""Recolour: every colour of a page that was laid out in sRGB becomes the inks of its token, to the last operator.

Black type and thin black rules overprint, so that no white shows where plates miss each other by a hair; everything else knocks
out, white above all (GWG 2022, R0007 to R0013; print-production 3.3).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from brochures.press.inks import BLACK, Build, Cmyk, Inks, Rgb, Spot

THIN = 2.0
"""Black rules below this width overprint, in pt (GWG 2022, R0010)."""

OVERPRINTS, KNOCKS_OUT = Name("/PressOverprint"), Name("/PressKnockout")

_FILL = {"f", "F", "f*"}
_STROKE = {"S", "s"}
_BOTH = {"B", "B*", "b", "b*"}
_TEXT = {"Tj", "TJ", "'", '"'}
_PATH_ENDS = _FILL | _STROKE | _BOTH | {"n"}
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Instruction = tuple[Sequence[Any], Operator]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Stray:
    """A colour that no token names: what it is, on which page (from 1), and in which object of it."""

    colour: str
    page: int
    where: str


@dataclass(frozen=True)
class _State:
    """What the next painting operator will use. ``overprint`` is None until it is set in this stream."""

    fill: Build = BLACK
    stroke: Build = BLACK
    spaces: tuple[str, str] = ("DeviceGray", "DeviceGray")
    width: float = 1.0
    matrix: Matrix = _IDENTITY
    overprint: bool | None = None


@dataclass
class Recolourer:
    """Works through one file. ``strays`` and ``used`` fill up on the way: colours nobody named, and the spots that were used."""

    pdf: pikepdf.Pdf
    inks: Inks
    strays: list[Stray] = field(default_factory=list)
    spots: dict[str, Any] = field(default_factory=dict)
    _done: set[tuple[int, int]] = field(default_factory=set)

    def page(self, number: int, page: pikepdf.Page) -> None:
        """Recolour ``page``, the ``number``-th (from 1), with every drawing that it uses."""
        page.contents_coalesce()
        self._stream(page.obj.Contents, page.obj.Resources, number, "the page")
        self._resources(page.obj.Resources, number, "the page")

    def _resources(self, resources: Any, number: int, where: str) -> None:
        for name, thing in (resources.get("/XObject") or {}).items():
            self._drawing(thing, resources, number, f"{where}, drawing {name}")
        for name, pattern in (resources.get("/Pattern") or {}).items():
            if int(pattern.get("/PatternType", 0)) == 1 and self._first(pattern):
                place = f"{where}, pattern {name}"
                self._stream(pattern, pattern.Resources, number, place)
                self._resources(pattern.Resources, number, place)
            elif "/Shading" in pattern:
                self._shading(pattern.Shading, number, f"{where}, gradient {name}")
        for name, shading in (resources.get("/Shading") or {}).items():
            self._shading(shading, number, f"{where}, gradient {name}")
        for name, state in (resources.get("/ExtGState") or {}).items():
            mask = state.get("/SMask")
            if isinstance(mask, Dictionary) and self._first(mask.G):
                self._mask(mask.G, number, f"{where}, mask {name}")
        if "/ColorSpace" in resources:
            _drop_unused(resources.ColorSpace)

    def _drawing(self, thing: Any, resources: Any, number: int, where: str) -> None:
        if thing.get("/Subtype") == Name.Form and self._first(thing):
            inner = thing.get("/Resources", resources)
            self._stream(thing, inner, number, where)
            self._resources(inner, number, where)
        if "/Group" in thing and "/CS" in thing.Group:
            thing.Group.CS = Name.DeviceCMYK

    def _mask(self, group: Any, number: int, where: str) -> None:
        """Set a soft mask in greys of the same lightness: it says where, not in which ink."""
        if "/Group" in group and group.Group.get("/CS") == Name.DeviceRGB:
            group.Group.CS = Name.DeviceGray
        out: list[Any] = []
        for instruction in pikepdf.parse_content_stream(group):
            if str(instruction.operator) in {"rg", "RG"}:
                red, green, blue = (float(part) for part in instruction.operands)
                grey = round(0.3 * red + 0.59 * green + 0.11 * blue, 4)  # ISO 32000-1, 10.3.2
                out.append(([grey], Operator("g" if str(instruction.operator) == "rg" else "G")))
            else:
                out.append(instruction)
        group.write(pikepdf.unparse_content_stream(out))
        self._resources(group.get("/Resources", Dictionary()), number, where)

    def _first(self, thing: Any) -> bool:
        """Whether ``thing`` has not been worked on yet: drawings may be shared between pages."""
        if thing.objgen in self._done:
            return False
        self._done.add(thing.objgen)
        return True

    def _stream(self, stream: Any, resources: Any, number: int, where: str) -> None:
        painter = _Painter(self, resources, number, where)
        out: list[Any] = []
        for instruction in pikepdf.parse_content_stream(stream):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self.strays.append(Stray("an image inside the page's own text", number, where))
                out.append(instruction)
            else:
                out += painter.after(instruction.operands, instruction.operator)
        if painter.paints_first_colour:
            out = [([*BLACK], Operator("k")), ([*BLACK], Operator("K")), *out]
        stream.write(pikepdf.unparse_content_stream(out))

    def _shading(self, shading: Any, number: int, where: str) -> None:
        space = shading.ColorSpace
        if space == Name.DeviceRGB or (isinstance(space, Array) and space[0] == Name.ICCBased and int(space[1].N) == 3):  # noqa: PLR2004
            self._function(shading.Function, number, where)
            shading.ColorSpace = Name.DeviceCMYK

    def _function(self, function: Any, number: int, where: str) -> None:
        """Set the ends of a gradient in inks: stitched ones (type 3) piece by piece, plain ones (type 2) at both ends."""
        if isinstance(function, Array):
            self.strays.append(Stray("a gradient with a function for each colour", number, where))
        elif int(function.FunctionType) == 3:  # noqa: PLR2004 stitched (ISO 32000-1, 7.10.4)
            for part in function.Functions:
                self._function(part, number, where)
        elif int(function.FunctionType) == 2:  # noqa: PLR2004 exponential (7.10.3)
            for end in ("/C0", "/C1"):
                if len(function[end]) == 3:  # noqa: PLR2004 red, green, blue
                    function[end] = Array(process(self.build(eight_bit(function[end]), number, where)))
        else:
            self.strays.append(Stray(f"a gradient of function type {int(function.FunctionType)}", number, where))

    def build(self, colour: Rgb, number: int, where: str) -> Build:
        """Return the build of ``colour``; one that no token names is noted, and printed in black so that the file stays one."""
        found = self.inks.build(colour)
        if found is None:
            self.strays.append(Stray("#{:02x}{:02x}{:02x}".format(*colour), number, where))
            return BLACK
        return found

    def separation(self, spot: Spot, resources: Any) -> Name:
        """Return the name of ``spot``'s colour space in ``resources``, entered there where it is new (ISO 32000-1, 8.6.6.4)."""
        if spot.name not in self.spots:
            ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=list(spot.stand_in), N=1)
            space = Array([Name.Separation, Name(f"/{spot.name}"), Name.DeviceCMYK, self.pdf.make_indirect(ramp)])
            self.spots[spot.name] = self.pdf.make_indirect(space)
        name = f"/PressSpot{list(self.spots).index(spot.name)}"
        _entry(resources, "/ColorSpace")[name] = self.spots[spot.name]
        return Name(name)


class _Painter:
    """Goes through one stream with its graphics state."""

    def __init__(self, work: Recolourer, resources: Any, number: int, where: str) -> None:
        self.work = work
        self.resources = resources
        self.number = number
        self.where = where
        self.state = _State()
        self.stack: list[_State] = []
        self.path: list[tuple[float, float]] = []
        self.coloured = [False, False]
        self.paints_first_colour = False

    def after(self, operands: Any, operator: Operator) -> Iterator[Instruction]:
        """Yield what stands in the place of one instruction."""
        name = str(operator)
        if name == "q":
            self.stack.append(self.state)
        elif name == "Q" and self.stack:
            self.state = self.stack.pop()
        elif name == "cm":
            self.state = replace(self.state, matrix=_times(tuple(float(part) for part in operands), self.state.matrix))
        elif name == "w":
            self.state = replace(self.state, width=float(operands[0]))
        elif name in {"rg", "RG", "g", "G", "k", "K", "cs", "CS", "sc", "scn", "SC", "SCN"}:
            yield from self._colour(name, operands, operator)
            return
        elif name in {"m", "l", "c", "v", "y", "re"}:
            self._trace(name, operands)
        elif name in _TEXT | _FILL | _STROKE | _BOTH | {"Do", "sh"}:
            yield from self._overprint(name)
        if name in _PATH_ENDS:
            self.path = []
        yield operands, operator

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
            yield from self._set(self.work.build(eight_bit(operands), self.number, self.where), stroke=stroke)
        elif space == "DeviceGray":
            yield from self._set((0.0, 0.0, 0.0, round(1 - float(operands[0]), 4)), stroke=stroke)
        elif space == "Lab":
            self.work.strays.append(Stray("a colour of the Lab space", self.number, self.where))
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
            space = self.work.separation(build, self.resources)
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
                _STROKE, self.state.stroke == BLACK and self.state.width * _scale(self.state.matrix) < THIN
            ),
        }.get(name, False)
        if wanted != self.state.overprint:
            self.state = replace(self.state, overprint=wanted)
            states = _entry(self.resources, "/ExtGState")
            if OVERPRINTS not in states:
                states[OVERPRINTS] = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
                states[KNOCKS_OUT] = Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=1)
            yield [OVERPRINTS if wanted else KNOCKS_OUT], Operator("gs")

    def _thinnest(self) -> float:
        """Return the smaller side of the path's bounds, in pt."""
        if not self.path:
            return 0.0
        a, b, c, d, e, f = self.state.matrix
        xs = [a * x + c * y + e for x, y in self.path]
        ys = [b * x + d * y + f for x, y in self.path]
        return min(max(xs) - min(xs), max(ys) - min(ys))


def process(build: Build) -> Cmyk:
    """Return ``build`` in process inks: a spot as its stand-in, as much as its tint."""
    if isinstance(build, Spot):
        c, m, y, k = (round(amount * build.tint, 4) for amount in build.stand_in)
        return c, m, y, k
    return build


def eight_bit(parts: Any) -> Rgb:
    """Return a colour of a page in steps of 1/255: the engine writes n/255, so this is exact (engine fact 1.3)."""
    red, green, blue = (max(0, min(255, round(float(part) * 255))) for part in parts)
    return red, green, blue


def _entry(resources: Any, key: str) -> Any:
    """Return the dictionary ``key`` of ``resources``, made where there is none."""
    if key not in resources:
        resources[key] = Dictionary()
    return resources[key]


def _drop_unused(spaces: Any) -> None:
    """Take out the spaces of screens that the engine offers every page and nothing uses any more."""
    for name, space in list(spaces.items()):
        if isinstance(space, Array) and (space[0] == Name.Lab or (space[0] == Name.ICCBased and int(space[1].N) == 3)):  # noqa: PLR2004
            del spaces[name]


def _times(one: Any, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _scale(matrix: Matrix) -> float:
    """Return the smaller of the scales in both directions: a line is as thin as its thinner way."""
    a, b, c, d, _, _ = matrix
    return min(math.hypot(a, b), math.hypot(c, d))
