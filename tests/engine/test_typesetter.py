from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from brochures.engine.typesetter import FOLDER, Typesetter, _sweep
from brochures.project.lock import LOCK, hold


def _fresh(typesetter: Typesetter) -> Typesetter:
    return Typesetter(typesetter.root, typesetter.root / "styles" / "index.css")


def test_each_process_keeps_its_copies_of_the_fonts_to_itself(
    typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = _fresh(typesetter)
    for process in (os.getpid(), 1_000_001, 1_000_002):
        monkeypatch.setattr(os, "getpid", lambda process=process: process)
        fresh._styles.cache_clear()
        fresh.set("<html lang='en'><title>t</title><p>a</p>", "screen", tagged=False)
        assert Path(fresh._fonts._folder).name == str(process)
        assert any(Path(fresh._fonts._folder).iterdir())
    monkeypatch.undo()


def test_the_copies_of_the_fonts_are_gone_with_the_typesetter(typesetter: Typesetter) -> None:
    fresh = _fresh(typesetter)
    fresh.set("<html lang='en'><title>t</title><p>a</p>", "screen", tagged=False)
    folder = fresh._folder
    assert folder.is_dir()
    del fresh
    gc.collect()
    assert not folder.exists()


def test_a_forked_process_does_not_sweep_what_the_others_still_use(tmp_path: Path) -> None:
    lock = hold(tmp_path)
    _sweep(tmp_path, os.getpid() + 1, lock)
    assert tmp_path.is_dir()
    _sweep(tmp_path, os.getpid(), lock)
    assert (tmp_path.exists(), lock.closed) == (False, True)


def test_the_folders_of_processes_that_were_killed_are_swept_and_no_others(
    typesetter: Typesetter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brochures.engine.typesetter.gettempdir", lambda: str(tmp_path))
    dead, lives, mine, other = (
        tmp_path / f"{FOLDER}{name}" for name in ("1000001-a", "1000002-b", f"{os.getpid()}-c", "1000003-d")
    )
    for folder in (dead, lives, mine, other):
        (folder / "fonts").mkdir(parents=True)
        if folder != other:
            (folder / LOCK).touch()
    monkeypatch.setattr("brochures.engine.typesetter.is_held", lambda folder: folder == lives)
    fresh = _fresh(typesetter)
    assert [folder.exists() for folder in (dead, lives, mine, other)] == [False, True, True, True]
    assert fresh._folder.name.startswith(f"{FOLDER}{os.getpid()}-")
    assert (fresh._folder / LOCK).is_file()
