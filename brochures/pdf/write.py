"""Pdf: pages into the bytes of one edition, with page labels, printing preferences and dates from the version block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brochures.compose.fill_in import about
from brochures.compose.foreign_pages import foreign_places
from brochures.compose.html import Composition
from brochures.design.css import FACES
from brochures.design.typing_face import TypingFace, typing_face
from brochures.findings import BrochureError, Place, codes
from brochures.layout import Layout, broken
from brochures.layout.engine_messages import told
from brochures.pdf.attachments import with_attachments
from brochures.pdf.file import File
from brochures.pdf.foreign_pages import with_foreign_pages
from brochures.pdf.form_fields import with_fields
from brochures.pdf.gradients import untiled
from brochures.pdf.structure_tags import mended

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter


def pdf(typesetter: Typesetter, laid_out: Layout, *, tags: bool = True) -> File:
    """Return the bytes of ``laid_out``. Raise ``BrochureError`` when the engine breaks down.

    Without ``tags`` they have no structure tree: enough for a picture of them, and for nothing else.
    """
    composition = laid_out.composition
    tagged = composition.tagged and tags
    try:
        data, said = typesetter.write(laid_out.document, _catalog(composition), tagged=tagged)
    except Exception as wrong:
        raise BrochureError(*laid_out.findings, broken(composition, wrong, typesetter.root)) from wrong
    data = untiled(data)
    if composition.fillable and any(page.to_fill for page in laid_out.sheets.pages):
        data = with_fields(data, laid_out.sheets, about(composition.job), _typing_face(typesetter))
    data = with_foreign_pages(data, tuple(foreign_places(composition.job)))
    if tagged:
        data = mended(data)
    data = with_attachments(data, composition.attached, composition.job.dated)
    findings = (*laid_out.findings, *told(said, composition))
    return File(
        composition, data, len(laid_out.document.pages), findings,
        sheets=laid_out.sheets, fill=laid_out.fill, claims_access=tagged,
    )  # fmt: skip


def _typing_face(typesetter: Typesetter) -> TypingFace:
    """Return the face in which forms are filled in. Raise ``BrochureError`` where its file cannot be read."""
    try:
        return typing_face(typesetter.styles)
    except OSError as wrong:
        told = f"the face in which forms are filled in cannot be read: {wrong.strerror}"
        place = Place((typesetter.styles / FACES).relative_to(typesetter.root).as_posix())
        raise BrochureError(codes.FIELDS.at(place, told, "restore it from version control")) from wrong


def _catalog(composition: Composition) -> dict[str, Any]:
    """Return what the file's catalog says beyond the pages: labels (ISO 32000-1, 12.4.2) and printing wishes (12.2)."""
    form = composition.format
    sides = [side.name.replace("-", " ").capitalize() for side in form.sides]
    turn = "/DuplexFlipLongEdge" if form.flips_on_long_edge else "/DuplexFlipShortEdge"
    turn = "/Simplex" if form.pages == 1 else turn
    at_desk = composition.printed_at_desk
    wishes = {"PrintScaling": "/None", "Duplex": turn, "PickTrayByPDFSize": True} if at_desk else {}
    return {"labels": sides, "preferences": {"DisplayDocTitle": True, **wishes}}
