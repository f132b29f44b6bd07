"""Builds that break off at any step of writing: the last good output stays whole, the next run heals, and what happened is told."""

from __future__ import annotations

import random
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from brochures.findings import BrochureError
from brochures.project import manifest
from brochures.project.kept_copies import FOLDER
from brochures.project.lock import locked
from brochures.project.paths import Project
from tests.miniature import Miniature
from tests.trials.faults import (
    CHANGED,
    at_step,
    built,
    die,
    files,
    in_a_process,
    made_in_no_time,
    no_file_larger_than,
    refuse,
    wrong_after,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are forked and killed as POSIX has it"),
]

FILE, OLD, NEW = CHANGED

SOME = 4
"""Every step was tried when this was written, with 1; every fourth is enough to notice what is new."""


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with made_in_no_time():
        yield


@pytest.fixture
def states(mini: Miniature) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What is in ``out/`` before a change of words and after it; the words are changed, the files are those of before."""
    built(mini)
    before = files(mini)
    mini.replace(FILE, OLD, NEW)
    built(mini)
    after = files(mini)
    _back(mini, before)
    return before, after


def _back(mini: Miniature, before: dict[str, bytes]) -> None:
    """Put ``out/`` back to what it was, with nothing kept."""
    for path in sorted(mini.out.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, data in before.items():
        mini.write(f"out/{name}", data)


def _at(mini: Miniature, number: int, do: Callable[[], None]) -> int:
    def work() -> int:
        at_step(number, mini.out, do)
        return any(finding.is_error for finding in built(mini).findings)

    return in_a_process(work)


States = tuple[dict[str, bytes], dict[str, bytes]]


def test_a_run_that_is_killed_at_any_step_leaves_whole_files_and_the_next_heals(
    mini: Miniature, states: States
) -> None:
    killed = 0
    for number in range(1, 200, SOME):
        ended = _at(mini, number, die)
        assert wrong_after(mini, *states) == "", number
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        killed += 1
        _back(mini, states[0])
    assert killed > 20 / SOME


def test_a_disk_that_is_full_at_any_step_is_told_and_leaves_whole_files(mini: Miniature, states: States) -> None:
    chance = random.Random(7)  # noqa: S311 the same steps in every run
    ends = set()
    for number in sorted(chance.sample(range(2, 40), 10)):
        ends.add(_at(mini, number, refuse))
        assert wrong_after(mini, *states) == "", number
        _back(mini, states[0])
    assert ends <= {0, 1}  # words or nothing at all, where what spares work could not be kept; never a traceback


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_a_disk_that_fills_up_in_the_middle_of_a_file(mini: Miniature, states: States, size: int) -> None:
    def work() -> int:
        mini.sign_again = False
        no_file_larger_than(size)
        found = built(mini).findings
        return [finding.code for finding in found if finding.is_error][:1] != ["PUB-101"]

    assert in_a_process(work) == 0
    assert wrong_after(mini, *states) == ""


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6])
def test_words_that_an_editor_has_half_saved(mini: Miniature, states: States, share: float) -> None:
    path = mini.root / FILE
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    report = built(mini)
    assert any(finding.is_error and finding.place.file for finding in report.findings)
    assert {name: data for name, data in files(mini).items() if name.endswith(".pdf")}.items() <= states[0].items()
    path.write_bytes(whole)
    assert wrong_after(mini, *states) == ""


@pytest.mark.parametrize("gone", ["templates/documents/fold.html", "styles/index.css", "content/brochures/fold.yaml"])
def test_a_file_that_is_deleted_while_a_build_runs(mini: Miniature, states: States, gone: str) -> None:
    path = mini.root / gone
    whole = path.read_bytes()

    class Deletes(list[str]):
        def append(self, _: str) -> None:
            path.unlink(missing_ok=True)

    def work() -> int:
        mini.told = Deletes()
        built(mini)  # it may end well, for it has read all of this, or say what is missing
        return 0

    assert in_a_process(work) == 0
    path.write_bytes(whole)
    assert wrong_after(mini, *states) == ""


def test_a_clock_that_was_set_back(mini: Miniature, states: States) -> None:
    built(mini)
    mini.today -= timedelta(days=90)
    built(mini)  # what was signed on a day to come is refused
    assert {name: data for name, data in files(mini).items() if name.endswith(".pdf")}.items() <= states[1].items()
    mini.today = date(1999, 1, 1)
    built(mini)
    mini.today += timedelta(days=365 * 40)
    built(mini)
    mini.today = Miniature(mini.root).today
    built(mini)
    assert files(mini) == states[1]


@pytest.mark.parametrize("what", ["manifest.json", ".nothing-to-do", FOLDER])
@pytest.mark.parametrize("harm", ["empty", "noise", "cut short", "newer", "a folder"])
def test_a_list_or_cache_that_is_damaged(mini: Miniature, states: States, what: str, harm: str) -> None:
    built(mini)
    mini.write("out/.nothing-to-do", "nothing to do, form 1\n")
    place = mini.out / what
    for path in [*place.iterdir()] if place.is_dir() else [place]:
        _harm(path, harm)
    found = built(mini).findings
    in_the_way = what == "manifest.json" and harm == "a folder"
    assert [finding.code for finding in found if finding.is_error] == (["PUB-101"] if in_the_way else [])
    if harm == "a folder" and what != FOLDER:
        place.rmdir()
    (mini.out / ".nothing-to-do").unlink(missing_ok=True)
    if in_the_way:
        built(mini)
    assert wrong_after(mini, states[1], states[1]) == ""


def _harm(path: Path, harm: str) -> None:
    whole = path.read_bytes()
    path.unlink()
    if harm == "a folder":
        path.mkdir()
        return
    noise = random.Random(3).randbytes(500)  # noqa: S311 the same noise in every run
    newer = whole.replace(f'"form": {manifest.FORM}'.encode(), b'"form": 99').replace(b"form 1", b"form 99")
    path.write_bytes({"empty": b"", "noise": noise, "cut short": whole[: len(whole) // 2], "newer": newer}[harm])


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is of Linux")
def test_an_out_that_can_only_be_read_is_told(mini: Miniature) -> None:
    project = Project.open(mini.root, Path("/proc/self"), today=mini.today)
    with pytest.raises(BrochureError) as refused, locked(project.out, lambda: None):
        pass
    (finding,) = refused.value.findings
    assert (finding.code, "/proc/" in finding.message, "--out" in finding.help) == ("PUB-101", True, True)
