"""Text room: how much room one text takes on measured pages, and whether the panel that holds it is overset."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from brochures.compose.html import Composition
from brochures.geometry.pages import MeasuredPage, MeasuredPages, Region
from brochures.layout.checks.overset import oversets
from brochures.layout.checks.page_plan import Fill

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom in pt from the top left corner of the trim."""


@dataclass(frozen=True)
class TextRoom:
    """A panel or page that holds words of the text. ``percent`` of its height is used; ``lines_over`` and ``words_over`` do not fit into it."""

    kind: str
    name: str
    page: int
    size: tuple[float, float]
    """Of the page, in pt."""
    box: Edges
    lines: tuple[Edges, ...]
    """Where the lines of the text stand."""
    words: int
    percent: float
    lines_over: int
    words_over: int
    over: float
    """How far it reaches out at the bottom, in pt."""
    steps: int
    most_steps: int
    """How many steps of copyfit were taken, of how many."""

    @property
    def fits(self) -> bool:
        """Whether nothing reaches out of it."""
        return not self.over


def text_rooms(
    composition: Composition, sheets: MeasuredPages, budget: Iterable[Fill], passages: Collection[int]
) -> Iterator[TextRoom]:
    """Yield each panel of ``sheets``, or page where words flow, that holds lines of ``passages``, which are numbers of the composition's."""
    filled = {(one.page, one.region): one for one in budget}
    for page in sheets.pages:
        for region in page.regions:
            fill = filled.get((page.number, region.name))
            if fill is not None and region.kind in {"panel", "page"}:
                yield from _room(composition, page, region, fill, passages)


def _room(
    composition: Composition, page: MeasuredPage, region: Region, fill: Fill, passages: Collection[int]
) -> Iterator[TextRoom]:
    """Yield the room of ``region``, where lines of ``passages`` stand in it."""
    lines = [line.box for line in region.lines if any(part.passage in passages for part in line.stretches)]
    if not lines:
        return
    below = [one for one in oversets(region) if one.side == "bottom"]
    box = region.on_sheet
    right, down = box.left - region.box.left, box.top - region.box.top
    moved = tuple((one.left + right, one.top + down, one.right + right, one.bottom + down) for one in lines)
    yield TextRoom(
        region.kind, region.name, page.number, (page.width, page.height), (box.left, box.top, box.right, box.bottom), moved,
        fill.words, fill.percent, sum(len(one.lines) for one in below), sum(one.words for one in below),
        max((one.by for one in below), default=0.0), *_steps(composition, region.name),
    )  # fmt: skip


def _steps(composition: Composition, region: str) -> tuple[int, int]:
    ladder = composition.fit.ladder
    group = ladder.group(region)
    if group is None:
        return 0, 0
    return composition.fit.steps.get(group, 0), len(ladder.settings) - 1
