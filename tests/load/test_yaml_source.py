from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from brochures.findings import BrochureError, Finding, Place
from brochures.load.file_text import MAX_BYTES
from brochures.load.yaml_source import Manuscript, read

pytestmark = pytest.mark.slow


def _read(tmp_path: Path, text: str | bytes) -> tuple[Manuscript, tuple[Finding, ...]]:
    path = tmp_path / "a.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path, "a.yaml")


def _refusal(tmp_path: Path, text: str | bytes) -> Finding:
    """Return the one thing that is told of ``text``, whether it can be read for all that or not."""
    try:
        findings = _read(tmp_path, text)[1]
    except BrochureError as refused:
        findings = refused.findings
    assert len(findings) == 1
    return findings[0]


@pytest.mark.parametrize(
    "scalar",
    [
        "18:30",
        "no",
        "Yes",
        "3.10",
        "0123",
        "0x1F",
        "1e3",
        "2026-02-30",
        "true",
        ".inf",
        "1_000",
        "NaN",
        "=",
        "0o17",
    ],
)
def test_every_scalar_is_read_as_the_text_that_was_written(tmp_path: Path, scalar: str) -> None:
    manuscript, findings = _read(tmp_path, f"a: {scalar}\nb: [{scalar}]\n")
    assert manuscript.data == {"a": scalar, "b": [scalar]}
    assert findings == ()


@pytest.mark.parametrize("key", ["on", "12", "3.10", "2026-01-02", "null"])
def test_every_key_is_read_as_the_text_that_was_written(tmp_path: Path, key: str) -> None:
    assert _read(tmp_path, f"{key}: x\n")[0].data == {key: "x"}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_what_means_nothing_in_yaml_is_nothing_and_in_quotation_marks_a_text(tmp_path: Path, nothing: str) -> None:
    assert _read(tmp_path, f"a: {nothing}\nb: '{nothing}'\n")[0].data == {"a": None, "b": nothing}


def test_an_empty_value_is_nothing_but_quotes_are_an_empty_text(tmp_path: Path) -> None:
    assert _read(tmp_path, "a:\nb: ''\nc: \"\"\n")[0].data == {"a": None, "b": "", "c": ""}


def test_every_key_and_value_keeps_its_line_and_column(tmp_path: Path) -> None:
    manuscript, _ = _read(tmp_path, "# a remark\na:\n  - b: c\n    d:   e\n  - {f: [g, h]}\n")
    places = {
        (): (2, 1),
        ("a",): (3, 3),
        ("a", 0): (3, 5),
        ("a", 0, "b"): (3, 8),
        ("a", 0, "d"): (4, 10),
        ("a", 1, "f", 1): (5, 13),
    }
    assert {route: manuscript.place(route) for route in places} == {
        route: Place("a.yaml", *place) for route, place in places.items()
    }
    assert manuscript.place(("a", 0, "d"), key=True) == Place("a.yaml", 4, 5)


def test_what_is_not_written_has_the_place_of_its_parent(tmp_path: Path) -> None:
    manuscript, _ = _read(tmp_path, "a:\n  b: c\n")
    assert manuscript.place(("a", "missing", "deeper")) == Place("a.yaml", 2, 3)


def test_a_column_counts_characters_and_not_bytes(tmp_path: Path) -> None:
    manuscript, _ = _read(tmp_path, "{a: “é😀”, b: c}\n")
    assert manuscript.place(("b",)) == Place("a.yaml", 1, 14)


def test_a_text_is_read_in_composed_letters_and_keeps_the_places_of_the_file(tmp_path: Path) -> None:
    manuscript, findings = _read(tmp_path, "a: Nguye\u0302\u0303n\nE\u0301: {b: c, d: e}\n")
    assert manuscript.data == {"a": "Nguy\u1ec5n", "\xc9": {"b": "c", "d": "e"}}
    assert manuscript.place(("\xc9", "d")) == Place("a.yaml", 2, 15)
    assert findings == ()


def test_two_spellings_of_one_key_are_one_key(tmp_path: Path) -> None:
    manuscript, findings = _read(tmp_path, "\xe9: 1\ne\u0301: 2\n")
    assert manuscript.data == {"\xe9": "1"}
    assert [(found.code, found.place.line, found.message) for found in findings] == [
        ("LOD-104", 2, "'\xe9' stands here a second time; the first is on line 1")
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_with_every_kind_of_line_end(tmp_path: Path, end: str) -> None:
    manuscript, _ = _read(tmp_path, end.join(["a: b", "c: d", ""]))
    assert manuscript.place(("c",)) == Place("a.yaml", 2, 4)
    assert manuscript.data == {"a": "b", "c": "d"}


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    manuscript, findings = _read(tmp_path, b"\xef\xbb\xbfa: b\n")
    assert (manuscript.data, manuscript.text) == ({"a": "b"}, "a: b\n")
    assert manuscript.writing(("a",)).place(0) == manuscript.place(("a",)) == Place("a.yaml", 1, 4)
    assert findings == ()


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        pytest.param(b"a: b\nc: caf\xe9\n", "LOD-102", 2, 7, id="latin-1"),
        pytest.param("a: b".encode("utf-16"), "LOD-102", 1, 1, id="utf-16"),
        pytest.param("a: b\nc: 'x\x00y'\n", "LOD-102", 2, 6, id="nul"),
        pytest.param("a: 'x\x07'\n", "LOD-102", 1, 6, id="bell"),
        pytest.param("a: 'x\x7f'\n", "LOD-102", 1, 6, id="delete"),
        pytest.param("a: 'x\x9d'\n", "LOD-102", 1, 6, id="c1 control"),
        pytest.param("a: 'x\ufffe'\n", "LOD-102", 1, 6, id="not a character"),
        pytest.param("", "LOD-106", 1, 1, id="empty"),
        pytest.param("\n\n# remark\n", "LOD-106", 1, 1, id="only a remark"),
        pytest.param("---\n...\n", "LOD-106", 1, 1, id="an empty document"),
        pytest.param("a: b\n---\nc: d\n", "LOD-103", 3, 1, id="two documents"),
        pytest.param("a:\n\tb: c\n", "LOD-103", 2, 1, id="tab"),
        pytest.param("a:\n  \tb: c\n", "LOD-103", 2, 3, id="tab after spaces"),
        pytest.param("a: b: c\n", "LOD-103", 1, 5, id="colon"),
        pytest.param("a: [b\nc: d\n", "LOD-103", 1, 4, id="open bracket"),
        pytest.param("a: *b\n", "LOD-103", 1, 4, id="unknown alias"),
        pytest.param("a: @b\n", "LOD-103", 1, 4, id="reserved sign"),
        pytest.param("a: 'b\n", "LOD-103", 1, 4, id="open quotation mark"),
        pytest.param("%YAML 3.0\n---\na: b\n", "LOD-103", 1, 1, id="other version"),
        pytest.param("a: &a [*a]\n", "LOD-105", 1, 4, id="an alias of itself"),
        pytest.param("a: " + "[" * 41 + "]" * 41, "LOD-105", 1, 44, id="too many levels"),
        pytest.param("a: " + "[" * 400_000, "LOD-105", None, None, id="levels that would break the parser"),
        pytest.param("a: b\n" * (MAX_BYTES // 5 + 1), "LOD-105", 0, 0, id="too many bytes"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(
    tmp_path: Path, text: str | bytes, code: str, line: int | None, column: int | None
) -> None:
    finding = _refusal(tmp_path, text)
    assert (finding.code, finding.place.file) == (code, "a.yaml")
    assert line is None or (finding.place.line, finding.place.column) == (line, column)
    assert finding.help
    assert "/" not in finding.message


def test_forty_levels_are_still_read(tmp_path: Path) -> None:
    manuscript, _ = _read(tmp_path, "a: " + "[" * 39 + "]" * 39)
    assert isinstance(manuscript.data["a"], list)


def test_an_alias_bomb_ends_in_no_time(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    started = process_time()
    finding = _refusal(tmp_path, "\n".join(lines))
    assert finding.code == "LOD-105"
    assert "50,000" in finding.message
    assert process_time() - started < 5


def test_an_anchor_and_its_alias_give_the_same_words_twice(tmp_path: Path) -> None:
    manuscript, findings = _read(tmp_path, "a: &x {b: c}\nd: *x\n")
    assert manuscript.data == {"a": {"b": "c"}, "d": {"b": "c"}}
    assert findings == ()


def test_a_tag_of_python_makes_nothing(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    manuscript, findings = _read(
        tmp_path, f"a: !!python/object/apply:pathlib.Path.touch [{trap}]\nb: !!binary AAAA\nc: !!int x\n"
    )
    assert manuscript.data == {"a": [str(trap)], "b": "AAAA", "c": "x"}
    assert not trap.exists()
    assert [(found.code, found.place.line) for found in findings] == [("LOD-301", 1), ("LOD-301", 2), ("LOD-301", 3)]


def test_all_second_keys_are_told_and_the_first_is_kept(tmp_path: Path) -> None:
    manuscript, findings = _read(tmp_path, "a: 1\nb:\n  c: 2\n  c: 3\na: 4\n")
    assert manuscript.data == {"a": "1", "b": {"c": "2"}}
    assert [(found.code, found.place.line, found.place.column) for found in findings] == [
        ("LOD-104", 4, 3),
        ("LOD-104", 5, 1),
    ]


def test_a_key_that_is_no_word_is_told(tmp_path: Path) -> None:
    _, findings = _read(tmp_path, "? [a, b]\n: c\n")
    assert [(found.code, found.place.line, found.place.column) for found in findings] == [("LOD-103", 1, 3)]


def test_a_missing_file_and_a_folder_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    for name in ("missing.yaml", "folder.yaml"):
        with pytest.raises(BrochureError) as refused:
            read(tmp_path / name, name)
        assert [(found.code, found.place.file) for found in refused.value.findings] == [("LOD-101", name)]


SIGN = (
    "put quotation marks around the whole text, or write it out: a leading '*' or '&' has a meaning of its own in YAML"
)
COLON = "the colon with a blank behind it makes a key of 'b', inside of the text of 'a'"
UNFOLDS = "write repeated parts out once; aliases ('*name') multiply"


@pytest.mark.parametrize(
    ("text", "message", "mend"),
    [
        (b"a: \xe9\n", "byte 0xE9 is not UTF-8 text; on Windows it stands for 'é'", "save the file as UTF-8 (in the editor: Save with encoding, UTF-8)"),
        ("a: 'x\x07'\n", "a control character (U+0007)", "delete this character"),
        ("", "the file is empty", "restore it from version control, or see docs/staff.md for its form"),
        ("a: b\n---\nc: d\n", "a second document begins here", "remove the line '---' above it"),
        ("a:\n\tb: c\n", "a tab indents this line", "use two spaces for each step instead of the tab"),
        ("a: b: c\n", COLON, 'put quotation marks around the whole text: a: "b: c"'),
        ("a: *b\n", "'*b' stands for a text that is named nowhere", SIGN),
        ("a: [b\nc: d\n", "the '[' that opens here is not closed", "write ']' behind the last item, or put quotation marks around the whole text, if it is one"),
        ("a: " + "[" * 41 + "]" * 41, "this file unfolds to more than 40 levels", UNFOLDS),
        ("a: [" + "x, " * 50_000 + "x]", "this file unfolds to more than 50,000 values", UNFOLDS),
        ("a: '" + "x" * MAX_BYTES + "'", "the file has 1,000,005 bytes, more than 1,000,000", "split it, or remove what does not belong"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_mend(tmp_path: Path, text: str | bytes, message: str, mend: str) -> None:
    finding = _refusal(tmp_path, text)
    assert (finding.message, finding.help) == (message, mend)


def test_a_file_is_read_up_to_its_limits(tmp_path: Path) -> None:
    manuscript, _ = _read(tmp_path, "a: '" + "x" * (MAX_BYTES - 5) + "'")
    assert len(manuscript.data["a"]) == MAX_BYTES - 5
    manuscript, _ = _read(tmp_path, "a: [" + "x, " * (50_000 - 3) + "x]")
    assert len(manuscript.data["a"]) == 50_000 - 2
    assert "50,000 values" in _refusal(tmp_path, "a: [" + "x, " * (50_000 - 2) + "x]").message


def test_a_missing_file_and_a_second_key_are_told_with_their_mends(tmp_path: Path) -> None:
    with pytest.raises(BrochureError) as refused:
        read(tmp_path / "missing.yaml", "missing.yaml")
    (missing,) = refused.value.findings
    assert missing.message == "cannot read this file: No such file or directory"
    assert missing.help == "put the file back, or restore it from version control"
    _, (second, key) = _read(tmp_path, "a: 1\na: 2\n? [b]\n: c\n")
    assert (second.message, second.help) == (
        "'a' stands here a second time; the first is on line 1",
        "keep one of the two",
    )
    assert (key.message, key.help) == ("a key must be a word", "write 'key: value'")


def test_a_text_is_cut_out_of_its_file_from_its_first_to_its_last_sign(tmp_path: Path) -> None:
    manuscript, _ = _read(tmp_path, "a: 'one\n  two'  # a remark\nb: {c: d}\n")
    one, two = manuscript.writing(("a",)), manuscript.writing(("b", "c"))
    assert (one.text, one.raw, one.start) == ("one two", "'one\n  two'", Place("a.yaml", 1, 4))
    assert (two.text, two.raw, two.start) == ("d", "d", Place("a.yaml", 3, 8))


@pytest.mark.parametrize(("text", "data"), [("words", "words"), ("0", "0"), ("~", None), ("{}", {}), ("[]", [])])
def test_a_file_that_holds_little_is_not_empty(tmp_path: Path, text: str, data: object) -> None:
    assert _read(tmp_path, text)[0].data == data


@pytest.mark.parametrize("text", ["''", '""', "---", "!!str", "|\n"])
def test_a_file_that_holds_an_empty_text_is_empty(tmp_path: Path, text: str) -> None:
    assert _refusal(tmp_path, text).code == "LOD-106"
