"""The quick answer: a run that asks again what was just answered is told the same, before any library is imported.

A run with nothing to do leaves in ``out/`` what it said, beside size, times and number of every file that it depends on: words, templates,
styles, program, and all that lies in ``out/``. Where the next run is the same order on the same day and all of them are as they were, the
answer is the same. Where anything is otherwise or in doubt the run goes the long way, which alone decides.

As in git (Documentation/technical/racy-git.txt) a file that was changed about when the answer was written may have been changed once more
within one grain of its time, with the same size: such files are read, and held against their checksums. So are files on another disk than the
answer, whose clock may be another.

Only ``os``, ``sys`` and ``time`` are imported here, for that is what the quick answer is about.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator

FILE = ".nothing-to-do"
"""The file in ``out/`` that holds the answer. It may be deleted at any time."""

FORM = "nothing to do, form 1"

GRAIN = 3 * 10**9
"""In ns: the coarsest step of a disk's clock, 2 s of FAT, and a little more."""

PASSED_OVER = frozenset({FILE, ".kept", ".images"})
"""What lies in ``out/`` and decides nothing: the answer itself, and what spares work."""

_OPTIONS = ("--root", "--out")
_END = "."
"""What stands between the files and what was said."""

Looked = tuple[str, ...]
"""What is held of one file: kind of tree, size, times, number, mode, as text; then its path."""


def quick_answer(arguments: list[str], program: str) -> tuple[str, str] | None:
    """Return what a run with ``arguments`` of the program in the folder ``program`` printed and what it told on standard error; None where that is in doubt.

    What was printed has its colours. Windows keeps no time at which a file was changed whatever its own clock says: there all is in doubt.
    """
    if os.name == "nt" or "_BUILD_PY_COMPLETE" in os.environ:
        return None
    try:
        return _answer(arguments, program)
    except (OSError, ValueError, IndexError):
        return None


def _answer(arguments: list[str], program: str) -> tuple[str, str] | None:
    folders = _folders(arguments, program)
    if folders is None:
        return None
    root, out = folders
    path = os.path.join(out, FILE)
    written = os.stat(path)
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        head, _, said = file.read().partition(f"\n{_END}\n")
    lines = head.split("\n")
    if lines[0] != key(arguments, program, root, out) or not _is_day(lines[1]):
        return None
    known = dict(_parted(line) for line in lines[2:])
    if not _same(known, root, out, program, written):
        return None
    told, _, answer = said.partition("\n")
    return answer, told


def _folders(arguments: list[str], program: str) -> tuple[str, str] | None:
    """Return the folder of the project and that for its files, as far as they can be told from ``arguments`` at a glance."""
    chosen = {}
    for number, word in enumerate(arguments):
        name, sign, value = word.partition("=")
        if name in _OPTIONS:
            chosen[name] = value if sign else arguments[number + 1]
    root = os.path.realpath(chosen.get("--root") or program)
    out = os.path.realpath(chosen.get("--out") or os.path.join(root, "out"))
    return (root, out) if os.path.isfile(os.path.join(out, FILE)) else None


def key(arguments: list[str], program: str, root: str, out: str) -> str:
    """Return what must be the same for an answer to be: the order, where it was given, and what of the surroundings decides."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return ascii((FORM, arguments, os.getcwd(), program, root, out, sys.version, sys.platform, epoch))


def _is_day(days: str) -> bool:
    """Whether today is the day of the answer or one after it on which it still holds: a clock that was set back is in doubt."""
    first, last = days.split(" ")
    return first <= time.strftime("%Y-%m-%d") < last


def _parted(line: str) -> tuple[str, str]:
    """Return the path of one file with what is held of it."""
    held, _, name = line.partition("\t")
    return name, held


def _same(known: dict[str, str], root: str, out: str, program: str, written: os.stat_result) -> bool:
    """Whether every file is as it was, none is missing and none came."""
    count = 0
    for path, found in files(root, out, program):
        held = known.get(ascii(path))
        if held is None:
            return False
        state, _, total = held.rpartition(" ")
        if state != shown(found):
            return False
        since = min(written.st_mtime_ns, written.st_ctime_ns) - GRAIN
        near = found.st_dev != written.st_dev or max(found.st_mtime_ns, found.st_ctime_ns) > since
        if near and _sum(path) != total:
            return False
        count += 1
    return count == len(known)


def shown(found: os.stat_result) -> str:
    """Return what is held of a file."""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {found.st_mode}"


def _sum(path: str) -> str:
    import hashlib  # noqa: PLC0415 only for files that were just changed

    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def files(root: str, out: str, program: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield every file that an answer depends on. Raise ``ValueError`` at a link: what it leads to may change without it."""
    for name in ("content", "templates", "styles"):
        yield from _in_tree(os.path.join(root, name), lambda _: True)
    yield from _in_tree(os.path.join(program, "brochures"), lambda name: name.endswith(".py"))
    for name in ("build.py", "requirements.lock"):
        path = os.path.join(program, name)
        yield path, os.stat(path)
    yield from _in_tree(out, lambda _: True, PASSED_OVER)


def _in_tree(
    folder: str, wanted: Callable[[str], bool], passed: frozenset[str] = frozenset()
) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in passed:
                continue
            if entry.is_symlink():
                raise ValueError(entry.path)
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _in_tree(entry.path, wanted)
            elif wanted(entry.name):
                yield entry.path, entry.stat()


def bare(text: str) -> str:
    """Return ``text`` without the signs that colour it."""
    first, *rest = text.split("\x1b[")
    return first + "".join(part.partition("m")[2] for part in rest)
