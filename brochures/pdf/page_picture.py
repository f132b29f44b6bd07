"""Page pictures: one page of finished bytes as a picture, drawn by PDFium, and the same as PNG."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
from PIL import Image

from brochures.geometry.units import INCH

TIGHTEST = 1
"""How hard PNG is packed for a picture that is looked at once: zlib's fastest way (RFC 1950)."""


def picture(page: Any, ppi: float, right: float = 0, up: float = 0) -> Image.Image:
    """Return ``page`` inside its trim box, seen from as far to the ``right`` and ``up`` in pt; a hair is taken off the scale, because PDFium rounds up what is 1210.0000000001 px."""
    scale = ppi / INCH
    whole = page.render(scale=scale - 1e-9).to_pil().convert("RGB")
    crop, trim = page.get_cropbox(), page.get_trimbox()
    left, top = round((trim[0] - crop[0] + right) * scale), round((crop[3] - trim[3] - up) * scale)
    seen = Image.new("RGB", (round((trim[2] - trim[0]) * scale), round((trim[3] - trim[1]) * scale)), "white")
    seen.paste(whole, (-left, -top))
    return seen


def page_png(
    data: bytes, number: int, ppi: float, moved: tuple[float, float] = (0.0, 0.0), *, grey: bool = False
) -> bytes:
    """Return page ``number`` (from 1) of the file ``data`` as PNG at ``ppi`` pixels to the inch, trimmed; backs are moved home. PDFium is asked, which does one thing at a time."""
    document = pypdfium2.PdfDocument(data)
    try:
        drawn = picture(document[number - 1], ppi, *(moved if number % 2 == 0 else ()))
    finally:
        document.close()
    return as_png(drawn.convert("L") if grey else drawn)


def page_thumbnail(data: bytes, longest: int) -> bytes:
    """Return the first page of the file ``data`` as PNG, trimmed, its longer side ``longest`` px."""
    document = pypdfium2.PdfDocument(data)
    try:
        left, bottom, right, top = document[0].get_trimbox()
        drawn = picture(document[0], 2 * longest * INCH / max(right - left, top - bottom))
    finally:
        document.close()
    return as_png(drawn.resize((max(1, drawn.width // 2), max(1, drawn.height // 2)), Image.Resampling.LANCZOS))


def as_png(drawn: Image.Image) -> bytes:
    """Return ``drawn`` as PNG, packed fast."""
    written = io.BytesIO()
    drawn.save(written, "PNG", compress_level=TIGHTEST)
    return written.getvalue()
