"""Where an engine's box lies and whether it prints: edges in px as the engine keeps them, boxes in pt as everybody else does."""

from __future__ import annotations

from typing import Any

from brochures.engine.private_api import boxes
from brochures.geometry.box import Box
from brochures.geometry.units import PX

CssEdges = tuple[float, float, float, float]
"""Left, top, right and bottom in px of CSS, as the engine and its transforms have them: ``turned`` makes a box in pt of them."""


def content_edges(box: Any) -> CssEdges:
    """Return the edges of the content box of ``box``."""
    left, top = box.content_box_x(), box.content_box_y()
    return left, top, left + box.width, top + box.height


def border_edges(box: Any) -> CssEdges:
    """Return the edges of the border box of ``box``."""
    left, top = box.border_box_x(), box.border_box_y()
    return left, top, left + box.border_width(), top + box.border_height()


def turned(edges: CssEdges, matrix: Any = None) -> Box:
    """Return ``edges`` in pt, as they lie after the transform ``matrix``: the box around them."""
    left, top, right, bottom = edges
    if matrix is not None:
        corners = [matrix.transform_point(x, y) for x in (left, right) for y in (top, bottom)]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    return Box(left * PX, top * PX, right * PX, bottom * PX)


def framed(edges: CssEdges, matrix: Any, frame: Any) -> Box:
    """Return ``edges``, which ``matrix`` turns, in a frame that was turned by the transform ``frame`` itself."""
    if matrix is None or matrix is frame:
        return turned(edges)
    return turned(edges, matrix if frame is None else matrix @ frame.invert)


def paints(box: Any) -> bool:
    """Return whether ``box`` has a ground or a border of its own that prints."""
    if isinstance(box, boxes.LineBox | boxes.TextBox) or box.element is None:
        return False
    ground = box.background
    if ground is not None and (ground.color.alpha > 0 or any(layer.image for layer in ground.layers)):
        return True
    return any(
        getattr(box, f"border_{side}_width", 0) and box.style[f"border_{side}_style"] not in {"none", "hidden"}
        for side in ("top", "right", "bottom", "left")
    )


def is_kept(box: Any) -> bool:
    """Return whether ``box`` may not be broken over pages or columns."""
    return not isinstance(box, boxes.InlineBox) and box.style["break_inside"] in {"avoid", "avoid-page", "avoid-column"}
