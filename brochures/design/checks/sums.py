"""Sums in styles (``calc()``): lengths with bare numbers, products of lengths, what is divided by a length or by nothing, signs without spaces.

The engine takes some of them and makes something else of them, in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import tinycss2

from brochures.design.checks.subject import StyleSheets
from brochures.design.checks.units import ANGLES, LENGTHS, UNITS
from brochures.design.sheets import Declaration, every
from brochures.findings import Finding, codes
from brochures.findings.check import check

_OPENS = frozenset({"whitespace", "comment"})
_SIGNS = frozenset("+-*/")
_ALIKE = frozenset({"min", "max", "clamp"})
_IS_LENGTH = re.compile(
    r"(?:(?:min|max)-)?(?:width|height|inline-size|block-size)|(?:margin|padding|inset)(?:-[a-z-]+)?|top|right|bottom|left"
    r"|(?:row-|column-)?gap|size|bleed(?:-[a-z]+)?|font-size|letter-spacing|word-spacing|text-indent|flex-basis"
    r"|border(?:-(?!image)[a-z]+){0,2}-(?:width|spacing|radius)|column-(?:rule-)?width|outline-(?:width|offset)"
)
"""Properties whose sums are lengths; a bare number is none, but for zero."""


class SumKind(StrEnum):
    """What a part of a sum is."""

    NUMBER = "number"
    LENGTH = "length"
    ANGLE = "angle"
    OTHER = "other"
    UNKNOWN = "unknown"


class _SumError(Exception):
    """A sum cannot be done: what is wrong, and the mend."""

    def __init__(self, said: str, mend: str) -> None:
        super().__init__(said)
        self.said, self.mend = said, mend


@dataclass(frozen=True)
class _Part:
    """A part of a sum: what it is, as it is written, and its value where it is a number alone."""

    kind: SumKind
    text: str
    value: float | None = None


_NOT_KNOWN = _Part(SumKind.UNKNOWN, "")


@check(
    codes.REFUSED_VALUE,
    looks_for="sums of the styles that cannot be done: lengths with bare numbers, lengths times lengths, signs without spaces",
    source="CSS Values Level 4, 10.9; docs/designers.md, What is checked in the styles",
)
def sums(styles: StyleSheets) -> Iterator[Finding]:
    """Find the first thing in each declaration that keeps a sum in it from being done."""
    reader = _SumReader(styles)
    for declared in (*(sheet.declarations for sheet in styles.sheets), styles.inline):
        for one in declared:
            try:
                reader.read(one)
            except _SumError as wrong:
                yield codes.REFUSED_VALUE.at(one.place, f"'{one}': {wrong.said}", wrong.mend)


@dataclass(frozen=True)
class _SumReader:
    """Reads sums; a variable is what all its values are."""

    styles: StyleSheets
    known: dict[str, _Part] = field(default_factory=dict)

    def read(self, one: Declaration) -> None:
        """Raise ``_SumError`` where a sum in ``one`` cannot be done."""
        for token in every(one.value):
            if _is_sum(token):
                self.sum(token.arguments)
        for part in (self.sum(token.arguments) for token in one.value if _is_sum(token)):
            if part.kind is SumKind.NUMBER and part.value != 0 and _IS_LENGTH.fullmatch(one.name):
                said = f"'calc({part.text})' comes to a number without a unit, and a length is wanted"
                raise _SumError(said, "write a length in it, such as 2pt")

    def sum(self, tokens: Sequence[Any]) -> _Part:
        """Return what ``tokens`` between the brackets of a sum come to."""
        words = _words(tokens)
        total, sign = self._product(words), ""
        while words:
            sign = _sign(words, "+-", total)
            following = self._product(words)
            total = _added(total, sign, following)
        return total

    def _product(self, words: list[Any]) -> _Part:
        total = self._part(words)
        while words and words[0].type == "literal" and words[0].value in "*/":
            sign = words.pop(0).value
            total = _multiplied(total, sign, self._part(words))
        return total

    def _part(self, words: list[Any]) -> _Part:
        if not words:
            raise _SumError("a sum ends in the middle", "write what belongs behind the last sign")
        token = words.pop(0)
        text = _text(token)
        if token.type == "() block":
            return _Part((inner := self.sum(token.content)).kind, text, inner.value)
        if token.type == "function":
            return replace(self._function(token), text=text)
        if token.type == "literal" and token.value in _SIGNS:
            raise _SumError(f"a sign '{token.value}' stands where a number belongs", "take one of the two signs out")
        return _Part(_kind(token), text, float(token.value) if token.type == "number" else None)

    def _function(self, token: Any) -> _Part:
        if token.lower_name == "calc":
            return self.sum(token.arguments)
        if token.lower_name == "var":
            name = next((word.value for word in token.arguments if word.type == "ident"), "")
            return self._variable(name)
        if token.lower_name in _ALIKE:
            parts = [self.sum(part) for part in _by_commas(token.arguments)]
            values = [part.value for part in parts if part.value is not None]
            return replace(
                _all_alike(parts), value=_chosen(token.lower_name, values) if len(values) == len(parts) else None
            )
        return _NOT_KNOWN

    def _variable(self, name: str) -> _Part:
        """Return what every value of the variable ``name`` is; unknown where they differ, or where one is no single value or is itself wrong."""
        if name not in self.known:
            self.known[name] = _NOT_KNOWN
            if name not in self.styles.given:
                self.known[name] = _all_alike([self._value(one) for one in self.styles.variables.get(name, ())])
        return self.known[name]

    def _value(self, one: Declaration) -> _Part:
        words = _words(one.value)
        try:
            return self._part(words) if len(words) == 1 else _NOT_KNOWN
        except _SumError:
            return _NOT_KNOWN  # told where it stands


def _is_sum(token: Any) -> bool:
    return bool(token.type == "function" and token.lower_name == "calc")


def _chosen(name: str, values: Sequence[float]) -> float | None:
    """Return which of ``values`` the function ``name`` takes."""
    if name == "clamp":
        return max(values[0], min(values[1:])) if len(values) == 3 else None  # noqa: PLR2004 the least, the wish, the most
    return min(values) if name == "min" else max(values)


def _all_alike(parts: Sequence[_Part]) -> _Part:
    """Return what each of ``parts`` is: unknown where their kinds differ, without a value where their values do."""
    kinds, values = {part.kind for part in parts}, {part.value for part in parts}
    if len(kinds) != 1:
        return _NOT_KNOWN
    return _Part(kinds.pop(), "", values.pop() if len(values) == 1 else None)


def _words(tokens: Sequence[Any]) -> list[Any]:
    """Return ``tokens`` without spaces and comments."""
    return [token for token in tokens if token.type not in _OPENS]


def _by_commas(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _sign(words: list[Any], signs: str, before: _Part) -> str:
    token = words.pop(0)
    if token.type == "literal" and token.value in signs:
        return str(token.value)
    text = _text(token)
    if text[:1] in {"+", "-"}:
        said = f"'{text}' stands behind '{before.text}' without a sign between them"
        raise _SumError(said, f"write a space behind the sign: {before.text} {text[0]} {text[1:]}")
    raise _SumError(
        f"no sign stands between '{before.text}' and '{text}'", "write +, -, * or / between them, with spaces"
    )


def _added(one: _Part, sign: str, other: _Part) -> _Part:
    text = f"{one.text} {sign} {other.text}"
    if SumKind.UNKNOWN in {one.kind, other.kind}:
        return _Part(SumKind.UNKNOWN if one.kind is other.kind else _known(one, other), text)
    if one.kind is not other.kind:
        done = "added to" if sign == "+" else "taken from"
        first, second = (one, other) if sign == "+" else (other, one)
        bare = next((part.text for part in (one, other) if part.kind is SumKind.NUMBER), "")
        mend = f"write '{bare}' with its unit, such as {bare}pt" if bare else "write both in units of one kind"
        raise _SumError(f"'{first.text}' cannot be {done} '{second.text}': {_what(one)} and {_what(other)}", mend)
    value = None
    if one.value is not None and other.value is not None:
        value = one.value + other.value if sign == "+" else one.value - other.value
    return _Part(one.kind, text, value)


def _known(one: _Part, other: _Part) -> SumKind:
    """Return the kind of that of the two which is known: what is added to it must be of the same."""
    return other.kind if one.kind is SumKind.UNKNOWN else one.kind


def _multiplied(one: _Part, sign: str, other: _Part) -> _Part:
    text = f"{one.text} {sign} {other.text}"
    if sign == "/":
        if other.kind not in {SumKind.NUMBER, SumKind.UNKNOWN}:
            said = f"'{one.text}' cannot be divided by '{other.text}', which is {_what(other)}"
            raise _SumError(said, "divide by a number without a unit")
        if other.value == 0:
            raise _SumError(f"'{one.text}' cannot be divided by nothing", "divide by another number")
        return _Part(one.kind, text, one.value / other.value if one.value is not None and other.value else None)
    if SumKind.UNKNOWN in {one.kind, other.kind}:
        known = _known(one, other)
        return _Part(SumKind.UNKNOWN if known is SumKind.NUMBER else known, text)
    if SumKind.NUMBER not in {one.kind, other.kind}:
        said = f"'{one.text}' cannot be multiplied by '{other.text}': {_what(one)} and {_what(other)}"
        raise _SumError(said, "multiply by a number without a unit")
    value = one.value * other.value if one.value is not None and other.value is not None else None
    return _Part(other.kind if one.kind is SumKind.NUMBER else one.kind, text, value)


def _kind(token: Any) -> SumKind:
    if token.type == "number":
        return SumKind.NUMBER
    if token.type == "percentage" or (token.type == "dimension" and token.lower_unit in LENGTHS):
        return SumKind.LENGTH
    if token.type == "dimension":
        return (
            SumKind.ANGLE
            if token.lower_unit in ANGLES
            else SumKind.OTHER
            if token.lower_unit in UNITS
            else SumKind.UNKNOWN
        )
    return SumKind.UNKNOWN


def _text(token: Any) -> str:
    """Return ``token`` as it is written, with its sign."""
    if token.type in {"number", "dimension", "percentage"}:
        return f"{token.representation}{getattr(token, 'unit', '%' if token.type == 'percentage' else '')}"
    return str(tinycss2.serialize([token]))


def _what(part: _Part) -> str:
    return {
        SumKind.NUMBER: "a number without a unit",
        SumKind.LENGTH: "a length",
        SumKind.ANGLE: "an angle",
    }.get(part.kind, "something else")
