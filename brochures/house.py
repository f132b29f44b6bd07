"""House: what the house has laid down for one piece: word lists, required parts, waivers, verified telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochures.job import House, Job, Waived
from brochures.load import Catalogue, Entry
from brochures.model.waivers import Waiver

NO_HOUSE = House(None, {}, None, {}, (), frozenset())
"""A shop that has laid down nothing."""

_NUMBER = re.compile(r"\+?\(?\d[\d)( .-]*(?:[A-Z]{3,4}(?:-\d{4})?\b|\d)|\d")
_LONG_DISTANCE = 11
"""Digits of a North American number with its leading 1."""


def house(catalogue: Catalogue, job: Job) -> House:
    """Return the rules for ``job``."""
    words = catalogue.shelf("word list").get(job.language)
    rules = catalogue.shelf("document")
    rule = rules.get(job.slug) or rules.get(job.document)
    return House(
        words.thing if words else None,
        {name: entry.thing for name, entry in catalogue.shelf("part").items()},
        rule.thing if rule else None,
        {name: entry.thing for name, entry in catalogue.shelf("study").items()},
        waivers(catalogue),
        frozenset(_numbers(catalogue)),
    )


def waivers(catalogue: Catalogue) -> tuple[Waived, ...]:
    """Return every waiver with the lines that it is about."""
    return tuple(_waived(catalogue, name, entry) for name, entry in catalogue.shelf("waiver").items())


def bare(number: str) -> str:
    """Return a telephone number as digits and capital letters, without a leading 1."""
    signs = "".join(sign for sign in number if sign.isdigit() or sign.isupper())
    return signs[1:] if len(signs) == _LONG_DISTANCE and signs[0] == "1" else signs


def _numbers(catalogue: Catalogue) -> Iterator[str]:
    texts = [
        text
        for entry in catalogue.shelf("help line").values()
        for text in (entry.thing.call, entry.thing.also, entry.thing.text, entry.thing.tty)
    ]
    if catalogue.clinic is not None:
        texts += catalogue.clinic.thing.model_dump().values()
    for text in texts:
        yield from map(bare, _NUMBER.findall(text or ""))


def _waived(catalogue: Catalogue, name: str, entry: Entry[Waiver]) -> Waived:
    waiver, place = entry.thing, entry.manuscript.place(entry.route, key=True)
    if waiver.thing is None:
        return Waived(name, waiver, place, waiver.file or "", 0, 0)
    for shelf in catalogue.shelves.values():
        about = shelf.get(waiver.thing)
        if about is not None:
            spot = about.manuscript.spots[about.route]
            return Waived(name, waiver, place, about.manuscript.file, spot.key[0] + 1, spot.end[0] + 1)
    return Waived(name, waiver, place, waiver.file or "", 0, 0)
