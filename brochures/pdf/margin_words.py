"""Words in the margins that a listener must hear, too: that a file is a proof, whose form a sheet is and of how many.

The engine leaves what stands in the margins outside of the tree, and as artifacts of the page nobody hears them. Which of them are
heard, and on which page, the style sheet says (``--heard``); ``engine/tag_attributes.py`` marks their elements. Here they are put where
their page begins: behind its heading, where it begins with one, so that whoever comes by headings hears them as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from brochures.pdf.marked_content import ObjGen
from brochures.pdf.structure_elements import CARRIED, carried, elements, is_element, marks_inside

MARGIN = "margin"
"""Under which name an element carries from which box in the margins it is."""

_GROUPS = frozenset({"/Document", "/Part", "/Art", "/Sect", "/Div", "/NonStruct"})
"""What only holds blocks (ISO 32000-1, 14.8.4.2)."""

_HEADINGS = frozenset({"/H1", "/H2"})


def put_in(pdf: pikepdf.Pdf, document: Any) -> None:
    """Put the marked elements of margins into the tree below ``document``, each page's in the order in which they stand on it."""
    pages: dict[ObjGen, list[Any]] = {}
    for item in pdf.objects:
        if isinstance(item, Dictionary) and CARRIED in item and MARGIN in carried(item):
            pages.setdefault(item.Pg.objgen, []).append(item)
    known: dict[ObjGen, list[ObjGen]] = {}
    for page, heard in pages.items():
        place = _place(document, page, known)
        if place is not None:
            _insert(*place, [_as_block(element) for element in heard if list(marks_inside(element))])


def _place(document: Any, page: ObjGen, known: dict[ObjGen, list[ObjGen]]) -> tuple[Any, Any, bool] | None:
    """Return the block with which ``page`` begins, what holds it, and whether what is put in comes after it; None for an empty page.

    ``known`` are the pages of the marks of each block that was looked through before.
    """
    begun = None
    for holder, block in _blocks(document):
        if block.objgen not in known:
            known[block.objgen] = list(dict.fromkeys(at for at, _ in marks_inside(block)))
        pages = known[block.objgen]
        if begun is None and page in pages:
            begun = holder, block
        if begun is not None and (pages[:1] != [page] or holder.objgen != begun[0].objgen):
            break
        if begun is not None and str(block.S) in _HEADINGS:
            return holder, block, True
    return (*begun, False) if begun is not None else None


def _blocks(holder: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each block below ``holder``, in the order of the tree, after what holds it."""
    for kid in holder.K:
        if not is_element(kid):
            continue
        if str(kid.S) in _GROUPS and any(is_element(one) for one in kid.K):
            yield from _blocks(kid)
        else:
            yield holder, kid


def _insert(holder: Any, block: Any, after: bool, heard: list[Any]) -> None:  # noqa: FBT001 as _place returns it
    kids = list(holder.K)
    at = next(number for number, kid in enumerate(kids) if is_element(kid) and kid.objgen == block.objgen) + after
    for element in heard:
        element.P = holder
    holder.K = Array([*kids[:at], *heard, *kids[at:]])


def _as_block(element: Any) -> Any:
    """Return ``element``, as a paragraph where it holds none."""
    del element[CARRIED]
    if not any(Name.P == one.S for one in elements(element)):
        element.S = Name.P
    return element
