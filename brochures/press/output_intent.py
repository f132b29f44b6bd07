"""Output intent: a printing condition with its profile, read and looked at before anything is printed by it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from brochures.findings import BrochureError, Place, codes

REGISTRY = "http://www.color.org"
"""Where printing conditions are registered (ISO 15930-7, 6.2.3)."""

_HEADER = 132
"""Bytes of an ICC profile's header and of the count of its tags (ICC.1:2010, 7.2 and 7.3)."""


@dataclass(frozen=True)
class Condition:
    """What the paper and the press do to ink.

    ``identifier`` is its registered name, ``text`` says it in words, ``ink_limit`` is what the paper carries, in per cent;
    ``profile`` is an ICC profile of class ``prtr`` in CMYK.
    """

    identifier: str
    text: str
    info: str
    ink_limit: float
    profile: bytes


def read_profile(path: Path, shown: str, place: Place) -> bytes:
    """Return the profile at ``path``; ``shown`` is its name for people. Raise ``BrochureError`` where it is no output profile."""
    try:
        data = path.read_bytes()
    except OSError as wrong:
        message = f"the profile '{shown}' cannot be read: {wrong.strerror}"
        raise BrochureError(
            codes.BAD_PROFILE.at(place, message, "name a file in styles/profiles/, or a whole path")
        ) from wrong
    trouble = _trouble(data)
    if trouble:
        mend = "take the CMYK output profile that the print shop names"
        raise BrochureError(codes.BAD_PROFILE.at(place, f"the profile '{shown}' {trouble}", mend))
    return data


def _trouble(data: bytes) -> str:
    """Return what is wrong with a profile, empty where nothing is: its header is read (ICC.1:2010, 7.2)."""
    if len(data) < _HEADER or data[36:40] != b"acsp":
        return "is not an ICC profile"
    (size,) = struct.unpack(">I", data[:4])
    if size != len(data):
        return f"is broken: its header speaks of {size} bytes, the file has {len(data)}"
    kind, space = data[12:16].decode("ascii", "replace"), data[16:20].decode("ascii", "replace").strip()
    if space != "CMYK":
        return f"is of the colour space {space}, not CMYK"
    if kind != "prtr":
        return f"is of the class '{kind}', not 'prtr': it can't say how a press prints"
    count = struct.unpack(">I", data[128:132])[0]
    tags = {data[132 + 12 * number : 136 + 12 * number] for number in range(min(count, 200))}
    if not {b"A2B0", b"B2A0"} <= tags:
        return "lacks its tables (A2B0 and B2A0), so nothing can be converted by it"
    return ""
