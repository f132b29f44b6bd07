"""Measured pages made by hand, of the miniature project's folded piece: for checks that are asked at their limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.findings import Finding
from brochures.findings.check import Check
from brochures.geometry.box import Box
from brochures.geometry.pages import Art, Line, MeasuredPage, MeasuredPages, Paragraph, Region
from brochures.layout.checks.subject import Pages
from brochures.project.edition import Edition
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

WIDTH, HEIGHT = 792.0, 612.0
"""The sheet, in pt: Letter on its side."""

FOLD = 261.0
"""The first fold of its outside, in pt from the left edge."""


def composed(mini: Miniature, edition: Edition = Edition.SCREEN, slug: str = "fold") -> Composition:
    """Return one edition of a piece of the miniature project; nothing is set."""
    composition: Composition = compose(
        Templates.read(mini.project), resolve(mini.project, mini.load(), slug), edition, proof=False
    )[0]
    return composition


def line(box: Box, text: str = "words", paragraph: int = 1, *, size: float = 12, ends: bool = False) -> Line:
    """Return a line whose baseline is the foot of its box."""
    return Line(paragraph, box, box.bottom, size, text, ends=ends)


def stacked(texts: Sequence[str], paragraph: int = 1, *, left: float = 100, top: float = 100) -> tuple[Line, ...]:
    """Return the lines of a paragraph below each other, 15 pt apart and as wide as their letters."""
    boxes = [
        Box(left, top + 15 * number, left + 6 * len(text), top + 15 * number + 15) for number, text in enumerate(texts)
    ]
    return tuple(
        line(box, text, paragraph, ends=number == len(texts))
        for number, (box, text) in enumerate(zip(boxes, texts, strict=True), 1)
    )


def panel(name: str, box: Box, lines: Iterable[Line] = (), art: Iterable[Art] = (), page: int = 1) -> Region:
    """Return a panel that holds ``lines`` and ``art``."""
    return Region("panel", name, page, box, "", tuple(lines), tuple(art))


@dataclass(frozen=True)
class Desk:
    """Where pages are made: ``composition`` with the sheets that a test lays down."""

    composition: Composition

    def found(self, check: Check[[Pages]], *sheets: MeasuredPage, **paragraph: Any) -> list[Finding]:
        """Return what ``check`` says of ``sheets``. ``paragraph`` describes all paragraphs, but ``tag`` the first alone: others are ``p``."""
        about: dict[str, Any] = {"tag": "p", "classes": (), "block": "", "leading": 15.0, "size": 12.0} | paragraph
        numbers = {one.paragraph for sheet in sheets for one in sheet.lines}
        paragraphs = {number: Paragraph(number, **about | ({} if number == 1 else {"tag": "p"})) for number in numbers}
        return list(check(Pages(self.composition, MeasuredPages(sheets, paragraphs))))

    def moved(self, right: float, up: float) -> Desk:
        """Return the same with backs that are moved, in pt."""
        return Desk(replace(self.composition, back_move=(right, up)))


def sheet(
    number: int = 1, *, lines: Sequence[Line] = (), art: Sequence[Art] = (), regions: Sequence[Region] = ()
) -> MeasuredPage:
    """Return a page with ``lines`` and ``art`` beside what stands in its ``regions``."""
    inside = [one for region in regions for one in region.lines]
    drawn = [one for region in regions for one in region.art]
    return MeasuredPage(number, WIDTH, HEIGHT, tuple(regions), (*lines, *inside), (*art, *drawn))
