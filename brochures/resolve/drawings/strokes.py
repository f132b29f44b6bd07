"""Dashes, strokes that keep their width, and arrow heads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochures.design.drawing.parts import Drawing, Part
from brochures.resolve.drawings.fault import DrawingFault, wrong

_OUTLINE = "make an outline of it (Inkscape: Path > Stroke to Path; Illustrator: Object > Path > Outline Stroke)"


def stroked(part: Part) -> bool:
    """Whether ``part`` has a line around it that can be seen."""
    return part.get("stroke", "none") not in {"none", ""} and not re.fullmatch(
        r"0*\.?0*(px)?", part.get("stroke-width", "1")
    )


def lines(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield lines that the engine measures otherwise."""
    for part in drawing.painted:
        if not stroked(part):
            continue
        if part.get("vector-effect", "none") != "none":
            yield wrong(part, f"vector-effect: {part.get('vector-effect')}", "vector-effect", _OUTLINE)
        if part.get("pathLength") and part.get("stroke-dasharray", "none") != "none":
            yield wrong(part, "dashes that are counted in pathLength", "pathLength", _OUTLINE)


def arrow_heads(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield the markers that the engine turns wrong: at curves, and at all but straight paths and lines."""
    for part in drawing.painted:
        for name in ("marker", "marker-start", "marker-mid", "marker-end"):
            marker = drawing.referred(part, name)
            if marker is not None and marker.get("orient").startswith("auto") and _turned(part, name):
                yield wrong(part, f"the arrow head {part.get(name)} (orient='auto')", name, _OUTLINE)


def _turned(part: Part, name: str) -> bool:
    if part.tag in {"polyline", "polygon"}:
        return True
    curves = set("QqTtAa") if name == "marker-end" else set("CcSsQqTtAa")
    return part.tag == "path" and bool(curves & set(part.get("d")))
