"""A manuscript: one content file as it is written, with the spot of every key and value in it.

PyYAML's own types are wrong for this content (``18:30`` becomes 1110, ``no`` becomes False, a second key silently wins), so
every scalar is read as text and the models say what each text means. Each text is in composed letters (``normal_form``); places are
those of the file as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from brochures.findings import BrochureError, Finding, Place, codes
from brochures.load.normal_form import composed
from brochures.load.positions import Writing
from brochures.load.yaml_nodes import TooDeepError, documents

MAX_BYTES = 1_000_000
MAX_NODES = 50_000
MAX_DEPTH = 40

Route = tuple[str | int, ...]
"""The keys and list positions that lead to a value."""

_UNSEEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow in a text (YAML 1.1, 5.1), and Unicode in none that is passed on (23.7): no editor shows it."""


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

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text, line by line."""
        return tuple(self.text.split("\n"))

    def writing(self, route: Route) -> Writing:
        """Return the text at ``route``, the exact place of each of its characters included."""
        value = self.data
        for step in route:
            value = value[step]
        spot = self.spots[route]
        (first, left), (last, right) = spot.value, spot.end
        lines = [*self.lines[first:last], self.lines[last][:right] if last < len(self.lines) else ""]
        return Writing(str(value).strip(), "\n".join(lines)[left:], Place(self.file, first + 1, left + 1))


def read(path: Path, file: str) -> tuple[Manuscript, tuple[Finding, ...]]:
    """Read the YAML file at ``path``, which findings call ``file``. Raise ``BrochureError`` where nothing can be read."""
    text = _text(path, file)
    root = _compose(text, file)
    reader = _NodeReader(file)
    data = reader.value(root, ())
    if reader.too_much is not None:
        raise BrochureError(reader.too_much)
    return Manuscript(file, text, data, reader.spots), tuple(reader.findings)


def _text(path: Path, file: str) -> str:
    try:
        raw = path.read_bytes()
    except OSError as wrong:
        raise BrochureError(
            codes.FILE_MISSING.at(
                Place(file),
                f"cannot read this file: {wrong.strerror}",
                "put the file back, or restore it from version control",
            )
        ) from wrong
    if len(raw) > MAX_BYTES:
        raise BrochureError(
            codes.TOO_MUCH.at(
                Place(file),
                f"the file has {len(raw):,} bytes, more than {MAX_BYTES:,}",
                "split it, or remove what does not belong",
            )
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        column = wrong.start - (raw.rfind(b"\n", 0, wrong.start) + 1) + 1
        raise BrochureError(
            codes.ENCODING.at(
                Place(file, line, column),
                f"byte 0x{raw[wrong.start]:02X} is not UTF-8 text",
                "save the file as UTF-8 (in the editor: Save with encoding, UTF-8)",
            )
        ) from wrong
    unseen = _UNSEEN.search(text)
    if unseen is not None:
        start = unseen.start()
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        raise BrochureError(
            codes.ENCODING.at(
                Place(file, line, column), f"control character U+{ord(unseen[0]):04X}", "delete this character"
            )
        )
    return text


def _compose(text: str, file: str) -> yaml.Node:
    try:
        found = documents(text, MAX_DEPTH + 1)
    except TooDeepError as wrong:
        place = Place(file, wrong.mark.line + 1, wrong.mark.column + 1)
        raise BrochureError(_too_much(place, f"more than {MAX_DEPTH} levels")) from wrong
    except yaml.MarkedYAMLError as wrong:
        raise BrochureError(_syntax(wrong, text, file)) from wrong
    except (yaml.YAMLError, RecursionError) as wrong:
        raise BrochureError(
            codes.SYNTAX.at(
                Place(file), f"this is not YAML: {wrong}".split("\n")[0], "restore the last version that built"
            )
        ) from wrong
    if not found or (isinstance(found[0], yaml.ScalarNode) and not found[0].value):
        raise BrochureError(
            codes.EMPTY_FILE.at(
                Place(file, 1, 1),
                "the file is empty",
                "restore it from version control, or see docs/staff.md for its form",
            )
        )
    if len(found) > 1:
        mark = found[1].start_mark
        raise BrochureError(
            codes.SYNTAX.at(
                Place(file, mark.line + 1, mark.column + 1),
                "a second document begins here",
                "remove the line '---' above it",
            )
        )
    return found[0]


def _too_much(place: Place, measured: str) -> Finding:
    return codes.TOO_MUCH.at(
        place, f"this file unfolds to {measured}", "write repeated parts out once; aliases ('*name') multiply"
    )


def _syntax(wrong: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    mark = wrong.problem_mark or wrong.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    for number in (line, line - 1):
        indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())] if 0 <= number < len(lines) else ""
        if "\t" in indent:
            return codes.SYNTAX.at(
                Place(file, number + 1, indent.index("\t") + 1),
                "a tab indents this line",
                "use two spaces for each step instead of the tab",
            )
    help_ = "check the indent of this line and the one above; quote a text that holds ': ' or begins with a sign"
    if "alias" in (wrong.problem or "") or "anchor" in (wrong.problem or ""):
        help_ = "quote the text, or write it out: a leading '*' or '&' has a meaning of its own in YAML"
    return codes.SYNTAX.at(Place(file, line + 1, column + 1), wrong.problem or "this is not YAML", help_)


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
            self.too_much = _too_much(self._place(node), measured)
        if self.too_much is not None:
            return None
        start, end, at = node.start_mark, node.end_mark, (key or node).start_mark
        self.spots[route] = KeyPlace((at.line, at.column), (start.line, start.column), (end.line, end.column))
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, route))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*route, number)) for number, item in enumerate(node.value)]
        return None if node.value == "" and not getattr(node, "style", "") else composed(node.value)

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
