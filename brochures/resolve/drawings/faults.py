"""All rules over one drawing: one finding for each fault, at the first place where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from brochures.design.drawing.lettering import Faces
from brochures.design.drawing.parts import Drawing
from brochures.findings import Finding, Place, codes
from brochures.resolve.drawings import clipping, effects, elements, gradients, numbers, paint, strokes, style_sheets
from brochures.resolve.drawings.fault import DrawingFault
from brochures.resolve.drawings.lettering import live
from brochures.resolve.drawings.letters import odd_letters

_RULES: tuple[Callable[[Drawing], Iterator[DrawingFault]], ...] = (
    elements.elements,
    elements.sizes,
    clipping.masks,
    clipping.clips,
    effects.effects,
    effects.transformations,
    numbers.numbers,
    strokes.lines,
    strokes.arrow_heads,
    style_sheets.unread,
    style_sheets.worked_out,
    paint.values,
    paint.outlines,
    gradients.gradients,
    gradients.patterns,
)


def faults(drawing: Drawing, name: str, shown: str, faces: Faces) -> Iterator[Finding]:
    """Yield what of ``drawing``, called ``name`` and ``shown`` in the project, would not be printed as it is drawn.

    Words in one of the project's ``faces`` are: they become outlines.
    """
    endless = [*elements.repetition(drawing)]
    found: dict[tuple[str, str], list[DrawingFault]] = {}
    for fault in endless or (one for rule in _RULES for one in rule(drawing)):
        found.setdefault((fault.what, fault.how), []).append(fault)
    for first, *others in found.values():
        at = Place(shown, first.line, first.column)
        yield codes.LEFT_OUT.at(at, first.told(name, len(others)), first.mend)
    yield from live(drawing, name, shown, faces)
    yield from odd_letters(drawing, name, shown)
