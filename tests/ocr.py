"""Print read back: pages drawn as a scanner or a fax machine would see them, and read by a program that knows nothing of them (Tesseract).

It reads nothing but ink: what it takes for another sign, a person's telephone, a pharmacy's scanner or a records office's fax server may, too.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Collection, Iterator, Sequence

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageOps

from brochures.geometry.pages import Line
from brochures.geometry.units import INCH

PPI = 300
"""What a scanner takes of print, in pixels to the inch."""

FAX_PPI = (204, 196)
"""The fine resolution of a fax machine, in pixels to the inch across and down (ITU-T T.4)."""

BLACK_BELOW = 128
"""The level below which a fax machine takes a grey for black."""

ASCENT, DESCENT = 0.8, 0.27
"""How far letters of the house's faces reach above and below the baseline, as shares of their size."""

LARGEST = 12
"""The largest type that is read at its own size, in pt."""

MARGIN = 24
"""White around each line of a strip, in pixels."""


def scanned(data: bytes, numbers: Collection[int] = (), ppi: int = PPI) -> Iterator[tuple[int, Image.Image]]:
    """Yield the pages ``numbers`` (from 1; none: all) of the PDF file ``data``, each with its number, in grey."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document, 1):
            if not numbers or number in numbers:
                yield number, page.render(scale=ppi / INCH, grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def faxed(data: bytes, numbers: Collection[int] = ()) -> Iterator[tuple[int, Image.Image]]:
    """Yield the pages ``numbers`` of ``data`` as they come out of a fax machine: 1 bit, 204 x 196 pixels to the inch."""
    across, down = FAX_PPI
    for number, page in scanned(data, numbers, 2 * across):
        seen = page.resize((page.width // 2, round(page.height / 2 * down / across)), Image.Resampling.BOX)
        yield number, seen.point([255 * (level >= BLACK_BELOW) for level in range(256)], "1")


def crop(page: Image.Image, line: Line, ppi: int = PPI) -> Image.Image:
    """Return the ink of ``line`` on ``page``, dark on white: type on a dark ground is inverted, and the ground is made white.

    What is set larger than 12 pt is brought down to that: it is read from further away.
    """
    top, bottom = line.baseline - ASCENT * line.size, min(line.baseline + DESCENT * line.size, line.box.bottom)
    left, top, right, bottom = (side * ppi / INCH for side in (line.box.left, top, line.box.right, bottom))
    seen = page.crop((int(left) - 1, int(top), int(right) + 2, int(bottom) + 1))
    counts = seen.histogram()
    ground = counts.index(max(counts))
    if ground < BLACK_BELOW:
        seen, ground = ImageOps.invert(seen), 255 - ground
    plain = ImageChops.add(seen, Image.new("L", seen.size, 255 - ground))
    return ImageOps.scale(plain, LARGEST / line.size) if line.size > LARGEST else plain


def strip(crops: Sequence[Image.Image]) -> tuple[Image.Image, list[int]]:
    """Return ``crops`` below each other on white, and where each ends."""
    ends, foot = [], MARGIN
    width = max(one.width for one in crops) + 2 * MARGIN
    joined = Image.new("L", (width, sum(one.height + MARGIN for one in crops) + MARGIN), 255)
    for one in crops:
        joined.paste(one, (MARGIN, foot))
        foot += one.height + MARGIN
        ends.append(foot)
    return joined, ends


def read_lines(crops: Sequence[Image.Image]) -> list[str]:
    """Return what is read in each of ``crops``, which hold a line each, joined to one strip."""
    if not crops:
        return []
    joined, ends = strip(crops)
    found: list[list[str]] = [[] for _ in crops]
    for middle, word in _words(joined, PPI, block=True):
        found[next(number for number, end in enumerate(ends) if middle < end)].append(word)
    return [" ".join(words) for words in found]


def read(page: Image.Image, ppi: int) -> str:
    """Return the words that are read on ``page``, in the order in which the program finds them."""
    return " ".join(word for _, word in _words(page, ppi, block=False))


def _words(picture: Image.Image, ppi: int, *, block: bool) -> Iterator[tuple[float, str]]:
    """Yield each word with where its middle lies below the top, in pixels; a ``block`` is one column of lines, else columns are looked for."""
    program = shutil.which("tesseract")
    if program is None:
        pytest.fail("Tesseract is missing, which reads the pages: run 'sh .ci/setup readers', or install it")
    file = io.BytesIO()
    picture.save(file, "PNG")
    done = subprocess.run(  # noqa: S603 the program that was just found, with our own picture
        [program, "stdin", "stdout", "-l", "eng", "--dpi", str(ppi), "--psm", "6" if block else "3", "tsv"],
        input=file.getvalue(), capture_output=True, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )  # fmt: skip
    for row in csv.DictReader(io.StringIO(done.stdout.decode()), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["text"] and row["text"].strip():
            yield int(row["top"]) + int(row["height"]) / 2, row["text"]
