"""Lists of partners: each rule with a row that breaks it and one that just does not, and that no finding quotes what a cell holds."""

from __future__ import annotations

import os
import random
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from brochures.findings import BrochureError
from brochures.partners.cells import LONGEST
from brochures.partners.reading import partner_list
from brochures.partners.sending import Sending
from tests.partners.lists import BLOCK, FIELDS, PACKET, partners_of, rows_of, told_of, with_defaults, workbook

HEADS = "Name,Organization"
HIDDEN = "Zzyzx"

LONG, WHOLE = LONGEST[FIELDS[0]] + 1, LONGEST[FIELDS[0]]
COMPOSED, DECOMPOSED = f"{'é' * WHOLE},B", "e\u0301" * WHOLE + ",B"

RULES = [
    # code, heads, a row that breaks the rule, one that just does not, the column, part of the message
    ("PKT-201", "Name,Organization,City", ",,Town", "A. Sample,,Town", 0, "neither Name nor Organization is given"),
    ("PKT-201", "Name,Organization,City", ' ,"  ",Town', ",Example Clinic,Town", 0, "neither Name nor Organization"),
    ("PKT-202", HEADS, "A. \x07Sample,B", "A. Sample,B", 1, "the Name has a sign that nobody sees, U+0007"),
    ("PKT-202", HEADS, "A,Example\u202eClinic", "A,Example\u00a0Clinic", 2, "U+202E (right-to-left override), as its letter 8"),
    ("PKT-202", HEADS, '"A.\nSample",B', "A. Sample,B", 1, "the Name has an end of a line behind its letter 2"),
    ("PKT-202", HEADS, "A\x00B,C", "A B,C", 1, "U+0000"),
    ("PKT-203", HEADS, '"=HYPERLINK(""http://example.org"",""x"")",B', "A = B,C", 1, "begins as a formula does, with U+003D"),
    ("PKT-203", HEADS, "A,@SUM(1)", "A,B @ C", 2, "the Organization begins as a formula does"),
    ("PKT-203", HEADS, "A,+cmd|' /C calc'!A0", "A,B + C", 2, "U+002B (plus sign)"),
    ("PKT-203", HEADS, "\uff1d1+1,B", "A,B", 1, "U+FF1D"),
    ("PKT-204", HEADS, "../x,B", "A. B. Sample,C", 1, "the Name is the path of a file"),
    ("PKT-204", HEADS, "A,C:\\Windows", "A,c/o B and/or C", 2, "the Organization is the path of a file"),
    ("PKT-204", HEADS, "A,/etc/passwd", "A,24/7 Help", 2, "path"),
    ("PKT-205", HEADS, f"{'A' * 300},B", f"{'A' * WHOLE},B", 1, f"the Name has 300 letters, and may have {WHOLE}"),
    ("PKT-205", HEADS, f"{'A' * LONG},B", COMPOSED, 1, f"the Name has {LONG} letters"),
    ("PKT-206", "Name,E-mail", "A,b@example", "A,b@example.org", 2, "the E-mail is none to which mail can be sent"),
    ("PKT-206", "Name,E-mail", "A,b(at)example.org", "A,b.c+d@mail.example.org", 2, "the E-mail has no @"),
    ("PKT-206", "Name,E-mail", "A,b@example.org c@example.org", "A,b@example.org", 2, "has 2 @"),
    ("PKT-206", "Name,E-mail", "A,bé@example.org", "A,be@example.org", 2, "letters beyond ASCII"),
    ("PKT-207", "Name,Fax", "A,555-0100", "A,(217) 555-0100", 2, "the Fax has 7 digits"),
    ("PKT-207", "Name,Fax", "A,(117) 555-0100", "A,217.555.0100 ext. 42", 2, "has 10 digits, and is no number that can be called"),
    ("PKT-207", "Name,Telephone", "A,+44 20 79", "A,+44 20 7946 0958", 2, "the Telephone has 6 digits"),
    ("PKT-207", "Name,Telephone", "A,2.17556E+09", "A,2175550100", 2, "shortened the Telephone to a power of ten"),
    ("PKT-207", "Name,Telephone", "A,911", "A,1-217-555-0100", 2, "has 3 digits"),
    ("PKT-208", "Name,ZIP Code", "A,2134", "A,02134", 2, "the ZIP Code has 4 digits: a zero in front was probably lost"),
    ("PKT-208", "Name,ZIP Code", "A,62701-12", "A,62701-1234", 2, "has 7 digits, and a ZIP Code has 5"),
    ("PKT-208", "Name,ZIP Code", "A,1234567", "A,K1A 0B1", 2, "has 7 digits"),
    ("PKT-209", "Name,NPI", "A,1234567890", "A,1234567893", 2, "the NPI is no NPI: its check digit does not fit"),
    ("PKT-209", "Name,NPI", "A,123456789", "A,", 2, "it has ten digits"),
    ("PKT-210", "Name,Language", "A,es", "A,EN", 2, "the Language is none that the packet has"),
    ("PKT-211", "Name,Parts", "A,letter; frm", "A,Letter; form", 2, "name as number 2 a part that the packet does not have"),
    ("PKT-212", HEADS, "Zoe\u0301,B", "Zo\u00e9,B", 1, "the Name has letters and accents apart"),
]  # fmt: skip


def _list(folder: Path, *lines: str, name: str = "partners.csv") -> Path:
    path = folder / name
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())
    return path


@pytest.mark.parametrize(("code", "heads", "bad", "good", "column", "message"), RULES, ids=lambda one: str(one)[:24])
def test_each_rule_tells_what_breaks_it_and_nothing_more(  # noqa: PLR0917 one table
    tmp_path: Path, code: str, heads: str, bad: str, good: str, column: int, message: str
) -> None:
    path = _list(tmp_path, heads, bad)
    ((found, line, at, said),) = [one for one in told_of(path) if one[0].startswith("PKT-2")]
    assert (found, line, at) == (code, 2, column)
    assert message in said
    assert len(partners_of(path)) == (code == "PKT-212")
    quiet = _list(tmp_path, heads, good)
    assert [one for one in told_of(quiet) if one[0].startswith("PKT-2")] == []
    assert len(partners_of(quiet)) == 1


@pytest.mark.parametrize("row", [row for row in RULES if row[2].strip(', "')], ids=lambda row: str(row[2])[:24])
def test_no_finding_quotes_what_a_cell_holds(tmp_path: Path, row: tuple[str, str, str, str, int, str]) -> None:
    heads, bad = row[1], row[2]
    cells = bad.split(",", 1)
    marked = f"{HIDDEN}{cells[0]},{cells[1]}" if row[4] == 2 else f"{cells[0]}{HIDDEN},{HIDDEN}"
    for finding in (one for found in rows_of(_list(tmp_path, heads, marked)) for one in found.findings):
        assert HIDDEN not in finding.message + finding.help
        assert not cells[1] or cells[1] not in finding.message


def test_what_logs_and_traces_hold_of_a_row_names_nobody(tmp_path: Path) -> None:
    path = _list(tmp_path, HEADS, f"{HIDDEN},{HIDDEN}", f"{HIDDEN},../x", f'{HIDDEN},"B')
    rows = rows_of(path)
    assert HIDDEN not in repr(rows).replace(str(tmp_path), "")
    (partner,) = [row.partner for row in rows if row.partner is not None]
    assert f"{partner!r}{partner}" == 2 * f"Partner('{path}:2')"
    one = Sending.to(partner, "pack", "1", content="", words="", sha256="", file="a.pdf", final=False)
    assert HIDDEN not in repr(one)


def test_a_partner_has_what_the_row_says_and_where_it_stands(tmp_path: Path) -> None:
    heads = "Organization;Name;Credential;Street;City;State;ZIP Code;Fax;E-mail;Telephone;NPI;Parts"
    row = '"Example; Clinic";A. Sample;MD;1 Main St;Town;IL;62701;(217) 555-0100;a@example.org;217-555-0101;1234567893;form|letter'
    (partner,) = partners_of(_list(tmp_path, heads, row), with_defaults(salutation="Dear colleague:"))
    assert (partner.name, partner.credential, partner.organisation) == ("A. Sample", "MD", "Example; Clinic")
    assert partner.address == ("1 Main St", "Town, IL 62701")
    assert (partner.fax, partner.phone, partner.email) == ("(217) 555-0100", "217-555-0101", "a@example.org")
    assert (partner.npi, partner.language, partner.parts) == ("1234567893", "en", ("form", "letter"))
    assert (partner.salutation, partner.postcode, partner.addressee) == ("Dear colleague:", "62701", "A. Sample, MD")
    assert (partner.row.line, partner.row.file) == (2, str(tmp_path / "partners.csv"))


def test_letters_are_counted_as_they_are_printed(tmp_path: Path) -> None:
    (partner,) = partners_of(_list(tmp_path, HEADS, DECOMPOSED))
    assert partner.name == "é" * WHOLE


def test_what_a_cell_leaves_open_the_packet_says(tmp_path: Path) -> None:
    path = _list(tmp_path, "Name,Parts", "A,", "B,consent")
    assert [one.parts for one in partners_of(path, with_defaults(parts=["letter"]))] == [("letter",), ("consent",)]
    assert [one.parts for one in partners_of(path)] == [(), ("consent",)]


def test_a_partner_who_stands_twice_is_kept_once(tmp_path: Path) -> None:
    same = ["A. Sample,Example Clinic", "a.  SAMPLE,\uff25xample clinic", "A. Sample,Other", "A. Sample,Example Clinic"]
    path = _list(tmp_path, HEADS, *same)
    assert [one.organisation for one in partners_of(path)] == ["Example Clinic", "Other"]
    assert [(code, line, said) for code, line, _, said in told_of(path)] == [
        ("PKT-213", 3, "the same name and organization stand on line 2, which is kept"),
        ("PKT-213", 5, "the same name and organization stand on line 2, which is kept"),
    ]


def test_a_bad_row_does_not_take_the_place_of_a_good_one_of_the_same_name(tmp_path: Path) -> None:
    path = _list(tmp_path, "Name,ZIP Code", "A,213", "A,02134")
    assert [code for code, *_ in told_of(path)] == ["PKT-208"]
    assert len(partners_of(path)) == 1


ENCODINGS = {
    "UTF-8": ("utf-8", ""), "UTF-8 with a mark": ("utf-8-sig", ""), "UTF-16 with a mark": ("utf-16", ""),
    "UTF-16, little end first": ("utf-16-le", "UTF-16-LE"), "UTF-16, big end first": ("utf-16-be", "UTF-16-BE"),
    "Windows-1252": ("cp1252", "Windows-1252"),
}  # fmt: skip


@pytest.mark.parametrize("name", ENCODINGS)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_list_is_read_from_any_encoding_with_any_separator_and_end_of_lines(
    tmp_path: Path, name: str, separator: str, end: str
) -> None:
    encoding, guessed = ENCODINGS[name]
    lines = ["Name,Organization", 'A. Sample,"B, C"', "Zoé Núñez,“Häuser” – 2 €"]
    other = [line.replace("B, C", "B; C").replace(",", separator).replace("B; C", f"B{separator} C") for line in lines]
    path = tmp_path / "partners.csv"
    path.write_bytes("".join(f"{line}{end}" for line in other).encode(encoding))
    between = " " if separator == "\t" else f"{separator} "
    assert [(one.name, one.organisation) for one in partners_of(path)] == ([
        ("A. Sample", f"B{between}C"), ("Zoé Núñez", "“Häuser” – 2 €"),
    ] if separator != "\t" else [("Zoé Núñez", "“Häuser” – 2 €")])  # fmt: skip
    told = [(code, line) for code, line, _, said in told_of(path) if code == "PKT-102" and guessed in said]
    assert [code for code, _ in told] == (["PKT-102"] if guessed else [])
    if name == "Windows-1252" and end != "\r":
        assert told == [("PKT-102", 3)]


def test_bytes_that_are_no_letters_spoil_their_row_alone(tmp_path: Path) -> None:
    path = tmp_path / "partners.csv"
    path.write_bytes("Name,Organization\nZoé,Ünder\nA,B".encode() + b"\xff\xfe\nC,D\n")
    assert [one.name for one in partners_of(path)] == ["Zoé", "C"]
    assert [one[:3] for one in told_of(path)] == [("PKT-103", 3, 2)]
    path.write_bytes(b"Name,Organization\nZo\xe9,B\x81\nC,D\n")
    assert [one[:3] for one in told_of(path)] == [("PKT-102", 2, 0), ("PKT-103", 2, 2)]
    path.write_bytes("Name,Organization\nZoé,Ünder\nA,B\nC,D\n".encode())
    assert told_of(path) == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("A,B,C", "the row has 3 cells, and there are 2 heads"),
        ("A", "the row has 1 cells, and there are 2 heads"),
        ('A,"B', "a quotation mark opens here and is not closed in its row"),
        ('"A" b,C', "behind a quotation mark that closes stands more than a separator"),
        (f"A,{'B' * 70_000}", "the line has more than 65,536 letters"),
    ],
)
def test_a_row_that_cannot_be_told_apart_spoils_no_other(tmp_path: Path, row: str, message: str) -> None:
    path = _list(tmp_path, HEADS, "First,One", row, *(f"P{number},Q" for number in range(60)))
    assert [(code, line, said) for code, line, _, said in told_of(path)] == [("PKT-108", 3, message)]
    assert [one.row.line for one in partners_of(path)] == [2, *range(4, 64)]


def test_a_row_with_something_below_no_head_is_told(tmp_path: Path) -> None:
    path = _list(tmp_path, f"{HEADS},,", "A,B,,", "A,Example, Inc.,", ",,,")
    assert told_of(path) == [("PKT-108", 3, 3, "something stands in column 3 (C), which has no head")]
    assert [one.organisation for one in partners_of(path)] == ["B"]


def test_a_row_may_run_over_several_lines_within_quotation_marks(tmp_path: Path) -> None:
    path = _list(tmp_path, "Name,Mailing address", 'A,"1 Main St\nTown, IL 62701"', "", "B,2 Main St")
    packet = with_defaults()
    wanted = {**packet.columns, FIELDS[0].ADDRESS: "Address"}
    found = partners_of(path, type(packet)("pack", wanted, packet.defaults, packet.languages, packet.parts))
    assert [(one.address, one.row.line) for one in found] == [
        (("1 Main St", "Town, IL 62701"), 2),
        (("2 Main St",), 5),
    ]


def _refused(path: Path) -> tuple[str, str, str]:
    with pytest.raises(BrochureError) as wrong:
        rows_of(path)
    (finding,) = wrong.value.findings
    return finding.code, finding.message, finding.help


@pytest.mark.parametrize(
    ("heads", "code", "message", "mend"),
    [
        (
            "A. Sample,Example Clinic",
            "PKT-104",
            "none of the 2 cells of its first row is the head of a column",
            "Name, ",
        ),
        ("Nmae,City", "PKT-104", "no column is headed 'Name' or 'Organization'", "did you mean 'Name'?"),
        ("", "PKT-104", "the file is empty", ""),
        ("Name,Organization,Clinician", "PKT-107", "column 3 (C) means 'Name', as column 1 (A) does", "delete one"),
        ("Name,NAME ", "PKT-107", "column 2 (B) means 'Name'", ""),
    ],
)
def test_a_list_whose_columns_nobody_can_tell_is_not_read(
    tmp_path: Path, heads: str, code: str, message: str, mend: str
) -> None:
    found = _refused(_list(tmp_path, heads, "A. Sample,Example Clinic,B") if heads else _list(tmp_path))
    assert found[0] == code
    assert message in found[1]
    assert mend in found[2]
    assert HIDDEN not in "".join(_refused(_list(tmp_path, f"{HIDDEN},{HIDDEN}", "A,B")))


def test_heads_are_known_by_usual_variants_and_mistyped_ones_by_what_was_meant(tmp_path: Path) -> None:
    path = _list(tmp_path, "sep=;", "PROVIDER NAME;Practice;e mail;Telefone;Shoe size", "A;B;a@example.org;;44")
    (partner,) = partners_of(path)
    assert (partner.name, partner.organisation, partner.email) == ("A", "B", "a@example.org")
    with partner_list(path, PACKET) as found:
        told = [(one.code, str(one.severity), one.place.column, one.help) for one in found.findings]
    assert ("PKT-105", "warning", 4, "did you mean 'Telephone'?") in told
    assert ("PKT-105", "note", 5, "nothing of it is printed") in told
    (lacking,) = [said for code, _, _, said in told_of(path, lacking=True) if code == "PKT-106"]
    assert "'Fax'" in lacking
    assert "'E-mail'" not in lacking


def test_a_list_that_lacks_nothing_is_told_of_nothing(tmp_path: Path) -> None:
    path = _list(tmp_path, ",".join(BLOCK.columns.values()), "A" + "," * (len(BLOCK.columns) - 1))
    assert told_of(path, lacking=True) == []


def test_a_list_of_heads_alone_is_told(tmp_path: Path) -> None:
    assert ("PKT-109", "below its heads stands nobody") in [(one[0], one[3]) for one in told_of(_list(tmp_path, HEADS))]
    assert "PKT-109" not in [one[0] for one in told_of(_list(tmp_path, HEADS, "A,B"))]


def test_what_is_no_list_is_told_as_what_it_is(tmp_path: Path) -> None:
    odd = {
        b"%PDF-1.7": "it is a PDF file", b"\xd0\xcf\x11\xe0" + bytes(600): "an old Excel (.xls), or one with a password",
        b"PK\x03\x04nothing": "the workbook is damaged", b"\x89PNG\r\n\x1a\n": "it is a PNG picture",
        b"\xff\xfe\x00\x00N\x00\x00\x00": "it is written in UTF-32",
    }  # fmt: skip
    for number, (data, message) in enumerate(odd.items()):
        path = tmp_path / f"{number}.csv"
        path.write_bytes(data)
        assert (_refused(path)[0], message in _refused(path)[1]) == ("PKT-101", True)
    assert _refused(tmp_path)[:2] == ("PKT-101", "it is a folder")
    assert _refused(tmp_path / "none.csv")[0] == "PKT-101"


YAML = """\
partners:
  - Name: A. Sample
    organization: Example Clinic
    ZIP Code: 02134
    Parts: [letter, form]
  - name: B. Sample
    fax: 555-0100
  - just words
"""


def test_a_list_in_yaml_is_read_with_the_place_of_each_value(tmp_path: Path) -> None:
    path = tmp_path / "partners.yaml"
    path.write_text(YAML, encoding="utf-8")
    with pytest.raises(BrochureError, match=r"column 5 \(E\) means 'Name'"):
        rows_of(path)
    path.write_text(YAML.replace("name:", "Name:"), encoding="utf-8")
    (partner,) = partners_of(path)
    assert (partner.name, partner.postcode, partner.parts, partner.row.line) == (
        "A. Sample", "02134", ("letter", "form"), 2,
    )  # fmt: skip
    assert [one[:3] for one in told_of(path)] == [("PKT-207", 7, 10), ("PKT-108", 8, 5)]
    path.write_text("partners: [", encoding="utf-8")
    with pytest.raises(BrochureError):
        rows_of(path)


def test_noise_is_told_and_never_a_traceback(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 the same noise in every run
    for number in range(60):
        path = tmp_path / f"{number}.csv"
        path.write_bytes(b"Name,Organization\n" + bytes(chance.randrange(256) for _ in range(400)))
        with suppress(BrochureError):
            rows_of(path)


def test_a_list_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _list(tmp_path, HEADS, "A,B")
    opened = Path.open

    def refused(self: Path, *args: object, **named: object) -> object:
        if self == path:
            raise PermissionError(13, os.strerror(13), str(path))
        return opened(self, *args, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refused)
    assert _refused(path)[1] == "the system does not let it be read: Permission denied"


def test_a_workbook_is_known_by_its_bytes_whatever_it_is_called(tmp_path: Path) -> None:
    path = workbook(tmp_path / "partners.xlsx", [["Name"], ["A. Sample"]])
    assert [one.name for one in partners_of(path.rename(tmp_path / "partners.csv"))] == ["A. Sample"]


def test_a_workbook_is_read_as_it_is_shown(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "partners.xlsx",
        [
            ["Name", "Organization", "ZIP Code", "Fax", "NPI", "Street"],
            ["A. Sample", "Example Clinic", 2134, 2175550100, 1234567893, 12],
            ["B. Sample", "Example Clinic", "02134", "+44 20 7946 0958", None, "1 Main St"],
            [None, None, None],
            ["C. Sample", "Example Clinic", 62701.0],
        ],
        {"C2": "00000"},
    )
    assert [(one.name, one.postcode, one.fax, one.row.line) for one in partners_of(path)] == [
        ("A. Sample", "02134", "2175550100", 2), ("B. Sample", "02134", "+44 20 7946 0958", 3), ("C. Sample", "62701", "", 5),
    ]  # fmt: skip
    assert told_of(path) == []


def test_what_a_table_program_made_of_a_cell_is_told_and_never_turned_back(tmp_path: Path) -> None:
    rows: dict[int, tuple[list[Any], str, int, str]] = {
        2: (["A", "B", 2134], "PKT-208", 3, "the ZIP Code has 4 digits: a zero in front was probably lost"),
        3: (
            ["A", datetime(2026, 3, 4), None],  # noqa: DTZ001 a workbook knows no zones
            "PKT-214",
            2,
            "kept as a date or a time",
        ),
        4: ([17, "B", None], "PKT-214", 1, "the Name is kept as a number, and words belong there"),
        5: (["A", "B", 62701.5], "PKT-214", 3, "a number with a fraction"),
        6: (["A", True, None], "PKT-214", 2, "kept as yes or no"),
        7: (["=1+1", "B", None], "PKT-203", 1, "begins as a formula does"),
        8: (["A", "#N/A", None], "PKT-214", 2, "the error of a formula"),
        9: (["A", "B", None, None, "beyond"], "PKT-108", 0, "the row has 5 cells, and there are 3 heads"),
    }
    path = workbook(
        tmp_path / "partners.xlsx", [["Name", "Organization", "ZIP Code"], *[row for row, *_ in rows.values()]]
    )
    told = {line: (code, column, said) for code, line, column, said in told_of(path) if line > 1}
    for line, (_, code, column, message) in rows.items():
        assert told[line][:2] == (code, column)
        assert message in told[line][2]
    assert set(told) == set(rows)
    assert partners_of(path) == []


def test_a_workbook_that_lies_about_itself_is_read_or_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "partners.xlsx", [["Name"], *[[f"P{number}"] for number in range(50)]])
    data = path.read_bytes()
    for at in range(100, len(data), max(1, len(data) // 60)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        with suppress(BrochureError):
            rows_of(path)
    path.write_bytes(data[: len(data) // 2])
    assert _refused(path)[:2] == ("PKT-101", "the workbook is damaged")
    path.write_bytes(data)
    monkeypatch.setattr("brochures.partners.spreadsheet.MOST_ROWS", 50)
    with pytest.raises(BrochureError, match="damaged from row 51 on"):
        rows_of(path)
    monkeypatch.setattr("brochures.partners.spreadsheet.MOST_ROWS", 51)
    assert len(rows_of(path)) == 50
    monkeypatch.setattr("brochures.partners.spreadsheet.LARGEST_SHEET", 100)
    assert "unpacks to" in _refused(path)[1]


def test_what_its_reader_is_refused_is_not_told_of_the_list(tmp_path: Path) -> None:
    path = _list(tmp_path, HEADS, "A,B")
    with pytest.raises(OSError, match="no space"), partner_list(path, PACKET):
        raise OSError(28, "no space")
