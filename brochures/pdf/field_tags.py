"""Fields in the structure tree: a ``Form`` element for each widget, where the box that it lies on is read (PDF/UA-1, 7.18.4).

The tree is as the engine wrote it, page by page; its mends, and the parents of the widgets, come after (``structure_tags``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from brochures.geometry.pages import FillBox
from brochures.pdf.structure_elements import CARRIED, elements, is_element

_WRAPS = (Name.Div, Name.Sect, Name.NonStruct, Name.Part)
"""What may hold anything."""


class StampedTree:
    """The structure tree of a file, and the elements in it that were stamped with the name of a field, by page, name and state."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """Read the tree of ``pdf``, which has one."""
        self._pdf = pdf
        self._document = pdf.Root.StructTreeRoot.K[0]
        self._stamped: dict[tuple[Any, str, str], Any] = {}
        self._parts: dict[str, Any] = {}
        for element in elements(self._document):
            carried = _carried(element)
            if "/data-fill" in carried:
                key = (element.Pg.objgen, carried["/data-fill"], carried.get("/data-state", ""))
                self._stamped.setdefault(key, element)
            if "/data-part" in carried:
                self._parts.setdefault(carried["/data-part"], element)

    def hold(self, box: FillBox, widget: Any, page: Any) -> None:
        """Let the element of ``box`` hold its ``widget``. Raise ``LookupError`` where the engine made none."""
        element = self._stamped[page.objgen, box.name, box.state]
        if element.S == Name.TD:
            element.K = Array([*element.K, self._form(widget, page, element)])
        else:
            element.S = Name.Form
            element.K = Array([_reference(widget, page)])

    def hold_at_head(self, widgets: Iterable[Any], page: Any) -> None:
        """Put elements for ``widgets``, which stand in the running head of ``page``, before everything that is read on it."""
        parent, first = self._document, next(kid for kid in self._document.K if kid.Pg.objgen == page.objgen)
        while first.S in _WRAPS and "/data-part" in _carried(first) and any(map(is_element, first.K)):
            parent, first = first, next(kid for kid in first.K if is_element(kid))
        key = _carried(first).get("/data-part")
        if key:  # what goes on from the page before is one element: before all of it
            first = self._parts[key]
            parent = first.P
        at = next(number for number, kid in enumerate(parent.K) if is_element(kid) and kid.objgen == first.objgen)
        kids = list(parent.K)
        kids[at:at] = [self._form(widget, page, parent) for widget in widgets]
        parent.K = Array(kids)

    def _form(self, widget: Any, page: Any, parent: Any) -> Any:
        return self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Form, P=parent, Pg=page, K=Array([_reference(widget, page)]))
        )


def _carried(element: Any) -> Mapping[str, str]:
    return dict(_pairs(element))


def _pairs(element: Any) -> Iterator[tuple[str, str]]:
    for name, value in element.get(CARRIED, {}).items():
        yield name, str(value)


def _reference(widget: Any, page: Any) -> Any:
    return Dictionary(Type=Name.OBJR, Obj=widget, Pg=page)
