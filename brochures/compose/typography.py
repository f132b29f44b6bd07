"""Typography of words: what the writer need not think of. Quotation marks, dashes and spaces are mended, numbers keep their units.

What differs between languages (quotation marks, dashes, units, titles) stands under ``typography`` in ``house/words.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise

from brochures.compose.dashes import SYMBOLS, dashed
from brochures.compose.quotation_marks import quoted
from brochures.load.model.addresses import typed
from brochures.load.model.words import Typography

NO_BREAK = "\N{NO-BREAK SPACE}"
JOINER = "\N{WORD JOINER}"

SHORTEST = 4
"""Texts of fewer words are left alone."""

LONGEST_END = 12
"""Longer pairs are left alone: joined, they would leave a hole in the line above. In characters."""

SHORT_ADDRESS = 28
"""Among words an address up to this length goes to the next line whole: every column of text holds it. In characters."""

NEUTRAL = Typography()
"""Where no language is asked for: only what is true of all of them."""

_VEIL = "\N{GOTHIC LETTER AHSA}"
"""Stands for an address while the words around it are mended: a letter that no text has."""

_SPACES = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_SHORT_PREFIX = re.compile(r"\b(\w{1,3})-(?=\w)")
_BREAK = "\N{ZERO WIDTH SPACE}"
"""A place where a line may end, and nothing is added to it."""


def typeset(text: str, rule: Typography = NEUTRAL) -> str:
    """Return ``text`` mended, with no line break after a prefix such as ``off-``, and in addresses only where none can be mistaken."""
    text = mended(text, rule)
    parts, end = [], 0
    for start, stop in typed(text):
        parts += [_prefixed(text[end:start]), _in_a_line(text[start:stop])]
        end = stop
    return "".join([*parts, _prefixed(text[end:])])


def _prefixed(text: str) -> str:
    return _SHORT_PREFIX.sub(rf"\1{JOINER}-{JOINER}", text.replace("mg/kg", f"mg/{JOINER}kg"))


def _in_a_line(address: str) -> str:
    """Return ``address`` so that it stands whole among words, where it is short; a longer one may break as ``unbroken`` says."""
    if len(address) > SHORT_ADDRESS:
        return unbroken(address)
    return unbroken(address).replace(_BREAK, JOINER)


def unbroken(address: str) -> str:
    """Return ``address`` so that a line ends in it only behind a slash or before a dot, and never behind a hyphen.

    Where a line ends in a hyphen nobody can tell whether it belongs to the address. In a part between two slashes that few lines could
    hold, a line may end before a hyphen and any other sign, which then begins the next one: else it would end inside of a word. Signs
    that nobody sees say so; who copies the address from a finished file does not get them.
    """
    plain = address.replace(JOINER, "").replace(_BREAK, "")
    tight = {at for part in re.finditer(r"[^/]+", plain) if len(part[0]) > SHORT_ADDRESS for at in range(*part.span())}
    signs = [plain[:1]]
    for at, (before, sign) in enumerate(pairwise(plain), 1):
        behind_slash = before == "/" and sign != "/" and plain[at - 2 : at] != "//"
        before_sign = at in tight and not sign.isalnum() and before.isalnum()
        if behind_slash or before_sign or (sign == "." and before not in "./"):
            signs.append(_BREAK)
        elif not (before.isalnum() and sign.isalnum()):
            signs.append(JOINER)
        signs.append(sign)
    return "".join(signs)


@lru_cache(maxsize=8192)
def mended(text: str, rule: Typography) -> str:
    """Return ``text`` with its quotation marks, dashes and spaces as the printer wants them. Mending twice changes nothing.

    An address of the web or of mail, a DOI and the name of a file stay sign for sign as they are typed.
    """
    addresses = [text[start:end] for start, end in typed(text)]
    if addresses and _VEIL not in text:
        veiled = _mended(_veiled(text), rule)
        for address in addresses:
            veiled = veiled.replace(_VEIL, address, 1)
        return veiled
    return _mended(text, rule)


def _veiled(text: str) -> str:
    """Return ``text`` with a letter in the place of each address."""
    parts, end = [], 0
    for start, stop in typed(text):
        parts += [text[end:start], _VEIL]
        end = stop
    return "".join([*parts, text[end:]])


def _mended(text: str, rule: Typography) -> str:
    text = quoted(dashed(_SPACES.sub(" ", text), rule), rule)
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


def one_line(text: str) -> str:
    """Return ``text`` with its words joined, so that all of it stands on one line."""
    return text.replace(" ", NO_BREAK)


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


@lru_cache(maxsize=16)
def _no_breaks(rule: Typography) -> tuple[re.Pattern[str], ...]:
    """Return the patterns after whose first group a space may not be broken."""
    return (
        re.compile(rf"(\d) (?=(?:{_any(SYMBOLS + rule.units + rule.clock)})(?!\w))"),
        re.compile(rf"(?<!\w)({_any(rule.before_numbers)}) (?=\d|[IVX]+\b)") if rule.before_numbers else _NEVER,
        re.compile(rf"(?<!\w)({_any(rule.before_names)}) (?=\w)") if rule.before_names else _NEVER,
    )


_NEVER = re.compile(r"(?!)()")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
