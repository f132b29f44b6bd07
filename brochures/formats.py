"""Formats: sheet, sides and panels of a folded piece, read from ``styles/formats/<name>.css``."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from brochures import codes
from brochures.findings import BrochureError, Place
from brochures.mistakes import near
from brochures.stylebook import custom_properties, points

TOLERANCE = 0.01
"""How far two lengths that must agree may differ, in pt."""


@dataclass(frozen=True)
class Panel:
    """A panel: ``x`` is its left edge measured from the left trim edge of its side, in pt; ``order`` its turn in reading."""

    name: str
    x: float
    width: float
    order: int


@dataclass(frozen=True)
class Side:
    """One side of the sheet, with its panels from left to right."""

    name: str
    panels: tuple[Panel, ...]

    @property
    def folds(self) -> tuple[float, ...]:
        """Where the folds lie, in pt from the left trim edge of this side."""
        return tuple(panel.x for panel in self.panels[1:])


@dataclass(frozen=True)
class Format:
    """The finished flat sheet in pt. ``sides`` is empty for a piece that flows over as many pages as it needs."""

    name: str
    width: float
    height: float
    sides: tuple[Side, ...]

    @property
    def pages(self) -> int:
        """How many pages a finished file has: one a side, 0 where the words flow."""
        return len(self.sides)

    @property
    def portrait(self) -> Format:
        """The same paper upright and without panels, for a sheet of instructions."""
        return Format(self.name, min(self.width, self.height), max(self.width, self.height), ())

    @property
    def panels(self) -> tuple[Panel, ...]:
        """All panels in reading order."""
        return tuple(sorted((panel for side in self.sides for panel in side.panels), key=lambda panel: panel.order))


def read_format(folder: Path, name: str, place: Place) -> Format:
    """Return the format called ``name`` from ``folder``. Raise ``BrochureError`` at ``place`` where it is missing or wrong."""
    known = sorted(path.stem for path in folder.glob("*.css"))
    if name not in known:
        raise BrochureError(codes.BAD_FORMAT.at(place, f"there is no format '{name}'", near(name, known)))
    properties = custom_properties(folder / f"{name}.css")
    try:
        width, height = points(properties["--sheet-width"]), points(properties["--sheet-height"])
        order = properties.get("--reading-order", "").split()
        sides = tuple(
            _side(side, properties[f"--{side}"].split(), order)
            for side in ("outside", "inside")
            if f"--{side}" in properties
        )
        form = Format(name, width, height, sides)
        _check(form)
    except (KeyError, ValueError) as wrong:
        message = f"the format lacks {wrong.args[0]}" if isinstance(wrong, KeyError) else str(wrong)
        raise BrochureError(
            codes.BAD_FORMAT.at(
                Place(f"styles/formats/{name}.css"), message, "correct the format; the others in this folder show how"
            )
        ) from wrong
    return form


def _side(name: str, words: list[str], order: list[str]) -> Side:
    panels, x = [], 0.0
    for panel, width in zip(words[::2], words[1::2], strict=True):
        if panel not in order:
            msg = f"the panel '{panel}' is not in --reading-order"
            raise ValueError(msg)
        panels.append(Panel(panel, x, points(width), order.index(panel)))
        x += points(width)
    return Side(name, tuple(panels))


def _check(form: Format) -> None:
    """Raise ``ValueError`` unless both sides fill the sheet and panel i outside backs panel n-1-i inside."""
    for side in form.sides:
        total = sum(panel.width for panel in side.panels)
        if abs(total - form.width) > TOLERANCE:
            msg = f"the {side.name} panels are {total:g} pt wide together, the sheet is {form.width:g} pt"
            raise ValueError(msg)
    for outside, inside in pairwise(form.sides):
        for front, back in zip(outside.panels, reversed(inside.panels), strict=True):
            if abs(front.width - back.width) > TOLERANCE:
                msg = f"'{front.name}' is {front.width:g} pt wide, but '{back.name}' behind it is {back.width:g} pt"
                raise ValueError(msg)
