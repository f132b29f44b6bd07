"""Recolour: every colour of a page that was laid out in sRGB becomes the inks of its token, to the last operator, gradient and mask."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from brochures.press.colours import Colours, Stray, eight_bit, process
from brochures.press.inks import BLACK, Inks
from brochures.press.painter import Painter


class Recolourer:
    """Works through one file. ``colours`` tells afterwards which colours nobody named, and which spots were used."""

    def __init__(self, pdf: pikepdf.Pdf, inks: Inks) -> None:
        """Work on ``pdf``, which is open, by ``inks``."""
        self.colours = Colours(pdf, inks)
        self._done: set[tuple[int, int]] = set()

    def page(self, number: int, page: pikepdf.Page) -> None:
        """Recolour ``page``, the ``number``-th (from 1), with every drawing that it uses."""
        page.contents_coalesce()
        self._stream(page.obj.Contents, page.obj.Resources, number, "the page")
        self._resources(page.obj.Resources, number, "the page")

    def _resources(self, resources: Any, number: int, where: str) -> None:
        for name, thing in (resources.get("/XObject") or {}).items():
            self._drawing(thing, resources, number, f"{where}, drawing {name}")
        for name, pattern in (resources.get("/Pattern") or {}).items():
            if int(pattern.get("/PatternType", 0)) == 1 and self._first(pattern):
                place = f"{where}, pattern {name}"
                self._stream(pattern, pattern.Resources, number, place)
                self._resources(pattern.Resources, number, place)
            elif "/Shading" in pattern:
                self._shading(pattern.Shading, number, f"{where}, gradient {name}")
        for name, shading in (resources.get("/Shading") or {}).items():
            self._shading(shading, number, f"{where}, gradient {name}")
        for name, state in (resources.get("/ExtGState") or {}).items():
            mask = state.get("/SMask")
            if isinstance(mask, Dictionary) and self._first(mask.G):
                self._mask(mask.G, number, f"{where}, mask {name}")
        if "/ColorSpace" in resources:
            _drop_unused(resources.ColorSpace)

    def _drawing(self, thing: Any, resources: Any, number: int, where: str) -> None:
        if thing.get("/Subtype") == Name.Form and self._first(thing):
            inner = thing.get("/Resources", resources)
            self._stream(thing, inner, number, where)
            self._resources(inner, number, where)
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
        self._resources(group.get("/Resources", Dictionary()), number, where)

    def _first(self, thing: Any) -> bool:
        """Whether ``thing`` has not been worked on yet: drawings may be shared between pages."""
        if thing.objgen in self._done:
            return False
        self._done.add(thing.objgen)
        return True

    def _stream(self, stream: Any, resources: Any, number: int, where: str) -> None:
        painter = Painter(self.colours, resources, number, where)
        out: list[Any] = []
        for instruction in pikepdf.parse_content_stream(stream):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self.colours.strays.append(Stray("an image inside the page's own text", number, where))
                out.append(instruction)
            else:
                out += painter.after(instruction.operands, instruction.operator)
        if painter.paints_first_colour:
            out = [([*BLACK], Operator("k")), ([*BLACK], Operator("K")), *out]
        stream.write(pikepdf.unparse_content_stream(out))

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


def _drop_unused(spaces: Any) -> None:
    """Take out the spaces of screens that the engine offers every page and nothing uses any more."""
    for name, space in list(spaces.items()):
        if isinstance(space, Array) and (space[0] == Name.Lab or (space[0] == Name.ICCBased and int(space[1].N) == 3)):  # noqa: PLR2004
            del spaces[name]
