"""Stream writers: watchers of one content stream that write it anew, in inks or in the greys of a soft mask.

On the way the writer of inks chooses what overprints (``overprint``), and lays each mark of a step after printing on its layer.
"""

from __future__ import annotations

from pikepdf import Name

from brochures.design.inks import BLACK, Build, Spot
from brochures.press.ink_spaces import Colours, Stray, eight_bit, entry, is_rgb, is_screen
from brochures.press.overprint import KNOCKS_OUT, OVERPRINTS, enter, thickness, wanted
from brochures.separations.graphics_state import Brush, State
from brochures.separations.operators import PATH_ENDS
from brochures.separations.path import Path
from brochures.separations.rewriter import Rewriter
from brochures.separations.text import ShownText
from brochures.separations.transforms import scales
from brochures.separations.walker import NamedImage, Walk

BEGUN = State()
"""The state in which each stream is followed: by itself, for a drawing is written once, however often and wherever it is called."""

_SPACES = frozenset({"cs", "CS"})
_COLOURS = frozenset({"rg", "RG", "g", "G", "k", "K", "sc", "SC", "scn", "SCN"})


class GreyWriter(Rewriter):
    """Writes the group of a soft mask in greys of the same lightness: it says where, not in which ink."""

    def passed(self, walk: Walk, operator: str) -> None:
        """Put a grey in the place of a colour."""
        if operator in {"rg", "RG"}:
            red, green, blue = _brush(walk, operator).colour.values
            grey = round(0.3 * red + 0.59 * green + 0.11 * blue, 4)  # ISO 32000-1, 10.3.2
            self._write("g" if operator == "rg" else "G", grey)
        else:
            super().passed(walk, operator)


class InkWriter(Rewriter):
    """Writes one stream in inks. ``where`` says in words which object of the page ``number`` it is."""

    def __init__(self, colours: Colours, number: int, where: str) -> None:
        super().__init__()
        self._colours = colours
        self._number = number
        self._where = where
        self._paints_first_colour = False

    @property
    def content(self) -> bytes:
        """What has been written. What it paints before it chooses a colour is black, in black ink."""
        if self._paints_first_colour:
            written, self._out = self._out, []
            self._write("k", *BLACK)
            self._write("K", *BLACK)
            self._out += written
            self._paints_first_colour = False
        return super().content

    def passed(self, walk: Walk, operator: str) -> None:
        """Put inks in the place of a colour, and nothing in that of a screen's colour space."""
        if operator in _COLOURS:
            self._colour(walk, operator)
        elif operator not in _SPACES or not is_screen(_brush(walk, operator).colour.space):
            super().passed(walk, operator)

    def path(self, walk: Walk, path: Path, operator: str) -> None:  # noqa: ARG002 it is measured only where that matters
        """Write a path and what ends it."""
        fills, strokes = PATH_ENDS[operator]
        step = self._prepared(walk, fills=fills, strokes=strokes) if fills or strokes else ""
        self._end_path(walk)
        self._end_step(step)

    def text(self, walk: Walk, shown: ShownText) -> None:
        """Write letters, which are judged by what fills them."""
        step = self._prepared(walk, fills=True, strokes=False)
        super().text(walk, shown)
        self._end_step(step)

    def image(self, walk: Walk, image: NamedImage) -> None:
        """Write an image; one inside of the stream is told, for nothing can set it in inks."""
        if image.inline:
            self._stray("an image inside the page's own text")
        super().image(walk, image)

    def _called(self, walk: Walk) -> None:
        """Write the call of an image, a shading or a form, which begins as one that knocks out."""
        self._settings(walk, KNOCKS_OUT)
        super()._called(walk)

    def _colour(self, walk: Walk, operator: str) -> None:
        colour, stroked = _brush(walk, operator).colour, operator.isupper()
        if is_rgb(colour.space):
            self._colours.build(eight_bit(colour.values), self._number, self._where)
        elif is_screen(colour.space):
            self._stray(f"a colour of the {colour.space} space")
        elif colour.space.family != "DeviceGray":
            super().passed(walk, operator)
            return
        build = self._colours.printed(colour) or BLACK
        if isinstance(build, Spot):
            self._write("CS" if stroked else "cs", self._colours.separation(build, walk.resources.written))
            self._write("SCN" if stroked else "scn", build.tint)
        else:
            self._write("K" if stroked else "k", *build)

    def _prepared(self, walk: Walk, *, fills: bool, strokes: bool) -> str:
        """Choose the overprint that a mark needs, and begin the layer of the step that it is made for, if any. Return that step."""
        state = walk.state
        fill = self._colours.printed(state.fill.colour) if fills else None
        stroke = self._colours.printed(state.stroke.colour) if strokes else None
        if (fills and state.fill is BEGUN.fill) or (strokes and state.stroke is BEGUN.stroke):
            self._paints_first_colour = True
        step = _step(fill) or _step(stroke)
        area = line = None
        if fill == BLACK:
            area = thickness(self._traced(walk), walk.operator)
        if stroke == BLACK:
            line = state.line_width * scales(state.ctm)[0]
        self._settings(walk, OVERPRINTS if step else wanted(walk.operator, area, line))
        if step:
            self._write("BDC", Name.OC, self._colours.step(step, walk.resources.written))
        return step

    def _end_step(self, step: str) -> None:
        if step:
            self._write("EMC")

    def _settings(self, walk: Walk, settings: Name) -> None:
        if self._chosen.get("settings") != settings:
            states = entry(walk.resources.written, "/ExtGState")
            if OVERPRINTS not in states:
                enter(states)
            self._once("settings", settings, ("gs", settings))

    def _stray(self, what: str) -> None:
        self._colours.strays.append(Stray(what, self._number, self._where))


def _brush(walk: Walk, operator: str) -> Brush:
    """Return what an operator for colours has just chosen: those in capitals are for strokes."""
    return walk.state.stroke if operator.isupper() else walk.state.fill


def _step(build: Build | None) -> str:
    """Return the step of work after printing that a mark in ``build`` is made for, empty where it is for the eye."""
    return build.step or "" if isinstance(build, Spot) else ""
