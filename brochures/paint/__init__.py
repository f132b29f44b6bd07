"""Paint: what the pages of a finished PDF file paint. Checks of the press edition stand on it.

``things()`` lists every object that is painted, with its place, its colour in inks, its size and how it lies on what is below it. It
follows content streams with an interpreter of our own (``interpreter``), which tells a watcher: the ``reader`` notes.
"""

from __future__ import annotations

from brochures.paint.colour import ALL, PROCESS, Colour, Space
from brochures.paint.painted import Face, Lettering, Painted, Picture, Shading, Step, Where
from brochures.paint.reader import things
from brochures.paint.trouble import Inseparable, Unreadable

__all__ = [
    "ALL", "PROCESS", "Colour", "Face", "Inseparable", "Lettering", "Painted", "Picture", "Shading", "Space", "Step",
    "Unreadable", "Where", "things",
]  # fmt: skip
