"""Encodings: in which one a list is written, from its bytes. What is not said by the file is guessed, and told."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from brochures.findings import BrochureError, Finding, Place, codes

CHUNK = 2**20
"""Bytes that are looked at together: no list is read whole."""

_MARKS = (
    (codecs.BOM_UTF32_LE, ""),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""Several bytes that are one letter in UTF-8 (RFC 3629, 4)."""

_HIGH = re.compile(rb"[\x80-\xff]")

_THIRD = 3
"""A text in UTF-16 of western letters is zero in every second byte; from a third on nobody doubts it."""


@dataclass(frozen=True)
class Encoding:
    """The name of an encoding as Python has it, and what is told of it."""

    name: str
    findings: tuple[Finding, ...] = ()


def encoding_of(path: Path, file: str) -> Encoding:
    """Return in which encoding ``path``, which findings call ``file``, is written. Raise ``BrochureError`` where it is no text that is read."""
    with path.open("rb") as opened:
        head = opened.read(4096)
    for mark, name in _MARKS:
        if head.startswith(mark):
            if not name:
                raise BrochureError(
                    codes.UNREAD_LIST.at(Place(file), "it is written in UTF-32", "save it as CSV UTF-8")
                )
            return Encoding(name)
    wide = _wide(head)
    if wide:
        said = f"it says nothing of its encoding, and is read as {wide.upper()}"
        return Encoding(wide, (codes.GUESSED_ENCODING.at(Place(file), said, "look whether the names are right"),))
    return _narrow(path, file)


def _wide(head: bytes) -> str:
    """Return UTF-16 in the order of its bytes, where ``head`` is that without a mark."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * _THIRD <= len(head) // 2 or min(even, odd) * _THIRD > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _narrow(path: Path, file: str) -> Encoding:
    """Return UTF-8 where all bytes are, or most that could be; else Windows-1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines, whole = 0, True
    with path.open("rb") as opened:
        while whole and (chunk := opened.read(CHUNK)):
            try:
                decoder.decode(chunk)
                lines += chunk.count(b"\n")
            except UnicodeDecodeError as wrong:
                whole = False
                lines += chunk.count(b"\n", 0, max(0, wrong.start))
        if whole:
            try:
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                whole = False
    if whole:
        return Encoding("utf-8")
    sequences, loose = _counted(path)
    if sequences >= loose:  # its letters are UTF-8: what is none is damage, told at its row
        return Encoding("utf-8")
    said = "its letters are no UTF-8, and are read as Windows-1252; the first is on this line"
    told = codes.GUESSED_ENCODING.at(Place(file, lines + 1), said, "look whether the names are right; else save the list as CSV UTF-8")  # fmt: skip
    return Encoding("cp1252", (told,))


def _counted(path: Path) -> tuple[int, int]:
    """Return how many letters of several bytes the file holds if it is UTF-8, and how many bytes that are part of none."""
    sequences = loose = 0
    with path.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            found = _SEQUENCE.findall(chunk)
            sequences += len(found)
            loose += len(_HIGH.findall(chunk)) - sum(map(len, found))
    return sequences, loose
