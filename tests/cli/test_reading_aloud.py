from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from build import main
from tests.miniature import Miniature

LABELS = "labels:\n  text.picture: {en: Picture}\n  web.skip: {en: Go to the words}\n"


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


def _text(mini: Miniature, *words: str) -> Result:
    return CliRunner().invoke(main, ["text", *words, "--root", str(mini.root)])


def test_the_words_of_a_piece_are_shown_or_written(mini: Miniature, tmp_path: Path) -> None:
    mini.write("content/labels.yaml", LABELS)
    shown = _text(mini, "fold")
    assert shown.exit_code == 0, shown.output
    target = tmp_path / "fold.txt"
    assert _text(mini, "fold", "--to", str(target)).exit_code == 0
    assert target.read_text(encoding="utf-8") == shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 72


def test_a_label_that_is_nowhere_is_told_in_words(mini: Miniature) -> None:
    ran = _text(mini, "fold")
    assert ran.exit_code == 1
    assert "content/labels.yaml" in ran.stdout
    assert "'web.skip: {en: …}'" in ran.stdout


def test_words_with_errors_are_not_written(mini: Miniature) -> None:
    mini.write("content/sources.yaml", "sources: {}\n")
    ran = _text(mini, "fold")
    assert ran.exit_code == 1
    assert " error: " in ran.stdout
