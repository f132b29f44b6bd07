"""Gradients of drawings in the finished bytes: a shading fills the shape, instead of a tile of the size of the shape that holds one.

WeasyPrint 70 paints each gradient of a drawing as a tiling pattern with one cell. In units of the shape the cell is 1 by 1; poppler
(Evince, Okular and most readers of Linux) draws such cells blank, and others cut at the corner. A shading pattern (ISO 32000-1,
8.7.4) has no cell. A gradient with transparency needs one: its cell is measured in the units around it, which poppler draws.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from math import hypot
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from brochures.geometry.pdf_box import PdfBox

MARGIN = 2
"""How much larger than the shape the one cell of a gradient is at each side, in its own longer side: a turned one reaches further."""

_TILING = b"/PatternType 1"
_DRAWN = re.compile(rb"\s*/[\w.]+\s+gs\s+/([\w.]+)\s+Do\s*")
_SHADED = re.compile(rb"\s*(/[\w.]+\s+gs\s+)?/([\w.]+)\s+sh\s*")


def untiled(data: bytes) -> bytes:
    """Return ``data``, a file as the engine wrote it, with shadings in place of tiles that hold one; a file without any as it was."""
    if _TILING not in data:
        return data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        shadings: dict[tuple[int, int], Any] = {}
        for patterns in _patterns(pdf):
            for name, pattern in patterns.items():
                if pattern.objgen not in shadings:
                    shadings[pattern.objgen] = _mended(pdf, pattern)
                patterns[name] = shadings[pattern.objgen]
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _patterns(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield each dictionary that names patterns."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary | pikepdf.Stream):
            for resources in (thing, thing.get("/Resources")):
                if isinstance(resources, Dictionary) and isinstance(resources.get("/Pattern"), Dictionary):
                    yield resources.Pattern


def _mended(pdf: pikepdf.Pdf, pattern: Any) -> Any:
    """Return what paints like ``pattern`` in every reader: a shading pattern where it is opaque, itself where it holds no gradient."""
    drawn = _DRAWN.fullmatch(pattern.read_bytes()) if isinstance(pattern, pikepdf.Stream) else None
    if drawn is None:
        return pattern
    group = pattern.Resources.XObject[f"/{drawn[1].decode()}"]
    shaded = _SHADED.fullmatch(group.read_bytes())
    if shaded is None:
        return pattern
    if shaded[1] is None:
        shading = group.Resources.Shading[f"/{shaded[2].decode()}"]
        entries = {"/Type": Name.Pattern, "/PatternType": 2, "/Matrix": pattern.Matrix, "/Shading": shading}
        return pdf.make_indirect(Dictionary(entries))
    return _measured(pattern, group)


def _measured(pattern: Any, group: Any) -> Any:
    """Let ``pattern`` paint what ``group`` does, in one cell that is larger than the shape and measured in the units around it."""
    a, b, c, d, e, f = map(float, pattern.Matrix)
    across, down = hypot(a, b), hypot(c, d)
    cell = PdfBox.of(pattern.BBox)
    cell = cell.grown(MARGIN * max(cell.width, cell.height))
    for state in group.Resources.ExtGState.values():
        if isinstance(state.get("/SMask"), Dictionary):
            state.SMask.G.BBox = Array(cell)
    pattern.Matrix = Array([a / across, b / across, c / down, d / down, e, f])
    pattern.BBox = Array([cell.left * across, cell.bottom * down, cell.right * across, cell.top * down])
    pattern.XStep, pattern.YStep = cell.width * across, cell.height * down
    pattern.Resources = group.Resources
    pattern.write(f"{across:.6f} 0 0 {down:.6f} 0 0 cm\n".encode() + group.read_bytes())
    return pattern
