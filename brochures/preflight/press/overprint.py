"""Overprint: black type and thin black lines lie on what is below them, white knocks it out (docs/print.md, Black and overprint)."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.findings import Finding, Severity, codes
from brochures.findings.check import check
from brochures.preflight.press.ink_terms import SMALL, THIN, is_black, is_gray, is_white, line_width, named
from brochures.preflight.press.subject import Subject
from brochures.preflight.press.wording import Fault, lettered, told
from brochures.separations import Painted

NONZERO = 1
"""The overprint mode in which a process ink of nothing leaves its plate alone (ISO 32000-1, 8.6.7)."""

_STATES = "let the press stage set the overprint"


@check(
    codes.PRESS_WHITE_OVERPRINT,
    looks_for="white that is set to overprint, and so would not show",
    source="GWG 2022, R0007 and R0008; docs/print.md, Black and overprint",
)
def white(subject: Subject) -> Iterator[Finding]:
    """Yield white that is set to overprint, so that it does not print: an error in text, else a warning."""
    faults = (
        Fault(
            thing,
            f"white {lettered(thing) if thing.lettering else 'paint'} is set to overprint",
            _STATES,
            None if thing.lettering else Severity.WARNING,
        )
        for thing in subject.visible
        if thing.overprint and thing.colours and all(map(is_white, thing.colours))
    )
    return told(subject, codes.PRESS_WHITE_OVERPRINT, faults)


@check(
    codes.PRESS_BLACK_KNOCKOUT,
    looks_for="black text under 12 pt and black lines under 2 pt that knock out instead of overprinting",
    source="GWG 2022, R0009 and R0010; docs/print.md, Black and overprint",
)
def black(subject: Subject) -> Iterator[Finding]:
    """Yield small black text and thin black lines that knock out what is below them."""
    faults = (
        Fault(thing, f"{_called(thing)} in black {_knocks_out(thing)}", _STATES)
        for thing in subject.visible
        if _must_overprint(thing) and not is_gray(thing) and _knocks_out(thing)
    )
    return told(subject, codes.PRESS_BLACK_KNOCKOUT, faults)


@check(
    codes.PRESS_HELD_OVERPRINT,
    looks_for="black text and lines whose overprint is lost inside a transparency group",
    source="ISO 32000-1, 11.7.4.3; docs/print.md, Black and overprint",
)
def apart(subject: Subject) -> Iterator[Finding]:
    """Yield small black text and thin black lines whose overprint ends in the group that they lie in."""
    faults = (
        Fault(thing, f"{_called(thing)} in black lies in a group of its own, which knocks out what is below it", _MEND_APART)
        for thing in subject.visible
        if _must_overprint(thing) and not _knocks_out(thing) and thing.isolated
    )  # fmt: skip
    return told(subject, codes.PRESS_HELD_OVERPRINT, faults)


_MEND_APART = "take opacity off what is around it: use a lighter token instead"


@check(
    codes.PRESS_GRAY,
    looks_for="small text, thin lines and overprint in DeviceGray, which presses print differently",
    source="GWG 2022, R0011 to R0013; docs/print.md, Black and overprint",
)
def gray(subject: Subject) -> Iterator[Finding]:
    """Yield DeviceGray in small text and thin lines, and where it overprints: presses differ in that."""
    mend = "paint black in CMYK, 0 0 0 1: the press stage does"
    faults = []
    for thing in filter(is_gray, subject.visible):
        if thing.overprint:
            faults.append(Fault(thing, f"{_called(thing)} overprints in DeviceGray", mend))
        elif _is_small(thing):
            faults.append(Fault(thing, f"{_called(thing)} is painted in DeviceGray", mend))
    return told(subject, codes.PRESS_GRAY, faults)


def _is_small(thing: Painted) -> bool:
    if thing.lettering is not None:
        return thing.lettering.size < SMALL
    width = line_width(thing)
    return width is not None and width < THIN


def _must_overprint(thing: Painted) -> bool:
    return _is_small(thing) and bool(thing.colours) and all(map(is_black, thing.colours))


def _knocks_out(thing: Painted) -> str:
    """Return in words why an object knocks out; empty where it overprints. Only DeviceCMYK has other inks that could lie in its way."""
    if not thing.overprint:
        return "knocks out what is below it"
    process = thing.colour is not None and thing.colour.direct.space.family == "DeviceCMYK"
    return (
        f"overprints in mode {thing.overprint_mode}, and so knocks out"
        if process and thing.overprint_mode != NONZERO
        else ""
    )


def _called(thing: Painted) -> str:
    if thing.lettering is not None:
        return lettered(thing)
    return named(thing) if line_width(thing) is not None else "an area"
