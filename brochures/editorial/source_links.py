"""Source links: whether somebody has said where in its source each sentence stands, and whether the source carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brochures.editorial.galley import Galley
from brochures.editorial.phrase_matcher import PhraseBook, Phrases
from brochures.findings import Finding, Place, Severity, codes
from brochures.findings.check import check
from brochures.load.model.source_links import SourceLink
from brochures.load.model.sources import NotCarried
from brochures.load.model.statements import Kind
from brochures.resolve.job import CitedSource, FormSheet, Job, PrintedStatement

_MEND = (
    "name a source that says it, reword the sentence or take it out; where the source does say it, correct its record"
)


def waiting_links(job: Job, severity: Severity) -> Iterator[Finding]:
    """Yield each link of a statement or form in ``job`` that waits for somebody to read the source."""
    for name, link, place in _links(job):
        lacking = _lacking(link)
        if lacking:
            yield codes.WAITING_LINK.at(
                place,
                f"'{name}' does not say {lacking}",
                "write 'at', 'says' and 'read' with the source before you; never from memory",
                severity=severity,
            )


def _links(job: Job) -> Iterator[tuple[str, SourceLink, Place]]:
    """Yield each link once, with the name of what links and the place of the link."""
    for statement in {one.name: one for one in job.things(PrintedStatement)}.values():
        for source in statement.sources:
            if source.link is not None:
                yield statement.name, source.link, source.place
    for form in {one.name: one for one in job.things(FormSheet)}.values():
        for link, place in form.links:
            yield form.name, link, place


def _lacking(link: SourceLink) -> str:
    if not link.at:
        return f"where in '{link.id}' it stands"
    return "" if link.read else f"where and when '{link.id}' was read"


@check(
    codes.NOT_CARRIED,
    looks_for="sentences of which the record of their source says that it does not carry them",
    source="docs/writers.md, What a record does not carry",
)
def not_carried(galley: Galley) -> Iterator[Finding]:
    """Yield each link to a record that says of the statement that it does not carry it."""
    said = _Said(galley)
    for statement in galley.statements.values():
        named = {source.name: _naming(statement, source) for source in statement.sources}
        spoken = {source.name: said.by(statement, source.does_not_carry) for source in statement.sources}
        alone = all(spoken.values())
        for source in statement.sources:
            for one in (*named[source.name], *(spoken[source.name] if alone else ())):
                yield codes.NOT_CARRIED.at(
                    source.place,
                    f"'{statement.name}' rests on '{source.name}', whose record does not carry this: {one.what} ({one.why})",
                    _MEND,
                )


def _naming(statement: PrintedStatement, source: CitedSource) -> tuple[NotCarried, ...]:
    return tuple(one for one in source.does_not_carry if statement.name in one.statements)


class _Said:
    """Finds what records do not carry in the words of a piece."""

    def __init__(self, galley: Galley) -> None:
        language = galley.job.language
        self._lists: dict[int, Phrases] = {
            id(one): one.words[language]
            for source in galley.citations
            for one in source.does_not_carry
            if language in one.words
        }
        self._book = PhraseBook([*self._lists.values()], galley.words.numbers, galley.words.possessives)
        self._prose = (
            [prose for prose in galley.prose if prose.passage.name in galley.statements] if self._lists else []
        )

    def by(self, statement: PrintedStatement, records: Iterable[NotCarried]) -> tuple[NotCarried, ...]:
        """Return which of ``records`` are said by ``statement`` in words, but not those that name it themselves."""
        held: set[int] = set()
        for prose in self._prose:
            if prose.passage.name == statement.name:
                held |= set(self._book.scan(prose.copy))
        return tuple(
            one for one in records if id(self._lists.get(id(one))) in held and statement.name not in one.statements
        )


@check(
    codes.PROGRAM_SOURCE,
    looks_for="sources beside what only the clinic can confirm",
    source="docs/writers.md, Statements",
)
def program_sources(galley: Galley) -> Iterator[Finding]:
    """Yield each statement of what the clinic does that names a source: no reference mark may stand behind it."""
    for statement in galley.statements.values():
        if statement.kind is Kind.PROGRAM and statement.sources:
            names = ", ".join(f"'{source.name}'" for source in statement.sources)
            yield codes.PROGRAM_SOURCE.at(
                statement.sources[0].place,
                f"'{statement.name}' says what the clinic does, and names {names}",
                "take 'sources' out; what they say is a statement of its own, of kind 'fact'",
            )
