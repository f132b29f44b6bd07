"""How much processor time a fresh process takes, its children included, and how two ways of doing a thing compare."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Modules are kept compiled, as they are unless somebody forbids it: else our program would be compiled in each run, and libraries not."""

BUILD = (sys.executable, str(ROOT / "build.py"))


@dataclass(frozen=True)
class Took:
    """What one run took, in seconds of user and system time together and on the clock, and what it said on stderr."""

    cpu: float
    said: str
    wall: float = 0.0


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Took:
    """Run ``command`` in a fresh process and return what it took. Stop this program where it fails."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 our own programs
            command,
            stdout=subprocess.DEVNULL,
            stderr=said,
            cwd=ROOT,
            env={**os.environ, **COMPILED, **(environment or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode()
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}\n{text}")
    return Took(usage.ru_utime + usage.ru_stime, text, wall)


def compare(rounds: int, ways: Mapping[str, Callable[[], Took]], goal: float) -> None:
    """Run both ``ways`` in turn, ``rounds`` times, and print the median of each and the ratio of the first to the second."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            taken[name].append(way().cpu)
    medians = {name: median(times) for name, times in taken.items()}
    for name, seconds in medians.items():
        spread = f"{min(taken[name]):.3f} to {max(taken[name]):.3f}"
        print(f"{name:42} {seconds:7.3f} s CPU (median of {rounds}; {spread})")
    first, second = medians.values()
    print(f"{'ratio':42} {first / second:7.2f}   (goal: at most {goal:g})")
