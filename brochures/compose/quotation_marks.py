"""Quotation marks and apostrophes: straight ones are turned as the language turns them; feet and inches stay."""

from __future__ import annotations

import re
from functools import lru_cache

from brochures.load.model.words import Typography

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"

_BEFORE_OPENING = frozenset("([{/\u00a0“‘«„—–")
_AFTER_OPENING = frozenset("“‘’«„$¿¡(\"'")
_INNER_CLOSING = re.compile(r"(?<=[^\s])'(?!\w)")


def quoted(text: str, rule: Typography) -> str:
    """Return ``text`` with straight quotation marks and apostrophes turned."""
    if not rule.quotes or ('"' not in text and "'" not in text):
        return text
    return _turned(_elided(text, rule.elisions), *rule.quotes)


def _elided(text: str, words: tuple[str, ...]) -> str:
    """Return ``text`` with the apostrophes of words that have lost their beginning: 'tis, and on both sides rock 'n' roll."""
    if not words:
        return text
    both, first = _patterns(words)
    text = both.sub(rf"{APOSTROPHE}\1{APOSTROPHE}", text)
    return first.sub(APOSTROPHE, text)


@lru_cache(maxsize=16)
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a letter that stands for a word between two others, and of an apostrophe before a word."""
    letters = "|".join(re.escape(word) for word in words if len(word) == 1) or "(?!)"
    every = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return (
        re.compile(rf"(?<=\w\s)'({letters})'(?=\s\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)'(?=(?:{every})\b(?!'))", re.IGNORECASE),
    )


def _turned(text: str, opening: str, closing: str, inner_opening: str, inner_closing: str) -> str:
    signs = []
    outer = inner = False
    for at, sign in enumerate(text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        measure = before.isdigit() and (after.isdigit() if sign == "'" and after.isalnum() else not after.isalnum())
        if sign == '"' and not (measure and not outer):
            outer = _opens(before, after)
            signs.append(opening if outer else closing)
        elif sign == "'" and before.isalpha() and after.isalpha():
            signs.append(APOSTROPHE)
        elif sign == "'" and not (measure and not inner):
            inner = _opens(before, after) and not after.isdigit() and _INNER_CLOSING.search(text, at + 1) is not None
            signs.append(inner_opening if inner else inner_closing)
        else:
            signs.append(sign)
    return "".join(signs)


def _opens(before: str, after: str) -> bool:
    """Return whether a quotation mark between two signs opens; at the beginning or end of a text there is none."""
    starts = not before or before.isspace() or before in _BEFORE_OPENING
    return starts and (after.isalnum() or after in _AFTER_OPENING) if after else bool(before) and starts
