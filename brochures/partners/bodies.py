"""Bodies: a packet typeset once for all partners who get the same parts, judged as a whole, and emptied of the words that hold places."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from brochures.findings import BrochureError, codes
from brochures.load.model.forms import OfPartner
from brochures.pdf.file import File
from brochures.pdf.slots import Body, SlotsError, body_of
from brochures.preflight.partner_file import Expected, expected
from brochures.press.fax_files import FaxPage, taken_apart
from brochures.resolve.form_fields import partner_fields
from brochures.resolve.job import Job


@dataclass(frozen=True)
class PartnerBody:
    """A body, and what is known of it: what its pages say, what of a partner stands in which field, and the salutation to nobody by name."""

    body: Body
    wanted: tuple[Expected, ...]
    fields: Mapping[str, OfPartner]
    salutation: str
    slug: str
    proof: bool
    faxed: tuple[tuple[FaxPage, ...], ...] = ()
    """Of a fax: its pages in every raster, drawn once; those with a partner's words on them are drawn again for each."""

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of all that partners share."""
        return hashlib.sha256(self.body.data).hexdigest()


def partner_body(file: File, styles: Path) -> PartnerBody:
    """Return ``file``, a packet that was made with places for a partner's words, as a body. Raise ``BrochureError`` where they are not found."""
    composition = file.composition
    fields = partner_fields(composition.job)
    try:
        body = body_of(file.data, file.sheets, styles, tuple(fields))
    except (SlotsError, OSError, KeyError) as wrong:
        said = f"the line '{wrong}' that holds a partner's place is not in the file once"
        raise BrochureError(codes.NO_SLOT.at(composition.job.place, said, "print the line once, whole")) from wrong
    held: dict[int, dict[str, Any]] = {}
    for slot in body.slots:
        held.setdefault(slot.page, {})[slot.holds] = slot.box
    return PartnerBody(
        body, expected(file.data, held), fields, _salutation(composition.job), composition.slug, composition.proof,
        tuple(taken_apart(one.data) for one in file.beside),
    )  # fmt: skip


def _salutation(job: Job) -> str:
    """Return how the letter of ``job`` greets a colleague whose name is not known; empty where it has no letter."""
    letters = (block for section in job.sections for block in section.blocks if block.component == "letter")
    return next((str(block.content["salutation"]) for block in letters), "")
