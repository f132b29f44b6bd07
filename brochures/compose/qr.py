"""QR: the modules of a code as one vector path, so that it prints sharply at any size and in one ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno

from brochures.load.model.addresses import link_of

QUIET = 4
"""Modules of white on each side, without which a phone may not find the code (ISO/IEC 18004, 6.3.8)."""


@dataclass(frozen=True)
class QrCode:
    """A code of ``modules`` by ``modules``; ``path`` draws the dark ones with its corner at 0, 0 and one unit a module."""

    modules: int
    path: str
    quiet: int = QUIET


@lru_cache(maxsize=256)
def code(address: str) -> QrCode:
    """Return the code of ``address``: level M, or better where that costs no more modules."""
    made = segno.make(link_of(address) or address, error="m", micro=False)
    rows = [bytes(row) for row in made.matrix]
    return QrCode(len(rows), "".join(step for number, row in enumerate(rows) for step in _dark(row, number)))


def _dark(row: bytes, number: int) -> Iterator[str]:
    """Yield a rectangle for each run of dark modules."""
    start = 0
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            yield f"M{start} {number}h{length}v1h-{length}z"
        start += length
