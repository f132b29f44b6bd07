"""Sendings: which packet was made for whom, as values of the record."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from brochures.partners.partner import Partner


class SendingState(StrEnum):
    """How far a packet is: its file may be in place (``begun``), or is (``done``)."""

    BEGUN = "begun"
    DONE = "done"


class PacketStatus(StrEnum):
    """What a recipient has of what would be made now."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"


@dataclass(frozen=True)
class Sending:
    """One packet for one recipient. ``content`` is the digest of what is printed for them, ``sha256`` that of the file, ``file`` its path."""

    recipient: str
    name: str = field(repr=False)  # logs and traces hold what the others say
    organisation: str = field(repr=False)
    packet: str
    version: str
    language: str
    parts: tuple[str, ...]
    content: str
    sha256: str
    file: str
    final: bool
    words: str = ""
    """The digest of the packet's words, by which ``SendingRecord.words_of`` finds them."""
    made: date = date.min
    run: str = ""
    state: SendingState = SendingState.BEGUN

    @classmethod
    def to(cls, partner: Partner, packet: str, version: str, *, content: str, words: str, sha256: str, file: str, final: bool) -> Sending:  # fmt: skip
        """Return the sending of ``packet`` to ``partner``."""
        return cls(
            partner.key, partner.name, partner.organisation, packet, version, partner.language, partner.parts, content, sha256, file, final,
            words,
        )  # fmt: skip


def content_digest(partner: Partner, *made_of: str) -> str:
    """Return the digest of what is printed for ``partner``: their own words, language and parts, and ``made_of``, digests of all else."""
    said = [partner.printed(), partner.language, partner.parts, made_of]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
