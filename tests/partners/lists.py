"""Lists for tests: what a packet takes, a list of some rows, and what is read of it. Every name is made up, every number kept for examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from brochures.load.model.base import Name
from brochures.load.model.partners import PartnerDefaults, PartnerField, Partners
from brochures.partners.heads import PacketList
from brochures.partners.partner import Partner
from brochures.partners.reading import PartnerRow, partner_list

COLUMNS = {
    "name": "Name", "credential": "Credential", "organisation": "Organization", "street": "Street", "city": "City", "state": "State",
    "zip": "ZIP Code", "fax": "Fax", "email": "E-mail", "phone": "Telephone", "npi": "NPI", "language": "Language", "parts": "Parts",
}  # fmt: skip

BLOCK = Partners.model_validate({"columns": COLUMNS})

PACKET = PacketList(
    "pack",
    BLOCK.columns,
    PartnerDefaults(),
    ("en",),
    {"letter": "Letter", "form": "Referral form", "consent": "Consent"},
)


def with_defaults(**defaults: Any) -> PacketList:
    """Return the packet with something that stands where a cell is empty."""
    values = {**defaults, "parts": tuple(map(Name, defaults.get("parts", ())))}
    return PacketList("pack", PACKET.columns, PartnerDefaults(**values), PACKET.languages, PACKET.parts)


def rows_of(path: Path, packet: PacketList = PACKET) -> list[PartnerRow]:
    """Return every row of the list at ``path``."""
    with partner_list(path, packet) as found:
        return [*found.rows]


def partners_of(path: Path, packet: PacketList = PACKET) -> list[Partner]:
    """Return the partners of the list at ``path``."""
    return [row.partner for row in rows_of(path, packet) if row.partner is not None]


def told_of(path: Path, packet: PacketList = PACKET, *, lacking: bool = False) -> list[tuple[str, int, int, str]]:
    """Return what is told of the list and of its rows, and with ``lacking`` of columns that it does not have: code, line, column, message."""
    with partner_list(path, packet) as found:
        findings = [*found.findings, *(one for row in found.rows for one in row.findings)]
    return [
        (one.code, one.place.line, one.place.column, one.message)
        for one in findings
        if lacking or one.code != "PKT-106"
    ]


def workbook(path: Path, rows: Sequence[Sequence[Any]], formats: dict[str, str] | None = None) -> Path:
    """Write ``rows`` as a workbook, its cells in ``formats`` by their names."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([*row])
    for cell, shown_as in (formats or {}).items():
        sheet[cell].number_format = shown_as
    book.save(path)
    return path


FIELDS = tuple(PartnerField(name) for name in COLUMNS)
