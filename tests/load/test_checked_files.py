from __future__ import annotations

import pytest

from brochures.load import load
from brochures.load.checked_files import Checked, CheckedFiles
from brochures.load.model.base import Model
from brochures.project.paths import Project
from tests.miniature import Miniature


def test_what_is_as_it_was_is_not_read_again(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    files = CheckedFiles()
    before = load(mini.project, files)
    read: list[str] = []

    def noted(_: Project, name: str, __: type[Model]) -> Checked:
        read.append(name)
        return None, None, ()

    monkeypatch.setattr("brochures.load.checked_files._checked", noted)
    again = load(mini.project, files)
    assert read == []
    assert (again.findings, again.pieces, again.shelves) == (before.findings, before.pieces, before.shelves)
    mini.replace("content/program.yaml", "program.call:", "program.calls:")
    load(mini.project, files)
    assert read == ["program.yaml"]


def test_a_change_and_a_mistake_are_seen_and_mended(mini: Miniature) -> None:
    files = CheckedFiles()
    assert load(mini.project, files).findings == ()
    mini.replace("content/brochures/fold.yaml", "title: A folded", "titel: A folded")
    broken = load(mini.project, files)
    assert "fold" not in broken.pieces
    assert broken.findings == load(mini.project).findings != ()
    mini.replace("content/brochures/fold.yaml", "titel: A folded", "title: A folded")
    assert load(mini.project, files).findings == ()


def test_a_file_that_goes_and_comes_again_is_told_and_read(mini: Miniature) -> None:
    files = CheckedFiles()
    load(mini.project, files)
    path = mini.root / "content" / "clinic.yaml"
    data = path.read_bytes()
    path.unlink()
    assert [one.code for one in load(mini.project, files).findings] == [one.code for one in load(mini.project).findings]
    path.write_bytes(data)
    assert load(mini.project, files).findings == ()
