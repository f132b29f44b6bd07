"""Editorial rules: what the clinic has laid down for one piece: word lists, required parts, waivers, verified telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from brochures.findings import Finding, codes
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.helplines import unconfirmed
from brochures.load.model.roles import SigningRole
from brochures.load.model.sources import Helpline, Verification
from brochures.load.model.waivers import Waiver
from brochures.resolve.job import EditorialRules, Job
from brochures.resolve.waived import Waived

NO_RULES = EditorialRules(None, {}, None, {}, (), frozenset())
"""A project that has laid down nothing."""

_NUMBER = re.compile(r"\+?\(?\d[\d)( .-]*(?:[A-Z]{3,4}(?:-\d{4})?\b|\d)|\d")
_PHONES = ("phone", "after_hours_phone", "fax", "tty", "interpreter_phone", "intake_contact", "privacy_contact")
"""The clinic's facts that may hold a telephone number; the figures of an address or of opening hours are none."""

WAIVED_KINDS = ("statement", "study", "source", "help line", "form", "image", "label", "note", "printer")
"""The kinds of things in whose lines a waiver lets a finding pass. A piece is known by its name, whatever else is called so."""

_LONG_DISTANCE = 11
"""Digits of a North American number with its leading 1."""


def editorial_rules(catalogue: Catalogue, job: Job) -> EditorialRules:
    """Return the rules for ``job``."""
    words = catalogue.shelf("word list").get(job.language)
    facts = catalogue.shelf("facts of the house").get(job.language)
    rules = catalogue.shelf("document")
    rule = rules.get(job.slug) or rules.get(job.document)
    return EditorialRules(
        words.thing if words else None,
        {name: entry.thing for name, entry in catalogue.shelf("part").items()},
        rule.thing if rule else None,
        {name: entry.thing for name, entry in catalogue.shelf("study").items()},
        waivers(catalogue),
        frozenset(_numbers(catalogue)),
        frozenset(_unverified(catalogue)),
        {name: tuple(_unconfirmed(name, entry)) for name, entry in catalogue.shelf("help line").items()},
        {name: entry.thing for name, entry in catalogue.shelf("list of names").items()},
        {name: entry.thing for name, entry in catalogue.shelf("language").items()},
        {name: entry.thing for name, entry in catalogue.shelf("text of law").items()},
        facts.thing if facts else None,
        roles(catalogue),
        {
            name: (one.thing, one.manuscript.place(one.route, key=True))
            for name, one in catalogue.shelf("thing to look up").items()
        },
    )


def roles(catalogue: Catalogue) -> Mapping[str, SigningRole]:
    """Return who may sign what, by the name of the role."""
    return {name: entry.thing for name, entry in catalogue.shelf("role").items()}


def waivers(catalogue: Catalogue) -> tuple[Waived, ...]:
    """Return every waiver with the lines that it is about."""
    return tuple(_waived(catalogue, name, entry) for name, entry in catalogue.shelf("waiver").items())


def bare(number: str) -> str:
    """Return a telephone number as digits and capital letters, without a leading 1."""
    signs = "".join(sign for sign in number if sign.isdigit() or sign.isupper())
    return signs[1:] if len(signs) == _LONG_DISTANCE and signs[0] == "1" else signs


def _numbers(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue.shelf("help line").values():
        yield from _numbers_of(entry.thing)
    if catalogue.clinic is not None:
        for fact in _PHONES:
            yield from _numbers_in(getattr(catalogue.clinic.thing, fact))


def _unverified(catalogue: Catalogue) -> Iterator[str]:
    lines = [entry.thing for entry in catalogue.shelf("help line").values()]
    seen = {
        number for line in lines if line.verification is not Verification.UNVERIFIED for number in _numbers_of(line)
    }
    for line in lines:
        if line.verification is Verification.UNVERIFIED:
            yield from (number for number in _numbers_of(line) if number not in seen)


def _unconfirmed(name: str, entry: Entry[Helpline]) -> Iterator[Finding]:
    for one in unconfirmed(entry.thing):
        yield codes.UNCONFIRMED.at(entry.place(*one.route), f"{name}: {one.message}", one.mend)


def _numbers_of(line: Helpline) -> Iterator[str]:
    for text in (line.call, line.also, line.text, line.tty):
        yield from _numbers_in(text)


def _numbers_in(text: str | None) -> Iterator[str]:
    return map(bare, _NUMBER.findall(text or ""))


def _waived(catalogue: Catalogue, name: str, entry: Entry[Waiver]) -> Waived:
    waiver, place = entry.thing, entry.manuscript.place(entry.route, key=True)
    if waiver.thing is None:
        return Waived(name, waiver, place, waiver.file or "", 0, 0)
    for kind in () if waiver.thing in catalogue.pieces else WAIVED_KINDS:
        about = catalogue.shelf(kind).get(waiver.thing)
        if about is not None:
            spot = about.manuscript.spots[about.route]
            return Waived(name, waiver, place, about.manuscript.file, spot.key[0] + 1, spot.end[0] + 1)
    return Waived(name, waiver, place, "", 0, 0)
