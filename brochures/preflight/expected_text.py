"""What the composer set, read from its HTML with no layout in it: every text that must be printed, in document order, and its role.

Roles are declared in the templates with ``data-role``: ``running`` for what a page takes into its running head or foot. The head of a
table is ``head``: pages may repeat it. Words that are ``aria-hidden`` are ``unread``: printed, and in no structure. Words in a drawing
are ``drawing``: its alternative text is read in their place. Alternative texts are kept apart: nobody prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import lxml.html

from brochures.compose.typography import squeezed
from brochures.geometry.passages import NONE, Stretch, count, cut, origins, read

UNPRINTED = frozenset({"head", "script", "style", "template", "desc"})
LAST = 10**6
"""The turn of what names none: after all that does."""


@dataclass(frozen=True, slots=True)
class Said:
    """One text as it was composed. ``text`` is for comparing; ``turn`` is the reading order its panel asks for."""

    text: str
    shown: str
    region: str
    block: str
    role: str
    turn: int
    table: int
    group: int
    """The element that holds it, by number: texts of a running head belong together."""
    stretches: tuple[Stretch, ...] = ()
    """Which passages it comes from, counted in its letters."""
    element: Any = field(default=None, compare=False, repr=False)
    """The element of HTML that holds it."""

    @property
    def passage(self) -> int:
        """The number of the passage that it begins in."""
        return next((origin.passage for origin in origins(self.stretches)), NONE)


@dataclass(frozen=True)
class Composed:
    """Everything that one composition says: printed texts, alternative texts, and the targets of its page references in order."""

    texts: tuple[Said, ...]
    alternatives: tuple[str, ...]
    page_references: tuple[str, ...]
    pictures: tuple[str, ...] = ()
    """The alternative texts once more, in the order of reading."""


@dataclass(frozen=True, slots=True)
class _Around:
    region: str = ""
    block: str = ""
    role: str = ""
    turn: int = LAST
    table: int = -1
    group: int = 0
    drawing: bool = False
    element: Any = None


def composed(html: str) -> Composed:
    """Return what ``html`` says."""
    reader = _HtmlReader()
    texts = tuple(reader.texts(lxml.html.document_fromstring(html), _Around()))
    alternatives = [words for _, words in reader.alternatives]
    pictures = [words for _, words in sorted(reader.alternatives, key=lambda one: one[0])]
    return Composed(texts, tuple(alternatives), tuple(reader.page_references), tuple(pictures))


class _HtmlReader:
    def __init__(self) -> None:
        self.alternatives: list[tuple[int, str]] = []
        self.page_references: list[str] = []
        self.tables = 0
        self.groups = 0

    def texts(self, element: Any, around: _Around) -> Iterator[Said]:
        if not isinstance(element.tag, str):
            return
        tag = element.tag.rpartition("}")[2]
        if tag in UNPRINTED or (tag == "title" and not around.drawing):
            return
        if tag == "title":
            self.alternatives.append((around.turn, "".join(element.itertext()).strip()))
            return
        if tag == "img" and element.get("alt"):
            self.alternatives.append((around.turn, element.get("alt")))
        if element.get("data-generated") == "page":
            self.page_references.append(str(element.get("href", "")).removeprefix("#"))
        inner = self._around(element, tag, around)
        stretches, done = read(element.get("data-passage") or ""), count(element.text or "")
        yield from self._said(element.text, inner, cut(stretches, 0, done))
        for child in element:
            yield from self.texts(child, inner)
            length = count(child.tail or "")
            yield from self._said(child.tail, inner, cut(stretches, done, done + length))
            done += length

    def _around(self, element: Any, tag: str, around: _Around) -> _Around:
        table, role, group = around.table, around.role or element.get("data-role") or "", around.group
        if tag == "table" and element.find("thead") is not None:
            table, self.tables = self.tables, self.tables + 1
        if tag == "thead":
            role = role or "head"
        if element.get("data-role") and not around.role:
            self.groups += 1
            group = self.groups
        hidden = element.get("aria-hidden") == "true"
        if hidden and tag != "svg":
            role = role or "unread"
        drawing = around.drawing or (tag == "svg" and not hidden)
        if tag == "svg":
            role = role or "drawing"
        return _Around(
            element.get("data-panel") or around.region,
            element.get("data-block") or around.block,
            role,
            int(element.get("data-order") or around.turn),
            table,
            group,
            drawing,
            element,
        )

    def _said(self, text: str | None, around: _Around, stretches: Iterator[Stretch]) -> Iterator[Said]:
        compared = squeezed(text or "").casefold()
        if compared:
            shown = " ".join((text or "").split())
            yield Said(
                compared,
                shown,
                around.region,
                around.block,
                around.role,
                around.turn,
                around.table,
                around.group,
                tuple(stretches),
                around.element,
            )
