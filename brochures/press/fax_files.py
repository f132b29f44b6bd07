"""Fax files: the pages of a fax in TIFF taken out and bound anew, none of them packed again (TIFF 6.0; RFC 2306, TIFF-F)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

OFFSETS, SIZES = 273, 279
"""StripOffsets and StripByteCounts: where the strips of a page are, and how long."""

LONG = 4
"""The type of a number of four bytes."""

WIDTHS = {1: 1, 2: 1, 3: 2, LONG: 4, 5: 8}
"""How many bytes a value of each type takes (TIFF 6.0, Types)."""

HEAD = b"II*\0"
ENTRY = struct.Struct("<HHI4s")
"""An entry of a directory: tag, type, how many values, and these or where they are."""


@dataclass(frozen=True)
class FaxPage:
    """One page as a fax holds it: ``entries`` are tag, type, number and bytes of all that is said of it, ``strips`` its dots, packed."""

    entries: tuple[tuple[int, int, int, bytes], ...]
    strips: tuple[bytes, ...] = field(repr=False)


def taken_apart(data: bytes) -> tuple[FaxPage, ...]:
    """Return the pages of the TIFF file ``data``, whose numbers have their lowest byte first. Raise ``ValueError`` where it is none."""
    if data[:4] != HEAD:
        raise ValueError(HEAD)
    return tuple(_pages(data))


def bound(pages: Iterable[FaxPage]) -> bytes:
    """Return one TIFF file of ``pages``, in their order."""
    whole = bytearray(HEAD + bytes(4))
    link = len(HEAD)
    for page in pages:
        at = []
        for strip in page.strips:
            at.append(len(whole))
            whole += strip + bytes(len(strip) % 2)
        rows = [*_said(whole, page, at)]
        struct.pack_into("<I", whole, link, len(whole))
        whole += struct.pack("<H", len(rows)) + b"".join(rows) + bytes(4)
        link = len(whole) - 4
    return bytes(whole)


def _pages(data: bytes) -> Iterator[FaxPage]:
    (at,) = struct.unpack_from("<I", data, len(HEAD))
    while at:
        (count,) = struct.unpack_from("<H", data, at)
        entries = []
        for row in range(at + 2, at + 2 + count * ENTRY.size, ENTRY.size):
            tag, kind, number, held = ENTRY.unpack_from(data, row)
            length = WIDTHS[kind] * number
            begins = int.from_bytes(held, "little")
            entries.append(
                (tag, kind, number, held[:length] if length <= len(held) else data[begins : begins + length])
            )
        places, sizes = (_numbers(next(one for one in entries if one[0] == tag)) for tag in (OFFSETS, SIZES))
        strips = tuple(data[place : place + size] for place, size in zip(places, sizes, strict=True))
        yield FaxPage(tuple(one for one in entries if one[0] != OFFSETS), strips)
        (at,) = struct.unpack_from("<I", data, at + 2 + count * ENTRY.size)


def _numbers(entry: tuple[int, int, int, bytes]) -> tuple[int, ...]:
    _, kind, number, held = entry
    return struct.unpack(f"<{number}{'I' if kind == LONG else 'H'}", held)


def _said(whole: bytearray, page: FaxPage, at: list[int]) -> Iterator[bytes]:
    """Yield the entries of ``page``, whose strips are ``at`` these places; values that are too long for an entry are written before them."""
    placed = (OFFSETS, LONG, len(at), struct.pack(f"<{len(at)}I", *at))
    for tag, kind, number, held in sorted((*page.entries, placed)):
        value = held
        if len(held) > LONG:
            value = struct.pack("<I", len(whole))
            whole += held + bytes(len(held) % 2)
        yield ENTRY.pack(tag, kind, number, value.ljust(LONG, b"\0"))
