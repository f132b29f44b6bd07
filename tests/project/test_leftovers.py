"""What lies in ``out/`` and is made no more: told by folder, and removed where it is ours and as it was."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brochures.findings import BrochureError
from brochures.project.leftovers import MadeOf, clear, leftovers, told
from brochures.project.paths import Project
from tests.miniature import TODAY


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _record(*names: str) -> dict[str, Any]:
    """Return the record of a piece with the files ``names``, such as ``fold.desk``, each of which holds its own name."""
    outputs = {}
    for name in names:
        slug, kind = name.split(".")
        outputs[kind] = {
            "edition": kind.partition("-")[0], "path": f"{slug}/{name}.pdf", "sha256": _sum(name.encode()), "pages": 1, "bytes": 1,
            "proof": False, "digest": None, "state": None, "findings": [],
        }  # fmt: skip
    return {
        "title": "A", "format": "letter", "audience": "patient", "editions": ["screen", "desk"], "true_until": None, "findings": [],
        "outputs": outputs,
    }  # fmt: skip


def _fill(out: Path, *names: str, left: dict[str, str] | None = None) -> None:
    """Put the files ``names`` into ``out`` with a manifest that has them on record."""
    pieces: dict[str, list[str]] = {}
    for name in names:
        slug = name.split(".")[0]
        pieces.setdefault(slug, []).append(name)
        _write(out / slug / f"{name}.pdf", name.encode())
    record = {"form": 3, "engine": {}, "pieces": {slug: _record(*own) for slug, own in pieces.items()}}
    _write(out / "manifest.json", json.dumps({**record, "left": left or {}}).encode())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the pieces ``fold`` and ``pack``."""
    for name in ("content/brochures/fold.yaml", "content/packets/pack.yaml", "templates/t", "styles/s"):
        _write(tmp_path / name, b"")
    return Project.open(tmp_path, today=TODAY)


def _found(project: Project, made: MadeOf | None = None) -> list[tuple[str, bool]]:
    return [(one.path.relative_to(project.out).as_posix(), one.ours) for one in leftovers(project, made or MadeOf())]


def test_what_is_made_is_no_leftover(project: Project) -> None:
    assert _found(project) == []
    _fill(project.out, "fold.screen", "fold.desk", "pack.screen")
    _write(project.out / "calibration" / "calibration.letter.long-edge.pdf", b"")
    _write(project.out / "fold" / "proof" / "fold.screen.page-1.png", b"")
    _write(project.out / "notes" / "mine.pdf", b"")
    assert _found(project, MadeOf({"fold": ("screen", "desk"), "pack": ("screen",)}, ())) == []


def test_the_files_of_a_piece_that_is_gone_are_ours_while_they_are_as_they_were(project: Project) -> None:
    _fill(project.out, "gone.screen", "gone.desk", "fold.screen")
    _write(project.out / "gone" / "gone.desk.pdf", b"somebody wrote on it")
    assert _found(project) == [("gone/gone.desk.pdf", False), ("gone/gone.screen.pdf", True)]
    (project.out / "gone" / "gone.desk.pdf").unlink()
    assert _found(project) == [("gone/gone.screen.pdf", True)]


def test_an_edition_that_is_made_no_more_is_left_with_what_lies_beside_it(project: Project) -> None:
    _fill(project.out, "fold.screen", "fold.desk", "fold.desk-instructions")
    assert _found(project, MadeOf({"fold": ("screen",)})) == [
        ("fold/fold.desk-instructions.pdf", True),
        ("fold/fold.desk.pdf", True),
    ]
    assert _found(project, MadeOf({"pack": ("screen",)})) == []


def test_what_a_later_record_left_out_is_remembered_until_it_is_made_again(project: Project) -> None:
    left = {"fold/fold.desk.pdf": _sum(b"old"), "gone/gone.screen.pdf": _sum(b"x"), "fold/none.pdf": _sum(b"")}
    _fill(project.out, "fold.screen", left=left)
    _write(project.out / "fold" / "fold.desk.pdf", b"old")
    assert _found(project) == [("fold/fold.desk.pdf", True)]
    _fill(project.out, "fold.screen", "fold.desk", left=left)
    assert _found(project) == []


def test_what_nothing_is_on_record_of_is_told_and_not_ours(project: Project) -> None:
    _write(project.out / "gone" / "gone.screen.pdf", b"")
    assert _found(project) == [("gone/gone.screen.pdf", False)]


def test_proofs_and_what_was_handed_over_go_with_their_piece(project: Project) -> None:
    folder = project.out / "gone"
    sums = f"{_sum(b'a')}  a.pdf\n{_sum(b'b')}  b.pdf\n".encode()
    _write(folder / "proof" / "gone.screen.page-1.png", b"")
    _write(folder / "proof" / "mine.png", b"")
    for name, data in {"a.pdf": b"a", "b.pdf": b"changed", "mine.txt": b"", "SHA256SUMS": sums}.items():
        _write(folder / "handoff" / "us" / name, data)
    for name, data in {"gone_us.zip": b"PK" + sums, "gone_us_x.zip": b"PK", "other.zip": sums}.items():
        _write(folder / "handoff" / name, data)
    assert _found(project) == [
        ("gone/proof/gone.screen.page-1.png", True),
        ("gone/handoff/us/a.pdf", True),
        ("gone/handoff/us/b.pdf", False),
        ("gone/handoff/us/SHA256SUMS", True),
        ("gone/handoff/gone_us.zip", True),
        ("gone/handoff/gone_us_x.zip", False),
    ]


def test_each_print_shop_has_a_folder_of_its_own(project: Project) -> None:
    _fill(project.out / "printers" / "us", "fold.press", "gone.press")
    assert _found(project) == [("printers/us/gone/gone.press.pdf", True)]
    assert _found(project, MadeOf(None, ("us",))) == [("printers/us/gone/gone.press.pdf", True)]
    assert _found(project, MadeOf(None, ("eu",))) == [
        ("printers/us/fold/fold.press.pdf", True),
        ("printers/us/gone/gone.press.pdf", True),
    ]


def test_a_finding_is_told_for_each_folder(project: Project) -> None:
    _fill(project.out, "gone.screen", "gone.desk", "old.screen")
    found = told(project, leftovers(project, MadeOf()))
    assert [(one.code, str(one.severity), str(one.place), one.message) for one in found] == [
        ("PUB-102", "warning", "out/gone", "no piece makes these 2 any more: gone.desk.pdf, gone.screen.pdf"),
        ("PUB-102", "warning", "out/old", "no piece makes this any more: old.screen.pdf"),
    ]
    assert found[0].help == "'./build.py clean' removes what was made here and is as it was"
    assert told(project, ()) == ()


def test_what_is_ours_is_removed_with_its_empty_folders_and_nothing_else(project: Project) -> None:
    _fill(project.out, "gone.screen", "gone.desk", "old.screen", "fold.screen", left={"x/x.pdf": _sum(b"x")})
    _write(project.out / "gone" / "gone.desk.pdf", b"somebody wrote on it")
    _write(project.out / "x" / "x.pdf", b"x")
    _fill(project.out / "printers" / "us", "old.press")
    clear(project, leftovers(project, MadeOf()))
    there = {path.relative_to(project.out).as_posix() for path in project.out.rglob("*")}
    assert there == {"manifest.json", "fold", "fold/fold.screen.pdf", "gone", "gone/gone.desk.pdf"}
    manifest = json.loads((project.out / "manifest.json").read_text())
    assert (list(manifest["pieces"]), "left" in manifest) == (["fold"], False)
    assert _found(project) == [("gone/gone.desk.pdf", False)]


def test_the_folder_of_a_print_shop_that_still_has_files_keeps_its_manifest(project: Project) -> None:
    _fill(project.out / "printers" / "us", "fold.press", "gone.press")
    clear(project, leftovers(project, MadeOf()))
    assert sorted(path.name for path in (project.out / "printers" / "us").iterdir()) == ["fold", "manifest.json"]


def test_a_file_that_cannot_be_removed_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(project.out, "gone.screen")
    found = leftovers(project, MadeOf())

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(BrochureError) as refused:
        clear(project, found)
    (finding,) = refused.value.findings
    assert (finding.code, finding.piece, finding.place.file) == ("PUB-101", "gone", "gone.screen.pdf")


def test_files_that_go_elsewhere_are_looked_for_there(project: Project, tmp_path: Path) -> None:
    other = replace(project, out=tmp_path / "elsewhere")
    _fill(other.out, "gone.screen")
    assert _found(other) == [("gone/gone.screen.pdf", True)]
    assert _found(project) == []
    shutil.rmtree(other.out)
    assert _found(other) == []
