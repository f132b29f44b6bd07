"""Heads of groups of rows: each cell of a table names those that it is under, and no others (ISO 32000-1, 14.8.5.7).

The engine takes a head across a group of rows (``scope="rowgroup"``) for one of its columns, so that a cell is read out under the
heads of all groups. Here a cell has those of its own group. Where a group has two, the first is a title over it and all groups after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Name, String

from brochures.pdf.structure_elements import carried, elements, is_element

GROUP = "rowgroup"
"""The ``scope`` of a head over a group of rows."""


def name_groups(document: Any) -> None:
    """Let each cell below ``document`` name the heads of its own group of rows, before those of its row and column."""
    for element in elements(document):
        if Name.Table == element.S:
            _name(element)


def _name(table: Any) -> None:
    groups = [kid for kid in table.K if is_element(kid) and Name.TBody == kid.S]
    heads = [[bytes(cell.ID) for cell in _cells(group, Name.TH) if _is_over_rows(cell)] for group in groups]
    known = {head for group in heads for head in group}
    over: list[bytes] = []
    for group, own in zip(groups, heads, strict=True):
        over = own[:-1] or over
        for cell in _cells(group, Name.TD) if known else ():
            others = [bytes(head) for head in cell.A.get("/Headers", ()) if bytes(head) not in known]
            cell.A.Headers = Array([String(head) for head in (*over, *own[-1:], *others)])


def _cells(group: Any, kind: Name) -> Iterator[Any]:
    for cell in elements(group):
        if kind == cell.S and "/A" in cell:
            yield cell


def _is_over_rows(cell: Any) -> bool:
    return carried(cell).get("scope") == GROUP and "/ID" in cell
