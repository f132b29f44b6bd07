"""Bad links: what is wrong with links to sources and is seen only beside others, the records and the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from brochures.findings import Finding, Place, codes
from brochures.findings.suggest import near
from brochures.load.contradictions import first_day
from brochures.load.model.source_links import SourceLink

_LINKING = ("statement", "form", "note")
"""The kinds of things that link to sources."""

_RECORDS = ("source", "study")

Bad = tuple[str, str, Finding]
"""The kind and name of a thing, and what is wrong with a link of it."""


def bad_links(shelves: Mapping[str, Mapping[str, Any]], today: date) -> Iterator[Bad]:
    """Yield each link that cannot be right on the day ``today``, with the thing that it is a link of."""
    for kind in _LINKING:
        for name, entry in shelves[kind].items():
            first: dict[str, Place] = {}
            for number, link in enumerate(entry.thing.sources):
                place = entry.place("sources", number)
                for route, message, mend in _in_link(link, shelves, today):
                    yield kind, name, codes.BAD_LINK.at(entry.place("sources", number, *route), message, mend)
                if link.id in first:
                    message = f"'{link.id}' stands here a second time; the first is on line {first[link.id].line}"
                    yield kind, name, codes.BAD_LINK.at(place, message, "name it once, with all places under its 'at'")
                first.setdefault(link.id, place)


def unknown_statements(
    shelves: Mapping[str, Mapping[str, Any]], spoiled: Callable[[tuple[str, str]], bool]
) -> Iterator[Finding]:
    """Yield each statement that a record says it does not carry and that there is not; ``spoiled`` tells which may well be in a file with mistakes."""
    known = shelves["statement"]
    for kind in _RECORDS:
        for entry in shelves[kind].values():
            for number, one in enumerate(entry.thing.does_not_carry):
                for position, name in enumerate(one.statements):
                    if name not in known and not spoiled(("statement", name)):
                        place = entry.place("does_not_carry", number, "statements", position)
                        yield codes.BAD_LINK.at(place, f"there is no statement '{name}'", near(name, list(known)))


def _in_link(
    link: SourceLink, shelves: Mapping[str, Mapping[str, Any]], today: date
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield where in ``link`` something cannot be right, what that is, and its mend."""
    if link.read_from is None or link.read_until is None:
        return
    if link.read_from > today:
        message = f"it was read on a day that has not come: '{link.read}', and today is {today}"
        yield ("read",), message, "correct the day; or set the clock of this computer right"
    entry = shelves["study"].get(link.id) or shelves["source"].get(link.id)
    issued = entry.thing.cite.issued if entry is not None else None
    if issued is not None and link.read_until < first_day(issued) <= today:
        message = (
            f"it was read before it came out: '{link.read}', and the record of '{link.id}' has {first_day(issued)}"
        )
        yield ("read",), message, "correct the day, or link to the record of what was read"
