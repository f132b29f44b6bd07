"""Findings as people and programs read them: every part of a line, what is counted, and the order."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from brochures.findings import NOWHERE, BrochureError, Code, Finding, Place, Severity, codes
from brochures.findings.report import as_json, as_table, as_text, sorted_findings
from brochures.findings.suggest import near

PLACE = Place("content/a.yaml", 3, 4)
WHOLE = Finding("LAY-201", Severity.ERROR, "a message", "a help", PLACE, "fold", "desk", 2, (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (NOWHERE, ""),
        (Place("a"), "a"),
        (Place("a", 3), "a:3"),
        (Place("a", 3, 4), "a:3:4"),
        (Place("", 3, 4), "3:4"),
    ],
)
def test_a_place_is_written_as_far_as_it_is_known(place: Place, text: str) -> None:
    assert str(place) == text


@pytest.mark.parametrize(("severity", "error"), [("error", True), ("warning", False), ("note", False)])
def test_only_an_error_stops_a_piece(severity: str, *, error: bool) -> None:
    assert replace(WHOLE, severity=Severity(severity)).is_error is error


def test_a_finding_learns_what_it_is_about_and_keeps_what_it_knew() -> None:
    plain = Finding("LAY-201", Severity.ERROR, "a message")
    assert plain.about("fold", "desk", 2) == replace(plain, piece="fold", edition="desk", page=2)
    assert WHOLE.about() == WHOLE
    assert WHOLE.about("pack") == replace(WHOLE, piece="pack")
    assert WHOLE.about(edition="press", page=3) == replace(WHOLE, edition="press", page=3)
    assert plain.on((1, 2, 3, 4), 5) == replace(plain, area=(1, 2, 3, 4), page=5)


def test_a_finding_is_written_flat_and_read_back_without_its_area() -> None:
    flat = {
        "code": "LAY-201", "severity": "error", "message": "a message", "help": "a help", "file": "content/a.yaml", "line": 3, "column": 4,
        "piece": "fold", "edition": "desk", "page": 2,
    }  # fmt: skip
    assert WHOLE.as_dict() == flat
    assert Finding.from_dict(flat) == replace(WHOLE, area=None)
    assert json.loads(as_json([WHOLE, WHOLE])) == [flat, flat]
    assert '\n  "message": "é"' in as_json([replace(WHOLE, message="é")])


def test_a_code_gives_a_finding_of_its_own_weight_or_another() -> None:
    code = Code("LAY-999", Severity.WARNING, "a title", "An explanation.", "do this", "bad", "good")
    assert code.at(PLACE, "m", "h") == Finding("LAY-999", Severity.WARNING, "m", "h", PLACE)
    assert code.at(PLACE, "m", severity=Severity.NOTE) == Finding("LAY-999", Severity.NOTE, "m", "", PLACE)


def test_an_exception_tells_all_its_findings() -> None:
    assert str(BrochureError(WHOLE, replace(WHOLE, message="another"))) == "a message; another"


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (WHOLE, "content/a.yaml:3:4 (fold desk page 2) LAY-201 error: a message\n    help: a help"),
        (replace(WHOLE, page=0, help=""), "content/a.yaml:3:4 (fold desk) LAY-201 error: a message"),
        (replace(WHOLE, piece="", edition="", page=0, help=""), "content/a.yaml:3:4 LAY-201 error: a message"),
        (replace(WHOLE, place=NOWHERE, help=""), "fold desk page 2 LAY-201 error: a message"),
        (Finding("LAY-201", Severity.NOTE, "a message"), "build LAY-201 note: a message"),
    ],
)
def test_a_line_begins_with_the_place_and_what_it_is_about(finding: Finding, line: str) -> None:
    assert as_text([finding]) == line


def test_a_weight_may_be_coloured() -> None:
    assert as_text([WHOLE], lambda text, weight: f"<{weight}>{text}</>").split("\n")[0] == (
        "content/a.yaml:3:4 (fold desk page 2) LAY-201 <error>error</>: a message"
    )


WAITING = sorted(code.name for code in codes.ALL.values() if code.counted)


def _waits(code: str, piece: str, severity: str = "warning") -> Finding:
    return Finding(code, Severity(severity), "a message", "", PLACE, piece)


def test_what_a_piece_waits_for_is_counted_piece_by_piece() -> None:
    one, two = WAITING[:2]
    found = [_waits(two, "fold"), _waits(one, "fold"), _waits(two, "fold"), WHOLE, _waits(one, "pack")]
    counted = {name: codes.ALL[name].counted for name in (one, two)}
    help_ = "\n    help: './build.py check {}' lists each of them with its place"
    assert as_text(found, fold=True) == "\n".join(
        [
            as_text([WHOLE]),
            f"fold proof: 1 {counted[one]} ({one}), 2 {counted[two]} ({two})" + help_.format("fold"),
            f"pack proof: 1 {counted[one]} ({one})" + help_.format("pack"),
        ]
    )
    assert as_text(found).count("\n") == 5
    assert "<warning>proof</>" in as_text(found[:1], lambda text, weight: f"<{weight}>{text}</>", fold=True)


@pytest.mark.parametrize("severity", ["error", "note"])
def test_an_error_and_a_note_are_never_counted(severity: str) -> None:
    found = [_waits(WAITING[0], "fold", severity)]
    assert as_text(found, fold=True) == as_text(found)


def test_another_warning_is_not_counted() -> None:
    found = [_waits("LAY-201", "fold")]
    assert as_text(found, fold=True) == as_text(found)


def test_a_table_has_columns_of_one_width() -> None:
    rows = [("piece", "n", "x"), ("a", "10", "yy"), ("longer name", "3", "")]
    assert as_table(rows) == "piece        n   x\na            10  yy\nlonger name  3"
    assert as_table(rows, frozenset({1})) == "piece         n  x\na            10  yy\nlonger name   3"


def test_findings_are_sorted_by_weight_place_code_and_piece_without_repeats() -> None:
    def one(severity: str, line: int, code: str = "A", piece: str = "a") -> Finding:
        return Finding(code, Severity(severity), "m", "", Place("a", line), piece)

    order = [
        one("error", 1, "A"), one("error", 1, "B", "a"), one("error", 1, "B", "b"), one("error", 2), one("warning", 1), one("note", 1),
        one("note", 9),
    ]  # fmt: skip
    assert sorted_findings([*reversed(order), *order]) == tuple(order)


def test_causes_come_before_what_follows_from_them() -> None:
    places = {
        "PUB-101": "",
        "HND-101": "",
        "PRS-404": "",
        "PRE-201": "b",
        "OVR-201": "content/a",
        "EDT-201": "content/b",
        "STY-201": "styles/a",
    }
    found = [Finding(code, Severity.ERROR, "m", "", Place(place), "a") for code, place in places.items()]
    last = Finding("STY-203", Severity.WARNING, "m", "", Place("styles/a"))
    order = [one.code for one in sorted_findings([last, *found])]
    assert order == ["STY-201", "OVR-201", "EDT-201", "PRS-404", "PRE-201", "HND-101", "PUB-101", "STY-203"]


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("fodl", ["pack", "fold"], "did you mean 'fold'?"),
        ("xyz", ["pack", "fold"], "known here: fold, pack"),
        ("xyz", [], ""),
        ("abcde", ["abcxy", "zz"], "did you mean 'abcxy'?"),
        ("abcde", ["abxyz"], "known here: abxyz"),
        ("xyz", [f"a{n:02}" for n in range(12)], "known here: " + ", ".join(f"a{n:02}" for n in range(12))),
        ("xyz", [f"a{n:02}" for n in range(13)], "known here: " + ", ".join(f"a{n:02}" for n in range(12)) + " …"),
    ],
)
def test_what_was_probably_meant_is_named_or_else_what_there_is(word: str, known: list[str], hint: str) -> None:
    assert near(word, known) == hint
    assert near(word, dict.fromkeys(known)) == hint


@pytest.mark.parametrize(
    ("encoding", "as_written"), [("utf-8", True), ("cp1252", False), ("cp437", False), ("ascii", False), ("odd", False)]
)
def test_json_is_json_in_every_code_page(encoding: str, *, as_written: bool) -> None:
    message = "‘ễ’ 🙂 Ä"
    text = as_json([Finding("LOD-101", Severity.ERROR, message)], encoding)
    assert json.loads(text)[0]["message"] == message
    assert (message in text) is as_written
    assert as_written or text.isascii()


def test_what_is_a_fault_of_its_own_is_listed_where_others_are_counted() -> None:
    void, unsigned = codes.VOID_SIGNATURE, codes.NOT_REVIEWED
    found = [one.at(Place("content/a.yaml", 1, 1), one.title).about("fold") for one in (void, unsigned)]
    told = as_text(found, fold=True)
    assert "REL-105 warning: words that were changed after they were signed" in told
    assert "fold proof: 1 texts without a signature (REL-102)" in told
    assert "void signatures (REL-105)" not in told
