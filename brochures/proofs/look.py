"""The look of proofs: the house's colours and faces as pixels, and a style of line for everything that is drawn over a page.

Lines differ in form, so that they can be told apart in grey; the accent is kept for findings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageFont

from brochures.findings import BrochureError
from brochures.stylebook import custom_properties, font_files

Colour = tuple[int, int, int]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

ROLES = {
    "--paper": (255, 255, 255),
    "--ink": (27, 27, 27),
    "--ink-soft": (86, 86, 86),
    "--ink-strong": (14, 74, 88),
    "--accent": (166, 79, 44),
    "--rule": (163, 163, 163),
    "--stream-three": (43, 127, 140),
    "--ground-water": (234, 243, 242),
    "--ground-sand": (246, 240, 228),
    "--rule-soft": (201, 223, 223),
    "--stream-one": (111, 176, 179),
    "--rule-sand": (217, 200, 169),
}
"""The roles that proofs and the contact sheet draw with, and their colours in a shop that does not name them."""


@dataclass(frozen=True)
class Pen:
    """A style of line: the role of its colour, its width in px, and its dashes and gaps in px (none: unbroken)."""

    role: str
    width: int
    dashes: tuple[int, ...] = ()


TRIM = Pen("--ink", 2)
LEAST = Pen("--ink-soft", 1, (2, 3))
WANTED = Pen("--ink-soft", 1, (9, 5))
FOLD = Pen("--ink-strong", 3, (18, 8))
REGION = Pen("--stream-three", 1)
CORNER = Pen("--stream-three", 3)
MARKS = {
    "error": Pen("--accent", 3),
    "warning": Pen("--accent", 3, (10, 5)),
    "note": Pen("--ink-soft", 2, (2, 4)),
}
"""How the box of a finding is drawn, by its severity."""


@dataclass(frozen=True)
class Look:
    """Colours by role, and the files of the text face, of its bold and of the title face; ``None`` where a shop has none."""

    colours: Mapping[str, Colour]
    text: Path | None
    bold: Path | None
    title: Path | None

    def __getitem__(self, role: str) -> Colour:
        """Return the colour of ``role``."""
        return self.colours[role]

    def font(self, face: str, size: int) -> Font:
        """Return ``face`` (``text``, ``bold`` or ``title``) at ``size`` px."""
        path: Path | None = getattr(self, face)
        try:
            return ImageFont.truetype(path, size) if path else ImageFont.load_default(size)
        except OSError:
            return ImageFont.load_default(size)


def read_look(styles: Path) -> Look:
    """Return the look of the shop with ``styles``; what it does not declare is drawn plainly, since a proof must come out."""
    try:
        properties = custom_properties(*sorted((styles / "tokens").glob("*.css")))
        files = font_files(styles / "fonts" / "fonts.css")
    except BrochureError:
        properties, files = {}, {}
    first = next(iter(files), ("", 0))[0]
    text = _family(properties, "--text-face") or first
    title = _family(properties, "--title-face") or text
    weights = sorted(weight for family, weight in files if family == title)
    return Look(
        {role: _colour(properties.get(role, "")) or plain for role, plain in ROLES.items()},
        files.get((text, 400)),
        files.get((text, 700), files.get((text, 400))),
        files.get((title, weights[-1])) if weights else None,
    )


def _family(properties: Mapping[str, str], name: str) -> str:
    return properties.get(name, "").split(",")[0].strip().strip("\"'")


def _colour(text: str) -> Colour | None:
    found = re.fullmatch(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", text)
    return (int(found[1], 16), int(found[2], 16), int(found[3], 16)) if found else None
