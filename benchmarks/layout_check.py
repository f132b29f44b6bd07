"""The whole layout check of a piece against its render, both in one process and in turn.

    .venv/bin/python -m benchmarks.layout_check [ROUNDS]

The check: measure the sheets, every check of layout, read the finished bytes back, every check of files and words, with the pages
drawn three times each to see what a reader sees. The render: set the pages and write the bytes. Both run as a build runs them.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from benchmarks.timing import ROOT
from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.editorial import editorial
from brochures.engine import start
from brochures.engine.typesetter import Typesetter
from brochures.layout import CHECKS
from brochures.layout.checks import page_plan
from brochures.layout.checks.subject import Pages
from brochures.load.catalogue import load
from brochures.pdf.file import File
from brochures.pdf.structure_tags import mended
from brochures.preflight import extracted_text, preflight
from brochures.production.stages import unswept
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.resolve.ticket import resolve

GOAL = 0.25
PIECES = (("program-trifold", Edition.SCREEN), ("program-trifold", Edition.DESK), ("referral-packet", Edition.SCREEN))
PARTS = ("set", "write", "measure", "layout checks", "bytes and words", "of which reading", "of which drawing")
CATALOG: dict[str, Any] = {"labels": (), "preferences": {}}


@contextmanager
def _timed(took: dict[str, float], part: str) -> Iterator[None]:
    before = time.process_time()
    yield
    took[part] = took.get(part, 0.0) + time.process_time() - before


def _round(typesetter: Typesetter, composition: Composition, families: frozenset[str]) -> dict[str, float]:
    took: dict[str, float] = {}
    gc.collect()
    with unswept():
        with _timed(took, "set"):
            document, _ = typesetter.set(composition.html, composition.medium, tagged=composition.tagged)
        with _timed(took, "measure"):
            sheets = typesetter.sheets(document)
        with _timed(took, "layout checks"):
            pages = Pages(composition, sheets)
            found = [finding for check in CHECKS for finding in check(pages)]
            budget = list(page_plan.fill(pages))
        with _timed(took, "write"):
            data, _ = typesetter.write(document, CATALOG, tagged=composition.tagged)
        with _timed(took, "tags"):
            data = mended(data)
        with _timed(took, "bytes and words"):
            preflight(File(composition, data, len(sheets.pages), (), sheets=sheets), families)
        with _timed(took, "of which reading"):
            extracted_text.read(data, look=False)
        with _timed(took, "of which drawing"):
            extracted_text.read(data)
        took["of which drawing"] -= took["of which reading"]
    del found, budget
    return took


def main(rounds: int) -> None:
    """Measure and print."""
    project = Project.open(ROOT)
    catalogue = load(project)
    typesetter = start(project)
    families = Templates.read(project).styles.families
    for slug, edition in PIECES:
        job = resolve(project, catalogue, slug)
        composition, *_ = compose(Templates.read(project), job, edition, proof=bool(editorial(job, project.today)))
        _round(typesetter, composition, families)
        taken = [_round(typesetter, composition, families) for _ in range(rounds)]
        took = {part: median(one[part] for one in taken) for part in PARTS}
        print(f"{slug} ({edition})")
        for part in PARTS:
            print(f"    {part:38} {took[part]:7.3f} s CPU (median of {rounds})")
        ratios = [(one["measure"] + one["layout checks"] + one["bytes and words"]) / (one["set"] + one["write"]) for one in taken]  # fmt: skip
        drawing = [one["of which drawing"] / (one["set"] + one["write"]) for one in taken]
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        print(f"    {'ratio':38} {median(ratios):7.2f}   (goal: at most {GOAL:g}; {spread})")
        print(f"    {'of which drawing':38} {median(drawing):7.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
