"""A build of everything from nothing by two processes against one in sequence, on the clock. Measure on a machine with nothing else to do.

.venv/bin/python -m benchmarks.two_processes [ROUNDS]
"""

from __future__ import annotations

import os
import sys
import tempfile
from statistics import median

from benchmarks.timing import BUILD, run

GOAL = 1.85
BUSY = 0.5
"""Above this load (the mean of a minute, ``getloadavg``) before it begins, the clock says as much about other programs as about this one."""


def main(rounds: int) -> None:
    """Measure and print."""
    load = os.getloadavg()[0]
    if load > BUSY:
        print(f"the machine is busy (load {load:.1f}): times on the clock are those of other programs, too")
    taken: dict[int, list[float]] = {1: [], 2: []}
    used: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for jobs in (1, 2):
                took = run((*BUILD, "--force", "--jobs", str(jobs), "--out", folder))
                taken[jobs].append(took.wall)
                used[jobs].append(took.cpu)
    for jobs, times in taken.items():
        print(
            f"--jobs {jobs}: {median(times):7.1f} s on the clock, {median(used[jobs]):7.1f} s CPU (median of {rounds})"
        )
    print(f"two processes: {median(taken[1]) / median(taken[2]):.2f} times as fast as one (goal: {GOAL:g})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
