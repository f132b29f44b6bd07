"""Heads: which column of a list is which, by what the packet calls it, by usual variants, and what was probably meant. No cell is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brochures.findings import BrochureError, Finding, Place, codes
from brochures.findings.suggest import closest
from brochures.load.model.partners import VARIANTS, PartnerDefaults, PartnerField, Partners, plain_head
from brochures.load.model.piece import Packet
from brochures.partners.table import ListTable, column

REASON = "Set aside because"
"""The head of the last column of a file of rows that were set aside: when it is read again, nobody misses it."""

_OF_AN_ADDRESS = frozenset(
    {PartnerField.ADDRESS, PartnerField.STREET, PartnerField.STREET_2, PartnerField.CITY, PartnerField.STATE, PartnerField.ZIP}
)  # fmt: skip
"""An address is whole lines or its parts: a list that has one way lacks nothing of the other."""


@dataclass(frozen=True)
class PacketList:
    """What a packet says of its list: its slug, heads and defaults, and what there is to choose from: languages, parts with their titles."""

    slug: str
    columns: Mapping[PartnerField, str]
    defaults: PartnerDefaults
    languages: tuple[str, ...]
    parts: Mapping[str, str]

    @classmethod
    def of(cls, slug: str, packet: Packet) -> PacketList:
        """Return what the packet ``slug`` says of its list; without a ``partners`` block every field by its usual head."""
        block = packet.partners or Partners(columns={field: names[0].title() for field, names in VARIANTS.items()})
        parts = {str(part.id): part.title for part in packet.parts}
        return cls(slug, block.columns, block.defaults, (packet.language,), parts)

    def head(self, field: PartnerField) -> str:
        """Return what the packet calls the column of ``field``."""
        return self.columns.get(field, field.value)

    def field_of(self, head: str) -> PartnerField | None:
        """Return what stands below ``head``; None where it is no head that is known."""
        return self._known().get(plain_head(head))

    def nearest(self, head: str) -> str:
        """Return the head that was probably meant by ``head``, as the packet has it; empty where none is like it."""
        known = self._known()
        meant = closest(plain_head(head), known)
        return self.head(known[meant]) if meant else ""

    def _known(self) -> dict[str, PartnerField]:
        """Return every head that is known, as it compares; what the packet says goes before what is usual."""
        usual = {
            plain_head(name): field for field, names in VARIANTS.items() for name in names if field in self.columns
        }
        return {**usual, **{plain_head(head): field for field, head in self.columns.items()}}


@dataclass(frozen=True)
class MatchedHeads:
    """Which field stands in which column (counted from 0), and what is told of the heads."""

    fields: Mapping[int, PartnerField]
    findings: tuple[Finding, ...]


def matched(table: ListTable, packet: PacketList) -> MatchedHeads:
    """Return which column is which. Raise ``BrochureError`` where nobody can tell."""
    fields = {at: field for at, cell in enumerate(table.heads) if (field := packet.field_of(cell.text)) is not None}
    if not fields or not {PartnerField.NAME, PartnerField.ORGANISATION} & set(fields.values()):
        raise BrochureError(_no_heads(table, packet, fields))
    doubles = tuple(_doubles(table, packet, fields))
    if doubles:
        raise BrochureError(*doubles)
    return MatchedHeads(fields, (*_strange(table, packet, fields), *_lacking(table, packet, set(fields.values()))))


def _no_heads(table: ListTable, packet: PacketList, fields: Mapping[int, PartnerField]) -> Finding:
    place = table.heads[0].place if table.heads else Place(table.file)
    name, organisation = packet.head(PartnerField.NAME), packet.head(PartnerField.ORGANISATION)
    if fields:
        said = f"no column is headed '{name}' or '{organisation}'"
        meant = next((near for cell in table.heads if (near := packet.nearest(cell.text)) in {name, organisation}), "")
        return codes.NO_HEADS.at(
            place, said, f"did you mean '{meant}'?" if meant else f"write '{name}' above the names"
        )
    known = ", ".join(packet.columns.values())
    said = f"none of the {len(table.heads)} cells of its first row is the head of a column"
    return codes.NO_HEADS.at(place, said, f"write the heads into the first row: {known}")


def _doubles(table: ListTable, packet: PacketList, fields: Mapping[int, PartnerField]) -> Iterator[Finding]:
    first: dict[PartnerField, int] = {}
    for at, field in fields.items():
        if field in first:
            said = f"{column(at + 1)} means '{packet.head(field)}', as {column(first[field] + 1)} does"
            yield codes.DOUBLE_COLUMN.at(table.heads[at].place, said, "rename or delete one of the two")
        first.setdefault(field, at)


def _strange(table: ListTable, packet: PacketList, fields: Mapping[int, PartnerField]) -> Iterator[Finding]:
    for at, cell in enumerate(table.heads):
        if at in fields or plain_head(cell.text) in {"", plain_head(REASON)}:
            continue  # where something stands below no head its row is told
        said = f"{column(at + 1)} is not read: its head is none that is known"
        meant = packet.nearest(cell.text)
        if meant and packet.field_of(meant) not in fields.values():
            yield codes.STRANGE_COLUMN.at(cell.place, said, f"did you mean '{meant}'?", severity=codes.WARNING)
        else:
            yield codes.STRANGE_COLUMN.at(cell.place, said, "nothing of it is printed")


def _lacking(table: ListTable, packet: PacketList, there: set[PartnerField]) -> Iterator[Finding]:
    covered = _OF_AN_ADDRESS if there & {PartnerField.ADDRESS, PartnerField.STREET} else frozenset()
    lacking = [packet.head(field) for field in packet.columns if field not in there and field not in covered]
    if lacking:
        said = f"the list has no column {_listed(lacking)}"
        yield codes.LACKING_COLUMN.at(Place(table.file), said, "add it, if you have what belongs in it")


def _listed(heads: Sequence[str]) -> str:
    return ", ".join(f"'{head}'" for head in heads)
