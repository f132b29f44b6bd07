"""Three banks, one below the other, on one river: where the three sides of the program take place. Sizes are in pt; y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass

from brochures.compose.drawings.landscape import FAR, SECOND, THIRD, CutShape, Grove, SceneBox, flowing
from brochures.compose.drawings.ribbon import ribbon

SIDES = 3
"""How many sides the program has, and the picture banks."""

BELOW = 0.045
"""How much of the height a bank shows below the feet of who stands on it."""

TONES = (FAR, SECOND, THIRD)
"""The tones of the banks: each darker than the one above it."""

TALL = 0.25
"""How tall an adult is, as a part of the height: three quarters of the room that a bank has."""


@dataclass(frozen=True)
class Terraces:
    """What is drawn from far to near, the y that people stand at on each bank, and how tall an adult is."""

    shapes: tuple[CutShape, ...]
    grounds: tuple[float, ...]
    adult: float


def terraces(width: float, height: float) -> Terraces:
    """Return three banks in a picture of this size, the river that winds from the first to the last, and trees behind each."""
    box = SceneBox(width, height)
    levels = [(side + 1) / SIDES - BELOW for side in range(SIDES)]
    groves = (
        (Grove((0.0, 1.0), 14, (0.13, 0.25), 0.2),),
        (Grove((0.74, 1.04), 17, (0.12, 0.2), 0.15),),
        (Grove((-0.06, 0.14), 17, (0.12, 0.19), 0.55),),
    )
    banks = [
        box.layer(tone, level - 0.012, 0.006, 0.3 * place, *grove)
        for place, (tone, level, grove) in enumerate(zip(TONES, levels, groves, strict=True))
    ]
    river = ribbon(
        (box.across(0.84), box.down(levels[0] - 0.012)), (box.across(0.78), box.down(1.02)), box.across(0.24),
        sway=-box.across(0.28), turns=1.1, open_up=1.1, narrow=box.across(0.04),
    )  # fmt: skip
    shapes = (*(shape for bank in banks for shape in bank.shapes), *flowing(river))
    return Terraces(shapes, tuple(box.down(level) for level in levels), box.down(TALL))
