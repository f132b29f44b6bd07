"""``clinic.yaml``, ``office``: what the clinic's own paper and printer are like. Nothing of it is printed."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from brochures.geometry.units import INCH, MM, SAME_POINT
from brochures.load.model.base import Length, Model, Text, in_points

MOST_OFFSET = 6.0
"""How far the back may be off, in mm: a sheet that is fed worse than that is a matter for a technician."""

THICKEST = 0.03
"""How thick a sheet may be, in inches: the heaviest cover stock has 0.0115 (docs/print.md, Creep)."""

_SIGNED = re.compile(r"([+-]?)(.+)")


def offset_in_points(offset: str) -> float:
    """Return an ``Offset`` in pt. Raise ``ValueError`` where it is none."""
    found = _SIGNED.fullmatch(offset)
    if found is None:
        msg = f"'{offset}' is not an offset"
        raise ValueError(msg)
    return in_points(found[2]) * (-1 if found[1] == "-" else 1)


def _is_offset(text: str) -> str:
    try:
        points = offset_in_points(text)
    except ValueError as wrong:
        raise PydanticCustomError(
            "offset", "'{text}' is not an offset: write 1mm, -0.5mm or 0.02in", {"text": text}
        ) from wrong
    if abs(points) > MOST_OFFSET * MM + SAME_POINT:
        raise PydanticCustomError(
            "far", "'{text}' is more than {most} mm: no calibration sheet shows that much", {"text": text, "most": f"{MOST_OFFSET:g}"}
        )  # fmt: skip
    return text


def _is_thickness(text: str) -> str:
    if not 0 < in_points(text) <= THICKEST * INCH:
        raise PydanticCustomError(
            "thickness", "'{text}' is not how thick a sheet of paper is: 20 lb bond has 0.004in", {"text": text}
        )
    return text


Offset = Annotated[Text, AfterValidator(_is_offset)]
"""A length with its unit and, where it is less than nothing, a minus: ``1mm``, ``-0.5mm``; at most 6 mm either way."""

Thickness = Annotated[Length, AfterValidator(_is_thickness)]
"""The thickness of one sheet of paper, such as ``0.004in`` or ``0.1mm``."""


class BackOffset(Model):
    """How far the printer puts the back off the front, as you look at the back: to the right and up, less than nothing to the left and down."""

    right: Offset = "0mm"
    up: Offset = "0mm"


class BackOffsets(Model):
    """The same for either way of turning the sheet: the printer feeds upright and lying pages differently, so each is measured by itself."""

    long_edge: BackOffset = BackOffset()
    short_edge: BackOffset = BackOffset()


class Office(Model):
    """The office's paper and printer. Without a word of the clinic: 20 lb bond (docs/print.md, Creep), and a printer that is true."""

    paper_thickness: Thickness = "0.004in"
    back_offset: BackOffsets = BackOffsets()

    @property
    def caliper(self) -> float:
        """How thick one sheet is, in pt."""
        return in_points(self.paper_thickness)

    def back_move(self, *, long_edge: bool) -> tuple[float, float]:
        """Return how far backs are moved to lie behind their fronts, to the right and up in pt: as far as they are off, the other way."""
        offset = self.back_offset.long_edge if long_edge else self.back_offset.short_edge
        return 0.0 - offset_in_points(offset.right), 0.0 - offset_in_points(offset.up)


NO_WORD = Office()
"""What is taken where the clinic says nothing."""
