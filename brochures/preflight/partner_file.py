"""A packet for one partner, read back by PDFium: what differs from the body is there, in its place, and nothing else has changed.

The body was judged as a whole once, and is in each file byte for byte; what is appended touches the pages that are read here, and fields.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from brochures.geometry.box import Box

SLACK = 3.0
"""How far letters may reach over the ends of the line that they stand on, in pt."""


@dataclass(frozen=True)
class Expected:
    """What a page says before it is a partner's: ``text`` with the words that hold places, and where each of these lies, in pt from the top left."""

    page: int
    text: str
    held: Mapping[str, Box]


def expected(data: bytes, held: Mapping[int, Mapping[str, Box]]) -> tuple[Expected, ...]:
    """Return what pages of ``data`` say whose numbers, from 0, are in ``held``, each with the words that hold places and where they lie."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(Expected(number, _text(document[number]), boxes) for number, boxes in sorted(held.items()))
    finally:
        document.close()


def partner_file(
    data: bytes,
    pages: int,
    wanted: Sequence[Expected],
    lines: Mapping[str, str],
    values: Mapping[int, Mapping[str, str]],
) -> Iterator[str]:
    """Yield what is wrong with ``data``, in words that quote nobody.

    It has ``pages``, ``lines`` in the places that are held, and ``values`` in fields, by the page that a field is on and its name.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        yield "it cannot be opened"
        return
    try:
        if len(document) != pages:
            yield f"it has {len(document)} pages, and the body {pages}"
            return
        if values:
            document.init_forms()
        for one in wanted:
            yield from _page(document[one.page], one, lines)
        if values:
            yield from _fields(document, values)
    finally:
        document.close()


def _page(page: Any, one: Expected, lines: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with one page that a partner's words are on."""
    words = one.text
    for held in one.held:
        words = words.replace(_plain(held), _plain(lines.get(held, "")))
    if _text(page) != words:
        yield f"page {one.page + 1} does not say what the body says there with the words of the partner"
    textpage = page.get_textpage()
    left, _, _, top = page.get_trimbox()
    for held, box in one.held.items():
        middle = (box.bottom - box.top) / 3  # letters of the lines above and below reach into the rest
        said = textpage.get_text_bounded(
            left + box.left - SLACK, top - box.bottom + middle, left + box.right + SLACK, top - box.top - middle
        )
        if bare(said) != bare(lines.get(held, "")):
            yield f"the words of '{held}' do not stand where their line is on page {one.page + 1}"


def _text(page: Any) -> str:
    return _plain(page.get_textpage().get_text_range())


def _plain(text: str) -> str:
    """Return ``text`` without spaces, each letter with its marks as one sign where there is one."""
    return "".join(unicodedata.normalize("NFC", text).split())


def bare(text: str) -> str:
    """Return ``text`` without spaces and without marks, for those lie above the line that their letter stands on."""
    return "".join(sign for sign in _plain(text) if not unicodedata.combining(sign))


def _fields(document: Any, values: Mapping[int, Mapping[str, str]]) -> Iterator[str]:
    """Yield which of the fields of ``document`` do not hold their ``values``."""
    for at, wanted in values.items():
        waiting, page = dict(wanted), document[at]
        for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, number)
            name = _said(pdfium.FPDFAnnot_GetFormFieldName, document, annotation)
            if name in waiting and _said(pdfium.FPDFAnnot_GetFormFieldValue, document, annotation) == waiting[name]:
                del waiting[name]
            pdfium.FPDFPage_CloseAnnot(annotation)
        yield from (f"the field '{name}' does not hold what the list says" for name in waiting)


def _said(ask: Any, document: Any, annotation: Any) -> str:
    """Return what PDFium says of a field when it is asked by ``ask``."""
    length = ask(document.formenv, annotation, None, 0)
    buffer = (ctypes.c_ushort * (length // 2))()
    ask(document.formenv, annotation, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
