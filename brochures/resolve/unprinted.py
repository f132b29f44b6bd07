"""Unprinted: wordings that no piece prints. They wait in the content to be printed, so the gate reads them too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from brochures.findings import Finding
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.model.base import StatementName
from brochures.load.model.statements import Audience, Statement
from brochures.project.paths import Project
from brochures.resolve.editorial_rules import NO_RULES
from brochures.resolve.job import Job, ResolvedBlock, Role, Section
from brochures.resolve.lookup import NameLookup, NamePlace
from brochures.resolve.passages import passages


def unprinted_words(
    project: Project, catalogue: Catalogue, jobs: Sequence[Job]
) -> tuple[tuple[Job, ...], tuple[Finding, ...]]:
    """Return what none of ``jobs`` prints, as one job for each of their languages, and what could not be followed in it.

    Such a job has no document type and no parts of its own: it is never composed.
    """
    printed = {
        (passage.name, passage.audience, job.language)
        for job in jobs
        for passage in job.passages
        if passage.role in {Role.STATEMENT, Role.LAW}
    }
    follow = NameLookup(project, catalogue)
    found = []
    for job in {job.language: job for job in reversed(jobs)}.values():
        sections = tuple(
            Section(str(audience), "", audience, tuple(_blocks(catalogue, follow, job, audience, printed)))
            for audience in Audience
        )
        left = replace(job, lead="", sections=sections, labels={}, passages=(), rules=NO_RULES)
        if any(section.blocks for section in sections) and not follow.findings and not follow.spoiled:
            rules = replace(job.rules, parts={}, rule=None)
            read = (one for one in passages(catalogue, left, follow.words) if one.role is not Role.PLAIN)
            found.append(replace(left, passages=tuple(read), rules=rules))
    return tuple(found), tuple(dict.fromkeys(follow.findings))


def _blocks(
    catalogue: Catalogue,
    follow: NameLookup,
    job: Job,
    audience: Audience,
    printed: Iterable[tuple[str, Audience, str]],
) -> Iterator[ResolvedBlock]:
    """Yield a block for each wording of a statement that is printed nowhere."""
    for name, entry in catalogue.shelf("statement").items():
        if _has_words(entry, audience, job.language) and (name, audience, job.language) not in printed:
            here = NamePlace(entry, audience, job.language, ())
            statement = follow.thing(StatementName(name), here)
            if statement is not None:
                yield ResolvedBlock("statement", statement, job.place.file, ())


def _has_words(entry: Entry[Statement], audience: Audience, language: str) -> bool:
    return language in (getattr(entry.thing, audience) or {})
