"""Headings: the titles of warnings among them, and bookmarks in the order in which the file is read.

How deep the title of a notice stands depends on where it is put, which its template does not know: one level below the heading before
it. The engine writes bookmarks in the order of pages, but a folded sheet is read from its cover on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Name

from brochures.pdf.lists import TAG
from brochures.pdf.marked_content import ObjGen
from brochures.pdf.structure_elements import carried, elements

LOWEST = 3
"""The lowest level of a notice's title: it does not stand below a question, which is one of this level."""

BOOKMARK = "bookmark"
"""Under which name an element carries the level of its bookmark and, after a space, its words."""


@dataclass(frozen=True)
class Titles:
    """What the headings of a file carry of their HTML: the titles of notices, and the level and words of each heading's bookmark."""

    notices: frozenset[ObjGen]
    bookmarks: Mapping[ObjGen, tuple[int, str]]

    @classmethod
    def of(cls, document: Any) -> Titles:
        """Return those below ``document``, of which nothing that was carried is taken out yet."""
        known = [(element.objgen, carried(element)) for element in elements(document)]
        notices = frozenset(one for one, own in known if own.get(TAG) == "H")
        marks = {one: own[BOOKMARK].split(" ", 1) for one, own in known if BOOKMARK in own}
        return cls(notices, {one: (int(level), words) for one, (level, words) in marks.items()})


def give_levels(document: Any, titles: Titles) -> None:
    """Make a heading of each title of a notice, one level below the heading before it, no lower than ``LOWEST``; before any, none."""
    level = 0
    for element in elements(document):
        kind = str(element.S)
        if element.objgen in titles.notices:
            if level:
                element.S = Name(f"/H{min(level + 1, LOWEST)}")
        elif kind[:2] == "/H" and kind[2:].isdigit():
            level = int(kind[2:])


def order_bookmarks(pdf: pikepdf.Pdf, document: Any, titles: Titles) -> None:
    """Put the bookmarks of ``pdf`` into the order in which their headings are read, each below the last one of a higher level."""
    root = pdf.Root.get("/Outlines")
    if root is None or "/First" not in root:
        return
    read: dict[tuple[ObjGen, str], list[tuple[int, int]]] = {}
    for turn, element in enumerate(elements(document)):
        if element.objgen in titles.bookmarks:
            level, words = titles.bookmarks[element.objgen]
            read.setdefault((element.Pg.objgen, words), []).append((turn, level))
    found: list[tuple[int, int, Any]] = []
    turn = -1
    for depth, item in _below(root, 1):
        places = read.get((item.Dest[0].objgen, str(item.Title)))
        turn, level = places.pop(0) if places else (turn, depth)
        found.append((turn, level, item))
    _link_all(root, sorted(found, key=lambda one: one[0]))


def _below(parent: Any, depth: int) -> Iterator[tuple[int, Any]]:
    """Yield every bookmark inside ``parent`` with its depth, in the order of the file."""
    item = parent.get("/First")
    while item is not None:
        yield depth, item
        yield from _below(item, depth + 1)
        item = item.get("/Next")


def _link_all(root: Any, found: Sequence[tuple[int, int, Any]]) -> None:
    """Write which bookmark is inside and behind which, and how many each holds (ISO 32000-1, 12.3.3)."""
    inner: dict[ObjGen, list[Any]] = {}
    open_: list[tuple[int, Any]] = [(0, root)]
    for _, level, item in found:
        while open_[-1][0] >= level:
            open_.pop()
        inner.setdefault(open_[-1][1].objgen, []).append(item)
        item.Parent = open_[-1][1]
        open_.append((level, item))
    for parent in (root, *(item for _, _, item in found)):
        _link(parent, inner.get(parent.objgen, []))
    for parent in (*(item for _, _, item in reversed(found)), root):
        parent.Count = sum(1 + int(kid.Count) for kid in inner.get(parent.objgen, []))


def _link(parent: Any, items: Sequence[Any]) -> None:
    _write(parent, "/First", items[0] if items else None)
    _write(parent, "/Last", items[-1] if items else None)
    for before, item, after in zip([None, *items], items, [*items[1:], None], strict=False):
        _write(item, "/Prev", before)
        _write(item, "/Next", after)


def _write(item: Any, name: str, other: Any) -> None:
    if other is not None:
        item[name] = other
    elif name in item:
        del item[name]
