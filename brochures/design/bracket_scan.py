"""Bracket scan: where in a style sheet a brace, a bracket, a quotation mark or a comment has no other half. CSS reads on in silence there.

Only the first such place is found: all that stands behind it is read otherwise than it was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PART = re.compile(r"/\*|\*/|[\"'{}()\[\];\n\\]|url\(\s*(?![\"'\s])", re.IGNORECASE)
_CLOSES = {"}": "{", ")": "(", "]": "["}
_NAMES = {"{": "brace", "}": "brace", "(": "bracket", ")": "bracket", "[": "bracket", "]": "bracket"}
_OTHER = {"{": "}", "(": ")", "[": "]"}


@dataclass(frozen=True)
class Unbalanced:
    """The first place where a half is missing, as an offset in the text: the measured fact, and the mend."""

    at: int
    said: str
    mend: str


@dataclass(frozen=True)
class _Open:
    sign: str
    at: int


class _FoundError(Exception):
    def __init__(self, at: int, said: str, mend: str) -> None:
        super().__init__(said)
        self.found = Unbalanced(at, said, mend)


def unbalanced(text: str) -> Unbalanced | None:
    """Return the first place in the style sheet ``text`` where a half is missing, or None."""
    try:
        _scan(text)
    except _FoundError as wrong:
        return wrong.found
    return None


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Return the line and the column, from 1, of the offset ``at`` in ``text``."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _scan(text: str) -> None:
    opened: list[_Open] = []
    for sign, at in _signs(text):
        if sign in _OTHER:
            _may_open(text, sign, at, opened)
            opened.append(_Open(sign, at))
        elif sign in _CLOSES:
            _closed(text, sign, at, opened)
        elif opened and opened[-1].sign != "{":  # a semicolon
            raise _left_open(text, opened[-1], at)
    if opened:
        raise _left_open(text, opened[0], len(text))


def _signs(text: str) -> Iterator[tuple[str, int]]:
    """Yield each brace, bracket and semicolon that stands outside of comments, quotation marks and addresses, with its offset."""
    at = 0
    while found := _PART.search(text, at):
        sign, start, at = found[0], found.start(), found.end()
        if sign == "/*":
            at = _after_comment(text, start)
        elif sign == "*/":
            said = "'*/' closes a comment that nothing opens"
            raise _FoundError(start, said, "write '/*' where the comment begins, or take '*/' out")
        elif sign in {'"', "'"}:
            at = _after_quote(text, start)
        elif sign == "\\":
            at += 1
        elif sign[0] in "uU":
            at = _after_address(text, start, at)
        elif sign != "\n":
            yield sign, start


def _after_comment(text: str, start: int) -> int:
    end = text.find("*/", start + 2)
    again = text.find("/*", start + 2, end if end >= 0 else len(text))
    if end < 0 or again >= 0:
        what = f"before the next one begins on line {text.count(chr(10), 0, again) + 1}" if again >= 0 else "at all"
        raise _FoundError(
            start,
            f"the comment that begins here is not closed {what}: all up to there is left out",
            "write '*/' where it ends",
        )
    return end + 2


def _after_quote(text: str, start: int) -> int:
    sign = text[start]
    found = re.compile(rf"(?:\\.|[^{sign}\\\n])*{sign}", re.DOTALL).match(text, start + 1)
    if found is None:
        raise _FoundError(
            start, f"the quotation mark {sign} has no other half on its line", f"write {sign} where the words end"
        )
    return found.end()


def _after_address(text: str, start: int, at: int) -> int:
    end = re.compile(r"[^)\n;{}]*(?:;base64[^)\n]*)?\)").match(text, at)
    if end is None:
        raise _FoundError(start, "the bracket of 'url(' is not closed on its line", "write ')' where the address ends")
    return end.end()


def _may_open(text: str, sign: str, at: int, opened: list[_Open]) -> None:
    """Refuse a brace inside of a bracket, and a rule that begins at the left of the one that it stands in: that one was never closed."""
    if sign != "{" or not opened:
        return
    if opened[-1].sign != "{":
        raise _left_open(text, opened[-1], at)
    inner, outer = _head(text, at), _head(text, opened[-1].at)
    inner_column, outer_column = (line_and_column(text, head)[1] for head in (inner, outer))
    on_one_line = text.count("\n", outer, inner) == 0
    if inner_column <= outer_column and not on_one_line:
        raise _left_open(text, opened[-1], inner)


def _closed(text: str, sign: str, at: int, opened: list[_Open]) -> None:
    if not opened:
        said = f"the {_NAMES[sign]} '{sign}' closes nothing"
        raise _FoundError(at, said, f"take it out, or write '{_CLOSES[sign]}' where its other half was lost")
    if opened[-1].sign != _CLOSES[sign]:
        if opened[-1].sign == "{":
            said = f"the {_NAMES[sign]} '{sign}' closes nothing in its rule"
            raise _FoundError(at, said, f"take it out, or write '{_CLOSES[sign]}' where its other half was lost")
        raise _left_open(text, opened[-1], at)
    opened.pop()


def _left_open(text: str, opened: _Open, until: int) -> _FoundError:
    other = _OTHER[opened.sign]
    line, _ = line_and_column(text, until)
    if opened.sign != "{":
        said = f"the bracket '{opened.sign}' is not closed before its declaration ends on line {line}"
        return _FoundError(opened.at, said, f"write '{other}' where it ends")
    head = _head(text, opened.at)
    name = " ".join(text[head : opened.at].split())
    if until == len(text):
        return _FoundError(
            head,
            f"the brace of '{name}' is not closed at all: what follows is read as a part of it",
            "write '}' where it ends",
        )
    inner = " ".join(text[until : text.find("{", until)].split())
    said = f"the brace of '{name}' is not closed before '{inner}' begins on line {line}, which is read as a part of it"
    return _FoundError(head, said, f"write '}}' before line {line}")


def _head(text: str, brace: int) -> int:
    """Return where what stands before ``brace`` begins: behind the last brace, semicolon or comment."""
    before = max(text.rfind(sign, 0, brace) for sign in ("{", "}", ";", "*/"))
    start = 0 if before < 0 else before + (2 if text.startswith("*/", before) else 1)
    return start + len(text[start:brace]) - len(text[start:brace].lstrip())
