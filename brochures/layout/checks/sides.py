"""Sides of a sheet: what is faxed, signed or sent by itself begins on a front, and no other words stand on its sheets.

Only the desk edition of a piece that flows is printed on both sides page by page. A fax sends fronts alone, and a form that is taken out
takes with it whatever stands on its backs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.layout.checks.subject import Pages, area
from brochures.project.edition import Edition


@check(
    codes.SHARED_SHEET,
    looks_for="parts that go out by themselves and begin on the back of a sheet, or share one",
    source="docs/print.md, Both sides of a sheet",
)
def shared(pages: Pages) -> Iterator[Finding]:
    """Yield each part or form that goes out by itself and begins on a back, or that something else shares a sheet with."""
    composition = pages.composition
    if composition.edition is not Edition.DESK or composition.format.sides:
        return
    alone = _alone(pages)
    held = _pages_by_unit(pages, alone)
    for block, unit in alone.items():
        if unit not in held or block != next(one for one in alone if alone[one] == unit):
            continue
        first = held[unit][0]
        sheets = {_sheet(page) for page in held[unit]}
        others = [page for other, on in held.items() if other != unit for page in on if _sheet(page) in sheets]
        if first % 2 == 0:
            said = f"begins on page {first}, the back of page {first - 1}"
        elif others:
            said = f"shares its sheet with what stands on page {min(others)}"
        else:
            continue
        yield codes.SHARED_SHEET.at(
            pages.place_of_block(block),
            f"what goes out by itself {said}",
            "let it and what follows it begin on a front: 'break-before: right' in styles/editions/desk.css",
        ).on(area(pages.sheets.pages[first - 1].trim), first)


def _alone(pages: Pages) -> Mapping[str, str]:
    """Return which unit each block belongs to that goes out by itself: its part's, or its own where it is a form within a part."""
    units: dict[str, str] = {}
    for number, section in enumerate(pages.composition.job.sections):
        for at, block in enumerate(section.blocks):
            if section.goes_out_alone:
                units[f"{number}-{at}"] = str(number)
            elif block.component == "form":
                units[f"{number}-{at}"] = f"{number}-{at}"
    return units


def _sheet(page: int) -> int:
    """Return the number of the sheet that ``page`` is printed on, two pages a sheet."""
    return (page + 1) // 2


def _pages_by_unit(pages: Pages, alone: Mapping[str, str]) -> dict[str, list[int]]:
    """Return the pages on which each unit has words, in order, and those of each other block. Titles of parts belong to no block."""
    held: dict[str, set[int]] = {}
    for sheet in pages.sheets.pages:
        for line in pages.sheets.body(sheet):
            block = pages.sheets.paragraphs[line.paragraph].block
            if block:
                held.setdefault(alone.get(block, block), set()).add(sheet.number)
    return {unit: sorted(numbers) for unit, numbers in held.items()}
