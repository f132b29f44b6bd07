"""One line of words, set in a finished file without the layout engine: shaped by HarfBuzz, kerned, each mark on its letter."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz

from brochures.design.css import FACES, face_files
from brochures.design.typing_face import TypingFace, latin_face, typing_face

_FEATURES = {"liga": False, "clig": False, "dlig": False, "calt": False, "kern": True, "mark": True, "mkmk": True}
"""What changes the letters stays off: a glyph must be that of its letter, so that the words can be searched and read aloud."""


@dataclass(frozen=True)
class Glyph:
    """One glyph of a line: its number, and in thousandths of the type size how far it advances and how far it is moved."""

    number: int
    advance: int
    right: int = 0
    up: int = 0


@dataclass(frozen=True)
class SetLine:
    """A line as it is set. ``width`` is in thousandths of the type size."""

    glyphs: tuple[Glyph, ...]

    @property
    def width(self) -> int:
        """How long it is."""
        return sum(one.advance for one in self.glyphs)


@dataclass(frozen=True)
class LineFace:
    """A face for lines: ``typed`` is what a file holds of it, ``whole`` its font file, by which lines are shaped."""

    typed: TypingFace
    whole: bytes = field(repr=False)

    def lacks(self, text: str) -> str:
        """Return the letters of ``text`` that the face does not have, each once, in their order."""
        return "".join(dict.fromkeys(sign for sign in normal(text) if ord(sign) not in self.typed.glyphs))

    def only(self, text: str) -> LineFace:
        """Return the face with the letters of ``text`` and no others."""
        return replace(self, typed=latin_face(self.typed.family, self.whole, normal(text)))

    @lru_cache(4096)  # noqa: B019 a run has two faces
    def line(self, text: str) -> SetLine:
        """Return ``text`` as it is set. Raise ``LookupError`` where the face lacks a letter, or has no glyph of its own for one."""
        if lacking := self.lacks(text):
            raise LookupError(lacking)
        buffer = uharfbuzz.Buffer()
        buffer.add_str(normal(text))
        buffer.guess_segment_properties()
        font, scale = _font(self.whole)
        uharfbuzz.shape(font, buffer, _FEATURES)
        known = _numbers(self.typed)
        glyphs = tuple(
            Glyph(info.codepoint, round(at.x_advance * scale), round(at.x_offset * scale), round(at.y_offset * scale))
            for info, at in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True)
        )
        if any(one.number not in known for one in glyphs):
            raise LookupError(text)
        return SetLine(glyphs)


def normal(text: str) -> str:
    """Return ``text`` with each letter and its marks as one sign, where there is one (Unicode, Normalization Form C)."""
    return unicodedata.normalize("NFC", text)


def line_faces(styles: Path, name: str) -> tuple[LineFace, ...]:
    """Return the faces in which a line is set that the page sets in the face ``name``: that face, and one with more letters where it has not all.

    ``name`` is what a finished file calls it. Raise ``OSError`` where a file cannot be read, and ``KeyError`` where none is declared so.
    """
    files = face_files(styles / FACES)
    own = files[name].read_bytes()
    typed = typing_face(styles)
    faces = (
        LineFace(latin_face(name, own), own), LineFace(typed, files[typed.family].read_bytes()),
    )  # fmt: skip
    return faces[:1] if typed.family == name else faces


@cache
def _font(whole: bytes) -> tuple[Any, float]:
    face = uharfbuzz.Face(whole)
    return uharfbuzz.Font(face), 1000 / face.upem


@cache
def _numbers(face: TypingFace) -> frozenset[int]:
    return frozenset(face.glyphs.values())
