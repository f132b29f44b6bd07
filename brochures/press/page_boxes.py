"""Boxes of a page for the press: trim exact, bleed around it, media from zero, nothing turned (ISO 15930-7, 6.11)."""

from __future__ import annotations

import pikepdf
from pikepdf import Dictionary, Name

from brochures.design.formats import Room
from brochures.geometry.pdf_box import PdfBox
from brochures.pdf.move_contents import as_array, move_patterns


def set_boxes(pdf: pikepdf.Pdf, page: pikepdf.Page, width: float, height: float, room: Room) -> None:
    """Give ``page`` its boxes for a trim of ``width`` by ``height`` pt, and move everything on it so that the media begins at zero."""
    trim = page.trimbox
    dx, dy = room.whole - float(trim[0]), room.whole - float(trim[1])
    media = PdfBox(0.0, 0.0, width + 2 * room.whole, height + 2 * room.whole)
    bleed = media.grown(-room.margin)
    before = f"q {_numbers(bleed.left, bleed.bottom, bleed.width, bleed.height)} re W n 1 0 0 1 {_numbers(dx, dy)} cm\n"
    page.contents_add(before.encode(), prepend=True)
    page.contents_add(b"\nQ")
    page.contents_coalesce()
    move_patterns(pdf, page, dx, dy)
    for key in ("/CropBox", "/ArtBox", "/Rotate", "/UserUnit", "/Annots"):
        if key in page.obj:
            del page.obj[key]
    page.obj.MediaBox = as_array(media)
    page.obj.BleedBox = as_array(bleed)
    page.obj.TrimBox = as_array(PdfBox(room.whole, room.whole, room.whole + width, room.whole + height))


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in values)


def group() -> Dictionary:
    """Return what a page's transparency is mixed in (GWG 2022, R0030): anew for each page, for an object belongs to one file."""
    return Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
