"""Units, and colours as they are written: what is wrong with a number or a colour by itself, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochures.design.checks.subject import StyleSheets
from brochures.design.inks import PRIVATE
from brochures.design.sheets import Declaration, every
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.findings.suggest import near

LENGTHS = (
    "pt",
    "in",
    "mm",
    "cm",
    "pc",
    "px",
    "q",
    "em",
    "rem",
    "ex",
    "ch",
    "cap",
    "ic",
    "lh",
    "rlh",
    "rex",
    "rcap",
    "rch",
    "ric",
)
"""Units of length of CSS Values Level 4, 6, that hold on paper; those of a screen's window are left out."""

ANGLES = ("deg", "rad", "grad", "turn")
UNITS = (*LENGTHS, *ANGLES, "fr", "dpi", "dpcm", "dppx", "x")

_COLOUR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_SIX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


@check(
    codes.REFUSED_VALUE,
    looks_for="numbers of the styles whose unit there is not",
    source="CSS Values Level 4, 6; docs/designers.md, What is checked in the styles",
)
def units(styles: StyleSheets) -> Iterator[Finding]:
    """Find each number with a unit that there is not."""
    everywhere = (*(one for sheet in styles.sheets for one in sheet.declarations), *styles.inline)
    for one in everywhere:
        unit = next(
            (token.unit for token in every(one.value) if token.type == "dimension" and token.lower_unit not in UNITS),
            "",
        )
        if unit:
            said = f"'{one}': there is no unit '{unit}' on paper"
            yield codes.REFUSED_VALUE.at(one.place, said, near(unit.lower(), LENGTHS[:6]))


@check(
    codes.NO_COLOUR,
    looks_for="colours of the styles with a digit too few or too many",
    source="CSS Color Level 4, 5.2; docs/designers.md, Colours and inks",
)
def digits(styles: StyleSheets) -> Iterator[Finding]:
    """Find each # that is followed by no colour, and each private colour that is not written in six digits."""
    for declared in (*(sheet.declarations for sheet in styles.sheets), styles.inline):
        for one in declared:
            said = _wrong_colour(one)
            if said:
                yield codes.NO_COLOUR.at(
                    one.place, f"'{one}': {said}", "write # and six digits from 0 to 9 and a to f: #a64f2c"
                )


def _wrong_colour(one: Declaration) -> str:
    """Return what is wrong with a colour in ``one``, empty where nothing is."""
    if is_private_colour(one.name) and not _SIX.fullmatch(one.text):
        return f"a private colour is # and six digits, and this is {_counted(one.text)}"
    written = [f"#{token.value}" for token in every(one.value) if token.type == "hash"]
    return next((f"{_counted(text)} is no colour" for text in written if not _COLOUR.fullmatch(text)), "")


def is_private_colour(name: str) -> bool:
    """Whether ``name`` is that of a private colour itself, and not of its inks."""
    return name.startswith(PRIVATE) and not name.endswith(("-inks", "-spot", "-step"))


def _counted(text: str) -> str:
    if re.fullmatch(r"#[0-9a-f]*", text, re.IGNORECASE):
        return f"# and {len(text) - 1} digits"
    return f"'{text}'"
