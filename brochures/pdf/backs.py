"""Backs: those of an office sheet are moved, so that they lie behind their fronts when its printer puts them off.

A page keeps its boxes and its structure; what is painted on it moves, with its patterns and the boxes that the structure tree keeps of
figures. How far is the clinic's own measure (``office`` in ``content/clinic.yaml``). Without one the bytes stay as they are.
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf

from brochures.geometry.pdf_box import PdfBox
from brochures.pdf.file import File
from brochures.pdf.move_contents import as_array, move_figures, move_patterns


def move_backs(file: File) -> File:
    """Return ``file`` with every second page moved as its composition asks."""
    right, up = file.composition.back_move
    if not right and not up:
        return file
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        backs = list(pdf.pages)[1::2]
        for page in backs:
            page.contents_add(f"q 1 0 0 1 {right:.4f} {up:.4f} cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ")
            page.contents_coalesce()
            move_patterns(pdf, page, right, up)
            for note in page.obj.get("/Annots", ()):
                _move_note(note, right, up)
        move_figures(pdf.Root, right, up, frozenset(page.obj.objgen for page in backs))
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return replace(file, data=written.getvalue(), moved=(right, up))


def _move_note(note: Any, right: float, up: float) -> None:
    note.Rect = as_array(PdfBox(*map(float, note.Rect)).moved(right, up))
