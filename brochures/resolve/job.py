"""A job: a piece with every name replaced by the thing it names. What the later stages see of the content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from brochures.design.formats import Format
from brochures.design.literal_colours import Literal
from brochures.design.print_shop import PrintShop
from brochures.findings import NOWHERE, Finding, Place
from brochures.load.model.forms import FormKind
from brochures.load.model.house_facts import HouseFacts
from brochures.load.model.languages import KnownLanguage
from brochures.load.model.law import LawText
from brochures.load.model.office import NO_WORD, Office
from brochures.load.model.parts import DocumentRule, RequiredPart
from brochures.load.model.piece import CitationFormat
from brochures.load.model.printed import PrintedVersion
from brochures.load.model.roles import SigningRole
from brochures.load.model.source_links import SourceLink
from brochures.load.model.sources import Citation, Helpline, NotCarried, PaperStatus
from brochures.load.model.statements import Audience, Kind
from brochures.load.model.studies import Article, ReviewArticle, Trial
from brochures.load.model.watch import WatchItem
from brochures.load.model.words import WordList
from brochures.load.positions import Writing
from brochures.project.edition import Edition
from brochures.resolve.addressed import Addressed
from brochures.resolve.every_value import everything
from brochures.resolve.facsimile import Facsimile
from brochures.resolve.inline_text import Call, ClinicFact, Wording, Words
from brochures.resolve.signed_words import SignedWords
from brochures.resolve.waived import Waived

Record = Trial | ReviewArticle | Article


@dataclass(frozen=True)
class CitedSource:
    """A source or a study as it is cited at ``place``: ``kind`` is a source's own, or ``study``; ``alone``: a fact may rest on it only."""

    name: str
    short: str
    cite: Citation
    place: Place = NOWHERE
    kind: str = ""
    alone: bool = True
    status: PaperStatus | None = None
    limits: str = ""
    does_not_carry: tuple[NotCarried, ...] = field(default=(), compare=False)
    link: SourceLink | None = None  # where in it the words stand that it is cited for, if it is for any


@dataclass(frozen=True)
class PrintedStatement:
    """A statement as one piece prints it."""

    name: str
    kind: Kind
    wording: Wording
    sources: tuple[CitedSource, ...]
    part: str | None
    audience: Audience
    place: Place


@dataclass(frozen=True)
class Study:
    """A study's record with the source by which it is cited."""

    name: str
    record: Record
    sources: tuple[CitedSource, ...]


@dataclass(frozen=True)
class HelplineCard:
    """A help line as it is printed. ``place`` is where the piece names it."""

    name: str
    record: Helpline
    call: Call
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class FormSheet:
    """A form as it is printed: each section's note, and the label of each of its fields, as runs."""

    name: str
    kind: FormKind
    title: str
    intro: str
    before_use: str | None
    sections: tuple[Mapping[str, Any], ...]
    place: Place
    links: tuple[tuple[SourceLink, Place], ...] = ()  # to the sources that shaped it; they are not printed
    wording: str = ""  # the digest of its words and fields


@dataclass(frozen=True)
class Destination:
    """Where a code leads: to the address of a record, or to that of the clinic, which may still be missing."""

    address: str | None
    name: str
    sources: tuple[CitedSource, ...] = ()
    fact: ClinicFact | None = None
    line: str = ""
    """The help line that it is of."""


@dataclass(frozen=True)
class PlacedPicture:
    """An image with its alternative text; ``file`` is relative to the project's root, ``place`` where the piece puts it."""

    name: str
    file: str
    alt: str
    place: Place = NOWHERE
    literals: tuple[Literal, ...] = ()
    """The colours that a drawing names by itself."""
    cut: str = ""
    """The end of a photograph's address that says what is kept of it (``engine.plain_pictures``), empty for all."""


@dataclass(frozen=True)
class ResolvedBlock:
    """One block: the component that sets it, what it sets, with every name resolved, and where it is written."""

    component: str
    content: Any
    file: str
    route: tuple[str | int, ...]

    @cached_property
    def _everything(self) -> tuple[Any, ...]:
        """Every value of ours in it, found in one walk: many checks ask for things of many kinds."""
        return tuple(everything(self.content))

    def things(self, kind: type) -> Iterator[Any]:
        """Yield every thing of ``kind`` that the block prints, in reading order."""
        return (thing for thing in self._everything if isinstance(thing, kind))


@dataclass(frozen=True)
class SpecimenSheet:
    """A specimen as it is shown: which component, for whom, where it may stand, and its blocks."""

    component: str
    audience: Audience
    places: tuple[str, ...]
    blocks: tuple[ResolvedBlock, ...]

    @property
    def fits_a_panel(self) -> bool:
        """Return whether it may stand in a panel, and so beside another."""
        return "panel" in self.places


@dataclass(frozen=True)
class Section:
    """A panel of a brochure or a part of a packet. ``reading``: a brochure's words in reading form; ``number``: its place in the file; ``may_end_early``: why."""

    name: str
    title: str
    audience: Audience
    blocks: tuple[ResolvedBlock, ...]
    reading: bool = False
    by_fax: bool = False
    number: int = -1
    may_end_early: str = ""
    facsimile: Facsimile | None = None
    runs_on: bool = False
    on_front: bool = False
    in_columns: bool = False

    @property
    def goes_out_alone(self) -> bool:
        """Whether it is faxed, signed or sent by itself: a letter, a form, somebody else's pages, and what is marked so."""
        return self.by_fax or self.blocks[0].component in {"form", "letter", "foreign"}


class Role(StrEnum):
    """What printed words are."""

    TITLE = "title"
    STATEMENT = "statement"
    PIECE = "piece"
    STUDY = "study"
    PLAIN = "plain line"
    FORM = "form"
    HELPLINE = "help line"
    PICTURE = "picture"
    LABEL = "label"
    CLINIC = "clinic fact"
    LAW = "text of law"


@dataclass(frozen=True)
class Passage:
    """Words that are printed in one place of a piece, as they are printed and as they are written.

    ``section`` and ``block`` are positions in the job, -1 for what stands outside of them; ``name`` is that of the thing whose words they are.
    """

    role: Role
    words: Words
    writing: Writing
    audience: Audience
    section: int = -1
    block: int = -1
    component: str = ""
    name: str = ""
    continues: bool = False
    """Whether its last sentence goes on in the next passage: the lead of a list."""


@dataclass(frozen=True)
class EditorialRules:
    """What the project has laid down for this piece: word lists, required parts, every study's record, waivers, verified numbers."""

    words: WordList | None
    parts: Mapping[str, RequiredPart]
    rule: DocumentRule | None
    studies: Mapping[str, Record]
    waivers: tuple[Waived, ...]
    numbers: frozenset[str]
    unverified: frozenset[str] = frozenset()
    """Those of ``numbers`` whose help line nobody has seen on its owner's page."""
    unconfirmed: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    """What is to be said of help lines whose numbers nothing else in their record confirms, by name of the line."""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What belongs to a name, by list: ``legal-forms``, ``credentials``, ``clinic``."""
    languages: Mapping[str, KnownLanguage] = field(default_factory=dict)
    law: Mapping[str, LawText] = field(default_factory=dict)
    """Every text of law, by name."""
    facts: HouseFacts | None = None
    """What is so in this house, with what contradicts it, in the language of the piece."""
    roles: Mapping[str, SigningRole] = field(default_factory=dict)
    """Who may sign what."""
    watch: Mapping[str, tuple[WatchItem, Place]] = field(default_factory=dict)
    """What somebody has to look up, by name, each with the place where it is written."""


@dataclass(frozen=True)
class Job:
    """Everything that one piece prints, in reading order. ``pages`` is how many are planned; ``planned_at``, ``language_at``, ``version_at``: where those are written."""

    slug: str
    title: str
    subject: str
    document: str
    format: Format
    audience: Audience
    language: str
    editions: tuple[Edition, ...]
    pages: int
    planned_at: Place
    version: str
    dated: date
    lead: str
    sections: tuple[Section, ...]
    clinic: Mapping[str, ClinicFact]
    labels: Mapping[str, str]
    place: Place
    passages: tuple[Passage, ...]
    rules: EditorialRules
    print_shop: PrintShop | None = None
    office: Office = NO_WORD
    language_at: Place = NOWHERE
    version_at: Place = NOWHERE
    untranslated: Mapping[str, tuple[str, Place]] = field(default_factory=dict)
    """The labels that have no words in its language: what they say in another one, and where they are written."""
    signed: tuple[SignedWords, ...] = ()
    """What is signed of it, its own words first."""
    until: Mapping[tuple[str, str], date] = field(default_factory=dict)
    """Until when the signatures hold that are in force, by the kind and name of what was signed."""
    undecided: tuple[ClinicFact, ...] = ()
    """What nobody has said of the clinic, and parts of the piece wait for."""
    printed: PrintedVersion | None = None
    """What its words were when this version of it was printed as final."""
    addressed: Addressed | None = None
    citations: tuple[CitationFormat, ...] = ()

    @property
    def review_due(self) -> date | None:
        """The day on which the signature under the piece itself falls due; None where none is in force."""
        return self.until.get(("piece", self.slug))

    def things(self, kind: type) -> Iterator[Any]:
        """Yield every thing of ``kind`` that the sections print, in reading order."""
        for section in self.sections:
            for block in section.blocks:
                yield from block.things(kind)
