"""The areas of links: where a finger or a pointer finds each, made as high as its type and large enough to touch.

The engine takes the height of a line for the height of a link in it, so that a raised number, which opens no lines (``line-height: 0``),
has no area at all. Here each area grows to the box of its type and to ``LEAST`` in both directions (WCAG 2.2, 2.5.8), first to both
sides alike, then to the side where there is room. Between two links the room is shared: no area lies over another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import Document

from brochures.engine.private_api import boxes, children

LEAST = 24.0
"""How wide and how high an area is at least, where the links around it leave room, in CSS px (WCAG 2.2, 2.5.8)."""

Span = tuple[float, float]
"""Where an area begins and ends in one direction, in px from the left or from the top."""


class _Area:
    """One link: its ``type``, which its area must hold, and the area that the engine gave it; each left to right, then top to bottom."""

    def __init__(self, own: tuple[Span, Span], given: tuple[Span, Span], page: tuple[Span, Span]) -> None:
        self.type = own
        self.given = given
        self.page = page
        self.bounds: list[_Bound] = []

    def whole(self, way: int) -> Span:
        """Return where its type and what the engine gave it begin and end together in one direction."""
        return min(self.type[way][0], self.given[way][0]), max(self.type[way][1], self.given[way][1])

    def span(self, way: int) -> Span:
        """Return where the area begins and ends in one direction, as it stands between its bounds."""
        (start, end), whole = self.page[way], self.whole(way)
        start, end = min(start, whole[0]), max(end, whole[1])
        for bound in self.bounds:
            if bound.way == way and bound.first is self:
                end = min(end, bound.at)
            elif bound.way == way:
                start = max(start, bound.at)
        return _grown(self.type[way], self.given[way], (start, end))

    def size(self, way: int) -> float:
        """Return how wide or high the area is."""
        start, end = self.span(way)
        return end - start


class _Bound:
    """What two areas do not pass: a line between them, ``at`` so many px, ``first`` to the left of it or above."""

    def __init__(self, first: _Area, second: _Area, way: int) -> None:
        self.first = first
        self.second = second
        self.way = way
        self.at = (first.type[way][1] + second.type[way][0]) / 2

    def give(self) -> None:
        """Move the bound so that an area that is too small takes of its neighbor's room what that does not need."""
        for poor, rich, sign in ((self.first, self.second, 1), (self.second, self.first, -1)):
            lack, had, at = LEAST - poor.size(self.way), rich.size(self.way), self.at
            if lack <= 0:
                continue
            edge = rich.type[self.way][0 if sign > 0 else 1]
            self.at = min(at + lack, max(edge, at)) if sign > 0 else max(at - lack, min(edge, at))
            if rich.size(self.way) < min(LEAST, had):
                self.at = at


def enlarge(document: Document, *, linked: bool) -> None:
    """Give each link of ``document`` an area that can be touched; where it is not ``linked``, take them all away."""
    for page in document.pages:
        if not linked:
            page.links.clear()
        areas = [_area(link, (page.width, page.height)) for link in page.links]
        bounds = [
            _bound(one, other)
            for number, one in enumerate(areas)
            for other in areas[number + 1 :]
            if _may_meet(one, other)
        ]
        for bound in bounds:
            bound.first.bounds.append(bound)
            bound.second.bounds.append(bound)
        for bound in bounds:
            bound.give()
        for number, area in enumerate(areas):
            (left, right), (top, bottom) = area.span(0), area.span(1)
            page.links[number] = (*page.links[number][:2], (left, top, right, bottom), *page.links[number][3:])


def _area(link: Any, page: Span) -> _Area:
    """Return the area of ``link`` before it has grown. Where a box around it is turned or moved, only the engine knows where its type is."""
    left, top, right, bottom = link[2]
    given = ((left, right), (top, bottom))
    whole = ((0.0, page[0]), (0.0, page[1]))
    x, y, width, height = link[3].hit_area()
    found = [*_lines(link[3])] if (x, y, x + width, y + height) == tuple(link[2]) else []
    if not found:
        return _Area(given, given, whole)
    level = (min(a for (a, _), _ in found), max(b for (_, b), _ in found))
    upright = (min(a for _, (a, _) in found), max(b for _, (_, b) in found))
    return _Area((level, upright), given, whole)


def _lines(box: Any) -> Iterator[tuple[Span, Span]]:
    """Yield where each run of words inside ``box`` stands: as wide as it is set, as high as its type, which is less than its face has room for."""
    for child in children(box) if isinstance(box, boxes.ParentBox) else ():
        if isinstance(child, boxes.TextBox):
            middle = child.position_y + child.margin_top + child.height / 2
            half = min(child.height, child.style["font_size"]) / 2
            yield (child.position_x, child.position_x + child.width), (middle - half, middle + half)
        else:
            yield from _lines(child)


def _may_meet(one: _Area, other: _Area) -> bool:
    """Whether both are so near that they could meet however they grow."""
    return all(_gap(one.whole(way), other.whole(way)) < 2 * LEAST for way in (0, 1))


def _bound(one: _Area, other: _Area) -> _Bound:
    """Return the bound between two areas: in the direction in which their types are farther apart, in the middle between them."""
    gaps = [_gap(*spans) for spans in zip(one.type, other.type, strict=True)]
    way = 0 if gaps[0] > gaps[1] else 1
    first, second = (one, other) if sum(one.type[way]) <= sum(other.type[way]) else (other, one)
    return _Bound(first, second, way)


def _gap(one: Span, other: Span) -> float:
    """Return how far two spans are apart, less than 0 where they overlap."""
    return max(one[0] - other[1], other[0] - one[1])


def _grown(own: Span, given: Span, reach: Span) -> Span:
    """Return where an area begins and ends whose type is ``own``: to both sides alike, then where there is room, and no farther than ``reach``."""
    start, end = min(own[0], given[0]), max(own[1], given[1])
    lack = max(0.0, LEAST - (end - start)) / 2
    start, end = max(start - lack, reach[0]), min(end + lack, reach[1])
    start = max(min(start, end - LEAST), reach[0])
    return start, min(max(end, start + LEAST), reach[1])
