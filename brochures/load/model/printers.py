"""``printers.yaml``: printing conditions, and what each print shop wants."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from brochures.geometry.units import INCH, ROUNDING
from brochures.load.model.base import FolderName, Length, Model, Name, Text, in_points

_FIELD = re.compile(r"\{([^{}]*)\}")

FILE_FIELDS = ("slug", "title", "version", "format", "edition", "printer")
"""What a print shop's file names may be made of."""


_SHEET = re.compile(r"(\S+) x (\S+)")


def _is_sheet(text: str) -> str:
    found = _SHEET.fullmatch(text)
    try:
        sides = [in_points(side) for side in found.groups()] if found else [0.0]
    except ValueError:
        sides = [0.0]
    if min(sides) <= 0:
        raise PydanticCustomError(
            "sheet",
            "'{text}' is not a sheet: write its width and height, 8.5in x 11in or 210mm x 297mm",
            {"text": text},
        )
    return text


WIDEST = 0.5 * INCH
"""How wide a bleed or the safe area inside the trim may be, in pt: twice what folders need, the widest that shops ask for (docs/print.md, Bleed)."""

HEAVIEST = 24.0
"""How large the least size of type, and how wide the thinnest line that a shop allows may be, in pt: more is no limit but a mistyped unit."""


def _at_most(most: float) -> Callable[[str], str]:
    """Return the validator of a length that no print shop means where it is more than ``most`` pt."""

    def checked(text: str) -> str:
        if in_points(text) > most + ROUNDING:
            raise PydanticCustomError(
                "absurd_size",
                "'{text}' is more than any print shop means: at most {most}",
                {"text": text, "most": f"{most / INCH:g}in" if most >= INCH / 2 else f"{most:g}pt"},
            )
        return text

    return checked


Margin = Annotated[Length, AfterValidator(_at_most(WIDEST))]
"""How far something lies from the trim: a ``Length`` of at most 0.5in."""

Fineness = Annotated[Length, AfterValidator(_at_most(HEAVIEST))]
"""How small something may be: a ``Length`` of at most 24pt."""

SheetSize = Annotated[Text, AfterValidator(_is_sheet)]
"""Width and height of a sheet, such as ``8.5in x 11in``."""
Percent = Annotated[float, Field(ge=0, le=400, strict=False)]
Ppi = Annotated[int, Field(ge=1, le=4800, strict=False)]
Spots = Annotated[int, Field(ge=0, le=8, strict=False)]
Flag = Annotated[bool, Field(strict=False)]


class Standard(StrEnum):
    """What a file for the press claims to be."""

    X4 = "PDF/X-4"
    X1A = "PDF/X-1a:2003"


class SideOrder(StrEnum):
    """Which side of a folded sheet comes first."""

    OUTSIDE_FIRST = "outside first"
    INSIDE_FIRST = "inside first"


class Stock(StrEnum):
    """Paper by weight: it decides how much narrower the panel is that folds in (docs/print.md, Folds)."""

    TEXT = "text"
    COVER = "cover"


class PrintingCondition(Model):
    """A printing condition: its registered name, what it is in words, the file in ``styles/profiles/``, and the most ink it carries."""

    identifier: Text
    text: Text
    info: Text
    profile: Text
    ink_limit: Percent


class Marks(Model):
    """Marks around the trim, outside of the bleed."""

    crop: Flag = False
    fold: Flag = False
    registration: Flag = False
    slug: Flag = False

    @property
    def any(self) -> bool:
        """Whether the shop wants any."""
        return self.crop or self.fold or self.registration or self.slug


class Resolution(Model):
    """How fine an image must be, in pixels to the inch: more than ``least``, else an error, and better more than ``wanted``, else a warning."""

    least: Ppi
    wanted: Ppi
    line_art_least: Ppi
    line_art_wanted: Ppi

    @model_validator(mode="after")
    def _least_comes_first(self) -> Resolution:
        for least, wanted in ((self.least, self.wanted), (self.line_art_least, self.line_art_wanted)):
            if least > wanted:
                raise PydanticCustomError(
                    "resolution",
                    "the least that an image must have, {least}, is more than what is wanted, {wanted}",
                    {"least": least, "wanted": wanted},
                )
        return self


class Turn(StrEnum):
    """About which edge of the sheet its back is turned up."""

    LONG_EDGE = "long edge"
    SHORT_EDGE = "short edge"


class Impose(Model):
    """How cards are repeated on a parent sheet; what is metric counts for formats in mm and, where it is left out, is as the other."""

    sheet: SheetSize
    metric_sheet: SheetSize | None = None
    gutter: Length
    metric_gutter: Length | None = None
    turn: Turn = Turn.LONG_EDGE

    def size(self, *, metric: bool) -> tuple[float, float]:
        """Return the parent sheet's width and height in pt."""
        width, height = ((self.metric_sheet if metric else None) or self.sheet).split(" x ")
        return in_points(width), in_points(height)

    def space(self, *, metric: bool) -> float:
        """Return the gutter between two copies, in pt."""
        return in_points((self.metric_gutter if metric else None) or self.gutter)


class Printer(Model):
    """What one print shop wants. ``profile`` is its own output profile, a path, in place of that of the condition.

    ``spots`` is how many inks of their own are agreed on; ``smallest_text`` is the least size of type in one ink, ``smallest_reversed``
    of white type and type of several inks, ``thinnest_rule`` the least width of a line.
    """

    title: Text
    default: Flag = False
    standard: Standard
    condition: Name
    metric_condition: Name
    profile: Text | None = None
    ink_limit: Percent | None = None
    bleed: Margin
    metric_bleed: Margin
    safe: Margin
    marks: Marks = Marks()
    resolution: Resolution
    spots: Spots = 0
    smallest_text: Fineness = "5pt"
    smallest_reversed: Fineness
    thinnest_rule: Fineness = "0.25pt"
    order: SideOrder = SideOrder.OUTSIDE_FIRST
    stock: Stock = Stock.TEXT
    file_name: Text
    impose: Impose | None = None

    @field_validator("impose")
    @classmethod
    def _gutters_hold_the_bleeds(cls, impose: Impose | None, about: ValidationInfo) -> Impose | None:
        """Each of two neighbours keeps its own bleed, so the gutter between them is twice as wide (docs/print.md, Imposition)."""
        bleeds = about.data.get("bleed"), about.data.get("metric_bleed")
        for metric, bleed in enumerate(bleeds):
            if impose and bleed and impose.space(metric=bool(metric)) < 2 * in_points(bleed) - ROUNDING:
                raise PydanticCustomError(
                    "gutter",
                    "a gutter of {gutter} is narrower than twice the bleed of {bleed}: the neighbor's color would stand in it",
                    {"gutter": (impose.metric_gutter if metric else None) or impose.gutter, "bleed": bleed},
                )
        return impose

    @model_validator(mode="after")
    def _file_name_is_known(self) -> Printer:
        for field in _FIELD.findall(self.file_name):
            if field not in FILE_FIELDS:
                raise PydanticCustomError(
                    "file_field",
                    "a file's name has no '{field}'; it may have {known}",
                    {"field": field, "known": ", ".join(f"{{{name}}}" for name in FILE_FIELDS)},
                )
        return self


class PrintersFile(Model):
    """All printing conditions and print shops. One shop is the default: the press edition is made for it when nobody says another."""

    conditions: Annotated[dict[Name, PrintingCondition], Field(min_length=1)]
    printers: Annotated[dict[FolderName, Printer], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_lead_somewhere(self) -> PrintersFile:
        defaults = [name for name, printer in self.printers.items() if printer.default]
        if len(defaults) != 1:
            raise PydanticCustomError(
                "one_default", "exactly one printer has 'default: true', not {count}", {"count": len(defaults)}
            )
        for printer in self.printers.values():
            for name in (printer.condition, printer.metric_condition):
                if name not in self.conditions:
                    raise PydanticCustomError("no_condition", "there is no condition '{name}'", {"name": str(name)})
        return self
