"""Codes of the packets that are made for partners (PKT-4xx). No finding quotes a partner's words: it names the row and what was measured."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, code

_STAFF = "docs/staff.md, Packets for partners"

UNSET_LETTERS = code(
    "PKT-401",
    ERROR,
    "letters that no face of the packet has",
    "The words of this partner hold letters that none of our faces can set: of another script than Latin, or a picture sign. A missing letter is "
    "never left out and never replaced.",
    mend="Write the name in Latin letters as its owner does, or add a face with these letters.",
    looks_for="words of partners with letters that the faces lack",
    source=_STAFF,
)
NO_ROOM = code(
    "PKT-402",
    ERROR,
    "words that do not fit on the lines for them",
    "A line of the cover, the address or the salutation is as wide as the page has room for it, and there are no more lines. Words are broken "
    "between words only, and never made smaller.",
    mend="Shorten the line, or leave a line of the address out.",
    looks_for="words of partners that are wider than their lines, or take more of them",
    source=_STAFF,
)
NOT_FILLED_IN = code(
    "PKT-403",
    NOTE,
    "a field that stays to be filled in",
    "What the list says is longer than the field of the form, in type that can be read. The field is left as it is: empty.",
    mend="Nothing to do: who fills in the form writes it in short. Or shorten it in the list.",
    looks_for="words of partners that are longer than a field takes",
    source=_STAFF,
)
WRONG_FILE = code(
    "PKT-404",
    ERROR,
    "a packet that does not hold what was set in it",
    "Read back by a program that shares no code with the one that wrote it, the file has other words than those of this partner, or has them "
    "elsewhere. It is not kept.",
    mend="Report it with this finding; the other packets are not touched by it.",
    looks_for="packets whose words, places or fields are not those of the partner",
    source="docs/architecture.md, Packets for partners",
)
NO_SLOT = code(
    "PKT-405",
    ERROR,
    "a packet without a place for the partner's words",
    "The lines that are a partner's are found in the finished file by the words that hold their places. Each must be there once.",
    mend="See that templates/documents/packet.html and templates/components/letter.html print the lines, each whole on one line.",
    looks_for="lines for a partner's words that are not in the file, or twice",
    source="docs/architecture.md, Packets for partners",
)
NO_PACKET = code(
    "PKT-406",
    ERROR,
    "a packet that could not be made for these parts",
    "The packet with the parts that this row asks for has findings of its own, which are told beside this one.",
    mend="Mend what is told of the packet, or ask for other parts.",
    looks_for="choices of parts with which the packet has errors",
    source=_STAFF,
)
NO_FAX_NUMBER = code(
    "PKT-407",
    ERROR,
    "a partner without a fax number, in a run of faxes",
    "The run makes what a fax machine or service sends, and for this row there is no number to dial. The row is set aside, and the others go on.",
    mend="Write the number in the list, or make this packet for e-mail or the post.",
    looks_for="partners without a fax number where packets go by fax",
    source=_STAFF,
)
