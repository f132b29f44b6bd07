"""Drawings: the geometry of pictures, as pure functions that templates call. Numbers in, points and paths out, in pt; y grows downwards.

``axis``         where a value stands on a line
``forest_plot``  results of trials with their intervals
``icon_array``   a rate as so many of 100 people
``folding``      a sheet flat, with its panels and folds
``folded_view``  the same folded, half open
``calibration``  scales that show how backs lie off their fronts
``motif``        the contour lines of the river
``lengths``      lengths as people write them

Nothing here knows a colour, a word or a weight of line: templates give those, from tokens and content.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from brochures.compose.drawings.calibration import back_scales, corner_crosses, example_scale, front_scales
from brochures.compose.drawings.folded_view import standing
from brochures.compose.drawings.folding import finished_size, flat_size, leaves
from brochures.compose.drawings.forest_plot import forest
from brochures.compose.drawings.icon_array import grid, groups, outcome_of
from brochures.compose.drawings.lengths import inches, length_of, millimetres, size_of
from brochures.compose.drawings.motif import river
from brochures.design.formats import Format

__all__ = ["TOOLS", "finished_size", "flat_size", "inches", "is_wide"]

WIDE = 420
"""From this width of text on, in pt, a picture lies across the page; below it, it runs down the panel."""

PANEL_SIDES, PAGE_SIDES = 45, 108
"""What a panel and a page keep free at their sides together, in pt."""


def is_wide(form: Format) -> bool:
    """Return whether the text of ``form`` is wide enough for a picture that lies across."""
    return (form.panels[0].width - PANEL_SIDES if form.panels else form.width - PAGE_SIDES) >= WIDE


TOOLS: Mapping[str, Callable[..., Any]] = {
    "back_scales": back_scales,
    "corner_crosses": corner_crosses,
    "example_scale": example_scale,
    "finished_size": finished_size,
    "flat_size": flat_size,
    "forest": forest,
    "front_scales": front_scales,
    "grid": grid,
    "groups": groups,
    "inches": inches,
    "is_wide": is_wide,
    "leaves": leaves,
    "length_of": length_of,
    "millimetres": millimetres,
    "outcome_of": outcome_of,
    "river": river,
    "size_of": size_of,
    "standing": standing,
}
"""The functions by the names under which templates know them."""
