"""Appended: objects that change in a finished file, written after its end, and nothing before it touched (ISO 32000-1, 7.5.6).

A packet for one partner is the body that all share, byte for byte, with what differs behind it: it costs what differs. What is superseded
in the body is empty, so that a reader who takes the old objects finds nobody's words.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

_ENTRY = (1, 5, 2)
"""How many bytes each part of an entry of the table has: its kind, where the object begins, its generation (7.5.8.2)."""


@dataclass(frozen=True)
class Trailer:
    """What the end of a file says, and where the table of its objects is: as much as a part that is appended has to repeat."""

    begins: int
    table: int
    size: int
    root: str
    info: str
    first_id: bytes

    @classmethod
    def of(cls, data: bytes) -> Trailer:
        """Return that of the file ``data``. Raise ``ValueError`` where its end is not one."""
        end = data.rindex(b"startxref")
        with pikepdf.open(io.BytesIO(data)) as pdf:
            said = pdf.trailer
            return cls(
                len(data), int(data[end + 9 :].split()[0]), int(said.Size), _reference(said.Root), _reference(said.Info), bytes(said.ID[0])
            )  # fmt: skip


def stream_object(content: bytes, entries: str = "") -> bytes:
    """Return a stream that holds ``content``; ``entries`` are those of its dictionary beside its length and filter."""
    packed = zlib.compress(content, 6)
    head = " ".join(filter(None, ("<<", entries, f"/Length {len(packed)} /Filter /FlateDecode >>")))
    return head.encode("latin-1") + b"\nstream\n" + packed + b"\nendstream"


def appended(trailer: Trailer, objects: Mapping[int, bytes], new_id: bytes) -> bytes:
    """Return what makes ``objects``, by their numbers, those of the file that ends with ``trailer``, when it is written behind it."""
    parts, places, at = [b"\n"], {}, trailer.begins + 1
    for number, body in sorted(objects.items()):
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        places[number] = at
        parts.append(whole)
        at += len(whole)
    table = max(trailer.size, max(objects, default=0) + 1)
    places[table] = at
    rows = b"".join(b"\x01" + place.to_bytes(_ENTRY[1]) + b"\x00\x00" for _, place in sorted(places.items()))
    index = " ".join(f"{number} 1" for number in sorted(places))
    entries = (
        f"/Type /XRef /Size {table + 1} /Prev {trailer.table} /Root {trailer.root} /Info {trailer.info} "
        f"/ID [<{trailer.first_id.hex()}> <{new_id.hex()}>] /W [{' '.join(map(str, _ENTRY))}] /Index [{index}]"
    )
    parts.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, stream_object(rows, entries), at))
    return b"".join(parts)


def _reference(thing: Any) -> str:
    number, generation = thing.objgen
    return f"{number} {generation} R"
