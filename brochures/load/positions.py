"""Positions: one text as it stands in its file, and the exact place of each of its characters, folded or quoted as it may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from brochures.findings import Place

_PROPERTIES = re.compile(r"(?:(?:[&!]\S*|#[^\n]*)\s+)*")
"""What may stand before a value and is no part of it: an anchor and a tag (YAML 1.2, 6.9), and after them a comment."""

_JOINT = re.compile(r"\\\r?\n")
"""A line of quoted text that ends in a backslash: the text goes on in the next line (YAML 1.2, 7.3.1)."""

_DIGITS = {"x": 2, "u": 4, "U": 8}
"""How many digits follow the letter of an escape that names a character by its number (YAML 1.2, 5.7)."""

_SPACE_ESCAPES = frozenset(" \ttnvfrNL_P")
"""What follows the backslash of an escape for a space or the end of a line (YAML 1.2, 5.7)."""


@dataclass(frozen=True)
class Writing:
    """One text as a reader has it, and as it stands in its file: folded, indented, quoted, from ``start`` on."""

    text: str
    raw: str
    start: Place

    def place(self, offset: int) -> Place:
        """Return the place in the file of the character at ``offset`` of the text."""
        position = self._raw_offset(offset)
        before = self.raw[:position]
        lines = before.count("\n")
        column = len(before) - before.rfind("\n") if lines else self.start.column + position
        return Place(self.start.file, self.start.line + lines, column)

    def _raw_offset(self, offset: int) -> int:
        """Return where the character at ``offset`` begins in the file; a space begins where the letter before it ends."""
        before = sum(map(_is_letter, self.text[:offset]))
        here = self.text[offset : offset + 1]
        if here and _is_letter(here) and before < len(self._letters):
            return self._letters[before][0]
        return self._letters[min(before, len(self._letters)) - 1][1] if before and self._letters else _begin(self.raw)

    @cached_property
    def _letters(self) -> tuple[tuple[int, int], ...]:
        """Where each letter of the text begins and ends in the file. Only the spaces between them differ from the text's."""
        return tuple(_letters(self.raw))


def _is_letter(sign: str) -> bool:
    """Return whether ``sign`` is written as often as it is read: neither a space, nor a mark that may have become one with its letter."""
    return not sign.isspace() and not unicodedata.combining(sign)


def past_properties(raw: str) -> int:
    """Return where the value in ``raw`` begins behind its anchor and tag, with its quotation mark or header line."""
    found = _PROPERTIES.match(raw)
    return found.end() if found else 0


def _begin(raw: str) -> int:
    """Return where the value in ``raw`` begins, its opening quotation mark or header line left out."""
    at = past_properties(raw)
    if raw[at : at + 1] in {"|", ">"}:
        return raw.find("\n", at) + 1 or len(raw)
    return at + 1 if raw[at : at + 1] in {"'", '"'} else at


def _letters(raw: str) -> Iterator[tuple[int, int]]:
    at = _begin(raw)
    quote = raw[at - 1] if at and raw[at - 1] in {"'", '"'} else ""
    while at < len(raw):
        width, letter = _written(raw, at, quote)
        if letter:
            yield at, at + width
        at += width


def _written(raw: str, at: int, quote: str) -> tuple[int, bool]:
    """Return how many characters of the file write the one at ``at``, and whether it is a letter (YAML 1.2, 5.7 and 7.3)."""
    if quote == "'" and raw[at : at + 2] == "''":
        return 2, True
    if quote != '"' or raw[at] != "\\":
        return 1, _is_letter(raw[at])
    joint = _JOINT.match(raw, at)
    if joint is not None:
        return joint.end() - at, False
    kind = raw[at + 1 : at + 2]
    digits = raw[at + 2 : at + 2 + _DIGITS.get(kind, 0)]
    return 2 + len(digits), _is_letter(chr(int(digits, 16))) if digits else kind not in _SPACE_ESCAPES
