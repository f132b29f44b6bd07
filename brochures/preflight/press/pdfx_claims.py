"""What the file says it is: standard, dates, trapping, identifiers, output intent (docs/print.md, PDF/X-4 and PDF/X-1a)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from pypdf import PdfReader
from pypdf.generic import StreamObject

from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.load.model.printers import Standard
from brochures.preflight.press.subject import Subject

PDFX = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
XMP = "{http://ns.adobe.com/xap/1.0/}"
MM = "{http://ns.adobe.com/xap/1.0/mm/}"
DC = "{http://purl.org/dc/elements/1.1/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
LI = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"

VERSION = {Standard.X4: (1, 6), Standard.X1A: (1, 4)}
"""The newest version of PDF that each standard allows in the header."""

_NEEDED = (
    f"{XMP}CreateDate",
    f"{XMP}ModifyDate",
    f"{XMP}MetadataDate",
    f"{MM}DocumentID",
    f"{MM}VersionID",
    f"{MM}RenditionClass",
)
"""What the XMP of a PDF/X-4 file must hold (ISO 15930-7, 6.7)."""

_MEND = "let the press stage write the metadata"


@check(
    codes.PRESS_CLAIM,
    looks_for="a PDF/X name that is missing, is not the one asked for, or stands in a newer version of PDF than it allows",
    source="ISO 15930-7, 6.7.2; ISO 15930-4; docs/print.md, PDF/X-4 and PDF/X-1a",
)
def named(subject: Subject) -> Iterator[Finding]:
    """Yield a claim that is missing, another than the one that was meant, or in a newer version of PDF than it allows."""
    said, meant = _claim(subject.file), subject.made.claim
    if said != meant:
        yield codes.PRESS_CLAIM.at(Place(), f"the file says it is '{said or ''}', and not '{meant or ''}'", _MEND)
    if meant is not None:
        header = subject.file.pdf_header.rpartition("-")[2]
        newest = VERSION[meant]
        if tuple(int(part) for part in header.split(".")) > newest:
            yield codes.PRESS_CLAIM.at(
                Place(), f"the file is PDF {header}; {meant} allows {newest[0]}.{newest[1]} at most", _MEND
            )


@check(
    codes.PRESS_METADATA,
    looks_for="a title, date or trapping key that is missing, or that is told differently in two places",
    source="ISO 15930-7, 6.7 and 6.14; docs/print.md, PDF/X-4 and PDF/X-1a",
)
def information(subject: Subject) -> Iterator[Finding]:
    """Yield what metadata lack or say twice in two ways: title, dates, trapping."""
    info: Any = subject.file.metadata or {}
    xmp = _xmp(subject.file)
    missing = [name.rpartition("}")[2] for name in _NEEDED if xmp.get(name) is None]
    missing += [key for key in ("/Title", "/CreationDate", "/ModDate", "/Trapped") if key not in info]
    if missing:
        yield codes.PRESS_METADATA.at(Place(), f"the metadata lack {', '.join(missing)}", _MEND)
        return
    pairs = (
        ("title", str(info["/Title"]), xmp.get(f"{DC}title")),
        ("day of creation", _day(info["/CreationDate"]), (xmp.get(f"{XMP}CreateDate") or "")[:10]),
        ("day of the last change", _day(info["/ModDate"]), (xmp.get(f"{XMP}ModifyDate") or "")[:10]),
        ("trapping", str(info["/Trapped"]).removeprefix("/"), xmp.get(f"{PDF}Trapped")),
    )
    for what, one, other in pairs:
        if one != other:
            yield codes.PRESS_METADATA.at(
                Place(), f"the {what} is '{one}' in one place and '{other}' in another", _MEND
            )
    if str(info["/Trapped"]) not in {"/True", "/False"}:
        yield codes.PRESS_METADATA.at(Place(), f"trapping is said to be {info['/Trapped']}", "write /True or /False")


@check(codes.PRESS_METADATA, looks_for="a file without an identifier", source="ISO 15930-7, 6.2.1")
def identified(subject: Subject) -> Iterator[Finding]:
    """Yield a file without an identifier in its trailer."""
    if "/ID" not in subject.file.trailer:
        yield codes.PRESS_METADATA.at(Place(), "the file has no identifier in its trailer", _MEND)


@check(
    codes.PRESS_INTENT,
    looks_for="an output intent that is missing, stands twice, is not named, or has no CMYK press profile",
    source="ISO 15930-7, 6.2.3; GWG 2022, R0035; docs/print.md, Output intents",
)
def intent(subject: Subject) -> Iterator[Finding]:
    """Yield an output intent that is missing, stands twice or has no profile of a press."""
    intents = [one.get_object() for one in subject.file.root_object.get("/OutputIntents", ())]
    ours = [one for one in intents if one.get("/S") == "/GTS_PDFX"]
    if len(ours) != 1:
        yield codes.PRESS_INTENT.at(
            Place(), f"the file has {len(ours)} output intents for the press instead of one", _MEND
        )
        return
    for key in ("/OutputConditionIdentifier", "/RegistryName", "/Info"):
        if not ours[0].get(key):
            yield codes.PRESS_INTENT.at(
                Place(), f"the output intent has no {key}", "fill in the condition in content/printers.yaml"
            )
    profile = ours[0].get("/DestOutputProfile")
    stream = profile.get_object() if profile is not None else None
    if not isinstance(stream, StreamObject):
        yield codes.PRESS_INTENT.at(Place(), "the output intent has no profile in the file", _MEND)
        return
    data = stream.get_data()
    kind, space = data[12:16], data[16:20]
    if kind != b"prtr" or space != b"CMYK" or stream.get("/N") != 4 or struct.unpack(">I", data[:4])[0] != len(data):  # noqa: PLR2004 inks
        yield codes.PRESS_INTENT.at(
            Place(),
            f"the profile is of class {kind!r} and space {space!r}, not an output profile in CMYK",
            "name another profile",
        )


def _claim(file: PdfReader) -> str | None:
    """Return the standard that the file claims: X-4 in its XMP, X-1a in its information, None where it claims none."""
    info: Any = file.metadata or {}
    x1a = info.get("/GTS_PDFXVersion")
    return _xmp(file).get(PDFX) or (None if x1a is None else str(x1a))


def _xmp(file: PdfReader) -> dict[str, str]:
    """Return the elements of the file's XMP by name, the properties among them; of a list its first item."""
    stream = file.root_object.get("/Metadata")
    if stream is None:
        return {}
    try:
        tree = ET.fromstring(stream.get_object().get_data())  # noqa: S314 our own packet; expat refuses bombs
    except ET.ParseError:
        return {}
    found: dict[str, str] = {}
    for node in tree.iter():
        first = node.find(f".//{LI}")
        found.setdefault(node.tag, (first.text if first is not None else node.text) or "")
    return found


def _day(text: Any) -> str:
    """Return a date of the file's information, ``D:20261123…``, as ``2026-11-23``."""
    digits = str(text).removeprefix("D:")
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
