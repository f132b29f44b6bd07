"""Waived: what somebody lets pass, with the place where that is written."""

from __future__ import annotations

from dataclasses import dataclass

from brochures.findings import Place
from brochures.load.model.waivers import Waiver


@dataclass(frozen=True)
class Waived:
    """A waiver with the place where it is written, and the lines of the thing that it is about (0: the whole file)."""

    name: str
    waiver: Waiver
    place: Place
    file: str
    first: int
    last: int
