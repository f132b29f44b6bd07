"""Orders: which packets are wanted of a list, and what of it is to be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from brochures.findings import codes
from brochures.partners.partner import Partner
from brochures.partners.reading import PartnerRow
from brochures.partners.record import SendingRecord
from brochures.partners.sending import PacketStatus, content_digest


@dataclass(frozen=True)
class PacketOrder:
    """One run: the list, the packet's slug, the folder ``to`` that files go to, and which partners are meant.

    ``only``: those whose name or organization holds this text. ``limit``: at most so many packets are made. ``only_changed``: only for those
    who have a packet that would be another one now. ``jobs`` files at a time (None: one for each processor), or through the scheduler at
    the address ``scheduler``. ``kit``: drafts and mail list beside the packets. ``faxed``: they go by fax, with a list of numbers beside them.
    """

    list: Path
    packet: str
    to: Path
    release: bool = False
    only: str = ""
    limit: int | None = None
    only_changed: bool = False
    jobs: int | None = None
    scheduler: str = ""
    kit: bool = True
    faxed: bool = False

    def meant(self, rows: Iterable[PartnerRow]) -> Iterator[PartnerRow]:
        """Yield ``rows``; of those that cannot go the way that is asked for, with why, and without their partner."""
        for row in rows:
            if self.faxed and row.partner is not None and not row.partner.fax:
                said = "the row has no fax number, and packets go by fax"
                lacking = codes.NO_FAX_NUMBER.at(
                    row.place, said, "write the number, or make the packet without '--for fax'"
                )
                yield replace(row, partner=None, findings=(*row.findings, lacking))
            else:
                yield row


@dataclass(frozen=True)
class PlannedPacket:
    """A partner who is meant, what they have of the packet, and the digest of what is printed for them now."""

    partner: Partner
    status: PacketStatus
    content: str

    @property
    def is_to_make(self) -> bool:
        """Whether a packet is made for them."""
        return self.status is not PacketStatus.UNCHANGED


def planned(
    partners: Iterable[Partner], order: PacketOrder, record: SendingRecord, *made_of: str
) -> Iterator[PlannedPacket]:
    """Yield those of ``partners`` who are meant by ``order``, in the order of the list; ``made_of`` are the digests of all that is not theirs."""
    left = order.limit
    for partner in partners:
        if not _is_meant(partner, order.only):
            continue
        content = content_digest(partner, *made_of)
        status = record.status(partner.key, order.packet, content)
        if order.only_changed and status is not PacketStatus.CHANGED:
            continue
        if status is not PacketStatus.UNCHANGED and left is not None:
            if not left:
                return
            left -= 1
        yield PlannedPacket(partner, status, content)


def _is_meant(partner: Partner, only: str) -> bool:
    return only.casefold() in f"{partner.name}\n{partner.organisation}".casefold()
