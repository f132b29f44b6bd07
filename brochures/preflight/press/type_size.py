"""Type size: type that is large enough for its inks and far enough from the knife (docs/print.md, Type size).

What readers need, layout measures.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochures.design.css import points
from brochures.findings import Finding, Severity, codes
from brochures.findings.check import check
from brochures.geometry.units import INCH, TYPE_ROUNDING
from brochures.preflight.press.ink_terms import is_mixed, is_white
from brochures.preflight.press.subject import Subject
from brochures.preflight.press.wording import Fault, built, lettered, told

KNIFE = 9.0
"""Nearer to the trim than this, 0.125 in, no text may lie: the cut is off by as much as a sixteenth (docs/print.md, Safe area)."""


@check(codes.PRESS_SMALL_TEXT, looks_for="text smaller than the print shop can hold", source="docs/print.md, Type size")
def small(subject: Subject) -> Iterator[Finding]:
    """Yield text below the smallest size that the print shop can hold, in any ink."""
    least = points(subject.printer.smallest_text)
    faults = (
        Fault(thing, f"{lettered(thing)} is smaller than {least:g} pt", "set it in a larger size of styles/tokens/type.css")
        for thing in subject.visible
        if thing.lettering is not None and thing.lettering.size < least - TYPE_ROUNDING
    )  # fmt: skip
    return told(subject, codes.PRESS_SMALL_TEXT, faults)


@check(
    codes.PRESS_SMALL_REVERSED,
    looks_for="small white text on colour, and small text of several inks",
    source="GWG 2022, R0016 and R0017; docs/print.md, Type size",
)
def reversed_or_mixed(subject: Subject) -> Iterator[Finding]:
    """Yield white text, and text of several inks, below the size that plates can fit."""
    least = points(subject.printer.smallest_reversed)
    faults = []
    for thing in subject.visible:
        if thing.lettering is None or thing.lettering.size >= least - TYPE_ROUNDING:
            continue
        if thing.colours and all(map(is_white, thing.colours)):
            fact = f"white {lettered(thing)} is smaller than {least:g} pt"
            faults.append(Fault(thing, fact, "set it larger, or in black on a light ground"))
        for colour in filter(is_mixed, thing.colours):
            fact = f"{lettered(thing)} is built of {built(colour)}, and smaller than {least:g} pt"
            faults.append(Fault(thing, fact, "set it larger, or in a token of one ink"))
    return told(subject, codes.PRESS_SMALL_REVERSED, faults)


@check(codes.PRESS_UNSAFE, looks_for="text too near the trim", source="docs/print.md, Safe area")
def safe(subject: Subject) -> Iterator[Finding]:
    """Yield text nearer to the trim than the print shop wants, an error where the knife may reach it."""
    wanted = points(subject.printer.safe)
    faults = []
    for thing in subject.visible:
        trim = subject.trims[thing.where.page - 1]
        if thing.lettering is None or not thing.box.meets(trim):
            continue
        distance = -max(thing.box.past(trim).values())
        if distance < wanted - TYPE_ROUNDING:
            severity = None if distance < min(KNIFE, wanted) - TYPE_ROUNDING else Severity.WARNING
            fact = f"{lettered(thing)} lies {distance / INCH:.3f} in from the trim, and {wanted / INCH:g} in are wanted"
            faults.append(Fault(thing, fact, "move it inward, or give the panel more room at its side", severity))
    return told(subject, codes.PRESS_UNSAFE, faults)
