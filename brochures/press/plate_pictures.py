"""Plate pictures: one printing plate of each page as PNG, for somebody who looks at it. White is no ink, black is full."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import ImageOps

from brochures.separations import Inseparable, Unreadable, separations

TIGHTEST = 1
"""How hard PNG is packed for a picture that is looked at once: zlib's fastest way (RFC 1950)."""


def plate_pngs(data: bytes, plate: str, ppi: float) -> tuple[bytes, ...]:
    """Return the pictures of ``plate`` of all pages of a press file at ``ppi`` pixels to the inch, trimmed; none where it has no such plate or cannot be separated."""
    try:
        return tuple(_pngs(data, plate, ppi))
    except (Inseparable, Unreadable):
        return ()


def _pngs(data: bytes, plate: str, ppi: float) -> Iterator[bytes]:
    for plates in separations(data, ppi, "trim"):
        if plate in plates:
            written = io.BytesIO()
            ImageOps.invert(plates[plate]).save(written, "PNG", compress_level=TIGHTEST)
            yield written.getvalue()
