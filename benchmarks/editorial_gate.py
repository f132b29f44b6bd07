"""The editorial gate over every piece against loading and resolving the same content, in a fresh process with nothing remembered.

.venv/bin/python -m benchmarks.editorial_gate [ROUNDS]
"""

from __future__ import annotations

import sys
from statistics import median

from benchmarks.timing import ROOT, run

GOAL = 1.0

CHILD = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from brochures.editorial import editorial, unprinted
from brochures.load import load
from brochures.project.paths import Project
from brochures.resolve import resolve
from brochures.resolve.unprinted import unprinted_words
project = Project.open(Path(sys.argv[1]))
start = time.process_time()
catalogue = load(project)
jobs = [resolve(project, catalogue, slug) for slug in project.slugs()]
ready = time.process_time()
for job in jobs:
    editorial(job, project.today)
left, _ = unprinted_words(project, catalogue, jobs)
unprinted(left)
print(ready - start, time.process_time() - ready, file=sys.stderr)
"""


def main(rounds: int) -> None:
    """Measure and print."""
    taken = [tuple(map(float, run((sys.executable, "-c", CHILD, str(ROOT))).said.split()[-2:])) for _ in range(rounds)]
    before, gate = (median(times) for times in zip(*taken, strict=True))
    print(f"{'load and resolve':42} {before:7.3f} s CPU (median of {rounds})")
    print(f"{'the gate, with what no piece prints':42} {gate:7.3f} s CPU (median of {rounds})")
    print(f"{'ratio':42} {gate / before:7.2f}   (goal: at most {GOAL:g})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
