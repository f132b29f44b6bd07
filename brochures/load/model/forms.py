"""``forms.yaml``: printable forms as structured data, and ``images/images.yaml``: pictures with their alternative text and rights."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import FormName, ImageName, Language, Model, Name, Text
from brochures.load.model.source_links import Link


class FormKind(StrEnum):
    """What a form is for, and so how it is set.

    ``clinical``: for professionals; every page names the patient. ``consent``: read and signed by a patient. ``cover``: the first sheet of
    a fax; it names no patient. ``reply``: one page that goes back by fax.
    """

    CLINICAL = "clinical"
    CONSENT = "consent"
    COVER = "cover"
    REPLY = "reply"


class Element(StrEnum):
    """What a written consent must hold, by its place in 42 CFR 2.31."""

    PATIENT = "(a)(1)"
    DISCLOSER = "(a)(2)"
    INFORMATION = "(a)(3)"
    RECIPIENTS = "(a)(4)(i)"
    INTERMEDIARY = "(a)(4)(ii)"
    REDISCLOSURE_UNDER_HIPAA = "(a)(4)(iii)"
    PURPOSE = "(a)(5)"
    REVOCATION = "(a)(6)"
    EXPIRY = "(a)(7)"
    SIGNATURE = "(a)(8)"
    DATE = "(a)(9)"
    LOSS_OF_PROTECTION = "(a)(10)(i)"
    REFUSAL = "(a)(10)(ii)"


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
    TABLE = "table"


class Asked(Model):
    """What a field asks, in words. ``options`` belong to a choice (one) or multi (any) field; ``write_in`` is one more, with a line to write on.

    ``urgent`` is what to do at once where the answer is yes, on a line of its own; it may refer to help lines, as a label does.
    """

    label: Text
    type: FieldType
    required: Annotated[bool, Field(strict=False)] = False
    options: tuple[Text, ...] = ()
    write_in: Text | None = None
    hint: Text | None = None
    urgent: Text | None = None


class Column(Model):
    """A column of a table to fill in: its head, and how wide it is beside the others."""

    label: Text
    width: Annotated[int, Field(ge=1, le=24)]


ANSWERS = ("yes", "no", "unknown")
"""The columns of a grid of questions, by the labels ``form.yes`` and so on that stand over them."""


class SheetLine(StrEnum):
    """What the line at the head of each sheet says of whose it is."""

    PATIENT = "patient"
    BORN = "born"


class Holds(StrEnum):
    """What an answer in words must hold, where it can be checked."""

    NPI = "npi"
    DIAGNOSIS_CODE = "icd-10-cm"


class OfPartner(StrEnum):
    """What is known of a partner before a form is filled in, and stands in it in a packet with the partner's name on it."""

    NAME = "name"
    CREDENTIAL = "credential"
    ORGANISATION = "organisation"
    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"
    NPI = "npi"


class FaxedTo(StrEnum):
    """What is known of whom a fax goes to, and stands on its cover sheet."""

    NAME = "name"
    ORGANISATION = "organisation"
    FAX = "fax"


class FormField(Asked):
    """One field of a form.

    ``name`` is what it is called where somebody fills it in on a screen; without one it is called by its label. ``width`` is its least
    share of the line in twelfths; ``lines`` how many lines of handwriting a long text has room for. ``critical``: it is asked first in its
    section, with a heavy edge and a word. ``heads``: on a screen, what is typed into it stands in the line at the head of each sheet, too.
    ``holds`` is what an answer that comes back is checked for; ``partner`` is what of a partner stands in it in a packet that is made for one,
    ``faxed_to`` the same in a fax that is sent to one.
    ``answers`` are the columns of a grid in which a question has a box. ``columns`` and ``rows``
    belong to a table.
    """

    name: Name | None = None
    width: Annotated[int, Field(ge=2, le=12)] = 12
    lines: Annotated[int, Field(ge=2, le=20)] = 2
    critical: Annotated[bool, Field(strict=False)] = False
    heads: SheetLine | None = None
    holds: Holds | None = None
    partner: OfPartner | None = None
    faxed_to: FaxedTo | None = None
    answers: tuple[Text, ...] = ANSWERS
    columns: tuple[Column, ...] = ()
    rows: Annotated[int, Field(ge=1, le=40)] | None = None

    @model_validator(mode="after")
    def _options_fit_the_type(self) -> FormField:
        if bool(self.options) is not (self.type in {FieldType.CHOICE, FieldType.MULTI}):
            raise PydanticCustomError(
                "form_options", "options go with the types 'choice' and 'multi', and only with those"
            )
        if self.write_in and not self.options:
            raise PydanticCustomError("form_write_in", "'write_in' is one more of the options, and there are none")
        return self

    @model_validator(mode="after")
    def _a_line_heads_a_sheet(self) -> FormField:
        if self.heads and self.type not in {FieldType.TEXT, FieldType.DATE}:
            raise PydanticCustomError(
                "form_heads", "'heads' goes with the types 'text' and 'date', and only with those"
            )
        if self.holds and self.type is not FieldType.TEXT:
            raise PydanticCustomError("form_holds", "'holds' goes with the type 'text', and only with it")
        if (self.partner or self.faxed_to) and self.type not in {FieldType.TEXT, FieldType.PHONE}:
            raise PydanticCustomError(
                "form_partner",
                "'partner' and 'faxed_to' go with the types 'text' and 'phone', and only with those",
            )
        return self

    @model_validator(mode="after")
    def _a_table_is_ruled(self) -> FormField:
        table = self.type is FieldType.TABLE
        if bool(self.columns) is not table or (self.rows is not None) is not table:
            raise PydanticCustomError("form_table", "'columns' and 'rows' go with the type 'table', and only with it")
        return self


class FormSection(Model):
    """A section of a form. Its note may refer to help lines, clinic facts and texts of law, as statements do.

    ``elements`` says which elements of a consent it holds, each with the name of the wording in ``law/`` that fulfils it; they are printed
    beside its title. ``besides`` are wordings that it holds for another reason. Its note and its fields are those wordings to the letter.
    """

    title: Text
    elements: dict[Element, Name] = Field(default={})
    besides: tuple[Name, ...] = ()
    note: Text | None = None
    fields: tuple[FormField, ...] = ()

    @model_validator(mode="after")
    def _says_or_asks(self) -> FormSection:
        if not self.note and not self.fields:
            raise PydanticCustomError("form_section", "a section has a 'note', 'fields' or both, this one has neither")
        return self


class Form(Model):
    """A form: its title, its introduction, its sections, and the sources that shaped it.

    ``before_use`` says what must be done before anybody is handed the form; it is printed until the form is signed. Of a consent,
    ``opening`` names the wording of both, and ``authorization`` says that it must do what 45 CFR 164.508 asks for, too.
    """

    title: Text
    kind: FormKind = FormKind.CLINICAL
    intro: Text
    before_use: Text | None = None
    opening: Name | None = None
    authorization: Annotated[bool, Field(strict=False)] = False
    sections: tuple[FormSection, ...] = Field(min_length=1)
    sources: tuple[Link, ...] = ()

    @model_validator(mode="after")
    def _each_line_of_a_head_is_typed_once(self) -> Form:
        heads = [field.heads for section in self.sections for field in section.fields if field.heads]
        twice = next((head for head in heads if heads.count(head) > 1), None)
        if twice:
            raise PydanticCustomError(
                "form_heads_twice", "two fields say 'heads: {head}': one of them is enough", {"head": str(twice)}
            )
        return self

    @model_validator(mode="after")
    def _a_consent_is_whole(self) -> Form:
        held = [element for section in self.sections for element in section.elements]
        named = [name for section in self.sections for name in section.besides]
        if self.kind is not FormKind.CONSENT:
            if held or named or self.opening or self.authorization:
                raise PydanticCustomError(
                    "form_elements",
                    "only a form of kind 'consent' holds 'elements', 'besides', 'opening' or 'authorization'",
                )
            return self
        lacking = [str(element) for element in Element if element not in held]
        if lacking:
            raise PydanticCustomError(
                "consent_elements", "this consent lacks {lacking} of 42 CFR 2.31", {"lacking": ", ".join(lacking)}
            )
        if self.opening is None:
            raise PydanticCustomError(
                "consent_opening", "a consent names the wording of its introduction under 'opening'"
            )
        return self


class FormsFile(Model):
    """All forms, by id."""

    forms: dict[FormName, Form]


_PICTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(svg|png|jpe?g)", re.IGNORECASE)


def _is_picture(text: str) -> str:
    if not _PICTURE.fullmatch(text):
        raise PydanticCustomError(
            "picture_file",
            "'{text}' cannot be printed as a picture: save it as SVG (drawings and logos), PNG or JPEG, with letters, digits, - and _ in its name",
            {"text": text},
        )
    return text


_FILE_NAME = re.compile(
    r"[^/]*\.(?:svg|png|jpe?g|gif|tiff?|webp|heic|bmp|pdf|ai|eps|psd)|(?:IMG|DSCN?|PXL|Screenshot|Scan)[_ -]?\d.*|https?:.*",
    re.IGNORECASE,
)
"""What names a file, as cameras and programs do, and shows nobody what is on the picture."""


def _says_what_is_shown(text: str) -> str:
    if not any(sign.isalpha() for sign in text) or _FILE_NAME.fullmatch(text):
        what = "the name of a file" if _FILE_NAME.fullmatch(text) else "without a word"
        raise PydanticCustomError(
            "alternative_text", "'{text}' is {what}: say what the picture shows", {"text": text, "what": what}
        )
    return text


AlternativeText = Annotated[Text, AfterValidator(_says_what_is_shown)]
"""What a picture shows, in words, for readers who cannot see it."""


class Image(Model):
    """A picture file beside ``images.yaml``; ``alt`` says what it shows, ``rights`` why we may print it."""

    file: Annotated[str, AfterValidator(_is_picture)]
    alt: dict[Language, AlternativeText]
    rights: Text


class ImagesFile(Model):
    """All images, by id."""

    images: dict[ImageName, Image]
