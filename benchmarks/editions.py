"""What the editions take whose words flow anew, large print and fax, beside the screen edition of the same piece, in one process and in turn.

    .venv/bin/python -m benchmarks.editions [ROUNDS]

From a composition to a judged file, with everything that lies beside it: layout, bytes, the pages of a fax in both its rasters, preflight.
"""

from __future__ import annotations

import gc
import sys
import time
from statistics import median

from benchmarks.timing import ROOT
from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.engine import start
from brochures.load.catalogue import load
from brochures.production.stages import Stages
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.resolve.ticket import resolve

PIECES = ("crisis-card", "program-trifold", "ketamine-facts", "patient-guide", "referral-packet")


def main(rounds: int) -> None:
    """Measure and print."""
    project = Project.open(ROOT)
    catalogue, templates = load(project), Templates.read(project)
    typesetter = start(project)
    print(f"{'piece':<18}{'screen':>14}{'large':>20}{'fax':>20}")
    for slug in PIECES:
        job = resolve(project, catalogue, slug)
        took: dict[Edition, list[float]] = {}
        pages: dict[Edition, int] = {}
        for _ in range(rounds):
            for edition in (Edition.SCREEN, Edition.LARGE, Edition.FAX):
                if edition in job.editions:
                    gc.collect()
                    before = time.process_time()
                    made = Stages(project, templates, typesetter).make(compose(templates, job, edition, proof=True)[0])
                    took.setdefault(edition, []).append(time.process_time() - before)
                    pages[edition] = getattr(made, "pages", 0)
        print(
            f"{slug:<18}"
            + "".join(_shown(edition, took, pages) for edition in (Edition.SCREEN, Edition.LARGE, Edition.FAX))
        )


def _shown(edition: Edition, took: dict[Edition, list[float]], pages: dict[Edition, int]) -> str:
    if edition not in took:
        return f"{'':>20}"
    seconds, screen = median(took[edition]), median(took[Edition.SCREEN])
    times = "" if edition is Edition.SCREEN else f" x{seconds / screen:.1f}"
    return f"{f'{seconds:.2f} s {pages[edition]} p{times}':>20}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
