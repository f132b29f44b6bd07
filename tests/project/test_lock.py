"""One run at a time: each other run is a process of its own, which says what it has and does what it is told."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any

import pytest

from brochures.findings import BrochureError
from brochures.project import lock
from brochures.project.atomic import UNFINISHED
from brochures.project.lock import LOCK, hold, is_held, locked, tidy
from brochures.project.paths import ROOT

RUN = """
import sys
from pathlib import Path
from brochures.project.lock import locked
with locked(Path(sys.argv[1]), lambda: print("waits", flush=True)):
    print("has it", flush=True)
    sys.stdin.readline()
"""


class Run:
    """Another run that holds a folder, or waits for it."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(  # noqa: S603 our own program
            [sys.executable, "-S", "-c", RUN, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def says(self) -> str:
        """Return its next line."""
        stream: IO[str] | None = self.process.stdout
        return stream.readline().strip() if stream else ""

    def ends(self) -> int:
        """Let it go on to its end; return its exit code."""
        self.process.communicate("go on\n", timeout=20)
        return self.process.returncode


@pytest.fixture
def runs() -> Iterator[Any]:
    with ExitStack() as stack:

        def start(folder: Path) -> Run:
            run = Run(folder)
            stack.enter_context(run.process)
            stack.callback(run.process.kill)
            return run

        yield start


def test_a_second_run_says_so_and_waits_until_the_first_has_finished(tmp_path: Path, runs: Any) -> None:
    first = runs(tmp_path)
    assert first.says() == "has it"
    assert is_held(tmp_path)
    second = runs(tmp_path)
    assert second.says() == "waits"
    assert first.ends() == 0
    assert second.says() == "has it"
    assert is_held(tmp_path)
    assert second.ends() == 0
    assert not is_held(tmp_path)
    assert [*tmp_path.iterdir()] == []


def test_the_lock_of_a_run_that_was_killed_is_nobody_s(tmp_path: Path, runs: Any) -> None:
    first = runs(tmp_path)
    assert first.says() == "has it"
    first.process.kill()
    first.process.wait()
    assert (tmp_path / LOCK).is_file()
    assert not is_held(tmp_path)
    waited: list[int] = []
    with locked(tmp_path, lambda: waited.append(1)):
        assert (tmp_path / LOCK).is_file()
    assert waited == []
    assert not (tmp_path / LOCK).exists()


def test_what_a_killed_run_left_is_swept_by_the_next_even_where_nothing_is_to_be_done(
    tmp_path: Path, runs: Any
) -> None:
    def left() -> list[str]:
        return sorted(path.name for path in tmp_path.iterdir())

    (tmp_path / f".a{UNFINISHED}").touch()
    tidy(tmp_path)
    assert left() == [f".a{UNFINISHED}"]  # without a lock no run was killed here
    first = runs(tmp_path)
    assert first.says() == "has it"
    (tmp_path / f".b{UNFINISHED}").touch()
    tidy(tmp_path)
    assert left() == [f".b{UNFINISHED}", LOCK]  # the first swept when it began, and is at work
    first.process.kill()
    first.process.wait()
    tidy(tmp_path)
    assert left() == []
    tidy(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_is_made_for_the_run_and_goes_with_it_where_nothing_came_into_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    with locked(folder, lambda: None):
        assert folder.is_dir()
    assert [*tmp_path.iterdir()] == []
    with locked(folder, lambda: None):
        (folder / "file").touch()
    assert [path.name for path in folder.iterdir()] == ["file"]
    with pytest.raises(ZeroDivisionError), locked(folder, lambda: None):
        raise ZeroDivisionError
    assert [path.name for path in folder.iterdir()] == ["file"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(BrochureError) as told, locked(tmp_path / "out", lambda: None):
        pass
    (finding,) = told.value.findings
    assert (finding.code, finding.place.file) == ("PUB-101", "out")
    with pytest.raises(BrochureError) as told, locked(tmp_path / "out" / "more", lambda: None):
        pass
    assert f"{tmp_path / 'out'} is a file, and should be a folder" in str(told.value)


def test_a_disk_that_knows_no_locks_is_written_to_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_take", refuse)
    with locked(tmp_path, lambda: None):
        assert not is_held(tmp_path)


def test_a_lock_that_another_run_removed_while_we_waited_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []

    def take(file: Any, *, wait: bool) -> None:
        taken.append(wait)
        if len(taken) == 1:
            (tmp_path / LOCK).unlink()
        if len(taken) == 2:
            (tmp_path / LOCK).rename(tmp_path / "other")
            (tmp_path / LOCK).touch()
        assert not file.closed

    monkeypatch.setattr(lock, "_take", take)
    held = hold(tmp_path)
    assert len(taken) == 3
    assert os.path.samestat((tmp_path / LOCK).stat(), os.fstat(held.fileno()))
    held.close()


def test_windows_locks_the_first_byte_and_waits_ten_seconds_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def locking(_: int, mode: int, count: int) -> None:
        assert count == 1
        calls.append(mode)
        if mode == 2 or len(calls) < 4:
            raise OSError(errno.EACCES if mode == 2 else errno.EDEADLK, "no")

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_LOCK=1, LK_NBLCK=2))
    monkeypatch.setattr(sys, "platform", "win32")
    waited: list[int] = []
    with locked(tmp_path, lambda: waited.append(1)):
        assert (waited, calls) == ([1], [2, 1, 1, 1])
