"""The graphics state, and what each operator that paints nothing makes of it (ISO 32000-1, 8.4 and 9.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pikepdf import Array, Matrix, Name, Object

from brochures.geometry.pdf_box import EVERYWHERE, PdfBox
from brochures.separations.colour import BLACK, PATTERN, Colour, first
from brochures.separations.fonts import Font
from brochures.separations.resources import Resources
from brochures.separations.transforms import IDENTITY, read_matrix

TILING, SHADING = 1, 2
"""Types of patterns."""

UNCOLOURED = 2
"""The type of paint of a tiling pattern that takes its colour from outside."""


@dataclass(frozen=True, slots=True)
class Brush:
    """What an object is painted with: a colour or, where there is a ``pattern``, that; an uncoloured one takes the colour.

    ``base`` places the pattern: the matrix of the content in which it was chosen.
    """

    colour: Colour = BLACK
    pattern: Object | None = None
    name: str = ""
    base: Matrix = IDENTITY


class State(NamedTuple):
    """The graphics state between two operators. ``base`` is the matrix that held where the content began; lengths are in its own units."""

    ctm: Matrix = IDENTITY
    base: Matrix = IDENTITY
    clip: PdfBox = EVERYWHERE
    fill: Brush = Brush()
    stroke: Brush = Brush()
    fixed: bool = False
    """Whether colours are given from outside, so that operators for them do nothing."""
    fill_overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    soft_mask: bool = False
    outer_alpha: float = 1.0
    outer_blend: str = "Normal"
    outer_mask: bool = False
    """How the groups around it are laid on the page."""
    isolated: bool = False
    """Whether one of them does not see what lies below it."""
    line_width: float = 1.0
    font: Font | None = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0

    def grouped(self, *, isolated: bool = False) -> State:
        """Return the state in which a group begins: what holds for all of it does not hold for its parts once more (11.6.6)."""
        return self._replace(
            fill_alpha=1.0,
            stroke_alpha=1.0,
            blend="Normal",
            soft_mask=False,
            outer_alpha=self.outer_alpha * self.fill_alpha,
            outer_blend=self.outer_blend if self.blend == "Normal" else self.blend,
            outer_mask=self.outer_mask or self.soft_mask,
            isolated=self.isolated or isolated,
        )

    def fresh(self) -> State:
        """Return the state in which a page begins, inside the same groups."""
        return State(
            outer_alpha=self.outer_alpha,
            outer_blend=self.outer_blend,
            outer_mask=self.outer_mask,
            isolated=self.isolated,
        )


Change = Callable[[State, Sequence[Any], Resources], State]


def _number(part: str, factor: float = 1.0) -> Change:
    def change(state: State, operands: Sequence[Any], _: Resources) -> State:
        (value,) = operands
        return state._replace(**{part: float(value) * factor})  # type: ignore[arg-type]

    return change


def _concat(state: State, operands: Sequence[Any], _: Resources) -> State:
    return state._replace(ctm=read_matrix(operands) @ state.ctm)


def _render(state: State, operands: Sequence[Any], _: Resources) -> State:
    (mode,) = operands
    return state._replace(render=int(mode))


def _font(state: State, operands: Sequence[Any], resources: Resources) -> State:
    name, size = operands
    return state._replace(font=resources.font(str(name)), size=float(size))


def _device(space: str, size: int, part: str) -> Change:
    def change(state: State, operands: Sequence[Any], resources: Resources) -> State:
        if len(operands) != size:
            raise ValueError(f"a colour of {size} numbers has {len(operands)}")
        if state.fixed:
            return state
        colour = Colour(resources.space(Name(space)), tuple(map(float, operands)))
        return state._replace(**{part: Brush(colour)})  # type: ignore[arg-type]

    return change


def _space(part: str) -> Change:
    def change(state: State, operands: Sequence[Any], resources: Resources) -> State:
        (name,) = operands
        return state if state.fixed else state._replace(**{part: Brush(first(resources.space(name)))})  # type: ignore[arg-type]

    return change


def _colour(part: str) -> Change:
    def change(state: State, operands: Sequence[Any], resources: Resources) -> State:
        if state.fixed:
            return state
        space = getattr(state, part).colour.space
        *numbers, last = operands
        if space.family == PATTERN.family:
            pattern = resources.find("Pattern", str(last))
            brush = Brush(Colour(space, tuple(map(float, numbers))), pattern, str(last)[1:], state.base)
        else:
            brush = Brush(Colour(space, tuple(map(float, operands))))
        if len(brush.colour.values) != space.size:
            raise ValueError(f"a colour of {space} has {space.size} numbers, not {len(brush.colour.values)}")
        return state._replace(**{part: brush})  # type: ignore[arg-type]

    return change


def _settings(state: State, operands: Sequence[Any], resources: Resources) -> State:
    (name,) = operands
    return state._replace(**dict(_from_settings(resources.find("ExtGState", str(name)), resources)))


def _from_settings(written: Object, resources: Resources) -> Sequence[tuple[str, Any]]:
    """Return what a dictionary of settings changes, by the names of the state's parts (8.4.5)."""
    found: list[tuple[str, Any]] = [
        (part, read(written[key])) for key, (part, read) in _SETTINGS.items() if key in written
    ]
    if "/OP" in written and "/op" not in written:
        found.append(("fill_overprint", bool(written.OP)))
    if "/Font" in written:
        font, size = written.Font.as_list()
        found += [("font", resources.file.font(font)), ("size", float(size))]
    return found


def _blend(written: Any) -> str:
    """Return the blend mode; of several the first, which every reader knows if it is one of the standard's."""
    mode = str(written[0] if isinstance(written, Array) else written)[1:]
    return "Normal" if mode == "Compatible" else mode


_SETTINGS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "/LW": ("line_width", float),
    "/OP": ("stroke_overprint", bool),
    "/op": ("fill_overprint", bool),
    "/OPM": ("overprint_mode", int),
    "/CA": ("stroke_alpha", float),
    "/ca": ("fill_alpha", float),
    "/BM": ("blend", _blend),
    "/SMask": ("soft_mask", lambda written: not isinstance(written, Name)),
}

CHANGES: Mapping[str, Change] = {
    "cm": _concat,
    "w": _number("line_width"),
    "gs": _settings,
    "g": _device("/DeviceGray", 1, "fill"),
    "G": _device("/DeviceGray", 1, "stroke"),
    "rg": _device("/DeviceRGB", 3, "fill"),
    "RG": _device("/DeviceRGB", 3, "stroke"),
    "k": _device("/DeviceCMYK", 4, "fill"),
    "K": _device("/DeviceCMYK", 4, "stroke"),
    "cs": _space("fill"),
    "CS": _space("stroke"),
    "sc": _colour("fill"),
    "SC": _colour("stroke"),
    "scn": _colour("fill"),
    "SCN": _colour("stroke"),
    "Tc": _number("letter_space"),
    "Tw": _number("word_space"),
    "Tz": _number("stretch", 0.01),
    "TL": _number("leading"),
    "Ts": _number("rise"),
    "Tf": _font,
    "Tr": _render,
}
"""The operators that change the graphics state and nothing else."""
