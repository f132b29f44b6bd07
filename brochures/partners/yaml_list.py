"""Lists in YAML: read by the house's own reader, with the place of each value. One mapping a partner; parts and address may be lists."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from brochures.findings import BrochureError, Place, codes
from brochures.load.yaml_source import Manuscript, Route, read
from brochures.partners.table import ListCell, ListRow, ListTable

KEY = "partners"
"""The key that the list may stand below."""

_ENTRIES = "write '- ' before each partner, and below it a line for each column, such as 'Name: A. Sample'"


@contextmanager
def yaml_list(path: Path, file: str) -> Iterator[ListTable]:
    """Open the list at ``path``, which findings call ``file``. Raise ``BrochureError`` with everything that is wrong with it as YAML."""
    manuscript, findings = read(path, file)
    if any(finding.is_error for finding in findings):
        raise BrochureError(*findings)
    route, entries = _entries(manuscript)
    heads: dict[str, Place] = {}
    for number, entry in enumerate(entries):
        for key in entry if isinstance(entry, dict) else ():
            heads.setdefault(str(key), manuscript.place((*route, number, key), key=True))
    if entries and not heads:
        raise BrochureError(codes.NO_HEADS.at(manuscript.place(route), "its entries have no keys", _ENTRIES))
    cells = tuple(ListCell(head, place) for head, place in heads.items())
    yield ListTable(file, cells, _rows(manuscript, route, entries, tuple(heads)), findings)


def _entries(manuscript: Manuscript) -> tuple[Route, list[Any]]:
    data = manuscript.data
    route: Route = ()
    if isinstance(data, dict) and KEY in data:
        data, route = data[KEY], (KEY,)
    if not isinstance(data, list):
        raise BrochureError(codes.NO_HEADS.at(manuscript.place(route), "this is no list of partners", _ENTRIES))
    return route, data


def _rows(manuscript: Manuscript, route: Route, entries: list[Any], heads: tuple[str, ...]) -> Iterator[ListRow]:
    for number, entry in enumerate(entries):
        here = (*route, number)
        place = manuscript.place(here)
        if not isinstance(entry, dict):
            yield ListRow(place, (), codes.BROKEN_ROW.at(place, "this entry has no keys", _ENTRIES))
            continue
        yield ListRow(place, tuple(_cell(entry.get(head), manuscript.place((*here, head))) for head in heads))


def _cell(value: Any, place: Place) -> ListCell:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ListCell("\n".join(value), place)
    if isinstance(value, dict | list):
        return ListCell("", place, "a mapping")
    return ListCell("" if value is None else str(value), place)
