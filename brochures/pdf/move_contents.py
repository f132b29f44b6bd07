"""What moves with the contents of a page when they are moved: patterns, and the boxes that the structure tree keeps of figures."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from brochures.geometry.pdf_box import PdfBox


def move_figures(root: Any, dx: float, dy: float, pages: Collection[tuple[int, int]] = ()) -> None:
    """Move the boxes that the structure tree keeps of its figures (ISO 32000-1, 14.8.5.4.3) along with the page.

    ``pages`` are the object numbers of those that are moved; none: all of them.
    """
    stack, seen = [root.get("/StructTreeRoot")], set()
    while stack:
        element = stack.pop()
        if isinstance(element, Array):
            stack += list(element)
            continue
        if not isinstance(element, Dictionary) or element.objgen in seen:
            continue
        if element.objgen != (0, 0):
            seen.add(element.objgen)
        attributes = element.get("/A")
        own = element.get("/Pg")
        moves = not pages or (own is not None and own.objgen in pages)
        for one in attributes if isinstance(attributes, Array) else (attributes,):
            if moves and isinstance(one, Dictionary) and "/BBox" in one:
                one.BBox = as_array(PdfBox(*map(float, one.BBox)).moved(dx, dy))
        stack.append(element.get("/K"))


def move_patterns(pdf: pikepdf.Pdf, page: pikepdf.Page, dx: float, dy: float) -> None:
    """Move the patterns of ``page`` along with it: they hang from its corner, not from what is around them (ISO 32000-1, 8.7.3.1).

    The engine's pages share their resources, and others may stay or move otherwise: so the page gets patterns of its own.
    """
    if "/Pattern" not in page.obj.Resources or not (dx or dy):
        return
    page.obj.Resources = Dictionary(dict(page.obj.Resources.items()))
    moved = {name: _moved(pdf, pattern, dx, dy) for name, pattern in page.obj.Resources.Pattern.items()}
    page.obj.Resources.Pattern = Dictionary(moved)


def _moved(pdf: pikepdf.Pdf, pattern: Any, dx: float, dy: float) -> Any:
    """Return a copy of ``pattern``, moved."""
    entries = {key: value for key, value in pattern.items() if key not in {"/Filter", "/DecodeParms"}}
    copy: Any = (
        pdf.make_stream(pattern.read_bytes(), entries) if isinstance(pattern, pikepdf.Stream) else Dictionary(entries)
    )
    matrix = [float(part) for part in pattern.get("/Matrix", [1, 0, 0, 1, 0, 0])]
    copy.Matrix = Array([*matrix[:4], matrix[4] + dx, matrix[5] + dy])
    return copy if isinstance(copy, pikepdf.Stream) else pdf.make_indirect(copy)


def as_array(box: PdfBox) -> Array:
    """Return ``box`` as a file has it, to four decimals."""
    return Array([round(edge, 4) for edge in box])
