"""Formats: sheet, sides and panels of a folded piece, read from ``styles/formats/<name>.css``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from brochures import codes
from brochures.findings import BrochureError, Place
from brochures.mistakes import near
from brochures.stylebook import custom_properties, points

TOLERANCE = 0.01
"""How far two lengths that must agree may differ, in pt."""

SIDES = ("outside", "inside", "front", "back")
"""The names that a side may have: a folded sheet has an outside and an inside, a card a front and a back."""


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
class Imposition:
    """How an office sheet holds several copies of a card, edge to edge in its middle: sheet in pt, columns and rows."""

    width: float
    height: float
    columns: int
    rows: int


@dataclass(frozen=True)
class Format:
    """The finished flat sheet in pt. ``sides`` is empty for a piece that flows over as many pages as it needs."""

    name: str
    width: float
    height: float
    sides: tuple[Side, ...]
    imposition: Imposition | None = None

    @property
    def pages(self) -> int:
        """How many pages a finished file has: one a side, 0 where the words flow."""
        return len(self.sides)

    @property
    def at_desk(self) -> Format:
        """What the office printer prints: this sheet, or the larger one that holds several copies of a card."""
        sheet = self.imposition
        if sheet is None:
            return self
        sides = []
        for side in self.sides:
            xs = sorted({x for x, _ in self.places(side.name)})
            sides.append(Side(side.name, tuple(replace(side.panels[0], x=x) for x in xs)))
        return Format(self.name, sheet.width, sheet.height, tuple(sides))

    def places(self, side: str) -> tuple[tuple[float, float], ...]:
        """Return where the copies of a card begin on an office sheet, x and y in pt, each back behind its front: mirrored columns."""
        sheet = self.imposition
        if sheet is None:
            return ()
        left = (sheet.width - sheet.columns * self.width) / 2
        top = (sheet.height - sheet.rows * self.height) / 2
        columns = range(sheet.columns) if side == self.sides[0].name else reversed(range(sheet.columns))
        xs = [left + column * self.width for column in columns]
        return tuple((x, top + row * self.height) for row in range(sheet.rows) for x in xs)

    @property
    def flips_on_long_edge(self) -> bool:
        """Whether the sheet is turned about its long edge: sides back up about the upright axis, whichever edge that is."""
        return self.height > self.width

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
            _side(side, properties[f"--{side}"].split(), order) for side in SIDES if f"--{side}" in properties
        )
        form = Format(name, width, height, sides, _imposition(properties.get("--desk-sheet", "").split()))
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


def _imposition(words: list[str]) -> Imposition | None:
    """Return what ``--desk-sheet`` says, width, height, columns and rows, or None where it says nothing."""
    if not words:
        return None
    width, height, columns, rows = words
    return Imposition(points(width), points(height), int(columns), int(rows))


def _check(form: Format) -> None:
    """Raise ``ValueError`` unless both sides fill the sheet and panel i outside backs panel n-1-i inside."""
    for side in form.sides:
        total = sum(panel.width for panel in side.panels)
        if abs(total - form.width) > TOLERANCE:
            msg = f"the {side.name} panels are {total:g} pt wide together, the sheet is {form.width:g} pt"
            raise ValueError(msg)
    sheet = form.imposition
    if sheet and (
        sheet.columns * form.width > sheet.width + TOLERANCE or sheet.rows * form.height > sheet.height + TOLERANCE
    ):
        msg = f"{sheet.columns} x {sheet.rows} copies do not fit on a sheet of {sheet.width:g} x {sheet.height:g} pt"
        raise ValueError(msg)
    if sheet and any(len(side.panels) != 1 for side in form.sides):
        msg = "a format with a --desk-sheet has one panel a side"
        raise ValueError(msg)
    for outside, inside in pairwise(form.sides):
        for front, back in zip(outside.panels, reversed(inside.panels), strict=True):
            if abs(front.width - back.width) > TOLERANCE:
                msg = f"'{front.name}' is {front.width:g} pt wide, but '{back.name}' behind it is {back.width:g} pt"
                raise ValueError(msg)
