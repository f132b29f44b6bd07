"""Text faults: what is wrong with the letters of a content file's texts, each told at its place with the repair. Nothing is repaired here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from brochures.findings import Code, Finding, codes
from brochures.load.file_text import misread_words
from brochures.load.mojibake import misread
from brochures.load.odd_characters import LOOKALIKE, LOST, QUOTES, UNSEEN, Odd, odd_characters
from brochures.load.yaml_source import Manuscript, Route

_CODES = {
    UNSEEN: codes.UNSEEN_CHARACTER,
    LOST: codes.LOST_LETTER,
    LOOKALIKE: codes.LOOKALIKE,
    QUOTES: codes.TURNED_QUOTATION_MARK,
}


def text_faults(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield what is wrong with the letters in ``manuscript``, in its keys too; of one fault in one text the first place."""
    if manuscript.text.isascii() and "\\" not in manuscript.text:
        return
    for route, key in _keys(manuscript.data):
        yield from (
            codes.UNSEEN_CHARACTER.at(manuscript.place(route, key=True), one.what, one.mend) for one in _first(key)
        )
    for route in _texts(manuscript.data):
        writing = manuscript.writing(route)
        yield from dict.fromkeys(_faults(writing.text, writing.place))


def _first(key: str) -> Iterator[Odd]:
    odd = list(odd_characters(key))
    if "\N{NO-BREAK SPACE}" in key:
        odd.append(
            Odd(
                UNSEEN,
                0,
                "a no-break space stands in this line where a plain one must",
                "delete it, and type plain spaces",
            )
        )
    return iter(odd[:1])


def _faults(text: str, place: Any) -> Iterator[Finding]:
    for start, code, what, mend in letter_faults(text):
        yield code.at(place(start), what, mend)


def letter_faults(text: str) -> Iterator[tuple[int, Code, str, str]]:
    """Yield what is wrong with the letters of ``text``, each fault once: where it stands, of which code it is, what it is, and the mend."""
    told: set[object] = set()
    taken: set[int] = set()
    for one in misread(text):
        taken |= set(range(one.start, one.start + len(one.written)))
        if one.written not in told:
            told.add(one.written)
            yield one.start, codes.MISREAD, *misread_words(one.written, one.meant)
    for odd in odd_characters(text):
        if odd.start not in taken and (odd.kind, odd.what) not in told:
            told.add((odd.kind, odd.what))
            yield odd.start, _CODES[odd.kind], odd.what, odd.mend


def _texts(data: Any, route: Route = ()) -> Iterator[Route]:
    """Yield the route of each text in ``data`` that is more than plain letters and signs."""
    if isinstance(data, str):
        if not data.isascii() or not data.isprintable():
            yield route
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from _texts(item, (*route, number))
    elif isinstance(data, Mapping):
        for key, item in data.items():
            yield from _texts(item, (*route, key))


def _keys(data: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _keys(item, (*route, number))
    elif isinstance(data, Mapping):
        for key, item in data.items():
            if not key.isascii():
                yield (*route, key), key
            yield from _keys(item, (*route, key))
