"""Hairlines: lines, and areas as thin as lines, that a press can hold (docs/print.md, Lines)."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.design.css import points
from brochures.findings import Finding, Severity, codes
from brochures.findings.check import check
from brochures.geometry.units import LINE_ROUNDING
from brochures.preflight.press.ink_terms import SOLID, inks, is_mixed, is_white, line_width, named
from brochures.preflight.press.subject import Subject
from brochures.preflight.press.wording import Fault, built, told
from brochures.separations import Painted

HAIRLINE = 0.125
"""Lines up to this are lost in platemaking, in pt (Adobe Acrobat, "List all hairlines")."""


@check(
    codes.PRESS_HAIRLINE,
    looks_for="hairlines, and lines that are thinner than the print shop can hold",
    source="GWG 2022, R0018 and R0019; docs/print.md, Lines",
)
def hairlines(subject: Subject) -> Iterator[Finding]:
    """Yield lines that are too thin for the press.

    Any up to 0.125 pt, and white, tinted or mixed ones below the preset's width, are errors; solid ones of one ink below it are warnings.
    """
    least = points(subject.printer.thinnest_rule)
    faults = (fault for thing in subject.visible if (fault := _fault(thing, least)) is not None)
    return told(subject, codes.PRESS_HAIRLINE, faults)


def _fault(thing: Painted, least: float) -> Fault | None:
    width = line_width(thing)
    if width is None or width >= least - LINE_ROUNDING:
        return None
    if width <= LINE_ROUNDING:
        return Fault(thing, f"{named(thing)} is as thin as the press can make it", f"make it {least:g} pt or wider")
    if width <= HAIRLINE + LINE_ROUNDING:
        return Fault(thing, f"{named(thing)} is a hairline", f"make it {least:g} pt or wider")
    for colour in thing.colours:
        if is_white(colour) or is_mixed(colour) or any(amount < SOLID for amount in inks(colour).values()):
            fact = f"{named(thing)} in {'white' if is_white(colour) else built(colour)} is thinner than {least:g} pt"
            return Fault(thing, fact, f"make it {least:g} pt or wider")
    mend = f"make it {least:g} pt or wider"
    return Fault(thing, f"{named(thing)} is thinner than {least:g} pt", mend, Severity.WARNING)
