"""Filters, blending and transformations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochures.design.drawing.parts import Drawing, Part
from brochures.resolve.drawings.fault import DrawingFault, left_out, wrong

_KNOWN = re.compile(r"(?:matrix|rotate|skew|skewX|skewY|translate|translateX|translateY|scale|scaleX|scaleY)\(")
_NOWHERE = re.compile(r"scale[XY]?\(\s*[+-]?0*\.?0*\s*[,)]")
_LENGTH = re.compile(r"[+-]?[\d.]+(?:px|pt|mm|cm|in)?")
_PURE = "let the drawing program apply the transformation, and save the shape where it stands"


def effects(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield filters and ways of blending: none is drawn."""
    for part in drawing.painted:
        use = part.get("filter", "none")
        if use != "none":
            yield left_out(part, f"filter {use if use.startswith('url') else use.partition('(')[0]}", "filter")
        blend = part.get("mix-blend-mode", "normal")
        if blend != "normal":
            yield left_out(part, f"mix-blend-mode: {blend}", "mix-blend-mode")


def transformations(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield the transformations that the engine does not know, or takes from another point."""
    for part in drawing.painted:
        value = part.get("transform", "none")
        for name in ("translate", "scale", "rotate", "offset-path"):
            if part.get(name, "none") != "none" and not (
                name == "rotate" and part.tag in {"text", "tspan", "textPath"}
            ):
                yield left_out(part, f"{name}: {part.get(name)}", name, _PURE)
        if value != "none":
            yield from _transform(part, value)


def _transform(part: Part, value: str) -> Iterator[DrawingFault]:
    functions = re.findall(r"[\w-]+\(", value)
    if not functions or not all(_KNOWN.fullmatch(one) for one in functions) or _NOWHERE.search(value):
        yield wrong(part, f"transform: {value}", "transform", _PURE)
    elif part.get("transform-box"):
        yield wrong(part, f"transform-box: {part.get('transform-box')}", "transform-box", _PURE)
    elif "transform-origin" in part.given:
        origin = part.get("transform-origin").split()
        if len(origin) != 2 or not all(_LENGTH.fullmatch(one) for one in origin):  # noqa: PLR2004 x and y
            yield wrong(part, f"transform-origin: {' '.join(origin)}", "transform-origin", _PURE)
