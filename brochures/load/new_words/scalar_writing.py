"""Scalar writing: words in each style that YAML has, laid out as the text that they replace; the mildest change of style first.

Nothing here knows whether a style can hold the words: ``new_words`` reads what was written, and takes the first that says them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brochures.load.new_words.scalar_place import BLOCKS, ScalarPlace, Style

NARROWEST = 80
"""How wide a line may be at least that words are folded into, in letters, its indentation included."""

_GAP = re.compile(r"(?<=\S) (?=\S)")
"""Where a line may end: at a single space between two words, which is read back as one (YAML 1.2, 6.5)."""

_BRACKETS = re.compile(r"[][{},?]")
"""What ends a text in brackets; of a question mark there not all parsers think the same (YAML 1.1 and 1.2)."""

_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}

_OTHERS = {
    Style.PLAIN: (Style.DOUBLE, Style.SINGLE),
    Style.SINGLE: (Style.DOUBLE,),
    Style.DOUBLE: (),
    Style.FOLDED: (Style.LITERAL, Style.DOUBLE),
    Style.LITERAL: (Style.DOUBLE,),
}
"""What words are written in where their own style cannot hold them, the least change first."""


def writings(place: ScalarPlace, words: str) -> Iterator[tuple[Style, str]]:
    """Yield ``words`` as they may be written at ``place``, with one kind of line end: in the style that is there, then in others."""
    others = _OTHERS[place.style]
    if place.style is Style.PLAIN and "'" not in words and re.search(r'[\\"]', words):
        others = (Style.SINGLE, Style.DOUBLE)  # nothing needs to be written otherwise there
    own = () if place.style is Style.PLAIN and place.in_brackets and _BRACKETS.search(words) else (place.style,)
    for style in (*own, *others):
        yield style, _written(place, words, style)


def _written(place: ScalarPlace, words: str, style: Style) -> str:
    if style in BLOCKS:
        return _block(place, words, style)
    comment = place.header["rest"] if place.header else ""
    if style is Style.DOUBLE:
        escaped = _ESCAPED.sub(_by_number, words)
        return f'"{_over_lines(place, [escaped])}"{comment}'
    paragraphs = words.split("\n")
    if style is Style.SINGLE:
        return f"'{_over_lines(place, [one.replace(chr(39), chr(39) * 2) for one in paragraphs])}'{comment}"
    return _over_lines(place, paragraphs) + comment


def _by_number(found: re.Match[str]) -> str:
    number = ord(found[0])
    return _SHORT.get(found[0]) or (f"\\x{number:02x}" if number <= 0xFF else f"\\u{number:04x}")  # noqa: PLR2004 two digits


def _over_lines(place: ScalarPlace, paragraphs: Sequence[str]) -> str:
    """Return ``paragraphs`` on lines that go on with a text outside of a block: on one line where they stood on one."""
    if "\n" not in place.raw or place.style in BLOCKS:
        groups = [[one] for one in paragraphs]
    else:
        groups = _folded(place, paragraphs)
    lines = [line for group in groups for line in (*group, "")][:-1]
    blanks = " " * place.indent
    return "\n".join([*lines[:1], *(blanks + line if line else "" for line in lines[1:])])


def _block(place: ScalarPlace, words: str, style: Style) -> str:
    """Return ``words`` as a block, whose end says how many line ends the text has."""
    text = words.rstrip("\n")
    ends = len(words) - len(text)
    lines = text.split("\n") if style is Style.LITERAL else _folded_block(place, text)
    blanks = " " * place.indent
    written = "\n".join(blanks + line if line else "" for line in lines)
    return f"{_header(place, style, ends)}\n{written}" + "\n" * (ends - 1)


def _folded_block(place: ScalarPlace, text: str) -> list[str]:
    groups = _folded(place, text.split("\n"))
    return [line for group in groups for line in (*group, "")][:-1]


def _header(place: ScalarPlace, style: Style, ends: int) -> str:
    sign = ">" if style is Style.FOLDED else "|"
    return f"{sign}{_marks(place, ends)}{place.header['rest'] if place.header else ''}"


def _marks(place: ScalarPlace, ends: int) -> str:
    """Return the marks behind the sign of a block: those that are there where they fit so many line ends at the end of the text."""
    marks = place.header["marks"] if place.header else ""
    had = len(place.value) - len(place.value.rstrip("\n"))
    if ends == had:
        return marks
    digits = marks.strip("+-")
    return digits + {0: "-", 1: ""}.get(ends, "+")


def _folded(place: ScalarPlace, paragraphs: Sequence[str]) -> list[list[str]]:
    """Return the lines of each paragraph. Lines that are as they were stay where they were; what lies between them is folded anew."""
    old = place.filled_lines
    widest = max((len(line) for group in old for line in group), default=0)
    width = max(NARROWEST - place.indent, widest)
    return [_lines(one, old[number] if number < len(old) else [], width) for number, one in enumerate(paragraphs)]


def _lines(text: str, old: Sequence[str], width: int) -> list[str]:
    head: list[str] = []
    for line in old:
        if not (text.startswith(f"{line} ") and text[len(line) + 1 :][:1].strip()):
            break
        head.append(line)
        text = text[len(line) + 1 :]
    tail: list[str] = []
    for line in reversed(old[len(head) :]):
        if not (text.endswith(f" {line}") and text[: -len(line) - 1][-1:].strip()):
            break
        tail.insert(0, line)
        text = text[: -len(line) - 1]
    return [*head, *_wrapped(text, width), *tail]


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for number, word in enumerate(_GAP.split(text)):
        if number and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if number else word
    return lines
