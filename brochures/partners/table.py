"""A table as its file has it: heads and rows of cells, each with its place, before anybody knows what is in which column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from brochures.findings import Finding, Place


@dataclass(frozen=True)
class ListCell:
    """What stands in one cell, as text. ``odd`` says what else than text a table program keeps there, such as ``a date``; ``number``: a plain one."""

    text: str = field(repr=False)  # logs and traces hold what the others say
    place: Place
    odd: str = ""
    number: bool = False


@dataclass(frozen=True)
class ListRow:
    """One row; ``fault`` is why its cells cannot be told apart, where they cannot."""

    place: Place
    cells: tuple[ListCell, ...] = ()
    fault: Finding | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.fault is None and not any(cell.text.strip() or cell.odd for cell in self.cells)


@dataclass(frozen=True)
class ListTable:
    """The heads of a list, its rows one by one, and what was found in the file as a whole. ``ragged``: a row may end early, as a sheet's does."""

    file: str
    heads: tuple[ListCell, ...]
    rows: Iterator[ListRow]
    findings: tuple[Finding, ...] = ()
    ragged: bool = False


def column(number: int) -> str:
    """Return what the column ``number`` (from 1) is called: ``column 3 (C)``, as table programs letter it."""
    letters, rest = "", number
    while rest > 0:
        rest, one = divmod(rest - 1, 26)
        letters = chr(ord("A") + one) + letters
    return f"column {number} ({letters})"
