"""Sheets: the sheets that go with a press file, composed like everything else, for the paper of the office."""

from __future__ import annotations

from brochures.compose.html import Composition, Told, compose_again
from brochures.compose.templates import Templates
from brochures.design.copyfit_ladder import Fit
from brochures.project.edition import FileKind


def sheet(templates: Templates, printed: Composition, kind: FileKind, told: Told, pages: int = 1) -> Composition:
    """Return upright ``pages`` that tell ``told`` of the file that was ``printed``. Raise ``BrochureError`` where its template fails."""
    page = Composition(
        printed.slug, None, kind, kind, "", printed.job, printed.job.format.at_desk.portrait, proof=False, pages=pages,
        planned_at=printed.planned_at, fit=Fit(), told=told, passages=printed.passages, pictures=printed.pictures,
    )  # fmt: skip
    return compose_again(templates, page, page.fit)
