from __future__ import annotations

import json
import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import build as program
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.proofs.file_difference import FileDifference, Hunk, PageDifference
from brochures.publish.comparison import LONGEST, PieceDifference, as_lines, compared, page_lines
from brochures.publish.comparison_page import comparison_page
from tests.miniature import Miniature

HUNK = Hunk("front", ("old", "<b>"), ("new",))
PAGE = PageDifference(1, 1, (HUNK,), ("front",), 0.01, b"old", b"new")


def _piece(*pages: PageDifference) -> PieceDifference:
    return PieceDifference("fold", "A & B", "screen", found=FileDifference((1, 1), pages))


def _diff(*arguments: str | Path, root: Path) -> Result:
    return CliRunner().invoke(program.main, ["diff", *map(str, arguments), "--root", str(root)], prog_name="build.py")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    """The built project once more, with one word of a statement changed: for tests that only look."""
    made = Miniature.copied_to(tmp_path_factory.mktemp("other") / "project")
    made.replace("content/program.yaml", "We offer care in the daytime.", "We offer care in the evening.")
    made.build("fold")
    return made


@pytest.mark.slow
def test_two_folders_are_compared(built: Miniature, other: Miniature, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = _diff(built.out, other.out, "--html", page, root=built.root)
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[1:3] == ["fold screen 2 2 +2 -2 inside-left, inside-right", "pack screen only before"]
    assert lines[3] == 'fold page 2, inside-left: "daytime." is now "evening."'
    assert lines[-1] == "2 of 2 pieces are different"
    assert page.read_text(encoding="utf-8").count("data:image/png;base64,") == 2
    same = _diff(built.out, built.out, "--piece", "fold", root=built.root)
    assert same.stdout == "nothing that is seen is different in 1 piece\n"


@pytest.mark.slow
def test_another_edition_may_be_compared(built: Miniature, other: Miniature) -> None:
    (found,) = compared(built.project, (built.out, other.out), ("fold",), Edition.DESK)
    assert (found.edition, found.panels) == ("desk", ())
    assert found.found is not None
    assert (found.found.gone, found.found.come) == (2, 2)


@pytest.mark.slow
def test_a_revision_is_built_and_the_project_is_left_alone(built: Miniature, mini: Miniature) -> None:
    def git(*order: str) -> None:
        names = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        home = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        subprocess.run(["git", "-C", str(mini.root), *order], check=True, env={**os.environ, **names, **home})  # noqa: S603, S607

    mini.replace("content/program.yaml", "in the daytime.", "in the evening.")
    git("init", "--quiet")
    git("add", "content", "templates", "styles")
    git("commit", "--quiet", "--message", "one")
    mini.replace("content/program.yaml", "in the evening.", "at night.")
    before = {path: path.stat().st_mtime_ns for path in mini.root.rglob("*") if ".git" not in path.parts}
    result = _diff("HEAD", built.out, "--piece", "fold", root=mini.root)
    assert result.exit_code == 0, result.output
    assert 'fold page 2, inside-left: "evening." is now "daytime."' in result.stdout
    assert {path: path.stat().st_mtime_ns for path in mini.root.rglob("*") if ".git" not in path.parts} == before


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("nowhere", "'nowhere' is no folder, and no revision that git knows"),
        ("-x", "No such option"),
    ],
)
def test_what_is_neither_a_folder_nor_a_revision_is_wrong_usage(mini: Miniature, revision: str, said: str) -> None:
    result = _diff(revision, mini.root, root=mini.root)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_a_folder_without_a_build_and_an_unknown_piece_are_wrong_usage(built: Miniature, tmp_path: Path) -> None:
    assert "holds no build" in " ".join(_diff(tmp_path, built.out, root=built.root).stderr.split())
    unknown = _diff(built.out, built.out, "--piece", "flod", root=built.root)
    assert unknown.exit_code == 2
    assert "neither build has a piece flod. They have: fold, pack" in " ".join(unknown.stderr.split())


def test_a_file_that_is_gone_is_told(built: Miniature, tmp_path: Path) -> None:
    text = (built.out / "manifest.json").read_text(encoding="utf-8")
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    (found, *_) = compared(built.project, (built.out, tmp_path), ("fold",), None)
    assert found.unread
    assert not found.same
    assert "cannot be read" in "\n".join(as_lines([found]))


def test_an_edited_manifest_leads_nowhere_else(built: Miniature, tmp_path: Path) -> None:
    record = json.loads((built.out / "manifest.json").read_text(encoding="utf-8"))
    record["pieces"]["fold"]["outputs"]["screen"]["path"] = "../../secret.pdf"
    (tmp_path / "manifest.json").write_text(json.dumps(record), encoding="utf-8")
    found = compared(built.project, (built.out, tmp_path), (), None)
    assert [(one.piece, one.gone) for one in found if one.piece == "fold"] == [("fold", True)]


def test_pages_that_move_come_and_go_are_told_in_the_table() -> None:
    pages = (PageDifference(None, 1), PageDifference(2, 3, (HUNK,)), PageDifference(4, None))
    row = " ".join(next(as_lines([_piece(*pages)])).splitlines()[1].split())
    assert row == "fold screen 1 +1, 2>3, -4 +1 -2"
    said = [line for page in pages for line in page_lines(page)]
    assert said == ["page 1: a new page", 'page 3, front: "old <b>" is now "new"', "page 4: gone"]


def test_long_changes_are_shortened_in_a_terminal() -> None:
    words = tuple(str(number) for number in range(LONGEST + 1))
    (line,) = page_lines(PageDifference(1, 1, (Hunk("", (), words),)))
    assert line == f'page 1: "{" ".join(words[:12])} … {" ".join(words[-12:])}" came in'
    (whole,) = page_lines(PageDifference(1, 1, (Hunk("", words[:-1], ()),)))
    assert "…" not in whole


def test_a_page_that_only_looks_different_says_so() -> None:
    (line,) = page_lines(PageDifference(1, 1, (), (), 0.0123))
    assert line == "page 1: looks different, the words are the same (1.23% of it)"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.images: list[dict[str, str | None]] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "img":
            self.images.append(held)
        self.loaded += [str(held[key]) for key in ("src", "href") if key in held]


def test_the_page_needs_no_other_file_and_every_word_is_escaped() -> None:
    html = comparison_page([_piece(PAGE, PageDifference(None, 2, new=b"new"))], "HEAD~1", "<out>")
    tags = _Tags()
    tags.feed(html)
    assert all(target.startswith(("data:image/png;base64,", "#fold")) for target in tags.loaded)
    assert len(tags.images) == 3
    assert all(image["alt"] for image in tags.images)
    assert "<del>old &lt;b&gt;</del> <ins>new</ins>" in html
    assert "&lt;out&gt;" in html
    assert "A &amp; B" in html
    assert "no such page" in html
    assert not re.search(r"https?:", html)


def test_the_page_of_nothing_says_so(built: Miniature) -> None:
    project: Project = built.project
    html = comparison_page(compared(project, (built.out, built.out), (), None), "a", "b")
    assert "Nothing that is seen is different." in html
