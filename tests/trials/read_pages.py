"""Reads whole pages of finished files as a scanner or a fax machine sees them, and says which words and numbers come out otherwise.

    .venv/bin/python -m tests.trials.read_pages [--fax] [FILE.pdf ...]

Without files it reads the screen edition of each piece in ``out/``. Where columns stand side by side the program may take words in
another order; so words are counted, not compared in their order.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from brochures.project.paths import ROOT
from tests.ocr import PPI, faxed, read, scanned

FAX = 200
"""What is told to the program of a fax, in pixels to the inch: it takes one number for across and down."""


def words(text: str) -> Counter[str]:
    """Return the words of ``text``, as they can be compared: dashes alike, no signs around them, no capitals."""
    plain = re.sub("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]", "-", text.casefold())
    return Counter(word for part in plain.split() if (word := part.strip("()[].,;:!?'\"“”‘’*•·-")))


def pages(file: Path, *, fax: bool) -> Iterator[tuple[int, Counter[str], Counter[str]]]:
    """Yield each page of ``file`` with the words that it holds and those that are not read."""
    data = file.read_bytes()
    document = pypdfium2.PdfDocument(data)
    held = [words(page.get_textpage().get_text_range().replace("\ufffe", "-")) for page in document]
    for number, page in faxed(data) if fax else scanned(data):
        yield number, held[number - 1], held[number - 1] - words(read(page, FAX if fax else PPI))


def main(arguments: list[str]) -> None:
    """Read and tell."""
    parser = argparse.ArgumentParser(description="Read whole pages of finished files with an OCR program.")
    parser.add_argument(
        "--fax", action="store_true", help="as they come out of a fax machine, 204 x 196 ppi, black and white"
    )
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args(arguments)
    for file in asked.files or sorted((ROOT / "out").glob("*/*.screen.pdf")):
        for number, held, lost in pages(file, fax=asked.fax):
            share = 100 * (1 - lost.total() / max(held.total(), 1))
            numbers = sorted(word for word in lost if word[0].isdigit())
            sys.stdout.write(
                f"{file.name} page {number}: {share:.1f} % of {held.total()} words; numbers misread: {', '.join(numbers) or 'none'}\n"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
