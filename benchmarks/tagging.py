"""What tags and the checks that read them add to a screen edition: writing it with and without them, and each check of tags, in one process.

    .venv/bin/python -m benchmarks.tagging [ROUNDS]

The share is of all else that is done from a composition to a judged file: setting, copyfit, writing without tags, every other check.
"""

from __future__ import annotations

import gc
import io
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from pypdf import PdfReader

from benchmarks.timing import ROOT
from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.engine import start
from brochures.layout.copyfit import copyfit
from brochures.load.catalogue import load
from brochures.pdf.file import File
from brochures.pdf.write import pdf
from brochures.preflight import TAG_CHECKS, Shipped, bookmarks, file_structure, links, preflight
from brochures.preflight.finished_file import FinishedFile
from brochures.production.stages import Stages
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.resolve.ticket import resolve

PIECES = ("crisis-card", "program-trifold", "ketamine-facts", "patient-guide")
GOAL = 0.30


def main(rounds: int) -> None:
    """Measure and print."""
    project = Project.open(ROOT)
    catalogue, templates = load(project), Templates.read(project)
    stages = Stages(project, templates, start(project))
    print(f"{'piece':<18}{'all':>9}{'tagging':>10}{'checks':>9}{'share':>9}")
    for slug in PIECES:
        composition = compose(templates, resolve(project, catalogue, slug), Edition.SCREEN, proof=True)[0]
        pages = copyfit(templates, stages.typesetter, composition)
        found = [_round(stages, pages, composition) for _ in range(rounds)]
        whole, tagging, checks = (median(one) for one in zip(*found, strict=True))
        share = (tagging + checks) / (whole - tagging - checks)
        print(
            f"{slug:<18}{whole:>7.2f} s{tagging:>8.2f} s{checks:>7.2f} s{share:>8.0%} {'' if share <= GOAL else 'over the goal'}"
        )


def _round(stages: Stages, pages: Any, composition: Any) -> tuple[float, float, float]:
    """Return processor time in seconds: of the whole file, of what tags add to writing it, of the checks that read them."""
    whole, _ = _took(lambda: stages.make(composition))
    tagged, made = _took(lambda: pdf(stages.typesetter, pages))
    plain, _ = _took(lambda: pdf(stages.typesetter, pages, tags=False))
    shipped = Shipped.of(stages.templates.styles.folder)
    preflight(made, stages.templates.styles.families, shipped)  # fonts and words are read, as before the checks of tags
    return (
        whole,
        tagged - plain,
        _took(lambda: _tag_checks(made, shipped))[0] - _took(lambda: _opened(made, shipped))[0],
    )


def _opened(made: File, shipped: Shipped) -> FinishedFile:
    opened = FinishedFile(PdfReader(io.BytesIO(made.data), strict=True), made, shipped)
    list(opened.reading.runs)
    return opened


def _tag_checks(made: File, shipped: Shipped) -> None:
    opened = _opened(made, shipped)
    for look in TAG_CHECKS:
        list(look(opened))
    list(bookmarks.bookmarks(opened))
    list(file_structure.tags(opened.file, made.composition))
    list(links.descriptions(opened.file, made.composition))


def _took(work: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    before = time.process_time()
    done = work()
    return time.process_time() - before, done


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 3)
