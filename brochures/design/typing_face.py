"""Typing face: the face in which forms are filled in on a screen, whole enough for any name in Latin letters, as a PDF file embeds it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from errno import ENOENT
from functools import cached_property
from pathlib import Path
from typing import Any

import uharfbuzz

from brochures.design.css import FACES, font_files

LEADING = 1100
"""From line to line, in thousandths of the type size: readers set lines by ascent and descent together. Two lines of 10 pt go into a row of
24 pt, with the accents on their capitals."""

_RANGES = (
    (0x20, 0x7F),
    (0xA0, 0x250),
    (0x259, 0x25A),
    (0x2B0, 0x370),
    (0x1E00, 0x1F00),
    (0x2000, 0x2070),
    (0x20A0, 0x2150),
    (0x2190, 0x2270),
)
"""Latin letters and marks, punctuation, money, number forms and the signs of mathematics (Unicode blocks)."""

_TYPED = frozenset(code for first, end in _RANGES for code in range(first, end))

_REGULAR = 400

_NOT_NEEDED = (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"BASE", b"DSIG", b"meta")

_REPLACED = ord("?")

MEASURED = "HgÅ"
"""The letters by which a face is measured: how high its capitals are, how deep and how high it reaches."""


@dataclass(frozen=True, eq=False)
class TypingFace:
    """A font file with only the letters that may be typed, of ``family``, and its measures in thousandths of the type size.

    ``glyphs`` is the number of each letter's glyph, ``widths`` is how far each glyph advances, by number.
    """

    family: str
    data: bytes
    glyphs: Mapping[int, int]
    widths: tuple[int, ...]
    ascent: int
    descent: int
    box: tuple[int, int, int, int]
    cap_height: int

    @cached_property
    def name(self) -> str:
        """Its name in a file: six letters for this very choice of glyphs (ISO 32000-1, 9.6.4), and the family."""
        number = int.from_bytes(hashlib.sha256(self.data).digest()[:8])
        letters = "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
        return f"{letters}+{self.family}"

    def width(self, text: str) -> float:
        """Return how long ``text`` is, in thousandths of the type size."""
        return sum(self.widths[glyph] for glyph in self.typed(text))

    def typed(self, text: str) -> tuple[int, ...]:
        """Return the glyphs of ``text``: letters and their marks as one where the face has them so; a sign it lacks is a question mark."""
        return tuple(self.glyphs.get(ord(sign), self.glyphs[_REPLACED]) for sign in unicodedata.normalize("NFC", text))


def typing_face(styles: Path) -> TypingFace:
    """Return the typing face: of the upright regular faces that ``styles`` declare the one with most of the letters that may be typed.

    Raise ``OSError`` where there is none, or a file of theirs cannot be read.
    """
    faces = {
        family.replace(" ", "-"): uharfbuzz.Face(file.read_bytes())
        for (family, weight), file in sorted(font_files(styles / FACES).items())
        if weight == _REGULAR
    }
    if not faces:
        raise FileNotFoundError(ENOENT, "no upright face of weight 400 is declared")
    family = max(faces, key=lambda one: sum(code in _TYPED for code in faces[one].unicodes))
    return _typing_face(family, faces[family])


def latin_face(family: str, data: bytes, letters: str = "") -> TypingFace:
    """Return the face in the font file ``data`` as a file holds it, with ``letters``, or with all Latin letters that it has."""
    return _typing_face(family, uharfbuzz.Face(data), frozenset(map(ord, letters + MEASURED)) if letters else _TYPED)


def _typing_face(family: str, whole: Any, letters: frozenset[int] = _TYPED) -> TypingFace:
    wanted = uharfbuzz.SubsetInput()
    there = set(whole.unicodes)
    wanted.unicode_set.update(letters & there)
    # Glyphs keep their numbers, so that each can be held against the one of the whole font.
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.RETAIN_GIDS
    wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in _NOT_NEEDED)
    face = uharfbuzz.subset(whole, wanted)
    font = uharfbuzz.Font(face)
    scale = 1000 / face.upem
    glyphs = {code: font.get_nominal_glyph(code) for code in sorted(face.unicodes)}
    capital, low, high = (font.get_glyph_extents(glyphs[ord(sign)]) for sign in MEASURED)
    descent = round((low.y_bearing + low.height) * scale)
    return TypingFace(
        family,
        face.blob.data,
        {code: glyph for code, glyph in glyphs.items() if glyph},
        tuple(round(font.get_glyph_h_advance(number) * scale) for number in range(face.glyph_count)),
        LEADING + descent,
        descent,
        (-500, descent, 1500, round(high.y_bearing * scale)),
        round(capital.y_bearing * scale),
    )
