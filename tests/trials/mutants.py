"""Puts small mistakes into the program, one at a time, and says how many of them the tests of that room notice.

    .venv/bin/python -m tests.trials.mutants [--seed 1] [--each 20] [--jobs 1] [ROOM…]

A room is a package of ``brochures/`` or one inside it, such as ``load`` or ``load/model``, or ``pipeline``; without one, all.
Each mutant is written in a copy of the project, and the tests of its room run against it until one fails: those that run its
line, and none that cannot. A mutant on a line that no test runs counts as alive. The same seed takes the same mutants.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.trials.mutant import Mutant
from tests.trials.mutations import mutants
from tests.trials.rooms import Copy, TestsFailError, Watched, import_libraries

PROJECT = Path(__file__).parents[2]
PROGRAM = PROJECT / "brochures"

_copies: dict[int, Copy] = {}
"""The copy of the project of each process."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the mutants of a room."""

    room: str
    tried: int
    alive: tuple[Mutant, ...]
    seconds: float

    @property
    def row(self) -> str:
        """A line of the table."""
        killed = self.tried - len(self.alive)
        return f"{self.room:<20} {self.tried:>7} {killed:>7} {killed / max(self.tried, 1):>6.0%} {self.seconds:>7.0f}"


def main() -> None:
    """Try the rooms that were named."""
    asked = _arguments()
    import_libraries()
    rows = [f"{'room':<20} {'mutants':>7} {'killed':>7} {'share':>6} {'seconds':>7}"]
    with tempfile.TemporaryDirectory() as folder:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(asked.jobs, context, _open_copy, (Path(folder),)) as pool:
            for room in asked.rooms or _rooms():
                try:
                    outcome = _tried(pool, room, asked.seed, asked.each)
                except TestsFailError as wrong:
                    _say(str(wrong))
                    continue
                rows.append(outcome.row)
                _say(*_told(outcome))
    _say(f"seed {asked.seed}", *rows)


def _told(outcome: Outcome) -> Iterator[str]:
    """Yield the lines that name what is alive, each with its difference."""
    yield f"{outcome.room}: {outcome.tried - len(outcome.alive)} of {outcome.tried} killed"
    for mutant in outcome.alive:
        yield f"{mutant.place} {mutant.kind}"
        yield mutant.diff((PROJECT / mutant.file).read_bytes())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mutants", description="Says how many small mistakes the tests notice.")
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help="packages of brochures/, or pipeline (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="which mutants are taken (default: 1)")
    parser.add_argument("--each", type=int, default=20, help="mutants of a room, at most (default: 20)")
    parser.add_argument("--jobs", type=int, default=1, help="how many run at a time (default: 1)")
    return parser.parse_args()


def _rooms() -> list[str]:
    packages = sorted(path.parent.name for path in PROGRAM.glob("*/__init__.py"))
    return [*packages, *sorted(path.stem for path in PROGRAM.glob("*.py") if path.stem != "__init__")]


def _tried(pool: Executor, room: str, seed: int, each: int) -> Outcome:
    started = time.monotonic()
    sample = _sample(room, seed, each)
    tests = _tests(room)
    watched = pool.submit(_watch, tests).result() if tests else None
    for failed in sorted(watched.failed) if watched else ():
        _say(f"left out, for it fails without a mutant: {failed}")
    killed = list(pool.map(_killed, sample, [watched] * len(sample)))
    alive = tuple(mutant for mutant, gone in zip(sample, killed, strict=True) if not gone)
    return Outcome(room, len(sample), alive, time.monotonic() - started)


def _sample(room: str, seed: int, each: int) -> list[Mutant]:
    """Return the mutants of a room that the seed takes, in the order of their lines."""
    place = PROGRAM / room
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    sources = {path.relative_to(PROJECT).as_posix(): path.read_bytes() for path in files}
    found = [mutant for file, source in sources.items() for mutant in mutants(file, source)]
    random.Random(f"{seed} {room}").shuffle(found)  # noqa: S311 nothing here is secret
    taken: list[Mutant] = []
    for mutant in found:
        if len(taken) == each:
            break
        if mutant.compiles(sources[mutant.file]):
            taken.append(mutant)
    return sorted(taken, key=lambda mutant: (mutant.file, mutant.start))


def _tests(room: str) -> str | None:
    """Return where the tests of a room lie, if it has any."""
    name = room.split("/", maxsplit=1)[0]
    places = (f"tests/{name}", f"tests/test_{name}.py")
    return next((place for place in places if (PROJECT / place).exists()), None)


def _open_copy(folder: Path) -> None:
    root = folder / str(os.getpid())
    _copies[os.getpid()] = Copy(PROJECT, root)


def _watch(tests: str) -> Watched:
    return _copies[os.getpid()].watch(tests)


def _killed(mutant: Mutant, watched: Watched | None) -> bool:
    order: Sequence[str] = watched.order(mutant.file, mutant.lines) if watched else ()
    if watched is None or not order:
        return False
    source = mutant.applied((PROJECT / mutant.file).read_bytes())
    return _copies[os.getpid()].killed(mutant.file, source, order, sum(watched.seconds[test] for test in order))


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
