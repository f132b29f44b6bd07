"""Sign-off sheet: how each piece stands with each role, as a table to sign by hand. Paper is proof of who signed; the ledger is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from brochures.findings import BrochureError
from brochures.load.catalogue import Catalogue
from brochures.project.paths import Project
from brochures.resolve.editorial_rules import roles
from brochures.resolve.job import Job, ResolvedBlock
from brochures.resolve.review_states import SignatureState, states

COMPONENT = "sign_off"


@dataclass(frozen=True)
class SignOffRow:
    """How one piece stands with one role: how many texts are signed, void or past due, and unsigned."""

    slug: str
    title: str
    version: str
    role: str
    signed: int
    void: int
    unsigned: int


def with_sheet(project: Project, catalogue: Catalogue, job: Job, resolve: Callable[[str], Job]) -> Job:
    """Return ``job`` with its sign-off sheet filled in, where it has one; ``resolve`` makes jobs of the other pieces."""
    if not any(block.component == COMPONENT for section in job.sections for block in section.blocks):
        return job
    rows = tuple(_rows(project, catalogue, job, resolve))
    sections = tuple(
        replace(section, blocks=tuple(_filled(block, rows) for block in section.blocks)) for section in job.sections
    )
    return replace(job, sections=sections)


def _filled(block: ResolvedBlock, rows: tuple[SignOffRow, ...]) -> ResolvedBlock:
    return replace(block, content={**block.content, "rows": rows}) if block.component == COMPONENT else block


def _rows(project: Project, catalogue: Catalogue, job: Job, resolve: Callable[[str], Job]) -> Iterator[SignOffRow]:
    known = roles(catalogue)
    for slug in catalogue.pieces:
        try:
            piece = job if slug == job.slug else resolve(slug)
        except BrochureError:
            continue  # whoever builds the piece is told
        found = [*states(piece.signed, known, project.today, 0)]
        for name, role in known.items():
            counted = Counter(one.state for one in found if one.role == name)
            signed = counted[SignatureState.SIGNED] + counted[SignatureState.DUE]
            unsigned = counted[SignatureState.UNSIGNED]
            if counted:
                void = counted.total() - signed - unsigned
                yield SignOffRow(slug, piece.title, piece.version, role.title, signed, void, unsigned)
