"""Strings set as type: how far they go, how large they come out, and where each glyph stands (ISO 32000-1, 9.4.4)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pikepdf import Matrix

from brochures.geometry.pdf_box import PdfBox
from brochures.separations.fonts import Font
from brochures.separations.graphics_state import State
from brochures.separations.objects import Face, Lettering
from brochures.separations.transforms import IDENTITY, placed

SPACE = 32
"""The code that the space between words is added to, where codes have one byte."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """What one operator showed: the letters, their bounds on the page, and the matrix of each glyph of a drawn font."""

    lettering: Lettering
    bounds: PdfBox
    drawn: tuple[tuple[int, Matrix], ...] = ()


UNMEASURED = ShownText(Lettering(Face("", embedded=False), 0.0, 0, ()), PdfBox(0.0, 0.0, 0.0, 0.0))
"""What a watcher hears of that looks at no letters."""


class Cursor:
    """The place in a text object at which the next string goes."""

    def __init__(self) -> None:
        self.matrix: Matrix = IDENTITY
        self._line: Matrix = IDENTITY

    def put(self, place: Matrix) -> None:
        """Begin a line at a place (Tm)."""
        self.matrix = self._line = place

    def next_line(self, x: float, y: float) -> None:
        """Begin a line at a distance from the beginning of the one before (Td)."""
        self.put(self._line.translated(x, y))

    def show(self, state: State, items: Sequence[bytes | float]) -> ShownText:
        """Set strings and the spaces between them, in thousandths (TJ). Raise ``ValueError`` when no font was chosen."""
        font = state.font
        if font is None:
            raise ValueError("text has no font")
        codes: list[int] = []
        starts: list[float] = []
        at = 0.0
        for item in items:
            if not isinstance(item, bytes):
                at -= item / 1000 * state.size * state.stretch
                continue
            for code in font.codes(item):
                codes.append(code)
                starts.append(at)
                at += _advance(state, font, code)
        low = (min([*starts, at]), state.rise + font.descent * state.size)
        far = (max([*starts, at]), state.rise + font.ascent * state.size)
        whole = self.matrix @ state.ctm
        size = abs(state.size) * math.hypot(whole.c, whole.d)
        lettering = Lettering(font.face, size, state.render, tuple(codes))
        drawn = _drawn(state, font, whole, zip(codes, starts, strict=True)) if font.glyphs else ()
        self.matrix = self.matrix.translated(at, 0)
        return ShownText(lettering, placed(whole, PdfBox(*low, *far)), drawn)


def _advance(state: State, font: Font, code: int) -> float:
    between = state.word_space if code == SPACE and not font.composite else 0.0
    return (font.wide(code) * state.size + state.letter_space + between) * state.stretch


def _drawn(
    state: State, font: Font, whole: Matrix, glyphs: Iterable[tuple[int, float]]
) -> tuple[tuple[int, Matrix], ...]:
    return tuple(
        (code, font.matrix @ (Matrix(state.size * state.stretch, 0, 0, state.size, x, state.rise) @ whole))
        for code, x in glyphs
        if code in font.glyphs
    )
