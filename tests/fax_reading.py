"""Faxes read back: the pages that a fax machine sends, as a program reads them at the other end, beside the words that the file holds."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from tests.documents.test_read_by_machines import TOLD
from tests.ocr import read

PPI = 204
"""What is told to the program: dots to the inch along a line."""

FINE, STANDARD = 196, 98
"""Lines to the inch."""


@dataclass(frozen=True)
class FaxedPage:
    """A page of a fax as it was read: how many words it holds, those that were not read, and the numbers that were read wrongly."""

    number: int
    held: int
    lost: Counter[str]
    wrong: tuple[str, ...]


def read_fax(file: Path, tif: Path, numbers: Collection[int] = ()) -> Iterator[FaxedPage]:
    """Yield the pages ``numbers`` (from 1; none: all) of the fax ``tif`` that was made of the PDF ``file``."""
    document = pypdfium2.PdfDocument(file.read_bytes())
    texts = [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    document.close()
    for number, dots in pages(tif.read_bytes()):
        if numbers and number not in numbers:
            continue
        seen = read(dots, PPI)
        held = words(texts[number - 1])
        plain = squeezed(seen)
        told = [one.group() for one in TOLD.finditer(" ".join(texts[number - 1].split()))]
        wrong = tuple(one for one in dict.fromkeys(told) if squeezed(one) not in plain)
        yield FaxedPage(number, held.total(), held - words(seen), wrong)


def pages(data: bytes) -> Iterator[tuple[int, Image.Image]]:
    """Yield each page of a fax with its number. Lines of the coarse raster are doubled, as the machine that prints them does."""
    with Image.open(io.BytesIO(data)) as file:
        for at in range(getattr(file, "n_frames", 1)):
            file.seek(at)
            _, down = file.info["dpi"]
            page = file.convert("1")
            yield (
                at + 1,
                page if down > STANDARD else page.resize((page.width, 2 * page.height), Image.Resampling.NEAREST),
            )


def words(text: str) -> Counter[str]:
    """Return the words of ``text``, as they can be compared: dashes alike, no signs around them, no capitals."""
    plain = re.sub("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]", "-", unicodedata.normalize("NFKC", text).casefold())
    return Counter(word for part in plain.split() if (word := part.strip("()[].,;:!?'\"“”‘’*•·-_|—=")))


def squeezed(text: str) -> str:
    """Return ``text`` without what differs between ways to write the same: spaces, dashes, invisible signs."""
    signs = re.sub("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]", "-", unicodedata.normalize("NFKC", text))
    return "".join(sign for sign in signs if unicodedata.category(sign)[0] not in "CZ")
