"""Balanced lines, which the engine cannot set (``text-wrap: balance`` and ``pretty``; docs/engine.md, Private parts).

Headlines are made of lines about equally long: one that takes two to four lines is set again in narrower measures, and the narrowest
that takes no line more is kept. Headlines are ``h1`` to ``h6``; ``data-balance="no"`` on one leaves it to the engine.
Paragraphs end in at least as many words as the custom property ``--last-line-words`` asks for, where a narrower measure can bring
them down without a line more: the widest that does, so that columns beside each other look equally wide. Only the lines move: the box
keeps its width.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any
from weakref import WeakKeyDictionary

from brochures.engine.private_api import block, boxes, children, custom_property

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MOST_LINES = 4
"""A headline of more lines is none."""

HALVINGS = 7
"""How often the measure of a headline is halved: to less than 2 pt in a panel."""

NOTCH = 4.0
"""By how much the measure of a paragraph is narrowed at a time, in px."""

NARROWEST = 0.6
"""The share of its measure that a paragraph is narrowed to at most, so that it does not end in a single word."""

FULLEST = 0.86
"""The share of its measure that a paragraph is narrowed to at most, so that it ends in as many words as it was asked for."""

_measures: WeakKeyDictionary[Any, dict[float, float]] = WeakKeyDictionary()
"""The measures of each line's box, by the width that they were worked out for."""

_iter_line_boxes = block.iter_line_boxes
_Lines = Callable[[float, int], list[int]]
"""Sets a text in a measure (px) and returns how many words each of its first lines has."""


def install() -> None:
    """Put balanced lines in the engine's place. Doing so twice changes nothing."""
    block.iter_line_boxes = _balanced


def _balanced(  # noqa: PLR0917 the engine's own signature
    context: Any, box: Any, position_y: Any, bottom_space: Any, skip_stack: Any, containing_block: Any, absolute_boxes: Any,
    fixed_boxes: Any, first_letter_style: Any, first_line_style: Any,
) -> Iterator[Any]:  # fmt: skip
    width = containing_block.width

    def lines(measure: float, most: int) -> list[int]:
        containing_block.width = measure
        trial = _iter_line_boxes(
            context, box, position_y, bottom_space, skip_stack, containing_block, [], [], first_letter_style, first_line_style
        )  # fmt: skip
        try:
            return [len(_text(line).split()) for line, _ in islice(trial, most + 1)]
        finally:
            containing_block.width = width

    # A first letter of its own is cut off the text by the first trial, so such a text has no trials.
    free = skip_stack is None and first_letter_style is None and first_line_style is None
    measure = _remembered(context, containing_block, box, lines) if free else width
    containing_block.width = measure
    try:
        yield from _iter_line_boxes(
            context, box, position_y, bottom_space, skip_stack, containing_block, absolute_boxes, fixed_boxes,
            first_letter_style, first_line_style,
        )  # fmt: skip
    finally:
        containing_block.width = width


def _remembered(context: Any, containing_block: Any, line: Any, lines: _Lines) -> float:
    """Return the measure for ``line``, worked out once: the engine lays most paragraphs out several times in one and the same width.

    Beside a float lines are shorter, and where it stands may change: there nothing is remembered.
    """
    if context.excluded_shapes:
        return _measure(containing_block, line, lines)
    known = _measures.setdefault(line, {})
    width = containing_block.width
    if width not in known:
        known[width] = _measure(containing_block, line, lines)
    return known[width]


def _measure(containing_block: Any, line: Any, lines: _Lines) -> float:
    """Return the measure, in px, that the lines of ``containing_block`` are set in."""
    width: float = containing_block.width
    element = containing_block.element
    if (
        element is None
        or not hasattr(element, "get")
        or containing_block.style["text_align_all"] not in {"start", "left"}
    ):
        return width
    if not all(
        isinstance(child, boxes.TextBox | boxes.InlineBox) or not child.is_in_normal_flow() for child in line.children
    ):
        return width
    if element.tag in HEADINGS:
        return width if element.get("data-balance") == "no" else _narrowest(lines, width)
    wanted = custom_property(containing_block, "--last-line-words")
    return _ended(lines, width, int(wanted)) if wanted.isdecimal() and int(wanted) > 1 else width


def _narrowest(lines: _Lines, width: float) -> float:
    """Return the narrowest measure that takes no more lines than ``width`` does."""
    wanted = len(lines(width, MOST_LINES))
    return _evened(lines, width / (wanted + 1), width, wanted) if 1 < wanted <= MOST_LINES else width


def _evened(lines: _Lines, low: float, high: float, most: int) -> float:
    """Return about the narrowest measure from ``low`` to ``high`` in which there are at most ``most`` lines, as there are in ``high``."""
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if len(lines(middle, most)) > most:
            low = middle
        else:
            high = middle
    return high


def _ended(lines: _Lines, width: float, words: int) -> float:
    """Return the widest measure that adds no line and ends in ``words``, or in as many more as there can be; else ``width``."""
    now = lines(width, 99)
    if len(now) < 2 or now[-1] >= words:  # noqa: PLR2004 one line has no end of its own
        return width
    even = _evened(lines, width * FULLEST, width, len(now))
    most = min(words, lines(even, len(now))[-1])
    return _widest(lines, even, width, most) if most > now[-1] else _two_words(lines, width, now)


def _widest(lines: _Lines, low: float, high: float, words: int) -> float:
    """Return about the widest measure from ``low`` to ``high`` whose last line has ``words`` or more, as that of ``low`` has."""
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if lines(middle, 99)[-1] < words:
            high = middle
        else:
            low = middle
    return low


def _two_words(lines: _Lines, width: float, now: list[int]) -> float:
    """Return the widest measure in which a last line of one word has two; ``width`` where there is none, or where it has two already."""
    measure = width - NOTCH
    while now[-1] == 1 and measure > width * NARROWEST:
        trial = lines(measure, len(now))
        if len(trial) > len(now):
            return width
        if trial[-1] > 1:
            return measure
        measure -= NOTCH
    return width


def _text(box: Any) -> str:
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        return "".join(_text(child) for child in children(box))
    return ""
