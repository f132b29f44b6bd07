"""Words of a partner: what of a row of the list stands where in the packet, broken between words where a line is too long for its room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brochures.findings import Finding, codes
from brochures.load.model.forms import OfPartner
from brochures.partners.partner import Partner
from brochures.pdf.partner_words import UnsetError, Words, face_for, room, width
from brochures.pdf.slots import Body, Slotted
from brochures.resolve.addressed import HELD, Slot

WHERE = {
    Slot.COVER: "the cover",
    Slot.ADDRESS: "the address of the letter",
    Slot.SALUTATION: "the salutation",
    Slot.FAX_NAME: "the cover sheet, for the name,",
    Slot.FAX_ORGANISATION: "the cover sheet, for the organization,",
    Slot.FAX_NUMBER: "the cover sheet, for the fax number,",
}
"""What the places of a partner's words are called in findings."""


def words_of(
    body: Body, partner: Partner, fields: Mapping[str, OfPartner], salutation: str
) -> tuple[Words, tuple[Finding, ...]]:
    """Return what is set for ``partner`` in ``body``, and what was found: an error where not all of it can be set.

    ``fields`` says what of a partner stands in which field; ``salutation`` is that of the letter to nobody by name.
    """
    asked = {
        Slot.COVER: (partner.addressee, partner.organisation if partner.name else ""),
        Slot.ADDRESS: (partner.addressee, partner.organisation if partner.name else "", *partner.address),
        Slot.SALUTATION: (partner.salutation or salutation,),
        Slot.FAX_NAME: (partner.addressee,),
        Slot.FAX_ORGANISATION: (partner.organisation if partner.name else "",),
        Slot.FAX_NUMBER: (partner.fax,),
    }
    try:
        face = face_for(body, Words({str(slot): " ".join(lines) for slot, lines in asked.items()}, {}))
    except UnsetError as lacking:
        letters = ", ".join(f"U+{ord(sign):04X}" for sign in str(lacking))
        said = f"no face of the packet has {len(str(lacking))} of the letters: {letters}"
        return Words({}, {}), (
            codes.UNSET_LETTERS.at(partner.row, said, "write the name in Latin letters, as its owner does"),
        )
    lines: dict[str, str] = {}
    findings: list[Finding] = []
    for slot, texts in asked.items():
        places = [one for one in body.slots if one.holds in HELD[slot]]
        if not places:  # a packet without a letter greets nobody
            continue
        broken = [line for text in texts for line in _broken(body, text, places, face)]
        findings += (codes.NO_ROOM.at(partner.row, *told) for told in _no_room(body, slot, broken, places, face))
        lines |= dict(zip((one.holds for one in places), broken, strict=False))
    values = {name: value for name, what in fields.items() if name in body.fields and (value := getattr(partner, what))}
    left = [name for name, value in values.items() if not room(body.fields[name], value, body.faces[-1].typed)]
    findings += _left_empty(partner, values, left)
    return Words(lines, {name: value for name, value in values.items() if name not in left}), tuple(findings)


def _broken(body: Body, text: str, places: Sequence[Slotted], face: int) -> Iterator[str]:
    """Yield the lines of ``text``, each with as many of its words as go into the width of ``places``."""
    if _fits(body, text, places, face):
        yield from filter(None, (text,))
        return
    begun = ""
    for word in text.split():
        longer = f"{begun} {word}".strip()
        if begun and not _fits(body, longer, places, face):
            yield begun
            longer = word
        begun = longer
    if begun:
        yield begun


def _fits(body: Body, text: str, places: Sequence[Slotted], face: int) -> bool:
    one = places[0]
    return width(body, text, face, one.type_size) <= one.box.width


def _no_room(
    body: Body, slot: Slot, lines: Sequence[str], places: Sequence[Slotted], face: int
) -> Iterator[tuple[str, str]]:
    """Yield what was measured and the mend where ``lines`` have no room in ``places``."""
    where = WHERE[slot]
    for line in lines:
        if not _fits(body, line, places, face):
            wide, there = width(body, line, face, places[0].type_size), places[0].box.width
            said = f"a word on {where} is {wide:.0f} pt wide, and there is room for {there:.0f} pt"
            yield said, f"shorten it by {wide - there:.0f} pt"
    if len(lines) > len(places):
        said = f"{where} takes {len(lines)} lines, and there is room for {len(places)}"
        yield said, f"shorten it by {len(lines) - len(places)} lines"


def _left_empty(partner: Partner, values: Mapping[str, str], left: Sequence[str]) -> Iterator[Finding]:
    for name in left:
        said = f"{len(values[name])} letters do not fit in the field '{name}', which stays empty"
        yield codes.NOT_FILLED_IN.at(partner.row, said, "nothing to do; or shorten it in the list")
