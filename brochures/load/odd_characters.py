"""Odd characters: what nobody sees, what only looks like a letter, and quotation marks that face the wrong way.

Legitimate are no-break and thin spaces, a soft hyphen inside a long word, a word joiner, fractions, raised and lowered figures, and Greek
letters as science uses them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Odd:
    """A character, or several, at ``start`` of a text: what it is, and what to do. ``kind`` is one of ``KINDS``."""

    kind: str
    start: int
    what: str
    mend: str


UNSEEN, LOST, LOOKALIKE, QUOTES = "unseen", "lost", "lookalike", "quotes"
KINDS = (UNSEEN, LOST, LOOKALIKE, QUOTES)
"""Nobody sees it, or only as a space; it stands for a letter that was lost; it looks like another one; it is turned the wrong way."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2061-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0001-\U000e01ef]"
    "|(?<![^\\W\\d_]{2})\u00ad|\u00ad(?![^\\W\\d_]{2})"
)
"""Directions of writing, spaces without width, variants of signs; a soft hyphen that does not stand inside a word."""

_SPACES = re.compile("[\u1680\u180e\u2000-\u2006\u2008\u205f\u3000\u2028\u2029\x85]")
"""Spaces of other widths than typography needs, and ends of lines that YAML knows and no editor shows."""

_LOST = re.compile("[\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"[^\W0-9]+")
_COMPATIBLE = re.compile("[\ufb00-\ufb06\u2160-\u217f\uff01-\uff5e\U0001d400-\U0001d7ff]+")
"""Ligatures, Roman numerals of one sign, letters as wide as Chinese ones, and the letters of formulas, which web pages use for bold."""

_GREEK_TWINS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν", "ABEZHIKMNOPTYXoiv", strict=True))
_CYRILLIC_TWINS = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYXaesijopcyxhdqw", strict=True))
_TWINS = {**_GREEK_TWINS, **_CYRILLIC_TWINS}
"""Letters of other scripts that look like Latin ones (Unicode Technical Standard 39, confusables)."""

_VOWELS = frozenset("aeiouāēīōūAEIOU")


def odd_characters(text: str) -> Iterator[Odd]:
    """Yield what is odd in ``text``."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return
    yield from _unseen(text)
    if not text.isascii():
        yield from _lost(text)
        yield from _lookalikes(text)
        yield from _quotes(text)


def name_of(sign: str) -> str:
    """Return the name of ``sign``, where Unicode gives it one, and its number."""
    name = unicodedata.name(sign, "")
    return f"{name}, U+{ord(sign):04X}" if name else f"U+{ord(sign):04X}"


def _unseen(text: str) -> Iterator[Odd]:
    for found in _UNSEEN.finditer(text):
        yield Odd(
            UNSEEN,
            found.start(),
            f"a character that nobody sees ({name_of(found[0])})",
            "delete it: put the cursor behind it, and press Backspace",
        )
    for found in _SPACES.finditer(text):
        yield Odd(UNSEEN, found.start(), f"an odd space ({name_of(found[0])})", "type a plain space in its place")


def _lost(text: str) -> Iterator[Odd]:
    for found in _LOST.finditer(text):
        sign = found[0][0]
        if sign == "\N{REPLACEMENT CHARACTER}":
            yield Odd(
                LOST,
                found.start(),
                "a letter was lost here (\N{REPLACEMENT CHARACTER} stands in its place)",
                "type what belongs here",
            )
        else:
            what = f"a sign that only its own program can show ({name_of(sign)})"
            yield Odd(LOST, found.start(), what, "type what belongs here, or delete it")


def _lookalikes(text: str) -> Iterator[Odd]:
    for found in _COMPATIBLE.finditer(text):
        plain = unicodedata.normalize("NFKC", found[0])
        yield Odd(
            LOOKALIKE,
            found.start(),
            f"'{found[0]}' is made of special signs ({name_of(found[0][0])})",
            f"type '{plain}'",
        )
    for found in _DIGITS.finditer(text):
        if all(unicodedata.category(sign) == "Nd" for sign in found[0]) and not _COMPATIBLE.match(found[0]):
            plain = "".join(str(unicodedata.digit(sign)) for sign in found[0])
            yield Odd(
                LOOKALIKE,
                found.start(),
                f"'{found[0]}' is written in digits of another script ({name_of(found[0][0])})",
                f"type '{plain}'",
            )
    for found in _LETTERS.finditer(text):
        yield from _mixed(found[0], found.start())


def _mixed(word: str, start: int) -> Iterator[Odd]:
    """Yield the first letter of another script in ``word``, where the others are Latin; Greek ones count that look like Latin ones."""
    if word.isascii() or not any(_script(sign) == "LATIN" for sign in word):
        return
    for at, sign in enumerate(word):
        script = _script(sign)
        if script in {"CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC"} or sign in _GREEK_TWINS:
            plain = "".join(_TWINS.get(one, one) for one in word)
            mend = f"type '{plain}'" if plain != word else f"type '{word}' again, in letters of one alphabet"
            yield Odd(LOOKALIKE, start + at, f"the '{sign}' in '{word}' is no Latin letter ({name_of(sign)})", mend)
            return


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]


def _quotes(text: str) -> Iterator[Odd]:
    for at, sign in enumerate(text):
        if sign not in "“”‘":
            continue
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        opens, closes = not before or before.isspace(), not after or after.isspace()
        if sign == "”" and opens and after.isalnum():
            yield Odd(QUOTES, at, "a closing quotation mark stands where one opens", "type “")
        elif sign == "“" and closes and before and not before.isspace() and "„" not in text[:at]:
            yield Odd(QUOTES, at, "an opening quotation mark stands where one closes", "type ”")
        elif sign == "‘" and before.isalpha() and after.isalpha() and not {before, after} <= _VOWELS:
            yield Odd(QUOTES, at, "an opening quotation mark stands where an apostrophe belongs", "type ’")
