"""Marks: all that the print shop wants, outside of the bleed, and nothing else out there (docs/print.md, Marks and slug line)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brochures.findings import Finding, Place, Severity, codes
from brochures.findings.check import check
from brochures.geometry.box import Box
from brochures.geometry.units import INCH, MM, PAINTED_ROUNDING
from brochures.preflight.press.ink_terms import is_white
from brochures.preflight.press.subject import Subject
from brochures.preflight.press.wording import Fault, called, told
from brochures.separations import Painted
from brochures.separations.resources import MARKS

NEAR = 0.5
"""How far the middle of a mark may lie from the edge or fold that it marks, in pt."""


@dataclass(frozen=True)
class WantedMark:
    """A mark that the shop wants: ``kind``, and the edge or fold that it marks, ``at`` pt from the trim's left or top; ``area`` holds it."""

    kind: str
    name: str
    at: float
    upright: bool
    area: Box

    def is_drawn_by(self, thing: Painted) -> bool:
        """Return whether ``thing`` is such a mark: a line of this direction in its place."""
        box = thing.box
        across, along = (box.width, box.height) if self.upright else (box.height, box.width)
        middle = (box.left + box.right) / 2 if self.upright else (box.top + box.bottom) / 2
        return thing.kind == "stroke" and along > across and abs(middle - self.at) < NEAR and _holds(self.area, box)


@check(
    codes.PRESS_BEYOND_BLEED,
    looks_for="anything beyond the bleed that is not a mark",
    source="docs/print.md, Marks and slug line",
)
def outside(subject: Subject) -> Iterator[Finding]:
    """Yield what is painted beyond the bleed and is no mark: an error where the shop wants no marks, else a warning."""
    severity = Severity.WARNING if subject.printer.marks.any else None
    faults = (
        Fault(thing, f"{called(thing)} reaches {_beyond(subject, reach)} beyond the bleed", "let the press stage clip the page", severity)
        for thing in _inked(subject)
        if not (subject.printer.marks.any and is_mark(thing))
        if (reach := max(thing.box.past(subject.bleeds[thing.where.page - 1]).values())) > PAINTED_ROUNDING
    )  # fmt: skip
    return told(subject, codes.PRESS_BEYOND_BLEED, faults)


@check(
    codes.PRESS_MARK_INSIDE,
    looks_for="marks inside of the bleed",
    source="docs/print.md, Marks and slug line",
)
def inside(subject: Subject) -> Iterator[Finding]:
    """Yield marks that reach into the bleed: they would be printed on the piece."""
    faults = (
        Fault(thing, f"a mark ({called(thing)}) lies inside of the bleed", "draw it further out in templates/marks.html")
        for thing in _inked(subject)
        if is_mark(thing) and _shrunk(subject.bleeds[thing.where.page - 1]).meets(thing.box)
    )  # fmt: skip
    return told(subject, codes.PRESS_MARK_INSIDE, faults)


@check(
    codes.PRESS_MARKS,
    looks_for="crop and fold marks that are missing, doubled or out of place",
    source="docs/print.md, Marks and slug line",
)
def counted(subject: Subject) -> Iterator[Finding]:
    """Yield pages that lack a crop or fold mark that the shop wants, or have one twice."""
    if subject.unreadable is not None:
        return
    for page, (trim, bleed) in enumerate(zip(subject.trims, subject.bleeds, strict=True), 1):
        drawn = [thing for thing in subject.visible if thing.where.page == page and is_mark(thing)]
        wanted = [*_wanted(subject, page, trim, bleed)]
        found = {mark: sum(mark.is_drawn_by(thing) for thing in drawn) for mark in wanted}
        for kind in ("crop", "fold"):
            names = [mark.name for mark, count in found.items() if mark.kind == kind and count != 1]
            if names:
                count = sum(count for mark, count in found.items() if mark.kind == kind)
                whole = sum(mark.kind == kind for mark in wanted)
                message = f"the page has {count} {kind} marks, {whole} are wanted; wrong: {', '.join(names)}"
                mend = "draw it in templates/marks.html, once for each edge or fold"
                yield codes.PRESS_MARKS.at(Place(), message, mend).about(page=page)


@check(
    codes.PRESS_MARKS,
    looks_for="marks that are painted over in white",
    source="docs/print.md, Marks and slug line",
)
def covered(subject: Subject) -> Iterator[Finding]:
    """Yield pages on which marks are there and cannot be seen: something white is painted over them later."""
    for page in range(1, len(subject.trims) + 1):
        painted = [thing for thing in subject.visible if thing.where.page == page and thing.kind != "text"]
        white = [(turn, thing.box) for turn, thing in enumerate(painted) if _hides(thing)]
        marks = [(turn, thing) for turn, thing in enumerate(painted) if is_mark(thing) and not _hides(thing)]
        hidden = sum(any(turn < later and _holds(box, thing.box) for later, box in white) for turn, thing in marks)
        if hidden:
            said = f"{hidden} of {len(marks)} lines and areas of the marks are painted over in white"
            yield codes.PRESS_MARKS.at(
                Place(), said, "let nothing reach beyond the bleed: the press stage clips pages there"
            ).about(page=page)


def _hides(thing: Painted) -> bool:
    """Return whether ``thing`` is white, and nothing of what is below it is seen through it."""
    return bool(thing.colours) and all(map(is_white, thing.colours)) and thing.alpha >= 1 and not thing.overprint


def _inked(subject: Subject) -> Iterator[Painted]:
    """Yield what leaves ink: the sheet of marks has a white ground like every sheet, below everything else."""
    return (thing for thing in subject.visible if not (thing.colours and all(map(is_white, thing.colours))))


def is_mark(thing: Painted) -> bool:
    """Return whether the press stage laid an object on the page as a mark."""
    return any(step.kind == "form" and step.name.startswith(MARKS) for step in thing.where.steps[:1])


def _wanted(subject: Subject, page: int, trim: Box, bleed: Box) -> Iterator[WantedMark]:
    """Yield each crop mark of the page, two at a corner, and each fold mark, two at a fold."""
    marks = subject.printer.marks
    far = float("inf")
    above, below = Box(-far, -far, far, bleed.top), Box(-far, bleed.bottom, far, far)
    before, after = Box(-far, -far, bleed.left, far), Box(bleed.right, -far, far, far)
    if marks.crop:
        for side, x in (("left", trim.left), ("right", trim.right)):
            yield WantedMark("crop", f"above the {side} edge", x, upright=True, area=above)
            yield WantedMark("crop", f"below the {side} edge", x, upright=True, area=below)
        for side, y in (("top", trim.top), ("bottom", trim.bottom)):
            yield WantedMark("crop", f"left of the {side} edge", y, upright=False, area=before)
            yield WantedMark("crop", f"right of the {side} edge", y, upright=False, area=after)
    sides = subject.made.composition.format.sides
    if marks.fold and page <= len(sides):
        for number, x in enumerate(sides[page - 1].folds, 1):
            yield WantedMark("fold", f"above fold {number}", x, upright=True, area=above)
            yield WantedMark("fold", f"below fold {number}", x, upright=True, area=below)


def _holds(area: Box, box: Box) -> bool:
    return max(box.past(area).values()) <= PAINTED_ROUNDING


def _shrunk(box: Box) -> Box:
    return Box(
        box.left + PAINTED_ROUNDING,
        box.top + PAINTED_ROUNDING,
        box.right - PAINTED_ROUNDING,
        box.bottom - PAINTED_ROUNDING,
    )


def _beyond(subject: Subject, length: float) -> str:
    return f"{length / MM:.1f} mm" if subject.metric else f"{length / INCH:.2f} in"
