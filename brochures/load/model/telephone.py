"""Telephone numbers as data: found in words, held against the numbering plans, and written as links. What is printed stays as it is typed.

A link names a number with its country, as E.164 has it (RFC 3966, 5.1.4); an extension stands behind it as ``;ext=`` (5.3), and letters
are dialled as the digits that they stand on (ITU-T E.161). Numbers of three to six digits are short codes: they stay as they are, and
are looked up in a list of those that there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import ValidationResult, shortnumberinfo

REGION = "US"
"""The country whose numbers are written without a plus sign and a code."""

EXAMPLE = "(217) 555-0100"
"""What a number is shown as in messages: one of those that are kept for examples."""

_FOR_EXAMPLES = re.compile(r"\+1\d{3}55501\d\d")
"""What the North American Numbering Plan keeps for examples and fiction (Splunk Style Guide, Phone numbers)."""

_SHORTEST, _LONGEST_SHORT = 3, 6
"""Digits of a short code."""

_AREA = 3
"""Digits of an area code; those of the exchange follow."""

_TEN = 10
"""Digits of a number with its area code: further letters of a word are not dialled."""

_SEPARATOR = r"[ \u00a0]?[-.\u00b7\u2010-\u2013][ \u00a0]?|[ \u00a0]|\)[ \u00a0]?-?|[ \u00a0-]?\((?=\d{2,4}\))"
_EXTENSION = r"(?:[,;]?\s*(?:\bext(?:\.|ensi[oó]n\b|\b)|x|#|;ext=)\s*(?P<extension>\d{1,7})(?!\d))?"
_LETTERS = (
    r"(?:1[-. ])?\(?[2-9]\d\d\)?[-. ](?=(?:[-.]?[\dA-Z]){7})(?=[\dA-Z.-]*[A-Z]{3})[\dA-Z]+(?:[-.][\dA-Z]+)*(?![a-z\d])"
    r"(?:\s*\((?P<digits>\d+)\))?"
)
_DIGITS = rf"\+?(?:\([1-9]\d{{0,3}}|\d)(?:(?:{_SEPARATOR})?\d)*+"
_NUMBER = re.compile(
    rf"(?<![\w@./=-])(?<!\d[,:])(?:(?P<letters>{_LETTERS})|(?P<plain>\d{{3}}/\d{{3}}-\d{{4}}|{_DIGITS})){_EXTENSION}"
    r"(?![\w@]|[,:]\d|\.\d)"
)
_WHOLE = re.compile(r"\+|\(|\d{10}|(?:\d+\D+){2}\d|(?<!\d)\d{3}[-.]\d{4}$")
"""The shape of a whole number; two groups of other figures are years, or the code of a place."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FAX_BEFORE = re.compile(r"\bfax\b[^\w()+]{0,3}(?:number|no\.)?[^\w()+]{0,3}$", re.IGNORECASE)
_FAX_BEHIND = re.compile(r"\s*\(?fax\b(?!\W*\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Telephone:
    """A number in words: ``text`` from ``start`` on. ``dialled`` is what a link names; ``fault`` says why nobody can call it.

    ``mend`` is how a faulty one is mended. ``is_fax``: words before it say that a fax machine answers.
    """

    text: str
    start: int
    dialled: str
    extension: str = ""
    fault: str = ""
    mend: str = ""
    is_fax: bool = False

    @property
    def end(self) -> int:
        """Where it ends in the words."""
        return self.start + len(self.text)

    @property
    def is_short(self) -> bool:
        """Whether it is a short code."""
        return len(self.dialled) <= _LONGEST_SHORT

    @property
    def is_for_examples(self) -> bool:
        """Whether it is a number that nobody has: 555-0100 to 555-0199, with any area code, are kept for examples."""
        return bool(_FOR_EXAMPLES.fullmatch(self.dialled))

    @property
    def is_emergency(self) -> bool:
        """Whether it is the number of the police and the ambulance."""
        return shortnumberinfo.is_emergency_number(self.dialled, REGION)

    @property
    def call(self) -> str:
        """The address that calls it (RFC 3966)."""
        return f"tel:{self.dialled}{f';ext={self.extension}' if self.extension else ''}"

    @property
    def message(self) -> str:
        """The address that writes a text message to it (RFC 5724)."""
        return f"sms:{self.dialled}"


@lru_cache(maxsize=1024)
def telephones(text: str) -> tuple[Telephone, ...]:
    """Return every telephone number in ``text``: what is too short, too long or not in use, too, with what is wrong with it."""
    return tuple(_found(text))


def in_prose(text: str) -> tuple[Telephone, ...]:
    """Return the telephone numbers in ``text``, which may hold other figures, too: those with the shape of a whole number."""
    return tuple(
        one for one in telephones(text) if not one.is_short and _WHOLE.search(one.text) and not _DAY.fullmatch(one.text)
    )


def fault_of(text: str) -> tuple[str, str]:
    """Return what is wrong with ``text``, which is to be one number that can be dialled, and how it is mended; two empty texts: nothing.

    Words may stand beside the number, and no other figures.
    """
    numbers = [one for one in telephones(text) if not one.is_short or not one.fault] or telephones(text)
    if not numbers:
        return f"there is no telephone number in '{text}'", f"write it with its area code, such as {EXAMPLE}"
    if len(numbers) > 1:
        return (
            f"there are {len(numbers)} numbers in it, '{numbers[0].text}' and '{numbers[1].text}': which of them is called?",
            "write one number here, and another where it belongs",
        )
    only = numbers[0]
    rest = " ".join(f"{text[: only.start]} {text[only.end :]}".split())
    if not only.fault and re.search(r"\d", rest):
        return f"beside the number stand figures that are no part of it: '{rest}'", (
            f"write the number alone, such as {EXAMPLE}, ext. 42"
        )
    return only.fault, only.mend


def same_number(one: Telephone, other: Telephone) -> bool:
    """Return whether both are answered by the same telephone."""
    return one.dialled == other.dialled


def _found(text: str) -> Iterator[Telephone]:
    at = 0
    while (match := _NUMBER.search(text, at)) is not None:
        one = _read(match, text)
        if one is not None and one.fault and not match["letters"] and not one.text.startswith("+"):
            one = next((other for other in _parts(match, text) if not other.fault), one)
        if one is not None:
            yield one
        at = one.end if one is not None else match.end()


def _parts(match: re.Match[str], text: str) -> Iterator[Telephone]:
    """Yield the numbers that ``match`` may be where it is several figures with a space between them, the longest first."""
    start, end = match.span()
    spaces = [start + space.start() for space in re.finditer(r"\s", match[0])]
    for first, last in [*((start, space) for space in reversed(spaces)), *((space + 1, end) for space in spaces)]:
        part = _NUMBER.match(text, first, last)
        one = _read(part, text) if part is not None and part.end() == last else None
        if one is not None and not one.is_short:
            yield one


def _read(match: re.Match[str], text: str) -> Telephone | None:
    """Return the number of ``match``, None where its digits are too few to be any."""
    written, start = match[0], match.start()
    if written[0] == "(" and ")" not in written:
        written, start = written[1:], start + 1
    digits, fault, mend = _letters(match) if match["letters"] else (_digits(match["plain"]), "", "")
    if len(digits) < _SHORTEST:
        return None
    is_short = len(digits) <= _LONGEST_SHORT and "+" not in written
    dialled, wrong, mended = _short(digits) if is_short else _whole(digits, written)
    is_fax = bool(_FAX_BEFORE.search(text[:start]) or _FAX_BEHIND.match(text[match.end() :]))
    return Telephone(written, start, dialled, match["extension"] or "", fault or wrong, mend or mended, is_fax)


def _digits(number: str) -> str:
    """Return the digits of ``number`` as they are dialled, letters as those that they stand on."""
    return phonenumbers.normalize_digits_only(phonenumbers.convert_alpha_characters_in_number(number))


def _letters(match: re.Match[str]) -> tuple[str, str, str]:
    """Return the digits of a number with letters; what stands behind it in brackets must be those of its letters."""
    number, told = match["letters"], match["digits"] or ""
    word = number.partition("(")[0] if told else number
    digits = _digits(word)
    whole = digits[: _TEN + digits.startswith("1")]
    if whole.endswith(told):
        return whole, "", ""
    return (
        whole,
        f"the letters of '{word.strip()}' end in {whole[-len(told) :]}, and '{told}' stands beside it",
        ("look it up on its owner's page, and correct the letters or the digits"),
    )


def _short(digits: str) -> tuple[str, str, str]:
    """Return a short code as it is dialled, with what is wrong where it is not in use."""
    number = phonenumbers.PhoneNumber(phonenumbers.country_code_for_region(REGION), int(digits))
    if digits[0] != "0" and shortnumberinfo.is_valid_short_number_for_region(number, REGION):
        return digits, "", ""
    return (
        digits,
        f"there is no short number '{digits}'",
        f"look it up on its owner's page; a whole number has its area code, such as {EXAMPLE}",
    )


def _whole(digits: str, written: str) -> tuple[str, str, str]:
    """Return a whole number with its country, or its digits and what is wrong with it."""
    sign = "+" if written.startswith("+") else ""
    try:
        number = phonenumbers.parse(sign + digits, REGION)
    except phonenumbers.NumberParseException:
        return (
            digits,
            f"'{written}' is no telephone number: no country has it",
            f"write it with its area code, such as {EXAMPLE}",
        )
    if phonenumbers.is_valid_number(number):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), "", ""
    if sign:
        country = number.country_code
        return (
            sign + digits,
            f"no telephone of the country +{country} has the number '{written}'",
            "look it up on its owner's page",
        )
    return digits, *_why(number, digits, written)


def _why(number: phonenumbers.PhoneNumber, digits: str, written: str) -> tuple[str, str]:
    """Return what is wrong with a number without a country, and how it is mended."""
    national = digits[1:] if len(digits) > _TEN and digits[0] == "1" else digits
    abroad = "a number of another country begins with + and the code of the country"
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        return f"'{written}' has no area code", f"write it with its area code, such as {EXAMPLE}"
    if len(national) != _TEN:
        return (
            f"'{written}' has {len(national)} digits, and a telephone number has {_TEN}",
            f"count the digits and write it with its area code, such as {EXAMPLE}; {abroad}",
        )
    area, exchange = national[:_AREA], national[_AREA : 2 * _AREA]
    known = phonenumbers.is_valid_number(phonenumbers.parse(f"{area}2345678", REGION))
    what = f"'{exchange}' cannot follow an area code" if known else f"there is no area code {area}"
    return f"no telephone has the number '{written}': {what}", f"look the number up again; {abroad}"
