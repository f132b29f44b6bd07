"""Codes of the press stage: printing conditions, inks, pictures (1xx), and the parent sheet (601)."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, WARNING, code

BAD_INKS = code(
    "PRS-101",
    ERROR,
    "a token that cannot be printed",
    "Each private colour in styles/tokens/palette.css says beside its sRGB value what the press prints: four amounts of ink in per cent, "
    "together no more than the printing condition carries. Two tokens that look alike on the screen must be built alike.",
    mend="Correct the amounts beside the token in styles/tokens/palette.css.",
    bad="--palette-river-inks: 90 90 80 80;",
    good="--palette-river-inks: 64 0 0 76;",
    looks_for="colours without amounts of ink, or with more than the paper carries",
    source="docs/designers.md, Colours and inks",
)
BAD_PROFILE = code(
    "PRS-102",
    ERROR,
    "a printing condition without a profile that can be used",
    "The profile of a printing condition must be an ICC output profile (class prtr) in CMYK with its tables, since it goes into the "
    "file as its output intent and images are converted by it (ISO 15930-7, 6.2.3).",
    mend="Name another profile in content/printers.yaml: a CMYK output profile.",
    bad="profile: sRGB.icc",
    good="profile: TR006_coated.icc",
    looks_for="printing conditions whose profile is missing or is none of a CMYK press",
    source="ISO 15930-7, 6.2.3; docs/print.md, Output intents",
)
NO_INKS = code(
    "PRS-103",
    ERROR,
    "a colour that no token names",
    "Pages are laid out in sRGB and every colour becomes the inks of its token. A colour that is written elsewhere has none, and would be "
    "converted in silence to inks that nobody chose; so it is refused, with the page and the object that it was found in.",
    mend="Use a token of styles/tokens/, or give the colour one, with its inks.",
    bad="h1 { color: #123456; }",
    good="h1 { color: var(--accent); }",
    looks_for="colours that no token names, and so no inks",
    source="docs/designers.md, Colours and inks",
)
CONVERTED = code(
    "PRS-104",
    NOTE,
    "a picture whose colours were converted",
    "A picture in RGB is converted through the profile of the printing condition, by relative colorimetric intent with black point "
    "compensation, once, and kept in out/.images. A picture with a profile was brought to sRGB before it was set; without one it is read as sRGB.",
    mend="Nothing; look at the proof.",
    looks_for="pictures in RGB, which were converted to inks",
    source="docs/print.md, Inks and ink limit",
)
FOREIGN_INKS = code(
    "PRS-105",
    WARNING,
    "a picture in inks that nobody chose for this paper",
    "A picture in CMYK was separated for some paper and press, and does not say which. It goes to the plates as it is: too dark, too pale or "
    "with too much ink, as chance will have it. What it was made from, in RGB, is converted for the right condition.",
    mend="Save the picture in RGB from what it was made of.",
    looks_for="pictures in CMYK without a word for which paper",
    source="docs/print.md, Inks and ink limit",
)
SMALL_SHEET = code(
    "PRS-601",
    ERROR,
    "a parent sheet that is too small for one copy",
    "Copies of a card stand on the sheet with their bleed, and crop marks stand outside of it: 12 pt from the trim or more, 18 pt long. "
    "The sheet is that of 'impose' in content/printers.yaml.",
    mend="Name a larger sheet under 'impose' in content/printers.yaml.",
    bad="sheet: 4.3in x 2.8in",
    good="sheet: 8.5in x 11in",
    looks_for="parent sheets that hold not one copy of the card with bleed and marks",
    source="docs/print.md, Imposition",
)
