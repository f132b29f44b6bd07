"""A fax with the answers of a form that came back, read by PDFium: each answer stands where its box is, whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pypdfium2

from brochures.preflight.partner_file import bare

REACH = 2.0
"""How far over the edges of a line letters are looked for, in pt."""


Edges = tuple[float, float, float, float]
"""Left, bottom, right and top of a line on its page, in pt from the origin of the file's own space, pointing up."""


def answered_fax(data: bytes, lines: Mapping[int, Sequence[tuple[str, str, Edges]]]) -> Iterator[str]:
    """Yield the name of each field whose words cannot be read where they were set. ``lines`` are name, words and place, by page from 0.

    Raise ``PdfiumError`` where the file cannot be read.
    """
    document = pypdfium2.PdfDocument(data)
    try:
        for number, held in lines.items():
            page = document[number].get_textpage()
            for name, text, (left, low, right, top) in held:
                said = page.get_text_bounded(left - REACH, low, right + REACH, top)
                if bare(text) not in bare(said):
                    yield name
    finally:
        document.close()
