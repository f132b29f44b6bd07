"""Citing: the records that names and links lead to, as they are cited where the name or link stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from brochures.findings import Place
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.model.source_links import SourceLink
from brochures.load.model.sources import Verification
from brochures.resolve.job import CitedSource

Unknown = Callable[[str, str, Place, Iterable[str]], None]
"""What is told of a kind of thing and a name that there is none of, where it is written, and the names that there are."""


@dataclass(frozen=True)
class LinkCount:
    """How many links to sources statements and forms have, and how many of those wait for somebody to read the source."""

    links: int = 0
    waiting: int = 0


NO_LINKS = LinkCount()
"""Of a run that could read no content."""


def cited(catalogue: Catalogue, names: Iterable[str], place: Place, unknown: Unknown) -> tuple[CitedSource, ...]:
    """Return the sources and studies called ``names``, which are cited in ``place``; ``unknown`` hears of the others."""
    studies = catalogue.shelf("study")
    records = {**catalogue.shelf("source"), **studies}
    found = []
    for name in names:
        if name in records:
            found.append(_cited(name, records[name].thing, place, study=name in studies))
        else:
            unknown("source", name, place, records)
    return tuple(found)


def _cited(name: str, record: Any, place: Place, *, study: bool) -> CitedSource:
    return CitedSource(
        name,
        record.short,
        record.cite,
        place,
        kind="study" if study else record.kind,
        alone=record.verification is not Verification.UNVERIFIED and getattr(record, "may_stand_alone", True),
        status=record.status,
        limits=record.limits if isinstance(record.limits, str) else " ".join(record.limits or ()),
        does_not_carry=record.does_not_carry,
    )


def linked(
    catalogue: Catalogue, links: Iterable[SourceLink], entry: Entry[Any], unknown: Unknown
) -> tuple[CitedSource, ...]:
    """Return what ``links``, the ``sources`` of ``entry``, lead to, each at the place of its link."""
    return tuple(
        replace(source, link=link)
        for link, place in places(links, entry)
        for source in cited(catalogue, (link.id,), place, unknown)
    )


def places(links: Iterable[SourceLink], entry: Entry[Any]) -> tuple[tuple[SourceLink, Place], ...]:
    """Return ``links``, the ``sources`` of ``entry``, each with its place."""
    return tuple((link, entry.place("sources", number)) for number, link in enumerate(links))


def count_links(shelves: Mapping[str, Mapping[str, Entry[Any]]]) -> LinkCount:
    """Count the links of the statements and forms on ``shelves``, printed or not."""
    links = [
        link
        for kind in ("statement", "form")
        for entry in shelves.get(kind, {}).values()
        for link in entry.thing.sources
    ]
    return LinkCount(len(links), sum(link.waits for link in links))
