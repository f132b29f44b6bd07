"""Notes: what the medical director reads before signing: messages of the web page, records not wholly seen, statements beside their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brochures.findings import Place
from brochures.load.catalogue import Catalogue
from brochures.load.model.notes import EditorialNote
from brochures.load.model.sources import Verification
from brochures.resolve.citing import Unknown, cited, linked
from brochures.resolve.job import CitedSource
from brochures.resolve.usage import printed_in


@dataclass(frozen=True)
class Note:
    """An editorial note, with the sources it names and, for each statement that it names, the pieces that print it."""

    number: str
    record: EditorialNote
    printed: tuple[tuple[str, tuple[str, ...]], ...]
    sources: tuple[CitedSource, ...]


@dataclass(frozen=True)
class Doubt:
    """A record that was not wholly seen where its owner published it, with the fields that were not."""

    name: str
    level: Verification
    unverified: tuple[str, ...]
    sources: tuple[CitedSource, ...]


def notes(catalogue: Catalogue, section: str, place: Place, unknown: Unknown) -> tuple[Note, ...]:
    """Return the editorial notes of ``section``, which are asked for in ``place``; ``unknown`` hears of names that lead nowhere."""
    where, shelf = printed_in(catalogue), catalogue.shelf("statement")
    found = []
    for number, entry in catalogue.shelf("note").items():
        note = entry.thing
        if note.section == section:
            for statement in note.printed:
                if statement not in shelf:
                    unknown("statement", statement, entry.place("printed"), shelf)
            printed = tuple((statement, where.get(statement, ())) for statement in note.printed)
            found.append(Note(number, note, printed, linked(catalogue, note.sources, entry, unknown)))
    if not found:
        known = {entry.thing.section for entry in catalogue.shelf("note").values()}
        unknown("note", section, place, known)
    return tuple(found)


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
