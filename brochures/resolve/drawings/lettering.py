"""Words that are no outlines: they would be set in another face than they were drawn in, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.design.drawing.parts import Drawing, Part


def live(drawing: Drawing) -> Iterator[Part]:
    """Yield each ``<text>`` that is painted and has words."""
    yield from (part for part in drawing.painted if part.tag == "text" and part.words)
