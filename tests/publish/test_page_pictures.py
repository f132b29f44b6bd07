"""Pictures of the pages of one piece: where they go, what stands beside which file, and what goes before they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.findings import BrochureError, Finding, Severity
from brochures.findings.report import WAITING
from brochures.pdf.file import File
from brochures.project.edition import Edition
from brochures.proofs import Pictured, ProofPicture
from brochures.publish.page_pictures import draw_pages
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

ABOUT = (Finding("REL-101", Severity.WARNING, "not signed", piece="fold"),)


@pytest.fixture
def files(mini: Miniature) -> list[File]:
    job = resolve(mini.project, mini.load(), "fold")
    made: tuple[Composition, ...] = compose(Templates.read(mini.project), job, Edition.DESK, proof=False)
    return [File(one, b"pdf", 1, ()) for one in made]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[Pictured]:
    """Let each file have two pictures, and remember what they are drawn from."""
    found: list[Pictured] = []

    def draw(_look: Any, pictured: Pictured) -> Iterator[ProofPicture]:
        found.append(pictured)
        name = pictured.file.composition.name
        yield from (ProofPicture(f"fold.{name}.page-{number}.png", name.encode()) for number in (1, 2))

    monkeypatch.setattr("brochures.publish.page_pictures.proofs", draw)
    return found


def test_pictures_of_every_file_lie_in_the_piece_s_folder(
    mini: Miniature, files: list[File], seen: list[Pictured]
) -> None:
    paths, findings = draw_pages(mini.project, "fold", files, ABOUT)
    folder = mini.out / "fold" / "proof"
    names = [f"fold.{name}.page-{number}.png" for name in ("desk", "desk-instructions") for number in (1, 2)]
    assert (paths, findings) == (tuple(folder / name for name in names), ())
    assert (folder / names[0]).read_bytes() == b"desk"
    assert [one.file for one in seen] == files
    assert [one.about for one in seen] == [ABOUT, ()], "what is said of the piece stands beside the piece itself"
    assert {one.waiting == WAITING for one in seen} == {True}


@pytest.mark.usefixtures("seen")
def test_older_pictures_of_the_piece_go_and_others_stay(mini: Miniature, files: list[File]) -> None:
    for name in ("fold.old.page-9.png", "fold.txt", "pack.desk.page-1.png"):
        mini.write(f"out/fold/proof/{name}", "old")
    draw_pages(mini.project, "fold", files[:1], ())
    assert sorted(path.name for path in (mini.out / "fold" / "proof").iterdir()) == [
        "fold.desk.page-1.png", "fold.desk.page-2.png", "fold.txt", "pack.desk.page-1.png",
    ]  # fmt: skip


@pytest.mark.usefixtures("seen")
def test_what_cannot_be_written_is_told_beside_what_could(mini: Miniature, files: list[File]) -> None:
    (mini.out / "fold" / "proof" / "fold.desk-instructions.page-1.png").mkdir(parents=True)
    paths, findings = draw_pages(mini.project, "fold", files, ())
    assert [(one.code, one.piece, one.edition) for one in findings] == [("PUB-101", "fold", "")]
    assert paths == ()


@pytest.mark.usefixtures("seen")
def test_a_picture_that_cannot_be_written_is_told_with_its_edition(
    mini: Miniature, files: list[File], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Finding("PUB-101", Severity.ERROR, "full", piece="fold", edition="desk")
    written: list[tuple[str, str]] = []

    def replace(path: Path, _data: bytes, slug: str, edition: str) -> None:
        written.append((slug, edition))
        if len(written) > 2:
            raise BrochureError(wrong)
        path.parent.mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr("brochures.project.atomic.replace", replace)
    paths, findings = draw_pages(mini.project, "fold", files, ())
    assert findings == (wrong,)
    assert written == [("fold", "desk")] * 3
    assert len(paths) <= 2


def test_a_file_that_cannot_be_read_is_told(
    mini: Miniature, files: list[File], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Finding("PRE-106", Severity.ERROR, "cannot be read")

    def refuse(*_: object) -> None:
        raise BrochureError(wrong)

    monkeypatch.setattr("brochures.publish.page_pictures.proofs", refuse)
    assert draw_pages(mini.project, "fold", files, ()) == ((), (wrong,))
