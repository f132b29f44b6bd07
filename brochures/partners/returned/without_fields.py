"""Files without a field that could be read: the words of a form printed into its page, a picture of a sheet, or no form of ours."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from brochures.findings import Finding, Place, codes

ABOUT = "/FilledForms"
"""The entry of the document information by which a file of ours says which forms it holds (``pdf.form_fields``)."""

PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
"""How files of pixels begin: JPEG, PNG, TIFF, GIF and BMP, as scanners and telephones make them."""

_BY_HAND = "type it by hand, or ask for the file as it was saved in the form"


def not_a_file(name: str, data: bytes) -> Finding:
    """Return what ``data`` is, which no reader of PDF opens."""
    if data.startswith(PICTURES):
        return codes.SCANNED_FORM.at(Place(name), "it is a picture", _BY_HAND)
    return codes.UNREAD_FORM.at(Place(name), "it is no PDF file, or is damaged", "ask for it once more")


def flattened(name: str) -> Finding:
    """Return that the fields of the file ``name`` were flattened into its pages, whatever is left of their list."""
    return codes.FLAT_FORM.at(Place(name), "its fields are gone: what was filled in is part of the page", _BY_HAND)


def no_fields(name: str, data: bytes, pdf: pikepdf.Pdf, titles: Sequence[str]) -> Finding:
    """Return what the file ``name`` is, which has no field of ours; ``titles`` are those of our forms."""
    if "/AcroForm" in pdf.Root and len(pdf.Root.AcroForm.get("/Fields", ())):
        told = (
            "it has fields, and none that says of which form and version: a program that joins files may have lost it"
        )
        return codes.NO_FORM.at(Place(name), told, "read it by eye, or ask for the file as it was saved in the form")
    words, pictures = _on_pages(data)
    if ABOUT in pdf.docinfo or any(_plain(title) in words for title in titles):
        return flattened(name)
    if not words and pictures:
        return codes.SCANNED_FORM.at(Place(name), "its pages are pictures, and hold no words", _BY_HAND)
    return codes.NO_FORM.at(Place(name), "it has no field of a form of ours", "see that it is the right file")


def _on_pages(data: bytes) -> tuple[str, bool]:
    """Return the words of the pages as they compare, and whether there are pictures on them."""
    file = pypdfium2.PdfDocument(data)
    try:
        words, pictures = [], False
        for page in file:
            words.append(page.get_textpage().get_text_range())
            kinds = {one.type for one in page.get_objects(max_depth=3)}
            pictures = pictures or pdfium.FPDF_PAGEOBJ_IMAGE in kinds
    finally:
        file.close()
    return _plain(" ".join(words)), pictures


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
