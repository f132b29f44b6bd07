"""Foreign pages: which pages of somebody else's PDF files a piece prints, in order, each with all that is needed to place it and to find it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from brochures.resolve.foreign_file import PAGE, ForeignFile
from brochures.resolve.job import Job

FORM_IN_FILE = PAGE
"""What the form of a page is called in its file."""


@dataclass(frozen=True)
class ForeignPlace:
    """The place of one page. ``digest`` is that of its file, ``number`` its own there, from 1; ``words`` what it says.

    ``data`` is the file with each page upright, ``width`` and ``height`` are those of the page, in pt, and ``scale`` at which part of it
    it is printed.
    """

    name: str
    digest: str
    number: int
    width: float
    height: float
    scale: float
    words: str
    data: bytes = field(repr=False, compare=False)


def foreign_places(job: Job) -> Iterator[ForeignPlace]:
    """Yield the place of each such page that ``job`` prints, in the order of its parts."""
    for file in job.things(ForeignFile):
        for page in file.pages:
            scale = file.scale(page)
            yield ForeignPlace(
                file.name, file.digest, page.number, page.width, page.height, scale, page.words, file.data
            )
