from __future__ import annotations

import pytest

from brochures.findings import Finding
from brochures.load import load
from brochures.load.checked_files import _checked
from brochures.load.yaml_source import Manuscript, read_bytes
from tests.miniature import Miniature


def test_what_is_as_it_was_is_not_read_again(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    before = load(mini.project)
    read: list[str] = []

    def noted(data: bytes, file: str) -> tuple[Manuscript, tuple[Finding, ...]]:
        read.append(file)
        return read_bytes(data, file)

    monkeypatch.setattr("brochures.load.checked_files.read_bytes", noted)
    again = load(mini.project)
    assert read == []
    assert (again.findings, again.pieces, again.shelves) == (before.findings, before.pieces, before.shelves)
    mini.replace("content/program.yaml", "program.call:", "program.calls:")
    load(mini.project)
    assert read == ["content/program.yaml"]


def test_a_change_and_a_mistake_are_seen_and_mended(mini: Miniature) -> None:
    assert load(mini.project).findings == ()
    mini.replace("content/brochures/fold.yaml", "title: A folded", "titel: A folded")
    broken = load(mini.project)
    assert "fold" not in broken.pieces
    _checked.cache_clear()
    assert broken.findings == load(mini.project).findings != ()
    mini.replace("content/brochures/fold.yaml", "titel: A folded", "title: A folded")
    assert load(mini.project).findings == ()


def test_a_file_that_goes_and_comes_again_is_told_and_read(mini: Miniature) -> None:
    load(mini.project)
    path = mini.root / "content" / "clinic.yaml"
    data = path.read_bytes()
    path.unlink()
    told = load(mini.project).findings
    _checked.cache_clear()
    assert told == load(mini.project).findings != ()
    path.write_bytes(data)
    assert load(mini.project).findings == ()
