"""Typed answers: what a date, a telephone number, an NPI or a code of a diagnosis must look like. What is wrong is told without the answer."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from brochures.load.model.forms import Holds
from brochures.load.model.npi import npi_fault
from brochures.load.model.telephone import fault_of, telephones
from brochures.resolve.form_fields import FieldKind, PlannedField

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_EARLIEST, _LATEST = 1900, 2199
"""Years that a form may speak of."""

_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z]\d[0-9AB](?:\.?[0-9A-Z]{1,4})?(?![A-Za-z0-9.])")
"""The shape of a code of ICD-10-CM (CMS and NCHS, Official Guidelines, I.A.2): a letter, a digit, a third sign, up to four more."""


class Wrong(StrEnum):
    """Which rule an answer breaks."""

    DATE = "date"
    PHONE = "phone"
    NUMBER = "number"
    NPI = "npi"
    DIAGNOSIS_CODE = "icd-10-cm"


def fault(field: PlannedField, typed: str) -> tuple[Wrong, str] | None:
    """Return which rule ``typed`` breaks in ``field`` and how, in words that do not quote it; None where it breaks none."""
    if field.holds is Holds.NPI:
        return _fault_of_npi(typed)
    if field.holds is Holds.DIAGNOSIS_CODE and not _CODE.search(typed):
        return Wrong.DIAGNOSIS_CODE, "holds no code of the shape of ICD-10-CM, such as F11.20"
    if field.kind is FieldKind.DATE and not day_of(typed):
        return Wrong.DATE, "is no date of the form month/day/year, such as 05/31/2026"
    if field.kind is FieldKind.PHONE and (fault_of(typed)[0] or any(one.is_short for one in telephones(typed))):
        return Wrong.PHONE, "is no telephone number that can be called"
    if field.kind is FieldKind.NUMBER and not re.search(r"\d", typed):
        return Wrong.NUMBER, "holds no figure, and asks for a number"
    return None


def day_of(typed: str) -> str:
    """Return the day that ``typed`` says, as ISO 8601 has it; empty where it is none."""
    match = _DATE.fullmatch(typed.strip())
    if match is None:
        return ""
    month, day, year = map(int, match.groups())
    try:
        return date(year, month, day).isoformat() if _EARLIEST <= year <= _LATEST else ""
    except ValueError:
        return ""


def _fault_of_npi(typed: str) -> tuple[Wrong, str] | None:
    told = npi_fault(typed)
    return (Wrong.NPI, told) if told else None
