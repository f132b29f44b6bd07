"""What a file for reading or for the office says of itself: its title, and that it keeps PDF/UA-1 where it is tagged and nothing spoke against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.preflight.finished_file import FinishedFile

PART = "{http://www.aiim.org/pdfua/ns/id/}part"
"""The XMP property that claims PDF/UA (ISO 14289-1, 5)."""

TITLE = "{http://purl.org/dc/elements/1.1/}title"
ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"

_MEND = "build again with --force; if it stays, report it: the engine writes the metadata"


@check(
    codes.OWN_CLAIM,
    looks_for="a tagged file without metadata, without its title or the claim of PDF/UA-1 in them, and one that claims what it does not keep",
    source="ISO 14289-1, 5 and 7.1",
)
def claimed(opened: FinishedFile) -> Iterator[Finding]:
    """Yield what the metadata of a file that is not for the press lack or say and should not."""
    composition = opened.composition
    if composition.print_shop is not None:
        return
    packet = _packet(opened)
    if packet is None:
        if composition.tagged:
            yield codes.OWN_CLAIM.at(Place(), "the file has no metadata (XMP) that can be read", _MEND)
        return
    said, meant = _said(packet, PART), "1" if opened.made.claims_access else ""
    if said != meant:
        message = f"the file says that it keeps {f'part {said}' if said else 'no part'} of PDF/UA, and was to say {f'part {meant}' if meant else 'none'}"
        yield codes.OWN_CLAIM.at(Place(), message, _MEND)
    if composition.tagged:
        information: Any = opened.file.metadata or {}
        title, wanted = _said(packet, TITLE), str(information.get("/Title", ""))
        if title != wanted:
            yield codes.OWN_CLAIM.at(
                Place(), f"the file is called '{title}' in its XMP and '{wanted}' in its information", _MEND
            )


def _packet(opened: FinishedFile) -> ET.Element | None:
    held = opened.root.get("/Metadata")
    if held is None:
        return None
    try:
        return ET.fromstring(held.get_object().get_data())  # noqa: S314 our own packet; expat refuses bombs
    except (ET.ParseError, AttributeError):
        return None


def _said(packet: ET.Element, name: str) -> str:
    """Return the value of a property, which may be written as an attribute, an element, or the first item of a list; empty where there is none."""
    for node in packet.iter():
        if name in node.attrib:
            return node.attrib[name].strip()
        if node.tag == name:
            first = node.find(f".//{ITEM}")
            return ((first.text if first is not None else node.text) or "").strip()
    return ""
