from __future__ import annotations

from pathlib import Path

import pytest

from brochures.findings import BrochureError
from brochures.load.file_text import file_bytes, file_text
from brochures.load.yaml_source import read

MERGE = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\nc: 4\n"
THREE = "<<<<<<< a\nb: 2\n||||||| base\nb: 1\n=======\nb: 3\n>>>>>>> c\n"


def _read(tmp_path: Path, text: str | bytes) -> tuple[str, list[tuple[str, str, str]]]:
    path = tmp_path / "a.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    try:
        found, findings = file_text(file_bytes(path, "a.yaml"), "a.yaml")
    except BrochureError as refused:
        found, findings = "", refused.findings
    return found, [(one.code, str(one.place), one.message) for one in findings]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("a: b".encode("utf-16"), "UTF-16"),
        ("a: b".encode("utf-16-le"), "UTF-16"),
        ("a: b".encode("utf-16-be"), "UTF-16"),
        (b"\xfe\xff" + "a: é".encode("utf-16-be"), "UTF-16"),
        ("a: b".encode("utf-32"), "UTF-32"),
    ],
)
def test_an_encoding_of_several_bytes_is_told_by_its_name(tmp_path: Path, data: bytes, name: str) -> None:
    assert _read(tmp_path, data) == ("", [("LOD-102", "a.yaml:1:1", f"this file is written in {name}, not in UTF-8")])


def test_a_byte_of_windows_is_told_with_its_letter(tmp_path: Path) -> None:
    _, found = _read(tmp_path, b"a: b\nc: d\x92s\n")
    assert found == [("LOD-102", "a.yaml:2:5", "byte 0x92 is not UTF-8 text; on Windows it stands for '’'")]


def test_every_control_character_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    text, found = _read(tmp_path, "a: 'x\x07y\x00'\nb: \x1bz\n")
    assert text == "a: 'xxyx'\nb: xz\n"
    assert found == [
        ("LOD-102", "a.yaml:1:6", "a control character (U+0007)"),
        ("LOD-102", "a.yaml:1:8", "a control character (U+0000)"),
        ("LOD-102", "a.yaml:2:4", "a control character (U+001B)"),
    ]


def test_the_mark_of_a_file_that_was_joined_to_another_is_told(tmp_path: Path) -> None:
    text, found = _read(tmp_path, "\ufeffa: b\n\ufeffc: d\n")
    assert text == "a: b\nxc: d\n"
    assert found == [("LOD-102", "a.yaml:2:1", "a control character (ZERO WIDTH NO-BREAK SPACE, U+FEFF)")]


def test_a_control_character_of_misread_letters_is_told_with_them(tmp_path: Path) -> None:
    text, found = _read(tmp_path, "a: â\x80\x99 \x07 â€\x9d\n")
    assert text == "a: xxx x xxx\n"
    assert [(code, place) for code, place, _ in found] == [
        ("LOD-302", "a.yaml:1:4"),
        ("LOD-102", "a.yaml:1:8"),
        ("LOD-302", "a.yaml:1:10"),
    ]
    assert found[0][2].startswith("'â[U+0080][U+0099]' stands for '’'")


def test_twenty_are_told_and_more_are_no_text(tmp_path: Path) -> None:
    assert len(_read(tmp_path, "a: b\n" + "\x07" * 20)[1]) == 20
    assert _read(tmp_path, "a: b\n" + "\x07" * 21) == ("", [("LOD-102", "a.yaml", "this file is no text")])


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_an_end_of_a_line_that_no_editor_shows_is_a_space_and_told(tmp_path: Path, end: str) -> None:
    text, found = _read(tmp_path, f"a: b{end}c\nd: e\n")
    assert text == "a: b c\nd: e\n"
    assert [(code, place) for code, place, _ in found] == [("LOD-303", "a.yaml:1:5")]


def test_line_ends_of_all_systems_are_one(tmp_path: Path) -> None:
    assert _read(tmp_path, "a: b\r\nc: d\re: f\n") == ("a: b\nc: d\ne: f\n", [])


@pytest.mark.parametrize(
    ("text", "line", "last", "left"), [(MERGE, 2, 6, {"a": "1", "b": "2", "c": "4"}), (THREE, 1, 7, {"b": "2"})]
)
def test_a_merge_that_was_not_finished_is_told_once_and_read_as_its_first_version(
    tmp_path: Path, text: str, line: int, last: int, left: dict[str, str]
) -> None:
    said = f"two versions of these lines stand here, down to line {last}: a merge that was not finished"
    as_read, found = _read(tmp_path, text)
    assert found == [("LOD-103", f"a.yaml:{line}:1", said)]
    assert as_read.count("\n") == text.count("\n")
    manuscript, findings = read(tmp_path / "a.yaml", "a.yaml")
    assert manuscript.data == left
    assert [one.code for one in findings] == ["LOD-103"]


def test_a_row_of_equals_signs_is_no_merge(tmp_path: Path) -> None:
    assert _read(tmp_path, "a: >\n  x\n# =======\n=======: y\n")[1] == []


def test_a_folder_and_a_file_without_the_right_to_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(BrochureError) as folder:
        file_bytes(tmp_path / "folder.yaml", "folder.yaml")
    assert folder.value.findings[0].message == "this is a folder, and a content file belongs here"

    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(BrochureError) as file:
        file_bytes(tmp_path / "a.yaml", "a.yaml")
    (finding,) = file.value.findings
    assert (finding.code, finding.message) == ("LOD-101", "the system does not let us read this file")
    assert finding.help == "give yourself the right to read it (in its properties)"
