"""Balanced lines, which the engine cannot set (``text-wrap: balance`` and ``pretty``; docs/engine.md, Private parts).

Headlines are made of lines about equally long: one that takes two to four lines is set again in narrower measures, and the narrowest
that takes no line more is kept. Headlines are ``h1`` to ``h6``; ``data-balance="no"`` on one leaves it to the engine.
Paragraphs end in at least as many words as the custom property ``--last-line-words`` asks for, where a narrower measure can bring
them down without a line more: the widest that does, so that columns beside each other look equally wide. Only the lines move: the box
keeps its width.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from itertools import islice
from typing import Any
from weakref import WeakKeyDictionary

from brochures.engine.line_breaks import Trials, breaks_by_width, signature
from brochures.engine.private_api import block, boxes, children, custom_property

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
EVENLY = 0
"""What a headline ends in: not in a number of words, but in a line about as long as its others."""

MOST_LINES = 4
"""A headline of more lines is none."""

HALVINGS = 7
"""How often the measure of a headline is halved: to less than 2 pt in a panel."""

SLIVER = 0.05
"""By how much a measure is made narrower than its widest line, in px, so that this line breaks elsewhere."""

NARROWEST = 0.6
"""The share of its measure that a paragraph is narrowed to at most, so that it does not end in a single word."""

FULLEST = 0.86
"""The share of its measure that a paragraph is narrowed to at most, so that it ends in as many words as it was asked for."""

_measures: WeakKeyDictionary[Any, dict[float, float]] = WeakKeyDictionary()
"""The measures of each line's box, by the width that they were worked out for."""

_known_texts: WeakKeyDictionary[Any, dict[Hashable, float]] = WeakKeyDictionary()
"""The measures of each text, by its fonts and by all else that decides: other editions, and trials of copyfit, set the same texts again."""

_iter_line_boxes = block.iter_line_boxes
Lay = Callable[[float, int], list[tuple[int, float]]]
"""Sets a text in a measure (px) and returns of each of its first lines how many words it has and how wide it is, in px."""


def install() -> None:
    """Put balanced lines in the engine's place. Doing so twice changes nothing."""
    block.iter_line_boxes = _balanced


def _balanced(  # noqa: PLR0917 the engine's own signature
    context: Any, box: Any, position_y: Any, bottom_space: Any, skip_stack: Any, containing_block: Any, absolute_boxes: Any,
    fixed_boxes: Any, first_letter_style: Any, first_line_style: Any,
) -> Iterator[Any]:  # fmt: skip
    width = containing_block.width
    designed: list[tuple[Any, Any]] = []

    def lay(measure: float, most: int) -> list[tuple[int, float]]:
        containing_block.width = measure
        trial = _iter_line_boxes(
            context, box, position_y, bottom_space, skip_stack, containing_block, [], [], first_letter_style, first_line_style
        )  # fmt: skip
        try:
            laid = [*islice(trial, most + 1)]
        finally:
            containing_block.width = width
        if measure == width:
            designed[:] = laid
        return [(len(_text(line).split()), line.width) for line, _ in laid]

    # A first letter of its own is cut off the text by the first trial, so such a text has no trials.
    free = skip_stack is None and first_letter_style is None and first_line_style is None
    measure = _remembered(context, containing_block, box, lay) if free else width
    if measure == width and _is_finished(designed) and signature(box) is not None:
        yield from designed
        return
    containing_block.width = measure
    try:
        yield from _iter_line_boxes(
            context, box, position_y, bottom_space, skip_stack, containing_block, absolute_boxes, fixed_boxes,
            first_letter_style, first_line_style,
        )  # fmt: skip
    finally:
        containing_block.width = width


def _is_finished(laid: list[tuple[Any, Any]]) -> bool:
    """Return whether the lines ``laid`` are all that a text has: the engine goes on after none of them."""
    return bool(laid) and laid[-1][1] is None


def _remembered(context: Any, containing_block: Any, line: Any, lay: Lay) -> float:
    """Return the measure, in px, for ``line``, worked out once: the engine lays out most paragraphs several times in the same width.

    Beside a float lines are shorter, and where it stands may change: there nothing is remembered.
    """
    width: float = containing_block.width
    ends = _ends(containing_block, line)
    if ends is None:
        return width
    if context.excluded_shapes:
        return _measure(Trials(lay, by_width=False), width, ends)
    known = _measures.setdefault(line, {})
    if width not in known:
        known[width] = _of_text(containing_block, line, lay, ends)
    return known[width]


def _of_text(containing_block: Any, line: Any, lay: Lay, ends: int) -> float:
    """Return the measure for ``line``, which another line with the same text may have been given before."""
    width = containing_block.width
    text = signature(line)
    if text is None:
        return _measure(Trials(lay, by_width=False), width, ends)
    known = _known_texts.setdefault(line.style.font_config, {})
    key = (text, width, ends)
    if key not in known:
        known[key] = _measure(Trials(lay, by_width=breaks_by_width(line)), width, ends)
    return known[key]


def _ends(containing_block: Any, line: Any) -> int | None:
    """Return in how many words the lines of ``containing_block`` are to end, ``EVENLY`` for a headline; None to leave them as they are."""
    element = containing_block.element
    if (
        element is None
        or not hasattr(element, "get")
        or containing_block.style["text_align_all"] not in {"start", "left"}
    ):
        return None
    if not all(
        isinstance(child, boxes.TextBox | boxes.InlineBox) or not child.is_in_normal_flow() for child in line.children
    ):
        return None
    if element.tag in HEADINGS:
        return None if element.get("data-balance") == "no" else EVENLY
    wanted = custom_property(containing_block, "--last-line-words")
    return int(wanted) if wanted.isdecimal() and int(wanted) > 1 else None


def _measure(trials: Trials, width: float, ends: int) -> float:
    """Return the measure, in px, for a text with its ``trials`` in a column of ``width``, which is to end in so many words."""
    return _narrowest(trials, width) if ends == EVENLY else _ended(trials, width, ends)


def _narrowest(trials: Trials, width: float) -> float:
    """Return about the narrowest measure that takes no more lines than ``width`` does."""
    wanted = len(trials.at(width, MOST_LINES).words)
    if not 1 < wanted <= MOST_LINES:
        return width
    low, high = width / (wanted + 1), width
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if len(trials.at(middle, wanted).words) > wanted:
            low = middle
        else:
            high = middle
    return high


def _ended(trials: Trials, width: float, words: int) -> float:
    """Return the widest measure that adds no line and ends in ``words``, or in as many more as there can be; else ``width``.

    Lines change when the widest of them no longer fits, so each measure tried is a sliver narrower than the widest line of the one before.
    """
    trial = trials.at(width, 99)
    lines, last = len(trial.words), trial.words[-1] if trial.words else words
    best = measure = width
    while lines > 1 and last < words and trial.widest <= measure:
        measure = trial.widest - SLIVER
        if measure < width * (NARROWEST if last == 1 else FULLEST):
            break
        trial = trials.at(measure, lines)
        if len(trial.words) > lines:
            break
        if trial.words[-1] > last:
            best, last = measure, trial.words[-1]
    return best


def _text(box: Any) -> str:
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        return "".join(_text(child) for child in children(box))
    return ""
