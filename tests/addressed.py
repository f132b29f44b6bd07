"""A short packet with places for a partner's words: its front, the letter, sources, the fax cover sheet and the form that says who refers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from brochures.compose import compose
from brochures.compose.templates import Templates
from brochures.load.catalogue import load
from brochures.partners.bodies import PartnerBody, partner_body
from brochures.pdf.file import File
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve import resolve
from brochures.resolve.addressed import Addressed
from tests.fillable import made, real_typesetter
from tests.real import DAY, once

PARTS = frozenset({"letter", "fax-cover", "form"})
STYLES = ROOT / "styles"


def addressed_file(shared: Path, edition: Edition = Edition.SCREEN) -> File:
    """Return the short packet with words that hold places: set once in a run of the tests."""

    def make() -> Any:
        project = Project.open(ROOT, shared / "addressed", DAY)
        job = resolve(project, load(project), "referral-packet", addressed=Addressed(PARTS))
        composed = compose(Templates.read(project), job, edition, proof=True)[0]
        return made(real_typesetter(shared / "addressed"), composed)

    file: File = once(shared / f"addressed.{edition}", make)
    return file


def addressed_body(shared: Path, edition: Edition = Edition.SCREEN) -> PartnerBody:
    """Return the body of the short packet."""
    return partner_body(addressed_file(shared, edition), STYLES)
