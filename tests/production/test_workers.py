"""Who makes the files: one after the other or side by side, each told of, and the typesetter opened once and only when needed."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.findings import BrochureError, Finding, Place, Severity, codes
from brochures.pdf.file import File
from brochures.production.results import Refused
from brochures.production.stages import Stages, converted_images, unswept
from brochures.production.workers import Workers, _inherited, at_a_time, end_with_parent
from brochures.project.edition import Edition
from brochures.project.paths import ROOT
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature
from tests.silent_engine import SilentEngine

WRONG = Finding("ENG-101", Severity.ERROR, "no Pango")


@pytest.fixture
def compositions(mini: Miniature) -> list[Composition]:
    job = resolve(mini.project, mini.load(), "fold")
    return [*compose(Templates.read(mini.project), job, Edition.DESK, proof=False)] * 2


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each file hold the number of the process that made it."""
    monkeypatch.setattr(Stages, "make", lambda _, one: File(one, str(os.getpid()).encode(), 1, ()))


Open = Callable[..., tuple[Workers, list[str], list[int]]]


@pytest.fixture
def opened(mini: Miniature) -> Open:
    """Return workers with what they tell of and how often they open the typesetter."""

    def work(*, refuses: bool = False) -> tuple[Workers, list[str], list[int]]:
        told: list[str] = []
        starts: list[int] = []

        def start(_: Any) -> Any:
            starts.append(1)
            if refuses:
                raise BrochureError(WRONG)
            return SilentEngine()

        return Workers(mini.project, Templates.read(mini.project), start, told.append), told, starts

    return work


def test_where_there_is_nothing_to_make_nothing_is_opened(opened: Open) -> None:
    workers, told, starts = opened()
    assert (workers.make([]), told, starts, workers.versions()) == ([], [], [], None)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(("jobs", "side_by_side"), [(1, False), (2, True), (9, True)])
def test_files_come_in_their_order_each_told_of_by_piece_and_name(
    opened: Open, compositions: list[Composition], jobs: int, *, side_by_side: bool
) -> None:
    workers, told, starts = opened()
    files = workers.make(compositions, jobs)
    assert [one.composition for one in files] == compositions
    assert sorted(told) == sorted(["fold (desk)", "fold (desk-instructions)"] * 2)
    assert starts == [1]
    pids = {one.data for one in files if isinstance(one, File)}
    assert (str(os.getpid()).encode() in pids) is not side_by_side
    workers.make(compositions[:1], jobs)
    assert (starts, _inherited) == ([1], [])
    assert workers.versions() == {"weasyprint": "70"}


@pytest.mark.usefixtures("made")
def test_one_file_is_made_in_this_process_however_many_may_be(opened: Open, compositions: list[Composition]) -> None:
    (file,) = opened()[0].make(compositions[:1], 4)
    assert isinstance(file, File)
    assert file.data == str(os.getpid()).encode()


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_where_no_process_can_be_forked_files_are_made_one_by_one_whoever_asks_for_more(
    opened: Open, compositions: list[Composition], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    files = opened()[0].make(compositions, 4)
    assert {one.data for one in files if isinstance(one, File)} == {str(os.getpid()).encode()}


def test_a_worker_ends_when_the_run_that_it_works_for_is_killed() -> None:
    # The run tells the number of its worker and is killed; both hold the pipe, which ends when the last of them does.
    run = """
import os, signal, time
from brochures.production.workers import end_with_parent
import multiprocessing

def work():
    end_with_parent()
    print(os.getpid(), flush=True)
    time.sleep(60)

worker = multiprocessing.get_context("fork").Process(target=work)
worker.start()
time.sleep(0.5)
os.kill(os.getpid(), signal.SIGKILL)
"""
    killed = subprocess.run(  # noqa: S603 our own program
        [sys.executable, "-c", run], capture_output=True, text=True, check=False, timeout=20, cwd=ROOT
    )
    assert killed.returncode == -signal.SIGKILL
    assert killed.stdout.strip().isdigit()
    end_with_parent()  # a process that works for no run goes on


def test_a_typesetter_that_cannot_be_opened_refuses_every_file(opened: Open, compositions: list[Composition]) -> None:
    workers, told, _ = opened(refuses=True)
    assert workers.make(compositions) == [Refused(one, (WRONG,)) for one in compositions]
    assert (told, workers.versions()) == ([], None)


@pytest.mark.parametrize(("platform", "number"), [("linux", 3), ("darwin", 1), ("win32", 1)])
def test_as_many_files_are_made_at_a_time_as_there_are_processors(
    monkeypatch: pytest.MonkeyPatch, platform: str, number: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2})
    monkeypatch.setattr(sys, "platform", platform)
    assert at_a_time() == number
    assert at_a_time(2) == min(number, 2)


def test_garbage_is_not_looked_for_while_a_file_is_made() -> None:
    assert gc.isenabled()
    with unswept():
        assert not gc.isenabled()
        with unswept():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_converted_images_are_kept_in_a_hidden_folder_of_the_output(mini: Miniature) -> None:
    assert converted_images(mini.project) == mini.out / ".images"


COLOUR = codes.UNKNOWN_PROPERTY.at(
    Place("styles/base.css", 28, 6), "there is no property 'colour'", "did you mean 'color'?"
)


@pytest.mark.usefixtures("made")
def test_styles_that_the_engine_leaves_out_refuse_every_file_but_for_a_look(
    mini: Miniature, compositions: list[Composition], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Finding, ...]] = []
    told_of: list[str] = []

    def ignored(_: Any, __: Any, told: tuple[Finding, ...]) -> tuple[Finding, ...]:
        asked.append(told)
        return (COLOUR,)

    monkeypatch.setattr("brochures.production.workers.ignored_styles", ignored)

    def workers(*, look: bool) -> Workers:
        start: Any = lambda _: SilentEngine()  # noqa: E731 it is called once
        return Workers(mini.project, Templates.read(mini.project), start, told_of.append, look=look)

    assert workers(look=False).make(compositions) == [Refused(one, (COLOUR,)) for one in compositions]
    assert all(isinstance(one, File) for one in workers(look=True).make(compositions, 1))
    assert workers(look=False).ignored_styles((WRONG,)) == (COLOUR,)
    assert asked == [(), (), (WRONG,)]
