"""Thumbnail: what stands on a panel as simple bars, as it is seen from across a room: grounds, headings, boxes and lines of words.

It is drawn from the passages of the piece, so that a sheet of instructions shows the pages that lie beside it. Lengths are in pt of the panel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Literal

from brochures.resolve.job import Passage

Kind = Literal["ground", "heading", "box", "text"]

KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(
        (
            "cover",
            "scene",
            "picture",
            "storyboard",
            "panorama",
            "three_sides",
            "synapse",
            "people_in_trials",
            "icon_array",
        ),
        "ground",
    ),
    **dict.fromkeys(("crisis", "notice", "call_path"), "box"),
    **dict.fromkeys(("masthead", "heading", "subheading", "key_message", "lead"), "heading"),
}
"""What a component is drawn as; every other one is lines of words."""

LETTER, LINE, HEADING, GAP = 5.8, 15.0, 24.0, 11.0
"""How wide a letter, and how high a line, a heading and the space between blocks is, about."""

SIDE, TOP = 22.0, 40.0
"""The margins of a panel."""

PICTURE = 0.3
"""How much of a panel's height a ground takes at least."""

LAST = 0.6
"""How long the last line of a block is, in parts of its measure."""


@dataclass(frozen=True)
class Bar:
    """One bar: where it begins, how wide and high it is, and what it stands for."""

    x: float
    y: float
    width: float
    height: float
    kind: Kind


def thumbnail(
    passages: Iterable[Passage], section: int, width: float, height: float, size: float = 1
) -> tuple[Bar, ...]:
    """Return the bars of the panel that holds ``section``, closer together where its words would reach past its foot.

    ``size`` is how much larger its type is than that of a brochure.
    """
    if size != 1:
        return tuple(
            Bar(bar.x * size, bar.y * size, bar.width * size, bar.height * size, bar.kind)
            for bar in thumbnail(passages, section, width / size, height / size)
        )
    measure = width - 2 * SIDE
    blocks = groupby((one for one in passages if one.section == section), key=lambda one: (one.block, one.component))
    bars: list[Bar] = []
    y = TOP
    for (_, component), said in blocks:
        letters = sum(len(one.writing.text) for one in said)
        found = tuple(_block(KINDS.get(component, "text"), letters, measure, height, y))
        bars += found
        y = found[-1].y + found[-1].height + GAP
    squeeze = min(1.0, (height - 2 * TOP) / max(y - GAP - TOP, 1.0))
    return tuple(
        Bar(
            bar.x,
            round(TOP + (bar.y - TOP) * squeeze, 2),
            round(bar.width, 2),
            round(bar.height * squeeze, 2),
            bar.kind,
        )
        for bar in bars
    )


def _block(kind: Kind, letters: int, measure: float, height: float, y: float) -> Iterable[Bar]:
    """Yield the bars of one block that begins at ``y``."""
    lines = max(1, ceil(letters * LETTER / measure))
    if kind == "ground":
        yield Bar(SIDE, y, measure, max(height * PICTURE, lines * HEADING), kind)
    elif kind == "box":
        yield Bar(SIDE, y, measure, (lines + 1) * LINE, kind)
    elif kind == "heading":
        yield Bar(SIDE, y, min(measure, letters * 2 * LETTER), HEADING * 0.6, kind)
    else:
        for number in range(lines):
            part = LAST if number == lines - 1 else 1.0
            yield Bar(SIDE, y + number * LINE, measure * part, LINE * 0.4, kind)
