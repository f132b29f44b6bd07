"""Colours, and what is seen through."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochures.design.drawing.cascade import is_colour, opacity_of
from brochures.design.drawing.parts import Drawing, Part, address_in
from brochures.resolve.drawings.clipping import SHAPES
from brochures.resolve.drawings.fault import DrawingFault, differs, left_out, wrong
from brochures.resolve.drawings.gradients import number
from brochures.resolve.drawings.strokes import stroked
from brochures.resolve.drawings.style_sheets import WORKED_OUT

_PAINTS = ("fill", "stroke", "stop-color")
_REFERRING = ("fill", "stroke", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end")


def values(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield colours that cannot be read, and what lies in another file."""
    for part in drawing.painted:
        for name, given in part.given.items():
            if name in _REFERRING and address_in(given.value).partition("#")[0]:
                yield left_out(part, f"{name}: {given.value}, which is another file,", name, "draw it in this file")
            elif name in _PAINTS and not _paint(given.value):
                yield wrong(part, f"{name}: {given.value}", name, "write the colour as #rrggbb")


def _paint(value: str) -> bool:
    if value.strip().lower() == "currentcolor":
        return value.strip() == "currentColor"  # the engine breaks down at another spelling
    return bool(WORKED_OUT.search(value)) or is_colour(re.sub(r"url\([^)]*\)", "", value))


def outlines(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield shapes whose fill and outline are not painted one over the other as it is meant."""
    for part in drawing.painted:
        if part.tag not in SHAPES or not stroked(part) or part.get("fill", "black") == "none":
            continue
        order = part.get("paint-order", "normal").split()
        if order and order[0] not in {"normal", "fill"}:
            yield wrong(part, f"paint-order: {' '.join(order)}", "paint-order", _TWO)
        if _seen_through(part):
            yield differs(
                part, "a line that is seen through (stroke-opacity) around a filled shape", "stroke-opacity", _TWO
            )


_TWO = "draw the fill and the outline as two shapes"


def _seen_through(part: Part) -> bool:
    return number(part.get("stroke-opacity", "1")) * opacity_of(part.get("stroke")) < 1
