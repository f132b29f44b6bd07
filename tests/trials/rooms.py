"""Runs a room's own tests in a copy of the project, with a mutant in it or with a watch on which test runs which line.

Each run is a fork of one process that has imported the libraries already, so that a run costs little more than its tests.
"""

from __future__ import annotations

import importlib
import os
import pickle
import shutil
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

LIBRARIES = (
    "citeproc", "click", "fontTools.ttLib", "jinja2", "jsonschema", "lxml.html", "PIL.Image", "pikepdf", "pydantic",
    "pyphen", "pypdf", "pypdfium2", "segno", "tinycss2", "weasyprint", "yaml",
)  # fmt: skip
LEFT = (".git", ".venv", "out", "__pycache__", ".*_cache")
"""What no copy of the project needs."""

SHORTEST = 20.0
"""Seconds that a mutant has at least; it has five times what its tests take without it."""

Line = tuple[str, int]
"""A file of the project, and the number of a line in it."""

Body = tuple[str, int, int]
"""A file of the project, and the first and last line of a function in it."""

LOOKED_AT = 20
"""So many calls of one function in one test are watched line by line; of later ones it is only known that they were made."""

NOT_PLUGINS = ("-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:faulthandler")


@dataclass(frozen=True, slots=True)
class Watched:
    """What the tests of a room run."""

    lines: dict[str, frozenset[Line]]
    """The lines of the program that each test was seen to run; fixtures that it shares with others included."""
    bodies: dict[str, frozenset[Body]]
    """The functions that each test calls."""
    seconds: dict[str, float]
    imported: frozenset[Line]
    """The lines that run before the first test."""
    outside: frozenset[str]
    """The tests that start another process of Python, of which nothing is known."""
    failed: frozenset[str]
    """The tests that fail without any mutant: they can tell nothing, and are left out."""

    def order(self, file: str, lines: tuple[int, int]) -> list[str]:
        """Return the tests that can tell of a mistake in these ``lines``, those first that say so soonest."""
        first, last = lines
        spots = {(file, line) for line in range(first, last + 1)}
        imported = not spots.isdisjoint(self.imported)
        ranks = {}
        for test, ran in self.lines.items():
            if test in self.failed:
                continue
            mine = [(begin, end) for name, begin, end in self.bodies[test] if name == file]
            if not spots.isdisjoint(ran):
                ranks[test] = 0
            elif any(begin <= last and first <= end for begin, end in mine):
                ranks[test] = 1
            elif test in self.outside:
                ranks[test] = 4
            elif imported:
                ranks[test] = 2 if mine else 3
        return sorted(ranks, key=lambda test: (ranks[test], self.seconds[test]))


class TestsFailError(Exception):
    """The tests of a room cannot be run without any mutant, so they can tell nothing."""


def import_libraries() -> None:
    """Import what every run needs but the program itself."""
    for name in LIBRARIES:
        importlib.import_module(name)


class Copy:
    """A copy of the project that mutants may be written in."""

    def __init__(self, project: Path, root: Path) -> None:
        self.root = root
        shutil.copytree(project, root, ignore=shutil.ignore_patterns(*LEFT))
        (root / ".venv").symlink_to((project / ".venv").resolve())

    def watch(self, tests: str) -> Watched:
        """Run the ``tests`` of a room and see what each runs. Raise ``TestsFailError`` where they cannot even be collected."""
        kept = self.root / "watched"
        watcher = _Watcher(f"{self.root}{os.sep}")

        def run() -> int:
            with watcher:
                code = self._pytest([tests], watcher, "--maxfail", "50")
            kept.write_bytes(pickle.dumps(watcher.watched()))
            return code

        code = self._forked(run, None)
        if code not in {0, 1}:
            raise TestsFailError(f"{tests} cannot be run as it is:\n{self._told()}")
        return Watched(*pickle.loads(kept.read_bytes()))  # noqa: S301 written by the fork above

    def killed(self, file: str, source: bytes, tests: Sequence[str], seconds: float) -> bool:
        """Say whether one of ``tests``, in this order, fails when ``file`` has this ``source``. Too long counts as a failure."""
        path = self.root / file
        before = path.read_bytes()
        compiled = list(path.parent.glob(f"__pycache__/{path.stem}.*.pyc"))
        for old in compiled:
            old.unlink()
        path.write_bytes(source)
        try:
            return (
                self._forked(lambda: self._pytest(_files(tests), _Order(tests), "-x"), max(SHORTEST, 5 * seconds)) != 0
            )
        finally:
            path.write_bytes(before)

    def _pytest(self, files: Sequence[str], plugin: object, *how: str) -> int:
        here = str(Path.cwd())
        os.chdir(self.root)
        sys.path[:] = [str(self.root), *(entry for entry in sys.path if entry not in {"", here})]
        for name in [name for name in sys.modules if name.split(".")[0] in {"tests", "brochures", "build"}]:
            del sys.modules[name]
        base = self.root / "temporary"
        arguments = [*how, "-q", "--rootdir", str(self.root), "--basetemp", str(base), *NOT_PLUGINS, *files]
        return int(pytest.main(arguments, plugins=[plugin]))

    def _forked(self, run: Callable[[], int], seconds: float | None) -> int:
        """Return the exit code of ``run`` in a process of its own; -1 when it took longer than ``seconds``."""
        sys.stdout.flush()
        child = os.fork()
        if not child:
            code = 99
            try:
                os.setsid()
                told = os.open(self.root / "told", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
                os.dup2(told, 1)
                os.dup2(told, 2)
                os.environ["PYTHONDONTWRITEBYTECODE"] = "1" if seconds else ""
                sys.dont_write_bytecode = seconds is not None
                code = run()
                sys.stdout.flush()
            except Exception:  # noqa: BLE001 the process ends here, and must say why
                traceback.print_exc()
            finally:
                os._exit(code)
        return _waited(child, seconds)

    def _told(self) -> str:
        return (self.root / "told").read_text(encoding="utf-8", errors="replace")[-4000:]


def _waited(child: int, seconds: float | None) -> int:
    until = time.monotonic() + seconds if seconds else float("inf")
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return -1
        time.sleep(0.01)


def _files(tests: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(test.split("::", maxsplit=1)[0] for test in tests))


class _Order:
    """Lets pytest run these tests only, in this order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._rank = {test: rank for rank, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Drop the others and sort what is left."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self._rank), key=lambda item: self._rank[item.nodeid]
        )


@dataclass(eq=False)
class _Watcher:
    """Sees which lines run under which test, in every thread. A fixture that tests share is seen once, and told of each that uses it."""

    root: str
    runs: dict[str, set[Line]] = field(default_factory=dict)
    called: dict[str, dict[int, int]] = field(default_factory=dict)
    codes: dict[int, CodeType] = field(default_factory=dict)
    shared: dict[str, Collection[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    outside: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    now: list[str] = field(default_factory=lambda: [""])

    def __enter__(self) -> None:
        sys.addaudithook(self._started)
        sys.settrace(self._called)
        threading.settrace(self._called)

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)
        threading.settrace(None)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Watch one test."""
        self.shared[item.nodeid] = tuple(getattr(item, "fixturenames", ()))
        started = time.monotonic()
        with self._for(item.nodeid):
            result = yield
        self.seconds[item.nodeid] = time.monotonic() - started
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember a test that fails."""
        if report.failed:
            self.failed.add(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """Watch a fixture apart from the test that was the first to ask for it."""
        if fixturedef.scope == "function":
            return (yield)
        with self._for(f"fixture {fixturedef.argname}"):
            return (yield)

    def watched(self) -> tuple[Any, ...]:
        """Return what was seen, as the parts of ``Watched``."""
        bodies = {name: {self._body(self.codes[key]) for key in calls} for name, calls in self.called.items()}
        return (
            self._shared(self.runs),
            self._shared(bodies),
            self.seconds,
            frozenset(self.runs.get("", ())),
            frozenset(self.outside & set(self.shared)),
            frozenset(self.failed),
        )

    def _shared(self, seen: Mapping[str, Collection[Any]]) -> dict[str, frozenset[Any]]:
        """Return what was seen under each test together with what was seen under its fixtures."""
        return {
            test: frozenset().union(seen.get(test, ()), *(seen.get(f"fixture {name}", ()) for name in names))
            for test, names in self.shared.items()
        }

    def _body(self, code: CodeType) -> Body:
        lines = [line for _, _, line in code.co_lines() if line]
        return code.co_filename[len(self.root) :], code.co_firstlineno, max(lines, default=code.co_firstlineno)

    @contextmanager
    def _for(self, name: str) -> Iterator[None]:
        self.now.append(name)
        try:
            yield
        finally:
            self.now.pop()

    def _started(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "os.fork" or (event == "subprocess.Popen" and "python" in f"{arguments[0]}{arguments[1]}"):
            self.outside.add(self.now[-1])

    def _called(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        code = frame.f_code
        name = code.co_filename
        if not name.startswith(self.root) or not name.startswith("brochures", len(self.root)):
            return None
        file, now = name[len(self.root) :], self.now[-1]
        calls = self.called.setdefault(now, {})
        key = id(code)
        number = calls[key] = calls.get(key, 0) + 1
        if number > LOOKED_AT:
            return None
        self.codes[key] = code
        seen = self.runs.setdefault(now, set())
        seen.add((file, frame.f_lineno))

        def line(frame: FrameType, _event: str, _argument: Any) -> Any:
            seen.add((file, frame.f_lineno))
            return line

        return line
