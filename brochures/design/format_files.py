"""Format files: ``styles/formats/<name>.css`` read as a format, and told what is wrong with it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from brochures.design.css import points
from brochures.design.formats import SHEET_PAGES, Format, Imposition, Panel, Side
from brochures.design.tokens import Tokens
from brochures.findings import BrochureError, Place, codes
from brochures.findings.suggest import near
from brochures.geometry.units import ROUNDING

SIDES = ("outside", "inside", "front", "back")
"""The names that a side may have: a folded sheet has an outside and an inside, a card a front and a back."""


def read_format(folder: Path, name: str, place: Place) -> Format:
    """Return the format called ``name`` from ``folder``. Raise ``BrochureError`` at ``place`` where it is missing or wrong."""
    known = sorted(path.stem for path in folder.glob("*.css"))
    if name not in known:
        raise BrochureError(codes.BAD_FORMAT.at(place, f"there is no format '{name}'", near(name, known)))
    properties = Tokens.read(folder / f"{name}.css").shared
    try:
        width, height = points(properties["--sheet-width"]), points(properties["--sheet-height"])
        order = properties.get("--reading-order", "").split()
        bound = properties.get("--bound", "").split()
        sides = tuple(Side(page, (Panel(page, 0.0, width, turn),)) for turn, page in enumerate(bound)) or tuple(
            _side(side, properties[f"--{side}"].split(), order) for side in SIDES if f"--{side}" in properties
        )
        imposition = _imposition(properties.get("--desk-sheet", "").split(), bound=bool(bound))
        form = Format(name, width, height, sides, imposition, bool(bound), properties["--sheet-width"].endswith("mm"))
        _check(form)
    except (KeyError, ValueError) as wrong:
        message = f"the format lacks {wrong.args[0]}" if isinstance(wrong, KeyError) else str(wrong)
        raise BrochureError(
            codes.BAD_FORMAT.at(
                Place(f"styles/formats/{name}.css"), message, "correct the format; the others in this folder show how"
            )
        ) from wrong
    return form


def panels_of_formats(folder: Path) -> frozenset[str]:
    """Return the name of every panel and bound page that a format in ``folder`` has, whether or not a piece could be set in it."""
    formats = (Tokens.read(path).shared for path in sorted(folder.glob("*.css")))
    return frozenset(
        panel for one in formats for name in ("--reading-order", "--bound") for panel in one.get(name, "").split()
    )


def _side(name: str, words: list[str], order: list[str]) -> Side:
    panels, x = [], 0.0
    for panel, width in zip(words[::2], words[1::2], strict=True):
        if panel not in order:
            msg = f"the panel '{panel}' is not in --reading-order"
            raise ValueError(msg)
        panels.append(Panel(panel, x, points(width), order.index(panel)))
        x += points(width)
    return Side(name, tuple(panels))


def _imposition(words: list[str], *, bound: bool) -> Imposition | None:
    """Return what ``--desk-sheet`` says, width, height, columns and rows, or None where it says nothing.

    A bound piece names the width and height only: it lies on its sheets two pages side by side.
    """
    if not words:
        return None
    words = [*words, "2", "1"] if bound else words
    width, height, columns, rows = words
    return Imposition(points(width), points(height), int(columns), int(rows))


def _check(form: Format) -> None:
    """Raise ``ValueError`` unless both sides fill the sheet and panel i outside backs panel n-1-i inside."""
    for side in form.sides:
        total = sum(panel.width for panel in side.panels)
        if abs(total - form.width) > ROUNDING:
            msg = f"the {side.name} panels are {total:g} pt wide together, the sheet is {form.width:g} pt"
            raise ValueError(msg)
    sheet = form.imposition
    if sheet and (
        sheet.columns * form.width > sheet.width + ROUNDING or sheet.rows * form.height > sheet.height + ROUNDING
    ):
        msg = f"{sheet.columns} x {sheet.rows} copies do not fit on a sheet of {sheet.width:g} x {sheet.height:g} pt"
        raise ValueError(msg)
    if form.bound and (len(form.sides) % SHEET_PAGES or sheet is None):
        msg = f"a bound piece has a --desk-sheet and a multiple of {SHEET_PAGES} pages; --bound names {len(form.sides)}"
        raise ValueError(msg)
    if sheet and any(len(side.panels) != 1 for side in form.sides):
        msg = "a format with a --desk-sheet has one panel a side"
        raise ValueError(msg)
    for outside, inside in pairwise(form.sides):
        for front, back in zip(outside.panels, reversed(inside.panels), strict=True):
            if abs(front.width - back.width) > ROUNDING:
                msg = f"'{front.name}' is {front.width:g} pt wide, but '{back.name}' behind it is {back.width:g} pt"
                raise ValueError(msg)
