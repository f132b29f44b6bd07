"""Tables of a finished file, held against the composition: rows, cells, what they span, which are headings, and what each cell names as its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from brochures.findings import NOWHERE, Finding, codes
from brochures.findings.check import check
from brochures.layout.checks.subject import counted, shown
from brochures.preflight.composed_roles import called, composed_path
from brochures.preflight.finished_file import FinishedFile
from brochures.preflight.structure_tree import TagElement

OF_A_GROUP = "Group"
"""The scope of a heading of several rows. A file has no word for it: there it is the one of a row, of a column, or of both."""

SCOPES = {"row": "Row", "rowgroup": OF_A_GROUP}
"""The scope of a heading cell in a file, by that in HTML; every other is a column's (ISO 32000-1, table 349)."""

_MEND = "build again with --force; if it stays, report it: the cells of a table are read out under their headings"


@dataclass(frozen=True)
class TagCell:
    """A cell: TH or TD, the columns and rows that it spans, the scope of a heading (empty: a cell has none)."""

    role: str
    columns: int
    rows: int
    scope: str

    def __str__(self) -> str:
        """Return what it is, in words."""
        heads = f"a heading cell of a {self.scope.lower()}" if self.scope else "a heading cell of nothing"
        what = heads if self.role == "TH" else called(self.role)
        over = f" over {counted(self.columns, 'column')} and {counted(self.rows, 'row')}"
        return what + (over if (self.columns, self.rows) != (1, 1) else "")

    def is_kept_by(self, other: TagCell) -> bool:
        """Return whether ``other``, of a file, is what this was composed as."""
        spans = (self.role, self.columns, self.rows) == (other.role, other.columns, other.rows)
        return spans and (self.scope == other.scope or (self.scope == OF_A_GROUP and bool(other.scope)))


Rows = tuple[tuple[str, tuple[TagCell, ...]], ...]
"""The rows of a table: the part that each stands in (``THead``, ``TFoot``, empty for its body), and its cells."""

PARTS = {"thead": "THead", "tfoot": "TFoot"}


@check(
    codes.TAG_ROLES,
    looks_for="tables whose rows, cells, headings and spans are not those of the composition, and cells that do not name their headings",
    source="ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7",
)
def tables(opened: FinishedFile) -> Iterator[Finding]:
    """Yield what is wrong with each table, the first thing of each."""
    if not opened.is_tagged:
        return
    composed, written = _composed_tables(opened), _written_tables(opened)
    if len(composed) != len(written):
        said = f"the file has {counted(len(written), 'table')} in its tags, and the piece {len(composed)}"
        yield codes.TAG_ROLES.at(NOWHERE, said, _MEND)
        return
    for number, (html, table) in enumerate(zip(composed, written, strict=True), 1):
        kids = opened.tree.children
        rows = [(row, kids.get(id(row), [])) for row in _rows_of_file(table, kids)]
        held = tuple((_part(row), tuple(map(_cell, cells))) for row, cells in rows)
        said = _difference(_composed_rows(html), held) or _unnamed([cells for _, cells in rows])
        if said:
            words = shown(" ".join(html.itertext()))
            yield codes.TAG_ROLES.at(NOWHERE, f"table {number} ('{words}'): {said}", _MEND)


def _composed_tables(opened: FinishedFile) -> list[Any]:
    """Return the tables of the composition that are read, in the order of reading."""
    texts = opened.reading.composed.texts
    holders = dict.fromkeys(said.element for said in texts if said.role not in {"running", "unread"})
    paths = (composed_path(one, {}) for one in holders if one is not None)
    return sorted(dict.fromkeys(table for path in paths for role, table in path if role == "Table"), key=_turn)


def _turn(element: Any) -> int:
    around = (element, *element.iterancestors())
    return int(next((one.get("data-order") for one in around if one.get("data-order")), 10**6))


def _written_tables(opened: FinishedFile) -> list[TagElement]:
    return [one for one in opened.tree.elements if one.role == "Table"]


def _composed_rows(table: Any) -> Rows:
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    rows.sort(key=lambda row: row.getparent().tag == "tfoot")
    return tuple(
        (PARTS.get(row.getparent().tag, ""), tuple(_composed_cell(cell) for cell in row if cell.tag in {"td", "th"}))
        for row in rows
    )


def _composed_cell(cell: Any) -> TagCell:
    scope = SCOPES.get(cell.get("scope") or "", "Column") if cell.tag == "th" else ""
    return TagCell(cell.tag.upper(), int(cell.get("colspan") or 1), int(cell.get("rowspan") or 1), scope)


def _rows_of_file(table: TagElement, kids: Mapping[int, Sequence[TagElement]]) -> list[TagElement]:
    """Return the rows of ``table``, whatever stands between it and them."""
    rows: list[TagElement] = []
    waiting = [*reversed(kids.get(id(table), ()))]
    while waiting:
        one = waiting.pop()
        if one.role == "TR":
            rows.append(one)
        elif one.role != "Caption":
            waiting += reversed(kids.get(id(one), ()))
    return rows


def _part(row: TagElement) -> str:
    role = "" if row.parent is None else row.parent.role
    return role if role in PARTS.values() else ""


def _cell(element: TagElement) -> TagCell:
    attributes = element.attributes
    scope = str(attributes.get("/Scope", "")).removeprefix("/") if element.role == "TH" else ""
    return TagCell(element.role, int(attributes.get("/ColSpan", 1)), int(attributes.get("/RowSpan", 1)), scope)


def _difference(composed: Rows, written: Rows) -> str:
    """Return where the two differ first, in words; empty where they do not."""
    if len(composed) != len(written):
        return f"it has {counted(len(written), 'row')} in the file, and was composed of {len(composed)}"
    for row, ((part, wanted), (other_part, found)) in enumerate(zip(composed, written, strict=True), 1):
        if part != other_part:
            return f"row {row} stands in {_of(other_part)} in the file, and was composed in {_of(part)}"
        if len(wanted) != len(found):
            return f"row {row} has {counted(len(found), 'cell')} in the file, and was composed of {len(wanted)}"
        for column, (one, other) in enumerate(zip(wanted, found, strict=True), 1):
            if not one.is_kept_by(other):
                return f"cell {column} of row {row} is {other} in the file, and was composed as {one}"
    return ""


def _of(part: str) -> str:
    return called(part) if part else "the body of a table"


def _unnamed(rows: Sequence[Sequence[TagElement]]) -> str:
    """Return which cell does not name the headings of its row and columns, in words; empty where each does."""
    heads: dict[bytes, tuple[int, int, int]] = {}
    places = _places(rows)
    for element, row, first, last in places:
        if element.role == "TH" and "/ID" in element.raw:
            heads[_bytes(element.raw["/ID"])] = (row if element.attributes.get("/Scope") == "/Row" else -1, first, last)
    for element, row, first, last in places:
        if element.role != "TD":
            continue
        named = [_bytes(name) for name in element.attributes.get("/Headers", ())]
        wanted = [
            key
            for key, (of_row, left, right) in heads.items()
            if (left <= last and first <= right if of_row < 0 else of_row == row)
        ]
        if any(name not in heads for name in named):
            return f"cell {first + 1} of row {row + 1} names a heading that the table does not have"
        if wanted and not named:
            return f"cell {first + 1} of row {row + 1} does not name its {counted(len(wanted), 'heading')}"
        if any(_elsewhere(heads[name], row, first, last) for name in named):
            return f"cell {first + 1} of row {row + 1} names a heading of another row or column as its own"
    return ""


def _elsewhere(head: tuple[int, int, int], row: int, first: int, last: int) -> bool:
    of_row, left, right = head
    return of_row > row if of_row >= 0 else last < left or right < first


def _places(rows: Sequence[Sequence[TagElement]]) -> list[tuple[TagElement, int, int, int]]:
    """Return each cell with its row, first and last column, from 0 (HTML Standard, 4.9.12: forming a table)."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row, cells in enumerate(rows):
        column = 0
        for element in cells:
            while (row, column) in taken:
                column += 1
            cell = _cell(element)
            taken |= {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
            found.append((element, row, column, column + cell.columns - 1))
            column += cell.columns
    return found


def _bytes(name: Any) -> bytes:
    held: bytes | None = getattr(name, "original_bytes", None)
    return str(name).encode() if held is None else held
