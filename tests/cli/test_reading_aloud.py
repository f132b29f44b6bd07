from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from build import main
from tests.miniature import Miniature


def _ran(mini: Miniature, *words: str) -> tuple[int, str, str]:
    ran = CliRunner().invoke(
        main, ["outline", *words, "--root", str(mini.project.root), "--out", str(mini.project.out)]
    )
    return ran.exit_code, ran.stdout, ran.stderr


def test_a_finished_file_is_read_from_out_or_by_its_path(built: Miniature) -> None:
    code, said, _ = _ran(built, "fold")
    assert code == 0
    assert "heading 1: " in said
    path = built.project.out / "fold" / "fold.screen.pdf"
    by_path = CliRunner().invoke(main, ["outline", str(path)])
    assert (by_path.exit_code, by_path.stdout) == (0, said)


def test_a_file_without_tags_is_told_in_words(built: Miniature) -> None:
    code, said, told = _ran(built, "fold", "--for", "desk")
    assert code == 1
    assert said.count("\n") == 1
    assert "has no tags" in told


def test_what_is_no_file_is_told_in_words(built: Miniature, tmp_path: Path) -> None:
    assert "there is no file" in _ran(built, "none.pdf")[2]
    (tmp_path / "bad.pdf").write_bytes(b"bad")
    code, _, told = _ran(built, str(tmp_path / "bad.pdf"))
    assert code == 2
    assert "is damaged" in told
