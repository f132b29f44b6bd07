"""Inks: what each colour of the tokens is on the press. The designer writes both side by side in ``styles/tokens/palette.css``.

A token is its name with up to three companions::

    --palette-river: #0e4a58;                  what a screen shows
    --palette-river-inks: 100 0 0 62;          what the press prints: cyan, magenta, yellow, black in per cent
    --palette-river-spot: PANTONE 3165 C 100;  an ink of its own instead: name and tint in per cent; '-inks' is then its stand-in
    --palette-die-step: cutting;               a spot that shows a step of work after printing, and is itself not printed
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from brochures.design.tokens import TokenError, Tokens
from brochures.findings import BrochureError, Finding, Place, codes

Rgb = tuple[int, int, int]
"""A colour of the page, each part from 0 to 255."""

Cmyk = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black, each from 0 (none) to 1 (full)."""

PAPER: Cmyk = (0.0, 0.0, 0.0, 0.0)
BLACK: Cmyk = (0.0, 0.0, 0.0, 1.0)

STEPS = ("cutting", "creasing", "folding", "perforating")
"""Steps of work after printing that a spot can stand for (ISO 19593-1, group Structural)."""

ALL = "All"
"""The ink that prints on every plate, for marks around the sheet (ISO 32000-1, 8.6.6.4)."""

PRIVATE = "--palette-"
"""How the names of private colours begin."""

_HEX = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)
_SPOT = re.compile(r"(.+?)\s+(\d{1,3})")


@dataclass(frozen=True)
class Spot:
    """An ink of its own: its name, how much of it (0 to 1), the build that stands in for it, and the step of work that it shows, if any."""

    name: str
    tint: float
    stand_in: Cmyk
    step: str = ""


Build = Cmyk | Spot
"""What the press prints for a colour."""


@dataclass(frozen=True)
class Inks:
    """The builds of all tokens by what a screen shows, and which token says so."""

    builds: Mapping[Rgb, Build]
    tokens: Mapping[Rgb, str]

    def build(self, colour: Rgb) -> Build | None:
        """Return the build of ``colour``: its token's; for a grey that no token names, black alone; else None."""
        named = self.builds.get(colour)
        if named is None and colour[0] == colour[1] == colour[2]:
            return (0.0, 0.0, 0.0, round(1 - colour[0] / 255, 4))
        return named


def read_inks(palette: Tokens, limit: float) -> Inks:
    """Return the inks of the tokens in ``palette``. Raise ``BrochureError`` with every token that cannot be printed.

    ``limit`` is the total ink that the printing condition carries, in per cent.
    """
    return _read(palette, limit)


@lru_cache(maxsize=8)
def _read(all_tokens: Tokens, limit: float) -> Inks:
    properties = all_tokens.shared
    builds: dict[Rgb, Build] = {}
    tokens: dict[Rgb, str] = {}
    found: list[Finding] = [*_differing(all_tokens)]
    for name, value in properties.items():
        shown = _HEX.fullmatch(value)
        if shown is None or f"{name}-inks" not in properties:
            continue
        colour = (int(shown[1], 16), int(shown[2], 16), int(shown[3], 16))
        place = all_tokens.place(f"{name}-inks")
        try:
            build = _build(name, properties, limit)
        except ValueError as wrong:
            found.append(
                codes.BAD_INKS.at(place, str(wrong), "write cyan, magenta, yellow and black in per cent: 100 0 0 62")
            )
            continue
        if builds.get(colour, build) != build:
            other = tokens[colour]
            message = f"'{name}' and '{other}' look alike on the screen ({value}) and are built of other inks"
            found.append(
                codes.BAD_INKS.at(place, message, "give one of the two another sRGB value, or both the same inks")
            )
            continue
        builds[colour], tokens[colour] = build, name
        found += _on_every_plate(name, colour, build, place)
    found += _without_inks(all_tokens)
    if found:
        raise BrochureError(*found)
    return Inks(builds, tokens)


def _amount(word: str) -> float:
    """Return ``word`` as a number; what is none is less than nothing, which no ink may be."""
    try:
        return float(word)
    except ValueError:
        return -1.0


def _build(name: str, properties: Mapping[str, str], limit: float) -> Build:
    amounts = [_amount(word) for word in properties[f"{name}-inks"].split()]
    if len(amounts) != len(PAPER) or not all(0 <= amount <= 100 for amount in amounts):  # noqa: PLR2004 per cent
        msg = f"'{name}-inks: {properties[f'{name}-inks']}' is not four amounts of ink from 0 to 100"
        raise ValueError(msg)
    if sum(amounts) > limit:
        msg = f"'{name}' takes {sum(amounts):g} % of ink, more than the {limit:g} % that the printing condition carries"
        raise ValueError(msg)
    process: Cmyk = (amounts[0] / 100, amounts[1] / 100, amounts[2] / 100, amounts[3] / 100)
    spot = properties.get(f"{name}-spot")
    if spot is None:
        return process
    named = _SPOT.fullmatch(spot.strip("\"'"))
    if named is None or int(named[2]) > 100:  # noqa: PLR2004 per cent
        msg = f"'{name}-spot: {spot}' is not the name of an ink and its tint in per cent"
        raise ValueError(msg)
    step = properties.get(f"{name}-step", "")
    if step and step not in STEPS:
        msg = f"'{name}-step: {step}' is none of {', '.join(STEPS)}"
        raise ValueError(msg)
    return Spot(named[1], int(named[2]) / 100, process, step)


def _on_every_plate(name: str, colour: Rgb, build: Build, place: Place) -> Iterator[Finding]:
    """Yield that a grey would print on every plate: one that a style or drawing names, or the engine works out, is meant to be black."""
    if isinstance(build, Spot) and build.name == ALL and len(set(colour)) == 1:
        yield codes.BAD_INKS.at(
            place,
            f"'{name}' prints on every plate and is a grey: so would every grey of its value, whoever wrote it",
            "give it a colour that nothing else has, such as #010203",
        )


def _differing(tokens: Tokens) -> Iterator[Finding]:
    """Yield each part of a private colour that is not the same for everybody: a page is printed in one set of inks."""
    for name in tokens.names:
        if name.startswith(PRIVATE):
            try:
                tokens.value(name)
            except TokenError as wrong:
                yield codes.BAD_INKS.at(tokens.place(name), str(wrong), "write one value, for ':root'")


def _without_inks(tokens: Tokens) -> Iterator[Finding]:
    """Yield each private colour that says what a screen shows and not what the press prints."""
    for name, value in tokens.shared.items():
        if name.startswith(PRIVATE) and _HEX.fullmatch(value) and f"{name}-inks" not in tokens.names:
            yield codes.BAD_INKS.at(
                tokens.place(name), f"'{name}' has no inks", f"write '{name}-inks:' on the next line, in per cent"
            )
