"""Overprint: black type and thin black lines lie on what is below them, so that no white shows where plates miss each other by a hair.

Everything else knocks out, white above all (GWG 2022, R0007 to R0013; docs/print.md, Black and overprint).
"""

from __future__ import annotations

import math

from pikepdf import Dictionary, Name

from brochures.separations.operators import PATH_ENDS
from brochures.separations.path import Path

THIN = 2.0
"""Black lines below this width overprint, in pt (GWG 2022, R0010)."""

TEXT = frozenset({"Tj", "TJ", "'", '"'})

OVERPRINTS, KNOCKS_OUT, LINE_OVERPRINTS = Name("/PressOverprint"), Name("/PressKnockout"), Name("/PressOverprintLines")
"""The settings: for areas and lines, for neither, and for lines alone."""

SETTINGS = {OVERPRINTS: (True, True), KNOCKS_OUT: (False, False), LINE_OVERPRINTS: (True, False)}
"""Whether lines overprint, and whether areas do."""


def wanted(operator: str, fill: float | None, stroke: float | None) -> Name:
    """Return the settings for a mark: ``fill`` and ``stroke`` are how thin it is in pt where that is black; None where it is not."""
    if operator in TEXT:
        return KNOCKS_OUT if fill is None else OVERPRINTS
    fills, strokes = PATH_ENDS.get(operator, (False, False))
    area = fills and fill is not None and fill < THIN
    line = strokes and stroke is not None and stroke < THIN
    if fills and strokes:
        return OVERPRINTS if area and line else LINE_OVERPRINTS if line else KNOCKS_OUT
    return OVERPRINTS if area or line else KNOCKS_OUT


def enter(states: Dictionary) -> None:
    """Enter the settings among a page's own."""
    for name, (lines, areas) in SETTINGS.items():
        states[name] = Dictionary(Type=Name.ExtGState, OP=lines, op=areas, OPM=1)


def thickness(path: Path, operator: str) -> float:
    """Return how thin a filled path is, in pt: its thinnest rectangle, or where it has none the shorter side of what is around it."""
    thinnest = path.thickness(even_odd=operator.endswith("*"))
    if thinnest is not None:
        return thinnest
    if path.bounds is None:
        return math.inf
    left, bottom, right, top = path.bounds
    return min(right - left, top - bottom)
