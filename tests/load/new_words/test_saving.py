from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from brochures.findings import BrochureError
from brochures.load.new_words import save
from brochures.project import atomic


def _file(folder: Path, mode: int = 0o640) -> Path:
    path = folder / "program.yaml"
    path.write_bytes(b"a: old\n")
    path.chmod(mode)
    return path


def _refused(path: Path, before: bytes = b"a: old\n") -> tuple[str, str, str]:
    with pytest.raises(BrochureError) as refused:
        save(path, "content/program.yaml", before, b"a: new\n")
    (finding,) = refused.value.findings
    assert [one.name for one in path.parent.iterdir()] == ["program.yaml"]
    return finding.code, finding.message, finding.help


def test_a_file_is_replaced_with_the_rights_that_it_has(tmp_path: Path) -> None:
    path = _file(tmp_path)
    save(path, "content/program.yaml", b"a: old\n", b"a: new\n")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"a: new\n", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    path = _file(tmp_path / "there")
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    save(link, "content/link.yaml", b"a: old\n", b"a: new\n")
    assert link.is_symlink()
    assert path.read_bytes() == b"a: new\n"


def test_what_somebody_changed_meanwhile_is_left(tmp_path: Path) -> None:
    path = _file(tmp_path)
    code, said, _ = _refused(path, b"a: older\n")
    assert (code, said) == ("TOO-231", "the file was changed since it was read; nothing was saved")
    assert path.read_bytes() == b"a: old\n"


def test_a_file_that_may_only_be_read_is_left(tmp_path: Path) -> None:
    path = _file(tmp_path, 0o440)
    code, said, _ = _refused(path)
    assert (code, said) == ("TOO-234", "the file may only be read; nothing was saved")
    assert path.read_bytes() == b"a: old\n"


def test_a_full_disk_is_told_and_the_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _file(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic, "_written", full)
    code, said, mend = _refused(path)
    assert code == "TOO-234"
    assert said.endswith("the disk is full; nothing was saved")
    assert mend == "free some space"
    assert path.read_bytes() == b"a: old\n"


def test_a_file_that_went_away_is_told(tmp_path: Path) -> None:
    path = _file(tmp_path)
    path.unlink()
    with pytest.raises(BrochureError) as refused:
        save(path, "content/program.yaml", b"a: old\n", b"a: new\n")
    assert [one.code for one in refused.value.findings] == ["LOD-101"]
