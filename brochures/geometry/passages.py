"""Which passage a text comes from: the stretches of a text, each with the number of its passage, counted in letters.

Letters and digits are what typography leaves as they are: quotation marks are turned, spaces joined, lines broken and hyphens added
after a text was written, so a place in it is the number of its letters before that place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

NONE = -1
"""The number of no passage: words that a template has of its own, and the end of a text."""

_TYPOGRAPHY = dict.fromkeys(map(ord, "\N{NO-BREAK SPACE}\N{WORD JOINER}\N{BULLET}\N{MIDDLE DOT}‘’“”–—\N{MINUS SIGN}"))
"""What typography puts into plain text most often; none of it is a letter."""

_UNCOUNTED = bytes(code for code in range(256) if not chr(code).isascii() or not chr(code).isalnum())


@dataclass(frozen=True, slots=True)
class Stretch:
    """From its letter ``at`` on a text comes from ``passage``, from that one's letter ``offset`` on.

    ``fixed`` marks a reference, such as ``{clinic:phone}``: all of what stands for it is written at that one place.
    """

    at: int
    passage: int = NONE
    offset: int = 0
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """One place in one passage: the number of the passage, and the number of its letters before that place."""

    passage: int
    offset: int


def letters(text: str) -> str:
    """Return the letters and digits of ``text`` in lower case, compatible forms made one."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def count(text: str) -> int:
    """Return how many letters and digits ``text`` has."""
    plain = text if text.isascii() else text.translate(_TYPOGRAPHY)
    if plain.isascii():
        return len(plain.encode().translate(None, _UNCOUNTED))
    return len(letters(plain))


def offset_of(text: str, letter: int) -> int:
    """Return where in ``text`` its letter or digit numbered ``letter`` stands, the end of the text where it has no more."""
    seen = 0
    for offset, sign in enumerate(text):
        seen += len(letters(sign))
        if seen > letter:
            return offset
    return len(text)


def written(stretches: Iterable[Stretch]) -> str:
    """Return ``stretches`` as an attribute holds them: ``at:passage:offset``, ``!`` after a fixed one, ``at`` alone where no passage is."""
    return " ".join(
        str(one.at) if one.passage == NONE else f"{one.at}:{one.passage}:{one.offset}{'!' if one.fixed else ''}"
        for one in stretches
    )


def read(attribute: str) -> tuple[Stretch, ...]:
    """Return the stretches that ``attribute`` holds."""
    return tuple(_read(one) for one in attribute.split())


def cut(stretches: Sequence[Stretch], start: int, end: int) -> Iterator[Stretch]:
    """Yield the stretches of a text's letters from ``start`` to ``end``, counted from there."""
    for number, one in enumerate(stretches):
        after = stretches[number + 1].at if number + 1 < len(stretches) else end
        first = max(one.at, start)
        unlettered = one.passage != NONE and one.at == after and start <= one.at <= end
        if first < min(after, end) or unlettered:
            moved = one.offset if one.fixed or one.passage == NONE else one.offset + first - one.at
            yield Stretch(first - start, one.passage, moved, one.fixed)


def origins(stretches: Iterable[Stretch]) -> Iterator[Origin]:
    """Yield the place where each of ``stretches`` begins, those of no passage left out."""
    return (Origin(one.passage, one.offset) for one in stretches if one.passage != NONE)


def _read(one: str) -> Stretch:
    if ":" not in one:
        return Stretch(int(one))
    at, passage, offset = one.rstrip("!").split(":")
    return Stretch(int(at), int(passage), int(offset), fixed=one.endswith("!"))
