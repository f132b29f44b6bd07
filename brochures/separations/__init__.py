"""Separations: what the pages of a finished PDF file paint, and the printing plates that come of it. The checks of press files stand on it.

``things()`` lists every object that is painted, with its place, its colour in inks, its size and how it lies on what is below it;
``separations()`` gives the plates as pictures. Both follow content streams with an interpreter of our own (``interpreter``), which
tells a watcher: ``object_lister`` notes, ``plates`` writes the page anew in grays.
"""

from __future__ import annotations

from brochures.separations.colour import ALL, PROCESS, Colour, Space
from brochures.separations.errors import Inseparable, Unreadable
from brochures.separations.object_lister import things
from brochures.separations.objects import Face, Lettering, Painted, Picture, Shading, Step, Where
from brochures.separations.separations import Plates, separations

__all__ = [
    "ALL", "PROCESS", "Colour", "Face", "Inseparable", "Lettering", "Painted", "Picture", "Plates", "Shading", "Space", "Step",
    "Unreadable", "Where", "separations", "things",
]  # fmt: skip
