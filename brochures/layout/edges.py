"""Edges: nothing that must be read lies too near the trim or a fold (print-production 2.1; architecture: desk distances)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brochures import codes
from brochures.findings import Finding, Place, Severity
from brochures.layout.pages import Pages, area, shown
from brochures.sheets import Art, Box, Line, Sheet, Side

INCH = 72.0
ROUNDING = 0.01
"""Less than this is the engine's arithmetic, in pt."""


@dataclass(frozen=True)
class Reach:
    """How near the trim words may come, in pt: nearer than ``least`` is an error, nearer than ``wanted`` a warning."""

    least: float
    wanted: float


SAFE = Reach(0.125 * INCH, 0.25 * INCH)
AT_THE_DESK = Reach(0.25 * INCH, 0.3 * INCH)
FOLD = 0.125 * INCH
"""How far words stay away from a fold, in pt."""

PRINTERS_REACH = 0.25 * INCH
"""What an office printer leaves white along each edge, in pt."""


def near_trim(pages: Pages) -> Iterator[Finding]:
    """Yield words and logos that lie too near the trim, each sheet's worst for each side and weight."""
    reach = AT_THE_DESK if pages.composition.edition == "desk" else SAFE
    for sheet in pages.sheets.pages:
        near: dict[tuple[Side, bool], list[tuple[float, Line | Art, Box]]] = {}
        for thing, box in _things(sheet):
            side, past = max(box.past(sheet.trim).items(), key=lambda pair: pair[1])
            if -past < reach.wanted - ROUNDING:
                near.setdefault((side, -past < reach.least - ROUNDING), []).append((-past, thing, box))
        for (side, least), found in near.items():
            distance, thing, box = min(found, key=lambda one: one[0])
            more = f", and {len(found) - 1} more with it" if len(found) > 1 else ""
            limit = reach.least if least else reach.wanted
            yield codes.NEAR_TRIM.at(
                _place(pages, thing),
                f"{_said(thing)} {_away(distance)} the {side} edge of the sheet{more}; at least {limit / INCH:g} in is {'needed' if least else 'wanted'}",
                "give the panel or page more room at that edge",
                severity=Severity.ERROR if least else Severity.WARNING,
            ).on(area(box), sheet.number)


def near_fold(pages: Pages) -> Iterator[Finding]:
    """Yield words and logos that lie on a fold or too near to one, unless they are declared crossovers."""
    sides = pages.composition.format.sides
    if len(sides) != len(pages.sheets.pages):
        return
    for side, sheet in zip(sides, pages.sheets.pages, strict=True):
        for fold in side.folds:
            for thing, box in _things(sheet):
                distance = max(box.left - fold, fold - box.right)
                if distance < FOLD - ROUNDING and not _crosses(pages, thing):
                    where = "on the fold" if distance < 0 else f"{distance / INCH:.3f} in from the fold"
                    yield codes.NEAR_FOLD.at(
                        _place(pages, thing),
                        f"{_said(thing)} {where} {fold / INCH:g} in from the left edge; at least {FOLD / INCH:g} in is needed",
                        "keep the panel's padding free, or declare a crossover with data-crossover in the template",
                    ).on(area(box), sheet.number)


def unprintable(pages: Pages) -> Iterator[Finding]:
    """Yield art of a desk edition that an office printer cannot print."""
    if pages.composition.edition != "desk":
        return
    for sheet in pages.sheets.pages:
        for art in sheet.art:
            distance = -max(art.box.past(sheet.trim).values())
            if distance < PRINTERS_REACH - ROUNDING and not art.logo:
                yield codes.UNPRINTABLE_EDGE.at(
                    pages.place(art.block, ""),
                    f"art ({art.name}) {_away(distance)} the edge of the sheet, where an office printer leaves {PRINTERS_REACH / INCH:g} in white",
                    "use --inset for its distance in styles/editions/desk.css",
                ).on(area(art.box), sheet.number)


def _things(sheet: Sheet) -> Iterator[tuple[Line | Art, Box]]:
    for line in sheet.lines:
        yield line, line.box
    for art in sheet.art:
        if art.logo:
            yield art, art.box


def _said(thing: Line | Art) -> str:
    return f"'{shown(thing.text)}' lies" if isinstance(thing, Line) else "a logo lies"


def _away(distance: float) -> str:
    return f"{abs(distance) / INCH:.3f} in {'past' if distance < -ROUNDING else 'from'}"


def _place(pages: Pages, thing: Line | Art) -> Place:
    return pages.place_of(thing) if isinstance(thing, Line) else pages.place(thing.block, "")


def _crosses(pages: Pages, thing: Line | Art) -> bool:
    return thing.crossover if isinstance(thing, Art) else pages.sheets.paragraphs[thing.paragraph].crossover
