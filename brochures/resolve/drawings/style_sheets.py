"""Style sheets in a drawing, and values that only a browser works out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochures.design.drawing.parts import Drawing
from brochures.resolve.drawings.fault import LEFT_OUT, DrawingFault, left_out

WORKED_OUT = re.compile(r"\b(?:var|env|attr|calc|min|max|clamp)\(")
"""Functions of CSS that the engine does not know in a drawing."""

_MEND = "save the properties as attributes (Inkscape: plain SVG; Illustrator: presentation attributes)"


def unread(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield what the engine does not read in style sheets. A face for live words goes with them, and is no fault of its own."""
    words = bool(drawing.texts)
    for one in drawing.unread:
        if not (words and one.what == "@font-face"):
            yield DrawingFault(one.line, one.column, one.what, LEFT_OUT, _MEND)


def worked_out(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield values that are functions of others."""
    for part in drawing.painted:
        for name, given in part.given.items():
            if WORKED_OUT.search(given.value):
                yield left_out(part, f"{name}: {given.value}", name, "write the value itself")
