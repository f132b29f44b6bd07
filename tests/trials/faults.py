"""Runs that die or are refused at any step: the miniature project is built in a process that is killed, or that the disk refuses.

    python -m tests.trials.faults --times N [--seed S]

Each time words are changed and a whole build, engine and all, is killed at a moment by chance. Then each file in ``out/`` must be one that a build made from the words
before or from those now, to the byte; the next build must end well, with the files and the manifest that a build from nothing makes; and nothing else may be left.
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import json
import os
import random
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

from brochures.compose.html import Composition
from brochures.pdf.file import File
from brochures.production.stages import Stages
from brochures.project.kept_copies import FOLDER
from brochures.project.lock import locked
from brochures.project.stopwatch import seconds
from tests.miniature import Miniature

CHANGED = "content/program.yaml", "Call us at", "Do call us at"
"""A file, words in it that several pieces print, and what they become."""

WRITES = frozenset(
    {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.utime", "shutil.rmtree"}
)
"""What Python tells of (PEP 578) before it changes something on the disk, and ``open`` before it reads, too."""


@contextmanager
def made_in_no_time() -> Iterator[None]:
    """Let files be made without an engine: a few bytes that depend on their words."""
    before = Stages.make

    def make(_: Stages, composition: Composition) -> File:
        return File(composition, hashlib.sha256(composition.html.encode()).hexdigest().encode() * 99, 1, ())

    Stages.make = make  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        Stages.make = before  # type: ignore[method-assign]


def files(mini: Miniature) -> dict[str, bytes]:
    """Return all that is in ``out/`` but for what is kept there to spare work."""
    found = (path for path in mini.out.rglob("*") if path.is_file() and FOLDER not in path.parts)
    return {path.relative_to(mini.out).as_posix(): path.read_bytes() for path in found}


def built(mini: Miniature) -> Any:
    """Build as the command line does, alone in ``out/``, and return the report."""
    with locked(mini.project.out, lambda: None):
        return mini.build()


def in_a_process(work: Callable[[], Any]) -> int:
    """Do ``work`` in a process of its own, forked from this one; return its exit code, below zero for the signal that ended it."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = int(work() or 0)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def at_step(number: int, folder: Path, do: Callable[[], None]) -> None:
    """Call ``do`` before the step ``number`` (from 1) that this process takes to change something below ``folder``. It cannot be taken back."""
    top, count = str(folder), 0

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event not in WRITES or not str(arguments[0]).startswith(top):
            return
        if event == "open" and not any(sign in str(arguments[1]) for sign in "wax+"):
            return
        count += 1
        if count == number:
            do()

    sys.addaudithook(hear)


def die() -> None:
    """End this process as a power cut does: nothing is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


def refuse() -> None:
    """Say what the system says of a disk that is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def no_file_larger_than(size: int) -> None:
    """Let the system cut off each file that this process writes at ``size`` bytes, as a disk that fills up does."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def wrong_after(mini: Miniature, before: dict[str, bytes], after: dict[str, bytes]) -> str:
    """Return what is not as it must be when a build from the words that gave ``before`` to those that give ``after`` broke off; empty: nothing."""
    lists = {"manifest.json", ".nothing-to-do", ".lock"}
    for name, data in files(mini).items():
        if not name.endswith(".unfinished") and name not in lists and data not in {before.get(name), after.get(name)}:
            return f"{name} is neither the last good one nor the new one"
    sums = {hashlib.sha256(data).hexdigest() for data in (*before.values(), *after.values())}
    pieces = json.loads((mini.out / "manifest.json").read_bytes())["pieces"].values()
    if not sums.issuperset(output["sha256"] for piece in pieces for output in piece["outputs"].values()):
        return "the manifest speaks of files that are neither the last good ones nor the new ones"
    findings = built(mini).findings
    if any(finding.is_error for finding in findings):
        return f"the next run finds {findings[0].message}"
    if files(mini) != after:
        return f"the next run leaves {sorted(set(files(mini)) ^ set(after)) or 'other bytes'}"
    left = [path.name for path in mini.out.rglob("*.unfinished")]
    return f"left behind: {left}" if left else ""


def killed_at_a_moment(mini: Miniature, after: float) -> int:
    """Build in a process that is killed after so many seconds, its workers with it; return how it ended."""

    def work() -> int:
        alarm = Timer(after, die)
        alarm.daemon = True
        alarm.start()
        with locked(mini.project.out, lambda: None):
            mini.build(jobs=2)
        return 0

    return in_a_process(work)


def main(times: int, seed: int) -> bool:
    """Kill ``times`` builds; return whether all went well."""
    chance, good = random.Random(seed), 0  # noqa: S311 the same moments in every run
    with tempfile.TemporaryDirectory() as folder:
        mini = Miniature.copied_to(Path(folder) / "project")
        file, old, new = CHANGED
        built(mini)
        states = [files(mini)]
        mini.replace(file, old, new)
        began = seconds()
        built(mini)
        lasts = seconds() - began
        states.append(files(mini))
        for _ in range(times):
            mini.replace(file, new, old)
            old, new = new, old
            states.reverse()
            if chance.random() < 0.7:
                for path in (mini.out / FOLDER).glob("*"):
                    path.unlink()
            after = chance.uniform(0, lasts)
            ended = killed_at_a_moment(mini, after)
            wrong = wrong_after(mini, *states)
            sys.stdout.write(f"{after:6.2f} s, {'killed' if ended < 0 else 'ended'}: {wrong or 'whole, and healed'}\n")
            good += not wrong
    sys.stdout.write(f"{good} of {times} were whole, and healed by the next run\n")
    return good == times


if __name__ == "__main__":
    ways = argparse.ArgumentParser()
    ways.add_argument("--times", type=int, default=20)
    ways.add_argument("--seed", type=int, default=2026)
    chosen = ways.parse_args()
    sys.exit(not main(chosen.times, chosen.seed))
