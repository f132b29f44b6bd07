"""A file that is open, and what content streams find by name in it. Whatever is read twice is kept."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Dictionary, Object, Page, Pdf

from brochures.separations.colour import Space
from brochures.separations.errors import Unreadable, reading
from brochures.separations.fonts import Font, read_font
from brochures.separations.layers import Layers
from brochures.separations.spaces import read_space

MARKS = "PressMarks"
"""How the names of drawings begin that hold printer's marks."""

MOST = 100_000
"""Operators that are followed on one page: thirty times what our fullest has."""

DEEPEST = 64
"""Nodes of the tree of pages that are followed upwards."""


class Instruction:
    """An operator with its operands, which are taken apart when they are first asked for; ``written`` is both as they were read."""

    __slots__ = ("_operands", "operator", "written")

    def __init__(self, written: Any) -> None:
        self.operator = str(written.operator)
        self.written = written
        self._operands: Sequence[Any] | None = None

    @property
    def operands(self) -> Sequence[Any]:
        """Its operands."""
        if self._operands is None:
            self._operands = list(self.written.operands)
        return self._operands


class OpenFile:
    """An open PDF file."""

    def __init__(self, pdf: Pdf) -> None:
        """Read ``pdf``. Raise ``Unreadable`` when it is damaged."""
        with reading("the file"):
            self.pdf = pdf
            self.layers = Layers(pdf)
            self._refuse_repairs()
        self._left = 0
        self._instructions: dict[tuple[int, int], list[Instruction]] = {}
        self._resources: dict[tuple[int, int], Resources] = {}
        self._fonts: dict[tuple[int, int], Font] = {}

    @classmethod
    def of(cls, data: bytes) -> OpenFile:
        """Open ``data``. Raise ``Unreadable`` when it is damaged, or locked."""
        with reading("the file"):
            return cls(Pdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True))

    def begin_page(self) -> None:
        """Count the operators of a page from none."""
        self._left = MOST

    def instructions(self, stream: Object) -> list[Instruction]:
        """Return the operators of a content stream, or of a page. Raise ``Unreadable`` when it cannot be parsed, or never ends."""
        known = self._instructions.get(stream.objgen)
        if known is None:
            with warnings.catch_warnings(action="error"):
                parsed = pikepdf.parse_content_stream(stream)
            known = [Instruction(one) for one in parsed]
            self._refuse_repairs()
            if stream.objgen != (0, 0):
                self._instructions[stream.objgen] = known
        self._left -= len(known)
        if self._left < 0:
            raise Unreadable(f"there are more than {MOST} operators to follow")
        return known

    def _refuse_repairs(self) -> None:
        said = self.pdf.get_warnings()
        if said:
            raise Unreadable(str(said[0]))

    def resources(self, written: Object) -> Resources:
        """Return the resources that a dictionary lists."""
        if written.objgen == (0, 0):
            return Resources(self, written)
        return self._resources.setdefault(written.objgen, Resources(self, written))

    def page_resources(self, page: Page) -> Resources:
        """Return the resources of a page, which may be those of a node above it."""
        node: Object | None = page.obj
        for _ in range(DEEPEST):
            if node is None or "/Resources" in node:
                break
            node = node.get("/Parent")
        return self.resources(Dictionary() if node is None else node.get("/Resources", Dictionary()))

    def font(self, written: Object) -> Font:
        """Return the font that an object describes."""
        if written.objgen == (0, 0):
            return read_font(written)
        if written.objgen not in self._fonts:
            self._fonts[written.objgen] = read_font(written)
        return self._fonts[written.objgen]


class Resources:
    """What one content stream may name."""

    def __init__(self, file: OpenFile, written: Object) -> None:
        self.file = file
        self.written = written
        self._spaces: dict[str, Space] = {}
        self._fonts: dict[str, Font] = {}

    def of(self, content: Object) -> Resources:
        """Return the resources of content that these name: its own or, as in old files, these."""
        own = content.get("/Resources")
        return self if own is None else self.file.resources(own)

    @property
    def fonts(self) -> Object:
        """Its fonts by name."""
        return self.written.get("/Font", Dictionary())

    def find(self, kind: str, name: str) -> Object:
        """Return what a name stands for among the resources of a kind. Raise ``Unreadable`` when it stands for nothing."""
        found = self._look(kind, name)
        if found is None:
            raise Unreadable(f"there is no {kind} {name}")
        return found

    def _look(self, kind: str, name: str) -> Object | None:
        return self.written.get(f"/{kind}", Dictionary()).get(name)

    def space(self, written: Any) -> Space:
        """Return the colour space that an object names or describes."""
        if not isinstance(written, pikepdf.Name):
            return read_space(written, lambda name: self._look("ColorSpace", name))
        name = str(written)
        if name not in self._spaces:
            self._spaces[name] = read_space(written, lambda name: self._look("ColorSpace", name))
        return self._spaces[name]

    def font(self, name: str) -> Font:
        """Return the font of a name."""
        if name not in self._fonts:
            self._fonts[name] = self.file.font(self.find("Font", name))
        return self._fonts[name]
