"""Fax pages: a finished file as a fax machine sees it, one bit a dot, in the two rasters of ITU-T T.4, packed as it sends them (T.6, "G4").

Pillow writes them, with the libtiff that its wheels bring along: it is a dependency already, and no other library of ours knows G4. What a line
of dots holds is worked out here, and not left to the machine, since it would take greys of soft edges for dots.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import pypdfium2
from PIL import Image, ImageChops

from brochures.geometry.units import INCH
from brochures.pdf.file import Beside
from brochures.press.fax_files import FaxPage, taken_apart
from brochures.project.edition import Edition

ACROSS = 204
"""Dots to the inch along a line (ITU-T T.4: 1728 dots to 215 mm)."""

LINE = 1728
"""Dots in a line, whatever the width of the paper (ITU-T T.4)."""

FINER = 2
"""Each dot is judged by the grey of a finer picture: so many of its dots to one along the line."""

WHITE = 255
"""A white dot, as pictures of one bit have it."""

BLACK_BELOW = 140
"""A dot is black where so much of it is, on a scale from 0 (black) to 255: measured, for stems and counters at 98 lines to the inch (docs/print.md, Fax)."""

PHOTOMETRIC, ROWS, SIZES = 262, 278, 279
"""TIFF 6.0: PhotometricInterpretation, RowsPerStrip, StripByteCounts."""

ENTRY = 12
"""How many bytes an entry of a TIFF directory takes (TIFF 6.0, Image File Directory)."""


class Raster(StrEnum):
    """How fine a fax machine sends: the sender cannot choose, the coarser of both machines decides."""

    FINE = "fine"
    STANDARD = "standard"

    @property
    def down(self) -> int:
        """Lines to the inch."""
        return {Raster.FINE: 196, Raster.STANDARD: 98}[self]


def drawn_pages(data: bytes, numbers: Iterable[int]) -> dict[int, tuple[FaxPage, ...]]:
    """Return the pages ``numbers`` (from 0) of the PDF file ``data``, each in every raster, in their order. Raise ``PdfiumError`` where it cannot be read."""
    wanted = sorted(set(numbers))
    seen = zip(wanted, _seen(data, wanted), strict=True)
    return {
        number: tuple(taken_apart(_packed([_white_first(page, raster)], raster).data)[0] for raster in Raster)
        for number, page in seen
    }


def fax_pages(data: bytes) -> tuple[Beside, ...]:
    """Return the pages of the PDF file ``data`` in each raster, as a TIFF file of many pages. Raise ``PdfiumError`` where it cannot be read."""
    pages: dict[Raster, list[Image.Image]] = {raster: [] for raster in Raster}
    for seen in _seen(data):
        for raster, found in pages.items():
            found.append(_white_first(seen, raster))
    return tuple(_packed(found, raster) for raster, found in pages.items())


def dots(page: Image.Image, raster: Raster) -> Image.Image:
    """Return a ``page`` in grey, ``ACROSS`` dots to the inch along a line and ``FINER`` than that down, as dots of ``raster``, in lines of ``LINE`` dots."""
    wide, high = page.width, round(page.height / FINER / ACROSS * raster.down)
    greys = page.resize((wide, high), Image.Resampling.BOX)
    black_or_white = greys.point([255 * (level >= BLACK_BELOW) for level in range(256)], "1")
    line = Image.new("1", (LINE, high), WHITE)
    line.paste(black_or_white, ((LINE - wide) // 2, 0))
    return line


def _seen(data: bytes, numbers: Sequence[int] | None = None) -> Iterator[Image.Image]:
    """Yield the pages ``numbers`` of ``data`` (None: all) in grey, finer down than a fax machine sees it; along a line both rasters have the same dots."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)) if numbers is None else numbers:
            yield document[number].render(scale=ACROSS * FINER / INCH, grayscale=True).to_pil().reduce((FINER, 1))
    finally:
        document.close()


def _white_first(page: Image.Image, raster: Raster) -> Image.Image:
    """Return the dots of ``page`` with white as 0, as a fax has it."""
    return ImageChops.invert(dots(page, raster))


def _packed(pages: Sequence[Image.Image], raster: Raster) -> Beside:
    first, *others = pages
    file = io.BytesIO()
    first.save(
        file, "TIFF", compression="group4", save_all=True, append_images=others, dpi=(ACROSS, raster.down),
        tiffinfo={ROWS: first.height},
    )  # fmt: skip
    data = _white_as_zero(file.getvalue())
    return Beside(f"{Edition.FAX}-{raster}", data, tuple(_sizes(data)))


def _white_as_zero(data: bytes) -> bytes:
    """Return the TIFF file ``data``, which holds white as 0, saying so on every page, as RFC 2306 (TIFF-F) asks of a fax.

    Pillow can do it, and takes fifty times as long for a page.
    """
    patched = bytearray(data)
    (at,) = struct.unpack_from("<I", data, 4)
    while at:
        (count,) = struct.unpack_from("<H", data, at)
        for entry in range(at + 2, at + 2 + count * ENTRY, ENTRY):
            if struct.unpack_from("<H", data, entry) == (PHOTOMETRIC,):
                struct.pack_into("<H", patched, entry + 8, 0)
        (at,) = struct.unpack_from("<I", data, at + 2 + count * ENTRY)
    return bytes(patched)


def _sizes(data: bytes) -> Iterator[int]:
    with Image.open(io.BytesIO(data)) as file:
        for number in range(getattr(file, "n_frames", 1)):
            file.seek(number)
            yield sum(file.tag_v2[SIZES])  # type: ignore[attr-defined]
