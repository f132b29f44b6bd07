"""A press file is opened without a word by every reader that can be had, each as strict as it goes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brochures.load.model.printers import Standard
from tests.press.readers import READERS
from tests.press_room import PressRoom


@pytest.fixture(scope="module")
def files(press_room: PressRoom, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Press files of each kind: the plain one, one with marks, a bound one, one in the older standard."""
    folder = tmp_path_factory.mktemp("files")
    made = {
        "plain": press_room.made,
        "marks": press_room.made_by("family-guide", "offset-coated"),
        "bound": press_room.made_by("ketamine-facts"),
        "x-1a": press_room.made_by("program-trifold", standard=Standard.X1A),
    }
    for name, one in made.items():
        (folder / f"{name}.pdf").write_bytes(one.data)
    return {name: folder / f"{name}.pdf" for name in made}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", ["plain", "marks", "bound", "x-1a"])
def test_it_opens_without_a_word(files: dict[str, Path], reader: str, name: str) -> None:
    assert READERS[reader](files[name]) == []


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_speaks_up_of_a_broken_file(files: dict[str, Path], reader: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(
        files["plain"]
        .read_bytes()
        .replace(b"/Contents", b"/Kontents")
        .replace(b"/Font", b"/Fint")
        .replace(b"endobj", b"endobb")[:4000]
    )
    try:
        said = READERS[reader](broken)
    except Exception as wrong:  # noqa: BLE001 a reader of ours may as well refuse it
        said = [str(wrong)]
    assert said


@pytest.mark.parametrize("reader", ["poppler", "MuPDF", "Ghostscript"])
def test_a_reader_that_is_missing_fails_the_test_and_says_what_to_do(
    files: dict[str, Path], reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(pytest.fail.Exception, match=r"is missing.*\.ci/setup readers"):
        READERS[reader](files["plain"])
