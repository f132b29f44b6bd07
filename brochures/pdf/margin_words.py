"""Words in the margins that a listener must hear, too: that a file is a proof, whose form a sheet is and of how many.

The engine leaves what stands in the margins outside of the tree, and as artifacts of the page nobody hears them. Which of them are
heard, and on which page, the style sheet says (``--heard``); ``engine/tag_attributes.py`` marks their elements. Here they are put where
their page begins: behind its heading, where it begins with one, so that whoever comes by headings hears them as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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
    blocks = [*_blocks(document)] if pages else []
    known: dict[ObjGen, list[ObjGen]] = {}
    for page, heard in pages.items():
        place = _place(blocks, page, known)
        if place is not None:
            begun, after = place
            put = [_as_block(element) for element in heard if list(marks_inside(element))]
            _insert(begun, put, after=after)
            at = blocks.index(begun) + after
            blocks[at:at] = [_HeldBlock.of(begun.holder, element) for element in put]


@dataclass(frozen=True)
class _HeldBlock:
    """A block and what holds it, and by which numbers the file knows both."""

    holder: Any = field(compare=False)
    element: Any = field(compare=False)
    holder_number: ObjGen
    number: ObjGen

    @classmethod
    def of(cls, holder: Any, element: Any) -> _HeldBlock:
        """Return the block ``element`` of ``holder``."""
        return cls(holder, element, holder.objgen, element.objgen)


def _place(
    blocks: Sequence[_HeldBlock], page: ObjGen, known: dict[ObjGen, list[ObjGen]]
) -> tuple[_HeldBlock, bool] | None:
    """Return the block with which ``page`` begins, and whether what is put in comes after it; None for an empty page.

    ``known`` are the pages of the marks of each block that was looked through before.
    """
    begun = None
    for block in blocks:
        if block.number not in known:
            known[block.number] = list(dict.fromkeys(at for at, _ in marks_inside(block.element)))
        pages = known[block.number]
        if begun is None and page in pages:
            begun = block
        if begun is not None and (pages[:1] != [page] or block.holder_number != begun.holder_number):
            break
        if begun is not None and str(block.element.S) in _HEADINGS:
            return block, True
    return (begun, False) if begun is not None else None


def _blocks(holder: Any) -> Iterator[_HeldBlock]:
    """Yield each block below ``holder``, in the order of the tree."""
    for kid in holder.K:
        if not is_element(kid):
            continue
        if str(kid.S) in _GROUPS and any(is_element(one) for one in kid.K):
            yield from _blocks(kid)
        else:
            yield _HeldBlock.of(holder, kid)


def _insert(block: _HeldBlock, heard: list[Any], *, after: bool) -> None:
    kids = list(block.holder.K)
    at = next(number for number, kid in enumerate(kids) if is_element(kid) and kid.objgen == block.number) + after
    for element in heard:
        element.P = block.holder
    block.holder.K = Array([*kids[:at], *heard, *kids[at:]])


def _as_block(element: Any) -> Any:
    """Return ``element``, as a paragraph where it holds none."""
    del element[CARRIED]
    if not any(Name.P == one.S for one in elements(element)):
        element.S = Name.P
    return element
