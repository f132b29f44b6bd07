"""A manuscript: one content file as it is written, with the spot of every key and value in it.

PyYAML's own types are wrong for this content (``18:30`` becomes 1110, ``no`` becomes False, a second key silently wins), so
every scalar is read as text and the models say what each text means; ``~`` and ``null`` alone are nothing. Each text is in composed letters (``normal_form``); places are
those of the file as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from brochures.findings import BrochureError, Finding, Place, codes
from brochures.load.file_text import file_bytes, file_text
from brochures.load.normal_form import composed
from brochures.load.positions import Writing
from brochures.load.syntax import MAX_DEPTH, BrokenEntriesError, parsed, too_much

MAX_NODES = 50_000

Route = tuple[str | int, ...]
"""The keys and list positions that lead to a value."""

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""How YAML writes that there is no value (YAML 1.2, 10.2.1.1), where no quotation marks make a text of it."""


@dataclass(frozen=True)
class KeyPlace:
    """Where a key and its value stand in the text (lines and columns from 0, as PyYAML counts)."""

    key: tuple[int, int]
    value: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True)
class Manuscript:
    """One content file: its name under the root, its text, its plain data, and the spot of every route in it."""

    file: str
    text: str
    data: Any
    spots: Mapping[Route, KeyPlace]

    def place(self, route: Route, *, key: bool = False) -> Place:
        """Return the place of the value (or the key) at ``route``, or of the nearest parent that is written down."""
        while route not in self.spots and route:
            route = route[:-1]
        spot = self.spots[route]
        line, column = spot.key if key else spot.value
        return Place(self.file, line + 1, column + 1)

    def value(self, route: Route) -> Any:
        """Return what is written at ``route``. Raise ``LookupError`` where nothing is."""
        value = self.data
        for step in route:
            value = value[step]
        return value

    def sign(self, route: Route) -> str:
        """Return the sign in the file that the value at ``route`` begins with; empty where it is not written."""
        line, column = self.spots[route].value if route in self.spots else (len(self.lines), 0)
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text, line by line."""
        return tuple(self.text.split("\n"))

    def writing(self, route: Route) -> Writing:
        """Return the text at ``route``, the exact place of each of its characters included."""
        spot = self.spots[route]
        (first, left), (last, right) = spot.value, spot.end
        lines = [*self.lines[first:last], self.lines[last][:right] if last < len(self.lines) else ""]
        return Writing(str(self.value(route)).strip(), "\n".join(lines)[left:], Place(self.file, first + 1, left + 1))


class BrokenFileError(BrochureError):
    """Some entries of a file could not be read: the findings, and the rest of it without them."""

    def __init__(self, rest: Manuscript, *findings: Finding) -> None:
        """Keep the rest."""
        super().__init__(*findings)
        self.rest = rest


def read(path: Path, file: str) -> tuple[Manuscript, tuple[Finding, ...]]:
    """Read the YAML file at ``path``, which findings call ``file``. Raise ``BrochureError`` where nothing can be read."""
    return read_bytes(file_bytes(path, file), file)


def read_bytes(data: bytes, file: str) -> tuple[Manuscript, tuple[Finding, ...]]:
    """Read the YAML file that holds ``data``, which findings call ``file``. Raise ``BrochureError`` where nothing can be read."""
    text, unreadable = file_text(data, file)
    try:
        manuscript, findings = manuscript_of(text, file)
    except BrokenFileError as wrong:
        raise BrokenFileError(wrong.rest, *unreadable, *wrong.findings) from wrong
    except BrochureError as wrong:
        raise BrochureError(*unreadable, *wrong.findings) from wrong
    return manuscript, (*unreadable, *findings)


def manuscript_of(text: str, file: str) -> tuple[Manuscript, tuple[Finding, ...]]:
    """Return ``text``, which findings call ``file``, as it is written. Raise ``BrochureError`` where it cannot be read, ``BrokenFileError`` where a part can."""
    try:
        root, lost = parsed(text, file)
    except BrokenEntriesError as wrong:
        rest, found = _manuscript(wrong.root, wrong.text, file)
        raise BrokenFileError(rest, *wrong.findings, *found) from wrong
    manuscript, findings = _manuscript(root, text, file)
    return manuscript, (*lost, *findings)


def _manuscript(root: yaml.Node, text: str, file: str) -> tuple[Manuscript, tuple[Finding, ...]]:
    reader = _NodeReader(file)
    data = reader.value(root, ())
    if reader.too_much is not None:
        raise BrochureError(reader.too_much)
    return Manuscript(file, text, data, reader.spots), tuple(reader.findings)


class _NodeReader:
    """Turns the node tree into plain data while it notes spots, duplicate keys and excess."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.spots: dict[Route, KeyPlace] = {}
        self.findings: list[Finding] = []
        self.count = 0
        self.too_much: Finding | None = None

    def value(self, node: yaml.Node, route: Route, key: yaml.Node | None = None) -> Any:
        self.count += 1
        if self.too_much is None and (self.count > MAX_NODES or len(route) > MAX_DEPTH):
            measured = f"more than {MAX_NODES:,} values" if self.count > MAX_NODES else f"more than {MAX_DEPTH} levels"
            self.too_much = too_much(self._place(node), measured)
        if self.too_much is not None:
            return None
        start, end, at = node.start_mark, node.end_mark, (key or node).start_mark
        self.spots[route] = KeyPlace((at.line, at.column), (start.line, start.column), (end.line, end.column))
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, route))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*route, number)) for number, item in enumerate(node.value)]
        return None if node.value in _NOTHING and not getattr(node, "style", "") else composed(node.value)

    def _entries(self, node: yaml.MappingNode, route: Route) -> Iterator[tuple[str, Any]]:
        seen: dict[str, yaml.Node] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.findings.append(codes.SYNTAX.at(self._place(key), "a key must be a word", "write 'key: value'"))
                continue
            name = composed(key.value)
            if name in seen:
                first = seen[name].start_mark.line + 1
                self.findings.append(
                    codes.DUPLICATE_KEY.at(
                        self._place(key),
                        f"'{name}' stands here a second time; the first is on line {first}",
                        "keep one of the two",
                    )
                )
                continue
            seen[name] = key
            yield name, self.value(item, (*route, name), key)

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)
