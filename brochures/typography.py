"""Typography of words: what the writer need not think of. Numbers keep their units, short prefixes their words."""

from __future__ import annotations

import re
import unicodedata

NO_BREAK = "\N{NO-BREAK SPACE}"
JOINER = "\N{WORD JOINER}"

SHORTEST = 4
"""Texts of fewer words are left alone."""

LONGEST_END = 12
"""Longer pairs are left alone: joined, they would leave a hole in the line above. In characters."""

_UNITS = "hours?|minutes?|days?|weeks?|months?|years?|people|mg/kg|mg|pt|mm|in|cm|CFR|U\\.S\\.C\\.|percentage"
_NUMBER_UNIT = re.compile(rf"(\d) (?={_UNITS}\b)")
_UNIT_NUMBER = re.compile(r"\b(CFR|U\.S\.C\.|Part|part|TIP|[Pp]age|[Vv]ersion|[Pp]hase) (?=\d)")
_SHORT_PREFIX = re.compile(r"\b(\w{1,3})-(?=\w)")


def typeset(text: str) -> str:
    """Return ``text`` with no-break spaces between numbers and units, and no line break after a prefix such as ``off-``."""
    text = _NUMBER_UNIT.sub(rf"\1{NO_BREAK}", text)
    text = _UNIT_NUMBER.sub(rf"\1{NO_BREAK}", text)
    text = text.replace("mg/kg", f"mg/{JOINER}kg")
    return _SHORT_PREFIX.sub(rf"\1{JOINER}-{JOINER}", text)


def keep_end(text: str) -> str:
    """Return ``text`` with its last two words joined, so that no line of one short word ends a paragraph."""
    start, space, last = text.rpartition(" ")
    before = start.rpartition(" ")[2]
    if not space or len(start.split()) < SHORTEST or len(before) + len(last) > LONGEST_END:
        return text
    return f"{start}{NO_BREAK}{last}"


def signed(number: object) -> str:
    """Return a number with a true minus sign."""
    return str(number).replace("-", "\N{MINUS SIGN}")


def squeezed(text: str) -> str:
    """Return ``text`` as it can be compared: compatible forms made one (NFKC), without spaces and signs that nobody sees."""
    if text.isascii():
        return "".join(text.split())
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign)[0] not in "CZ")


def letters(text: str) -> str:
    """Return the letters and digits of ``text`` in lower case, compatible forms made one: what typography leaves as it was."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())
