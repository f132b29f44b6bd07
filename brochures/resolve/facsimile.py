"""Facsimile: a brochure that stands in a packet as it is, panel by panel, and not in reading form."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Protocol

from brochures.design.formats import Format
from brochures.load.model.piece import Brochure


@dataclass(frozen=True)
class Facsimile:
    """Which brochure it is, and which of its part's blocks stand on which panel: each by name, with the place of its first block."""

    slug: str
    title: str
    document: str
    format: Format
    version: str
    dated: date
    panels: tuple[tuple[str, int], ...]


class Filled(Protocol):
    """A panel with its blocks."""

    @property
    def name(self) -> str:
        """Which panel of the format it is."""

    @property
    def blocks(self) -> Sized:
        """What stands on it."""


def facsimile(slug: str, brochure: Brochure, form: Format, panels: Sequence[Filled]) -> Facsimile:
    """Return ``brochure`` as it is shown, with the ``panels`` that its blocks stand on, in the order of reading."""
    starts = accumulate((len(panel.blocks) for panel in panels), initial=0)
    placed = tuple((panel.name, start) for panel, start in zip(panels, starts, strict=False))
    version = brochure.version
    return Facsimile(slug, brochure.title, brochure.document, form, version.number, version.date, placed)
