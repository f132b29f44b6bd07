"""Codes of imposition: sheets with several copies of a card."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

SMALL_SHEET = code(
    "PRS-601",
    ERROR,
    "a parent sheet that is too small for one copy",
    "Copies of a card stand on the sheet with their bleed, and crop marks stand outside of it: 12 pt from the trim or more, 18 pt long. "
    "The sheet is that of 'impose' in content/printers.yaml.",
)
IMPOSED_SHEET = code(
    "PRS-602",
    ERROR,
    "an imposed sheet that is not as it was planned",
    "The media box is the parent sheet, the trim box the smallest rectangle around the trims of all copies, the bleed box as much larger as "
    "the bleed. The sheet carries no structure: a tree of tags would lead to pages that are not there.",
)
IMPOSED_COPY = code(
    "PRS-603",
    ERROR,
    "a copy on an imposed sheet that is not the card that was judged",
    "Every copy is cut out of the finished sheet, with its bleed, and held against the single page that preflight has read: the same "
    "picture, in the place and the direction that the turn of the sheet asks for, and the same letters.",
)
