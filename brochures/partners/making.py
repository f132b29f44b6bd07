"""Making: the packet of one partner, made and read back. A pure function of two values, so that it may run in any process on any machine.

What comes back is only what is appended to the body: who has the body puts the two together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from brochures.findings import Finding, codes
from brochures.partners.bodies import PartnerBody
from brochures.partners.partner import Partner
from brochures.partners.words import words_of
from brochures.pdf.partner_words import UnsetError, appended_words
from brochures.preflight.partner_file import partner_file
from brochures.press.fax_files import FaxPage, bound
from brochures.press.fax_pages import drawn_pages


@dataclass(frozen=True)
class PartnerPacket:
    """What is appended to the body for one partner, the SHA-256 of the whole file, and what was found. With an error there is no packet."""

    partner: Partner
    appended: bytes = field(repr=False)
    sha256: str
    findings: tuple[Finding, ...]
    faxed: Mapping[int, tuple[FaxPage, ...]] = field(default_factory=dict, repr=False)
    """Of a fax: the pages with the partner's words, by their numbers from 0, each in every raster."""

    @property
    def good(self) -> bool:
        """Whether the packet may be kept."""
        return not any(finding.is_error for finding in self.findings)


def packet_for(body: PartnerBody, partner: Partner) -> PartnerPacket:
    """Return the packet of ``partner`` made from ``body``, read back."""
    words, findings = words_of(body.body, partner, body.fields, body.salutation)
    if any(finding.is_error for finding in findings):
        return PartnerPacket(partner, b"", "", findings)
    try:
        more = appended_words(body.body, words)
    except UnsetError as lacking:
        said = f"a letter has no glyph of its own in the faces of the packet: {len(str(lacking))} letters"
        return PartnerPacket(
            partner, b"", "", (codes.UNSET_LETTERS.at(partner.row, said, "write the name without it"),)
        )
    values: dict[int, dict[str, str]] = {}
    for name, value in words.values.items():
        values.setdefault(body.body.fields[name].page, {})[name] = value
    wrong = partner_file(body.body.data + more, body.body.pages, body.wanted, words.lines, values)
    told = [codes.WRONG_FILE.at(partner.row, said, "report it with this finding") for said in wrong]
    faxed = (
        drawn_pages(body.body.data + more, (slot.page for slot in body.body.slots)) if body.faxed and not told else {}
    )
    return PartnerPacket(partner, more, _sum(body, more), (*findings, *told), faxed)


def fax_files(body: PartnerBody, packet: PartnerPacket) -> tuple[bytes, ...]:
    """Return the fax of ``packet`` in every raster: what is in ``body`` and the pages that are the partner's."""
    return tuple(
        bound(packet.faxed[at][raster] if at in packet.faxed else page for at, page in enumerate(pages))
        for raster, pages in enumerate(body.faxed)
    )


def packets_for(body: PartnerBody, partners: Sequence[Partner]) -> list[PartnerPacket]:
    """Return the packets of ``partners`` made from ``body``."""
    return [packet_for(body, partner) for partner in partners]


def _sum(body: PartnerBody, more: bytes) -> str:
    begun = _begun(body.body.data).copy()
    begun.update(more)
    return str(begun.hexdigest())


@lru_cache(8)
def _begun(data: bytes) -> Any:
    """Return the sum of ``data``, with which all files of a body begin: it is worked out once a process."""
    return hashlib.sha256(data)
