"""The letters of a drawing's words, which are printed as shapes: no gate of words reads them there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from brochures.design.drawing.parts import Drawing, Part
from brochures.findings import Finding, Place, codes
from brochures.load.text_faults import letter_faults

_SAID = frozenset({"title", "desc"})
"""What a drawing says of itself, to who opens it alone."""


def odd_letters(drawing: Drawing, name: str, shown: str) -> Iterator[Finding]:
    """Yield what is wrong with the letters of ``drawing``, called ``name`` and ``shown`` in the project: of its words, title and description."""
    words = {inner for text in drawing.texts for inner in (text, *drawing.inside(text))}
    for part in drawing.parts:
        if part in words or part.tag in _SAID:
            for text, place in _written(drawing, part, shown):
                for start, _, said, mend in letter_faults(text):
                    yield codes.DRAWN_LETTERS.at(place(text[:start]), f"'{name}': {said}", mend)


def _written(drawing: Drawing, part: Part, shown: str) -> Iterator[tuple[str, Callable[[str], Place]]]:
    """Yield the texts of ``part`` with what tells the place behind a part of each; what stands behind an element is told at that element."""
    if part.element.text:
        yield part.element.text, partial(_behind, shown, *part.written.words[part.element])
    for inner in drawing.children[part]:
        if inner.element.tail:
            yield inner.element.tail, partial(_at, Place(shown, *inner.place()))


def _behind(shown: str, line: int, column: int, before: str) -> Place:
    """Return the place behind ``before``, which begins at ``line`` and ``column`` of the file ``shown``."""
    at = len(before) - before.rfind("\n") if "\n" in before else column + len(before)
    return Place(shown, line + before.count("\n"), at)


def _at(place: Place, _: str) -> Place:
    return place
