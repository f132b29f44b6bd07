"""Mends of the engine's structure tree, so that a screen edition is what PDF/UA-1 (ISO 14289-1) asks for.

WeasyPrint 70 leaves margin boxes outside the tree instead of marking them as artifacts (its issue 1836), tags decorative images
as figures without alternative text (2550), measures a figure's box in CSS px from the top, writes no ``Scope`` and no inner
``Lang``, gives a link one annotation for each box inside it, and orders the tree by pages. Here: running heads are artifacts, and
whatever is ``aria-hidden`` (drawings, page numbers); boxes are in pt, scopes and languages are written, and elements with
``data-order`` are put in that order across pages.

Parts of the engine's own that are replaced: ``pdf.tags._build_box_tree``, ``pdf.add_tags``, ``pdf.stream.Stream.marked``,
``draw.draw_stacking_context`` (all from ``private_api``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf

from brochures.engine.private_api import boxes, draw, pdf_writer, real, stream, tags
from brochures.geometry.units import PX

_build = tags._build_box_tree
_add_tags = tags.add_tags
_marked = stream.Stream.marked
_draw = draw.draw_stacking_context


def install() -> None:
    """Put the mends in the engine's place. Doing so twice changes nothing."""
    tags._build_box_tree = _mended_tree
    pdf_writer.add_tags = _ordered_tags
    stream.Stream.marked = _marked_unless_decorative
    draw.draw_stacking_context = _draw_margin_box_as_artifact


def one_link_each(document: Any) -> None:
    """Take away the second and third annotation that the engine gives a link for each box inside it."""
    for page in document.pages:
        own = [link for link in page.links if link[3].link]
        page.links[:] = [link for link in page.links if link[3].link or not any(_covers(one, link) for one in own)]


def _covers(outer: Any, inner: Any) -> bool:
    (x0, y0, x1, y1), (left, top, right, bottom) = outer[2], inner[2]
    slack = (bottom - top) / 4
    within = x0 - slack <= left and right <= x1 + slack and y0 - slack <= top and bottom <= y1 + slack
    return bool(outer[:2] == inner[:2] and within)


def _decorative(box: Any) -> bool:
    element = box.element
    return hasattr(element, "get") and element.get("aria-hidden") == "true"


@contextmanager
def _marked_unless_decorative(self: Any, box: Any, tag: str) -> Iterator[None]:
    if self._tags is not None and _decorative(box):
        with self.artifact():
            yield
    else:
        with _marked(self, box, tag):
            yield


def _draw_margin_box_as_artifact(page_stream: Any, context: Any) -> None:
    if not isinstance(context.box, boxes.MarginBox) or page_stream._tags is None:
        _draw(page_stream, context)
        return
    kept, page_stream._tags = page_stream._tags, None
    page_stream.stream.append(b"/Artifact <</Type /Pagination>> BDC")
    try:
        _draw(page_stream, context)
    finally:
        page_stream.stream.append(b"EMC")
        page_stream._tags = kept


_page_heights: list[float] = [0.0]


def _mended_tree(  # noqa: PLR0917 the engine's own signature
    box: Any, parent: Any, pdf: Any, page_number: int, nums: Any, annotations: Any, page_tags: Any
) -> Iterator[Any]:
    inner = real(box)
    if isinstance(inner, boxes.PageBox):
        _page_heights[0] = inner.margin_height()
    if isinstance(inner, boxes.MarginBox) or _decorative(inner):
        return
    if inner.element_tag in {"html", "body"} or isinstance(inner, boxes.PageBox):
        yield from _build(box, parent, pdf, page_number, nums, annotations, page_tags)  # their kids', complete already
        return
    for element in _build(box, parent, pdf, page_number, nums, annotations, page_tags):
        source = inner.element
        if source is not None and isinstance(source.tag, str) and inner.element_tag == source.tag:
            _complete(element, source)
        if element.get("S") == "/Link" and not inner.link_annotation:
            element["S"] = "/Span"
        yield element


def _complete(element: Any, source: Any) -> None:
    if source.get("lang"):
        element["Lang"] = pydyf.String(source.get("lang"))
    if source.get("data-order"):
        element.reading_order = int(source.get("data-order"))
    attributes = element.get("A")
    if element.get("S") == "/TH" and attributes is not None:
        attributes["Scope"] = "/Row" if source.get("scope") == "row" else "/Column"
    if element.get("S") == "/Figure" and attributes is not None:
        x1, y1, x2, y2 = (side * PX for side in attributes["BBox"])
        height = _page_heights[0] * PX
        attributes["BBox"] = pydyf.Array(round(side, 2) for side in (x1, height - y2, x2, height - y1))


def _ordered_tags(pdf: Any, document: Any, *arguments: Any) -> None:
    """Write the tree, then put the elements that name their turn under the document in that order, whatever their page."""
    _add_tags(pdf, document, *arguments)
    objects: list[Any] = list(pdf.objects)
    by_reference = {item.reference: item for item in objects if hasattr(item, "get")}
    ordered = sorted(
        (item for item in objects if hasattr(item, "reading_order") and not _inside_another(by_reference, item)),
        key=lambda item: item.reading_order,
    )
    if not ordered:
        return
    root = next(item for item in objects if hasattr(item, "get") and item.get("S") == "/Document")
    moved = {item.reference for item in ordered}
    loose = [reference for reference in root["K"] if not _holds_only(by_reference, reference, moved)]
    for item in ordered:
        item["P"] = root.reference
    root["K"] = pydyf.Array([item.reference for item in ordered] + loose)


def _inside_another(by_reference: Any, item: Any) -> bool:
    """Whether an element above ``item`` has a turn of its own: the engine gives an element's anonymous boxes its attributes."""
    while (item := by_reference.get(item.get("P"))) is not None:
        if hasattr(item, "reading_order"):
            return True
    return False


def _holds_only(by_reference: Any, reference: Any, moved: set[Any]) -> bool:
    """Whether the element is moved itself, or is a wrapper of nothing but moved elements. Moved kids are taken out of it."""
    if reference in moved:
        return True
    element = by_reference[reference]
    kids = [
        kid for kid in element.get("K", ()) if not (isinstance(kid, bytes) and _holds_only(by_reference, kid, moved))
    ]
    emptied = len(kids) != len(element.get("K", ())) and not kids
    element["K"] = pydyf.Array(kids)
    return emptied
