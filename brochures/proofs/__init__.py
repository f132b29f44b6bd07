"""Proofs: pictures of what was laid out and found. Pure drawing: bytes, measured pages and findings in, images out.

``subject``               what the pictures of one file are drawn from
``page``                  a page with everything found on it
``finding_list``          the list beside it
``crop``                  one finding, enlarged
``contact_sheet``         every piece at one scale
``contact_sheet_layout``  where each stands on it
``file_difference``       what is different between two files of one piece
``canvas``                what all are drawn on
``proof_style``           their colours, faces and lines
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from brochures.proofs import crop, page
from brochures.proofs.contact_sheet import draw_contact_sheet, exhibit
from brochures.proofs.proof_style import Look, look_of, read_look
from brochures.proofs.subject import Pictured

__all__ = [
    "FOLDER",
    "Look",
    "Pictured",
    "ProofPicture",
    "draw_contact_sheet",
    "exhibit",
    "look_of",
    "proofs",
    "read_look",
]

FOLDER = "proof"
"""The folder of a piece's pictures, in its own folder in ``out/``."""


@dataclass(frozen=True)
class ProofPicture:
    """A picture as PNG, and the name of its file."""

    name: str
    data: bytes


def proofs(look: Look, pictured: Pictured) -> Iterator[ProofPicture]:
    """Yield a picture of each page of ``pictured``, then one of each finding that has an area."""
    stem = f"{pictured.file.composition.slug}.{pictured.file.composition.name}"
    for sheet, picture in pictured.drawn(page.PPI, list(pictured.pages)):
        yield ProofPicture(
            f"{stem}.page-{sheet.number}.png", _png(page.draw_page(look, pictured, sheet, picture), page.PPI)
        )
    shown = [(number, one) for number, one in pictured.numbered if one.area is not None]
    for sheet, picture in pictured.drawn(crop.PPI, sorted({one.page for _, one in shown})):
        for number, one in shown:
            if one.page == sheet.number:
                image = crop.draw_crop(look, pictured, sheet, picture, (number, one))
                yield ProofPicture(f"{stem}.finding-{number:02}-{one.code}.png", _png(image, crop.PPI))


def _png(image: Image.Image, ppi: int) -> bytes:
    """Return ``image`` as PNG, with its size on paper and nothing that changes from run to run."""
    written = io.BytesIO()
    image.save(written, "PNG", dpi=(ppi, ppi))
    return written.getvalue()
