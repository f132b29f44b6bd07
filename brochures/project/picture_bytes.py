"""Picture bytes: what kind of picture a file holds by its first bytes, and whether a JPEG or PNG is there from its first byte to its last."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

PNG, JPEG, SVG = "a PNG picture", "a JPEG picture", "a drawing in SVG"
KINDS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", PNG),
    (0, b"\xff\xd8\xff", JPEG),
    (0, b"GIF8", "a GIF picture"),
    (8, b"WEBP", "a WebP picture"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (4, b"ftypavi", "an AVIF picture"),
    (4, b"ftyp", "a HEIC picture"),
    (0, b"BM", "a BMP picture"),
    (0, b"8BPS", "a Photoshop file"),
    (0, b"%PDF-", "a PDF file"),
    (0, b"%!PS", "a PostScript file"),
    (4, b"jP  ", "a JPEG 2000 picture"),
)
"""How files begin: offset, bytes, and what such a file is called. AVIF stands before HEIC, since both are boxes of the same make."""

WEB_PAGE, PLACEHOLDER, TEXT = "a web page", "a placeholder of Git LFS", "plain text"
NO_PICTURES = frozenset({WEB_PAGE, PLACEHOLDER, TEXT})
"""What is found where a picture was to be downloaded."""

_ASCII = frozenset(b"\t\n\r\f") | frozenset(range(0x20, 0x7F))
_TEXT = _ASCII | frozenset(range(0x80, 0x100))
_LONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers of JPEG that no length follows (ITU-T T.81, table B.1): TEM and the restarts."""

_EOI, _STUFFED, _FILL = 0xD9, 0x00, 0xFF


def kind_of(data: bytes) -> str:
    """Return what ``data`` is by its first bytes, such as ``a WebP picture``; empty where nobody can tell."""
    for offset, sign, kind in KINDS:
        if data.startswith(sign, offset):
            return kind
    head = data[:512]
    begin = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if begin.startswith((b"<!doctype html", b"<html")):
        return WEB_PAGE
    if begin.startswith(b"version https://git-lfs"):
        return PLACEHOLDER
    if begin.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype svg")):
        return SVG
    return TEXT if head and head[0] in _ASCII and set(head) <= _TEXT else ""


@dataclass(frozen=True)
class Jpeg:
    """A JPEG file by its markers: where its last scan's data end, and whether its end marker is there."""

    end: int
    ended: bool


def read_jpeg(data: bytes) -> Jpeg:
    """Return how far the picture in ``data`` reaches: thumbnails inside of segments are not mistaken for it, what follows it is left out."""
    at = 2
    while True:
        at = _marker(data, at)
        if at < 0:
            return Jpeg(len(data), ended=False)
        sign = data[at + 1]
        if sign == _EOI:
            return Jpeg(at, ended=True)
        at += 2 if sign in _LONE else 2 + int.from_bytes(data[at + 2 : at + 4])


def _marker(data: bytes, at: int) -> int:
    """Return where the next marker begins, -1 where none does; bytes of a scan's data and restarts in it are passed over."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return -1
        if data[at + 1] not in {_STUFFED, _FILL}:
            return at
        at += 1 if data[at + 1] == _FILL else 2


def chunks(data: bytes) -> Iterator[tuple[str, bool]]:
    """Yield each chunk of the PNG in ``data``: its name, and whether it is whole (its check sum holds; PNG, 5.3)."""
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        body, check = data[at + 4 : at + 8 + length], data[at + 8 + length : at + 12 + length]
        yield body[:4].decode("latin-1"), len(check) == 4 and zlib.crc32(body) == int.from_bytes(check)  # noqa: PLR2004 bytes
        at += 12 + length
        if body.startswith(b"IEND"):
            return
