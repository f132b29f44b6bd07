"""Boxes that are filled in on a screen, as a template stamps them (``compose/fill_in.py``): which field each is, and where it lies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from brochures.engine.box_edges import CssEdges, border_edges, turned
from brochures.engine.data_attributes import attribute
from brochures.engine.private_api import boxes
from brochures.geometry.pages import FillBox

CELL = (3.0, 1.0)
"""How far what is typed into the cell of a list keeps from its edges, at the sides and above and below, in px."""

NAMED = ("data-fill", "data-state")
"""The attributes that say which box of which field it is."""


def fill_box(box: Any, matrix: Any, *, head: bool) -> FillBox | None:
    """Return what is filled in in ``box``, which ``matrix`` turns, if anything is; ``head``: it stands in a running head."""
    name = attribute(box, NAMED[0])
    if not name or isinstance(box, boxes.LineBox | boxes.TextBox):
        return None
    told = ("kind", "state", "says", "asks", "must")
    kind, state, says, asks, required = (attribute(box, f"data-{key}") or "" for key in told)
    return FillBox(name, kind, state, says, bool(required), turned(_edges(box), matrix), head, asks)


def _edges(box: Any) -> CssEdges:
    left, top, right, bottom = border_edges(box)
    if not isinstance(box, boxes.TableCellBox):
        return left, top, right, bottom
    return left + CELL[0], top + CELL[1], right - CELL[0], bottom - CELL[1]


def in_order(filled: Iterable[FillBox]) -> tuple[FillBox, ...]:
    """Return the boxes of a page as they are read: those of its running head first."""
    return tuple(sorted(filled, key=lambda one: not one.head))
