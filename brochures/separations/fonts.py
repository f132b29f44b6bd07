"""Fonts, as far as painting needs them: how a string divides into glyphs, and how wide each is.

Lengths are in text units: 1 is the size of the type. Vertical writing is read as horizontal; a composite font whose encoding is not
Identity is read as codes of two bytes in its default width.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pikepdf import Array, Dictionary, Matrix, Name, Object

from brochures.separations.objects import Face
from brochures.separations.transforms import IDENTITY, read_matrix

THOUSAND = 1000
"""Units of the em in which PDF writes widths."""

LINE = (0.75, -0.25)
"""How far letters reach above and below the baseline where the font does not say."""

MOST_CODES = 65536
"""Codes that a font can have."""


@dataclass(frozen=True)
class Font:
    """A font at work. ``glyphs`` are the drawings of a Type 3 font by code, ``matrix`` is what takes them to text units."""

    face: Face
    widths: Mapping[int, float]
    width: float
    ascent: float
    descent: float
    composite: bool = False
    matrix: Matrix = IDENTITY
    glyphs: Mapping[int, tuple[str, Object]] = field(default_factory=dict)
    source: Object | None = None

    def codes(self, string: bytes) -> tuple[int, ...]:
        """Return the code of each glyph that the string shows."""
        if not self.composite:
            return tuple(string)
        return tuple(string[at] << 8 | string[at + 1] for at in range(0, len(string) - 1, 2))

    def wide(self, code: int) -> float:
        """Return how far the glyph of a code goes on."""
        return self.widths.get(code, self.width)


def read_font(written: Object) -> Font:
    """Return the font that an object describes."""
    kind = str(written.Subtype)
    if kind == "/Type0":
        return _composite(written)
    return _drawn(written) if kind == "/Type3" else _simple(written)


def _composite(written: Object) -> Font:
    inner = written.DescendantFonts[0]
    descriptor = inner.get("/FontDescriptor", Dictionary())
    known = written.get("/Encoding") in {Name("/Identity-H"), Name("/Identity-V")}
    return Font(
        _face(written, descriptor),
        dict(islice(_ranges(inner.get("/W", Array())), MOST_CODES)) if known else {},
        float(inner.get("/DW", THOUSAND)) / THOUSAND,
        *_reach(descriptor),
        composite=True,
    )


def _ranges(written: Object) -> Iterator[tuple[int, float]]:
    """Yield code and width from ``code [width …]`` and ``code code width`` (ISO 32000-1, 9.7.4.3)."""
    items: list[Any] = list(written.as_list())
    at = 0
    while at < len(items):
        first, then = int(items[at]), items[at + 1]
        if isinstance(then, Array):
            yield from ((first + index, float(width) / THOUSAND) for index, width in enumerate(then.as_list()))
            at += 2
        else:
            width = float(items[at + 2]) / THOUSAND
            yield from ((code, width) for code in range(first, int(then) + 1))
            at += 3


def _simple(written: Object) -> Font:
    descriptor = written.get("/FontDescriptor", Dictionary())
    return Font(
        _face(written, descriptor),
        {code: width / THOUSAND for code, width in _widths(written)},
        float(descriptor.get("/MissingWidth", THOUSAND / 2 if "/Widths" not in written else 0)) / THOUSAND,
        *_reach(descriptor),
    )


def _drawn(written: Object) -> Font:
    own = read_matrix(written.FontMatrix)
    _, low, _, high = (float(edge) for edge in written.FontBBox.as_list())
    names, drawings = _differences(written), written.CharProcs
    return Font(
        Face(str(written.get("/Name", "/unnamed"))[1:], embedded=True),
        {code: width * own.a for code, width in _widths(written)},
        0.0,
        *((high * own.d, low * own.d) if high > low else LINE),
        matrix=own,
        glyphs={code: (name, drawings[f"/{name}"]) for code, name in names.items() if f"/{name}" in drawings},
        source=written,
    )


def _widths(written: Object) -> Iterator[tuple[int, float]]:
    first = int(written.get("/FirstChar", 0))
    return ((first + index, float(width)) for index, width in enumerate(written.get("/Widths", Array()).as_list()))


def _differences(written: Object) -> dict[int, str]:
    """Return the glyph names that the font's own encoding gives to codes."""
    encoding: Any = written.get("/Encoding")
    names: dict[int, str] = {}
    code = 0
    for item in encoding.get("/Differences", Array()).as_list() if isinstance(encoding, Dictionary) else ():
        if isinstance(item, Name):
            names[code] = str(item)[1:]
            code += 1
        else:
            code = int(item)
    return names


def _face(written: Object, descriptor: Object) -> Face:
    inside = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return Face(str(written.get("/BaseFont", "/unnamed"))[1:], inside)


def _reach(descriptor: Object) -> tuple[float, float]:
    """Return how far letters reach above and below the baseline."""
    high, low = float(descriptor.get("/Ascent", 0)), float(descriptor.get("/Descent", 0))
    if high <= low and "/FontBBox" in descriptor:
        _, low, _, high = (float(edge) for edge in descriptor.FontBBox.as_list())
    return (high / THOUSAND, low / THOUSAND) if high > low else LINE
