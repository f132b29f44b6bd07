"""Rules: what the cells of one row must be, each by its field. No finding quotes what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from brochures.findings import Finding, Place, codes
from brochures.findings.suggest import closest
from brochures.load.model.addresses import mail_fault
from brochures.load.model.npi import npi_fault
from brochures.load.model.partners import PartnerField
from brochures.load.model.telephone import EXAMPLE, fault_of, telephones
from brochures.partners.heads import PacketList

_ZIP = re.compile(r"\d{5}(?:-?\d{4})?", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_ABROAD = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 -]{1,9}", re.ASCII)
"""A postal code of another country with letters, such as those of Canada and the United Kingdom."""

_FIVE = 5

_POWER = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
"""How table programs write a long number that they shortened: 2.17556E+09."""

_SEVERAL = re.compile(r"[;,|\n]")


def wrong(texts: Mapping[PartnerField, str], places: Mapping[PartnerField, Place], row: Place, packet: PacketList) -> Iterator[Finding]:  # fmt: skip
    """Yield what is wrong with the row at ``row``: ``texts`` by field, each with its place."""
    if not texts.get(PartnerField.NAME) and not texts.get(PartnerField.ORGANISATION):
        said = f"neither {packet.head(PartnerField.NAME)} nor {packet.head(PartnerField.ORGANISATION)} is given"
        yield codes.NOBODY.at(row, said, "write one of the two, or delete the row")
    for field, rule in _BY_FIELD.items():
        if texts.get(field):
            yield from rule(texts[field], places[field], packet.head(field), packet)


def parts_of(text: str) -> tuple[str, ...]:
    """Return the parts that a cell names, each once, in its order."""
    return tuple(dict.fromkeys(part for one in _SEVERAL.split(text) if (part := one.strip().casefold())))


def language_of(text: str, packet: PacketList) -> str:
    """Return the packet's language that ``text`` means whatever its capitals; ``text`` where it means none."""
    return next((one for one in packet.languages if one.casefold() == text.casefold()), text)


def _mail(text: str, place: Place, head: str, _: PacketList) -> Iterator[Finding]:
    if not mail_fault(text)[0] and text.isascii():
        return
    ats = text.count("@")
    if ats != 1:
        said = f"the {head} has {ats or 'no'} @, and an address has one"
    elif not text.isascii():
        said = f"the {head} has letters beyond ASCII, which few mail programs can send to"
    else:
        said = f"the {head} is none to which mail can be sent"
    yield codes.BAD_ADDRESSEE_EMAIL.at(place, said, "write one address alone, such as desk@example.org")


def _number(text: str, place: Place, head: str, _: PacketList) -> Iterator[Finding]:
    if not fault_of(text)[0] and not any(one.is_short for one in telephones(text)):
        return
    digits = sum(map(str.isdigit, text))
    if _POWER.fullmatch(text.replace(" ", "")):
        said = f"a table program shortened the {head} to a power of ten, and its last digits are lost"
    else:
        said = f"the {head} has {digits} digits, and is no number that can be called"
    yield codes.BAD_ADDRESSEE_NUMBER.at(
        place, said, f"write it with its area code, such as {EXAMPLE}, or with + and the code of its country"
    )


def _zip(text: str, place: Place, head: str, _: PacketList) -> Iterator[Finding]:
    if _ZIP.fullmatch(text) or _ABROAD.fullmatch(text):
        return
    if _DIGITS.fullmatch(text) and len(text) < _FIVE:
        said = f"the {head} has {len(text)} digits: a zero in front was probably lost"
    else:
        said = f"the {head} has {sum(map(str.isdigit, text))} digits, and a ZIP Code has 5, or 9 with a hyphen"
    yield codes.BAD_ZIP.at(place, said, "write all digits, and format the column as text")


def _npi(text: str, place: Place, head: str, _: PacketList) -> Iterator[Finding]:
    told = npi_fault(text)
    if told:
        yield codes.BAD_ADDRESSEE_NPI.at(place, f"the {head} {told}", "ask the partner, or leave the cell empty")


def _language(text: str, place: Place, head: str, packet: PacketList) -> Iterator[Finding]:
    if language_of(text, packet) not in packet.languages:
        said = f"the {head} is none that the packet has"
        yield codes.STRANGE_LANGUAGE.at(place, said, f"write {' or '.join(packet.languages)}, or leave the cell empty")


def _parts(text: str, place: Place, head: str, packet: PacketList) -> Iterator[Finding]:
    for number, part in enumerate(parts_of(text), 1):
        if part not in packet.parts:
            meant = closest(part, packet.parts)
            mend = f"did you mean '{meant}'?" if meant else f"known here: {', '.join(packet.parts)}"
            said = f"the {head} name as number {number} a part that the packet does not have"
            yield codes.STRANGE_PART.at(place, said, mend)


_BY_FIELD = {
    PartnerField.EMAIL: _mail,
    PartnerField.FAX: _number,
    PartnerField.PHONE: _number,
    PartnerField.ZIP: _zip,
    PartnerField.NPI: _npi,
    PartnerField.LANGUAGE: _language,
    PartnerField.PARTS: _parts,
}
"""The rule of each field that has one."""
