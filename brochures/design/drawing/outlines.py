"""Words of a drawing into outlines, in the project's own faces: the engine would set them letter by letter, without kerning.

HarfBuzz shapes them and gives the outlines, as a browser does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, tostring

from brochures.design.drawing.lettering import Faces, Lettered, lettering, unsuited
from brochures.design.drawing.parts import Drawing, Part
from brochures.design.drawing.source import SVG, NotADrawingError

_PAINT = (
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linejoin",
    "stroke-linecap",
    "stroke-miterlimit",
    "stroke-dasharray",
    "color",
    "visibility",
)
_KEPT = ("transform", "transform-origin", "opacity", "clip-path", "mask", "display")
"""What the group that stands for a text must say itself: rules for ``text`` do not find it."""


def outlined(data: bytes, faces: Faces) -> bytes:
    """Return the drawing in ``data`` with outlines for its words; as it is where it has none, or some that cannot be set."""
    if b"text" not in data:
        return data
    try:
        drawing = Drawing.read(data)
    except NotADrawingError:
        return data
    if not drawing.texts or any(refused(drawing, text, faces) for text in drawing.texts):
        return data
    for text in drawing.texts:
        _outline(text, [*lettering(drawing, text, faces)])
    written: bytes = tostring(drawing.parts[0].element, encoding="utf-8")
    return written


def refused(drawing: Drawing, text: Part, faces: Faces) -> str:
    """Return why the words of ``text`` get no outlines, empty where they do."""
    return unsuited(drawing, text, faces) or next(
        (
            f"its face has no '{letter}'"
            for run in lettering(drawing, text, faces)
            for letter in run.text
            if _font(run.file)[0].get_nominal_glyph(ord(letter)) is None
        ),
        "",
    )


def _outline(text: Part, runs: list[Lettered]) -> None:
    """Put paths in the place of the words of ``text``."""
    paths = [Element(f"{{{SVG}}}path", {"d": data, "style": _style(run.part)}) for run, data in _drawn(runs)]
    element = text.element
    element.tag = f"{{{SVG}}}g"
    for child in [*element]:
        element.remove(child)
    element.text = None
    element.extend(paths)
    for name in _KEPT:
        if name in text.given:
            element.set(name, text.given[name].value)


def _style(part: Part) -> str:
    values = {name: part.get(name) for name in _PAINT}
    if part.tag == "tspan":
        values["opacity"] = part.get("opacity")
    return ";".join(["fill-rule:nonzero", *(f"{name}:{value}" for name, value in values.items() if value)])


@dataclass(frozen=True)
class _ShapedRun:
    """A run, the shapes of its letters, and how far it reaches."""

    run: Lettered
    glyphs: tuple[tuple[int, float, float], ...]
    width: float


def _drawn(runs: list[Lettered]) -> Iterator[tuple[Lettered, str]]:
    """Yield each run with the data of its path, at its place: runs that follow one another are anchored together (SVG 2, 11.10)."""
    x = y = 0.0
    for chunk in _chunks(runs):
        first = chunk[0].run
        x, y = (at if given is None else given for at, given in ((x, first.x), (y, first.y)))
        width = sum(line.width + line.run.dx for line in chunk)
        x -= width * {"middle": 0.5, "end": 1}.get(first.part.get("text-anchor"), 0)
        for line in chunk:
            x, y = x + line.run.dx, y + line.run.dy
            yield line.run, _data(line, x, y)
            x += line.width


def _chunks(runs: list[Lettered]) -> list[list[_ShapedRun]]:
    chunks: list[list[_ShapedRun]] = []
    for run in runs:
        if not chunks or run.x is not None or run.y is not None:
            chunks.append([])
        chunks[-1].append(_shaped(run))
    return chunks


def _shaped(run: Lettered) -> _ShapedRun:
    import uharfbuzz  # noqa: PLC0415 few drawings have words

    font, units = _font(run.file)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    scale, at = run.size / units, 0.0
    glyphs = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append((info.codepoint, at + place.x_offset * scale, place.y_offset * scale))
        at += place.x_advance * scale
    return _ShapedRun(run, tuple(glyphs), at)


def _data(line: _ShapedRun, x: float, y: float) -> str:
    font, units = _font(line.run.file)
    pen = _Pen(line.run.size / units)
    for glyph, right, up in line.glyphs:
        pen.x, pen.y = x + right, y - up
        font.draw_glyph_with_pen(glyph, pen)
    return "".join(pen.data)


@cache
def _font(file: Path) -> tuple[Any, int]:
    """Return the face in ``file`` as HarfBuzz has it, and how many of its units are its size."""
    import uharfbuzz  # noqa: PLC0415 few drawings have words

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)))
    return uharfbuzz.Font(face), face.upem


class _Pen:
    """Writes the outlines that HarfBuzz draws as path data; the names of its methods are those that HarfBuzz calls."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.x = self.y = 0.0
        self.data: list[str] = []

    def _write(self, letter: str, *points: tuple[float, float]) -> None:
        numbers = (f"{number:.4f}" for x, y in points for number in (self.x + x * self.scale, self.y - y * self.scale))
        self.data.append(letter + " ".join(numbers))

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._write("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._write("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._write("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._write("C", *points)

    def closePath(self) -> None:  # noqa: N802
        self.data.append("Z")
