"""Rows that are set aside: in a file of their own, for its owner alone, that can be mended and read again."""

from __future__ import annotations

import csv
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from brochures.findings import BrochureError
from brochures.partners.reading import partner_list
from brochures.partners.set_aside import set_aside, set_aside_name
from tests.partners.lists import PACKET, partners_of, told_of

LIST = "Name,Organization,ZIP Code,Telephone,Note\n"


def _set_aside(path: Path, target: Path) -> list[list[str]]:
    with partner_list(path, PACKET) as found, set_aside(target, found.heads) as kept:
        for row in found.rows:
            if row.partner is None:
                kept.add(row)
    if not target.exists():
        assert not kept.count
        return []
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.reader(file)]
    assert len(rows) == kept.count + 1
    return rows


def _written(path: Path, *rows: str) -> Path:
    path.write_text(LIST + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_a_bad_row_stands_there_with_its_reason_and_can_be_mended_and_read_again(tmp_path: Path) -> None:
    path, target = _written(tmp_path / "a.csv", "A,B,2134,+44 20 7946 0958,n", "C,D,02134,,"), tmp_path / "to" / "x.csv"
    heads, row = _set_aside(path, target)
    assert heads == ["Name", "Organization", "ZIP Code", "Telephone", "Note", "Set aside because"]
    assert row[:5] == ["A", "B", "2134", "'+44 20 7946 0958", "n"]
    assert row[5] == "PKT-208: the ZIP Code has 4 digits: a zero in front was probably lost"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    mended = tmp_path / "mended.csv"
    mended.write_text(target.read_text(encoding="utf-8").replace(",2134,", ",02134,"), encoding="utf-8")
    (partner,) = partners_of(mended)
    assert (partner.name, partner.postcode, partner.phone) == ("A", "02134", "+44 20 7946 0958")
    assert [one for one in told_of(mended) if one[2] == 6] == []
    again = _set_aside(_written(tmp_path / "b.csv", "A,B,2134,,", "C,D,134,,"), target)
    assert len(again) == 3


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-1", "@SUM(1)", '"\t=1"', "\uff1d1"])
def test_no_table_program_works_out_a_cell_of_it(tmp_path: Path, cell: str) -> None:
    rows = _set_aside(_written(tmp_path / "a.csv", f"{cell},B,62701,,", f"A,B,1,,{cell}"), tmp_path / "x.csv")
    for row in rows:
        assert not any(one.lstrip().startswith(("=", "+", "-", "@", "\uff1d")) for one in row)


def test_a_row_with_too_many_cells_keeps_all_of_them(tmp_path: Path) -> None:
    _, row = _set_aside(_written(tmp_path / "a.csv", "A,B, Inc.,62701,,n"), tmp_path / "x.csv")
    assert (row[:5], row[6:]) == (["A", "B", "Inc.", "62701", ""], ["n"])
    assert row[5] == "PKT-108: the row has 6 cells, and there are 5 heads"


def test_where_nothing_is_set_aside_the_file_of_an_earlier_run_is_gone(tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    assert _set_aside(_written(tmp_path / "a.csv", "A,B,1,,"), target)
    assert not _set_aside(_written(tmp_path / "a.csv", "A,B,02134,,"), target)
    assert not target.exists()


def test_a_list_that_is_such_a_file_is_never_written_over() -> None:
    names = ["partners.csv", "partners.set-aside.csv", "partners.set-aside-2.csv", "a/b.c.xlsx"]
    assert [set_aside_name(Path(name)) for name in names] == [
        "partners.set-aside.csv", "partners.set-aside-2.csv", "partners.set-aside-3.csv", "b.c.set-aside.csv",
    ]  # fmt: skip


def test_a_run_that_breaks_off_leaves_the_file_of_an_earlier_one(tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    path = _written(tmp_path / "a.csv", "A,B,1,,")
    _set_aside(path, target)
    before = target.read_bytes()
    with suppress(KeyError), partner_list(path, PACKET) as found, set_aside(target, found.heads) as kept:
        kept.add(next(found.rows))
        raise KeyError
    assert target.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    path = _written(tmp_path / "a.csv", "A,B,1,,")
    with pytest.raises(BrochureError, match="is a file, and should be a folder"):
        _set_aside(path, tmp_path / "file" / "x.csv")
