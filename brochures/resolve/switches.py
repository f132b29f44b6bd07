"""Switches: what is so of the clinic, and which parts of a packet are printed because of it."""

from __future__ import annotations

from brochures.design.formats import Format
from brochures.load.catalogue import Catalogue
from brochures.load.model.clinic import Switch
from brochures.load.model.piece import Brochure, Packet


def is_so(catalogue: Catalogue, switch: Switch) -> bool | None:
    """Return whether ``switch`` is so of the clinic; None where nobody has said."""
    clinic = catalogue.clinic
    said: bool | None = getattr(clinic.thing, switch) if clinic else None
    return said


def planned_pages(catalogue: Catalogue, piece: Brochure | Packet, form: Format) -> int:
    """Return how many pages are planned, 0 for no plan, with those of parts that are printed because something is so of the clinic."""
    if isinstance(piece, Brochure) or not piece.pages:
        return 0 if isinstance(piece, Packet) else form.pages
    more = (part.adds_pages for part in piece.parts if part.when is not None and is_so(catalogue, part.when))
    return piece.pages + sum(more)
