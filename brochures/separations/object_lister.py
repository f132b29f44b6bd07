"""Object lister: whatever a page paints, as values."""

from __future__ import annotations

from typing import Any, Literal

from pikepdf import Object, Page

from brochures.geometry.pdf_box import PdfBox
from brochures.separations.colour import Colour
from brochures.separations.containers import follow_form, follow_glyph, follow_mask, follow_pattern
from brochures.separations.errors import reading
from brochures.separations.graphics_state import SHADING, TILING
from brochures.separations.images import picture
from brochures.separations.interpreter import read_page
from brochures.separations.objects import Painted, Step, Where
from brochures.separations.operators import FILLED, PATH_ENDS, STROKED
from brochures.separations.path import Path
from brochures.separations.resources import OpenFile
from brochures.separations.shadings import read_shading
from brochures.separations.text import ShownText
from brochures.separations.transforms import placed, scales
from brochures.separations.walker import NamedImage, Walk

UNIT = PdfBox(0.0, 0.0, 1.0, 1.0)
"""What every image fills, in its own units."""

Kind = Literal["text", "fill", "stroke", "image", "image mask", "shading"]


class Reader:
    """A watcher that notes what is painted."""

    measures = True

    def __init__(self, trim: PdfBox) -> None:
        self.found: list[Painted] = []
        self._trim = trim

    def passed(self, walk: Walk, operator: str) -> None:
        """Note nothing."""

    def path(self, walk: Walk, path: Path, operator: str) -> None:
        """Note a fill, a stroke, or first one and then the other."""
        fills, strokes = PATH_ENDS[operator]
        around = path.bounds
        if around is None:
            return
        if fills:
            self._brushed(walk, "fill", around, thickness=path.thickness(even_odd=operator.endswith("*")))
        if strokes:
            least, most = scales(walk.state.ctm)
            wider = around.grown(walk.state.line_width * most / 2)
            self._brushed(walk, "stroke", wider, stroked=True, width=walk.state.line_width * least)

    def text(self, walk: Walk, shown: ShownText) -> None:
        """Note letters: filled, stroked, first one and then the other, or neither; and what draws them in a Type 3 font."""
        render = walk.state.render
        if render in FILLED:
            self._brushed(walk, "text", shown.bounds, lettering=shown.lettering)
        if render in STROKED:
            width = walk.state.line_width * scales(walk.state.ctm)[0]
            self._brushed(walk, "text", shown.bounds, stroked=True, lettering=shown.lettering, width=width)
        if render not in FILLED | STROKED:
            self._note(walk, "text", shown.bounds, None, shows=False, lettering=shown.lettering)
        for code, place in shown.drawn:
            follow_glyph(walk, code, place, self)

    def image(self, walk: Walk, image: NamedImage) -> None:
        """Note an image, or a mask with what is painted through it."""
        seen = picture(image, walk.resources, walk.state.ctm)
        around = placed(walk.state.ctm, UNIT)
        if seen.space is None:
            self._brushed(walk, "image mask", around, picture=seen)
        else:
            self._note(walk, "image", around, None, picture=seen)

    def shading(self, walk: Walk, name: str, shading: Object) -> None:
        """Note a shading."""
        self._note(walk, "shading", walk.state.clip, None, shading=read_shading(name, shading, walk.resources))

    def form(self, walk: Walk, step: Step, form: Object) -> None:
        """Follow a form."""
        follow_form(walk, step, form, self)

    def mask(self, walk: Walk, name: str, group: Object) -> None:
        """Follow the group of a soft mask."""
        follow_mask(walk, name, group, self)

    def _brushed(self, walk: Walk, kind: Kind, around: PdfBox, *, stroked: bool = False, **parts: Any) -> None:
        brush = walk.state.stroke if stroked else walk.state.fill
        pattern = brush.pattern
        if pattern is not None and int(pattern.PatternType) == SHADING:
            parts["shading"] = read_shading(brush.name, pattern.Shading, walk.resources)
        self._note(walk, kind, around, brush.colour, stroked=stroked, **parts)
        if pattern is not None and int(pattern.PatternType) == TILING:
            follow_pattern(walk, brush, around.shared(walk.state.clip), self)

    def _note(
        self,
        walk: Walk,
        kind: Kind,
        around: PdfBox,
        colour: Colour | None,
        *,
        stroked: bool = False,
        shows: bool = True,
        **parts: Any,
    ) -> None:
        state = walk.state
        around = walk.area or around
        own = state.stroke_alpha if stroked else state.fill_alpha
        self.found.append(
            Painted(
                kind,
                walk.where,
                around.shared(state.clip).from_corner(self._trim),
                shows and not walk.mark.hidden and around.meets(state.clip),
                colour,
                state.stroke_overprint if stroked else state.fill_overprint,
                state.overprint_mode,
                state.isolated,
                own * state.outer_alpha,
                state.outer_blend if state.blend == "Normal" else state.blend,
                state.soft_mask or state.outer_mask,
                walk.mark.number,
                walk.mark.layer,
                **parts,
            )
        )


def things(data: bytes) -> tuple[Painted, ...]:
    """Return whatever the pages of a file paint, in the order of painting; ``/Rotate`` and ``/UserUnit`` are not heeded.

    Raise ``Unreadable`` when it cannot be told.
    """
    file = OpenFile.of(data)
    return tuple(thing for number, page in enumerate(file.pdf.pages, 1) for thing in read_things(file, number, page))


def read_things(file: OpenFile, number: int, page: Page) -> tuple[Painted, ...]:
    """Return what a page paints, in the order of painting. Raise ``Unreadable`` when that cannot be told."""
    with reading("the page", Where(number)):
        reader = Reader(PdfBox.of(page.trimbox))
    read_page(file, number, page, reader)
    return tuple(reader.found)
