"""How words of a finished file look: face, size, and contrast with the ground behind them, measured on the drawn page.

The colour of words is read from the file, and their ground from a picture of the page without any words, at 72 pixels to the inch: what lies
behind is areas of colour, which are larger than a pixel. Contrast is that of WCAG 2.2, 1.4.3.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from brochures.geometry.box import Box
from brochures.preflight.extracted_text import OFF, bounds, text_of, things

SHARE = 0.2
"""The share of its box, from its worst ground up, that a run may stand on without that being its ground: edges of areas, rules beside it."""

LARGE, LARGE_BOLD, BOLD = 18.0, 14.0, 700
"""Large type, in pt, and when it is bold (WCAG 2.2, large scale); from which weight on it is bold."""

FINE = 3
"""Pixels in a pt where lines are looked at."""

UNSEEN = 3
"""The rendering mode of words that are not drawn (ISO 32000-1, 9.3.6)."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class TextLook:
    """Words drawn in one go: page (from 1), mark, words, box in pt from the trim's top left corner, face, size in pt, contrast."""

    page: int
    mark: int
    shown: str
    box: Box
    face: str
    size: float
    is_large: bool
    contrast: float


@dataclass(frozen=True)
class DrawnPage:
    """A page without its words, as a picture, where its trim and its sheet begin, in pt, and how many pixels of it are one pt."""

    picture: Image.Image
    left: float
    top: float
    edge: float
    head: float
    scale: float = 1

    def ground(self, x0: float, y0: float, x1: float, y1: float) -> Image.Image | None:
        """Return the picture of a part, given in the space of the page; None where nothing of it is on the sheet."""
        left, right = math.ceil((x0 - self.edge) * self.scale), math.floor((x1 - self.edge) * self.scale)
        top, foot = math.ceil((self.head - y1) * self.scale), math.floor((self.head - y0) * self.scale)
        edges = (
            max(left, 0),
            max(top, 0),
            min(max(right, left + 1), self.picture.width),
            min(max(foot, top + 1), self.picture.height),
        )
        return self.picture.crop(edges) if edges[0] < edges[2] and edges[1] < edges[3] else None


def looks(data: bytes) -> tuple[TextLook, ...]:
    """Return how each run of words in the file ``data`` looks."""
    document = pypdfium2.PdfDocument(data)
    try:
        found: list[TextLook] = []
        for number, page in enumerate(document, 1):
            held = [*_words(page)]
            found += _looks(number, _without_words(page, held), held)
        return tuple(found)
    finally:
        document.close()


def finely(data: bytes, numbers: Iterable[int]) -> Iterator[tuple[int, DrawnPage]]:
    """Yield pages of the file ``data``, by their number from 1, without words, in greys and so large that a line of half a pt is wider than a pixel."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in numbers:
            page = document[number - 1]
            yield number, _without_words(page, [*_words(page)], FINE)
    finally:
        document.close()


def _words(page: Any) -> Iterator[tuple[Any, str]]:
    """Yield each text object of ``page`` with its words."""
    textpage = page.get_textpage()
    for thing in things(page):
        if thing.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield thing, " ".join(text_of(thing.handle, textpage).split())


def _without_words(page: Any, texts: Sequence[tuple[Any, str]], scale: float = 1) -> DrawnPage:
    for thing, _ in texts:
        pdfium.FPDFPageObj_SetIsActive(thing.handle, OFF)
    picture = page.render(scale=scale, may_draw_forms=False, grayscale=scale != 1).to_pil()
    picture = picture if scale != 1 else picture.convert("RGB")
    left, _, _, top = page.get_trimbox()
    edge, _, _, head = page.get_mediabox()
    return DrawnPage(picture, left, top, edge, head, scale)


def _looks(number: int, drawn: DrawnPage, texts: Sequence[tuple[Any, str]]) -> Iterator[TextLook]:
    for thing, shown in texts:
        if not shown or pdfium.FPDFTextObj_GetTextRenderMode(thing.handle) == UNSEEN:
            continue
        x0, y0, x1, y1 = bounds(thing)
        ground = drawn.ground(x0, y0, x1, y1)
        if ground is None:
            continue
        face, weight, size = _type(thing)
        large = size >= LARGE or (weight >= BOLD and size >= LARGE_BOLD)
        box = Box(x0 - drawn.left, drawn.top - y1, x1 - drawn.left, drawn.top - y0)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(thing.handle)
        yield TextLook(number, mark, shown, box, face, size, large, _least(_colour(thing), ground))


def _type(thing: Any) -> tuple[str, int, float]:
    """Return the face, its weight and its size in pt."""
    font = pdfium.FPDFTextObj_GetFont(thing.handle)
    room = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(room)
    pdfium.FPDFFont_GetBaseFontName(font, name, room)
    size, own = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(thing.handle, size)
    pdfium.FPDFPageObj_GetMatrix(thing.handle, own)
    a, b, c, d, *_ = thing.matrix
    grows = math.sqrt(abs(own.a * own.d - own.b * own.c) * abs(a * d - b * c))
    face = name.value.decode("latin-1").rpartition("+")[2]
    weight = BOLD if "Bold" in face and "Semi" not in face else pdfium.FPDFFont_GetWeight(font)
    return face, weight, round(size.value * grows, 2)


def _colour(thing: Any) -> Colour:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(thing.handle, red, green, blue, alpha)
    return red.value, green.value, blue.value


def _least(colour: Colour, ground: Image.Image) -> float:
    """Return the contrast of ``colour`` with the part of ``ground`` that it stands out from least, edges left out."""
    pixels = ground.width * ground.height
    done = 0
    held: list[Any] = ground.getcolors(pixels) or []
    rated = sorted((ratio(colour, other), count) for count, other in held)
    for rate, count in rated:
        done += count
        if done > SHARE * pixels:
            return rate
    return rated[-1][0] if rated else 21.0


@cache
def _luminance(colour: Colour) -> float:
    """Return the relative luminance of ``colour`` (WCAG 2.2)."""
    parts = [value / 255 for value in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)
