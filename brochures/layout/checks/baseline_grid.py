"""Baseline grid: baselines of text in panels that face each other meet across the folds (docs/print.md, Type size)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brochures.findings import Finding, Severity, codes
from brochures.findings.check import check
from brochures.geometry.pages import Line, Region
from brochures.geometry.passages import letters
from brochures.layout.checks.subject import Pages, area, shown

GRID_TOLERANCE = 0.5
"""What a reader does not see, in pt."""

SAME = 0.05
"""Two sizes or leadings that differ by less are the same, in pt."""


@dataclass(frozen=True)
class Grid:
    """The grid of one side: the text's leading in pt, where its first line lies, the lines on whole steps of it, and the worst."""

    page: int
    leading: float
    start: float
    lines: int
    whole: int
    worst: Line | None
    deviation: float


def grids(pages: Pages) -> Iterator[Grid]:
    """Yield the grid of the text on each page of panels that face each other, for each leading that the text is set with."""
    for sheet in pages.sheets.pages:
        if not _faces(pages, sheet.number):
            continue
        lines = _text(pages, sheet.number)
        for leading in sorted({leading for _, leading in lines}):
            yield _grid(sheet.number, [line for line, own in lines if own == leading], leading)


def _faces(pages: Pages, page: int) -> bool:
    """Whether the panels of ``page`` face each other; of a bound piece's spreads only those do whose pages follow each other."""
    form = pages.composition.format
    if form.bound and len(form.sides) == len(pages.sheets.pages):
        orders = [panel.order for panel in form.sides[page - 1].panels]
        return len(orders) > 1 and orders[1] == orders[0] + 1
    return sum(region.page == page for region in pages.sheets.panels) > 1


@check(
    codes.OFF_GRID,
    looks_for="text in facing panels whose lines do not meet across the fold",
    source="docs/designers.md, Space and the grid",
)
def off_grid(pages: Pages) -> Iterator[Finding]:
    """Yield each page of panels with text off its grid: neither on a line of it nor half a line between two."""
    for one in grids(pages):
        if one.worst is not None and one.deviation > GRID_TOLERANCE:
            eased = any("--fit-space" in setting for _, setting, _ in pages.composition.fit.used())
            yield codes.OFF_GRID.at(
                pages.place_of(one.worst),
                f"'{shown(one.worst.text)}' lies {one.deviation:.1f} pt off the grid of {one.leading:g} pt that the panels of this side share",
                "make the spaces and borders above it whole or half lines",
                severity=Severity.NOTE if eased else None,
            ).on(area(one.worst.box), one.page)


def _text(pages: Pages, page: int) -> list[tuple[Line, float]]:
    """Return the lines of running text in the panels of ``page``, each with its leading: most lines are set in its size.

    Cells of tables and reference lists have a leading of their own and stand between rules: they are not running text.
    """
    cells = {
        line
        for region in pages.sheets.regions
        if region.page == page and region.kind == "cell"
        for line in region.lines
    }
    lines = [
        (line, own)
        for region in _beside([region for region in pages.sheets.panels if region.page == page])
        if region.frame is None
        for line in region.lines
        for own in (pages.sheets.paragraphs[line.paragraph],)
        if line not in cells and "references__item" not in own.classes
    ]
    if not lines:
        return []
    sizes = Counter(round(paragraph.size, 1) for _, paragraph in lines)
    size = sizes.most_common(1)[0][0]
    found = [
        (line, round(own.leading, 2))
        for line, own in lines
        if abs(own.size - size) < SAME and abs(line.size - size) < SAME and letters(line.text)
    ]
    return list(dict.fromkeys(found))


def _beside(panels: Sequence[Region]) -> Sequence[Region]:
    """Return the ``panels`` that stand side by side: all, or the first row of the copies of a card, which rows are cut apart."""
    if "." not in panels[0].name:
        return panels
    return [panel for panel in panels if abs(panel.box.top - panels[0].box.top) < SAME]


def _grid(page: int, lines: Sequence[Line], leading: float) -> Grid:
    start = _phase(lines, leading)
    half = _phase(lines, leading / 2)
    off = [(_distance(line.baseline - half, leading / 2), line) for line in lines]
    deviation, worst = max(off, key=lambda pair: pair[0], default=(0.0, None))
    whole = sum(_distance(line.baseline - start, leading) <= GRID_TOLERANCE for line in lines)
    return Grid(page, leading, start, len(lines), whole, worst, round(deviation, 2))


def _phase(lines: Sequence[Line], step: float) -> float:
    """Return where most lines lie between two steps, in pt."""
    counted = Counter(round(line.baseline % step * 4) / 4 % step for line in lines)
    best = counted.most_common(1)[0][0] if counted else 0.0
    near = [line.baseline for line in lines if _distance(line.baseline - best, step) <= SAME * 3]
    return near[0] % step if near else best


def _distance(length: float, step: float) -> float:
    rest = length % step
    return min(rest, step - rest)
