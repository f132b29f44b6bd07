"""Parts of one element, put together again: what the engine broke over pages or columns is one list, one table, one paragraph.

The engine makes an element of the structure tree of each part, and a head of a table anew on each page. But the tree tells the
logical structure (ISO 32000-1, 14.7.1; PDF/UA-1, 7.1), and a page break is none of it: a list that goes on would be read out as two.
Which elements belong together stands in what was carried from their HTML (``engine/split_elements.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from pikepdf import Array, Name, String

from brochures.pdf.marked_content import ObjGen
from brochures.pdf.structure_elements import carried, elements, is_element, marks_inside, on_its_page, put

_REPEATED = (Name.THead, Name.TFoot)
"""What stands in a table once, however often it is printed."""


class _Kid(NamedTuple):
    """What one part holds; ``key`` says which element of HTML it is a part of, empty: of none that was broken.

    ``made`` by the engine: a block of the words between two others. Several of those have one key.
    """

    kid: Any
    part: Any
    key: str = ""
    made: bool = False


def join(document: Any) -> list[tuple[ObjGen, int]]:
    """Put the parts below ``document`` together. Return page and number of each mark of a head or foot of a table that is printed again."""
    again: list[tuple[ObjGen, int]] = []
    names: dict[bytes, bytes] = {}
    _join([document], again, names)
    if names:
        _name_anew(document, names)
    return again


def _join(parts: Sequence[Any], again: list[tuple[ObjGen, int]], names: dict[bytes, bytes]) -> Any:
    """Return the first of ``parts``, which then holds what all of them hold."""
    whole = parts[0]
    kids: list[Any] = []
    for group in _grouped(parts):
        first = group[0]
        if not first.key:
            kids.append(on_its_page(first.kid, first.part, whole))
            continue
        found = [one.kid for one in group]
        if Name.Table == whole.S and found[0].S in _REPEATED:
            _drop(found, again, names)
            found = found[:1]
        elif "/ID" in found[0]:
            names.update((bytes(later.ID), bytes(found[0].ID)) for later in found[1:])
        kids.append(_join(found, again, names))
    if Name.Table == whole.S:
        kids.sort(key=lambda kid: Name.TFoot == kid.S)
    put(whole, kids)
    return whole


def _grouped(parts: Sequence[Any]) -> list[list[_Kid]]:
    """Return what ``parts`` hold, in order, with parts of one element in one group."""
    groups: list[list[_Kid]] = []
    begun: dict[str, list[_Kid]] = {}
    for stretch in (stretch for part in parts for stretch in _stretches(part)):
        for at, kid in enumerate(stretch):
            group = begun.get(kid.key) if kid.key else None
            if kid.made:
                group = (
                    groups[-1] if at == 0 and groups and groups[-1][-1].made and groups[-1][-1].key == kid.key else None
                )
            if group is None:
                group = []
                groups.append(group)
                if kid.key and not kid.made:
                    begun[kid.key] = group
            group.append(kid)
    return groups


def _stretches(part: Any) -> Iterator[list[_Kid]]:
    """Yield what ``part`` holds on its page, for an element in columns column by column."""
    own = carried(part)
    kids = [_kid(kid, part) for kid in part.K]
    columns = own.get("data-columns") == "true"

    def is_column(kid: _Kid) -> bool:
        return columns and kid.made and kid.key == own["data-part"]

    for in_columns, run in groupby(kids, is_column):
        if in_columns:
            yield from ([_kid(kid, column.kid) for kid in column.kid.K] for column in run)
        else:
            yield list(run)


def _kid(kid: Any, part: Any) -> _Kid:
    own = carried(kid) if is_element(kid) else {}
    return _Kid(kid, part, own.get("data-part", ""), own.get("anonymous") == "true")


def _drop(heads: Sequence[Any], again: list[tuple[ObjGen, int]], names: dict[bytes, bytes]) -> None:
    """Note the marks of all ``heads`` but the first, and that each of their cells is one of the first's."""
    first = [cell for cell in elements(heads[0]) if "/ID" in cell]
    for head in heads[1:]:
        again += marks_inside(head)
        later = [cell for cell in elements(head) if "/ID" in cell]
        names.update((bytes(new.ID), bytes(old.ID)) for old, new in zip(first, later, strict=True))


def _name_anew(document: Any, names: dict[bytes, bytes]) -> None:
    """Let each cell of a table that goes on name the heads that are left."""
    for element in elements(document):
        heads = element.A.get("/Headers") if element.S == Name.TD and "/A" in element else None
        if heads is not None:
            element.A.Headers = Array([String(names.get(bytes(head), bytes(head))) for head in heads])
