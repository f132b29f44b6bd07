"""Scalar place: where one text stands in the letters of its file, how it is written there, and what of it is layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from brochures.load.positions import past_properties
from brochures.load.yaml_source import Manuscript, Route

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_LAST_NEWLINE = re.compile(r"(?:\r\n|\r|\n)\Z")
_BLANK_LINES = re.compile(r"(?:(?:\r\n|\r|\n)[ \t]*)+\Z")
_HEADER = re.compile(r"(?P<sign>[|>])(?P<marks>[-+0-9]*)(?P<rest>[ \t]*(?:#[^\r\n]*)?)")
"""The first line of a block: its sign, how it is indented and ends (YAML 1.2, 8.1.1), and a comment."""

_BEFORE_TEXT = re.compile(r"[ \t]*(?:[-?][ \t]+)*")
"""What stands before the first key or text of a line."""


class Style(StrEnum):
    """How a text is written (YAML 1.2, 7.3 and 8.1)."""

    PLAIN = "plain"
    SINGLE = "in single quotation marks"
    DOUBLE = "in double quotation marks"
    FOLDED = "as a folded block (>)"
    LITERAL = "as a block of lines (|)"


BLOCKS = frozenset({Style.FOLDED, Style.LITERAL})

_STYLES = {"'": Style.SINGLE, '"': Style.DOUBLE, ">": Style.FOLDED, "|": Style.LITERAL}


@dataclass(frozen=True)
class ScalarPlace:
    """One text as it stands in its file: the letters from ``start`` to ``end`` write it, and nothing else."""

    text: str
    """The whole file, its line ends as they are."""
    start: int
    end: int
    style: Style
    newline: str
    value: str
    in_brackets: bool
    """Whether it stands in a list or keys in brackets, where commas part texts (YAML 1.2, 7.4)."""

    @property
    def raw(self) -> str:
        """The letters that write it, with one kind of line end."""
        return _NEWLINE.sub("\n", self.text[self.start : self.end])

    @property
    def indent(self) -> int:
        """How far a line that goes on with the text is set in."""
        lines = self.raw.split("\n")[1:]
        if self.style in BLOCKS:
            first = next((line for line in lines if line.strip()), "")
            said = next((line for line in self.value.split("\n") if line.strip()), "")
            return _blanks(first) - _blanks(said)
        filled = [_blanks(line) for line in lines if line.strip()]
        return min(filled) if filled else self.column + 2

    @property
    def column(self) -> int:
        """How far the key or text is set in that begins the line."""
        begin = max(self.text.rfind("\n", 0, self.start), self.text.rfind("\r", 0, self.start)) + 1
        found = _BEFORE_TEXT.match(self.text, begin)
        return found.end() - begin if found else 0

    @property
    def header(self) -> re.Match[str] | None:
        """The first line of a block, None where it is none."""
        return _HEADER.match(self.raw) if self.style in BLOCKS else None

    @property
    def filled_lines(self) -> list[list[str]]:
        """The lines that hold words, without what sets them in, parted where a line is blank."""
        lines = self.raw.split("\n")[1:] if self.style in BLOCKS else self.raw.strip("'\"").split("\n")
        groups: list[list[str]] = [[]]
        for line in lines:
            if line.strip():
                groups[-1].append(line.strip())
            elif groups[-1]:
                groups.append([])
        return [group for group in groups if group]

    def instead(self, raw: str) -> str:
        """Return the whole file with ``raw`` in the place of the text."""
        return self.text[: self.start] + raw.replace("\n", self.newline) + self.text[self.end :]


def scalar_place(text: str, manuscript: Manuscript, route: Route) -> ScalarPlace | None:
    """Return where the text at ``route`` stands in ``text``, of which ``manuscript`` was made; None where nothing is written there, or no text."""
    value = manuscript.value(route)
    if not isinstance(value, str) or not value or route not in manuscript.spots:
        return None
    lines = [found.span() for found in _LINE.finditer(text)]
    spot = manuscript.spots[route]
    start = lines[spot.value[0]][0] + spot.value[1]
    end = lines[spot.end[0]][0] + spot.end[1] if spot.end[0] < len(lines) else len(text)
    start += past_properties(text[start:end])
    style = _STYLES.get(text[start : start + 1], Style.PLAIN)
    newline = _NEWLINE.search(text, start) or _NEWLINE.search(text)
    if style in BLOCKS:
        end = _end_of_block(text, start, end)
    around = (route[:depth] for depth in range(len(route)))
    in_brackets = any(manuscript.sign(one) in {"[", "{"} for one in around)
    return ScalarPlace(text, start, end, style, newline[0] if newline else "\n", value, in_brackets)


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return where the words of a block end, before the end of their last line; blank lines are the text's only where it keeps them (``+``)."""
    found = _HEADER.match(text, start)
    if found is not None and "+" in found["marks"]:
        last = _LAST_NEWLINE.search(text, start, end)
        return last.start() if last else end
    return start + len(_BLANK_LINES.sub("", text[start:end]))


def _blanks(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
