"""Delimited lists (CSV): read row by row, whatever separates their cells. A quotation mark that does not close spoils its own row alone."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from brochures.findings import BrochureError, Place, codes
from brochures.partners.encodings import encoding_of
from brochures.partners.table import ListCell, ListRow, ListTable

SEPARATORS = (",", ";", "\t", "|")
"""What may stand between two cells."""

LONGEST_LINE = 65_536
"""Letters in one line of the file."""

MOST_LINES = 40
"""Lines of the file that one row may run over: an address has a handful."""

_LONG_LINE, _OPEN_QUOTE = "long line", "open quote"
_QUOTES = "put a cell that holds a quotation mark between quotation marks, and write the one within twice"


class _BrokenRowError(Exception):
    """A row that has no end: its text says which way."""


class _ListLines:
    """The lines of a file for the reader of rows. ``row`` are those of the row that is being read, ``number`` that of its last line."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._kept: deque[str] = deque()
        self.row: list[str] = []
        self.number = 0

    def __iter__(self) -> _ListLines:
        return self

    def __next__(self) -> str:
        if len(self.row) >= MOST_LINES:
            raise _BrokenRowError(_OPEN_QUOTE)
        line = self._kept.popleft() if self._kept else self._file.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        self.row.append(line)
        self.number += 1
        if len(line) >= LONGEST_LINE and not line.endswith(("\n", "\r")):
            while (more := self._file.readline(LONGEST_LINE)) and not more.endswith(("\n", "\r")):
                pass
            raise _BrokenRowError(_LONG_LINE)
        return line

    def begin(self) -> int:
        """Begin a row; return the number of its first line."""
        self.row = []
        return self.number + 1

    def give_back(self) -> None:
        """Let all but the first line of this row be read again."""
        self._kept.extendleft(reversed(self.row[1:]))
        self.number -= len(self.row[1:])
        self.row = self.row[:1]


@contextmanager
def delimited(path: Path, file: str, is_head: Callable[[str], bool]) -> Iterator[ListTable]:
    """Open the list at ``path``, which findings call ``file``; ``is_head`` knows the heads of columns. Raise ``BrochureError`` where it is none."""
    encoding = encoding_of(path, file)
    with path.open(encoding=encoding.name, errors="replace", newline="") as opened:
        lines = _ListLines(opened)
        heads, separator = _heads(lines, file, is_head)
        rows = _rows(lines, file, separator)
        yield ListTable(file, heads, rows, encoding.findings)


def _heads(lines: _ListLines, file: str, is_head: Callable[[str], bool]) -> tuple[tuple[ListCell, ...], str]:
    """Return the first row that is not empty, and what separates its cells: what gives the most known heads, then the most cells."""
    said = ""
    while True:
        start = lines.begin()
        try:
            line = next(lines)
        except _BrokenRowError as wrong:
            message = f"its first line has more than {LONGEST_LINE:,} letters"
            raise BrochureError(
                codes.UNREAD_LIST.at(Place(file, 1), message, "see that it is the right file")
            ) from wrong
        except StopIteration:
            raise BrochureError(
                codes.NO_HEADS.at(Place(file), "the file is empty", "see that it is the right file")
            ) from None
        if line.lower().startswith("sep=") and len(line.strip()) == len("sep=;"):
            said = line.strip()[-1]
        elif line.strip():
            break
    found = {separator: _split(line, separator) for separator in ((said,) if said else SEPARATORS)}
    best = max(found, key=lambda separator: (sum(map(is_head, found[separator])), len(found[separator])))
    return tuple(_cells(found[best], Place(file, start))), best


def _split(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])
    except csv.Error:
        return []


def _rows(lines: _ListLines, file: str, separator: str) -> Iterator[ListRow]:
    reader = csv.reader(lines, delimiter=separator, skipinitialspace=True, strict=True)
    while True:
        place = Place(file, lines.begin())
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _BrokenRowError) as wrong:
            yield _broken(lines, place, wrong)
            lines.give_back()
            continue
        yield ListRow(place, tuple(_cells(cells, place)))


def _broken(lines: _ListLines, place: Place, wrong: Exception) -> ListRow:
    first = (ListCell(lines.row[0].strip("\r\n")[:LONGEST_LINE], place),)
    if str(wrong) == _LONG_LINE:
        message, mend = f"the line has more than {LONGEST_LINE:,} letters", "see that the list was saved whole"
    elif len(lines.row) > 1 or "unexpected end" in str(wrong):
        message, mend = "a quotation mark opens here and is not closed in its row", "close it, or take it out"
    else:
        message, mend = "behind a quotation mark that closes stands more than a separator", _QUOTES
    return ListRow(place, first, codes.BROKEN_ROW.at(place, message, mend))


def _cells(cells: Sequence[str], place: Place) -> Iterator[ListCell]:
    for number, text in enumerate(cells, 1):
        yield ListCell(text, Place(place.file, place.line, number))
