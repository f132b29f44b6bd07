"""Private files: nobody else can read them, from the first byte on, and none is ever half written."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from brochures.findings import BrochureError
from brochures.project.private_files import private_file, private_folder


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_its_owner_s_alone_while_it_is_written_and_after(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with private_file(tmp_path / "new" / "a.csv") as file:
            file.write(b"words")
            (unfinished,) = (tmp_path / "new").iterdir()
            assert (_mode(unfinished), unfinished.name.startswith(".")) == (0o600, True)
    finally:
        os.umask(before)
    assert [(one.name, _mode(one), one.read_bytes()) for one in (tmp_path / "new").iterdir()] == [
        ("a.csv", 0o600, b"words"),
    ]  # fmt: skip


def test_where_anything_goes_wrong_the_file_stays_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with pytest.raises(KeyError), private_file(path) as file:
        raise KeyError(file.write(b"new"))
    with pytest.raises(BrochureError, match="the disk is full"), private_file(path) as file:
        raise OSError(errno.ENOSPC, file.name)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.csv", b"old")]


def test_a_folder_is_its_owner_s_alone_whoever_made_it(tmp_path: Path) -> None:
    for path in (tmp_path / "a" / "b", tmp_path):
        private_folder(path)
        assert _mode(path) == 0o700
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BrochureError, match="is a file, and should be a folder"):
        private_folder(tmp_path / "file")
