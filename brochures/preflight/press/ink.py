"""Ink: what is painted is given in inks, black type in black alone, spots as ordered (docs/print.md).

The colours are those that ``separations`` tells of objects on the page: a second reading beside the walk through all streams in
``colour_spaces``.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochures.findings import Finding, Place, Severity, codes
from brochures.findings.check import check
from brochures.preflight.press.ink_terms import DEEP, SMALL, inks, is_rich, line_width, named, unprinted
from brochures.preflight.press.subject import Subject
from brochures.preflight.press.wording import Fault, built, called, lettered, told
from brochures.separations import ALL, PROCESS

MOST_RICH = 2.8
"""The inks of black text together, of which more do not fit on each other (GWG 2022, R0015)."""

_USE = "use a token of styles/tokens/"


@check(
    codes.PRESS_UNTOLD,
    looks_for="pages that break the rules of PDF, so that presses may print them differently",
    source="ISO 32000-1, 7.8.2",
)
def told_at_all(subject: Subject) -> Iterator[Finding]:
    """Yield pages of which it cannot be told what they paint: then no other check looks at them."""
    wrong = subject.unreadable
    if wrong is not None:
        where = wrong.where.page if wrong.where is not None else 0
        message, mend = (
            f"it cannot be told what the pages paint: {wrong}",
            "build again with --force; if it stays, report it",
        )
        yield codes.PRESS_UNTOLD.at(Place(), message, mend).about(page=where)


@check(
    codes.PRESS_NOT_INK,
    looks_for="text, lines, areas and pictures on the pages that are not in CMYK, gray or a spot colour",
    source="ISO 15930-7, 6.2; GWG 2022, R0027; docs/print.md, Inks and ink limit",
)
def painted_in_inks(subject: Subject) -> Iterator[Finding]:
    """Yield what is painted in a colour that names no inks, masks included."""
    faults = (
        Fault(thing, f"{called(thing)} is painted in {thing.space}, which is not ink", f"{_USE}: the press stage sets its inks")
        for thing in subject.things
        if thing.space is not None and thing.space.family != "Pattern" and thing.space.inks is None
    )  # fmt: skip
    return told(subject, codes.PRESS_NOT_INK, faults)


@check(
    codes.PRESS_DARK_TEXT,
    looks_for="black text under 12 pt that is not black ink alone",
    source="docs/print.md, Black and overprint",
)
def dark_text(subject: Subject) -> Iterator[Finding]:
    """Yield text under 12 pt that is meant to be black and is built of other inks, too."""
    faults = (
        Fault(thing, f"dark {lettered(thing)} is built of {built(colour)}", f"{_USE} that prints in black alone: 0 0 0 100")
        for thing in subject.visible
        if thing.lettering is not None and thing.lettering.size < SMALL
        for colour in thing.colours
        if is_rich(colour)
    )  # fmt: skip
    return told(subject, codes.PRESS_DARK_TEXT, faults)


@check(
    codes.PRESS_RICH_TEXT,
    looks_for="black text with more than 280 % of ink",
    source="GWG 2022, R0015; docs/print.md, Black and overprint",
)
def rich_text(subject: Subject) -> Iterator[Finding]:
    """Yield black text of any size with more ink than fits on itself."""
    faults = (
        Fault(thing, f"black {lettered(thing)} takes {sum(laid.values()) * 100:.0f} % of ink, more than {MOST_RICH * 100:.0f} %", f"{_USE} that takes less ink")
        for thing in subject.visible
        if thing.lettering is not None
        for laid in map(inks, thing.colours)
        if laid.get("Black", 0.0) >= DEEP and round(sum(laid.values()), 4) > MOST_RICH
    )  # fmt: skip
    return told(subject, codes.PRESS_RICH_TEXT, faults)


@check(
    codes.PRESS_RICH_BLACK,
    looks_for="rich black that nobody asked for, and rich black in lines",
    source="docs/print.md, Black and overprint",
)
def rich_areas(subject: Subject) -> Iterator[Finding]:
    """Yield rich black that no token names, and rich black in lines: it is for areas."""
    builds = {tuple(round(amount, 3) for amount in build) for build in subject.made.builds}
    faults = []
    for thing in subject.visible:
        if thing.lettering is not None and thing.lettering.size < SMALL:
            continue  # ``dark_text`` tells of it
        for colour in filter(is_rich, thing.colours):
            laid = colour.inks or {}
            build = tuple(round(laid.get(name, 0.0), 3) for name in PROCESS)
            if thing.lettering is None and line_width(thing) is not None:
                fact, mend = f"{named(thing)} is built of {built(colour)}", f"{_USE} that prints in one ink"
                faults.append(Fault(thing, fact, mend, Severity.WARNING))
            elif set(laid) <= set(PROCESS) and build not in builds:
                fact = f"{called(thing)} is black, built of {built(colour)}, which no token names"
                faults.append(Fault(thing, fact, _USE))
    return told(subject, codes.PRESS_RICH_BLACK, faults)


@check(
    codes.PRESS_SPOTS,
    looks_for="more spot colours than were ordered",
    source="GWG 2022, R0020; docs/print.md, Spot colours and die lines",
)
def spots(subject: Subject) -> Iterator[Finding]:
    """Yield inks of their own beyond the number that the print shop was asked for.

    What lies on layers only is for the knife and does not print.
    """
    found: dict[str, int] = {}
    knives = unprinted(subject.things)
    for thing in subject.visible:
        for name in (thing.space.inks or ()) if thing.space is not None else ():
            if name not in {*PROCESS, ALL, *knives}:
                found.setdefault(name, thing.where.page)
    allowed = subject.printer.spots
    if len(found) > allowed:
        names = ", ".join(f"'{name}'" for name in sorted(found))
        message = f"the file has {len(found)} inks of its own, {names}; the printer's preset allows {allowed}"
        yield codes.PRESS_SPOTS.at(
            Place("content/printers.yaml"),
            message,
            "print the token in process inks (take its '-spot' out), or write 'spots' at the printer after asking the shop",
        ).about(page=min(found.values()))


@check(
    codes.PRESS_ALL_INSIDE,
    looks_for="registration colour inside of the trim",
    source="GWG 2022, R0024; docs/print.md, Spot colours and die lines",
)
def registration(subject: Subject) -> Iterator[Finding]:
    """Yield what prints on every plate inside of the trim."""
    faults = (
        Fault(thing, f"{called(thing)} prints on every plate ('All') inside of the trim", "--registration is for marks around the sheet: where a style or drawing takes it, use var(--ink)")
        for thing in subject.visible
        if thing.space is not None and ALL in (thing.space.inks or ()) and thing.box.meets(subject.trims[thing.where.page - 1])
    )  # fmt: skip
    return told(subject, codes.PRESS_ALL_INSIDE, faults)
