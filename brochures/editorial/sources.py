"""Sources: what a fact rests on, and whether that still stands."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.editorial.galley import Galley
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.load.model.sources import Fate
from brochures.load.model.statements import Kind
from brochures.resolve.job import CitedSource, PrintedStatement


@check(codes.NO_SOURCE, looks_for="facts that name no source", source="docs/writers.md, Sources")
def no_source(galley: Galley) -> Iterator[Finding]:
    """Yield each fact that names no source."""
    for statement in _facts(galley):
        if not statement.sources:
            yield codes.NO_SOURCE.at(
                statement.place,
                f"the fact '{statement.name}' has no source",
                "add 'sources:' with the id of what it rests on",
            )


@check(codes.WEAK_SOURCES, looks_for="facts of whose sources none may stand alone", source="docs/writers.md, Sources")
def weak_sources(galley: Galley) -> Iterator[Finding]:
    """Yield each fact whose sources may none of them stand alone."""
    for statement in _facts(galley):
        if statement.sources and not any(source.alone for source in statement.sources):
            names = ", ".join(f"'{source.name}'" for source in statement.sources)
            yield codes.WEAK_SOURCES.at(
                statement.sources[0].place,
                f"the fact '{statement.name}' rests on {names} only, which may not stand alone",
                "add a source that was read where its owner published it, or leave the fact out",
            )


@check(codes.RETRACTED, looks_for="sources that were retracted", source="docs/writers.md, Sources")
def retracted(galley: Galley) -> Iterator[Finding]:
    """Yield each use of a source that was retracted."""
    for source, note in _fallen(galley, Fate.RETRACTED):
        yield codes.RETRACTED.at(
            source.place,
            f"'{source.name}' was retracted: {note}",
            "take the source out, and the words that rest on it",
        )


@check(
    codes.CORRECTED,
    looks_for="sources that were corrected or superseded, where nothing says so",
    source="docs/writers.md, Sources",
)
def corrected(galley: Galley) -> Iterator[Finding]:
    """Yield each use of a source that was corrected or superseded where neither the words nor the record's limits say so."""
    told = {Fate.CORRECTED: galley.words.status.corrected, Fate.SUPERSEDED: galley.words.status.superseded}
    for fate, phrases in told.items():
        for source, note in _fallen(galley, fate):
            said = f"{source.limits} {_words_around(galley, source)}".lower()
            if not any(phrase.rstrip("*").lower() in said for phrase in phrases):
                yield codes.CORRECTED.at(
                    source.place,
                    f"'{source.name}' was {fate}: {note}",
                    f"say in the statement, or in the limits of '{source.name}', that it was {fate}",
                )


def _facts(galley: Galley) -> Iterator[PrintedStatement]:
    return (statement for statement in galley.statements.values() if statement.kind is Kind.FACT)


def _fallen(galley: Galley, fate: Fate) -> Iterator[tuple[CitedSource, str]]:
    for source in galley.citations:
        if source.status is not None and source.status.kind is fate:
            yield source, source.status.note


def _words_around(galley: Galley, source: CitedSource) -> str:
    """Return the words of every statement that cites ``source``."""
    citing = {name for name, statement in galley.statements.items() if source in statement.sources}
    return " ".join(prose.text for prose in galley.prose if prose.passage.name in citing)
