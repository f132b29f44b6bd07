"""Colours as they reach the press: colour spaces, the inks that they name, and how much of each an object lays on a plate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The plates of every job."""

ALL, NONE = "All", "None"
"""The ink that prints on every plate, and the one that prints on none (ISO 32000-1, 8.6.6.4)."""

NONZERO = 1
"""The overprint mode in which a process ink of nothing leaves its plate alone."""


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its family (``DeviceCMYK``, ``ICCBased`` …), how many numbers a colour has, and the inks that they stand for.

    ``names`` are the colorants, in order; None where numbers are no inks: in RGB, Lab, and all that a profile defines.
    """

    family: str
    size: int
    names: tuple[str, ...] | None = None
    base: Space | None = None
    """What an index or an uncoloured pattern is in."""
    table: bytes = b""
    """The colours of an index, each as many bytes as its base has numbers."""

    @property
    def inks(self) -> tuple[str, ...] | None:
        """The inks that a colour of it may lay, ``All`` among them; None where they are not given."""
        if self.family == "Indexed":
            return self.base.inks if self.base else None
        return None if self.names is None else tuple(name for name in self.names if name != NONE)

    def __str__(self) -> str:
        if self.family == "ICCBased":
            return f"ICCBased {self.size}"
        if self.family == "Indexed":
            return f"Indexed {self.base}"
        return " ".join((self.family, *self.names)) if self.family in {"Separation", "DeviceN"} else self.family  # type: ignore[misc]


GRAY = Space("DeviceGray", 1, ("Black",))
RGB = Space("DeviceRGB", 3)
CMYK = Space("DeviceCMYK", 4, PROCESS)
PATTERN = Space("Pattern", 0)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as the file writes it: ``values`` are its numbers in ``space``."""

    space: Space
    values: tuple[float, ...]

    @property
    def direct(self) -> Colour:
        """The colour that an index stands for; any other colour itself."""
        if self.space.family != "Indexed":
            return self
        colours = indexed(self.space)
        return colours[min(max(int(self.values[0]), 0), len(colours) - 1)]

    @property
    def inks(self) -> Mapping[str, float] | None:
        """The amount of each ink, from 0 to 1; None where the space does not give any."""
        colour = self.direct
        if colour.space.names is None:
            return None
        amounts = [min(max(value, 0.0), 1.0) for value in colour.values]
        if colour.space.family == "DeviceGray":
            return {"Black": 1.0 - amounts[0]}
        return {name: amount for name, amount in zip(colour.space.names, amounts, strict=True) if name != NONE}


BLACK = Colour(GRAY, (0.0,))


def indexed(space: Space) -> list[Colour]:
    """Return the colours of an index, in order. Raise ``ValueError`` when it is none."""
    if space.base is None:
        raise ValueError(f"{space} is no index")
    size = space.base.size
    rows = [space.table[at : at + size] for at in range(0, len(space.table) - size + 1, size)]
    return [Colour(space.base, tuple(byte / 255 for byte in row)) for row in rows]


def first(space: Space) -> Colour:
    """Return the colour that holds when nothing but its space was chosen (ISO 32000-1, 8.6.8)."""
    if space.family == "DeviceCMYK":
        return Colour(space, (0.0, 0.0, 0.0, 1.0))
    full = space.family in {"Separation", "DeviceN"}
    return Colour(space, (1.0 if full else 0.0,) * space.size)


def component(space: Space, plate: str) -> int | None:
    """Return which number of a colour says how much ink goes on a plate; None when none does."""
    names = space.names or ()
    inks = [index for index, name in enumerate(names) if name in {ALL, plate}]
    return inks[0] if inks else None


def laid(colour: Colour, plate: str, *, overprint: bool = False, mode: int = 0) -> float | None:
    """Return how much ink an object of this colour lays on a plate, from 0 to 1; None where it leaves what lies there (8.6.7).

    ``mode`` is the overprint mode: 0 for images, shadings and the colours of an index, whatever the file says. Raise ``ValueError`` when
    the colour is not given in inks.
    """
    inks, space = colour.inks, colour.direct.space
    if inks is None:
        raise ValueError(f"{colour.space} gives no inks")
    index = component(space, plate)
    if index is not None:
        amount = inks[(space.names or ())[index]]
        alone = overprint and mode == NONZERO and colour.space.family == "DeviceCMYK" and not amount
        return None if alone else amount
    process = space.family in {"DeviceCMYK", "DeviceGray"} and plate in PROCESS
    return None if not inks or (overprint and not process) else 0.0
