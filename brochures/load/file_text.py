"""The text of a file: its bytes as letters, with everything told that makes them unreadable, and one kind of line end."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from brochures.findings import BrochureError, Finding, Place, codes
from brochures.load.mojibake import misread
from brochures.load.odd_characters import name_of

MAX_BYTES = 1_000_000

_UNSEEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow in a text (YAML 1.1, 5.1), and Unicode in none that is passed on (23.7): no editor shows it.

With it a byte order mark inside of a file, as it is left where two files were joined.
"""

_ODD_ENDS = re.compile("[\x85\u2028\u2029]")
"""Ends of lines that YAML knows and no editor shows (YAML 1.1, 5.4)."""

_MERGE = re.compile(
    r"^<{7}(?: .*)?\n(?P<first>(?:.*\n)*?)(?P<rest>(?:\|{7}(?: .*)?\n(?:.*\n)*?)?={7}\n(?:.*\n)*?>{7}.*)$", re.MULTILINE
)
"""Two versions of some lines, as version control leaves them where it cannot choose."""

_MOST = 20
"""A file with more unseen characters than these is no text at all."""

_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

_SAVE = "save the file as UTF-8 (in the editor: Save with encoding, UTF-8)"


def file_text(raw: bytes, file: str) -> tuple[str, tuple[Finding, ...]]:
    """Return the text of the bytes ``raw``, which findings call ``file``, and what is wrong in it, each at its place.

    What YAML cannot read is a letter or a space in the text, so that the rest can be read and every place stays what it is. Raise
    ``BrochureError`` where nothing can be read.
    """
    text = _decoded(raw, file).replace("\r\n", "\n").replace("\r", "\n")
    unseen = list(_unseen(text))
    found = [
        *_merges(text, file),
        *(finding(_place(text, start, file)) for start, _, finding in unseen),
        *_ends(text, file),
    ]
    if len(found) > _MOST:
        raise BrochureError(codes.ENCODING.at(Place(file), "this file is no text", "restore it from version control"))
    for start, end, _ in unseen:
        text = text[:start] + "x" * (end - start) + text[end:]
    text = _MERGE.sub(lambda two: "\n" + two["first"] + "\n" * two["rest"].count("\n"), text)
    return _ODD_ENDS.sub(" ", text), tuple(found)


def file_bytes(path: Path, file: str) -> bytes:
    """Return the bytes of the content file ``path``, which findings call ``file``. Raise ``BrochureError`` where there is none, or too much."""
    if path.is_dir():
        said = "this is a folder, and a content file belongs here"
        raise BrochureError(
            codes.FILE_MISSING.at(Place(file), said, "give the folder another name, and put the file in its place")
        )
    try:
        raw = path.read_bytes()
    except PermissionError as wrong:
        said, mend = (
            "the system does not let us read this file",
            "give yourself the right to read it (in its properties)",
        )
        raise BrochureError(codes.FILE_MISSING.at(Place(file), said, mend)) from wrong
    except OSError as wrong:
        said, mend = f"cannot read this file: {wrong.strerror}", "put the file back, or restore it from version control"
        raise BrochureError(codes.FILE_MISSING.at(Place(file), said, mend)) from wrong
    if len(raw) > MAX_BYTES:
        said = f"the file has {len(raw):,} bytes, more than {MAX_BYTES:,}"
        raise BrochureError(codes.TOO_MUCH.at(Place(file), said, "split it, or remove what does not belong"))
    return raw


def _decoded(raw: bytes, file: str) -> str:
    wide = _wide(raw)
    if wide:
        raise BrochureError(
            codes.ENCODING.at(Place(file, 1, 1), f"this file is written in {wide}, not in UTF-8", _SAVE)
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        column = wrong.start - (raw.rfind(b"\n", 0, wrong.start) + 1) + 1
        byte = raw[wrong.start : wrong.start + 1]
        sign = byte.decode("cp1252", "replace")
        said = f"byte 0x{byte.hex().upper()} is not UTF-8 text; on Windows it stands for '{sign}'"
        raise BrochureError(codes.ENCODING.at(Place(file, line, column), said, _SAVE)) from wrong


def _wide(raw: bytes) -> str:
    """Return the encoding of more than one byte a letter that ``raw`` is in, empty where it is none."""
    for mark, name in _WIDE:
        if raw.startswith(mark):
            return name
    head = raw[:200]
    return "UTF-16" if len(head) > 1 and head.count(0) * 3 > len(head) else ""


def _place(text: str, at: int, file: str) -> Place:
    return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _merges(text: str, file: str) -> Iterator[Finding]:
    for found in _MERGE.finditer(text):
        last = text.count("\n", 0, found.end()) + 1
        yield codes.SYNTAX.at(
            _place(text, found.start(), file),
            f"two versions of these lines stand here, down to line {last}: a merge that was not finished",
            "keep one of the two, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
        )


def _unseen(text: str) -> Iterator[tuple[int, int, Callable[[Place], Finding]]]:
    """Yield where each character begins and ends that no editor shows, and what is told of it: with its neighbours, where they are one sign."""
    if not _UNSEEN.search(text):
        return
    told = 0
    for one in misread(text):
        if _UNSEEN.search(one.written):
            yield from _alone(text, told, one.start)
            told = one.start + len(one.written)
            yield one.start, told, partial(_misread, written=one.written, meant=one.meant)
    yield from _alone(text, told, len(text))


def _alone(text: str, first: int, last: int) -> Iterator[tuple[int, int, Callable[[Place], Finding]]]:
    for found in _UNSEEN.finditer(text, first, last):
        said = f"a control character ({name_of(found[0])})"
        yield found.start(), found.end(), partial(codes.ENCODING.at, message=said, help="delete this character")


def _ends(text: str, file: str) -> Iterator[Finding]:
    for found in _ODD_ENDS.finditer(text):
        yield codes.UNSEEN_CHARACTER.at(
            _place(text, found.start(), file),
            f"an end of a line that no editor shows ({name_of(found[0])})",
            "delete it, and press Enter where a new line shall begin",
        )


def misread_words(written: str, meant: str) -> tuple[str, str]:
    """Return the fact that ``written`` stands for ``meant``, and the mend."""
    shown = "".join(sign if sign.isprintable() or sign == "\xa0" else f"[{name_of(sign)}]" for sign in written)
    seen = meant.isprintable() and bool(meant.strip())
    stands = f"'{meant}'" if seen else name_of(meant[:1])
    said = f"'{shown}' stands for {stands}: these are letters that a program read in the wrong encoding"
    return said, f"type {meant}" if seen else "delete it, or type a plain space"


def _misread(place: Place, written: str, meant: str) -> Finding:
    return codes.MISREAD.at(place, *misread_words(written, meant))
