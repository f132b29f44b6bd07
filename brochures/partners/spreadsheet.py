"""Spreadsheets (XLSX): read row by row. What a table program made of a cell - a date, a number, a formula - is told, and never turned back."""

from __future__ import annotations

import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from brochures.findings import BrochureError, Place, codes
from brochures.partners.table import ListCell, ListRow, ListTable

MOST_COLUMNS = 200
"""Columns of a sheet that are looked at."""

MOST_ROWS = 1_048_576
"""Rows of a sheet (support.microsoft.com, Excel specifications and limits); a file that says more would never end."""

BEYOND = 5
"""Columns beyond the last head in which something may stand that belongs to none."""

LARGEST_SHEET, LARGEST_PART = 4 * 2**30, 256 * 2**20
"""Bytes, unpacked, of a sheet, which is read bit by bit, and of another part, which is kept in memory: a small file may unpack to a disk full."""

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_ZEROS = re.compile(r"0+")
"""A number format that shows all digits of a code, zeros in front included."""

_DAMAGE = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, struct.error, SyntaxError, KeyError, IndexError, ValueError, TypeError,
    AttributeError, EOFError, OverflowError, RecursionError, NotImplementedError, MemoryError, RuntimeError,
)  # fmt: skip
"""What readers of a damaged workbook raise; a ``SyntaxError`` is one of XML."""

_CSV = "save it once more as an Excel workbook (.xlsx), or as CSV UTF-8"


@contextmanager
def spreadsheet(path: Path, file: str) -> Iterator[ListTable]:
    """Open the first sheet of the workbook at ``path``, which findings call ``file``. Raise ``BrochureError`` where it cannot be read."""
    _look_inside(path, file)
    with path.open("rb") as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a workbook holds besides cells
        try:
            book = openpyxl.load_workbook(opened, read_only=True, data_only=False, keep_links=False)
        except _DAMAGE as wrong:
            raise _damaged(file) from wrong
        try:
            yield _table(book, file)
        finally:
            book.close()


def _look_inside(path: Path, file: str) -> None:
    """Refuse what is no workbook, or unpacks to more than can be read."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except _DAMAGE as wrong:
        raise _damaged(file) from wrong
    if not any(part.filename.lower() == "xl/workbook.xml" for part in parts):
        said = "it is a packed file, and no Excel workbook (.xlsx)"
        raise BrochureError(codes.UNREAD_LIST.at(Place(file), said, _CSV))
    for part in parts:
        most = LARGEST_SHEET if _SHEET.fullmatch(part.filename) else LARGEST_PART
        if part.file_size > most:
            said = f"a part of it unpacks to {part.file_size:,} bytes, more than {most:,}"
            raise BrochureError(codes.UNREAD_LIST.at(Place(file), said, "save it as CSV UTF-8"))


def _damaged(file: str, line: int = 0) -> BrochureError:
    said = f"the workbook is damaged from row {line} on" if line else "the workbook is damaged"
    return BrochureError(codes.UNREAD_LIST.at(Place(file, line), said, _CSV))


def _table(book: Any, file: str) -> ListTable:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    if not sheets:
        raise BrochureError(codes.UNREAD_LIST.at(Place(file), "the workbook has no sheet of cells", _CSV))
    sheet = sheets[0]
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    heads = next((row for row in _rows(sheet, file) if not row.is_empty), None)
    if heads is None:
        raise BrochureError(codes.NO_HEADS.at(Place(file), "its first sheet is empty", "see that it is the right file"))
    more = len(book.worksheets) - 1
    said = f"of its {more + 1} sheets only the first that is shown is read"
    told = (codes.STRANGE_COLUMN.at(Place(file), said, "move the list to the first sheet, if it is on another"),) if more else ()  # fmt: skip
    cells = [*heads.cells]
    while cells and not cells[-1].text.strip():
        cells.pop()
    rows = _rows(sheet, file, heads.place.line + 1, len(cells) + BEYOND)
    return ListTable(file, tuple(cells), rows, told, ragged=True)


def _rows(sheet: Any, file: str, first: int = 1, columns: int = MOST_COLUMNS) -> Iterator[ListRow]:
    line = first - 1
    try:
        for line, row in enumerate(sheet.iter_rows(min_row=first, max_col=columns), first):
            if line > MOST_ROWS:
                raise _damaged(file, line)
            cells = tuple(_cell(cell, Place(file, line, number)) for number, cell in enumerate(row, 1))
            while cells and not cells[-1].text and not cells[-1].odd:
                cells = cells[:-1]
            yield ListRow(Place(file, line), cells)
    except _DAMAGE as wrong:
        raise _damaged(file, line + 1) from wrong


def _cell(cell: Any, place: Place) -> ListCell:
    value = cell.value
    if value is None:
        return ListCell("", place)
    if isinstance(value, bool):
        return ListCell(str(value), place, "yes or no")
    if isinstance(value, datetime | date | time | timedelta):
        return ListCell(str(value), place, "a date or a time")
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format), place)
    if cell.data_type == "e":
        return ListCell(str(value), place, "the error of a formula")
    return ListCell(str(value), place)


def _number(value: float, shown_as: str, place: Place) -> ListCell:
    """Return a number as the sheet shows it: a whole one by its digits, with the zeros in front that its format gives it."""
    if value != value or value in {float("inf"), float("-inf")} or value != int(value):  # noqa: PLR0124 not a number
        return ListCell(str(value), place, "a number with a fraction")
    digits = str(int(value))
    return ListCell(digits.zfill(len(shown_as)) if _ZEROS.fullmatch(shown_as) else digits, place, number=True)
