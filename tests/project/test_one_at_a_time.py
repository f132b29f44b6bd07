from __future__ import annotations

import multiprocessing
import os
from pathlib import Path
from typing import Any

import pytest

from brochures.findings import BrochureError
from brochures.project import one_at_a_time
from brochures.project.one_at_a_time import take


def _elsewhere(path: Path, begun: Any, done: Any) -> None:
    setattr(one_at_a_time, "now", lambda: "2026-03-01 14:03")  # noqa: B010 this process ends with it
    held = take(path, "another preview")
    begun.set()
    done.wait()
    held.release()


def _refusal(path: Path) -> str:
    with pytest.raises(BrochureError) as refused:
        take(path, "this one")
    (finding,) = refused.value.findings
    assert finding.code == "TOO-232"
    return finding.message


def test_another_process_is_told_who_holds_it_since_when(tmp_path: Path) -> None:
    path = tmp_path / "before" / ".editor"
    context = multiprocessing.get_context("fork")
    begun, done = context.Event(), context.Event()
    other = context.Process(target=_elsewhere, args=(path, begun, done))
    other.start()
    begun.wait()
    try:
        said = _refusal(path)
    finally:
        done.set()
        other.join()
    assert said == f"another preview (process {other.pid}), since 2026-03-01 14:03 writes there; nothing was written"
    take(path, "this one").release()
    assert list(path.parent.iterdir()) == []


def test_the_same_process_is_told_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_at_a_time, "now", lambda: "2026-03-01 14:03")
    path = tmp_path / "before" / ".editor"
    held = take(path, "the first")
    assert _refusal(path).startswith(f"the first (process {os.getpid()}), since 2026-03-01 14:03")
    held.release()
    held.release()
    take(path, "the second").release()


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "before" / ".editor"
    context = multiprocessing.get_context("fork")
    begun = context.Event()
    other = context.Process(target=_elsewhere, args=(path, begun, context.Event()))
    other.start()
    begun.wait()
    other.kill()
    other.join()
    take(path, "this one").release()


def test_the_folder_is_its_owner_s_alone(tmp_path: Path) -> None:
    held = take(tmp_path / "before" / ".editor", "this one")
    assert (tmp_path / "before").stat().st_mode & 0o777 == 0o700
    held.release()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "before").write_bytes(b"")
    with pytest.raises(BrochureError) as refused:
        take(tmp_path / "before" / ".editor", "this one")
    assert refused.value.findings[0].code == "PUB-101"
