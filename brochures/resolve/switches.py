"""Switches: what is so of the clinic, and which parts of a packet are printed because of it."""

from __future__ import annotations

from collections.abc import Callable

from brochures.design.formats import Format
from brochures.findings import Place
from brochures.load.catalogue import Catalogue
from brochures.load.model.clinic import Switch
from brochures.load.model.piece import Brochure, Packet
from brochures.resolve.inline_text import ClinicFact


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


def undecided(
    catalogue: Catalogue, piece: Brochure | Packet, place_of: Callable[[str], Place]
) -> tuple[ClinicFact, ...]:
    """Return what nobody has said of the clinic, and parts of ``piece`` wait for; ``place_of`` says where a fact is written."""
    parts = piece.parts if isinstance(piece, Packet) else ()
    waited_for = dict.fromkeys(part.when for part in parts if part.when is not None)
    return tuple(
        ClinicFact(switch, None, place_of(switch)) for switch in waited_for if is_so(catalogue, switch) is None
    )
