"""The National Provider Identifier as data: ten digits, the last of which is a check digit (45 CFR 162.406)."""

from __future__ import annotations

import re

_NPI = re.compile(r"[12]\d{9}", re.ASCII)
ISSUER = "80840"
"""What stands before an NPI where its check digit is worked out: health, United States (CMS, NPI check digit; ISO/IEC 7812)."""


def npi_fault(text: str) -> str:
    """Return why ``text`` is no NPI, in words that do not quote it; empty where it is one."""
    digits = text.strip()
    if not _NPI.fullmatch(digits):
        return "is no NPI: it has ten digits, of which the first is 1 or 2"
    return "" if luhn(ISSUER + digits) else "is no NPI: its check digit does not fit the others"


def luhn(digits: str) -> bool:
    """Return whether the last of ``digits`` is the check digit of those before it (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        total += sum(divmod(int(digit) * (1 + place % 2), 10))
    return total % 10 == 0
