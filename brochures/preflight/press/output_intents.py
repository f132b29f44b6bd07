"""The output intent: for which press and paper the inks of a file are meant, read off the file and held against what was ordered.

ISO 15930-7, 6.2.3. The profile is part of it: two with one name may print one build of inks in two colours. So it is compared byte by byte
with the one that the order names, and every report of a file says what the file holds.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, StreamObject

from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.preflight.press.subject import Subject

_TAGS = 128
"""Where the table of an ICC profile's tags begins (ICC.1:2010, 7.3)."""

_MEND = "build again with --force; if it stays, report it: the press stage writes the intent"


@dataclass(frozen=True)
class HeldIntent:
    """What a file holds: the registered name of its condition, the name that its profile gives itself, and the SHA-256 of that profile."""

    identifier: str
    profile: str
    sha256: str

    @classmethod
    def of(cls, file: PdfReader) -> HeldIntent:
        """Return what ``file`` says of its press; empty texts where it says nothing."""
        intents = _ours(file)
        if not intents:
            return cls("", "", "")
        data = _profile(intents[0])
        identifier = str(intents[0].get("/OutputConditionIdentifier", ""))
        return cls(
            identifier,
            "" if data is None else described(data),
            "" if data is None else hashlib.sha256(data).hexdigest(),
        )


def held_intent(data: bytes) -> HeldIntent:
    """Return what the file ``data`` says of its press; empty texts where it cannot be read."""
    try:
        return HeldIntent.of(PdfReader(io.BytesIO(data)))
    except PyPdfError:
        return HeldIntent("", "", "")


@check(
    codes.PRESS_INTENT,
    looks_for="an output intent that names another printing condition than the print shop ordered, or holds another profile",
    source="ISO 15930-7, 6.2.3; docs/print.md, Output intents",
)
def ordered(subject: Subject) -> Iterator[Finding]:
    """Yield an output intent that is not the one by which the format is printed."""
    if len(_ours(subject.file)) != 1:
        return
    condition = subject.print_shop.condition(subject.made.composition.job.format)
    held = HeldIntent.of(subject.file)
    if held.identifier != condition.identifier:
        said = f"the output intent names '{held.identifier}', and the print shop ordered '{condition.identifier}'"
        yield codes.PRESS_INTENT.at(subject.print_shop.place, said, _MEND)
    path = _ordered_profile(subject, condition.profile)
    if path is not None and held.sha256 and held.sha256 != hashlib.sha256(path.read_bytes()).hexdigest():
        said = f"the profile in the file ('{held.profile}') is not, byte by byte, '{path.name}', which the print shop ordered"
        yield codes.PRESS_INTENT.at(subject.print_shop.place, said, _MEND)


def _ordered_profile(subject: Subject, name: str) -> Path | None:
    """Return the file of the profile that was ordered: the print shop's own, or the condition's. None: nobody said where those lie."""
    if subject.printer.profile:
        return Path(subject.printer.profile)
    return None if subject.shipped.profiles is None else subject.shipped.profiles / name


def _ours(file: PdfReader) -> list[DictionaryObject]:
    held: Any = file.root_object.get("/OutputIntents")
    intents = (one.get_object() for one in (held.get_object() if held is not None else ()))
    return [one for one in intents if isinstance(one, DictionaryObject) and one.get("/S") == "/GTS_PDFX"]


def _profile(one: DictionaryObject) -> bytes | None:
    held = one.get("/DestOutputProfile")
    stream = held.get_object() if held is not None else None
    return stream.get_data() if isinstance(stream, StreamObject) else None


def described(profile: bytes) -> str:
    """Return the name that an ICC profile gives itself in its tag ``desc`` (ICC.1:2001, 6.5.17; ICC.1:2010, 10.13); empty where it has none."""
    count = int.from_bytes(profile[_TAGS : _TAGS + 4])
    for entry in range(_TAGS + 4, min(_TAGS + 4 + 12 * count, len(profile)), 12):
        if profile[entry : entry + 4] == b"desc":
            start = int.from_bytes(profile[entry + 4 : entry + 8])
            tag = profile[start : start + int.from_bytes(profile[entry + 8 : entry + 12])]
            return _text(tag)
    return ""


def _text(tag: bytes) -> str:
    if tag[:4] == b"mluc":
        length, at = int.from_bytes(tag[20:24]), int.from_bytes(tag[24:28])
        return tag[at : at + length].decode("utf-16-be", "replace").strip("\0")
    return tag[12 : 12 + int.from_bytes(tag[8:12])].decode("ascii", "replace").strip("\0")
