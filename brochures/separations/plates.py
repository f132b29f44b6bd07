"""Platemaking: a page rewritten as one plate sees it, in grays. White is no ink, black is full.

Every colour becomes the amount of one ink; what overprints and lays none on this plate is left out; what knocks out is white.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from pikepdf import Array, Dictionary, Matrix, Name, Object, Stream

from brochures.separations.colour import ALL, Space, laid
from brochures.separations.containers import follow_form, follow_glyph, follow_pattern
from brochures.separations.errors import Unreadable
from brochures.separations.fonts import Font
from brochures.separations.graphics_state import SHADING, TILING, Brush, State
from brochures.separations.images import image_on
from brochures.separations.objects import Step
from brochures.separations.operators import FILLED, FIRST_CLIP, HIDES, PATH_ENDS, STROKED
from brochures.separations.path import Path
from brochures.separations.plate_resources import Names, PlateJob
from brochures.separations.rewriter import Rewriter
from brochures.separations.shadings import shading_on
from brochures.separations.text import ShownText
from brochures.separations.transforms import own_matrix
from brochures.separations.walker import NamedImage, Walk

CLIPS = frozenset(("W", "W*"))
NORMAL, DARKEN = "Normal", "Darken"

Laid = TypeVar("Laid")

LEFT_OUT = frozenset(
    ("g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "Tr", "ri", "BMC", "BDC", "EMC", "MP", "DP", "BX", "EX")
)  # fmt: skip
"""The operators that a plate gives itself, or does without."""

SETTINGS = ("/LW", "/LC", "/LJ", "/ML", "/D", "/Font", "/SMask", "/CA", "/ca", "/AIS", "/TK", "/FL", "/SA")
"""The settings that a plate keeps of those that the page chooses by ``gs``."""


class Platemaker(Rewriter):
    """A watcher that writes one content stream as a plate sees it."""

    measures = True

    def __init__(self, job: PlateJob, names: Names) -> None:
        super().__init__()
        self._job = job
        self._names = names
        self._chosen["blend"] = NORMAL
        self._known: dict[object, Name] = {}

    @property
    def plate(self) -> str:
        """The ink of its plate."""
        return self._job.plate

    @property
    def inked(self) -> bool:
        """Whether anything on its plate is more than white."""
        return self._job.inked

    @property
    def resources(self) -> Dictionary:
        """What it names."""
        return self._names.written

    def passed(self, walk: Walk, operator: str) -> None:
        """Keep an operator that has to do neither with colours nor with marks."""
        if operator == "gs":
            self._settings(walk)
        elif operator in {"d0", "d1"}:
            self._write("d0", *list(walk.instruction.operands)[:2])
        elif operator not in LEFT_OUT:
            super().passed(walk, operator)

    def path(self, walk: Walk, path: Path, operator: str) -> None:
        """Fill, stroke or leave a path, with the ink of this plate."""
        fills, strokes = PATH_ENDS[operator]
        inside = self._choose(walk, stroked=False) if fills and path.bounds else None
        along = self._choose(walk, stroked=True) if strokes and path.bounds else None
        if inside and along and inside != along:
            self._blend(inside)
            self._out += [one for one in self._waiting if str(one.operator) not in CLIPS]
            self._write(_ending(operator, fills=True, strokes=False))
            inside = None
        self._blend(inside or along)
        self._out += self._waiting
        self._waiting = []
        self._write(_ending(operator, fills=inside is not None, strokes=along is not None))

    def text(self, walk: Walk, shown: ShownText) -> None:
        """Set letters in the ink of this plate."""
        render, font = walk.state.render, walk.state.font
        if font is not None and font.source is not None:
            mode = HIDES if render == HIDES or walk.mark.hidden else 0
            self._blend(NORMAL)
            self._write("Tf", self._names.add("Font", self._redrawn(walk, font, font.source, shown)), walk.state.size)
        else:
            inside = self._choose(walk, stroked=False) if render in FILLED else None
            along = self._choose(walk, stroked=True) if render in STROKED else None
            if inside and along and inside != along:
                raise Unreadable(
                    "no plate is made of letters that overprint otherwise than their lines, in an isolated group"
                )
            self._blend(inside or along)
            mode = _MODES[inside is not None, along is not None] + (FIRST_CLIP if render >= FIRST_CLIP else 0)
        self._once("render", mode, ("Tr", mode))
        self._out.append(walk.instruction)

    def image(self, walk: Walk, image: NamedImage) -> None:
        """Lay the channel of an image, or the ink that goes through a mask."""
        if image.stream.get("/ImageMask", False):
            through = self._choose(walk, stroked=False)
            if through:
                self._lay("Do", "XObject", image.stream, through)
            return
        space = walk.resources.space(image.stream.ColorSpace)
        make = partial(image_on, self._job.pdf, image.stream, space, self._job.plate)
        made, blend = _tried(make, walk.state, overprint=walk.state.fill_overprint)
        if made is not None and not walk.mark.hidden:
            self._ink(space)
            self._lay("Do", "XObject", made, blend)

    def shading(self, walk: Walk, _: str, shading: Object) -> None:
        """Lay a shading of this plate's ink."""
        made, blend = self._shaded(walk, shading, overprint=walk.state.fill_overprint)
        if made is not None and not walk.mark.hidden:
            self._lay("sh", "Shading", made, blend)

    def form(self, walk: Walk, step: Step, form: Object) -> None:
        """Write a form as the plate sees it, for this place."""
        if walk.mark.hidden:
            return
        inner = self._inside(walk, form)
        follow_form(walk, step, form, inner)
        about = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=form.BBox, Resources=inner.resources)
        if "/Matrix" in form:
            about.Matrix = form.Matrix
        if "/Group" in form:
            about.Group = Dictionary({**dict(form.Group.items()), "/CS": Name.DeviceGray})
        name = self._names.add("XObject", Stream(self._job.pdf, inner.content, about))
        self._blend(NORMAL)
        if step.kind == "annotation":
            self._write("q")
            self._write("cm", *walk.state.ctm.shorthand)
            self._write("Do", name)
            self._write("Q")
        else:
            self._write("Do", name)

    def _settings(self, walk: Walk) -> None:
        (name,) = walk.instruction.operands
        if walk.state.blend != "Normal":
            raise Unreadable(f"no plate is made of the blend mode {walk.state.blend}")
        if str(name) not in self._known:
            written = walk.resources.find("ExtGState", str(name))
            kept = Dictionary({key: written[key] for key in SETTINGS if key in written})
            self._known[str(name)] = self._names.add("ExtGState", kept)
        self._write("gs", self._known[str(name)])

    def _lay(self, operator: str, kind: str, thing: Object, blend: str) -> None:
        self._blend(blend)
        self._write(operator, self._names.add(kind, thing))

    def _blend(self, mode: str | None) -> None:
        if mode is not None and self._chosen["blend"] != mode:
            if mode not in self._known:
                self._known[mode] = self._names.add("ExtGState", Dictionary(BM=Name(f"/{mode}")))
            self._once("blend", mode, ("gs", self._known[mode]))

    def _choose(self, walk: Walk, *, stroked: bool) -> str | None:
        """Choose what a fill or stroke lays on this plate; return the blend mode to lay it with, or None when it lays nothing."""
        state = walk.state
        brush, overprint = (state.stroke, state.stroke_overprint) if stroked else (state.fill, state.fill_overprint)
        if walk.mark.hidden:
            return None
        if brush.pattern is not None:
            return self._choose_pattern(walk, brush, brush.pattern, stroked=stroked, overprint=overprint)
        make = partial(laid, brush.colour, self._job.plate, mode=state.overprint_mode)
        amount, blend = _tried(make, state, overprint=overprint)
        if amount is None:
            return None
        self._job.inked = self._job.inked or amount > 0
        self._once("stroke" if stroked else "fill", amount, ("G" if stroked else "g", 1 - amount))
        return blend

    def _choose_pattern(
        self, walk: Walk, brush: Brush, pattern: Object, *, stroked: bool, overprint: bool
    ) -> str | None:
        if int(pattern.PatternType) == TILING:
            made, blend = self._tiled(walk, brush, pattern), NORMAL
        else:
            shading, blend = self._shaded(walk, pattern.Shading, overprint=overprint)
            if shading is None:
                return None
            made = Dictionary(PatternType=SHADING, Shading=shading)
        made.Matrix = Array(_placed(walk, brush, pattern).shorthand)
        name = self._names.add("Pattern", made)
        space, choose = ("CS", "SCN") if stroked else ("cs", "scn")
        self._once("stroke" if stroked else "fill", name, (space, Name.Pattern), (choose, name))
        return blend

    def _tiled(self, walk: Walk, brush: Brush, pattern: Object) -> Object:
        inner = self._inside(walk, pattern)
        follow_pattern(walk, brush, walk.state.clip, inner)
        about = Dictionary(PatternType=TILING, PaintType=1, Resources=inner.resources)
        for key in ("/TilingType", "/BBox", "/XStep", "/YStep"):
            about[key] = pattern[key]
        return Stream(self._job.pdf, inner.content, about)

    def _shaded(self, walk: Walk, shading: Object, *, overprint: bool) -> tuple[Object | None, str]:
        self._ink(walk.resources.space(shading.ColorSpace))
        make = partial(shading_on, self._job.pdf, shading, walk.resources, self._job.plate)
        return _tried(make, walk.state, overprint=overprint)

    def _redrawn(self, walk: Walk, font: Font, source: Object, shown: ShownText) -> Object:
        """Return a Type 3 font with the glyphs that were shown, drawn as the plate sees them."""
        names, drawings = self._names_of(walk, source), {}
        for code, place in dict(reversed(shown.drawn)).items():
            inner = Platemaker(self._job, names)
            follow_glyph(walk, code, place, inner)
            drawings[f"/{font.glyphs[code][0]}"] = Stream(self._job.pdf, inner.content)
        made = Dictionary(dict(source.items()))
        made.CharProcs, made.Resources = Dictionary(drawings), names.written
        return made

    def _inside(self, walk: Walk, content: Object) -> Platemaker:
        return Platemaker(self._job, self._names_of(walk, content))

    def _names_of(self, walk: Walk, content: Object) -> Names:
        return Names(self._job.pdf, walk.resources.of(content).fonts)

    def _ink(self, space: Space) -> None:
        self._job.inked = self._job.inked or bool({ALL, self._job.plate} & set(space.inks or ()))


_MODES: Mapping[tuple[bool, bool], int] = {(True, False): 0, (False, True): 1, (True, True): 2, (False, False): HIDES}


def _tried(make: Callable[..., Laid | None], state: State, *, overprint: bool) -> tuple[Laid | None, str]:
    """Return what ``make`` makes, and the blend mode to lay it with.

    What overprints in an isolated group finds no paper below it: where the group is bare it knocks out, as white does, and where it is
    not it leaves what is there. White that may only darken does just that (ISO 32000-1, 11.7.4.3).
    """
    made = make(overprint=overprint)
    return (made, NORMAL) if made is not None or not state.isolated else (make(overprint=False), DARKEN)


def _ending(operator: str, *, fills: bool, strokes: bool) -> str:
    """Return the operator that ends a path as ``operator`` does, with no more than is asked for."""
    if fills and strokes:
        return operator
    if fills:
        return "f*" if operator.endswith("*") else "f"
    if strokes:
        return "s" if operator in {"s", "b", "b*"} else "S"
    return "n"


def _placed(walk: Walk, brush: Brush, pattern: Object) -> Matrix:
    """Return the matrix of a pattern, as seen from the content in which it is used."""
    own = own_matrix(pattern)
    if brush.base == walk.state.base:
        return own
    return own @ brush.base @ walk.state.base.inverse()
