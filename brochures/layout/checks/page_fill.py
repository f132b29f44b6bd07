"""Page fill: how much of its height each page of a piece that flows uses. Readers take a page that ends high up for the end, or for a mistake.

A page is as full as its lowest printed word, rule or picture stands deep, against the area between its running head and foot. What only
bleeds is not counted, and running heads and feet are not. Of columns the fuller one counts: a column that ends above its neighbour is how
a part ends, and the paper is used down to where the longer one does. White within a page is not taken off: it is how a page is composed.

Where an edition makes the words flow over pages of its own, as large print does, nobody composes its pages, and this check leaves them alone.
A page that is all panels is none of this check, since overset and copyfit hold those; nor is a back that the desk edition leaves blank, nor a
sheet beside the piece, such as that on how to fold it. A part that has to end early says why (``may_end_early``), which is for its last page
alone; one that says so without need is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brochures.findings import Finding, Severity, codes
from brochures.findings.check import check
from brochures.geometry.pages import MeasuredPage, Region
from brochures.layout.checks.subject import Pages, area, place_of_part
from brochures.project.edition import FileKind

FULL = 65.0
"""A page less full than this is told of, in per cent of its height."""

HARDLY = 40.0
"""One less full than this is a warning."""

NONE = -1
"""Of a page before the first part: the part that ends on it."""


@dataclass(frozen=True)
class PageFill:
    """How full one page is, in per cent; ``part`` is the last that stands on it, ``ends`` whether it ends there."""

    page: MeasuredPage
    region: Region
    percent: float
    part: int
    ends: bool


@check(
    codes.SHORT_PAGE,
    looks_for="pages that end high up, with nothing below",
    source="docs/designers.md, Pages that are full",
)
def short(pages: Pages) -> Iterator[Finding]:
    """Yield each page of a piece that flows that is less than ``FULL`` and not excepted."""
    for one in _measured(pages):
        if one.percent >= FULL or _may_end_early(pages, one):
            continue
        left = round(one.region.box.height * (1 - one.percent / 100))
        yield codes.SHORT_PAGE.at(
            place_of_part(pages, one.part),
            f"page {one.page.number}{_ended(pages, one)} is {one.percent:.0f} % full: {left} pt are left below its last line",
            "let what follows it begin here, cut what stands here so that it fits on the page before, or say why in 'may_end_early' of the part"
            if one.ends and one.part != NONE
            else "let what begins the next page break, or stand elsewhere",
            severity=Severity.WARNING if one.percent < HARDLY else Severity.NOTE,
        ).on(area(one.region.on_sheet), one.page.number)


@check(
    codes.NEEDLESS_EXCEPTION,
    looks_for="parts that may end early and do not",
    source="docs/designers.md, Pages that are full",
)
def needless(pages: Pages) -> Iterator[Finding]:
    """Yield each part that may end early although its last page is full."""
    for one in _measured(pages):
        if one.percent >= FULL and _may_end_early(pages, one):
            yield codes.NEEDLESS_EXCEPTION.at(
                place_of_part(pages, one.part),
                f"the part '{pages.composition.job.sections[one.part].title}' may end early, "
                f"and its last page, {one.page.number}, is {one.percent:.0f} % full",
                "take out its 'may_end_early'",
            )


def _may_end_early(pages: Pages, one: PageFill) -> bool:
    return one.ends and one.part != NONE and bool(pages.composition.job.sections[one.part].may_end_early)


def _ended(pages: Pages, one: PageFill) -> str:
    """Return which part ends on the page, if one does."""
    title = pages.composition.job.sections[one.part].title if one.ends and one.part != NONE else ""
    return f", where '{title}' ends," if title else ""


def _measured(pages: Pages) -> Iterator[PageFill]:
    """Yield every page of a piece that flows, with how full it is."""
    edition = pages.composition.edition
    if edition is not None and edition.reflowed:
        return
    if pages.composition.format.sides or pages.composition.kind is not FileKind.PIECE:
        return
    parts = _parts(pages)
    for sheet in pages.sheets.pages:
        if sheet.left_blank or any(region.kind == "panel" for region in sheet.regions):
            continue
        part = parts[sheet.number]
        later = (parts[number] for number in parts if number > sheet.number)
        for region in sheet.regions:
            if region.kind == "page" and region.box.height:
                yield PageFill(sheet, region, _percent(region), part, ends=next(later, None) != part)


def _percent(region: Region) -> float:
    """Return how deep the lowest of ``region`` stands, in per cent of its height."""
    boxes = [line.box for line in region.lines] + [art.box for art in region.art]
    lowest = max((box.bottom for box in boxes), default=region.box.top)
    return round(100 * (lowest - region.box.top) / region.box.height, 1)


def _parts(pages: Pages) -> Mapping[int, int]:
    """Return by the number of each page the last part that stands on it. A page without words goes on with the part before."""
    found: dict[int, int] = {}
    last = NONE
    for sheet in pages.sheets.pages:
        if not sheet.left_blank:
            last = max(_of_page(pages, sheet), default=last)
            found[sheet.number] = last
    return found


def _of_page(pages: Pages, sheet: MeasuredPage) -> Iterator[int]:
    """Yield the part of each line and picture of ``sheet`` that belongs to one."""
    blocks = [pages.sheets.paragraphs[line.paragraph].block for line in pages.sheets.body(sheet)]
    for block in (*blocks, *(one.block for one in sheet.art)):
        if block:
            yield int(block.partition("-")[0])
