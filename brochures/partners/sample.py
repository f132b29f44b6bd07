"""The sample list: heads as the packet calls them, and rows that nobody takes for real people. Telephone numbers and addresses are kept for examples."""

from __future__ import annotations

import io
from collections.abc import Iterator

import openpyxl

from brochures.load.model.partners import PartnerField
from brochures.partners.heads import PacketList
from brochures.partners.set_aside import csv_line

_ROWS: tuple[dict[PartnerField, str], ...] = (
    {
        PartnerField.NAME: "Sample Person One", PartnerField.CREDENTIAL: "MD", PartnerField.ORGANISATION: "Sample Practice (example)",
        PartnerField.SALUTATION: "Dear Dr. Sample:", PartnerField.STREET: "1 Example Street", PartnerField.STREET_2: "Suite 0",
        PartnerField.CITY: "Exampletown", PartnerField.STATE: "ZZ", PartnerField.ZIP: "00000", PartnerField.FAX: "(217) 555-0101",
        PartnerField.EMAIL: "sample.one@example.org", PartnerField.PHONE: "(217) 555-0102",
    },
    {
        PartnerField.ORGANISATION: "Sample Treatment Center (example)", PartnerField.STREET: "2 Example Street",
        PartnerField.CITY: "Exampletown", PartnerField.STATE: "ZZ", PartnerField.ZIP: "00000", PartnerField.FAX: "(217) 555-0103",
    },
    {
        PartnerField.NAME: "Sample Person Three", PartnerField.CREDENTIAL: "LCSW", PartnerField.ORGANISATION: "Sample Therapy, LLC (example)",
        PartnerField.EMAIL: "sample.three@example.org", PartnerField.PHONE: "(217) 555-0104",
    },
)  # fmt: skip
"""Who is on it; an address in whole lines is made of its parts."""

_LINES = (PartnerField.STREET, PartnerField.CITY)

TEXT = "@"
"""The format of cells whose digits stay as they are typed."""

MOST_TYPED = 200
"""Rows of the sample workbook below its own whose cells are text, too: for who goes on typing there."""


def sample_rows(packet: PacketList) -> Iterator[tuple[str, ...]]:
    """Yield the heads and the rows of the sample list of ``packet``; the last row names two parts of it and its language."""
    yield tuple(packet.columns.values())
    for number, row in enumerate(_ROWS, 1):
        more = {PartnerField.ADDRESS: ", ".join(filter(None, (row.get(part, "") for part in _LINES)))}
        if number == len(_ROWS):
            more |= {PartnerField.LANGUAGE: packet.languages[0], PartnerField.PARTS: "; ".join([*packet.parts][:2])}
        yield tuple({**row, **more}.get(field, "") for field in packet.columns)


def sample_csv(packet: PacketList) -> bytes:
    """Return the sample list as CSV in UTF-8, with its mark, so that table programs read its letters right."""
    return b"".join(csv_line(row, mark=not number) for number, row in enumerate(sample_rows(packet)))


def sample_workbook(packet: PacketList) -> bytes:
    """Return the sample list as a workbook, every cell of it text: a ZIP Code keeps its zeros."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows = [*sample_rows(packet)]
    for line, row in enumerate([*rows, *[("",) * len(rows[0])] * MOST_TYPED], 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(line, column, text or None)
            cell.number_format = TEXT
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
