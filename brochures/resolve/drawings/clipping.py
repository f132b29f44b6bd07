"""Masks and clip paths: what the engine draws of them as it is meant, and what not."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.design.drawing.parts import Drawing, Part, address_in
from brochures.resolve.drawings.fault import DrawingFault, left_out, wrong

SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_FREE = frozenset(("path", "polyline", "polygon", "line"))
"""Shapes whose outline may run either way round."""

_CUT = "cut the shape itself in the drawing program (Inkscape: Path > Intersection; Illustrator: Pathfinder > Crop)"


def masks(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield each use of a mask that the engine draws wrong. It is right on a shape, in the units of the drawing."""
    for part in drawing.painted:
        mask = drawing.referred(part, "mask")
        if mask is None or mask.tag != "mask":
            continue
        plain = (
            part.tag in SHAPES
            and mask.get("maskUnits") == "userSpaceOnUse"
            and mask.get("maskContentUnits") != "objectBoundingBox"
            and "alpha" not in {mask.get("mask-type"), part.get("mask-type")}
        )
        if not plain:
            yield wrong(part, f"the mask {part.get('mask')}", "mask", _CUT)


def clips(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield each use of a clip path that cuts otherwise than it is meant."""
    for part in drawing.painted:
        value = part.get("clip-path", "none")
        clip = drawing.referred(part, "clip-path")
        if clip is not None and clip.tag == "clipPath":
            yield from _clip(drawing, part, clip)
        elif value != "none" and not address_in(value):
            yield left_out(part, f"clip-path: {value}", "clip-path", _CUT)


def _clip(drawing: Drawing, part: Part, clip: Part) -> Iterator[DrawingFault]:
    units = clip.get("clipPathUnits") == "objectBoundingBox"
    if units and not (part.tag == "rect" and part.get("width") and part.get("height")):
        yield wrong(
            part, f"the clip path {part.get('clip-path')} in units of the shape (clipPathUnits)", "clip-path", _CUT
        )
    inside = [one for one in _flat(drawing, clip) if one.get("display") != "none"]
    shapes = [one for one in inside if one.tag in SHAPES]
    odd = next((one for one in shapes if one.get("clip-rule") == "evenodd"), None)
    group = next((one for one in inside if one.tag == "g"), None)
    if group is not None:
        yield wrong(group, f"<g> in the clip path '{clip.get('id')}'", mend="take the shapes out of their group")
    elif odd is not None and len(inside) > 1:
        yield wrong(odd, "the hole that clip-rule: evenodd cuts", "clip-rule", _CUT)
    elif len(shapes) > 1 and any(one.tag in _FREE for one in shapes):
        yield wrong(shapes[1], f"the clip path '{clip.get('id')}' of several shapes", mend="unite them into one shape")


def _flat(drawing: Drawing, clip: Part) -> Iterator[Part]:
    """Yield what ``clip`` is made of, also by ``<use>``."""
    for one in drawing.inside(clip):
        meant = drawing.referred(one, "href") if one.tag == "use" else None
        yield meant or one
