"""Drawings (SVG): what the engine draws wrong and a few lines can mend, without touching how it draws all else.

WeasyPrint 70 paints a line in a gradient or pattern as a hairline, fills straight lines (which PDFium shows as a hairline), measures the
box of a gradient with its line, takes per cent of a gradient from the wrong length, begins a pattern at the corner of the shape, and fills
holes that ``clip-rule: evenodd`` cuts (docs/engine.md, Drawings).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import copy
from math import hypot
from typing import Any

from brochures.engine.private_api import svg

_LOGGER = logging.getLogger("weasyprint")
_PASSED_OVER = frozenset({"switch", "foreignObject", "script", "animate", "animateTransform", "animateMotion", "set"})
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})

EVERYWHERE = (-1e5, -1e5, 2e5, 2e5)
"""A rectangle, as left, top, width and height, that no drawing leaves."""

_ACROSS, _DOWN, _BOTH = ("x1", "x2", "cx", "fx"), ("y1", "y2", "cy", "fy"), ("r", "fr")
_UNTOLD = {"linearGradient": {"x2": "100%"}, "radialGradient": {"cx": "50%", "cy": "50%", "r": "50%"}}
"""What a gradient says that does not say it (SVG 2, 14.2)."""

_NUMBER = r"\s*,?\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_STRAIGHT = re.compile(rf"\s*[Mm]{_NUMBER}{_NUMBER}\s*(?:[Ll]?{_NUMBER}{_NUMBER}|[HhVv]{_NUMBER})\s*[Zz]?\s*")
"""The data of a path that is one straight line."""

_draw_node = svg.SVG.draw_node
_set_graphical_state = svg.SVG.set_graphical_state
_draw_gradient = svg.draw_gradient
_draw_pattern = svg.draw_pattern


def install() -> None:
    """Put the mends in the engine's place. Doing so twice changes nothing."""
    svg.SVG.draw_node = _clipped
    svg.SVG.set_graphical_state = _stroked
    svg.draw_gradient = _gradient
    svg.draw_pattern = _pattern


def _stroked(drawing: Any, node: Any, font_size: float, context: Any = None) -> Any:
    """Set the width of a line also where it is painted in a gradient or a pattern, and fill nothing that has no area."""
    width = drawing.length(node.get("stroke-width", "1px"), font_size)
    if width and any(node.get_paint("stroke", context)):
        drawing.stream.set_line_width(width)
    fill, stroke = _set_graphical_state(drawing, node, font_size, context)
    straight = node.tag == "line" or (node.tag == "path" and _STRAIGHT.fullmatch(node.get("d", "")))
    return None if straight else fill, stroke


def _gradient(  # noqa: PLR0917 the engine's own signature
    drawing: Any, node: Any, gradient: Any, font_size: float, opacity: float, stroke: bool  # noqa: FBT001
) -> Any:  # fmt: skip
    """Draw a gradient with lengths that are no per cent; in units of the shape, its line does not count (SVG 2, 8.10)."""
    whole = gradient.get("gradientUnits") == "userSpaceOnUse"
    across, down = (drawing.inner_width, drawing.inner_height) if whole else (1, 1)
    told = {**_UNTOLD[gradient.tag], **gradient.attrib}
    for names, length in ((_ACROSS, across), (_DOWN, down), (_BOTH, hypot(across, down) / 2**0.5)):
        for name in names:
            if str(told.get(name, "")).strip().endswith("%"):
                gradient.attrib[name] = str(float(told[name].strip()[:-1]) / 100 * length)
    if stroke and not whole:
        node = copy(node)
        node.attrib = {**node.attrib, "stroke": "none"}
    return _draw_gradient(drawing, node, gradient, font_size, opacity, stroke)


class _Corner:
    """Stands for a shape at the corner of the drawing: patterns in its units begin there (SVG 2, 14.3)."""

    tag = "rect"
    bounding_box = None

    def get(self, name: str, default: Any = None) -> Any:
        return {"width": "1", "height": "1"}.get(name, default)

    def get_paint(self, _: str) -> tuple[None, None]:
        return None, None


def _pattern(  # noqa: PLR0917 the engine's own signature
    drawing: Any, node: Any, pattern: Any, font_size: float, opacity: float, stroke: bool  # noqa: FBT001
) -> Any:  # fmt: skip
    """Draw a pattern from where it begins, and leave it as it is for the next shape."""
    written = pattern.attrib
    pattern.attrib = {**written}
    if pattern.get("patternUnits") == "userSpaceOnUse":
        node = _Corner()
        x, y = drawing.point(pattern.attrib.pop("x", 0), pattern.attrib.pop("y", 0), font_size)
        pattern.attrib["patternTransform"] = f"{written.get('patternTransform', '')} translate({x} {y})"
    drawn = _draw_pattern(drawing, node, pattern, font_size, opacity, stroke)
    pattern.attrib = written
    return drawn


def _clipped(drawing: Any, node: Any, font_size: float, fill_stroke: bool = True, context: Any = None) -> None:  # noqa: FBT001, FBT002 the engine's signature
    """Cut by the even-odd rule where the one shape of a clip path asks for it; the engine then cuts by everything."""
    for what in _left_out(drawing, node) if fill_stroke else ():
        _LOGGER.warning("Ignored %s in a drawing", what)
    _draw_node(drawing, node, font_size, fill_stroke, context)
    if fill_stroke or node.tag != "g" or drawing.paths.get(node.get("id")) is not node:
        return
    shapes = [child for child in node if child.display]
    if len(shapes) == 1 and shapes[0].get("clip-rule") == "evenodd":
        drawing.stream.clip(even_odd=True)
        drawing.stream.end()
        drawing.stream.rectangle(*EVERYWHERE)


def _left_out(drawing: Any, node: Any) -> Iterator[str]:
    """Yield what of ``node`` is not drawn: of a picture of the content it is told before, of a drawing in a template here."""
    if node.tag in _PASSED_OVER:
        yield f"<{node.tag}>"
    for name, plain in (("filter", "none"), ("mix-blend-mode", "normal")):
        if node.get(name, plain) != plain:
            yield f"{name}: {node.get(name)}"
    mask = drawing.masks.get(svg.parse_url(node.get("mask")).fragment)
    if mask and not (node.tag in _SHAPES and mask.get("maskUnits") == "userSpaceOnUse"):
        yield f"mask: {node.get('mask')}"
