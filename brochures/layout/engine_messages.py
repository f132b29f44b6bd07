"""Engine messages: what the engine said, told where the person who can mend it has written it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from brochures.compose.html import Composition
from brochures.compose.passage_numbers import place_of
from brochures.findings import Finding, Place, codes

if TYPE_CHECKING:
    from brochures.engine.messages import Message


def told(messages: Iterable[Message], composition: Composition) -> Iterator[Finding]:
    """Yield the findings of ``messages``; that of a character names it, once for each place where it is written."""
    found = (finding for message in messages for finding in _placed(message, composition))
    yield from dict.fromkeys(finding.about(composition.slug, composition.medium) for finding in found)


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
    name = unicodedata.name(message.sign, "a character without a name")
    said = f"no font of ours has '{message.sign}' ({name}, U+{ord(message.sign):04X})"
    places = [place_of(origin, composition.passages, message.sign) for origin in message.origins]
    for place in dict.fromkeys(places) or [Place("templates")]:
        yield codes.MISSING_GLYPH.at(place, said, message.finding.help)
