"""``forms.yaml``: printable forms as structured data, and ``images/images.yaml``: pictures with their alternative text and rights."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import FormName, ImageName, Model, SourceName, Text, Words


class FieldType(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    LONG = "long text"
    DATE = "date"
    PHONE = "phone"
    NUMBER = "number"
    CHOICE = "choice"
    MULTI = "multi"
    YES_NO_UNKNOWN = "yes/no/unknown"
    CHECK = "check"
    SIGNATURE = "signature"


class FormField(Model):
    """One field. ``options`` belong to a choice (one) or multi (any) field; ``width`` is a share of the line in twelfths."""

    label: Text
    type: FieldType
    required: Annotated[bool, Field(strict=False)] = False
    options: tuple[Text, ...] = ()
    hint: Text | None = None
    width: Annotated[int, Field(ge=2, le=12)] = 12

    @model_validator(mode="after")
    def _options_fit_the_type(self) -> FormField:
        if bool(self.options) is not (self.type in {FieldType.CHOICE, FieldType.MULTI}):
            raise PydanticCustomError(
                "form_options", "options go with the types 'choice' and 'multi', and only with those"
            )
        return self


class FormSection(Model):
    """A lettered section of a form. Its note may refer to help lines and clinic facts, as statements do."""

    title: Text
    note: Text | None = None
    fields: tuple[FormField, ...] = Field(min_length=1)


class Form(Model):
    """A form: its title, its introduction, its sections, and the sources that shaped it."""

    title: Text
    intro: Text
    sections: tuple[FormSection, ...] = Field(min_length=1)
    sources: tuple[SourceName, ...] = ()


class FormsFile(Model):
    """All forms, by id."""

    forms: dict[FormName, Form]


class Image(Model):
    """A picture file beside ``images.yaml``; ``alt`` says what it shows, ``rights`` why we may print it."""

    file: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(svg|png|jpe?g)$")]
    alt: Words
    rights: Text


class ImagesFile(Model):
    """All images, by id."""

    images: dict[ImageName, Image]
