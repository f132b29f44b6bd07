"""What YAML leaves out of a text is told where it begins; remarks that are plainly remarks are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochures.load.yaml_source import read
from brochures.project.paths import ROOT, Project
from tests.miniature import Miniature

BEGINS = "a comment begins here, in the middle of the text: "


def _told(tmp_path: Path, text: str) -> list[tuple[str, str, str]]:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return [(one.code, str(one.place).removeprefix("a.yaml:"), one.message) for one in read(path, "a.yaml")[1]]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: 100 River Road #210, City\n", "1:19", f"{BEGINS}'#210, City' is not printed"),
        ("a: 100 River Road # 210\n", "1:19", f"{BEGINS}'# 210' is not printed"),
        ("a: 100 River Road  # 210\n", "1:20", f"{BEGINS}'# 210' is not printed"),
        ("a: two words # remark\n", "1:14", f"{BEGINS}'# remark' is not printed"),
        ("a: word #2\n", "1:9", f"{BEGINS}'#2' is not printed"),
        ("a: #210 River Road\nb: c\n", "1:4", f"{BEGINS}'#210 River Road' is not printed"),
        ("- #3\n- x\n", "1:3", f"{BEGINS}'#3' is not printed"),
        ("a: one\n  two #3\nb: c\n", "2:7", f"{BEGINS}'#3' is not printed"),
        ("a: {b: one two #3\n  }\n", "1:16", f"{BEGINS}'#3' is not printed"),
        (f"a: one two #{'x' * 90}\n", "1:12", f"{BEGINS}'#{'x' * 59} …' is not printed"),
        (
            "a: >\n    one\n  # two\nb: c\n",
            "3:3",
            "this line is a comment, and ends the text above: '# two' is not printed",
        ),
        (
            "a: one two\n\n  # three\nb: c\n",
            "3:3",
            "this line is a comment, and ends the text above: '# three' is not printed",
        ),
        (
            "- b: |\n    one\n   # two\n",
            "3:4",
            "this line is a comment, and ends the text above: '# two' is not printed",
        ),
        ("a: !Stop now\n", "1:4", "'!Stop', which begins this text, has a meaning of its own and is not printed"),
        ("a: ! now\n", "1:4", "'!', which begins this text, has a meaning of its own and is not printed"),
        ("a: &Co partners\n", "1:4", "'&Co', which begins this text, has a meaning of its own and is not printed"),
        ("a: !!str [b]\n", "1:4", "'!!str', which begins this text, has a meaning of its own and is not printed"),
        ("a:\n  b: >\n    one\n  Note: two\n", "4:3", "the colon makes a key of 'Note', and ends the text above"),
        ("a: one\n  two\nwhat comes: three\n", "3:1", "the colon makes a key of 'what comes', and ends the text above"),
        ("a: one\n  - two\n", "2:3", "this line begins with a dash, but is read as part of the text above"),
        (
            "a: one\n  fax:217\n",
            "2:7",
            "there is no blank behind the colon of 'fax', so that this line is read as part of the text above",
        ),
    ],
)
def test_what_is_left_out_of_a_text_is_told_where_it_begins(tmp_path: Path, text: str, place: str, said: str) -> None:
    assert _told(tmp_path, text) == [("LOD-301", place, said)]


@pytest.mark.parametrize(
    "text",
    [
        "# above\na: one two\n# below\nb: c\n",
        "a: one two  # remark\nb: one two\t # remark\n",
        "a: word # remark\nb: 12 # of them\nc: 2026-01-01 # by phone\n",
        "a: # remark\n  b: c\nd: # remark\n",
        "a: 'one two' #3\nb: \"x\" #4\nc: [d] #5\n",
        "a: 'Suite #210'\nb: see#3\nc: >\n  one #2\n  # three\n",
        "a:\n  - en: >\n      text\n    # about es\n    es: x\n",
        "a:\n  # about b\n  b: c\n  # about d\n  d: e\n",
        "a: 'one two'\n  # remark\nb: [c]\n  # remark\n",
        "a: &x one\nb: *x\n",
        "a: see\n  https://x.org\n  mailto:x@y.org\n  10:30 and -5\n",
        "a: >\n  one\n  - two\n  fax:217\n",
        "a: >\n  one\nb: two\nDOI: 10\nNote: x\n",
        "a: 'one\n  two'\nb: [x]\nTwo words: x\n",
    ],
)
def test_what_is_plainly_meant_so_is_left_alone(tmp_path: Path, text: str) -> None:
    assert _told(tmp_path, text) == []


def test_no_text_of_our_own_content_loses_a_word() -> None:
    project = Project.open(ROOT)
    for path in sorted(project.content.rglob("*.yaml")):
        assert read(path, project.relative(path))[1] == (), path


def test_an_address_whose_suite_is_lost_is_not_used(mini: Miniature) -> None:
    mini.append("content/clinic.yaml", "address: 100 River Road #210, Springfield\n")
    catalogue = mini.load()
    assert [one.code for one in catalogue.findings] == ["LOD-301"]
    assert catalogue.clinic is None
    (one,) = catalogue.findings
    assert one.help == "put quotation marks around the whole text; a comment goes on a line of its own"
