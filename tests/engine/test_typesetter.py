from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from brochures.engine.typesetter import Typesetter, _sweep


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
    _sweep(tmp_path, os.getpid() + 1)
    assert tmp_path.is_dir()
    _sweep(tmp_path, os.getpid())
    assert not tmp_path.exists()
