"""Codes of the press stage: printing conditions, inks, pictures (1xx), and the parent sheet (601)."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, WARNING, code

BAD_INKS = code(
    "PRS-101",
    ERROR,
    "a token that cannot be printed",
    "Each private colour in styles/tokens/palette.css says beside its sRGB value what the press prints: four amounts of ink in per cent, "
    "together no more than the printing condition carries. Two tokens that look alike on the screen must be built alike.",
)
BAD_PROFILE = code(
    "PRS-102",
    ERROR,
    "a printing condition without a profile that can be used",
    "The profile of a printing condition must be an ICC output profile (class prtr) in CMYK with its tables, since it goes into the "
    "file as its output intent and images are converted by it (ISO 15930-7, 6.2.3).",
)
NO_INKS = code(
    "PRS-103",
    ERROR,
    "a colour that no token names",
    "Pages are laid out in sRGB and every colour becomes the inks of its token. A colour that is written elsewhere has none, and would be "
    "converted in silence to inks that nobody chose; so it is refused, with the page and the object that it was found in.",
)
CONVERTED = code(
    "PRS-104",
    NOTE,
    "a picture whose colours were converted",
    "A picture in RGB is converted through the profile of the printing condition, by relative colorimetric intent with black point "
    "compensation, once, and kept in out/.images. A profile in the picture is heeded; without one it is read as sRGB.",
)
FOREIGN_INKS = code(
    "PRS-105",
    WARNING,
    "a picture in inks that nobody chose for this paper",
    "A picture in CMYK was separated for some paper and press, and does not say which. It goes to the plates as it is: too dark, too pale or "
    "with too much ink, as chance will have it. What it was made from, in RGB, is converted for the right condition.",
)
SMALL_SHEET = code(
    "PRS-601",
    ERROR,
    "a parent sheet that is too small for one copy",
    "Copies of a card stand on the sheet with their bleed, and crop marks stand outside of it: 12 pt from the trim or more, 18 pt long. "
    "The sheet is that of 'impose' in content/printers.yaml.",
)
