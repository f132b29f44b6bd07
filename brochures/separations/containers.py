"""What content contains: forms, the groups of soft masks, the cells of patterns, the drawings of glyphs.

Each is followed in the state that it asks for.
"""

from __future__ import annotations

from pikepdf import Matrix, Object

from brochures.geometry.pdf_box import PdfBox
from brochures.separations.colour import Colour
from brochures.separations.errors import Unreadable
from brochures.separations.graphics_state import UNCOLOURED, Brush, State
from brochures.separations.interpreter import read
from brochures.separations.objects import Step
from brochures.separations.transforms import own_matrix, placed
from brochures.separations.walker import Walk, Watcher


def follow_form(walk: Walk, step: Step, form: Object, watcher: Watcher) -> None:
    """Follow a form, or the look of an annotation, which the state places."""
    group = form.get("/Group")
    before = walk.state if group is None else walk.state.grouped(isolated=bool(group.get("/I", False)))
    state = _begun(form, before, walk.state.ctm)
    read(walk.inner(step, watcher, walk.resources.of(form), state), form)


def follow_mask(walk: Walk, name: str, group: Object, watcher: Watcher) -> None:
    """Follow the group of a soft mask; it begins with a fresh state where its mask was chosen (ISO 32000-1, 11.6.5.3)."""
    state = _begun(group, State(clip=walk.state.clip), walk.state.ctm)
    read(walk.inner(Step("soft mask", name), watcher, walk.resources.of(group), state), group)


def follow_pattern(walk: Walk, brush: Brush, area: PdfBox, watcher: Watcher) -> None:
    """Follow the cell of a tiling pattern once, as painted all over ``area``; an uncoloured one takes the colour of ``brush``."""
    cell = brush.pattern
    if cell is None:
        raise Unreadable("a pattern is missing", walk.where)
    state = _begun(cell, walk.state.grouped().fresh(), brush.base)._replace(clip=area)
    if int(cell.PaintType) == UNCOLOURED:
        base = brush.colour.space.base
        if base is None:
            raise Unreadable(f"the pattern {brush.name} has no colour", walk.where)
        ink = Brush(Colour(base, brush.colour.values))
        state = state._replace(fill=ink, stroke=ink, fixed=True)
    read(walk.inner(Step("pattern", brush.name), watcher, walk.resources.of(cell), state, area), cell)


def follow_glyph(walk: Walk, code: int, place: Matrix, watcher: Watcher) -> None:
    """Follow the drawing of a glyph of a Type 3 font."""
    font = walk.state.font
    if font is None or font.source is None:
        raise Unreadable("a glyph has no font", walk.where)
    name, drawing = font.glyphs[code]
    state = walk.state._replace(ctm=place, base=place)
    read(walk.inner(Step("glyph", name), watcher, walk.resources.of(font.source), state), drawing)


def _begun(content: Object, state: State, ctm: Matrix) -> State:
    """Return the state in which content with a matrix and a box of its own begins."""
    own = own_matrix(content) @ ctm
    return state._replace(ctm=own, base=own, clip=placed(own, PdfBox.of(content.BBox)).shared(state.clip))
