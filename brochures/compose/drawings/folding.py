"""Folding dummies: a sheet as it lies flat, both of its sides with every panel and fold, and how the folded piece stands.

A fold is a valley where its panels come up towards whoever looks, and a mountain where they go down. Lengths of a leaf are those of
the sheet itself, in pt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from brochures.design.formats import SHEET_PAGES, Format, Panel, Side

Size = tuple[float, float]


@dataclass(frozen=True)
class Fold:
    """A fold at ``x`` pt from the left trim edge of the side that is looked at; ``turn`` 1 is folded first."""

    x: float
    turn: int
    direction: Literal["valley", "mountain"]


@dataclass(frozen=True)
class Leaf:
    """One side of a flat sheet. ``sheet`` of ``sheets`` counts those of a bound piece, the outer one first."""

    name: str
    width: float
    height: float
    panels: tuple[Panel, ...]
    folds: tuple[Fold, ...]
    sheet: int = 1
    sheets: int = 1


def flat_size(form: Format) -> Size:
    """Return width and height of the trimmed sheet before it is folded, in pt; of a bound piece one sheet holds two pages."""
    return (form.width * 2 if form.bound else form.width), form.height


def finished_size(form: Format) -> Size:
    """Return width and height of the piece as it is handed out, in pt: a folded sheet is as wide as its widest panel."""
    panels = [panel.width for side in form.sides for panel in side.panels]
    return (form.width if form.bound else max(panels, default=form.width)), form.height


def leaves(form: Format) -> tuple[Leaf, ...]:
    """Return every side of every sheet of ``form``, each sheet's outside before its inside."""
    width, height = flat_size(form)
    if not form.bound:
        tucked = _tucked(form.sides[-1]) if form.sides else 0
        return tuple(
            Leaf(side.name, width, height, side.panels, tuple(_folds(side, tucked, number == len(form.sides))))
            for number, side in enumerate(form.sides, 1)
        )
    return tuple(_bound_leaves(form, width, height))


def _bound_leaves(form: Format, width: float, height: float) -> Iterator[Leaf]:
    """Yield the sheets of a bound piece: page 1 lies beside the last one, page 2 behind page 1 (docs/print.md, Imposition)."""
    pages = [side.panels[0] for side in form.sides]
    sheets = len(pages) // SHEET_PAGES
    for number in range(sheets):
        low, high = 2 * number, len(pages) - 1 - 2 * number
        for name, left, right in (("outside", high, low), ("inside", low + 1, high - 1)):
            panels = (pages[left], Panel(pages[right].name, form.width, form.width, pages[right].order))
            fold = Fold(form.width, 1, "valley" if name == "inside" else "mountain")
            yield Leaf(name, width, height, panels, (fold,), number + 1, sheets)


def _tucked(inside: Side) -> int:
    """Return 1 where the right end of the inside folds in first, -1 where the left one does: the narrower of the two, else the right."""
    return -1 if inside.panels[0].width < inside.panels[-1].width else 1


def _folds(side: Side, tucked: int, is_inside: bool) -> Iterator[Fold]:  # noqa: FBT001 a side is one or the other
    """Yield the folds of ``side`` from left to right. The panel at the tucked end folds in first, then each beside it."""
    count = len(side.folds)
    from_right = (tucked == 1) == is_inside
    for number, x in enumerate(side.folds, 1):
        turn = count + 1 - number if from_right else number
        yield Fold(x, turn, "valley" if is_inside else "mountain")
