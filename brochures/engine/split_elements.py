"""Elements that the engine broke into several boxes, over pages or over columns, numbered in their HTML before the pages are written.

The engine makes an element of the structure tree of each box. That two of them are parts of one list, table or paragraph can only be
told here, where a box still knows what it was made of; ``pdf/joined_elements.py`` puts them together in the finished bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from weasyprint import Document

from brochures.engine.private_api import boxes, children, page_boxes

PART = "data-part"
"""The attribute that numbers an element of several boxes."""

COLUMNS = "data-columns"
"""The attribute of an element that is set in columns."""


def number_parts(document: Document) -> None:
    """Write ``PART`` into each element of ``document`` that has several boxes, and ``COLUMNS`` into each that is set in columns.

    What is around columns is numbered as well: the elements that are to be put together are found from the root of the tree.
    """
    parts: Counter[int] = Counter()
    elements: dict[int, Any] = {}
    for _, page in page_boxes(document):
        _count(page, parts, elements)
    several = [identity for identity, count in parts.items() if count > 1]
    for number, identity in enumerate(several, 1):
        elements[identity].set(PART, str(number))


def is_anonymous(box: Any) -> bool:
    """Whether the engine made ``box`` by itself: of the words between two blocks, or of one column. Around a table it makes one for the table."""
    return type(box.style).__name__ == "AnonymousStyle" and not box.is_table_wrapper


def _count(box: Any, parts: Counter[int], elements: dict[int, Any]) -> bool:
    """Count the boxes of each element below ``box``. Return whether any of them is set in columns, or in the lines of another."""
    below = [_count(child, parts, elements) for child in _blocks(box)]
    source = box.element
    if source is None or box.element_tag != source.tag or is_anonymous(box):
        return any(below)
    columns = box.style["column_width"] != "auto" or box.style["column_count"] != "auto"
    if columns:
        source.set(COLUMNS, "true")
    around = columns or isinstance(box, boxes.InlineBox) or any(below)
    elements[id(source)] = source
    parts[id(source)] += 2 if around else 1
    return around


def _blocks(box: Any) -> Iterator[Any]:
    """Yield the boxes in ``box`` that may be broken: blocks, tables and what they are made of, and of what stands in a line paragraphs.

    A table is counted by the box that the engine makes around it. A paragraph that runs on in a line has a box for each of its lines.
    """
    for child in children(box) if isinstance(box, boxes.ParentBox) else ():
        if isinstance(child, boxes.LineBox):
            yield from (one for one in children(child) if one.element_tag == "p")
            continue
        if isinstance(child, boxes.MarginBox | boxes.InlineLevelBox):
            continue
        if isinstance(child, boxes.TableBox) and box.is_table_wrapper:
            yield from _blocks(child)
        else:
            yield child
