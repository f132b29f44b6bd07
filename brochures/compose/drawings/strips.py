"""Woods in small: the bank under a title, the wood along the head of a sheet, and the sign of the house. Sizes are in pt; y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import pi, sin

from brochures.compose.drawings.curves import through
from brochures.compose.drawings.landscape import FAR, SECOND, THIRD, CutShape
from brochures.compose.drawings.woods import Bank, bank, crown, trees, trunk

SLENDER = 0.1
"""Half the width of a crown in a strip, as a part of its tree."""

CLEAR = 14
"""How far trees stay from the ends of a strip, of which 9 pt are cut off, in pt: half the broadest crown, and what a knife strays."""


FOLD = 0.15
"""How far trees stay from the middle of a strip, where a bound sheet is folded, as a part of its height."""


@cache
def rising_bank(width: float, height: float) -> tuple[CutShape, ...]:
    """Return banks that begin in the middle of the strip and rise to its right end, with their woods."""
    shapes: list[CutShape] = []
    for tone, begins, level, tall, seed in (
        (FAR, 0.34, 0.62, (0.2, 0.42), 0.2), (SECOND, 0.5, 0.74, (0.28, 0.56), 0.55), (THIRD, 0.68, 0.86, (0.36, 0.7), 0.3),
    ):  # fmt: skip
        ground = _rise(width, height, begins, level)
        span = (width * (begins + 0.16), width * 1.01)
        woods = trees(
            span, round((span[1] - span[0]) / height * 3.4), ground.crest, widths=(height * 0.02, height * 0.035),
            tall=(height * tall[0], height * tall[1]), seed=seed, broad=SLENDER,
        )  # fmt: skip
        shapes += [CutShape("".join(tree.path for tree in woods), tone), CutShape(ground.path, tone)]
    return tuple(shapes)


def _rise(width: float, height: float, begins: float, level: float) -> Bank:
    """Return a bank that rises from the foot of the strip at ``begins`` of its width to ``level`` of its height."""

    def crest(x: float) -> float:
        along = min(max((x / width - begins) / (1 - begins), 0), 1)
        return height - height * (1 - level) * (1 - (1 - along) ** 2)

    line = through([(x, crest(x)) for x in (width * (begins + (1 - begins) * step / 6) for step in range(7))])
    return Bank(f"{line}V{height:g}Z", crest)


@cache
def frieze(width: float, height: float) -> tuple[CutShape, ...]:
    """Return a wood from end to end, in two layers on one low bank. No tree stands where the sheet is cut or folded: it would be cut through."""
    shapes: list[CutShape] = []
    for tone, level, tall, close, seed in ((FAR, 0.86, (0.42, 0.78), 3.2, 0.2), (SECOND, 0.92, (0.3, 0.86), 1.5, 0.55)):
        ground = bank(width, height, height * level, height * 0.03, seed=seed)
        halves = ((CLEAR, width / 2 - height * FOLD), (width / 2 + height * FOLD, width - CLEAR))
        woods = [
            tree
            for half in halves
            for tree in trees(
                half, round(width / height * close / 2), ground.crest, widths=(height * 0.03, height * 0.05),
                tall=(height * tall[0], height * tall[1]), seed=seed + half[0] / width, broad=SLENDER,
            )
        ]  # fmt: skip
        shapes += [CutShape("".join(tree.path for tree in woods), tone), CutShape(ground.path, tone)]
    return tuple(shapes)


@dataclass(frozen=True)
class Mark:
    """The sign of the house: two trunks with their crowns, three streams under them, and how thick a stream is."""

    trunks: str
    streams: tuple[str, ...]
    weight: float


@cache
def mark(size: float) -> Mark:
    """Return the sign in a square of ``size``."""
    unit = size / 16
    woods = "".join(
        crown(x * unit, top * unit, foot * unit, half * unit)
        + trunk((x * unit, 9.6 * unit), (x * unit, (top + 3) * unit), 1.3 * unit)
        for x, top, foot, half in ((5.6, 0.2, 7.2, 2), (10.6, 1.6, 7.6, 1.8))
    )
    streams = tuple(
        through([(x * unit, (y + 0.75 * sin(pi * x / 5)) * unit) for x in (0.7, 3.2, 5.7, 8.2, 10.7, 13.2, 15.3)])
        for y in (10.4, 12.7, 15.0)
    )
    return Mark(woods, streams, round(1.25 * unit, 2))
