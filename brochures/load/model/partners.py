"""How a list of partners is read: the ``partners`` block of a packet. Which column is which, and what stands where a cell is empty."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Language, Model, Name, Text


class PartnerField(StrEnum):
    """What a list may say of a partner. ``address`` holds whole lines; ``street`` to ``zip`` are its parts in columns of their own."""

    NAME = "name"
    CREDENTIAL = "credential"
    ORGANISATION = "organisation"
    SALUTATION = "salutation"
    ADDRESS = "address"
    STREET = "street"
    STREET_2 = "street_2"
    CITY = "city"
    STATE = "state"
    ZIP = "zip"
    FAX = "fax"
    EMAIL = "email"
    PHONE = "phone"
    NPI = "npi"
    LANGUAGE = "language"
    PARTS = "parts"


VARIANTS: dict[PartnerField, tuple[str, ...]] = {
    PartnerField.NAME: ("name", "full name", "clinician", "provider", "provider name", "contact", "contact name", "physician", "therapist"),
    PartnerField.CREDENTIAL: ("credential", "credentials", "degree", "title", "licence", "license"),
    PartnerField.ORGANISATION: ("organization", "organisation", "practice", "practice name", "company", "clinic", "facility", "treatment center", "center"),
    PartnerField.SALUTATION: ("salutation", "greeting"),
    PartnerField.ADDRESS: ("address", "mailing address", "postal address"),
    PartnerField.STREET: ("street", "street address", "address 1", "address line 1"),
    PartnerField.STREET_2: ("street 2", "suite", "unit", "address 2", "address line 2"),
    PartnerField.CITY: ("city", "town"),
    PartnerField.STATE: ("state", "state or province", "province"),
    PartnerField.ZIP: ("zip", "zip code", "zipcode", "postal code", "postcode"),
    PartnerField.FAX: ("fax", "fax number"),
    PartnerField.EMAIL: ("e-mail", "email", "e-mail address", "mail"),
    PartnerField.PHONE: ("phone", "telephone", "phone number", "telephone number", "tel"),
    PartnerField.NPI: ("npi", "npi number"),
    PartnerField.LANGUAGE: ("language", "lang"),
    PartnerField.PARTS: ("parts", "part", "sections"),
}  # fmt: skip
"""What the heads of lists are called besides what the packet calls them."""


def plain_head(text: str) -> str:
    """Return a head as it compares: whatever its capitals, spaces, hyphens and dots."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


class PartnerDefaults(Model):
    """What stands where a cell is empty. Without ``parts`` it is the whole packet."""

    language: Language | None = None
    salutation: Text | None = None
    parts: tuple[Name, ...] = ()


class Partners(Model):
    """How the columns of a list of partners are headed, in the order of the sample list, and what empty cells stand for."""

    columns: dict[PartnerField, Text] = Field(min_length=1)
    defaults: PartnerDefaults = PartnerDefaults()

    @model_validator(mode="after")
    def _heads_differ(self) -> Partners:
        heads = [plain_head(head) for head in self.columns.values()]
        for name, head in self.columns.items():
            if heads.count(plain_head(head)) > 1:
                raise PydanticCustomError(
                    "head_twice",
                    "two columns have the head '{head}'",
                    {"head": head, "mend": f"give '{name}' a head of its own"},
                )
        if not {PartnerField.NAME, PartnerField.ORGANISATION} & set(self.columns):
            raise PydanticCustomError(
                "head_missing",
                "'columns' has neither 'name' nor 'organisation'",
                {"mend": "add one of the two: a packet is made for somebody"},
            )
        return self
