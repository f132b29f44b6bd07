"""Foreign file: somebody else's PDF that is a part of a packet, as it was read, checked and set upright."""

from __future__ import annotations

from dataclasses import dataclass, field

from brochures.findings import Finding

LEAST = 0.6
"""Of its own size a page is printed at least: type of 10 pt is 6 pt high then, and smaller nobody reads on paper."""


@dataclass(frozen=True)
class ForeignPage:
    """One page of it, from 1: how wide and high it is as it is seen, in pt, its words as PDFium reads them, and what is said of it where it has none."""

    number: int
    width: float
    height: float
    words: str
    says: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return self.words or self.says


@dataclass(frozen=True)
class ForeignFile:
    """All pages of it. ``name`` is the file's own, ``digest`` that of its bytes as they came.

    ``data`` is a PDF file with each page upright, from its own corner on, as one form that is called ``PAGE``. ``frame`` is the room that
    a page of ours has for one of its, width and height in pt; ``said`` is what is to be told of it and stops nothing.
    """

    name: str
    digest: str
    pages: tuple[ForeignPage, ...]
    data: bytes = field(repr=False, compare=False)
    frame: tuple[float, float]
    said: tuple[Finding, ...] = field(default=(), compare=False)

    def scale(self, page: ForeignPage) -> float:
        """Return at which part of its size ``page`` is printed: never larger than it is."""
        return fitting(page.width, page.height, self.frame)


PAGE = "/Page"
"""What the form of a page is called in the resources of its page in ``ForeignFile.data``."""


def fitting(width: float, height: float, frame: tuple[float, float]) -> float:
    """Return at which part of its size a page of ``width`` and ``height`` stands in ``frame``, all in pt: 1 at most."""
    return min(frame[0] / width, frame[1] / height, 1.0)
