"""What decides where the lines of a text break, so that what was found for it once holds wherever the same text is set again.

The copies of a paragraph in other editions, and in the trials of copyfit, are boxes of their own with the same letters in the same
styles: only the measure is left to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from brochures.engine.private_api import boxes

SETTINGS = (
    "font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_kerning", "font_variant_ligatures",
    "font_variant_position", "font_variant_caps", "font_variant_numeric", "font_variant_alternates", "font_variant_east_asian",
    "font_feature_settings", "font_variation_settings", "font_language_override", "lang", "direction", "letter_spacing",
    "word_spacing", "tab_size", "white_space", "overflow_wrap", "word_break", "hyphens", "hyphenate_character",
    "hyphenate_limit_chars", "hyphenate_limit_zone", "text_decoration_line", "text_indent",
)  # fmt: skip
"""The styles that the engine breaks text by (WeasyPrint 70, ``text/line_break.py``)."""

EDGES = tuple(
    f"{edge}_{side}{width}"
    for edge, width in (("margin", ""), ("padding", ""), ("border", "_width"))
    for side in ("left", "right")
)
"""The styles that make room before and after a box inside a line, with ``box_decoration_break``, which repeats it."""

EPSILON = 0.1
"""By how much a measure must be wider than the widest line, in px, for the lines to be surely the same in it."""


def signature(line: Any) -> Hashable | None:
    """Return what decides where ``line``, a whole text not yet broken, breaks; None where something in it is not text.

    Two texts with one signature break alike in one measure, if they are set with the same fonts and beside no float.
    """
    inside = []
    for child in line.children:
        if isinstance(child, boxes.TextBox):
            inside.append((child.text, _settings(child.style, SETTINGS)))
        elif isinstance(child, boxes.InlineBox) and child.is_in_normal_flow():
            within = signature(child)
            if within is None:
                return None
            inside.append((within, _settings(child.style, (*EDGES, "box_decoration_break"))))
        else:
            return None
    return (*inside, _settings(line.style, SETTINGS))


def breaks_by_width(line: Any) -> bool:
    """Return whether the widths of its words alone decide where ``line`` breaks: one text, not hyphenated and not indented.

    Between two boxes inside a line the engine may break earlier than it must (WeasyPrint 70, ``layout/inline.py``).
    """
    indent = line.style["text_indent"]
    one_text = len(line.children) == 1 and isinstance(line.children[0], boxes.TextBox)
    return one_text and line.style["hyphens"] != "auto" and getattr(indent, "value", None) == 0


def _settings(style: Any, names: tuple[str, ...]) -> str:
    return repr([style[name] for name in names])


@dataclass(frozen=True)
class BrokenText:
    """A text that was set in ``measure`` (px): the words of each line, of one more than ``most`` at most, and the width of the widest, in px."""

    measure: float
    most: int
    words: tuple[int, ...]
    widest: float

    def says(self, measure: float, most: int, *, by_width: bool) -> bool:
        """Return whether the text has these lines in ``measure``, too, as far as ``most`` of them are asked for."""
        narrowest = self.widest + EPSILON if by_width else self.measure
        return narrowest <= measure <= self.measure and (len(self.words) <= self.most or most <= self.most)


class Trials:
    """The trials of one text in several measures: what is known of one holds of all narrower ones that its lines still fit in.

    ``lay`` sets the text in a measure (px) and returns of each line, one more than were asked for at most, how many words it has and how
    wide it is. ``by_width``: the widths of the words alone decide (``breaks_by_width``), so that the same lines come out down to the widest.
    """

    def __init__(self, lay: Callable[[float, int], list[tuple[int, float]]], *, by_width: bool) -> None:
        """Know nothing yet."""
        self._lay = lay
        self._by_width = by_width
        self._known: list[BrokenText] = []

    def at(self, measure: float, most: int) -> BrokenText:
        """Return the lines in ``measure``: ``most`` of them, and one more where there are more; all where all are known."""
        for trial in self._known:
            if trial.says(measure, most, by_width=self._by_width):
                return trial
        laid = self._lay(measure, most)
        trial = BrokenText(
            measure, most, tuple(words for words, _ in laid), max((width for _, width in laid), default=0)
        )
        self._known.append(trial)
        return trial
