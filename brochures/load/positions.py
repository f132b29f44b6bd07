"""Positions: one text as it stands in its file, and the exact place of each of its characters, folded or quoted as it may be."""

from __future__ import annotations

from dataclasses import dataclass

from brochures.findings import Place


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
        raw = self.raw
        quote = raw[:1] if raw[:1] in {"'", '"'} else ""
        at = len(quote) if quote else raw.find("\n") + 1 if raw[:1] in {"|", ">"} else 0
        at = _past_space(raw, at, quote)
        done = 0
        while done < offset and at < len(raw):
            if self.text[done].isspace():
                after = _past_space(self.text, done)
                if after > offset:
                    return at
                done, at = after, _past_space(raw, at, quote)
            else:
                done, at = done + 1, at + _width(raw, at, quote)
                if quote == '"':
                    at = _past_joint(raw, at)
        return at


def _past_space(text: str, at: int, quote: str = "") -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return _past_joint(text, at) if quote == '"' else at


def _past_joint(raw: str, at: int) -> int:
    """Return ``at``, or where the text goes on after a line that ends in a backslash."""
    return _past_space(raw, at + 2) if raw[at : at + 2] == "\\\n" else at


def _width(raw: str, at: int, quote: str) -> int:
    """Return how many characters of the file write the one at ``at`` (YAML 1.2, 5.7 and 7.3)."""
    if quote == '"' and raw[at] == "\\":
        return {"x": 4, "u": 6, "U": 10}.get(raw[at + 1 : at + 2], 2)
    return 2 if quote == "'" and raw[at : at + 2] == "''" else 1
