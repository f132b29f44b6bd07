"""Beside: the sheets that go with a press file, composed like everything else, for the paper of the office."""

from __future__ import annotations

from brochures.compose.html import Composition, compose_again
from brochures.design.copyfit_ladder import Fit
from brochures.handoff.preflight_report import Verdict
from brochures.handoff.spec_sheet import Spec
from brochures.project.paths import Shop

EDITION = "handoff"
"""What the sheets are set as, in the place of an edition."""

SPEC = "spec-sheet"
"""The document type of the sheet that tells a print shop what is printed and how."""

REPORT = "preflight-report"
"""The document type of the sheet that tells what preflight found."""


def sheet(shop: Shop, printed: Composition, document: str, told: Spec | Verdict, pages: int = 1) -> Composition:
    """Return upright ``pages`` that tell ``told`` of the file that was ``printed``. Raise ``BrochureError`` where its template fails."""
    page = Composition(
        printed.slug, EDITION, document, document, "", printed.job, printed.job.format.at_desk.portrait, proof=False, pages=pages,
        planned_at=printed.planned_at, fit=Fit(), told=told,
    )  # fmt: skip
    return compose_again(shop, page, page.fit)
