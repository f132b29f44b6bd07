"""Font file: what a file of ``styles/fonts/`` says of itself, and whether it is whole. Read by hand: three tables are enough."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

SIGNS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
"""How a font file begins (OpenType 1.9, Organization of an OpenType Font)."""

_ENTRY = struct.Struct(">4sLLL")
_HEAD = 12
_WEIGHT, _SELECTION = 4, 62
_ITALIC, _OBLIQUE = 0x0001, 0x0200
_NEEDED = (b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name", b"OS/2", b"post")


class FontFileError(ValueError):
    """The file is no whole font; the text says why."""


@dataclass(frozen=True)
class FontFile:
    """The weight of a font, from 1 to 1000, and whether it slopes."""

    weight: int
    italic: bool


def read_font(path: Path) -> FontFile:
    """Return what the font at ``path`` says of itself. Raise ``FontFileError`` where it is no whole font."""
    try:
        data = path.read_bytes()
    except OSError as wrong:
        raise FontFileError(f"cannot be read: {wrong.strerror}") from wrong
    if not data.startswith(SIGNS):
        raise FontFileError("is no TrueType or OpenType font" if data else "is empty")
    tables = _tables(data)
    table = tables[b"OS/2"]
    (weight,) = struct.unpack_from(">H", data, table + _WEIGHT)
    (selection,) = struct.unpack_from(">H", data, table + _SELECTION)
    return FontFile(weight, bool(selection & (_ITALIC | _OBLIQUE)))


def _tables(data: bytes) -> dict[bytes, int]:
    """Return where each table begins. Raise ``FontFileError`` where one reaches past the end, or one that is needed is not there."""
    try:
        (count,) = struct.unpack_from(">H", data, 4)
        entries = [_ENTRY.unpack_from(data, _HEAD + number * _ENTRY.size) for number in range(count)]
    except struct.error as wrong:
        raise FontFileError("is cut off") from wrong
    if any(start + length > len(data) for _, _, start, length in entries):
        raise FontFileError("is cut off")
    found = {tag: start for tag, _, start, _ in entries}
    missing = [tag.decode() for tag in _NEEDED if tag not in found]
    if missing:
        raise FontFileError(f"lacks its table '{missing[0]}'")
    return found
