"""Recolour: every colour of a page that was laid out in sRGB becomes the inks of its token, to the last operator, gradient and mask."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from brochures.design.inks import BLACK, Inks
from brochures.press.ink_spaces import Colours, Stray, eight_bit, process
from brochures.press.painter import HEARD, Painter

_CALLS = {"Do", "sh", "gs", "scn", "SCN"}
"""Operators that call a drawing, a gradient, a graphics state or a pattern by its name."""


class Recolourer:
    """Works through one file. ``colours`` tells afterwards which colours nobody named, and which spots were used.

    ``images`` are the images that its pages draw, each with the first of those pages (from 1) and its name in their resources.
    """

    def __init__(self, pdf: pikepdf.Pdf, inks: Inks) -> None:
        """Work on ``pdf``, which is open, by ``inks``."""
        self.colours = Colours(pdf, inks)
        self.images: list[tuple[Any, int, str]] = []
        self._done: set[tuple[int, int]] = set()

    def page(self, number: int, page: pikepdf.Page) -> None:
        """Recolour ``page``, the ``number``-th (from 1), with every drawing that it uses."""
        page.contents_coalesce()
        used = self._stream(page.obj.Contents, page.obj.Resources, number, "the page")
        self._resources(page.obj.Resources, used, number, "the page")

    def _resources(self, resources: Any, used: set[str], number: int, where: str) -> None:
        """Work on what ``used`` names: the engine's pages share their resources, and what stands there is not on every page."""
        for name, thing in _named(resources, "/XObject", used):
            self._drawing(name, thing, resources, number, f"{where}, drawing {name}")
        for name, pattern in _named(resources, "/Pattern", used):
            if int(pattern.get("/PatternType", 0)) == 1 and self._first(pattern):
                self._inside(pattern, pattern.Resources, number, f"{where}, pattern {name}")
            elif "/Shading" in pattern:
                self._shading(pattern.Shading, number, f"{where}, gradient {name}")
        for name, shading in _named(resources, "/Shading", used):
            self._shading(shading, number, f"{where}, gradient {name}")
        for name, state in _named(resources, "/ExtGState", used):
            mask = state.get("/SMask")
            if isinstance(mask, Dictionary) and self._first(mask.G):
                self._mask(mask.G, number, f"{where}, mask {name}")
        if "/ColorSpace" in resources:
            _drop_unused(resources.ColorSpace)

    def _inside(self, thing: Any, resources: Any, number: int, where: str) -> None:
        used = self._stream(thing, resources, number, where)
        self._resources(resources, used, number, where)

    def _drawing(self, name: str, thing: Any, resources: Any, number: int, where: str) -> None:
        if thing.get("/Subtype") == Name.Image and self._first(thing):
            self.images.append((thing, number, name.removeprefix("/")))
        elif thing.get("/Subtype") == Name.Form and self._first(thing):
            self._inside(thing, thing.get("/Resources", resources), number, where)
        if "/Group" in thing and "/CS" in thing.Group:
            thing.Group.CS = Name.DeviceCMYK

    def _mask(self, group: Any, number: int, where: str) -> None:
        """Set a soft mask in greys of the same lightness: it says where, not in which ink."""
        if "/Group" in group and group.Group.get("/CS") == Name.DeviceRGB:
            group.Group.CS = Name.DeviceGray
        out: list[Any] = []
        for instruction in pikepdf.parse_content_stream(group):
            if str(instruction.operator) in {"rg", "RG"}:
                red, green, blue = (float(part) for part in instruction.operands)
                grey = round(0.3 * red + 0.59 * green + 0.11 * blue, 4)  # ISO 32000-1, 10.3.2
                out.append(([grey], Operator("g" if str(instruction.operator) == "rg" else "G")))
            else:
                out.append(instruction)
        group.write(pikepdf.unparse_content_stream(out))
        self._resources(group.get("/Resources", Dictionary()), _names(out), number, where)

    def _first(self, thing: Any) -> bool:
        """Whether ``thing`` has not been worked on yet: drawings may be shared between pages."""
        if thing.objgen in self._done:
            return False
        self._done.add(thing.objgen)
        return True

    def _stream(self, stream: Any, resources: Any, number: int, where: str) -> set[str]:
        """Recolour the instructions of ``stream``. Return the names that they use."""
        painter = Painter(self.colours, resources, number, where)
        out: list[Any] = []
        for instruction in pikepdf.parse_content_stream(stream):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self.colours.strays.append(Stray("an image inside the page's own text", number, where))
                out.append(instruction)
            elif str(instruction.operator) in HEARD:
                out += painter.after(instruction.operands, instruction.operator)
            else:
                out.append(instruction)
        if painter.paints_first_colour:
            out = [([*BLACK], Operator("k")), ([*BLACK], Operator("K")), *out]
        stream.write(pikepdf.unparse_content_stream(out))
        return _names(out)

    def _shading(self, shading: Any, number: int, where: str) -> None:
        space = shading.ColorSpace
        if space == Name.DeviceRGB or (isinstance(space, Array) and space[0] == Name.ICCBased and int(space[1].N) == 3):  # noqa: PLR2004
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


def _names(instructions: list[Any]) -> set[str]:
    """Return every name that ``instructions`` call something by."""
    return {
        str(operand) for one in instructions if str(one[1]) in _CALLS for operand in one[0] if isinstance(operand, Name)
    }


def _named(resources: Any, kind: str, used: set[str]) -> list[tuple[str, Any]]:
    """Return what ``resources`` have of ``kind`` under the names in ``used``."""
    return [(name, thing) for name, thing in (resources.get(kind) or {}).items() if name in used]


def _drop_unused(spaces: Any) -> None:
    """Take out the spaces of screens that the engine offers every page and nothing uses any more."""
    for name, space in list(spaces.items()):
        if isinstance(space, Array) and (space[0] == Name.Lab or (space[0] == Name.ICCBased and int(space[1].N) == 3)):  # noqa: PLR2004
            del spaces[name]
