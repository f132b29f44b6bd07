"""The style of proofs: the project's colours and faces as pixels, and a style of line for everything that is drawn over a page.

Lines differ in form, so that they can be told apart in grey; the accent is kept for findings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageFont

from brochures.design.css import FACES, font_files
from brochures.design.tokens import Tokens
from brochures.findings import BrochureError

Colour = tuple[int, int, int]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

ROLES = {
    "--paper": (255, 255, 255),
    "--ink": (0, 0, 0),
    "--ink-soft": (85, 85, 85),
    "--ink-strong": (0, 0, 0),
    "--accent": (200, 0, 0),
    "--rule": (160, 160, 160),
    "--stream-three": (110, 110, 110),
    "--ground-water": (240, 240, 240),
    "--ground-sand": (240, 240, 240),
    "--rule-soft": (210, 210, 210),
    "--stream-one": (160, 160, 160),
    "--rule-sand": (210, 210, 210),
}
"""The roles that proofs and the contact sheet draw with, and plain colours for a project that does not name them."""


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
    """Colours by role, and the files of the text face, of its bold and of the title face; ``None`` where a project has none."""

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
    """Return the look of the project with ``styles``; what it does not declare is drawn plainly, since a proof must come out."""
    try:
        return look_of(Tokens.of(styles), font_files(styles / FACES))
    except BrochureError:
        return look_of(Tokens(()), {})


def look_of(tokens: Tokens, files: Mapping[tuple[str, int], Path]) -> Look:
    """Return the look of a project with these tokens, and these files of faces by family and weight."""
    properties = tokens.shared
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
