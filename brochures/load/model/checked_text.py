"""Texts of a certain form: what does not fit is told in words, with an example. No pattern is ever shown to who writes the YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from brochures.load.model import addresses, telephone

Fault = tuple[str, str]
"""What is wrong with a text, and how it is mended; two empty texts: nothing."""


@dataclass(frozen=True)
class Checked:
    """Marks a text in which ``fault_of`` finds nothing wrong."""

    fault_of: Callable[[str], Fault]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Refuse what has a fault, with its mend for the finding."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def _checked(self, value: str) -> str:
        fault, mend = self.fault_of(value)
        if fault:
            raise PydanticCustomError("checked", "{fault}", {"fault": fault, "mend": mend})
        return value


@dataclass(frozen=True)
class Shape:
    """Marks a text of the form ``pattern``, which editors hold it to; ``what`` it is and how it is written (``mend``) is told in words."""

    pattern: str
    what: str
    mend: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Refuse what has another form."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the editor's view: the pattern, and the words for it."""
        return {**handler(schema), "pattern": self.pattern, "description": self.mend}

    def _checked(self, value: str) -> str:
        if not re.search(self.pattern, value):
            raise PydanticCustomError(
                "shape", "'{value}' is not {what}", {"value": value, "what": self.what, "mend": self.mend}
            )
        return value


def _one_mention(text: str) -> Fault:
    """Return what is wrong with ``text``, words with one number among other figures: how somebody writes a text message."""
    numbers = [one for one in telephone.telephones(text) if not one.fault] or telephone.telephones(text)
    if len(numbers) == 1:
        return numbers[0].fault, numbers[0].mend
    fault = "there is no number in it" if not numbers else f"there are {len(numbers)} numbers in it"
    return fault, "write the one number that a message goes to, such as 988, with what is to be written"


def _good_mentions(text: str) -> Fault:
    """Return what is wrong with the first telephone number, mail or web address that is mentioned in ``text``."""
    for one in telephone.in_prose(text):
        if one.fault:
            return one.fault, one.mend
    for start, end in addresses.typed(text):
        address = text[start:end]
        fault, mend = ("", "")
        if "@" in address and "/" not in address:
            fault, mend = addresses.mail_fault(address)
        elif address.lower().startswith("http"):
            fault, mend = addresses.web_fault(address)
        if fault:
            return fault, mend
    return "", ""


PhoneNumber = Annotated[str, Checked(telephone.fault_of)]
"""One telephone number or short code, with its extension and words beside it."""

Messaging = Annotated[str, Checked(_one_mention)]
"""Where a text message goes, and what is written in it."""

Contact = Annotated[str, Checked(_good_mentions)]
"""Words about a person or desk, with whatever telephone numbers and addresses they have."""

MailAddress = Annotated[str, Checked(addresses.mail_fault)]
"""One mail address."""

Url = Annotated[str, Checked(addresses.web_fault)]
"""A secure web address."""

Doi = Annotated[
    str,
    Shape(
        r"^10\.\d{4,9}/\S*[^\s.,;]$",
        "a DOI",
        "write the DOI alone, from its 10. on, such as 10.1176/appi.ajp.2019.18101123",
    ),
]
Pmid = Annotated[str, Shape(r"^[1-9]\d{0,7}$", "a PMID", "write the digits alone, such as 31230464")]
Pmcid = Annotated[str, Shape(r"^PMC[1-9]\d*$", "a PMCID", "write PMC and the digits, such as PMC8415567")]
