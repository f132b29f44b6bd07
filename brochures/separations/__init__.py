"""Separations: what the pages of a PDF file paint, and the printing plates that come of it. A library by itself, of pikepdf, PDFium and Pillow.

**What it reads.** The bytes of a file, or an open one: page contents and what they call (forms, patterns, soft masks, annotations, the
glyphs of Type 3 fonts), graphics state, text, paths, images, shadings and layers, operator by operator (ISO 32000-1, A.2).

**What it tells.** ``things()`` lists every object that is painted: place in pt, colour in the inks that the file names, overprint, group,
layer, size of type, width of lines, fineness of images. ``separations()`` gives the plates of each page as pictures, spot colours too.
The press stage has two watchers of its own that set colours in inks.

**What it does not know.** How a colour looks: numbers in RGB, in Lab or of a profile are no inks (``Inseparable``). Blend modes and meshes on
plates, vertical writing, encodings of composite fonts other than Identity, ``/Rotate`` and ``/UserUnit``. A file that breaks the rules is not
repaired: ``Unreadable`` says where it does.

Of this program it uses boxes and units (``geometry/``) alone.

``interpreter``      follows content streams, and tells a watcher
``walker``           one stream on the way, and who is told of it
``operators``        what each operator does: paths, text, images, shadings, marked content
``graphics_state``   the state, and the operators that change it
``resources``        an open file, and what streams find by name
``containers``       what content contains: forms, masks, cells, glyphs
``layers``           which layers are off
``spaces``           colour spaces, read
``colour``           colours, and how much of each ink they lay
``fonts``            how a string divides into glyphs
``text``             where each glyph stands
``path``             how far a path reaches
``images``           what an image lays on each plate
``shadings``         the same for smooth shadings
``transforms``       what a matrix does to a box and a length
``objects``          what a page paints, one value an object
``object_lister``    the watcher that notes those values
``rewriter``         the watcher that writes a stream anew
``plates``           a rewriter that makes one plate
``plate_resources``  what is made for one plate
``plate_set``        all plates of a page, in one reading
``separations``      the plates as pictures
``errors``           what cannot be read, or not be separated
"""

from __future__ import annotations

from brochures.separations.colour import ALL, PROCESS, Colour, Space
from brochures.separations.errors import Inseparable, Unreadable
from brochures.separations.object_lister import things
from brochures.separations.objects import Face, Lettering, Painted, PaintedImage, Shading, Step, Where
from brochures.separations.separations import Plates, separations

__all__ = [
    "ALL", "PROCESS", "Colour", "Face", "Inseparable", "Lettering", "Painted", "PaintedImage", "Plates", "Shading", "Space", "Step",
    "Unreadable", "Where", "separations", "things",
]  # fmt: skip
