"""What is really on the sheet, seen with PDFium: colour that touches the trim reaches the bleed, and no page is blank (checks 6 and 37)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
from PIL import Image, ImageChops

from brochures import codes
from brochures.findings import Finding, Place
from brochures.preflight.press.subject import Subject

PPI = 150
"""At which a page is looked at."""

FAINT = 4
"""How much darker than paper a pixel is at least that holds ink, of 255: the lightest tint of the house is darker."""

RUN = 12
"""How many pixels beside each other must lack their bleed, so that the end of a fine line is no finding: 2 mm."""


Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom of a part of a picture."""


@dataclass(frozen=True)
class Edge:
    """One edge of a page: its name, ink just inside of the trim, and ink at the end of the bleed, pixel by pixel."""

    name: str
    inside: tuple[bool, ...]
    outside: tuple[bool, ...]

    @property
    def bare(self) -> int:
        """Return the longest stretch, in px, that has ink inside of the trim and none at the end of the bleed."""
        longest = run = 0
        for inside, outside in zip(self.inside, self.outside, strict=True):
            run = run + 1 if inside and not outside else 0
            longest = max(longest, run)
        return longest


def seen(subject: Subject) -> Iterator[Finding]:
    """Yield edges where colour stops at the trim, and pages with no ink on them."""
    document = pypdfium2.PdfDocument(subject.made.data)
    try:
        for number, page in enumerate(document, 1):
            ink, trim = _ink(page)
            if ink.crop(trim).getbbox() is None:
                yield codes.PRESS_BLANK.at(
                    Place(), "there is no ink on this page", "take it out, or give it its words"
                ).about(page=number)
            for piece, cut in _cut_out(number, trim, subject):
                for edge in _edges(ink, cut, subject.made.composition.room.bleed):
                    if edge.bare >= RUN:
                        length = edge.bare / PPI
                        yield codes.PRESS_NO_BLEED.at(
                            subject.made.composition.job.place,
                            f"colour stops at the {edge.name} trim{piece} over {length:.2f} in: it does not reach the end of the bleed",
                            "let the art run over the trim by var(--bleed) on that side",
                        ).about(page=number)
    finally:
        document.close()


def _cut_out(number: int, trim: Pixels, subject: Subject) -> Iterator[tuple[str, Pixels]]:
    """Yield what is cut out of page ``number``, in px: its trim, or every copy on an imposed sheet, with the words that name it."""
    parent, scale = subject.made.composition.parent, PPI / 72
    if parent is None:
        yield "", trim
        return
    for turn, copy in enumerate(parent.copies(back=number > 1), 1):
        right, foot = copy.x + parent.card_width, copy.y + parent.card_height
        yield (
            f" of copy {turn}",
            (round(copy.x * scale), round(copy.y * scale), round(right * scale), round(foot * scale)),
        )


def _ink(page: Any) -> tuple[Image.Image, Pixels]:
    """Return where ``page`` has ink, 255 or 0, and its trim in px: left, top, right, bottom."""
    scale = PPI / 72
    picture = page.render(scale=scale).to_pil().convert("RGB")
    dark = ImageChops.difference(picture, Image.new("RGB", picture.size, "white"))
    bands = dark.split()
    deepest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    media, trim = page.get_mediabox(), page.get_trimbox()
    box = (
        round((trim[0] - media[0]) * scale), round((media[3] - trim[3]) * scale),
        round((trim[2] - media[0]) * scale), round((media[3] - trim[1]) * scale),
    )  # fmt: skip
    return deepest.point(lambda value: 255 if value >= FAINT else 0), box


def _edges(ink: Image.Image, trim: Pixels, bleed: float) -> Iterator[Edge]:
    """Yield the four edges: a row of pixels 2 px inside of the trim, and one 2 px before the end of the bleed."""
    left, top, right, bottom = trim
    reach = max(round(bleed * PPI / 72) - 2, 0)
    rows = {"top": (top + 2, top - reach), "bottom": (bottom - 3, bottom + reach - 1)}
    columns = {"left": (left + 2, left - reach), "right": (right - 3, right + reach - 1)}
    for name, (inside, outside) in rows.items():
        yield Edge(name, _row(ink, inside, left, right), _row(ink, outside, left, right))
    for name, (inside, outside) in columns.items():
        yield Edge(name, _column(ink, inside, top, bottom), _column(ink, outside, top, bottom))


def _row(ink: Image.Image, y: int, start: int, end: int) -> tuple[bool, ...]:
    return tuple(value > 0 for value in ink.crop((start, y, end, y + 1)).tobytes())


def _column(ink: Image.Image, x: int, start: int, end: int) -> tuple[bool, ...]:
    return tuple(value > 0 for value in ink.crop((x, start, x + 1, end)).tobytes())
