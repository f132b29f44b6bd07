"""Each mistake of YAML in words that say what was typed, where, and how to write it; all mistakes of a file in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochures.findings import BrochureError
from brochures.load.yaml_source import read

WHOLE = "put quotation marks around the whole text"


def _told(tmp_path: Path, text: str) -> list[tuple[str, str, str]]:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrochureError) as refused:
        read(path, "a.yaml")
    assert {one.code for one in refused.value.findings} <= {"LOD-103", "LOD-301"}
    return [(str(one.place).removeprefix("a.yaml:"), one.message, one.help) for one in refused.value.findings]


@pytest.mark.parametrize(
    ("text", "place", "said", "mend"),
    [
        ("a: Call: now\n", "1:8", "makes a key of 'Call', inside of the text of 'a'", f'{WHOLE}: a: "Call: now"'),
        ('- a: Say "no": now\n', "1:14", "makes a key of 'Say \"no\"'", f"{WHOLE}: a: 'Say \"no\": now'"),
        ('a: It\'s "x": y\n', "1:12", "makes a key of", f'{WHOLE}: a: "It\'s ”x”: y"'),
        ("b: 1\na:100 River\nc: 2\n", "2:2", "no blank behind the colon of 'a'", "write 'a: 100 River'"),
        ("a:100 River\nc: 2\n", "1:2", "no blank behind the colon of 'a'", "write 'a: 100 River'"),
        ("b: 1\na:100\n", "2:2", "no blank behind the colon of 'a'", "write 'a: 100'"),
        ("s:\n  b: c\n  d:e\nf: g\n", "3:4", "no blank behind the colon of 'd'", "write 'd: e'"),
        ("a: >\n  one\ntwo three\nb: c\n", "3:1", "neither 'key: value' nor indented", "indent it as far as the text"),
        ("a: one\ntwo three\n", "2:1", "neither 'key: value' nor indented", "indent it as far as the text"),
        (
            "a: one\n  # two\n  three\nb: c\n",
            "2:3",
            "a comment begins here, inside of a text",
            "put the comment above it",
        ),
        ("a: one # two\n  three\nb: c\n", "1:8", "a comment begins here, inside of a text", WHOLE),
        ("a: [b #c, d]\ne: f\n", "1:7", "a comment begins here, inside of a text or list", WHOLE),
        ('a: "He said "no" to"\nb: c\n', "1:14", "behind its closing quotation mark", "put single quotation marks"),
        ("a: 'It's good'\nb: c\n", "1:8", "behind its closing quotation mark", "write an apostrophe in it twice"),
        ('a: "one\nb: c\n', "1:4", 'the quotation mark " that opens here is not closed', 'write " at the end'),
        ("a: b\nc: 'one\n", "2:4", "the quotation mark ' that opens here is not closed", "write ' at the end"),
        ("a: [b, c\nd: e\n", "1:4", "the '[' that opens here is not closed", "write ']' behind the last item"),
        ("a: {b: c\nd: e\n", "1:4", "the '{' that opens here is not closed", "write '}' behind the last item"),
        ("a: [", "1:4", "the '[' that opens here is not closed", "write ']' behind the last item"),
        ("a: {clinic:name} helps\n", "1:18", "a text that begins with '{' goes on behind '}'", WHOLE),
        ("a: [see] text\n", "1:10", "a text that begins with '[' goes on behind ']'", WHOLE),
        ("a: *Note* this\n", "1:4", "cannot begin with '*'", WHOLE),
        ("a: *Note this\n", "1:4", "cannot begin with '*'", WHOLE),
        ("- &Co & partners\n", "1:7", "cannot begin with '&'", WHOLE),
        ("a: &x 1\nb: [*x]\nc: &x 2\n", "3:4", "'&x' names a text, and so does the same word on line 1", WHOLE),
        ("a: & partners\n", "1:4", "cannot begin with '&'", WHOLE),
        ("a: @clinic\n", "1:4", "cannot begin with '@'", WHOLE),
        ("a: `x`\n", "1:4", "cannot begin with '`'", WHOLE),
        ("a: %5\n", "1:4", "cannot begin with '%'", WHOLE),
        ("a: > 5 days\n", "1:4", "begins with '>' is read as one that follows", WHOLE),
        ("a: | x\n", "1:4", "begins with '|' is read as one that follows", WHOLE),
        ("a: ? x\n", "1:4", "cannot begin with '? '", WHOLE),
        ("a: - x\n", "1:4", "a dash begins an item of a list", WHOLE),
        ("a: , x\n", "1:4", "cannot begin with ','", WHOLE),
        (
            "a: b\n  c: d\n",
            "2:3",
            "this line has a colon, and is indented like a part of the text above",
            "indent it like the key above",
        ),
        (
            "a:\n    b: c\n  d: e\n",
            "3:3",
            "indented by 2, and the one above it by 4",
            "as the key or item that it stands beside",
        ),
        (
            "a:\n  - b\n - c\n",
            "3:2",
            "indented by 1, and the one above it by 2",
            "as the key or item that it stands beside",
        ),
        ("a: b\n- c\n", "2:1", "a list and keys stand side by side here", "indent the list deeper"),
        ("- a\nb: c\n", "2:1", "a list and keys stand side by side here", "indent the list deeper"),
        ("a:\n  -\tb\n", "2:4", "a tab stands where only spaces may", "use spaces"),
        ("a: >\n\tx\n", "2:1", "a tab indents this line", "two spaces for each step"),
        ("a: one\n\ttwo\n", "2:1", "a tab indents this line", "two spaces for each step"),
        ("a:\xa0b\nc: d\n", "1:3", "a no-break space stands here, where a plain one must", "type a plain space"),
        ('a: "\\d"\n', "1:5", "a backslash between double quotation marks", "single quotation marks"),
        ("a\nb: c\n", "1:1", "there is no colon behind 'a'", "write 'key: value'"),
        (": x\n", "1:1", "there is no key before the colon", "write 'key: value'"),
        ("a: b\n...\nc: d\n", "2:1", "'...' at the beginning of a line ends the file", "delete the dots"),
    ],
)
def test_a_mistake_is_told_where_it_was_typed(tmp_path: Path, text: str, place: str, said: str, mend: str) -> None:
    ((where, message, help_),) = _told(tmp_path, text)
    assert where == place
    assert said in message
    assert mend in help_


def test_all_mistakes_of_a_file_are_told_in_one_run(tmp_path: Path) -> None:
    text = """\
things:
  a: Call: now
  b: "x" y
  c: fine
  d: [x
  e:
    f:
      - ok
      - @x
    g: not read with it #2
  h: one two #3
t: u: v
k:w
"""
    assert [place for place, _, _ in _told(tmp_path, text)] == ["2:10", "3:10", "5:6", "9:9", "12:5", "13:2", "11:14"]


def test_no_more_than_twenty_mistakes_are_told_and_none_twice(tmp_path: Path) -> None:
    found = _told(tmp_path, "".join(f"a{number}: b: c\n" for number in range(30)))
    assert len(found) == 20
    assert [message.endswith("; what stands below was not read") for _, message, _ in found] == [False] * 19 + [True]
    assert len(_told(tmp_path, "a: b: c\n")) == 1


def test_a_mistake_that_leaves_nothing_to_read_ends_it(tmp_path: Path) -> None:
    assert len(_told(tmp_path, "- a\n- @b\n- @c\n")) == 1
