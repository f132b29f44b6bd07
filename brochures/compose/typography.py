"""Typography of words: what the writer need not think of. Quotation marks, dashes and spaces are mended, numbers keep their units.

What differs between languages (quotation marks, dashes, units, titles) stands under ``typography`` in ``house/words.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from brochures.load.model.words import Typography

NO_BREAK = "\N{NO-BREAK SPACE}"
JOINER = "\N{WORD JOINER}"

SHORTEST = 4
"""Texts of fewer words are left alone."""

LONGEST_END = 12
"""Longer pairs are left alone: joined, they would leave a hole in the line above. In characters."""

NEUTRAL = Typography()
"""Where no language is asked for: only what is true of all of them."""

_SYMBOLS = ("mg/kg", "mg", "mcg", "g", "kg", "ml", "mL", "pt", "mm", "cm", "m", "km", "%")
"""Units that are written alike in every language."""

_BEFORE_OPENING = frozenset("([{/\u00a0“‘«„—–")
_AFTER_OPENING = frozenset("“‘«„$¿¡(\"'")
_INNER_CLOSING = re.compile(r"(?<=[^\s])'(?!\w)")
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_RANGE = re.compile(r"(?<![\w.,/-])(\d{1,4})\s?-\s?(\d{1,4})(?![\w-]|[.,/]\d)")
_DASH = re.compile(r"(?<=[^\s-])(?: --? |--)(?=[^\s-])")
_SHORT_PREFIX = re.compile(r"\b(\w{1,3})-(?=\w)")
_LOCAL_NUMBER = (3, 4)
"""How many digits the halves of a telephone number have: 555-0100 is no range."""


def typeset(text: str, rule: Typography = NEUTRAL) -> str:
    """Return ``text`` mended, and with no line break after a prefix such as ``off-``."""
    text = mended(text, rule).replace("mg/kg", f"mg/{JOINER}kg")
    return _SHORT_PREFIX.sub(rf"\1{JOINER}-{JOINER}", text)


@lru_cache(maxsize=8192)
def mended(text: str, rule: Typography) -> str:
    """Return ``text`` with its quotation marks, dashes and spaces as the printer wants them. Mending twice changes nothing."""
    text = _SPACES.sub(" ", text)
    text = _RANGE.sub(_ranged, text)
    if rule.dash:
        text = _DASH.sub(f" {rule.dash} " if rule.spaced_dash else rule.dash, text)
    if rule.quotes:
        text = _quoted(text, *rule.quotes)
    for pattern in _no_breaks(rule):
        text = pattern.sub(rf"\1{NO_BREAK}", text)
    return text


def keep_end(text: str) -> str:
    """Return ``text`` with its last two words joined, so that no line of one short word ends a paragraph."""
    start, space, last = text.rpartition(" ")
    before = start.rpartition(" ")[2]
    if not space or len(start.split()) < SHORTEST or len(before) + len(last) > LONGEST_END:
        return text
    return f"{start}{NO_BREAK}{last}"


def first_up(text: str) -> str:
    """Return ``text`` with a capital letter first."""
    return text[:1].upper() + text[1:]


def signed(number: object) -> str:
    """Return a number with a true minus sign."""
    return str(number).replace("-", "\N{MINUS SIGN}")


def squeezed(text: str) -> str:
    """Return ``text`` as it can be compared: compatible forms and hyphens made one, letters and marks apart, without what nobody sees.

    Marks stand apart (NFKD), because a face may draw a letter and its mark as two glyphs, which a reader of the file finds in two pieces.
    """
    if text.isascii():
        return "".join(text.split())
    plain = unicodedata.normalize("NFKD", text).replace("\N{HYPHEN}", "-")
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] not in "CZ")


def spoken_day(day: date, labels: Mapping[str, str]) -> str:
    """Return a day as it is said in the language of ``labels``, or in figures alone where they do not say how."""
    months, form = labels.get("date.months", "").split(), labels.get("date.form")
    if form is None or len(months) < day.month:
        return day.isoformat()
    return form.format(day=day.day, month=months[day.month - 1], year=day.year)


def _ranged(match: re.Match[str]) -> str:
    first, last = match.groups()
    rises = int(first) < int(last) or len(last) < len(first) == len("2018")
    if not rises or (len(first), len(last)) == _LOCAL_NUMBER:
        return match[0]
    return f"{first}\N{EN DASH}{last}"


def _quoted(text: str, opening: str, closing: str, inner_opening: str, inner_closing: str) -> str:
    """Return ``text`` with straight quotation marks and apostrophes turned as the language turns them; inches and feet stay."""
    if '"' not in text and "'" not in text:
        return text
    signs = []
    outer = inner = False
    for at, sign in enumerate(text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        measure = before.isdigit() and not after.isalnum()
        if sign == '"' and not (measure and not outer):
            outer = _opens(before, after)
            signs.append(opening if outer else closing)
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


@lru_cache(maxsize=16)
def _no_breaks(rule: Typography) -> tuple[re.Pattern[str], ...]:
    """Return the patterns after whose first group a space may not be broken."""
    return (
        re.compile(rf"(\d) (?=(?:{_any(_SYMBOLS + rule.units)})(?!\w))"),
        re.compile(rf"(?<!\w)({_any(rule.before_numbers)}) (?=\d|[IVX]+\b)") if rule.before_numbers else _NEVER,
        re.compile(rf"(?<!\w)({_any(rule.before_names)}) (?=\w)") if rule.before_names else _NEVER,
    )


_NEVER = re.compile(r"(?!)()")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
