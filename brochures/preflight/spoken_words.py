"""The words of elements of the tags, as they are heard: joined of the runs of a page, or others in their place (ISO 32000-1, 14.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from brochures.preflight.extracted_text import Run
from brochures.preflight.structure_tree import Held, TagElement, TagTree

GAP = 0.12
"""How far two runs of a line stand apart where a space is between them, as a share of how high they are."""

CLOSING = ".,;:)!?"
"""What no space is before, in a line."""

ITEMS = frozenset({"LI", "TOCI"})
"""What a list and a table of contents count."""


class SpokenWords:
    """The words of each element, as they are heard, and what it holds in numbers."""

    def __init__(self, tree: TagTree, runs: Mapping[tuple[int, int], Sequence[Run]]) -> None:
        """Read what ``tree`` holds; ``runs`` are by page and mark."""
        self.tree, self.runs = tree, runs
        self.names: dict[bytes, TagElement] = {}
        self.heads: dict[bytes, int] = {}
        self.marks: dict[int, list[Held]] = {}
        for page, number, parent in tree.marks:
            for one in parent.path:
                self.marks.setdefault(id(one), []).append(Held(parent, page, number))
        for one in tree.elements:
            if "/ID" in one.raw:
                self.names[name_in_bytes(one.raw["/ID"])] = one
            for name in one.attributes.get("/Headers", ()):
                self.heads[name_in_bytes(name)] = self.heads.get(name_in_bytes(name), 0) + 1

    def of(self, element: TagElement) -> str:
        """Return all words below ``element``, or what is heard in their place."""
        other = heard(element)
        if other:
            return other
        return joined(self.runs_of(element))

    def runs_of(self, element: TagElement) -> list[Run]:
        """Return all runs below ``element``."""
        return [run for held in self.marks.get(id(element), ()) for run in self.at(held)]

    def at(self, held: Held) -> Sequence[Run]:
        """Return the runs of one mark."""
        return self.runs.get((held.page, held.number), ())

    def under(self, cell: TagElement) -> tuple[str, ...]:
        """Return the words of the heading cells that ``cell`` names."""
        named = [self.names.get(name_in_bytes(name)) for name in cell.attributes.get("/Headers", ())]
        return tuple(words for one in named if one is not None and (words := self.of(one)))

    def items(self, element: TagElement) -> int:
        """Return how many items lie right in ``element``."""
        return sum(kid.role in ITEMS for kid in self.tree.children.get(id(element), ()))

    def heads_of(self, element: TagElement) -> int:
        """Return how many cells name ``element`` as a heading of theirs."""
        return self.heads.get(name_in_bytes(element.raw["/ID"]), 0) if "/ID" in element.raw else 0

    def page(self, element: TagElement) -> int:
        """Return the page of the first words below ``element``; 0 where it has none."""
        return next((held.page for held in self.marks.get(id(element), ())), 0)

    def inside(self, element: TagElement, role: str) -> int:
        """Return how many elements of ``role`` lie in ``element``, at any depth."""
        return sum(one.role == role and element in one.path for one in self.tree.elements)


def heard(element: TagElement) -> str:
    """Return what is heard in the place of the words of ``element``, empty where they are heard themselves (14.9.3 and 14.9.4)."""
    return " ".join(str(element.raw.get("/ActualText") or element.raw.get("/Alt") or "").split())


def joined(runs: Iterable[Run]) -> str:
    """Return the words of ``runs``, with a space where a line ends or the page leaves one free."""
    said, last = "", None
    for run in runs:
        said += (between(last, run) if last else "") + run.shown
        last = run
    return said


def between(one: Run, other: Run) -> str:
    """Return what is between two runs: nothing inside of a word, and behind a hyphen at the end of a line."""
    high = max(one.box.height, other.box.height)
    same_line = one.page == other.page and one.box.top < other.box.bottom and other.box.top < one.box.bottom
    if same_line and other.shown[0] in CLOSING:
        return ""
    if one.spaced[1] or other.spaced[0]:
        return " "
    if same_line and -high < other.box.left - one.box.right < GAP * high:
        return ""
    return "" if not same_line and one.shown.endswith(("-", "\N{EN DASH}")) else " "


def name_in_bytes(name: Any) -> bytes:
    """Return the name of an element as it is written (14.7.2, ``ID``)."""
    held: bytes | None = getattr(name, "original_bytes", None)
    return str(name).encode() if held is None else held
