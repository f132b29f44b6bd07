"""How things stand with a piece, for the list: before anybody looks at its words, and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brochures.cli.listing import OF_SIGNATURES
from brochures.cli.previewing.values import SeenPiece
from brochures.findings import Finding
from brochures.findings.report import WAITING
from brochures.load import Catalogue
from brochures.project.paths import Project


def unlooked(project: Project, catalogue: Catalogue, slug: str, beside: tuple[str, ...]) -> SeenPiece:
    """Return what is known of the piece ``slug`` before anybody looks at its words; ``beside`` is what lay beside its editions before."""
    entry = catalogue.pieces.get(slug)
    packet = (project.content / "packets" / f"{slug}.yaml").is_file()
    if entry is None:
        return SeenPiece(slug, slug, (), packet, "errors", 1)
    return SeenPiece(slug, entry.thing.title, tuple(map(str, entry.thing.editions)), packet, beside=beside)


def looked_at(piece: SeenPiece, words: Sequence[Finding]) -> SeenPiece:
    """Return ``piece`` with what was found in its ``words``."""
    errors = sum(one.is_error for one in words)
    state = "errors" if errors else "proof" if any(one.code in WAITING for one in words) else "signed"
    unsigned = sum(one.code in OF_SIGNATURES for one in words)
    return replace(piece, state=state, errors=errors, unsigned=unsigned)
