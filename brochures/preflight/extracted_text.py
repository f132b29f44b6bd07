"""A reader that shares no code with the writer: PDFium. What each page says, where, and how much of it can be seen.

Visibility is measured, not guessed: each page is drawn at 72 pixels to the inch as it is, without its text, and its text alone in
black. What differs between the first two is what a reader sees of the text; the third says how much ink there is to see.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from brochures.compose.typography import squeezed
from brochures.geometry.box import Box

DEEPEST = 12
"""Drawings inside drawings that are followed."""

SEEN = 40
"""How much lighter or darker than its ground a pixel must be for a reader to see it, of 255."""

INK = 56
"""How dark a pixel is at least, of 255, where there is ink to see."""

SPECK = 3
"""Pixels that a sign as small as a raised figure loses to rounding."""

OFF, ON = 0, 1

LINE_END_HYPHENS = {ord("\ufffe"): "-", 2: "-", 0: None}
"""PDFium takes a hyphen at a line's end for a word divided, and marks it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words drawn in one go: page (from 1), words as they compare, box in pt from the trim's top left corner, mark in the structure.

    ``seen`` is the share of its ink that a reader sees; 0 where it has none on the page.
    """

    page: int
    text: str
    shown: str
    box: Box
    mark: int
    seen: float
    letters: tuple[Run, ...] = ()
    """The letters it was joined of, where each was drawn by itself."""
    spaced: tuple[bool, bool] = (False, False)
    """Whether it begins, and whether it ends, with a space."""


def read(data: bytes, *, look: bool = True) -> list[Run]:
    """Return every run of words in ``data`` in the order of drawing; without ``look``, taking all of them as seen."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [run for number, page in enumerate(document, 1) for run in _joined(_page(number, page, look=look))]
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class _Thing:
    """An object of a page with the matrix of the drawings around it."""

    handle: Any
    kind: int
    matrix: tuple[float, ...]


_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _page(number: int, page: Any, *, look: bool) -> Iterator[Run]:
    held = list(things(page))
    texts = [thing for thing in held if thing.kind == pdfium.FPDF_PAGEOBJ_TEXT]
    textpage = page.get_textpage()
    left, _, _, top = page.get_trimbox()
    pictures = _pictures(page, held) if look and texts else None
    media = page.get_mediabox()
    for thing in texts:
        shown = text_of(thing.handle, textpage)
        text = squeezed(shown).casefold()
        if not text:
            continue
        x0, y0, x1, y1 = bounds(thing)
        box = Box(x0 - left, top - y1, x1 - left, top - y0)
        pixels = (x0 - media[0], media[3] - y1, x1 - media[0], media[3] - y0)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(thing.handle)
        seen = _seen(pictures, pixels) if pictures else 1.0
        yield Run(
            number, text, " ".join(shown.split()), box, mark, seen, spaced=(shown[0].isspace(), shown[-1].isspace())
        )


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Yield ``runs``, with letters that a drawing sets one by one joined to words again."""
    held: Run | None = None
    for run in runs:
        if held is not None and len(run.text) == 1 and _goes_on(held, run):
            share = (held.seen * len(held.text) + run.seen) / (len(held.text) + 1)
            box = held.box.around(run.box)
            letters = (*(held.letters or (held,)), run)
            held = Run(held.page, held.text + run.text, held.shown + run.shown, box, held.mark, share, letters)
            continue
        if held is not None:
            yield held
        held = run if len(run.text) == 1 else None
        if held is None:
            yield run
    if held is not None:
        yield held


def _goes_on(one: Run, letter: Run) -> bool:
    """Whether ``letter`` stands right behind ``one`` in the same line of the same piece of content."""
    gap, high = letter.box.left - one.box.right, max(one.box.height, letter.box.height)
    level = letter.box.top < one.box.bottom and one.box.top < letter.box.bottom
    return one.mark == letter.mark and level and -high / 4 < gap < high / 2


def things(page: Any) -> Iterator[_Thing]:
    """Yield every object of ``page``, those inside of drawings included."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _thing(pdfium.FPDFPage_GetObject(page, index), _IDENTITY, 0)


def _thing(handle: Any, matrix: tuple[float, ...], depth: int) -> Iterator[_Thing]:
    kind = pdfium.FPDFPageObj_GetType(handle)
    yield _Thing(handle, kind, matrix)
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        own = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(handle, own)
        inner = _times((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(handle)):
            yield from _thing(pdfium.FPDFFormObj_GetObject(handle, index), inner, depth + 1)


def _times(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    """Return the matrix that is ``one`` and then ``other`` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def bounds(thing: _Thing) -> tuple[float, float, float, float]:
    """Return the left, lower, right and upper edge of ``thing`` in the space of its page."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(thing.handle, *edges)
    x0, y0, x1, y1 = (edge.value for edge in edges)
    if thing.matrix == _IDENTITY:
        return x0, y0, x1, y1
    a, b, c, d, e, f = thing.matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    return (
        min(x for x, _ in corners),
        min(y for _, y in corners),
        max(x for x, _ in corners),
        max(y for _, y in corners),
    )


def text_of(handle: Any, textpage: Any) -> str:
    """Return the words of a text object, spaces included."""
    size = pdfium.FPDFTextObj_GetText(handle, textpage, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(handle, textpage, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace").translate(LINE_END_HYPHENS)


def _pictures(page: Any, things: list[_Thing]) -> tuple[Image.Image, Image.Image]:
    """Return what a reader sees of the text and what there is to see, each as black and white."""
    whole = _drawn(page)
    for thing in things:
        if thing.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_SetIsActive(thing.handle, OFF)
    without = _drawn(page)
    for thing in things:
        if thing.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_SetIsActive(thing.handle, ON)
            pdfium.FPDFPageObj_SetFillColor(thing.handle, 0, 0, 0, 255)
        elif thing.kind != pdfium.FPDF_PAGEOBJ_FORM:
            pdfium.FPDFPageObj_SetIsActive(thing.handle, OFF)
    alone = _drawn(page)
    seen = ImageChops.difference(whole, without).point(lambda value: 255 if value >= SEEN else 0)
    return seen, alone.point(lambda value: 255 if value <= 255 - INK else 0)


def _drawn(page: Any) -> Image.Image:
    return page.render(scale=1, grayscale=True).to_pil()  # type: ignore[no-any-return]


def _seen(pictures: tuple[Image.Image, Image.Image], box: tuple[float, float, float, float]) -> float:
    """Return the share of the ink in ``box`` that is seen; ink that is cut off counts as unseen."""
    seen, ink = pictures
    left, top, right, bottom = int(box[0]), int(box[1]), int(box[2]) + 1, int(box[3]) + 1
    edges = (max(left, 0), max(top, 0), min(right, ink.width), min(bottom, ink.height))
    if edges[0] >= edges[2] or edges[1] >= edges[3]:
        return 0.0
    part = ink.crop(edges)
    there = part.histogram()[255]
    if not there:
        return 0.0
    where = part.getbbox()
    assert where is not None  # noqa: S101 there is ink
    whole = (right - left) * (bottom - top)
    reached = ((where[2] - where[0] + SPECK) * (where[3] - where[1] + SPECK)) / whole
    visible = ImageChops.multiply(part, seen.crop(edges)).histogram()[255]
    return min(1.0, (visible + SPECK) / there) * min(1.0, reached)
