"""Dashes as they are meant: an en dash in a span, a minus before a number, the language's own dash between clauses.

Typed is a hyphen for each of them. A span runs between two days, months, dates, hours or amounts; what is no span stays a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from brochures.load.model.words import Typography

EN_DASH, MINUS = "\N{EN DASH}", "\N{MINUS SIGN}"

SYMBOLS = ("mg/kg", "mg", "mcg", "g", "kg", "ml", "mL", "pt", "mm", "cm", "m", "km", "%")
"""Units that are written alike in every language."""

_SIGNS = ("°C", "°F", "°")
_CURRENCIES = frozenset("$€£")
_SHORT_YEARS = re.compile(r"(?<=['’]\d\d)-(?=['’]\d\d(?!\d))")
_CLAUSES = re.compile(r"(?<=[^\s-])(?: --? |--)(?=[^\s-])")
_NEGATIVE = re.compile(r"(^|[(\[=<>≤≥±]|[^\d\s\N{EN DASH}-]\s)-(?=\d)")
_LOCAL_NUMBER = (3, 4)
"""How many digits the halves of a telephone number have: 555-0100 is no range."""

_YEAR = 4
_NOON, _LAST_DAY = 12, 31

_SPANS = frozenset({("day", "day"), ("hour", "hour"), ("hour", "day"), ("date", "date")})
"""Kinds of ends that are always those of a span."""

_LONGEST = 4
"""Digits of a plain number in a range: more of them belong to a code or a telephone."""


@dataclass(frozen=True)
class _End:
    """One end of what may be a span: a day or month, an hour, a date, or an amount with its unit."""

    text: str
    kind: str
    unit: str = ""

    @property
    def value(self) -> float:
        """The number in it."""
        found = re.search(r"\d[\d,]*(?:\.\d+)?", self.text)
        return float(found[0].replace(",", "")) if found else 0.0

    @property
    def digits(self) -> str:
        """Its figures, with the point of a decimal number."""
        return "".join(sign for sign in self.text.removesuffix(self.unit) if sign.isdigit() or sign == ".")

    @property
    def decimals(self) -> int:
        """How many digits stand behind its point."""
        return len(self.digits.partition(".")[2])


def dashed(text: str, rule: Typography) -> str:
    """Return ``text`` with the dashes that are meant. What is mended already stays as it is."""
    if "-" not in text:
        return text
    pattern = _pattern(rule)
    text = pattern.sub(lambda match: _spanned(match, rule), _SHORT_YEARS.sub(EN_DASH, text))
    text = _NEGATIVE.sub(rf"\1{MINUS}", text)
    if rule.dash:
        text = _CLAUSES.sub(f" {rule.dash} " if rule.spaced_dash else rule.dash, text)
    return text


def _spanned(match: re.Match[str], rule: Typography) -> str:
    left, right = _end(match["left"], rule), _end(match["right"], rule)
    if not _is_span(left, right, typed=match["dash"], after_day=_follows_a_day(match, rule)):
        return match[0]
    dash = f" {EN_DASH} " if "-" in left.text + right.text and left.kind == "date" else EN_DASH
    return f"{left.text}{dash}{right.text}"


def _is_span(left: _End, right: _End, *, typed: str, after_day: bool) -> bool:
    kinds = (left.kind, right.kind)
    if kinds == ("amount", "amount"):
        return _is_range(left, right, typed) or ((after_day or typed == " - ") and _are_hours(left, right))
    if kinds == ("day", "amount"):
        return bool(left.digits) and not right.unit and right.value <= _LAST_DAY
    if kinds == ("day", "hour"):
        return bool(left.digits) and left.value <= _NOON
    if kinds in {("hour", "amount"), ("amount", "hour")}:
        one = right if left.kind == "hour" else left
        return not one.unit and one.value <= _NOON
    return kinds in _SPANS


def _are_hours(left: _End, right: _End) -> bool:
    return not left.unit + right.unit and max(left.value, right.value) <= _NOON and not left.decimals + right.decimals


def _is_range(left: _End, right: _End, typed: str) -> bool:
    """Return whether two amounts are the ends of a range: of one unit, and rising; a year may be cut short, as in 2018-19."""
    is_money = left.unit in _CURRENCIES and not right.unit
    if left.unit and left.unit != right.unit and not is_money:
        return False
    if not right.unit and left.decimals != right.decimals:
        return False
    lengths = (len(left.digits), len(right.digits))
    if lengths == _LOCAL_NUMBER or (typed.count("-") > 1 and typed.strip() != typed and not right.unit):
        return False
    cut_short = lengths[1] < lengths[0] == _YEAR
    return left.value < right.value or cut_short


def _follows_a_day(match: re.Match[str], rule: Typography) -> bool:
    """Return whether a day stands before ``match``, so that two small numbers are hours: Mon-Fri 9-5."""
    before = match.string[: match.start()].rstrip(" ,:")
    return before.removesuffix(".").endswith(rule.days) if rule.days else False


def _end(text: str, rule: Typography) -> _End:
    if re.fullmatch(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}-\d\d-\d\d", text):
        return _End(text, "date")
    if rule.days and text.startswith(rule.days):
        return _End(text, "day")
    unit = next((one for one in _units(rule) if text.endswith(one) and text[: -len(one)].rstrip()[-1:].isdigit()), "")
    if ":" in text or unit in rule.clock:
        return _End(text, "hour", unit)
    return _End(text, "amount", unit or text[: 0 if text[0].isdigit() else 1])


@lru_cache(maxsize=16)
def _units(rule: Typography) -> tuple[str, ...]:
    """Return the units that may follow a number, longer ones first."""
    return tuple(sorted({*SYMBOLS, *_SIGNS, *rule.units, *rule.clock}, key=len, reverse=True))


@lru_cache(maxsize=16)
def _pattern(rule: Typography) -> re.Pattern[str]:
    """Return the pattern of two ends with a typed dash between them."""
    number = rf"[$€£]?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,{_LONGEST}}})(?:\.\d+)?"
    ends = [
        r"\d{4}-\d\d-\d\d",
        r"\d{1,2}/\d{1,2}(?:/\d{2,4})?",
        rf"\d{{1,2}}:\d\d(?:\s?(?:{_any(rule.clock)}))?" if rule.clock else r"\d{1,2}:\d\d",
        rf"{number}(?:\s?(?:{_any(_units(rule))})(?!\w))?",
    ]
    day = rf"(?:{_any(rule.days)})(?!\w)\.?" if rule.days else "(?!)"
    dated = r"(?:\s\d{1,2}(?![\d:/.,]?\d)(?:,\s\d{4})?%s)?"
    left, right = "|".join([day + dated % "", *ends]), "|".join([day + dated % r"(?!\s?-)", *ends])
    listed = rf"\s?--?\s?{day}"
    return re.compile(
        rf"(?<![\w.,/$-])(?<!-\s)(?P<left>{left})(?P<dash>\s?--?\s?)(?P<right>{right})(?![\w-]|[.,/:]\d|{listed})"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
