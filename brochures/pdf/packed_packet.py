"""A packet with places for a partner's words, packed as bytes that a later run can unpack: its file, the places, and what was found in it.

Of its measured pages only their size and the places are packed: nothing else of them is asked for once the packet is judged.
"""

from __future__ import annotations

import json

from brochures.compose.html import Composition
from brochures.findings import Finding
from brochures.pdf.file import Beside, File
from brochures.pdf.slots import slot_rows, slotted_pages


def packed(file: File) -> bytes:
    """Return the packet ``file`` as bytes: one line of JSON, then the file and what lies beside it."""
    about = {
        "size": len(file.data),
        "pages": slot_rows(file.sheets),
        "findings": [one.as_dict() for one in file.findings],
        "beside": [[one.name, len(one.data), list(one.sizes)] for one in file.beside],
        "moved": list(file.moved),
        "claims_access": file.claims_access,
    }
    return b"\n".join((json.dumps(about).encode(), b"".join((file.data, *(one.data for one in file.beside)))))


def unpacked(data: bytes, composition: Composition, digest: str) -> File:
    """Return the packet of ``composition`` that ``packed`` made ``data`` of; ``digest`` is of all that decided how it came out."""
    head, _, rest = data.partition(b"\n")
    about = json.loads(head)
    sheets = slotted_pages(about["pages"])
    beside, at = [], about["size"]
    for name, size, sizes in about["beside"]:
        beside.append(Beside(name, rest[at : at + size], tuple(sizes)))
        at += size
    right, up = about["moved"]
    return File(
        composition, rest[: about["size"]], len(sheets.pages), tuple(map(Finding.from_dict, about["findings"])), sheets=sheets,
        claims_access=about["claims_access"], moved=(right, up), digest=digest, beside=tuple(beside),
    )  # fmt: skip
