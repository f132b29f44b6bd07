"""Notes: what the medical director reads before signing: messages of the web page, records not wholly seen, statements beside their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from brochures.findings import Place
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.model.base import Bullets
from brochures.load.model.notes import EditorialNote, Verdict
from brochures.load.model.sources import Verification
from brochures.load.model.statements import Audience, Statement
from brochures.load.model.watch import WatchItem
from brochures.load.yaml_source import Route
from brochures.resolve.citing import Unknown, cited, linked
from brochures.resolve.inline_text import ClinicFact, Wording, Words
from brochures.resolve.job import CitedSource
from brochures.resolve.usage import printed_in

HARD = (Verdict.CONTRADICTED, Verdict.PROMOTIONAL)
"""What a message is that the sources do not bear out, the gravest first."""

Read = Callable[[str | Bullets, Entry[Any], Route], Wording]
"""Follows the references in a wording that stands at a route of an entry."""


@dataclass(frozen=True)
class WordsReader:
    """How the words of statements are read for the notes: in which language, and what follows their references."""

    language: str
    read: Read


@dataclass(frozen=True)
class WordsFor:
    """A wording as plain text: for whom, its first words, the points and paragraphs after them."""

    audience: str
    lead: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Note:
    """An editorial note, with the sources it names and, for each statement that it names, the titles of the pieces that print it.

    ``words`` are what those statements say, in the same order; ``said_in`` the number of the earlier note that names the statement, too, or "".
    """

    number: str
    record: EditorialNote
    printed: tuple[tuple[str, tuple[str, ...]], ...]
    sources: tuple[CitedSource, ...]
    words: tuple[tuple[WordsFor, ...], ...] = ()
    said_in: tuple[str, ...] = ()

    @property
    def pieces(self) -> tuple[str, ...]:
        """The titles of all pieces that print one of the statements, each once."""
        return _each_once(self.printed)


@dataclass(frozen=True)
class Doubt:
    """A record that was not wholly seen where its owner published it, with the fields that were not."""

    name: str
    level: Verification
    unverified: tuple[str, ...]
    sources: tuple[CitedSource, ...]


@dataclass(frozen=True)
class Behind:
    """One source behind a statement or form; ``sources`` is that one, for its reference mark."""

    sources: tuple[CitedSource]

    @property
    def source(self) -> CitedSource:
        """The source."""
        return self.sources[0]


@dataclass(frozen=True)
class Linked:
    """A statement or form beside its sources: its name and kind, its words for each audience, the titles of the pieces that print it."""

    name: str
    kind: str
    words: tuple[WordsFor, ...]
    printed: tuple[str, ...]
    behind: tuple[Behind, ...]


def linked_things(catalogue: Catalogue, file: str, reader: WordsReader, unknown: Unknown) -> tuple[Linked, ...]:
    """Return the statements or forms of ``file``, such as ``program``, with their words beside their sources."""
    where = _titles(catalogue)
    return tuple(
        Linked(
            name,
            str(entry.thing.kind) if kind == "statement" else "form",
            tuple(_words(entry, reader)) if kind == "statement" else (WordsFor("", entry.thing.title),),
            where.get(name, ()),
            tuple(Behind((source,)) for source in linked(catalogue, entry.thing.sources, entry, unknown)),
        )
        for kind in ("statement", "form")
        for name, entry in catalogue.shelf(kind).items()
        if entry.manuscript.file == f"content/{file}.yaml"
    )


def _words(entry: Entry[Statement], reader: WordsReader) -> Iterator[WordsFor]:
    for audience in Audience:
        wording = (getattr(entry.thing, audience) or {}).get(reader.language)
        if wording is not None:
            set_words = reader.read(wording, entry, (audience, reader.language))
            others = (*set_words.items, *set_words.after)
            yield WordsFor(str(audience), _text(set_words.lead), tuple(map(_text, others)))


def _text(words: Words) -> str:
    """Return runs as one text; a fact that the clinic has not given stands as the reference to it."""
    return "".join(
        (run.value or f"{{clinic:{run.name}}}") if isinstance(run, ClinicFact) else str(run.text) for run in words
    )


@dataclass(frozen=True)
class ToLookUp:
    """What may have changed since, with each statement that it touches and the titles of the pieces that print it."""

    record: WatchItem
    touches: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def pieces(self) -> tuple[str, ...]:
        """The titles of all pieces that print one of the statements, each once."""
        return _each_once(self.touches)


def _each_once(printed: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(title for _, titles in printed for title in titles))


def to_look_up(catalogue: Catalogue) -> Iterator[ToLookUp]:
    """Yield every thing to look up, the one whose day comes first before the others."""
    where = _titles(catalogue)
    for entry in sorted(catalogue.shelf("thing to look up").values(), key=lambda entry: entry.thing.by):
        yield ToLookUp(entry.thing, tuple((name, where.get(name, ())) for name in entry.thing.touches))


def _titles(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return the titles of the pieces that print each statement, by the statement's name."""
    pieces = catalogue.pieces
    return {name: tuple(pieces[slug].thing.title for slug in slugs) for name, slugs in printed_in(catalogue).items()}


def notes(
    catalogue: Catalogue, section: str | None, place: Place, reader: WordsReader, unknown: Unknown
) -> tuple[Note, ...]:
    """Return the editorial notes of ``section``, which are asked for in ``place``; ``unknown`` hears of names that lead nowhere.

    Without a section: those of all sections that the sources contradict or do not bear out, what is contradicted first.
    """
    where, shelf, first = _titles(catalogue), catalogue.shelf("statement"), _first_named(catalogue)
    found = []
    for number, entry in catalogue.shelf("note").items():
        note = entry.thing
        if note.section == section or (section is None and note.verdict in HARD):
            for statement in note.printed:
                if statement not in shelf:
                    unknown("statement", statement, entry.place("printed"), shelf)
            printed = tuple((statement, where.get(statement, ())) for statement in note.printed)
            words = tuple(tuple(_words(shelf[name], reader)) for name in note.printed if name in shelf)
            said_in = tuple("" if first[name] == number else first[name] for name in note.printed if name in shelf)
            found.append(Note(number, note, printed, linked(catalogue, note.sources, entry, unknown), words, said_in))
    if section is None:
        return tuple(sorted(found, key=lambda note: HARD.index(note.record.verdict)))
    if not found:
        known = {entry.thing.section for entry in catalogue.shelf("note").values()}
        unknown("note", section, place, known)
    return tuple(found)


def _first_named(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the number of the first note that names each statement, by the statement's name."""
    first: dict[str, str] = {}
    for number, entry in catalogue.shelf("note").items():
        for name in entry.thing.printed:
            first.setdefault(name, number)
    return first


def unverified(catalogue: Catalogue, unknown: Unknown) -> Iterator[Doubt]:
    """Yield every record that was not wholly seen where its owner published it, with what was not."""
    for kind in ("study", "source", "help line"):
        for name, entry in catalogue.shelf(kind).items():
            record = entry.thing
            unseen = getattr(record, "unverified", ())
            if unseen or record.verification is not Verification.PRIMARY:
                sources = () if kind == "help line" else cited(catalogue, (name,), entry.place(), unknown)
                short = getattr(record, "short", None) or record.name
                yield Doubt(short, record.verification, unseen, sources)
