"""The structure tree of a finished file, read once: its elements in the order of reading, and the marks and annotations that they hold.

ISO 32000-1, 14.7.2 (elements), 14.7.4 (what they hold). A tree that leads back to itself is read once and told of in ``again``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pypdf.generic import DictionaryObject, IndirectObject

NEUTRAL = frozenset({"Document", "Part", "Art", "Sect", "Div", "Span", "NonStruct", "LBody", "Lbl", "TBody"})
"""Roles that say nothing of what their words are (ISO 32000-1, 14.8.4.2), and those that the engine puts in by itself."""


@dataclass(frozen=True, eq=False)
class TagElement:
    """One element: its role without the slash, what it lies in (None: the root), the number of its object, its dictionary."""

    role: str
    parent: TagElement | None
    key: int
    raw: DictionaryObject = field(repr=False)

    @property
    def path(self) -> tuple[TagElement, ...]:
        """The elements that it lies in, the outermost first, and itself."""
        found: list[TagElement] = []
        one: TagElement | None = self
        while one is not None:
            found.append(one)
            one = one.parent
        return tuple(reversed(found))

    @property
    def attributes(self) -> Mapping[str, Any]:
        """What its attribute objects say, of all owners together (ISO 32000-1, 14.7.5)."""
        held: Any = self.raw.get("/A")
        held = held.get_object() if held is not None else []
        each = (one.get_object() for one in (held if isinstance(held, list) else [held]))
        return {key: value for one in each if isinstance(one, DictionaryObject) for key, value in one.items()}


@dataclass(frozen=True, slots=True)
class Held:
    """What an element holds beside other elements: a mark (``number``) on a page (from 1), or an annotation (``key`` of its object)."""

    parent: TagElement
    page: int = 0
    number: int = 0
    key: int = 0


@dataclass(frozen=True)
class TagTree:
    """A structure tree, in the order of reading. ``marks`` are page (from 1) and number, ``objects`` the number of each annotation held."""

    elements: tuple[TagElement, ...] = ()
    marks: tuple[tuple[int, int, TagElement], ...] = ()
    objects: tuple[tuple[int, TagElement], ...] = ()
    again: tuple[str, ...] = ()
    """The roles of elements that are reached twice."""
    steps: tuple[TagElement | Held, ...] = field(default=(), repr=False)
    """Elements, marks and annotations, all in one row, as they are met."""

    @cached_property
    def children(self) -> Mapping[int, list[TagElement]]:
        """The elements that lie right in each, by the identity of the outer one."""
        found: dict[int, list[TagElement]] = {}
        for one in self.elements:
            if one.parent is not None:
                found.setdefault(id(one.parent), []).append(one)
        return found


def read(root: Any, pages: Mapping[int, int]) -> TagTree:
    """Return the tree below ``root``, a ``StructTreeRoot``; ``pages`` gives the number of each page by that of its object."""
    reader = _TreeReader(pages)
    if isinstance(root, DictionaryObject) and "/K" in root:
        reader.read(root.raw_get("/K"))
    return TagTree(
        tuple(reader.elements), tuple(reader.marks), tuple(reader.objects), tuple(reader.again), tuple(reader.steps)
    )


class _TreeReader:
    def __init__(self, pages: Mapping[int, int]) -> None:
        self.pages = pages
        self.elements: list[TagElement] = []
        self.marks: list[tuple[int, int, TagElement]] = []
        self.objects: list[tuple[int, TagElement]] = []
        self.again: list[str] = []
        self.steps: list[TagElement | Held] = []
        self.seen: set[int] = set()

    def read(self, kids: Any) -> None:
        """Go through the tree in preorder, without the depth that recursion is bound to."""
        waiting: list[tuple[Any, TagElement | None, int]] = [(kids, None, 0)]
        while waiting:
            waiting += reversed([*self._one(*waiting.pop())])

    def _one(self, item: Any, parent: TagElement | None, page: int) -> Iterator[tuple[Any, TagElement | None, int]]:
        """Note ``item``, and yield what it holds."""
        key = item.idnum if isinstance(item, IndirectObject) else 0
        item = item.get_object() if isinstance(item, IndirectObject) else item
        if isinstance(item, int):
            if parent is not None:
                self._mark(page, int(item), parent)
        elif isinstance(item, list):
            yield from ((kid, parent, page) for kid in item)
        elif isinstance(item, DictionaryObject):
            own = item.raw_get("/Pg") if "/Pg" in item else None
            page = self.pages.get(own.idnum, 0) if isinstance(own, IndirectObject) else page
            if "/S" in item:
                yield from self._element(item, key, parent, page)
            elif parent is not None:
                self._held(item, parent, page)

    def _element(
        self, item: DictionaryObject, key: int, parent: TagElement | None, page: int
    ) -> Iterator[tuple[Any, TagElement | None, int]]:
        role = str(item["/S"]).removeprefix("/")
        if key and key in self.seen:
            self.again.append(role)
            return
        self.seen.add(key)
        element = TagElement(role, parent, key, item)
        self.elements.append(element)
        self.steps.append(element)
        if "/K" in item:
            yield item.raw_get("/K"), element, page

    def _held(self, item: DictionaryObject, parent: TagElement, page: int) -> None:
        if "/MCID" in item:
            number: Any = item["/MCID"]
            self._mark(page, int(number), parent)
        elif "/Obj" in item:
            held = item.raw_get("/Obj")
            key = held.idnum if isinstance(held, IndirectObject) else 0
            self.objects.append((key, parent))
            self.steps.append(Held(parent, page, key=key))

    def _mark(self, page: int, number: int, parent: TagElement) -> None:
        self.marks.append((page, number, parent))
        self.steps.append(Held(parent, page, number))
