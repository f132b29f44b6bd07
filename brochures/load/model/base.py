"""The ground of all models: frozen, closed to unknown keys, and the small types that content is made of."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from brochures.geometry.units import POINTS
from brochures.load.model.checked_text import Shape

NAME = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(in|mm|pt)")


class Model(BaseModel):
    """A frozen part of the content; an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Name(str):
    """A name that ``resolve`` replaces by the thing it names. Subclasses say which kind of thing."""

    __slots__ = ()
    kind = "name"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept text of lower-case words joined by hyphens or dots and make it this class."""
        return core_schema.no_info_after_validator_function(cls._checked, core_schema.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the editor's view: text of the same shape."""
        return {**handler(core_schema.str_schema()), "pattern": f"^{NAME.pattern}$", "description": cls.__doc__ or ""}

    @classmethod
    def _checked(cls, value: str) -> Self:
        if not NAME.fullmatch(value):
            raise PydanticCustomError(
                "name_shape",
                "'{value}' is not a name: use lower-case letters and digits joined by '-' or '.'",
                {"value": value},
            )
        return cls(value)


DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
"""Names that no file or folder can have on Windows, whatever stands behind a dot (learn.microsoft.com, Naming Files, Paths, and Namespaces)."""


class FolderName(Name):
    """A name that is also that of a folder in ``out/``, on every system."""

    @classmethod
    def _checked(cls, value: str) -> Self:
        if DEVICES.fullmatch(value):
            raise PydanticCustomError(
                "name_of_device",
                "Windows keeps the name '{value}' for a device, and makes no folder of it",
                {"value": value},
            )
        return super()._checked(value)


class StatementName(Name):
    """The id of a statement, such as ``ketamine.off-label``."""

    kind = "statement"


class StudyName(Name):
    """The id of a study record, such as ``grabski-2022-kare``."""

    kind = "study"


class SourceName(Name):
    """The id of a source or of a study, such as ``ketalar-label``."""

    kind = "source"


class HelplineName(Name):
    """The id of a verified help line in ``sources.yaml``, such as ``lifeline-988``."""

    kind = "help line"


class FormName(Name):
    """The id of a form in ``forms.yaml``, such as ``referral``."""

    kind = "form"


class LawName(Name):
    """The id of a text of law in ``content/law/``, such as ``42-cfr-2.32-statement-1``."""

    kind = "text of law"


class ImageName(Name):
    """The id of an image in ``content/images/images.yaml``."""

    kind = "image"


class SpecimenName(Name):
    """The name of a component as its specimen's file has it, such as ``key-message``."""

    kind = "specimen"


class PieceName(Name):
    """The slug of a brochure or packet."""

    kind = "piece"


class LabelName(str):
    """The name of a label, such as ``contact.phone``."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept text."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())


class ClinicFactName(str):
    """The name of a fact that only the clinic can supply: a key of ``clinic.yaml``."""

    __slots__ = ()
    kind = "clinic fact"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept text; whether the clinic has such a fact is checked by ``resolve``."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())


def _as_date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise PydanticCustomError(
            "date_shape", "'{value}' is not a date: write it as 2026-11-23", {"value": str(value)}
        )
    try:
        return date.fromisoformat(value)
    except ValueError as wrong:
        raise PydanticCustomError(
            "date_value", "'{value}' is not a day of the calendar ({why})", {"value": value, "why": str(wrong)}
        ) from wrong


def _not_blank(value: str) -> str:
    if not value:
        raise PydanticCustomError("blank", "the text is empty")
    return value


def _is_length(text: str) -> str:
    if not _LENGTH.fullmatch(text):
        raise PydanticCustomError("length", "'{text}' is not a length: write 0.125in, 3mm or 9pt", {"text": text})
    return text


def in_points(length: str) -> float:
    """Return a ``Length`` in pt. Raise ``ValueError`` where it is none."""
    found = _LENGTH.fullmatch(length)
    if found is None:
        msg = f"'{length}' is not a length"
        raise ValueError(msg)
    return float(found[1]) * POINTS[found[2]]


Text = Annotated[str, AfterValidator(_not_blank)]
"""Text that is not empty."""

Length = Annotated[Text, AfterValidator(_is_length)]
"""A length with its unit, such as ``0.125in``, ``3mm`` or ``9pt``."""

Day = Annotated[date, BeforeValidator(_as_date), Field(json_schema_extra={"examples": ["2026-11-23"]})]
"""A date, written ``YYYY-MM-DD``."""

Language = Annotated[
    str,
    Shape(
        r"^[a-z]{2}(-[A-Z]{2})?$",
        "a language",
        "write its two letters, with a country where it needs one: en, es, es-MX",
    ),
]
"""A language tag such as ``en`` or ``es-MX`` (BCP 47)."""

Words = dict[Language, Text]
"""A text in each language that the clinic prints."""


class Bullets(Model):
    """A wording of several short points under one lead. Steps, which are done in their order, are ``numbered``."""

    lead: Text
    items: tuple[Text, ...] = Field(min_length=2, max_length=7)
    numbered: bool = False


Wording = dict[Language, Text | Bullets]
"""A statement's wording for one audience, by language: a sentence or two, or a lead with points."""
