"""Floats stay whole: one that a page's end would break moves to the next page with the block that holds it.

WeasyPrint 70 breaks a float at the foot of a page and, when the block around it moves to the next page after all, draws the rest of
the float there a second time, over what stands there. A float that is taller than a page is left to the engine.
"""

from __future__ import annotations

from math import inf
from typing import Any

from brochures.engine.private_api import block

TALLEST = 0.75
"""The share of a page that a float may take and still be moved as a whole."""

_float_layout = block.float_layout


def install() -> None:
    """Put whole floats in the engine's place. Doing so twice changes nothing."""
    block.float_layout = _whole


def _whole(  # noqa: PLR0917 the engine's own signature
    context: Any, box: Any, containing_block: Any, absolute_boxes: Any, fixed_boxes: Any, bottom_space: Any, skip_stack: Any
) -> tuple[Any, Any]:  # fmt: skip
    """Return the float and where the rest of it begins: nowhere, so that the engine's own test finds it too tall for this page."""
    made = _float_layout(context, box, containing_block, absolute_boxes, fixed_boxes, bottom_space, skip_stack)
    if made[1] is None or skip_stack is not None:
        return made  # type: ignore[no-any-return]
    _forget(context, made[0])
    whole = _float_layout(context, box, containing_block, absolute_boxes, fixed_boxes, -inf, skip_stack)
    if whole[0].height <= context.page_bottom * TALLEST:
        return whole  # type: ignore[no-any-return]
    _forget(context, whole[0])
    return _float_layout(context, box, containing_block, absolute_boxes, fixed_boxes, bottom_space, skip_stack)  # type: ignore[no-any-return]


def _forget(context: Any, shape: Any) -> None:
    """Take a trial out of the shapes that words flow around."""
    if shape in context.excluded_shapes:
        context.excluded_shapes.remove(shape)
