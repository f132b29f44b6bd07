"""Drawings: the geometry of pictures, as pure functions that templates call. Numbers in, points and paths out, in pt; y grows downwards.

``axis``         where a value stands on a line
``forest_plot``  results of trials with their intervals
``icon_array``   a rate as so many of 100 people
``dots``         people as dots, so many a row
``form_rows``    the fields of a form as lines, grids and tables
``folding``      a sheet flat, with its panels and folds
``folded_view``  the same folded, half open
``thumbnail``    what stands on a panel as simple bars
``calibration``  scales that show how backs lie off their fronts
``motif``        the three streams as lines, in the three-part model and as a divider
``scenes``       woods by a river with what stands there and people, for a cover
``bird_view``    the spring with its three rills, and the valley as a map
``terraces``     three banks on one river, for the three-part model
``landscape``    what scenes are made of: layers of woods, the river
``woods``        banks and trees
``ribbon``       the river as a ribbon that comes from the horizon
``props``        a footbridge, a bench, a house
``strips``       woods under a title and along the head of a sheet, the sign of the house
``people``       somebody standing, walking, sitting, without a face
``poses``        how they stand, sit and lie, as tables of numbers
``cut_outs``     what a pose is made of: coats, arms, legs, heads
``shapes``       what is cut from paper: outlines, limbs, discs
``curves``       smooth lines through points

Nothing here knows a colour, a word or a weight of line: templates give those, from tokens and content.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from brochures.compose.drawings.bird_view import valley_places
from brochures.compose.drawings.calibration import back_scales, corner_crosses, example_scale, front_scales
from brochures.compose.drawings.dots import in_a_strip, people_in_rows, strip_pitch
from brochures.compose.drawings.dots import people as people_together
from brochures.compose.drawings.folded_view import standing
from brochures.compose.drawings.folding import finished_size, flat_size, leaves
from brochures.compose.drawings.forest_plot import forest
from brochures.compose.drawings.form_rows import answer_shares, form_rows
from brochures.compose.drawings.icon_array import grid, groups, outcome_of
from brochures.compose.drawings.motif import river
from brochures.compose.drawings.people import figure
from brochures.compose.drawings.scenes import landscape
from brochures.compose.drawings.strips import frieze, mark, rising_bank
from brochures.compose.drawings.terraces import terraces
from brochures.compose.drawings.thumbnail import thumbnail
from brochures.design.formats import FAX, LARGE, Format
from brochures.geometry.lengths import inches, length_of, millimetres, size_of

__all__ = ["TOOLS", "finished_size", "flat_size", "inches", "is_wide"]

WIDE = 420
"""From this width of text on, in pt, a picture lies across the page; below it, it runs down the panel."""

PANEL_SIDES, PAGE_SIDES = 45, 108
"""What a panel and a page keep free at their sides together, in pt."""


REFLOWED_SIDES = {LARGE: 144, FAX: 96}
"""The same of a page in large print and of one that is faxed: an inch each, and two thirds of one (docs/print.md, Large print; docs/print.md, Fax)."""


def text_width(form: Format) -> float:
    """Return how wide the text of ``form`` is, in pt."""
    if form.name in REFLOWED_SIDES:
        return form.width - REFLOWED_SIDES[form.name]
    return form.panels[0].width - PANEL_SIDES if form.panels else form.width - PAGE_SIDES


def is_wide(form: Format) -> bool:
    """Return whether the text of ``form`` is wide enough for a picture that lies across: in large print and by fax nothing stands beside another."""
    return form.name not in REFLOWED_SIDES and text_width(form) >= WIDE


TOOLS: Mapping[str, Callable[..., Any]] = {
    "answer_shares": answer_shares,
    "back_scales": back_scales,
    "corner_crosses": corner_crosses,
    "example_scale": example_scale,
    "figure": figure,
    "finished_size": finished_size,
    "flat_size": flat_size,
    "forest": forest,
    "form_rows": form_rows,
    "frieze": frieze,
    "front_scales": front_scales,
    "grid": grid,
    "groups": groups,
    "in_a_strip": in_a_strip,
    "inches": inches,
    "is_wide": is_wide,
    "landscape": landscape,
    "leaves": leaves,
    "length_of": length_of,
    "mark": mark,
    "millimetres": millimetres,
    "outcome_of": outcome_of,
    "people": people_together,
    "people_in_rows": people_in_rows,
    "river": river,
    "size_of": size_of,
    "standing": standing,
    "strip_pitch": strip_pitch,
    "terraces": terraces,
    "text_width": text_width,
    "thumbnail": thumbnail,
    "rising_bank": rising_bank,
    "valley_places": valley_places,
}
"""The functions by the names under which templates know them."""
