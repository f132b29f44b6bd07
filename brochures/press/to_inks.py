"""To inks: every colour of a page that was laid out in sRGB becomes the inks of its token, to the last operator, gradient and mask.

Content streams are followed by the interpreter of ``separations`` and written anew by a watcher of it (``stream_writers``), each by itself;
what they call by name is worked on after them.
"""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from brochures.design.inks import Inks
from brochures.press.ink_spaces import Colours, Stray, eight_bit, is_rgb, is_screen, process
from brochures.press.stream_writers import BEGUN, GreyWriter, InkWriter
from brochures.separations.interpreter import read
from brochures.separations.objects import Where
from brochures.separations.resources import OpenFile, Resources
from brochures.separations.rewriter import Rewriter
from brochures.separations.walker import MarkedContent, Walk


class Recolourer:
    """Works through one file. ``colours`` tells afterwards which colours nobody named, and which spots were used.

    ``images`` are the images that its pages draw, each with the first of those pages (from 1) and its name in their resources.
    """

    def __init__(self, pdf: pikepdf.Pdf, inks: Inks) -> None:
        """Work on ``pdf``, which is open, by ``inks``."""
        self.colours = Colours(pdf, inks)
        self.images: list[tuple[Any, int, str]] = []
        self._file = OpenFile(pdf)
        self._done: set[tuple[int, int]] = set()
        self._offered: list[Resources] = []

    def pages(self) -> None:
        """Recolour every page, with every drawing that it uses. Raise ``Unreadable`` where one breaks the rules."""
        for number, page in enumerate(self.colours.pdf.pages, 1):
            page.contents_coalesce()
            self._file.begin_page()
            self._inside(page.obj.Contents, page.obj.Resources, number, "the page")
        for resources in self._offered:
            _drop_unused(resources)

    def _inside(self, stream: Any, resources: Any, number: int, where: str) -> None:
        """Work on a stream that paints in colours, and on what it uses."""
        self._written(InkWriter(self.colours, number, where), stream, resources, number, where)

    def _written(self, writer: Rewriter, stream: Any, resources: Any, number: int, where: str) -> None:
        """Let ``writer`` write ``stream`` anew, and work on what it uses."""
        named = self._file.resources(resources)
        read(Walk(writer, named, BEGUN, where=Where(number), mark=MarkedContent()), stream)
        stream.write(writer.content)
        self._resources(resources, writer.used, number, where)
        self._offered.append(named)

    def _resources(self, resources: Any, used: set[str], number: int, where: str) -> None:
        """Work on what ``used`` names: the engine's pages share their resources, and what stands there is not on every page."""
        for name, thing in _named(resources, "/XObject", used):
            self._drawing(name, thing, resources, number, f"{where}, drawing {name}")
        for name, pattern in _named(resources, "/Pattern", used):
            if int(pattern.get("/PatternType", 0)) == 1 and self._first(pattern):
                self._inside(pattern, pattern.Resources, number, f"{where}, pattern {name}")
            elif "/Shading" in pattern:
                self._shading(pattern.Shading, resources, number, f"{where}, gradient {name}")
        for name, shading in _named(resources, "/Shading", used):
            self._shading(shading, resources, number, f"{where}, gradient {name}")
        for name, state in _named(resources, "/ExtGState", used):
            mask = state.get("/SMask")
            if isinstance(mask, Dictionary) and self._first(mask.G):
                self._mask(mask.G, number, f"{where}, mask {name}")

    def _drawing(self, name: str, thing: Any, resources: Any, number: int, where: str) -> None:
        if thing.get("/Subtype") == Name.Image and self._first(thing):
            self.images.append((thing, number, name.removeprefix("/")))
        elif thing.get("/Subtype") == Name.Form and self._first(thing):
            self._inside(thing, thing.get("/Resources", resources), number, where)
        if "/Group" in thing and "/CS" in thing.Group:
            thing.Group.CS = Name.DeviceCMYK

    def _mask(self, group: Any, number: int, where: str) -> None:
        if "/Group" in group and group.Group.get("/CS") == Name.DeviceRGB:
            group.Group.CS = Name.DeviceGray
        self._written(GreyWriter(), group, group.get("/Resources", Dictionary()), number, where)

    def _first(self, thing: Any) -> bool:
        """Whether ``thing`` has not been worked on yet: drawings may be shared between pages."""
        if thing.objgen in self._done:
            return False
        self._done.add(thing.objgen)
        return True

    def _shading(self, shading: Any, resources: Any, number: int, where: str) -> None:
        if is_rgb(self._file.resources(resources).space(shading.ColorSpace)):
            self._function(shading.Function, number, where)
            shading.ColorSpace = Name.DeviceCMYK

    def _function(self, function: Any, number: int, where: str) -> None:
        """Set the ends of a gradient in inks: stitched ones (type 3) piece by piece, plain ones (type 2) at both ends."""
        if isinstance(function, Array):
            self.colours.strays.append(Stray("a gradient with a function for each colour", number, where))
        elif int(function.FunctionType) == 3:  # noqa: PLR2004 stitched (ISO 32000-1, 7.10.4)
            for part in function.Functions:
                self._function(part, number, where)
        elif int(function.FunctionType) == 2:  # noqa: PLR2004 exponential (7.10.3)
            for end in ("/C0", "/C1"):
                if len(function[end]) == 3:  # noqa: PLR2004 red, green, blue
                    function[end] = Array(process(self.colours.build(eight_bit(function[end]), number, where)))
        else:
            self.colours.strays.append(
                Stray(f"a gradient of function type {int(function.FunctionType)}", number, where)
            )


def _named(resources: Any, kind: str, used: set[str]) -> list[tuple[str, Any]]:
    """Return what ``resources`` have of ``kind`` under the names in ``used``."""
    return [(name, thing) for name, thing in (resources.get(kind) or {}).items() if name in used]


def _drop_unused(resources: Resources) -> None:
    """Take out the spaces of screens that the engine offers every page and nothing uses any more."""
    spaces = resources.written.get("/ColorSpace", Dictionary())
    for name in [name for name, space in spaces.items() if is_screen(resources.space(space))]:
        del spaces[name]
