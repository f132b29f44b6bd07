"""Addressed: a packet with a partner's name on it. Where that stands, in how many lines, and which parts the packet has.

The packet is typeset once with words that hold the places of what differs, one word group for each line; ``pdf/slots.py`` finds them in
the finished file, and the words of each partner are set there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from brochures.load.model.piece import PacketPart


class Slot(StrEnum):
    """Where words of a partner stand."""

    COVER = "cover"
    """On the cover: for whom the packet was made."""
    ADDRESS = "address"
    """At the head of the letter, where an envelope has its window."""
    SALUTATION = "salutation"
    FAX_NAME = "fax-name"
    """On the cover sheet of a fax: whom it goes to."""
    FAX_ORGANISATION = "fax-organisation"
    FAX_NUMBER = "fax-fax"

    @property
    def lines(self) -> int:
        """How many lines it has room for."""
        return {Slot.COVER: 3, Slot.ADDRESS: 5, Slot.FAX_ORGANISATION: 2}.get(self, 1)


def held_place(slot: Slot, number: int) -> str:
    """Return the words that hold the place of line ``number``, from 0, of ``slot``: they stand nowhere else in a packet."""
    return f"partner {slot} line {number + 1}"


HELD: Mapping[Slot, tuple[str, ...]] = {
    slot: tuple(held_place(slot, number) for number in range(slot.lines)) for slot in Slot
}
"""What holds the place of every line."""


@dataclass(frozen=True)
class Addressed:
    """Whose words a packet prints, by slot, and which parts it has (none named: all).

    What stands before the contents is in every packet, and so is the list of sources: nothing is said without its source.
    """

    parts: frozenset[str] = frozenset()
    lines: Mapping[Slot, tuple[str, ...]] = field(default_factory=lambda: HELD)

    def has(self, part: PacketPart) -> bool:
        """Return whether the packet has ``part``."""
        stays = part.on_front or any(block.component == "references" for block in part.blocks)
        return stays or not self.parts or part.id in self.parts
