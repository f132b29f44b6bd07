"""Safe area: nothing that must be read lies too near the trim or a fold (docs/print.md, Safe area and Desk printing)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from brochures.compose.html import Composition
from brochures.findings import Finding, Place, Severity, codes
from brochures.findings.check import check
from brochures.geometry.box import Box
from brochures.geometry.pages import Art, Line, MeasuredPage
from brochures.geometry.units import INCH, ROUNDING
from brochures.layout.checks.subject import Pages, area, counted, shown
from brochures.project.edition import Edition


@dataclass(frozen=True)
class Reach:
    """How near the trim words may come, in pt: nearer than ``least`` is an error, nearer than ``wanted`` a warning."""

    least: float
    wanted: float


SAFE = Reach(0.125 * INCH, 0.25 * INCH)
ON_A_CARD = Reach(0.125 * INCH, 0.15 * INCH)
CARD = 2.5 * INCH
"""How high a card for the wallet is at most, in pt: as long a way to the trim as on a page would take a quarter of its height."""

AT_THE_DESK = Reach(0.25 * INCH, 0.3 * INCH)
FOLD = 0.125 * INCH
"""How far words stay away from a fold, in pt."""

LASERS_REACH = 0.166 * INCH
"""What a laser printer leaves white along each edge whatever it is told, in pt (docs/print.md, Desk printing)."""

PRINTERS_REACH = 0.25 * INCH
"""What an office printer leaves white along each edge, in pt."""


@check(
    codes.NEAR_TRIM,
    looks_for="words and logos that lie too near the trim",
    source="docs/print.md, Safe area; docs/print.md, Desk printing",
)
def near_trim(pages: Pages) -> Iterator[Finding]:
    """Yield words and logos that lie too near the trim: the worst line of each block, for each weight."""
    reach = reach_of(pages.composition)
    for sheet in pages.sheets.pages:
        near: dict[tuple[Any, bool], list[tuple[float, Line | Art]]] = {}
        for thing in _things(sheet):
            distance = -max(thing.box.past(sheet.trim).values())
            if distance < reach.wanted - ROUNDING:
                least = distance < reach.least - ROUNDING
                near.setdefault((_block(pages, thing), least), []).append((distance, thing))
        for (_, least), found in near.items():
            distance, thing = min(found, key=itemgetter(0))
            limit = reach.least if least else reach.wanted
            yield codes.NEAR_TRIM.at(
                _place(pages, thing),
                f"{_said(thing)} {_away(distance)} the edge of the sheet{_more(found)}; at least {limit / INCH:g} in is {'needed' if least else 'wanted'}",
                "give the panel or page more room at that edge",
                severity=Severity.ERROR if least else Severity.WARNING,
            ).on(area(thing.box), sheet.number)


def reach_of(composition: Composition) -> Reach:
    """Return how near the trim words of ``composition`` may come."""
    if composition.edition is Edition.DESK:
        return AT_THE_DESK
    return ON_A_CARD if composition.format.height <= CARD else SAFE


@check(
    codes.NEAR_FOLD, looks_for="words and logos that lie on a fold or too near to one", source="docs/print.md, Folds"
)
def near_fold(pages: Pages) -> Iterator[Finding]:
    """Yield words and logos that lie on a fold or too near to one, the worst line of each block; declared crossovers may."""
    sides = pages.composition.format.sides
    if len(sides) != len(pages.sheets.pages):
        return
    for side, sheet in zip(sides, pages.sheets.pages, strict=True):
        for fold in side.folds:
            near: dict[Any, list[tuple[float, Line | Art]]] = {}
            for thing in _things(sheet):
                distance = max(thing.box.left - fold, fold - thing.box.right)
                if distance < FOLD - ROUNDING and not _crosses(pages, thing):
                    near.setdefault(_block(pages, thing), []).append((distance, thing))
            for found in near.values():
                distance, thing = min(found, key=itemgetter(0))
                where = "on the fold" if distance < 0 else f"{distance / INCH:.3f} in from the fold"
                yield codes.NEAR_FOLD.at(
                    _place(pages, thing),
                    f"{_said(thing)} {where} {fold / INCH:g} in from the left edge{_more(found)}; at least {FOLD / INCH:g} in is needed",
                    "keep the panel's padding free, or declare a crossover with data-crossover in the template",
                ).on(area(thing.box), sheet.number)


@check(
    codes.UNPRINTABLE_EDGE,
    looks_for="art of a desk edition that lies where an office printer cannot print",
    source="docs/print.md, Desk printing",
)
def unprintable(pages: Pages) -> Iterator[Finding]:
    """Yield art of a desk edition that an office printer cannot print."""
    if pages.composition.edition is not Edition.DESK:
        return
    for sheet in pages.sheets.pages:
        for art in sheet.art:
            distance = -max(art.box.past(sheet.trim).values())
            if distance < PRINTERS_REACH - ROUNDING and not art.logo:
                yield codes.UNPRINTABLE_EDGE.at(
                    pages.place_of_block(art.block),
                    f"art ({art.name}) {_away(distance)} the edge of the sheet, where an office printer leaves {PRINTERS_REACH / INCH:g} in white",
                    "use --inset for its distance in styles/editions/desk.css",
                ).on(area(art.box), sheet.number)


@check(
    codes.MOVED_OFF,
    looks_for="words on moved backs that come to lie where a laser printer cannot print",
    source="docs/print.md, Desk printing",
)
def moved_off(pages: Pages) -> Iterator[Finding]:
    """Yield the word of each page that comes nearest to its edge where backs are moved, if the printer cannot reach it there."""
    right, up = pages.composition.back_move
    if not (right or up):
        return
    for sheet in pages.sheets.pages[1::2]:
        trim = Box(sheet.trim.left - right, sheet.trim.top + up, sheet.trim.right - right, sheet.trim.bottom + up)
        near = [(-max(thing.box.past(trim).values()), thing) for thing in _things(sheet)]
        distance, thing = min(near, key=itemgetter(0), default=(LASERS_REACH, None))
        if thing is not None and distance < LASERS_REACH - ROUNDING:
            yield codes.MOVED_OFF.at(
                _place(pages, thing),
                f"moved into register, {_said(thing)} {_away(distance)} the edge of the sheet; a printer needs {LASERS_REACH / INCH:g} in",
                "let a technician set the printer right, then measure again with './build.py calibrate'",
            ).on(area(thing.box), sheet.number)


def _things(sheet: MeasuredPage) -> Iterator[Line | Art]:
    yield from sheet.lines
    yield from (art for art in sheet.art if art.logo)


def _block(pages: Pages, thing: Line | Art) -> Any:
    """Return what is told of once: the job's block that ``thing`` belongs to, else its paragraph; each logo by itself."""
    if isinstance(thing, Art):
        return thing
    return pages.sheets.paragraphs[thing.paragraph].block or thing.paragraph


def _more(found: Sequence[object]) -> str:
    """Return how many lines beside the one that is shown lie there too."""
    return f", and {counted(len(found) - 1, 'more line')} of the same block" if len(found) > 1 else ""


def _said(thing: Line | Art) -> str:
    return f"'{shown(thing.text)}' lies" if isinstance(thing, Line) else "a logo lies"


def _away(distance: float) -> str:
    return f"{abs(distance) / INCH:.3f} in {'past' if distance < -ROUNDING else 'from'}"


def _place(pages: Pages, thing: Line | Art) -> Place:
    return pages.place_of(thing) if isinstance(thing, Line) else pages.place_of_block(thing.block)


def _crosses(pages: Pages, thing: Line | Art) -> bool:
    return thing.crossover if isinstance(thing, Art) else pages.sheets.paragraphs[thing.paragraph].crossover
