"""Mends of the structure tree that the engine wrote, so that a tagged file is what PDF/UA-1 (ISO 14289-1) asks for.

WeasyPrint 70 leaves margin boxes outside the tree instead of marking them as artifacts (its issue 1836), tags decorative images
as figures (2550), measures a figure's box in CSS px from the top, writes no ``Scope`` and no inner ``Lang``, tags an anchor that
leads nowhere as a link, and orders the tree by pages. Here, in the finished bytes: running heads and whatever is ``aria-hidden``
(drawings, page numbers) are artifacts; boxes are in pt, scopes and languages are written, and elements with ``data-order`` are put
in that order across pages. What HTML said of an element the engine's room left in it under ``CARRIED``, which is taken out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from brochures.geometry.units import PX
from brochures.pdf import lists, margin_words
from brochures.pdf.headings import Titles, give_levels, order_bookmarks
from brochures.pdf.joined_elements import join
from brochures.pdf.link_descriptions import describe, number_pages
from brochures.pdf.marked_content import ObjGen, renumber
from brochures.pdf.structure_elements import CARRIED, carried, elements, is_element, mark, marks_inside
from brochures.pdf.table_heads import GROUP, name_groups

Marks = Mapping[ObjGen, set[int]]
"""The numbers of marks by page."""


@dataclass(frozen=True)
class _Turn:
    """An element that says when it is read."""

    number: int
    element: Any


def mended(data: bytes) -> bytes:
    """Return ``data``, a file as the engine wrote it, with its structure tree mended; without a tree as it was."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            return data
        document = root.K[0]
        pages = {page.obj.objgen: page for page in pdf.pages}
        hidden: Marks = {page: set() for page in pages}
        for key, number in join(document):
            hidden[key].add(number)
        _hide(document, hidden)
        name_groups(document)
        margin_words.put_in(pdf, document)
        lists.contents(document)
        lists.label(document)
        titles = Titles.of(document)
        turns = _complete(document, pages)
        number_pages(pdf)
        _put_in_order(document, sorted(turns, key=lambda turn: turn.number))
        give_levels(document, titles)
        order_bookmarks(pdf, document, titles)
        _number(pdf, document, hidden, pages)
        _write_parents(pdf, root)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _hide(element: Any, hidden: Marks) -> None:
    """Take what is hidden out of ``element`` and note its marks."""
    kept: list[Any] = []
    for kid in element.K:
        if is_element(kid) and carried(kid).get("aria-hidden") == "true":
            for page, number in marks_inside(kid):
                hidden[page].add(number)
            continue
        kept.append(kid)
        if is_element(kid):
            _hide(kid, hidden)
    element.K = Array(kept)


def _complete(element: Any, pages: dict[ObjGen, pikepdf.Page], *, inside: bool = False) -> list[_Turn]:
    """Mend what is inside ``element``, and return the outermost elements that have a turn.

    ``inside`` an element that has a turn, the boxes that the engine made of the same element have theirs for nothing.
    """
    turns: list[_Turn] = []
    for kid in element.K:
        if not is_element(kid):
            continue
        own = carried(kid)
        if CARRIED in kid:
            del kid[CARRIED]
        _mend(kid, own, pages)
        order = "" if inside else own.get("data-order", "")
        if order:
            turns.append(_Turn(int(order), kid))
        turns += _complete(kid, pages, inside=inside or bool(order))
    return turns


def _mend(element: Any, own: dict[str, str], pages: dict[ObjGen, pikepdf.Page]) -> None:
    describe(element, own)
    if "lang" in own:
        element.Lang = String(own["lang"])
    attributes = element.get("/A")
    if element.S == Name.TH and attributes is not None:
        attributes.Scope = Name.Row if own.get("scope") in {"row", GROUP} else Name.Column
    if Name.Figure == element.S and attributes is not None:
        x1, y1, x2, y2 = (float(side) * PX for side in attributes.BBox)
        top = float(pages[element.Pg.objgen].trimbox[3])
        attributes.BBox = Array([round(side, 2) for side in (x1, top - y2, x2, top - y1)])
    if Name.Link == element.S and not any(isinstance(kid, Dictionary) and "/Obj" in kid for kid in element.K):
        element.S = Name.Span


def _put_in_order(document: Any, turns: list[_Turn]) -> None:
    """Put the elements that have a turn under ``document`` in that order, whatever their page, and the rest after them."""
    if not turns:
        return
    moved = {turn.element.objgen for turn in turns}
    loose = [kid for kid in document.K if not _holds_only(kid, moved)]
    for turn in turns:
        turn.element.P = document
    document.K = Array([*(turn.element for turn in turns), *loose])


def _holds_only(kid: Any, moved: set[ObjGen]) -> bool:
    """Whether ``kid`` is moved itself, or is a wrapper of nothing but moved elements. Moved kids are taken out of it."""
    if not is_element(kid):
        return False
    if kid.objgen in moved:
        return True
    left = [one for one in kid.K if not _holds_only(one, moved)]
    emptied = len(left) != len(kid.K) and not left
    kid.K = Array(left)
    return emptied


def _number(pdf: pikepdf.Pdf, document: Any, hidden: Marks, pages: dict[ObjGen, pikepdf.Page]) -> None:
    """Give new numbers to the marks of each page where not all of them are read, on the page and in the tree."""
    read: Marks = {page: set() for page in pages}
    for page, number in marks_inside(document):
        read[page].add(number)
    written = {
        int(number): len(parents)
        for number, parents in _pairs(pdf.Root.StructTreeRoot.ParentTree.Nums)
        if isinstance(parents, Array)
    }
    numbers = {
        key: renumber(pdf, page, read[key], hidden[key])
        for key, page in pages.items()
        if len(read[key]) != written[int(page.obj.StructParents)]
    }
    for element in elements(document):
        element.K = Array([_numbered(element, kid, numbers) for kid in element.K])


def _numbered(element: Any, kid: Any, numbers: Mapping[ObjGen, Mapping[int, int]]) -> Any:
    """Return ``kid`` of ``element`` with the new number of its mark, where its page has new ones."""
    found = mark(element, kid)
    if found is None or found[0] not in numbers:
        return kid
    page, number = found
    if not isinstance(kid, Dictionary):
        return numbers[page][number]
    kid.MCID = numbers[page][number]
    return kid


def _write_parents(pdf: pikepdf.Pdf, root: Any) -> None:
    """Write anew which element each mark and each annotation belongs to (ISO 32000-1, 14.7.4.4)."""
    by_page: dict[ObjGen, dict[int, Any]] = {page.obj.objgen: {} for page in pdf.pages}
    annotations: list[tuple[Any, Any]] = []
    for element in elements(root.K[0]):
        for kid in element.K:
            found = mark(element, kid)
            if found is not None:
                by_page[found[0]][found[1]] = element
            elif "/Obj" in kid:
                annotations.append((kid.Obj, element))
    nums: list[Any] = []
    for number, page in enumerate(pdf.pages):
        page.obj.StructParents = number
        marks = by_page[page.obj.objgen]
        nums += [number, Array([marks[mark] for mark in sorted(marks)])]
    for number, (annotation, element) in enumerate(annotations, len(pdf.pages)):
        annotation.StructParent = number
        nums += [number, element]
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(nums)))


def _pairs(nums: Any) -> Iterator[tuple[Any, Any]]:
    items = list(nums)
    yield from zip(items[::2], items[1::2], strict=True)
