"""The engine's box tree, measured: what a fixed panel holds and how far it reaches past the panel's edge.

Private parts used: ``Page._page_box``, ``weasyprint.formatting_structure.boxes``, ``AbsolutePlaceholder`` (engine fact 5.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint import Document
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

PT_PER_PX = 0.75
TOLERANCE = 0.25
"""Overflow below this is rounding, in pt."""


@dataclass(frozen=True)
class Overset:
    """How far a panel's content reaches past one of its sides, in pt, and the words that do."""

    page: int
    panel: str
    side: str
    by: float
    words: str


def oversets(document: Document) -> Iterator[Overset]:
    """Yield each side of each ``data-panel`` element that its content reaches past."""
    for number, page in enumerate(document.pages, 1):
        for panel in _panels(page._page_box):
            yield from _measure(number, panel)


def _real(box: Any) -> Any:
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def _children(box: Any) -> Iterator[Any]:
    for child in box.all_children():
        if child is not None:
            yield _real(child)


def _attribute(box: Any, name: str) -> str | None:
    element = box.element
    if element is None or not hasattr(element, "get") or "::" in (box.element_tag or ""):
        return None
    value: str | None = element.get(name)
    return value


def _panels(box: Any) -> Iterator[Any]:
    for child in _children(box):
        if _attribute(child, "data-panel") and not isinstance(child, boxes.InlineBox | boxes.TextBox | boxes.LineBox):
            yield child
        yield from _panels(child)


def _measure(page: int, panel: Any) -> Iterator[Overset]:
    left, top = panel.content_box_x(), panel.content_box_y()
    right, bottom = left + panel.width, top + panel.height
    worst: dict[str, tuple[float, str]] = {}
    for x0, y0, x1, y1, words in _leaves(panel, None):
        for side, over in (("bottom", y1 - bottom), ("top", top - y0), ("right", x1 - right), ("left", left - x0)):
            by = over * PT_PER_PX
            if by > TOLERANCE and by > worst.get(side, (0.0, ""))[0]:
                worst[side] = (by, words)
    for side, (by, words) in worst.items():
        yield Overset(page, _attribute(panel, "data-panel") or "", side, round(by, 1), words)


def _leaves(box: Any, line: Any) -> Iterator[tuple[float, float, float, float, str]]:
    """Yield what prints below ``box``; with tight leading the line box counts, not the em box. Declared bleed art is left out."""
    for child in _children(box):
        if _attribute(child, "data-bleed") is not None:
            continue
        if isinstance(child, boxes.TextBox):
            if child.text.strip():
                y0, y1 = child.position_y, child.position_y + child.height
                if line is not None:
                    y0, y1 = max(y0, line.position_y), min(y1, line.position_y + line.height)
                yield child.position_x, y0, child.position_x + child.width, y1, child.text.strip()[-40:]
        elif isinstance(child, boxes.ReplacedBox):
            x, y = child.border_box_x(), child.border_box_y()
            yield x, y, x + child.border_width(), y + child.border_height(), f"<{child.element_tag.rsplit('}', 1)[-1]}>"
        else:
            within = child if isinstance(child, boxes.LineBox) else line if isinstance(child, boxes.InlineBox) else None
            yield from _leaves(child, within)
