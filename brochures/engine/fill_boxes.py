"""Boxes that are filled in on a screen, as a template stamps them (``compose/fill_in.py``): which field each is, and where it lies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from brochures.engine.box_edges import border_edges, turned
from brochures.engine.data_attributes import attribute
from brochures.engine.private_api import boxes
from brochures.geometry.pages import FillBox

NAMED = ("data-fill", "data-state")
"""The attributes that say which box of which field it is."""


def fill_box(box: Any, matrix: Any, *, head: bool) -> FillBox | None:
    """Return what is filled in in ``box``, which ``matrix`` turns, if anything is; ``head``: it stands in a running head."""
    name = attribute(box, NAMED[0])
    if not name or isinstance(box, boxes.LineBox | boxes.TextBox):
        return None
    told = ("kind", "state", "says", "asks", "must")
    kind, state, says, asks, required = (attribute(box, f"data-{key}") or "" for key in told)
    return FillBox(name, kind, state, says, bool(required), turned(border_edges(box), matrix), head, asks)


def in_order(filled: Iterable[FillBox]) -> tuple[FillBox, ...]:
    """Return the boxes of a page as they are read: those of its running head first."""
    return tuple(sorted(filled, key=lambda one: not one.head))
