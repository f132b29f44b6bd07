"""Pictured: what the pictures of one file are drawn from. Bytes and measured pages, no engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pypdfium2
from PIL import Image

from brochures.findings import Finding
from brochures.geometry.lengths import inches
from brochures.geometry.pages import MeasuredPage
from brochures.geometry.units import INCH, MM
from brochures.layout.checks.safe_area import AT_THE_DESK, SAFE, Reach
from brochures.pdf.file import File
from brochures.pdf.page_picture import picture

_RANK = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True)
class Pictured:
    """One finished file with its measured pages, its budget and all that was found in it; ``about`` is said of the whole piece."""

    file: File
    about: tuple[Finding, ...] = ()
    waiting: Mapping[str, str] = field(default_factory=dict)
    """Codes of findings in ``about`` that are counted and not listed, with what they are called."""

    @cached_property
    def numbered(self) -> tuple[tuple[int, Finding], ...]:
        """The findings that lie on a page, counted from 1 through the file: by page, then the worst first, then from the top."""
        on_pages = sorted(
            (one for one in self.file.findings if one.page in self.pages),
            key=lambda one: (one.page, _RANK[one.severity], (one.area or (0.0,) * 4)[1::-1], one.code, one.message),
        )
        return tuple(enumerate(on_pages, 1))

    @cached_property
    def loose(self) -> tuple[Finding, ...]:
        """The findings that lie on no page: about the file, and about the whole piece."""
        found = [one for one in (*self.file.findings, *self.about) if one.page not in self.pages]
        return tuple(sorted(dict.fromkeys(found), key=lambda one: (_RANK[one.severity], one.code, one.place)))

    @cached_property
    def pages(self) -> Mapping[int, MeasuredPage]:
        """The measured pages by number."""
        return {sheet.number: sheet for sheet in self.file.sheets.pages}

    @property
    def reach(self) -> Reach:
        """How near the trim words may come, in pt."""
        edition = self.file.composition.edition
        return AT_THE_DESK if edition is not None and edition.at_desk else SAFE

    def folds(self, page: int) -> tuple[float, ...]:
        """Return where the folds of ``page`` lie, in pt from its left edge."""
        side = self._side(page)
        return side.folds if side else ()

    def side(self, page: int) -> str:
        """Return the name of the side that ``page`` is, empty where words flow."""
        side = self._side(page)
        return side.name if side else ""

    def _side(self, page: int) -> Any:
        sides = self.file.composition.format.sides
        return sides[page - 1] if len(sides) == len(self.file.sheets.pages) else None

    def drawn(self, ppi: int, numbers: Sequence[int]) -> Iterator[tuple[MeasuredPage, Image.Image]]:
        """Yield each of the pages ``numbers`` with its picture at ``ppi`` pixels to the inch, trimmed, as it was laid out: backs are moved home."""
        document = pypdfium2.PdfDocument(self.file.data)
        try:
            for number in numbers:
                if number <= len(document):
                    yield (
                        self.pages[number],
                        picture(document[number - 1], ppi, *(self.file.moved if number % 2 == 0 else ())),
                    )
        finally:
            document.close()


def measured(width: float, height: float) -> str:
    """Return the size of a paper in pt as its trade writes it: US papers in inches, others in whole mm."""
    if all(abs(side / INCH * 16 - round(side / INCH * 16)) < 0.01 for side in (width, height)):  # noqa: PLR2004
        return f"{inches(width)} \N{MULTIPLICATION SIGN} {inches(height)} in"
    return f"{width / MM:.0f} \N{MULTIPLICATION SIGN} {height / MM:.0f} mm"
