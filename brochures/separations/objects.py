"""What a finished page paints: one value for each object that leaves something on the paper, in the order of painting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from brochures.geometry.box import Box
from brochures.separations.colour import Colour, Space


@dataclass(frozen=True, slots=True)
class Step:
    """One container on the way from the page to an object: what it is, and by which name it is called there."""

    kind: Literal["form", "pattern", "soft mask", "annotation", "glyph"]
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an object in the file: page (from 1) and the containers around it, the outermost first."""

    page: int
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return ", ".join((f"page {self.page}", *map(str, self.steps)))

    def within(self, kind: str) -> bool:
        """Return whether a container of this kind lies around it."""
        return any(step.kind == kind for step in self.steps)


@dataclass(frozen=True, slots=True)
class Face:
    """A font as the file has it: its name with the prefix of a subset, and whether it is in the file."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class Lettering:
    """Letters set by one operator. ``size`` is their effective size in pt, ``render`` the text rendering mode (ISO 32000-1, 9.3.6)."""

    face: Face
    size: float
    render: int
    codes: tuple[int, ...]
    """The code of each glyph; in fonts of Identity encoding the number of its character in the font."""


@dataclass(frozen=True, slots=True)
class PaintedImage:
    """An image: ``width`` and ``height`` in pixels, ``ppi`` effective, the smaller of both directions."""

    name: str
    width: int
    height: int
    bits: int
    ppi: float
    filters: tuple[str, ...]
    space: Space | None
    """None for a mask, which has the colour of what is painted through it."""
    soft_mask: bool
    inline: bool


@dataclass(frozen=True, slots=True)
class Shading:
    """A smooth shading: its type (2 axial, 3 radial …), its colour space, and the colours that its functions name."""

    name: str
    type: int
    space: Space
    colours: tuple[Colour, ...]


@dataclass(frozen=True, slots=True)
class Painted:
    """One object as it reaches the press; ``box`` in pt from the trim's top left corner, after its clip (rectangles exactly, others by bounds).

    A pattern's cell is painted all over the object that it fills, so what stands in the cell has that object's box.
    """

    kind: Literal["text", "fill", "stroke", "image", "image mask", "shading"]
    where: Where
    box: Box
    shows: bool
    """Whether it leaves anything: no clip, layer, flag or text mode hides all of it."""
    colour: Colour | None
    """None for images and shadings, which have many, and for text that only clips or hides."""
    overprint: bool
    overprint_mode: int
    isolated: bool
    """Whether it lies in an isolated group: there it overprints what is in the group, and the group knocks out what is below."""
    alpha: float
    blend: str
    soft_mask: bool
    mark: int | None = None
    """The number of the marked content (MCID) that it belongs to."""
    layer: str = ""
    """The optional content that it belongs to."""
    width: float | None = None
    """The effective width of a stroke in pt, by the smaller scale; 0 is the thinnest line that the press can make."""
    thickness: float | None = None
    """The shorter side in pt of the thinnest rectangle of a fill, or the thinnest side of a frame; None where it has none."""
    lettering: Lettering | None = None
    picture: PaintedImage | None = None
    shading: Shading | None = None
    """A shading by itself, or the one that the colour of a fill, stroke or text is a pattern of."""

    @property
    def colours(self) -> tuple[Colour, ...]:
        """Every colour that is named for it: its own, or those of its shading; none for images, whose pixels are not read."""
        if self.shading is not None:
            return self.shading.colours
        return () if self.colour is None or self.colour.space.family == "Pattern" else (self.colour,)

    @property
    def space(self) -> Space | None:
        """The colour space of whatever it is painted with; ``Pattern`` for a tiling, whose cell follows; None where nothing is."""
        if self.shading is not None:
            return self.shading.space
        if self.picture is not None and self.picture.space is not None:
            return self.picture.space
        return self.colour.space if self.colour is not None else None

    @property
    def is_mask(self) -> bool:
        """Whether it only shapes what something else paints: it is part of a soft mask."""
        return self.where.within("soft mask")
