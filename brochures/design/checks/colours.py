"""Colours of the styles and templates: that each is a token, and that a token prints as it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tinycss2.color5 import parse_color

from brochures.design.checks.subject import StyleSheets
from brochures.design.checks.units import is_private_colour
from brochures.design.checks.variables import BY_PROGRAM
from brochures.design.inks import PRIVATE
from brochures.design.literal_colours import literals
from brochures.design.sheets import Declaration, Sheet, asked, every
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.findings.suggest import near

TOKENS = "tokens"
"""The folder of the only style sheets that may name a colour."""

FUNCTIONS = frozenset(
    {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "device-cmyk"}
)
SEEN_ANYWHERE = frozenset({"transparent", "currentcolor"})
"""Words that name no colour of their own."""

_COLOURED = re.compile(r"color|background|border|outline|fill|stroke|shadow|decoration|rule|^--")
_WHOLE = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


@check(
    codes.LITERAL_COLOUR,
    looks_for="colours of styles and templates that are no tokens",
    source="docs/designers.md, Colours and inks",
)
def literal(styles: StyleSheets) -> Iterator[Finding]:
    """Find each colour that a style sheet or a template names by itself, and each private one that is used outside of the tokens."""
    for sheet in styles.sheets:
        for one in sheet.declarations:
            written = next(_own(one), "") if sheet.folder != TOKENS else _without_inks(one, styles)
            if written:
                said = f"'{one}': {written} is no token" if sheet.folder != TOKENS else f"'{one}' has no inks"
                yield codes.LITERAL_COLOUR.at(one.place, said, _mend(sheet))
            yield from _private(one, sheet, styles)
    for file, text in styles.templates.items():
        for found in literals(text, file):
            yield codes.LITERAL_COLOUR.at(
                found.place,
                f"the colour {found.colour} is no token",
                "use token('--accent'), or another public colour of styles/tokens/roles.css",
            )


def _mend(sheet: Sheet) -> str:
    if sheet.folder == TOKENS:
        return "write it as a private colour ('--palette-NAME') with its inks on the next line, and take that by var()"
    return "use var(--accent), or another public colour of styles/tokens/roles.css"


def _own(one: Declaration) -> Iterator[str]:
    """Yield each colour that ``one`` names by itself, as it is written."""
    for token in every(one.value):
        if token.type == "hash":
            yield f"#{token.value}"
        elif token.type == "function" and token.lower_name in FUNCTIONS:
            yield f"{token.name}()"
        elif token.type == "ident" and _names_colour(one.name, token):
            yield f"'{token.value}'"


def _names_colour(name: str, token: Any) -> bool:
    if token.lower_value in SEEN_ANYWHERE or not _COLOURED.search(name) or name in BY_PROGRAM:
        return False
    return parse_color(token.value) is not None


def _without_inks(one: Declaration, styles: StyleSheets) -> str:
    """Return the colour that ``one``, of the tokens, is, where nothing says in which inks it prints; a grey prints in black alone."""
    if not _WHOLE.fullmatch(one.text) or is_private_colour(one.name):
        return ""
    is_grey = len({one.text[1:3].lower(), one.text[3:5].lower(), one.text[5:7].lower()}) == 1
    return "" if is_grey or f"{one.name}-inks" in styles.variables else one.text


def _private(one: Declaration, sheet: Sheet, styles: StyleSheets) -> Iterator[Finding]:
    if sheet.folder == TOKENS:
        return
    for name, _, _ in asked(one.value):
        if name.startswith(PRIVATE) and name in styles.variables:
            roles = [
                role for role, places in styles.variables.items() if any(f"var({name})" == each.text for each in places)
            ]
            mend = f"use var({roles[0]})" if roles else near(name, tuple(styles.variables))
            yield codes.LITERAL_COLOUR.at(
                one.place, f"'{one}': '{name}' is a private colour, for the tokens alone", mend
            )
