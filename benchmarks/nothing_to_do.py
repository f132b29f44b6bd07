"""A run with nothing to do against the import of the library that reads the command line, which such a run does not need.

.venv/bin/python -m benchmarks.nothing_to_do [ROUNDS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from functools import partial

from benchmarks.timing import BUILD, compare, run
from brochures.project.quick_answer import GRAIN


def main(rounds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        again = (*BUILD, "--out", folder)
        run(again)
        time.sleep(
            2 * GRAIN / 10**9
        )  # files that were just written are read again by each answer that is given then (quick_answer)
        said = run(again).said
        if "nothing to do" not in said:
            sys.exit(f"there was something to do:\n{said}")
        libraries = (sys.executable, "-c", "import click")
        compare(
            rounds,
            {"build.py, nothing to do": partial(run, again), "import click": partial(run, libraries)},
            1.0,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
