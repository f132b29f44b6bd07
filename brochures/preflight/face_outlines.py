"""A font file of the house, read with fontTools: how each glyph is drawn, how wide it is, and which characters it stands for."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

Outline = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[int, ...]]
"""The points of a glyph in units of its font, where its contours end, and which of its points lie on the curve."""

EMPTY: Outline = ((), (), ())

SINGLE, ALTERNATE, LIGATURE, EXTENSION = 1, 3, 4, 7
"""Kinds of substitutions of glyphs (OpenType 1.9, GSUB)."""

ROUNDS = 3
"""So many substitutions are followed after one another."""


@dataclass(frozen=True, eq=False)
class FontProgram:
    """A TrueType font, opened; glyphs are told by their number."""

    font: Any

    @classmethod
    def of(cls, data: bytes) -> FontProgram:
        """Open the font that ``data`` is. Raise ``TTLibError`` where it is none."""
        return cls(TTFont(io.BytesIO(data), lazy=True))

    @cached_property
    def order(self) -> list[str]:
        """The names of its glyphs, by number."""
        return list(self.font.getGlyphOrder())

    @cached_property
    def drawn(self) -> frozenset[int]:
        """The numbers of the glyphs that have an outline."""
        ends: Any = self.font["loca"].locations
        return frozenset(number for number in range(len(self.order)) if ends[number] != ends[number + 1])

    def outline(self, number: int) -> Outline:
        """Return how a glyph is drawn; nothing of one that the font does not have."""
        if number not in self.drawn:
            return EMPTY
        table = self.font["glyf"]
        points, ends, flags = table[self.order[number]].getCoordinates(table)
        return tuple((int(x), int(y)) for x, y in points), tuple(ends), tuple(flag & 1 for flag in flags)

    def parts(self, numbers: Iterable[int]) -> frozenset[int]:
        """Return ``numbers`` with the glyphs that theirs are put together of; the first glyph is what stands for a missing one."""
        found, waiting = {0}, [*numbers]
        while waiting:
            number = waiting.pop()
            if number not in found and number in self.drawn:
                found.add(number)
                table = self.font["glyf"]
                waiting += [self.font.getGlyphID(name) for name in table[self.order[number]].getComponentNames(table)]
        return frozenset(found)

    def advance(self, number: int) -> float:
        """Return how wide a glyph is, in thousandths of the size of type."""
        return float(self.font["hmtx"][self.order[number]][0]) * 1000 / float(self.font["head"].unitsPerEm)

    @cached_property
    def plain(self) -> Mapping[int, frozenset[str]]:
        """The characters of each glyph, where one is shown by it as it is."""
        found: dict[int, set[str]] = {}
        for code, name in self.font.getBestCmap().items():
            found.setdefault(self.font.getGlyphID(name), set()).add(chr(code))
        return {number: frozenset(texts) for number, texts in found.items()}

    @cached_property
    def substituted(self) -> Mapping[int, frozenset[str]]:
        """The characters of each glyph with those that come to it by a substitution: figures of one width, ligatures."""
        found = {number: set(texts) for number, texts in self.plain.items()}
        pairs = [*self._substitutions()]
        for _ in range(ROUNDS):
            for before, after in pairs:
                texts = [""]
                for number in before:
                    texts = [text + more for text in texts for more in sorted(found.get(number, ()))]
                found.setdefault(after, set()).update(texts)
        return {number: frozenset(texts) for number, texts in found.items()}

    def _substitutions(self) -> Iterator[tuple[tuple[int, ...], int]]:
        """Yield which glyphs are replaced by which one."""
        lookups = self.font["GSUB"].table.LookupList.Lookup if "GSUB" in self.font else ()
        for table in (table for lookup in lookups for table in lookup.SubTable):
            inner = table.ExtSubTable if table.LookupType == EXTENSION else table
            for before, after in _replaced(inner):
                yield tuple(map(self.font.getGlyphID, before)), self.font.getGlyphID(after)


def _replaced(table: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    if table.LookupType == SINGLE:
        yield from (((before,), after) for before, after in table.mapping.items())
    elif table.LookupType == ALTERNATE:
        yield from (((before,), after) for before, others in table.alternates.items() for after in others)
    elif table.LookupType == LIGATURE:
        yield from (
            ((first, *one.Component), one.LigGlyph) for first, others in table.ligatures.items() for one in others
        )


@cache
def shipped_face(path: Path) -> FontProgram:
    """Return the face that ``path`` holds, opened once. Raise ``OSError`` where it cannot be read."""
    return FontProgram.of(path.read_bytes())
