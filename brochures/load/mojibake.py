"""Mojibake: letters that a program read in the wrong encoding and wrote back, such as "â€™" for an apostrophe, and what they stand for.

The table is worked out: each sign that our texts may have is written in UTF-8 and read again in the encodings that Windows, macOS and DOS
take text for. What comes out is in no language; a few pairs that capitals and punctuation could form are told only beside small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

_PUNCTUATION = "\N{NO-BREAK SPACE}‐‑‒–—―‘’‚“”„†‡•…′″‹›€™→←−≈≠≤≥×÷ﬁﬂ\ufeff\ufffd"

_SIGNS = (
    *map(chr, range(0xA1, 0x180)), *"ƠơƯưȘșȚțʻʼ", *map(chr, range(0x300, 0x32A)), *map(chr, range(0x1E00, 0x1F00)), *_PUNCTUATION,
)  # fmt: skip
"""What our texts may have beyond ASCII: the letters of European and Vietnamese names, accents, punctuation."""

_ENCODINGS = ("cp1252", "latin-1", "mac-roman", "cp437", "cp850", "cp1250")

_DOUBTFUL = re.compile("[ÂÃÄÅÆÈ][€‚„…‘’“”•–—™›«»\xa0]")
"""A capital and a sign that may stand behind it in honest words; in small letters' company it is none."""

_SMALL = re.compile("[ª-ÿ]{2}")
"""Two letters of Western European words: side by side they may well be meant."""

_LOST_CLOSING = "â€"
"""What is left of a closing quotation mark: Windows-1252 has no sign for its last byte, and many programs drop that."""


@dataclass(frozen=True)
class Misread:
    """Letters at ``start`` of a text that were read in the wrong encoding, and what they stand for."""

    start: int
    written: str
    meant: str


def misread(text: str) -> Iterator[Misread]:
    """Yield what of ``text`` was read in the wrong encoding, from left to right; signs that touch are one."""
    held: Misread | None = None
    for one in _single(text):
        if held is not None and one.start == held.start + len(held.written):
            held = Misread(held.start, held.written + one.written, held.meant + one.meant)
            continue
        if held is not None:
            yield replace(held, meant=_repaired(held.meant))
        held = one
    if held is not None:
        yield replace(held, meant=_repaired(held.meant))


def _single(text: str) -> Iterator[Misread]:
    if text.isascii():
        return
    end = 0
    for found in _leads().finditer(text):
        if found.start() < end:
            continue
        one = _at(text, found.start())
        if one is not None:
            end = one.start + len(one.written)
            yield one


def _repaired(text: str) -> str:
    """Return ``text`` as it was meant: what was misread more than once is read back as often."""
    for _ in range(2):
        for one in reversed(list(_single(text))):
            text = text[: one.start] + one.meant + text[one.start + len(one.written) :]
    return text


def _at(text: str, start: int) -> Misread | None:
    for length in range(_longest(), 1, -1):
        written = text[start : start + length]
        meant = _table().get(written)
        if meant and not (_DOUBTFUL.fullmatch(written) and _among_capitals(text, start, start + length)):
            return Misread(start, written, meant)
    if text.startswith(_LOST_CLOSING, start):
        return Misread(start, _LOST_CLOSING, "”")
    return _with_a_plain_space(text, start)


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether the word around stands in capitals, or the capital stands alone."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not before.islower() and not after.islower()


def _with_a_plain_space(text: str, start: int) -> Misread | None:
    """Return a misread "à", whose second half, a no-break space, some programs made plain."""
    before = text[max(0, start - 1) : start]
    return Misread(start, "Ã ", "à") if text.startswith("Ã ", start) and before.islower() else None


@cache
def _table() -> Mapping[str, str]:
    """Return each misreading with the sign that it stands for."""
    table: dict[str, str] = {}
    for encoding in _ENCODINGS:
        for sign in _SIGNS:
            written = "".join(_read(byte, encoding) for byte in sign.encode())
            if not (written[0].islower() and _SMALL.fullmatch(written)):
                table.setdefault(written, sign)
    return table


def _read(byte: int, encoding: str) -> str:
    """Return the sign of ``byte`` in ``encoding``; a byte that it leaves open is kept by its number, as browsers do (WHATWG Encoding, 9)."""
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


@cache
def _leads() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(sorted({written[0] for written in _table()}))) + "]")


@cache
def _longest() -> int:
    return max(map(len, _table()))
