"""``printers.yaml``: printing conditions, and what each print shop wants."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import Model, Name, Text

_LENGTH = re.compile(r"\d+(?:\.\d+)?(?:in|mm|pt)")
_FIELD = re.compile(r"\{([^{}]*)\}")

FILE_FIELDS = ("slug", "title", "version", "format", "edition", "printer")
"""What a print shop's file names may be made of."""


def _is_length(text: str) -> str:
    if not _LENGTH.fullmatch(text):
        raise PydanticCustomError("length", "'{text}' is not a length: write 0.125in, 3mm or 9pt", {"text": text})
    return text


Length = Annotated[Text, AfterValidator(_is_length)]
Percent = Annotated[float, Field(ge=0, le=400, strict=False)]
Ppi = Annotated[int, Field(ge=1, le=4800, strict=False)]
Flag = Annotated[bool, Field(strict=False)]


class Standard(StrEnum):
    """What a file for the press claims to be."""

    X4 = "PDF/X-4"
    X1A = "PDF/X-1a:2003"


class Order(StrEnum):
    """Which side of a folded sheet comes first."""

    OUTSIDE_FIRST = "outside first"
    INSIDE_FIRST = "inside first"


class Stock(StrEnum):
    """Paper by weight: it decides how much narrower the panel is that folds in (print-production 1.1)."""

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
    """The least that an image must have, in pixels to the inch: below ``least`` is an error, below ``wanted`` a warning."""

    least: Ppi
    wanted: Ppi
    line_art_least: Ppi
    line_art_wanted: Ppi


class Printer(Model):
    """What one print shop wants. ``profile`` is its own output profile, a path, in place of that of the condition."""

    title: Text
    default: Flag = False
    standard: Standard
    condition: Name
    metric_condition: Name
    profile: Text | None = None
    ink_limit: Percent | None = None
    bleed: Length
    metric_bleed: Length
    safe: Length
    marks: Marks = Marks()
    resolution: Resolution
    smallest_reversed: Length
    order: Order = Order.OUTSIDE_FIRST
    stock: Stock = Stock.TEXT
    file_name: Text

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
    printers: Annotated[dict[Name, Printer], Field(min_length=1)]

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
