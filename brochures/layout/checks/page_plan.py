"""Page plan: as many pages as were planned, none of them blank, and what each panel or page holds: words and fill.

In the desk edition of a piece that flows, which is printed on both sides, a back may be left blank so that the next part begins on a
front. Such a page is none of those that were planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brochures.compose.typography import squeezed
from brochures.findings import Finding, Place, Severity, codes
from brochures.findings.check import check
from brochures.geometry.pages import MeasuredPage, Region
from brochures.layout.checks.subject import Pages, area
from brochures.project.edition import Edition


@dataclass(frozen=True)
class Fill:
    """What one panel or page holds: words, and how much of its height is used, in per cent; above 100 it is overset."""

    page: int
    region: str
    words: int
    percent: float


@check(
    codes.PAGE_COUNT, looks_for="more or fewer pages than were planned", source="docs/designers.md, Panels and pages"
)
def planned(pages: Pages) -> Iterator[Finding]:
    """Yield the difference between the pages that were planned and those that came out."""
    composition = pages.composition
    count = len(pages.sheets.pages) - sum(_is_back(pages, sheet) for sheet in pages.sheets.pages)
    plan = composition.pages
    if not plan or count == plan:
        return
    flows = not composition.format.sides
    mend = (
        f"cut words, or write 'pages: {count}' in the ticket"
        if flows
        else "look for a sheet that breaks over to the next page"
    )
    yield codes.PAGE_COUNT.at(
        composition.planned_at if flows else Place(),
        f"{count} pages instead of {plan}",
        mend,
        severity=Severity.WARNING if flows and count < plan else Severity.ERROR,
    )


@check(
    codes.BLANK_PAGE,
    looks_for="pages and panels with neither words nor a picture",
    source="GWG 2022, R0005; docs/print.md, Boxes",
)
def blank(pages: Pages) -> Iterator[Finding]:
    """Yield each page, and each panel of a page that is not blank itself, with neither words nor a picture of its own."""
    for sheet in pages.sheets.pages:
        if _is_back(pages, sheet):
            continue
        if not any(squeezed(line.text) for line in pages.sheets.body(sheet)) and not any(
            art.kind == "image" for art in sheet.art
        ):
            yield codes.BLANK_PAGE.at(
                Place(), f"page {sheet.number} is blank", "take out the break that makes it, or give it its words"
            ).on(area(sheet.trim), sheet.number)
            continue
        for region in sheet.regions:
            if (
                region.kind == "panel"
                and not any(squeezed(line.text) for line in region.lines)
                and not any(art.kind == "image" for art in region.art)
            ):
                yield codes.BLANK_PAGE.at(
                    pages.composition.job.place,
                    f"the panel '{region.name}' is blank: nothing in it can be seen",
                    "give it words or a picture; what was written for it may hold spaces only",
                ).on(area(region.on_sheet), sheet.number)


def _is_back(pages: Pages, sheet: MeasuredPage) -> bool:
    """Whether ``sheet`` was left blank for two-sided printing, by rule and not by mistake."""
    return sheet.left_blank and pages.composition.edition is Edition.DESK and not pages.composition.format.sides


def fill(pages: Pages) -> Iterator[Fill]:
    """Yield the budget of each panel of a folded piece, or of each page of one that flows."""
    panels = {region.page: region for region in pages.sheets.panels}
    for sheet in pages.sheets.pages:
        for region in () if _is_back(pages, sheet) else sheet.regions:
            if region.kind == "panel" or (region.kind == "page" and sheet.number not in panels):
                yield Fill(sheet.number, region.name, _words(pages, sheet, region), _percent(region))


def _words(pages: Pages, sheet: MeasuredPage, region: Region) -> int:
    body = set(pages.sheets.body(sheet))
    return sum(line.words for line in region.lines if region.kind == "panel" or line in body)


def _percent(region: Region) -> float:
    bottoms = [line.box.bottom for line in region.lines] + [art.box.bottom for art in region.art]
    used = max(bottoms, default=region.box.top) - region.box.top
    return round(100 * used / region.box.height, 1) if region.box.height else 0.0
