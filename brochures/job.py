"""A job: a piece with every name replaced by the thing it names. What the later stages see of the content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from brochures.findings import Place
from brochures.formats import Format
from brochures.model.base import Review
from brochures.model.notes import EditorialNote
from brochures.model.sources import Citation, Helpline
from brochures.model.statements import Audience, Kind
from brochures.model.studies import Article, ReviewArticle, Trial


@dataclass(frozen=True)
class Plain:
    """A run of words as they were written."""

    text: str


@dataclass(frozen=True)
class Call:
    """A telephone number that was verified or that the clinic gave."""

    text: str

    @property
    def href(self) -> str:
        """Return the number as a ``tel:`` address (RFC 3966), letters and spaces left out."""
        return "tel:" + "".join(sign for sign in self.text if sign.isdigit())


@dataclass(frozen=True)
class Figure:
    """A number drawn from a study's record."""

    text: str


@dataclass(frozen=True)
class ClinicFact:
    """A fact from ``clinic.yaml``; ``value`` is ``None`` until the clinic supplies it."""

    name: str
    value: str | None
    place: Place


Run = Plain | Call | Figure | ClinicFact
Words = tuple[Run, ...]


@dataclass(frozen=True)
class Wording:
    """A statement's words for one audience: a lead, and points under it where there are any."""

    lead: Words
    items: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Source:
    """Something that can be cited: a source or a study."""

    name: str
    short: str
    cite: Citation


@dataclass(frozen=True)
class Statement:
    """A statement as one piece prints it."""

    name: str
    kind: Kind
    wording: Wording
    sources: tuple[Source, ...]
    review: Review
    place: Place


@dataclass(frozen=True)
class Study:
    """A study's record with the source by which it is cited."""

    name: str
    record: Trial | ReviewArticle | Article
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Note:
    """An editorial note, with the sources it names and, for each statement that it names, the pieces that print it."""

    number: str
    record: EditorialNote
    printed: tuple[tuple[str, tuple[str, ...]], ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class HelplineCard:
    """A help line as it is printed."""

    name: str
    record: Helpline
    call: Call


@dataclass(frozen=True)
class Picture:
    """An image with its alternative text; ``file`` is relative to the shop's root."""

    name: str
    file: str
    alt: str


@dataclass(frozen=True)
class Block:
    """One block: the component that sets it, and what it sets, with every name resolved."""

    component: str
    content: Any


@dataclass(frozen=True)
class Section:
    """A panel of a brochure or a part of a packet. ``reading`` marks a brochure's words in reading form."""

    name: str
    title: str
    audience: Audience
    blocks: tuple[Block, ...]
    reading: bool = False


@dataclass(frozen=True)
class Job:
    """Everything that one piece prints, in reading order."""

    slug: str
    title: str
    subject: str
    document: str
    format: Format
    audience: Audience
    language: str
    editions: tuple[str, ...]
    version: str
    dated: date
    review: Review
    lead: str
    sections: tuple[Section, ...]
    clinic: Mapping[str, ClinicFact]
    labels: Mapping[str, str]
    place: Place

    def things(self, kind: type) -> Iterator[Any]:
        """Yield every thing of ``kind`` that the sections print, in reading order."""
        for section in self.sections:
            for block in section.blocks:
                yield from _things(block.content, kind)


def _things(value: Any, kind: type) -> Iterator[Any]:
    if isinstance(value, kind):
        yield value
    if isinstance(value, Statement):
        for words in (value.wording.lead, *value.wording.items):
            yield from _things(words, kind)
        yield from _things(value.sources, kind)
    elif isinstance(value, Study | Note):
        yield from _things(value.sources, kind)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _things(part, kind)
    elif isinstance(value, tuple):
        for part in value:
            yield from _things(part, kind)
