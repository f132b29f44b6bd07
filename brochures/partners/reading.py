"""Reading: a list of partners, row by row. Each row is looked through before anything is made of it; a bad one is set aside, and the good go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from brochures.findings import BrochureError, Finding, Place, codes
from brochures.load.model.partners import PartnerField
from brochures.partners.cells import clean
from brochures.partners.delimited import delimited
from brochures.partners.doubles import SeenRows, seen_rows
from brochures.partners.heads import PacketList, matched
from brochures.partners.partner import Partner
from brochures.partners.rules import language_of, parts_of, wrong
from brochures.partners.spreadsheet import spreadsheet
from brochures.partners.table import ListRow, ListTable, column
from brochures.partners.yaml_list import yaml_list
from brochures.project.picture_bytes import NO_PICTURES, kind_of

_YAML, _PACKED, _OLD_OFFICE = (".yaml", ".yml"), b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""Names of lists in YAML; how packed files begin, XLSX among them, and those of old or locked office programs."""

_BETWEEN = "put a cell that holds a separator between quotation marks"
_SAVE = "save it as CSV UTF-8, or as an Excel workbook (.xlsx)"


@dataclass(frozen=True)
class PartnerRow:
    """One row: the partner, None where it is set aside; what is told of it; and its cells as they stand in the list."""

    partner: Partner | None
    findings: tuple[Finding, ...]
    cells: tuple[str, ...] = field(repr=False)
    place: Place


@dataclass(frozen=True)
class PartnerList:
    """A list that is open: its heads, what is told of it as a whole, and its rows, one by one. Rows can be gone through once."""

    heads: tuple[str, ...] = field(repr=False)
    findings: tuple[Finding, ...]
    rows: Iterator[PartnerRow]


@contextmanager
def partner_list(path: Path, packet: PacketList) -> Iterator[PartnerList]:
    """Open the list at ``path``, CSV, XLSX or YAML. Raise ``BrochureError`` where it cannot be read: at once, or at the row where it breaks off."""
    file = str(path)
    with ExitStack() as opened:
        with _readable(file):
            table = opened.enter_context(_table(path, file, packet))
            seen = opened.enter_context(seen_rows())
            heads = matched(table, packet)
        rows = _rows(table, heads.fields, packet, seen)
        yield PartnerList(tuple(cell.text for cell in table.heads), (*table.findings, *heads.findings), rows)


@contextmanager
def _readable(file: str) -> Iterator[None]:
    """Raise ``BrochureError`` where the system does not let the list be read. What its reader does meanwhile is not meant."""
    try:
        yield
    except OSError as refused:
        said = f"the system does not let it be read: {refused.strerror or refused}"
        mend = "see that the file is there and may be read"
        raise BrochureError(codes.UNREAD_LIST.at(Place(file), said, mend)) from refused


def _table(path: Path, file: str, packet: PacketList) -> AbstractContextManager[ListTable]:
    """Return what opens the list, by its first bytes and its name."""
    if path.is_dir():
        raise BrochureError(codes.UNREAD_LIST.at(Place(file), "it is a folder", "name the file of the list"))
    with path.open("rb") as opened:
        head = opened.read(512)
    if head.startswith(_PACKED):
        return spreadsheet(path, file)
    if head.startswith(_OLD_OFFICE):
        said = "it is a workbook of an old Excel (.xls), or one with a password"
        raise BrochureError(codes.UNREAD_LIST.at(Place(file), said, _SAVE))
    kind = kind_of(head)
    if kind and kind not in NO_PICTURES:
        raise BrochureError(codes.UNREAD_LIST.at(Place(file), f"it is {kind}", _SAVE))
    if path.suffix.lower() in _YAML:
        return yaml_list(path, file)
    return delimited(path, file, lambda head: packet.field_of(head) is not None)


def _rows(
    table: ListTable, fields: Mapping[int, PartnerField], packet: PacketList, seen: SeenRows
) -> Iterator[PartnerRow]:
    nobody = True
    while True:
        with _readable(table.file):
            row = next(table.rows, None)
        if row is None:
            break
        if not row.is_empty:
            nobody = False
            yield _read(row, table, fields, packet, seen)
    if nobody:
        told = codes.EMPTY_LIST.at(Place(table.file), "below its heads stands nobody", "see that it is the right file")
        yield PartnerRow(None, (told,), (), Place(table.file))


def _read(
    row: ListRow, table: ListTable, fields: Mapping[int, PartnerField], packet: PacketList, seen: SeenRows
) -> PartnerRow:
    cells = tuple(cell.text for cell in row.cells)
    fault = row.fault or _ragged(row, table)
    if fault is not None:
        return PartnerRow(None, (fault,), cells, row.place)
    texts: dict[PartnerField, str] = {}
    places: dict[PartnerField, Place] = {}
    faults: list[Finding] = []
    notes: list[Finding] = []
    for at, name in fields.items():
        if at < len(row.cells):
            cleaned = clean(row.cells[at], name, packet.head(name))
            faults += [cleaned.fault] if cleaned.fault else []
            notes += cleaned.notes
            texts[name], places[name] = cleaned.text, row.cells[at].place
    faults += [] if faults else wrong(texts, places, row.place, packet)
    if faults:
        return PartnerRow(None, (*faults, *notes), cells, row.place)
    partner = _partner(texts, row.place, packet)
    before = seen.first(partner.key, row.place)
    if before:
        said = f"the same name and organization stand on line {before}, which is kept"
        mend = "delete one of the two rows, or tell the two apart"
        return PartnerRow(None, (codes.SAME_PARTNER.at(row.place, said, mend), *notes), cells, row.place)
    return PartnerRow(partner, tuple(notes), cells, row.place)


def _ragged(row: ListRow, table: ListTable) -> Finding | None:
    """Return that a row has another number of cells than there are heads, or something below none. A sheet leaves out what is empty at its end."""
    filled = [at for at, cell in enumerate(row.cells) if cell.text.strip()]
    there, heads = (filled[-1] + 1 if filled else 0) if table.ragged else len(row.cells), len(table.heads)
    if there != heads and not (table.ragged and there < heads):
        said = f"the row has {there} cells, and there are {heads} heads"
        return codes.BROKEN_ROW.at(row.place, said, _BETWEEN)
    for at in filled:
        if not table.heads[at].text.strip():
            said = f"something stands in {column(at + 1)}, which has no head"
            return codes.BROKEN_ROW.at(row.cells[at].place, said, f"write a head above it, or {_BETWEEN}")
    return None


def _partner(texts: Mapping[PartnerField, str], row: Place, packet: PacketList) -> Partner:
    said = {name: texts.get(name, "") for name in PartnerField}
    town = " ".join(part for part in (said[PartnerField.STATE], said[PartnerField.ZIP]) if part)
    city = ", ".join(part for part in (said[PartnerField.CITY], town) if part)
    lines = (*said[PartnerField.ADDRESS].splitlines(), said[PartnerField.STREET], said[PartnerField.STREET_2], city)
    return Partner(
        name=said[PartnerField.NAME],
        credential=said[PartnerField.CREDENTIAL],
        organisation=said[PartnerField.ORGANISATION],
        address=tuple(line for line in lines if line),
        salutation=said[PartnerField.SALUTATION] or packet.defaults.salutation or "",
        fax=said[PartnerField.FAX],
        email=said[PartnerField.EMAIL],
        phone=said[PartnerField.PHONE],
        npi=said[PartnerField.NPI],
        language=language_of(said[PartnerField.LANGUAGE], packet) or packet.defaults.language or packet.languages[0],
        parts=parts_of(said[PartnerField.PARTS]) or tuple(map(str, packet.defaults.parts)),
        postcode=said[PartnerField.ZIP],
        row=row,
    )
