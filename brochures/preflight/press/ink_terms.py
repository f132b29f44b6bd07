"""Ink terms: what the trade calls white, black, rich black or a line, of one painted object (GWG 2022, definitions; docs/print.md, Black and overprint)."""

from __future__ import annotations

from collections.abc import Iterable

from brochures.separations import ALL, PROCESS, Colour, Painted, Plates

SMALL = 12.0
"""Text below this size is small, in pt (GWG 2022, R0009 and R0011)."""

THIN = 2.0
"""Lines below this width are thin, in pt (GWG 2022, R0010 and R0012)."""

DEEP = 0.85
"""From this share of black ink on, or as dark as that, a colour is meant to be black (GWG 2022, R0015)."""

SOLID = 0.9
"""Below this a colour of one ink is a tint, in dots (docs/print.md, Lines)."""

NOTHING = 1e-4
"""Less ink than this is rounding: files write four places."""


def inks(colour: Colour) -> dict[str, float]:
    """Return the inks that a colour lays, each with its share from 0 to 1; those of nothing are left out."""
    return {name: amount for name, amount in (colour.inks or {}).items() if amount > NOTHING}


def is_white(colour: Colour) -> bool:
    """Return whether a colour is no ink at all: CMYK 0 0 0 0, tint 0, gray 1."""
    return bool(colour.inks) and not inks(colour)


def is_black(colour: Colour) -> bool:
    """Return whether a colour is solid black ink alone: CMYK 0 0 0 1, Black 1, gray 0."""
    laid = inks(colour)
    return set(laid) == {"Black"} and laid["Black"] > 1 - NOTHING


def is_gray(thing: Painted) -> bool:
    """Return whether an object is painted in DeviceGray."""
    return any(colour.direct.space.family == "DeviceGray" for colour in thing.colours)


def is_mixed(colour: Colour) -> bool:
    """Return whether a colour needs plates that fit: two inks or more, or the one on every plate."""
    laid = inks(colour)
    return len(laid) > 1 or ALL in laid


def is_rich(colour: Colour) -> bool:
    """Return whether a colour looks as dark as black ink of 85 %, and is built of other inks too (ISO 32000-1, 10.3.5 for the look)."""
    laid = inks(colour)
    black = laid.get("Black", 0.0)
    lit = [1 - min(1.0, laid.get(name, 0.0) + black) for name in ("Cyan", "Magenta", "Yellow")]
    return set(laid) != {"Black"} and max(lit) <= 1 - DEEP + NOTHING


def line_width(thing: Painted) -> float | None:
    """Return how wide an object is in pt if it is a line: a stroke, or a fill with a rectangle that is thin; None for any other."""
    if thing.width is not None:
        return thing.width
    return thing.thickness if thing.thickness is not None and thing.thickness < THIN else None


def named(thing: Painted) -> str:
    """Return what a line is called in a finding: by its width in pt, to three places."""
    width = line_width(thing) or 0.0
    kind = "an outline of letters" if thing.kind == "text" else "a line" if thing.width is not None else "a thin area"
    return f"{kind} of {round(width, 3):g} pt"


def unprinted(things: Iterable[Painted]) -> frozenset[str]:
    """Return the inks that lie on layers only: they are for the knife, and are not printed (ISO 19593-1)."""
    layered: set[str] = set()
    printed_inks: set[str] = {*PROCESS, ALL}
    for thing in things:
        names = (thing.space.inks or ()) if thing.space is not None else ()
        (layered if thing.layer else printed_inks).update(names)
    return frozenset(layered - printed_inks)


def printed(plates: Plates, knives: frozenset[str]) -> Plates:
    """Return ``plates`` without those of ``knives``."""
    return {name: plate for name, plate in plates.items() if name not in knives}
