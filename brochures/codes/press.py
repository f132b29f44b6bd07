"""Codes of the press: printers, printing conditions, inks, and what a file for the press must keep."""

from __future__ import annotations

from brochures.codes.registry import ERROR, code

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
