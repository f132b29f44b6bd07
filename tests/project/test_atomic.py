from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from brochures.findings import BrochureError, Finding, Place, Severity
from brochures.project.atomic import UNFINISHED, refused, remove, replace, replace_folder, sweep

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


@pytest.fixture(params=[0o022, 0o077, 0o002])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """What the system takes away from the rights of new files."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_files_and_folders_get_the_rights_that_the_system_gives_new_ones(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "out" / "fold" / "fold.pdf"
    replace(path, b"one")
    replace(path, b"two")
    replace_folder(path.parent / "proof", {"a.png": b"a"})
    assert path.read_bytes() == b"two"
    assert {_mode(one) for one in (path, path.parent / "proof" / "a.png")} == {0o666 & ~umask}
    assert {_mode(one) for one in (path.parent, path.parent / "proof", path.parents[1])} == {0o777 & ~umask}
    assert sorted(one.name for one in path.parent.iterdir()) == ["fold.pdf", "proof"]


@pytest.mark.parametrize("step", ["replace", "open", "mkdir"])
def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "fold" / "fold.pdf"
    replace(path, b"old")
    _refusing(monkeypatch, step, tmp_path)
    assert _refusal(lambda: replace(path, b"new", "fold", "desk")) == Finding(
        code="PUB-101",
        severity=Severity.ERROR,
        message=f"cannot write {path}: the disk is full",
        help="free some space, or name another folder with --out",
        place=Place("fold.pdf"),
        piece="fold",
        edition="desk",
    )
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [one.name for one in path.parent.iterdir()] == ["fold.pdf"]


REASONS = {
    errno.EDQUOT: ("your share of the disk is full", "free some space"),
    errno.EFBIG: ("the file is too large for this disk", "on another disk"),
    errno.EROFS: ("the disk can only be read", "that can be written"),
    errno.EACCES: ("writing there is not allowed", "allow writing there"),
    errno.EPERM: ("writing there is not allowed", "allow writing there"),
    errno.EISDIR: ("a folder of this name is in the way", "rename or remove that folder"),
    errno.ELOOP: ("a link leads in a circle", "remove the link"),
    errno.ENAMETOOLONG: ("the name is too long for this disk", "shorten the name"),
    errno.EIO: ("the disk does not work", "look at the disk"),
    errno.ENOENT: ("the folder is not there, and cannot be made", "look whether the disk is still there"),
    errno.EBUSY: ("of another kind", "look whether the folder is there and can be written"),
}


@pytest.mark.parametrize("number", REASONS)
def test_each_reason_is_told_in_words_with_its_mend(tmp_path: Path, number: int) -> None:
    (finding,) = refused(tmp_path / "a.pdf", OSError(number, "of another kind")).findings
    reason, mend = REASONS[number]
    assert finding.message == f"cannot write {tmp_path / 'a.pdf'}: {reason}"
    assert mend in finding.help


def test_the_file_that_stands_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, and no folder")
    for call in (lambda: replace(tmp_path / "out/fold/fold.pdf", b"a"), lambda: replace(tmp_path / "out/a.pdf", b"a")):
        finding = _refusal(call)
        assert finding.message.endswith(f": {tmp_path / 'out'} is a file, and should be a folder")
        assert finding.help == "rename or remove that file, or name another folder with --out"


def test_a_folder_that_stands_where_a_file_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    assert _refusal(lambda: replace(tmp_path / "a.pdf", b"a")).message.endswith("a folder of this name is in the way")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_on_windows_an_open_file_and_a_long_path_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.touch()
    long = tmp_path / ("a" * (249 - len(str(tmp_path)) - 1))
    told = {}
    monkeypatch.setattr(os, "name", "nt")
    for name, one, number in (
        ("open", path, 13),
        ("long", long, 2),
        ("gone", long.with_name("b"), 2),
        ("new", long, 13),
    ):
        (told[name],) = refused(one, OSError(number, "no")).findings
    monkeypatch.undo()
    assert told["open"].message == f"cannot write {path}: it is open in another program"
    assert told["open"].help == "close it in the viewer, and build again"
    assert told["long"].message.endswith("the name is too long for this disk")
    assert told["gone"].message.endswith("the folder is not there, and cannot be made")
    assert told["new"].message.endswith("writing there is not allowed")


def test_a_file_is_made_beside_its_target_under_a_hidden_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = Path.replace

    def look(path: Path, target: Path) -> object:
        seen.extend(one.name for one in tmp_path.iterdir())
        return real(path, target)

    monkeypatch.setattr(Path, "replace", look)
    replace(tmp_path / "fold.pdf", b"new")
    (name,) = seen
    assert name.startswith(".")
    assert name.endswith(UNFINISHED)
    replace(tmp_path / ("a" * 255), b"a name as long as can be")


def test_a_file_that_is_swept_away_while_it_is_written_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = Path.replace, []

    def swept(path: Path, target: Path) -> object:
        calls.append(path)
        if len(calls) == 1:
            path.unlink()
        return real(path, target)

    monkeypatch.setattr(Path, "replace", swept)
    replace(tmp_path / "fold.pdf", b"new")
    assert (tmp_path / "fold.pdf").read_bytes() == b"new"
    assert len(calls) == 2


def test_what_a_killed_run_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    places = ("", "fold", ".images", "fold/proof", "fold/handoff", "printers/us", "printers/us/fold")
    for place in places:
        folder = tmp_path / place
        folder.mkdir(parents=True, exist_ok=True)
        for name in (f".a{UNFINISHED}", f"a{UNFINISHED}", ".a", "a.pdf"):
            (folder / name).touch()
    (tmp_path / "fold/handoff" / f".b{UNFINISHED}" / "more").mkdir(parents=True)
    sweep(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {f"{place}/{name}".lstrip("/") for place in places for name in (f"a{UNFINISHED}", ".a", "a.pdf")}
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".b")]


def test_a_folder_holds_what_was_given_and_nothing_that_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "fold" / "proof"
    replace_folder(folder, {"a.png": b"a", "b.png": b"b"})
    replace_folder(folder, {"b.png": b"new", "c.png": b"c"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"b.png": b"new", "c.png": b"c"}
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
        f"cannot write {folder}: the disk is full",
        Place("proof"),
    )
    assert (found.piece, found.edition) == ("fold", "screen")
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.png": b"old"}
    assert [path.name for path in folder.parent.iterdir()] == ["proof"]


def test_a_folder_whose_parent_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, and no folder")
    found = _refusal(lambda: replace_folder(tmp_path / "out" / "proof", {"a.png": b"a"}))
    assert found.message.startswith(f"cannot write {tmp_path / 'out' / 'proof'}: {tmp_path / 'out'} is a file")
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
    assert found.message == f"cannot write {tmp_path / 'a.png'}: a folder of this name is in the way"
