"""Copyfit: lay out, and where panels are overset go down the document's ladder until they fit or the ladder is spent.

The settings of a ladder are in order, so the first that fits is found by halves: at most five trials of the pages that hold overset
groups, and the final layout. Where nothing is overset there is no second layout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from brochures.compose.html import Composition, compose_again
from brochures.compose.templates import Templates
from brochures.findings import Finding, Place, codes
from brochures.geometry.pages import MeasuredPages
from brochures.layout import Layout, layout
from brochures.layout.checks.overset import oversets

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter


def copyfit(templates: Templates, typesetter: Typesetter, composition: Composition) -> Layout:
    """Return the layout of ``composition``, with the mildest copyfit that makes its panels fit, and what was used as a finding."""
    ladder = composition.fit.ladder
    last = len(ladder.settings) - 1

    def tried(steps: Mapping[int, int], pages: Sequence[int]) -> MeasuredPages:
        trial = compose_again(templates, composition, replace(composition.fit, steps=steps), pages)
        document, _ = typesetter.set(trial.html, trial.medium, tagged=False)
        return typesetter.sheets(document)

    # Of a packet only the panels are tried, so that its pages are laid out once.
    first = None if last > 0 and not composition.format.sides else layout(typesetter, composition)
    sheets = first.sheets if first else tried({}, (1,))
    wanted = dict.fromkeys(_overset_groups(sheets, composition), last)
    if not wanted or last < 1:
        return first or layout(typesetter, composition)
    pages = sorted({region.page for region in sheets.panels if ladder.group(region.name) in wanted})

    def still_overset(steps: Mapping[int, int]) -> set[int]:
        return _overset_groups(tried(steps, pages), composition)

    spent = still_overset(wanted)
    low, high = dict.fromkeys(wanted, 0), dict(wanted)
    while any(high[group] - low[group] > 1 for group in wanted if group not in spent):
        middle = {group: last if group in spent else (low[group] + high[group]) // 2 for group in wanted}
        over = still_overset(middle)
        for group in wanted:
            if group not in spent:
                (low if group in over else high)[group] = middle[group]
    final = layout(typesetter, compose_again(templates, composition, replace(composition.fit, steps=high)))
    return replace(final, findings=(*final.findings, *_report(final.composition, spent)))


def _overset_groups(sheets: MeasuredPages, composition: Composition) -> set[int]:
    """Return the groups of which a panel is overset, at its own edge or at that of a region inside it."""
    found = set()
    for region in sheets.panels:
        group = composition.fit.ladder.group(region.name)
        if group is not None and any(over.side == "bottom" for over in oversets(region)):
            found.add(group)
    return found


def _report(composition: Composition, spent: set[int]) -> list[Finding]:
    ladder = composition.fit.ladder
    shown = [section.facsimile.document for section in composition.job.sections if section.facsimile]
    place = Place(f"styles/documents/{(*shown, composition.document)[0]}.css")
    found = []
    for regions, setting, step in composition.fit.used():
        code = codes.LADDER_SPENT if ladder.groups.index(regions) in spent else codes.COPYFIT_USED
        names = ", ".join(f"'{region}'" for region in regions)
        values = ", ".join(f"{name.removeprefix('--')} {value}" for name, value in setting.items())
        all_steps = len(ladder.settings) - 1
        found.append(
            code.at(
                place,
                f"{names}: {step} of {all_steps} steps taken ({values})"
                + (", and words are still overset" if code is codes.LADDER_SPENT else ""),
                "cut the words that the finding of the overset panel names"
                if code is codes.LADDER_SPENT
                else "nothing to do; to set it as designed, cut words",
            ).about(composition.slug, composition.medium)
        )
    return found
