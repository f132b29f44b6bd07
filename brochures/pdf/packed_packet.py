"""A packet with places for a partner's words, packed as bytes that a later run can unpack: its file, the places, and what was found in it.

Of its measured pages only their size and the places are packed: nothing else of them is asked for once the packet is judged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from brochures.compose.html import Composition
from brochures.findings import Finding
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPage, MeasuredPages, Region
from brochures.pdf.file import Beside, File
from brochures.pdf.slots import SLOT, held


def packed(file: File) -> bytes:
    """Return the packet ``file`` as bytes: one line of JSON, then the file and what lies beside it."""
    about = {
        "size": len(file.data),
        "pages": [[page.number, page.width, page.height] for page in file.sheets.pages],
        "slots": [
            [one.page, one.name, held(one), asdict(one.on_sheet)] for one in file.sheets.regions if one.kind == SLOT
        ],
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
    slots = [_slot(*one) for one in about["slots"]]
    pages = tuple(
        MeasuredPage(number, width, height, regions=tuple(one for one in slots if one.page == number))
        for number, width, height in about["pages"]
    )
    beside, at = [], about["size"]
    for name, size, sizes in about["beside"]:
        beside.append(Beside(name, rest[at : at + size], tuple(sizes)))
        at += size
    right, up = about["moved"]
    return File(
        composition, rest[: about["size"]], len(pages), tuple(map(Finding.from_dict, about["findings"])), sheets=MeasuredPages(pages),
        claims_access=about["claims_access"], moved=(right, up), digest=digest, beside=tuple(beside),
    )  # fmt: skip


def _slot(page: int, name: str, words: str, edges: Mapping[str, Any]) -> Region:
    box = Box(**edges)
    return Region(SLOT, name, page, box, "", (Line(0, box, box.bottom, 0.0, words),))
