from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from brochures.findings import BrochureError, Finding, Place, Severity
from brochures.project.atomic import remove, replace, replace_folder

FULL = OSError(28, "No space left on device")


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def _refusal(call: Callable[[], None]) -> Finding:
    with pytest.raises(BrochureError) as refused:
        call()
    (finding,) = refused.value.findings
    return finding


def _refusing(monkeypatch: pytest.MonkeyPatch, name: str, folder: Path, times: int = 1) -> None:
    """Let the ``times``-th call of ``Path.name`` inside ``folder`` be refused by the system."""
    real = getattr(Path, name)
    calls: list[Path] = []

    def call(path: Path, *arguments: object, **more: object) -> object:
        if path.is_relative_to(folder):
            calls.append(path)
            if len(calls) == times:
                raise FULL
        return real(path, *arguments, **more)

    monkeypatch.setattr(Path, name, call)


def test_a_file_is_written_with_its_folders_and_everybody_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "out" / "fold" / "fold.pdf"
    replace(path, b"one")
    replace(path, b"two")
    assert path.read_bytes() == b"two"
    assert _mode(path) == 0o644
    assert [one.name for one in path.parent.iterdir()] == ["fold.pdf"]


@pytest.mark.parametrize("step", ["replace", "chmod", "mkdir"])
def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "fold" / "fold.pdf"
    replace(path, b"old")
    _refusing(monkeypatch, step, tmp_path)
    assert _refusal(lambda: replace(path, b"new", "fold", "desk")) == Finding(
        code="PUB-101",
        severity=Severity.ERROR,
        message="cannot write into fold/: No space left on device",
        help="free some space, or allow writing there",
        place=Place("fold.pdf"),
        piece="fold",
        edition="desk",
    )
    assert path.read_bytes() == b"old"
    assert [one.name for one in path.parent.iterdir()] == ["fold.pdf"]


def test_a_file_is_made_beside_its_target_under_a_hidden_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    real = os.fdopen

    def look(*arguments: object, **more: object) -> object:
        seen.append([path.name for path in tmp_path.iterdir()])
        return real(*arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "fdopen", look)
    replace(tmp_path / "fold.pdf", b"new")
    ((name,),) = seen
    assert name.startswith(".fold.pdf.")


def test_a_folder_holds_what_was_given_and_nothing_that_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "fold" / "proof"
    replace_folder(folder, {"a.png": b"a", "b.png": b"b"})
    replace_folder(folder, {"b.png": b"new", "c.png": b"c"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"b.png": b"new", "c.png": b"c"}
    assert (_mode(folder), {_mode(path) for path in folder.iterdir()}) == (0o755, {0o644})
    assert [path.name for path in folder.parent.iterdir()] == ["proof"]


@pytest.mark.parametrize(
    ("step", "times"),
    [
        pytest.param("write_bytes", 1, id="at its first file"),
        pytest.param("write_bytes", 2, id="at its second file"),
        pytest.param("replace", 1, id="as the old one moves away"),
        pytest.param("replace", 2, id="as the new one takes its place"),
    ],
)
def test_a_folder_that_cannot_be_made_is_told_and_the_old_one_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, times: int
) -> None:
    folder = tmp_path / "out" / "proof"
    replace_folder(folder, {"a.png": b"old"})
    _refusing(monkeypatch, step, tmp_path, times)
    found = _refusal(lambda: replace_folder(folder, {"a.png": b"new", "b.png": b"b"}, "fold", "screen"))
    assert (found.code, found.message, found.place) == (
        "PUB-101",
        "cannot write into out/: No space left on device",
        Place("proof"),
    )
    assert (found.piece, found.edition) == ("fold", "screen")
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.png": b"old"}
    assert [path.name for path in folder.parent.iterdir()] == ["proof"]


def test_a_folder_whose_parent_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, and no folder")
    found = _refusal(lambda: replace_folder(tmp_path / "out" / "proof", {"a.png": b"a"}))
    assert found.message.startswith("cannot write into out/: ")
    assert (found.piece, found.edition) == ("", "")


def test_only_files_that_the_pattern_matches_are_deleted(tmp_path: Path) -> None:
    for name in ("a.png", "b.png", "a.pdf"):
        (tmp_path / name).write_bytes(b"")
    remove(tmp_path, "*.png")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_file_that_cannot_be_deleted_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    found = _refusal(lambda: remove(tmp_path, "*.png", "fold"))
    assert (found.code, found.place, found.piece, found.edition) == ("PUB-101", Place("a.png"), "fold", "")
    assert found.message.startswith(f"cannot write into {tmp_path.name}/: ")
