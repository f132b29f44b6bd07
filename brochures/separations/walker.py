"""A content stream on the way through it, and who is told what it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol

from pikepdf import Object

from brochures.geometry.pdf_box import PdfBox, Point
from brochures.separations.errors import Unreadable
from brochures.separations.graphics_state import State
from brochures.separations.objects import Step, Where
from brochures.separations.path import Path
from brochures.separations.resources import Resources
from brochures.separations.text import Cursor, ShownText

DEEPEST = 16
"""Containers inside containers that are followed."""


@dataclass(frozen=True, slots=True)
class NamedImage:
    """An image to be painted, under its name; ``stream`` holds its pixels."""

    name: str
    stream: Object
    inline: bool


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """Marked content: its number in the structure, and its layer."""

    number: int | None = None
    layer: str = ""
    hidden: bool = False


class Watcher(Protocol):
    """Who is told what a content stream does, in order. It may follow what the content contains with the functions of ``containers``."""

    measures: bool
    """Whether it looks at where things stand. For one that does not, no path is built and no letter set, which is half of the work."""

    def passed(self, walk: Walk, operator: str) -> None:
        """Hear of an operator that paints nothing; the state has changed."""

    def path(self, walk: Walk, path: Path, operator: str) -> None:
        """Hear of the operator that ends a path."""

    def text(self, walk: Walk, shown: ShownText) -> None:
        """Hear of a string that is shown."""

    def image(self, walk: Walk, image: NamedImage) -> None:
        """Hear of an image, which fills the unit square."""

    def shading(self, walk: Walk, name: str, shading: Object) -> None:
        """Hear of a shading all over the clip."""

    def form(self, walk: Walk, step: Step, form: Object) -> None:
        """Hear of a form, or of the look of an annotation."""

    def mask(self, walk: Walk, name: str, group: Object) -> None:
        """Hear of the group of a soft mask that holds from now on."""


class Walk:
    """A place in one content stream, with everything that holds there.

    ``area`` is what the content is painted all over, where it is the cell of a pattern; ``operator`` and ``instruction`` are what was read last.
    """

    def __init__(
        self,
        watcher: Watcher,
        resources: Resources,
        state: State,
        *,
        where: Where,
        mark: MarkedContent,
        area: PdfBox | None = None,
    ) -> None:
        self.watcher = watcher
        self.resources = resources
        self.state = state
        self.where = where
        self.area = area
        self.operator = ""
        self.instruction: Any = None
        self.saved: list[State] = []
        self.marks = [mark]
        self.path = Path()
        self.clips = False
        self.text: Cursor | None = None
        self.lettered: list[PdfBox] = []
        """Where the letters stand that will clip what comes after them."""

    @property
    def mark(self) -> MarkedContent:
        """The marked content at this place."""
        return self.marks[-1]

    @property
    def cursor(self) -> Cursor:
        """The place of the next string. Raise ``ValueError`` when there is none."""
        if self.text is None:
            raise ValueError("text outside of BT and ET")
        return self.text

    def at(self, x: Any, y: Any) -> Point:
        """Return a point of the content as a point of the page."""
        return self.state.ctm.transform((float(x), float(y)))

    def inner(
        self, step: Step, watcher: Watcher, resources: Resources, state: State, area: PdfBox | None = None
    ) -> Walk:
        """Return the beginning of a container. Raise ``Unreadable`` when it lies too deep."""
        if len(self.where.steps) >= DEEPEST:
            raise Unreadable(f"{step} lies in more than {DEEPEST} containers", self.where)
        where = replace(self.where, steps=(*self.where.steps, step))
        return Walk(watcher, resources, state, where=where, mark=self.mark, area=self.area or area)
