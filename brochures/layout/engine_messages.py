"""Engine messages: what the engine said, told where the person who can mend it has written it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from brochures.compose.html import Composition
from brochures.compose.passage_numbers import place_of
from brochures.findings import Finding, Place, codes
from brochures.geometry.passages import NONE

if TYPE_CHECKING:
    from brochures.engine.messages import Message


def told(messages: Iterable[Message], composition: Composition) -> Iterator[Finding]:
    """Yield the findings of ``messages``; that of a character names it, once for each place where it is written.

    Letters from another face and marks beside their letters are told once a passage, whatever the edition.
    """
    said = [*messages]
    found = (finding for one in said if one.finding.code not in _LETTERS for finding in _placed(one, composition))
    yield from dict.fromkeys(finding.about(composition.slug, composition.medium) for finding in found)
    yield from dict.fromkeys(finding.about(composition.slug) for finding in _letters(said, composition))


def _placed(message: Message, composition: Composition) -> Iterator[Finding]:
    if message.resource:
        put = [picture.place for picture in composition.pictures if picture.file == message.resource]
        yield from (replace(message.finding, place=place) for place in put or [Place(message.resource)])
        return
    if not message.sign:
        at_template = message.finding.code == codes.IGNORED_STYLE.name and not message.finding.place.file
        place = Place(f"templates/documents/{composition.document}.html") if at_template else message.finding.place
        yield replace(message.finding, place=place)
        return
    said = f"no font of ours has {_named(message.sign)}"
    for place in _places(message, composition):
        yield codes.MISSING_GLYPH.at(place, said, _mend(message))


def _mend(message: Message) -> str:
    """Return what to do about a letter that no face has; scripts that run from right to left are not set at all."""
    if unicodedata.bidirectional(message.sign) in {"R", "AL"}:
        return "write the name in Latin letters, as its owner does: words from right to left are not set here"
    return message.finding.help


_LETTERS = frozenset({codes.OTHER_FACE.name, codes.MARK_BESIDE.name})


def _letters(messages: Iterable[Message], composition: Composition) -> Iterator[Finding]:
    """Yield what is told of drawn letters: those of one passage and one face together, at the first of them."""
    groups: dict[tuple[str, str, str, int], dict[str, Place]] = {}
    for message in messages:
        if message.finding.code in _LETTERS:
            passage = message.origins[0].passage if message.origins else NONE
            letters = groups.setdefault((message.finding.code, message.face, message.wanted, passage), {})
            letters.setdefault(message.sign, next(iter(_places(message, composition))))
    for (code, face, wanted, _), letters in groups.items():
        named = ", ".join(_named(letter) for letter in list(letters)[:SHOWN]) + (
            " and others" if len(letters) > SHOWN else ""
        )
        place = min(letters.values())
        if code == codes.OTHER_FACE.name:
            said = f"'{face}' stepped in for {named}: '{wanted}' does not have {'it' if len(letters) == 1 else 'them'}"
            yield codes.OTHER_FACE.at(place, said, "set the whole name in a face that has all its letters, or add one")
        else:
            mend = "add a face that sets it on its letter, or ask whose name it is how else it may be written"
            yield codes.MARK_BESIDE.at(place, f"the mark stands beside its letter in {named}, set in '{face}'", mend)


def _places(message: Message, composition: Composition) -> list[Place]:
    places = [place_of(origin, composition.passages, message.sign) for origin in message.origins]
    return [*dict.fromkeys(places)] or [Place("templates")]


def _named(letter: str) -> str:
    """Return ``letter`` with the names and numbers of the characters that it consists of."""
    names = (f"{unicodedata.name(sign, 'a character without a name')}, U+{ord(sign):04X}" for sign in letter)
    return f"'{letter}' ({' with '.join(names)})"


SHOWN = 6
"""How many letters a finding names."""
