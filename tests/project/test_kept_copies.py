"""What is kept of earlier work: found again by all that decides it, worth nothing when damaged, bounded in size, never in the way."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from brochures.project.kept_copies import FOLDER, FORM, KeptCopies
from brochures.project.leftovers import PRINTERS
from tests.miniature import Miniature


@pytest.fixture
def copies(tmp_path: Path) -> KeptCopies:
    (tmp_path / "manifest.json").write_bytes(b"{}")
    return KeptCopies(tmp_path / ".kept", "program 1")


def _files(copies: KeptCopies) -> list[Path]:
    return sorted(copies.folder.iterdir())


def test_what_is_kept_is_found_by_all_of_its_key(copies: KeptCopies) -> None:
    copies.keep(b"some\nbytes", "file", "card")
    assert copies.find("file", "card") == b"some\nbytes"
    assert copies.find("file", "fold") is None
    assert replace(copies, basis="program 2").find("file", "card") is None


def test_a_run_that_makes_all_anew_finds_nothing_and_keeps_what_it_makes(copies: KeptCopies) -> None:
    copies.keep(b"old", "a")
    anew = replace(copies, anew=True)
    assert anew.find("a") is None
    anew.keep(b"new", "a")
    assert copies.find("a") == b"new"


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"x" * 500, id="something else"),
        pytest.param(FORM + b"0" * 64 + b"\ndata", id="another sum"),
        pytest.param(FORM.replace(b"1", b"2"), id="a newer form"),
    ],
)
def test_one_that_is_damaged_counts_for_nothing_and_goes(copies: KeptCopies, damaged: bytes) -> None:
    copies.keep(b"data", "a")
    (path,) = _files(copies)
    path.write_bytes(damaged)
    assert copies.find("a") is None
    assert _files(copies) == []


def test_every_byte_counts(copies: KeptCopies) -> None:
    copies.keep(b"data", "a")
    (path,) = _files(copies)
    whole = path.read_bytes()
    for at in (0, len(FORM), len(FORM) + 63, len(whole) - 1):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert copies.find("a") is None, at


def test_a_folder_in_its_place_is_not_in_the_way(copies: KeptCopies) -> None:
    copies.keep(b"data", "a")
    (path,) = _files(copies)
    path.unlink()
    path.mkdir()
    assert copies.find("a") is None
    copies.keep(b"data", "a")
    copies.bound(0)
    assert copies.find("a") is None


def test_nothing_is_kept_where_there_is_no_out_or_a_file_in_its_place(tmp_path: Path) -> None:
    copies = KeptCopies(tmp_path / "out" / ".kept", "")
    copies.keep(b"data", "a")
    assert not (tmp_path / "out").exists()
    (tmp_path / "out").mkdir()
    copies.keep(b"data", "a")
    assert [*(tmp_path / "out").iterdir()] == []
    (tmp_path / "out" / "manifest.json").write_bytes(b"{}")
    (tmp_path / "out" / ".kept").write_bytes(b"a file")
    copies.keep(b"data", "a")
    copies.bound()
    assert copies.find("a") is None


def test_what_was_not_used_for_the_longest_time_goes_first(copies: KeptCopies) -> None:
    for age, name in enumerate("dcba"):
        copies.keep(bytes(1000), name)
        (path,) = (one for one in _files(copies) if one.stat().st_mtime_ns > 10**18)
        os.utime(path, ns=(age, age))
    assert copies.find("d") is not None
    size = _files(copies)[0].stat().st_size
    copies.bound(2 * size)
    assert [copies.find(name) is not None for name in "dcba"] == [True, False, False, True]


def test_a_folder_for_a_print_shop_has_no_copies_of_its_own(mini: Miniature) -> None:
    project = mini.project
    shop = replace(project, out=project.out / PRINTERS / "shop")
    assert KeptCopies.of(shop).folder == KeptCopies.of(project).folder == project.out / FOLDER
