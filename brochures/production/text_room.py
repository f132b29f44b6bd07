"""Text room: how much room one text takes on the pages of a file, and whether the panel that holds it is overset."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from brochures.compose.html import Composition
from brochures.layout.checks.overset import oversets
from brochures.pdf.file import File

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


def text_rooms(file: File, passages: Collection[int]) -> Iterator[TextRoom]:
    """Yield each panel of ``file``, or page where words flow, that holds lines of ``passages``, which are numbers of its composition's."""
    filled = {(one.page, one.region): one for one in file.fill}
    for page in file.sheets.pages:
        for region in page.regions:
            fill = filled.get((page.number, region.name))
            lines = [line for line in region.lines if any(part.passage in passages for part in line.stretches)]
            if fill is None or not lines or region.kind not in {"panel", "page"}:
                continue
            below = [one for one in oversets(region) if one.side == "bottom"]
            box = region.on_sheet
            right, down = box.left - region.box.left, box.top - region.box.top
            edges = tuple(
                (line.box.left + right, line.box.top + down, line.box.right + right, line.box.bottom + down)
                for line in lines
            )
            steps, most = _steps(file.composition, region.name)
            yield TextRoom(
                region.kind, region.name, page.number, (page.width, page.height), (box.left, box.top, box.right, box.bottom), edges,
                fill.words, fill.percent, sum(len(one.lines) for one in below), sum(one.words for one in below),
                max((one.by for one in below), default=0.0), steps, most,
            )  # fmt: skip


def _steps(composition: Composition, region: str) -> tuple[int, int]:
    ladder = composition.fit.ladder
    group = ladder.group(region)
    if group is None:
        return 0, 0
    return composition.fit.steps.get(group, 0), len(ladder.settings) - 1
