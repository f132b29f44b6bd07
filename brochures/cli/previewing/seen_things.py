"""Things that words belong to, as the preview tells of them: what they rest on, who signed them, and where they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from brochures.cli.previewing.values import SeenPassage, SeenSignature, SeenSource, SeenThing
from brochures.findings import Place
from brochures.resolve.job import CitedSource, PrintedStatement
from brochures.resolve.passages import printed
from brochures.resolve.whereabouts import Thing, printed_in

if TYPE_CHECKING:
    from brochures.load.catalogue import Catalogue
    from brochures.resolve.job import Job


def seen_things(
    catalogue: Catalogue, job: Job, jobs: Iterable[Job], passages: Iterable[SeenPassage], today: date
) -> Iterator[SeenThing]:
    """Yield each thing whose words ``passages`` of ``job`` are; ``jobs`` are the pieces that may print it, too."""
    jobs = tuple(jobs)
    for kind, name in dict.fromkeys((one.kind, one.thing) for one in passages if one.thing):
        entry = catalogue.shelf(kind).get(name)
        if entry is not None:
            thing = Thing(kind, name, entry)
            printed = tuple((one.piece, one.called) for each in jobs for one in printed_in(each, thing))
            yield SeenThing(
                kind, name, thing.place, tuple(_sources(catalogue, job, kind, name)), tuple(_signatures(job, kind, name, today)), printed
            )  # fmt: skip


def _sources(catalogue: Catalogue, job: Job, kind: str, name: str) -> Iterator[SeenSource]:
    cited: dict[str, CitedSource] = {}
    if kind == "statement":
        for one in job.things(PrintedStatement):
            cited |= {source.name: source for source in one.sources if one.name == name}
    elif kind == "study":
        cited = {one.name: one for one in job.things(CitedSource) if one.name == name}
    for source in cited.values():
        entry = catalogue.shelf("study").get(source.name) or catalogue.shelf("source").get(source.name)
        place = entry.manuscript.place(entry.route, key=True) if entry else source.place
        yield SeenSource(source.name, source.short, place)


def _signatures(job: Job, kind: str, name: str, today: date) -> Iterator[SeenSignature]:
    for words in job.signed:
        if words.thing[:2] == (kind, name):
            held = [*words.in_force(today)]
            yield from (SeenSignature(words.called, str(one.by), str(one.role), str(one.until)) for one in held)
            if not held:
                yield SeenSignature(words.called)


def printed_words(job: Job) -> Iterator[tuple[str, Place, str]]:
    """Yield each passage of ``job`` as it is printed, with where it is written and the panel or part that it stands in."""
    for one in job.passages:
        section = job.sections[one.section] if 0 <= one.section < len(job.sections) else None
        words = " ".join(printed(one.words).split())
        if words:
            yield words, one.writing.start, (section.title or section.name) if section else ""
