"""Copyfit: lay out, and where panels are overset go down the document's ladder until they fit or the ladder is spent.

The settings of a ladder are in order, so the first that fits is found by halves: at most four trials of the pages that hold overset
groups, and the final layout. Where nothing is overset there is no second layout. What one edition took is tried first in the others: one
layout, and a trial of a step less where their panels hold something else or elsewhere; where either fails, the search begins anew.
What the trial of one text showed in an earlier run it shows in this one: of a packet of which other pages were changed no trial is set again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from brochures.compose.html import Composition, compose_again
from brochures.compose.passage_numbers import unstamped
from brochures.compose.templates import Templates
from brochures.findings import Finding, Place, codes
from brochures.geometry.box import Box
from brochures.geometry.pages import MeasuredPages, Region
from brochures.layout import Layout, layout
from brochures.layout.checks.overset import oversets
from brochures.project.kept_copies import KeptCopies

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter


@dataclass(frozen=True)
class Taken:
    """What copyfit took in one edition of a piece: the steps of each group, and what its panels then held and where, in pt."""

    steps: Mapping[int, int] = field(default_factory=dict)
    panels: tuple[tuple[object, ...], ...] = ()

    @classmethod
    def by(cls, made: Layout) -> Taken:
        """Return what ``made`` took."""
        steps = made.composition.fit.steps
        return cls(steps, _held(made, steps))


NOTHING_TAKEN = Taken()
"""Before the first edition of a piece is laid out."""


@dataclass(frozen=True)
class TrialResult:
    """What a trial shows: the pages on which the panels of each group lie, by the number of the group, and the groups that are overset."""

    pages: Mapping[int, tuple[int, ...]]
    over: frozenset[int]

    @classmethod
    def of(cls, sheets: MeasuredPages, composition: Composition) -> TrialResult:
        """Return what ``sheets`` show."""
        pages: dict[int, set[int]] = {}
        for region in sheets.panels:
            group = composition.fit.ladder.group(region.name)
            if group is not None:
                pages.setdefault(group, set()).add(region.page)
        told = {group: tuple(sorted(found)) for group, found in pages.items()}
        return cls(told, frozenset(_overset_groups(sheets, composition)))

    @classmethod
    def from_json(cls, text: bytes) -> TrialResult:
        """Return what ``as_json`` wrote."""
        pages, over = json.loads(text)
        return cls({group: tuple(found) for group, found in pages}, frozenset(over))

    def as_json(self) -> bytes:
        """Return it as it is kept."""
        return json.dumps([sorted(self.pages.items()), sorted(self.over)]).encode()

    def on(self, groups: Collection[int]) -> list[int]:
        """Return the pages on which panels of ``groups`` lie."""
        return sorted({page for group in groups for page in self.pages.get(group, ())})


def trusting(
    templates: Templates,
    typesetter: Typesetter,
    composition: Composition,
    known: Taken = NOTHING_TAKEN,
    *,
    copies: KeptCopies | None = None,
) -> Layout:
    """Return the layout of ``composition`` with the steps of ``known`` where its panels fit with them, whether milder ones would do or not; else as ``copyfit``."""
    search = _Search(templates, typesetter, composition, copies)
    return search.fitting(known) or search.mildest()


def copyfit(
    templates: Templates, typesetter: Typesetter, composition: Composition, known: Taken = NOTHING_TAKEN,
    *, copies: KeptCopies | None = None,
) -> Layout:  # fmt: skip
    """Return the layout of ``composition``, with the mildest copyfit that makes its panels fit, and what was used as a finding.

    ``known`` is what another edition of the piece took. It is tried first, and the mildest is searched for where it does not hold here.
    ``copies``: what trials of earlier runs showed.
    """
    search = _Search(templates, typesetter, composition, copies)
    return search.confirmed(known) or search.mildest()


class _Search:
    """The search for the mildest setting of one composition."""

    def __init__(
        self, templates: Templates, typesetter: Typesetter, composition: Composition, copies: KeptCopies | None
    ) -> None:
        self.copies = copies
        self.templates = templates
        self.typesetter = typesetter
        self.composition = composition
        self.last = len(composition.fit.ladder.settings) - 1

    def mildest(self) -> Layout:
        """Return the layout with the mildest setting, found by halves."""
        # Of a packet only the panels are tried, so that its pages are laid out once.
        packet = self.last > 0 and not self.composition.format.sides
        first = None if packet else layout(self.typesetter, self.composition)
        shown = TrialResult.of(first.sheets, self.composition) if first else self._tried({}, (1,))
        wanted = shown.over
        if not wanted or self.last < 1:
            return first or layout(self.typesetter, self.composition)
        pages = shown.on(wanted)
        low, high = dict.fromkeys(wanted, 0), dict.fromkeys(wanted, self.last)
        while any(high[group] - low[group] > 1 for group in wanted):
            middle = {group: (low[group] + high[group]) // 2 for group in wanted}
            over = self._tried(middle, pages).over
            for group in wanted:
                (low if group in over else high)[group] = middle[group]
        return _told(*self._laid_out(high))

    def confirmed(self, known: Taken) -> Layout | None:
        """Return the layout with the steps of ``known``; None where they do not fit, or where a step less fits for one of the groups.

        Where its panels hold the same lines at the same places, a step less fits here as little as it did there, and is not tried.
        """
        found = self._known_to_fit(known)
        if found is None:
            return None
        made, spent = found
        if _held(made, known.steps) != known.panels:
            milder = {group: step - (group not in spent) for group, step in known.steps.items()}
            tried = self._tried(milder, TrialResult.of(made.sheets, self.composition).on(milder))
            if known.steps.keys() - spent - tried.over:
                return None
        return _told(made, spent)

    def fitting(self, known: Taken) -> Layout | None:
        """Return the layout with the steps of ``known``; None where they do not fit."""
        found = self._known_to_fit(known)
        return None if found is None else _told(*found)

    def _known_to_fit(self, known: Taken) -> tuple[Layout, set[int]] | None:
        if not known.steps or max(known.steps.values()) > self.last:
            return None
        made, spent = self._laid_out(known.steps)
        return (made, spent) if self._overset(made.sheets) == spent else None

    def _tried(self, steps: Mapping[int, int], pages: Sequence[int]) -> TrialResult:
        trial = compose_again(self.templates, self.composition, replace(self.composition.fit, steps=steps), pages)
        key = "trial", trial.medium, repr(self.composition.fit.ladder), unstamped(trial.html)
        kept = None if self.copies is None else self.copies.find(*key)
        if kept is not None:
            return TrialResult.from_json(kept)
        document, _ = self.typesetter.set(trial.html, trial.medium, tagged=False, trial=True)
        shown = TrialResult.of(self.typesetter.sheets(document), self.composition)
        if self.copies is not None:
            self.copies.keep(shown.as_json(), *key)
        return shown

    def _laid_out(self, steps: Mapping[int, int]) -> tuple[Layout, set[int]]:
        """Return the layout with ``steps``, and the groups that are at the last of them and still overset."""
        fit = replace(self.composition.fit, steps=steps)
        made = layout(self.typesetter, compose_again(self.templates, self.composition, fit))
        return made, {group for group in self._overset(made.sheets) if steps.get(group) == self.last}

    def _overset(self, sheets: MeasuredPages) -> set[int]:
        return _overset_groups(sheets, self.composition)


def _panels(sheets: MeasuredPages, composition: Composition, groups: Collection[int]) -> Iterator[Region]:
    """Yield the panels of ``groups``."""
    return (region for region in sheets.panels if composition.fit.ladder.group(region.name) in groups)


def _held(made: Layout, groups: Collection[int]) -> tuple[tuple[object, ...], ...]:
    """Return what the panels of ``groups`` hold and where, from the corner of each, to a tenth of a pt."""
    return tuple(
        (
            region.name,
            _from(region.box, region.box),
            *((line.text, line.size, _from(region.box, line.box)) for line in region.lines),
            *((one.kind, one.name, _from(region.box, one.box)) for one in region.art),
        )
        for region in _panels(made.sheets, made.composition, groups)
    )


def _from(corner: Box, box: Box) -> tuple[float, ...]:
    left, top = corner.left, corner.top
    return tuple(round(edge, 1) for edge in (box.left - left, box.top - top, box.right - left, box.bottom - top))


def _overset_groups(sheets: MeasuredPages, composition: Composition) -> set[int]:
    """Return the groups of which a panel is overset, at its own edge or at that of a region inside it."""
    found = set()
    for region in sheets.panels:
        group = composition.fit.ladder.group(region.name)
        if group is not None and any(over.side == "bottom" for over in oversets(region)):
            found.add(group)
    return found


def _told(made: Layout, spent: set[int]) -> Layout:
    """Return ``made`` with what was used; the ladder is ``spent`` for these groups."""
    return replace(made, findings=(*made.findings, *_report(made.composition, spent)))


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
