"""Measured pages: pages as they were laid out, measured in pt from the top left corner of the trim. The checks of layout read these.

There is no engine in them: ``engine.boxes`` fills them in, and a test can write them by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from brochures.geometry.box import Box, Side
from brochures.geometry.passages import NONE, Stretch

SIDES: tuple[Side, ...] = ("bottom", "top", "right", "left")
"""The sides of a region, those first on which words are most often lost."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a paragraph.

    ``box`` is what prints, with tight leading the line's own height; ``baseline`` lies in pt below the trim's top edge; ``size`` is
    its largest type, in pt.
    """

    paragraph: int
    box: Box
    baseline: float
    size: float
    text: str
    ends: bool = False
    """Whether the paragraph ends with it, and not only the page."""
    generated: str = ""
    """What style sheets put into it where the template declares that they may: page references."""
    stretches: tuple[Stretch, ...] = ()
    """Which passages its words come from, counted in its letters."""

    @property
    def words(self) -> int:
        """How many words it holds."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Art:
    """Something that prints and is not text: an image or drawing, or a box with a ground or a border of its own."""

    kind: Literal["image", "box"]
    name: str
    box: Box
    block: str = ""
    logo: bool = False
    crossover: bool = False
    bleed: bool = False
    """Whether it is declared to run over the edges of regions and sheet."""
    picture: int = NONE
    """The number of the picture that it shows, where it shows one of the piece."""
    resource: str = ""
    """The name of its image in the resources of the file, empty for a drawing."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of lines, the same on every page that it runs over.

    ``block`` is the job's block that it belongs to, as ``section-block``; ``role`` is empty for words of the piece, ``margin`` for a
    running head or foot, ``head`` for the head of a table, which each page of the table repeats.
    """

    number: int
    tag: str
    classes: tuple[str, ...]
    block: str
    leading: float
    size: float
    role: str = ""
    region: str = ""
    crossover: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it heads what comes after it."""
        return self.tag in {"h1", "h2", "h3", "h4", "h5", "h6", "caption"}


@dataclass(frozen=True, slots=True)
class UnbreakableBlock:
    """A block that may not be broken, with its height in pt."""

    box: Box
    block: str


@dataclass(frozen=True, slots=True)
class FillBox:
    """A box that is filled in on a screen: which field it belongs to, what the field is, and the answer that this box stands for, if any.

    ``says`` is what it says of itself, ``asks`` what is asked of all boxes of the field together; ``box`` lies on the sheet; ``head``: in a running head, where each sheet repeats it.
    """

    name: str
    kind: str
    state: str
    says: str
    required: bool
    box: Box
    head: bool = False
    asks: str = ""


@dataclass(frozen=True)
class Region:
    """A box of fixed size that words must stay inside of: a panel, a card, a field of a form, a cell of a table, a page's own area.

    ``box`` is its content box in its own frame; ``lines``, ``art`` and ``kept`` are everything below it, in that frame too.
    """

    kind: str
    name: str
    page: int
    box: Box
    block: str
    lines: tuple[Line, ...] = ()
    art: tuple[Art, ...] = ()
    kept: tuple[UnbreakableBlock, ...] = ()
    frame: Box | None = None
    """The same box on the sheet, where the region was turned or moved by a transform."""

    @property
    def on_sheet(self) -> Box:
        """The box as it lies on the sheet."""
        return self.frame or self.box


@dataclass(frozen=True)
class MeasuredPage:
    """One page: its trim size in pt and all that prints on it, in the order of the document."""

    number: int
    width: float
    height: float
    regions: tuple[Region, ...] = ()
    lines: tuple[Line, ...] = ()
    art: tuple[Art, ...] = ()
    rows: frozenset[int] = frozenset()
    """The table rows that have a part on this page."""
    tables: frozenset[int] = frozenset()
    """The tables with a head that have rows on this page, numbered in the order of the document."""
    flows: bool = False
    """Whether its words come from a flow that goes on from page to page."""
    left_blank: bool = False
    """Whether it was inserted so that what follows begins on a front."""
    to_fill: tuple[FillBox, ...] = ()
    """What is filled in on it, in the order in which it is read: what stands at its head first."""

    @property
    def trim(self) -> Box:
        """The trimmed sheet."""
        return Box(0, 0, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """What a heading makes in the outline of the file: its level, its words, the page that it stands on (from 1), and where, in pt."""

    level: int
    words: str
    page: int
    at: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class MeasuredPages:
    """All pages of one document, the paragraphs that their lines belong to, by number, and the bookmarks (None: they were not measured)."""

    pages: tuple[MeasuredPage, ...] = ()
    paragraphs: Mapping[int, Paragraph] = field(default_factory=dict)
    bookmarks: tuple[Bookmark, ...] | None = None

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Every region of every page."""
        return tuple(region for page in self.pages for region in page.regions)

    @cached_property
    def panels(self) -> tuple[Region, ...]:
        """Every panel of every page: the regions that a format lays out and a designer named."""
        return tuple(region for region in self.regions if region.kind == "panel")

    def body(self, page: MeasuredPage) -> Iterator[Line]:
        """Yield the lines of ``page`` that are not in a running head or foot."""
        return (line for line in page.lines if self.paragraphs[line.paragraph].role != "margin")

    def runs(self) -> Iterator[tuple[Paragraph, Sequence[tuple[int, Sequence[Line]]]]]:
        """Yield each paragraph of the body with its fragments: page number and the lines that stand under each other there."""
        found: dict[int, list[tuple[int, list[Line]]]] = {}
        for page in self.pages:
            for line in self.body(page):
                fragments = found.setdefault(line.paragraph, [])
                last = fragments[-1] if fragments else None
                if last is None or last[0] != page.number or line.box.top < last[1][-1].box.top:
                    fragments.append((page.number, [line]))
                else:
                    last[1].append(line)
        for number, fragments in found.items():
            yield self.paragraphs[number], fragments
