"""Pdf: pages into the bytes of one edition, with page labels, printing preferences and dates from the version block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brochures.compose import Composition
from brochures.findings import BrochureError, Finding
from brochures.layout import Layout, broken

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter


@dataclass(frozen=True)
class Pdf:
    """One finished file, before anyone has looked at it."""

    composition: Composition
    data: bytes
    pages: int
    findings: tuple[Finding, ...]


def pdf(typesetter: Typesetter, laid_out: Layout) -> Pdf:
    """Return the bytes of ``laid_out``. Raise ``BrochureError`` when the engine breaks down."""
    composition = laid_out.composition
    try:
        data, said = typesetter.write(laid_out.document, _catalog(composition), tagged=composition.tagged)
    except Exception as wrong:
        raise BrochureError(*laid_out.findings, broken(composition, wrong, typesetter.root)) from wrong
    found = (finding.about(composition.slug, composition.edition) for finding in said)
    return Pdf(composition, data, len(laid_out.document.pages), (*laid_out.findings, *found))


def _catalog(composition: Composition) -> dict[str, Any]:
    """Return what the file's catalog says beyond the pages: labels (ISO 32000-1, 12.4.2) and printing wishes (12.2)."""
    sides = [side.name.title() for side in composition.format.sides]
    wishes = (
        {"PrintScaling": "/None", "Duplex": "/DuplexFlipShortEdge", "PickTrayByPDFSize": True}
        if composition.name == "desk"
        else {}
    )
    return {"labels": sides, "preferences": {"DisplayDocTitle": True, **wishes}}
