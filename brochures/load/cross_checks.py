"""Cross-checks: what is right in itself and not beside something else: records against themselves, panels against what they print twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from brochures.findings import Finding, Place, codes
from brochures.load.contradictions import Contradiction, in_citation, in_names, in_trial, not_yet
from brochures.load.form_rows import unset_rows
from brochures.load.model.base import Model, StatementName
from brochures.load.model.components import Block, Cover
from brochures.load.model.piece import Brochure, Packet
from brochures.load.model.scenes import Scene
from brochures.load.model.studies import Trial
from brochures.load.yaml_source import Route

_CITED = ("study", "source", "help line")
"""The kinds of records that cite something."""

_TITLE = re.compile(r"\btitles?\b", re.IGNORECASE)

_MEND = "correct the one that its source does not have; what needs a word is said in a note of the record"


def not_yet_out(shelves: Mapping[str, Mapping[str, Any]], today: date) -> Iterator[Finding]:
    """Yield each day of a record that has not come yet."""
    for kind in _CITED:
        for entry in shelves[kind].values():
            for route, message in not_yet(entry.thing.cite, today) if entry.thing.cite else ():
                yield codes.NOT_YET.at(
                    entry.place("cite", *route), message, "correct the year; or set the clock of this computer right"
                )


def not_yet_read(texts: Mapping[str, Any], today: date) -> Iterator[Finding]:
    """Yield each day of a text of law that has not come yet: nobody has read what is not yet there."""
    for entry in texts.values():
        law = entry.thing
        days = [(("dated",), law.dated), *((("read", number, "day"), one.day) for number, one in enumerate(law.read))]
        for route, day in days:
            if day is not None and day > today:
                message = f"'{route[-1]}' is {day}, and today is {today}"
                yield codes.NOT_YET.at(
                    entry.place(*route), message, "correct the day; or set the clock of this computer right"
                )


def unread_titles(shelves: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
    """Yield each doubt about the title of a record that prints one."""
    for kind in ("study", "source"):
        for name, entry in shelves[kind].items():
            doubts = entry.thing.unverified if entry.thing.cite.title is not None else ()
            for number, doubt in enumerate(doubts):
                if _TITLE.search(doubt):
                    yield codes.UNREAD_TITLE.at(
                        entry.place("unverified", number),
                        f"'{name}' prints a title, and says of it: {doubt}",
                        "write the title as 'working_title', which is never printed; or read it, and take this line out",
                    )


def contradictory(shelves: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, Finding]]:
    """Yield the kind and name of each record or form that contradicts itself, with what is wrong: nothing may be drawn from it."""
    yield from unset_rows(shelves)
    for kind in _CITED:
        for name, entry in shelves[kind].items():
            for route, message in _in_record(name, entry.thing):
                place = entry.place(*route) if route else entry.manuscript.place(entry.route, key=True)
                yield kind, name, codes.CONTRADICTION.at(place, message, _MEND)


def _in_record(name: str, record: Any) -> Iterator[Contradiction]:
    if isinstance(record, Trial):
        yield from in_trial(record)
    wrong = [*in_citation(record.cite)] if record.cite is not None else []
    for route, message in wrong:
        yield ("cite", *route), message
    if record.cite is not None and not wrong and hasattr(record, "short"):
        yield from in_names(name, record.short, record.cite)


def in_panels(pieces: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is wrong with the blocks of each piece beside one another, and in their scenes."""
    yield from printed_twice(pieces)
    yield from off_ground(pieces)


def printed_twice(pieces: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield each statement that one panel or part of a piece prints a second time, where it does so."""
    for entry in pieces.values():
        for route, blocks in _regions(entry.thing):
            first: dict[str, Place] = {}
            for where, name in _statements(blocks, route):
                place = entry.place(*where)
                if name in first:
                    yield codes.PRINTED_TWICE.at(
                        place,
                        f"'{name}' stands here a second time; the first is on line {first[name].line}",
                        "print it once, or another statement here",
                    )
                first.setdefault(name, place)


def off_ground(pieces: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield each figure of a scene that stands on nothing, where it is written."""
    for entry in pieces.values():
        for route, blocks in _regions(entry.thing):
            for where, scene in _scenes(blocks, route):
                for number, wrong in scene.off_ground():
                    yield codes.OFF_GROUND.at(
                        entry.place(*where, "figures", number, "at"),
                        f"figure {number + 1} of the scene: {wrong}",
                        "move it there, or take another figure or scene",
                    )


def _scenes(value: Any, route: Route) -> Iterator[tuple[Route, Scene]]:
    if isinstance(value, Scene):
        yield route, value
    elif isinstance(value, Block):
        yield from _scenes(getattr(value, value.component), (*route, value.component))
    elif isinstance(value, Cover):
        yield from _scenes(value.scene, (*route, "scene"))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _scenes(part, (*route, number))


def _regions(piece: Brochure | Packet) -> Iterator[tuple[Route, Any]]:
    if isinstance(piece, Brochure):
        yield from ((("panels", name), blocks) for name, blocks in piece.panels.items())
    else:
        yield from ((("parts", number, "blocks"), part.blocks) for number, part in enumerate(piece.parts))


def _statements(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(value, StatementName):
        yield route, str(value)
    elif isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            yield from _statements(getattr(value, name), (*route, field.alias or name))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _statements(part, (*route, number))
