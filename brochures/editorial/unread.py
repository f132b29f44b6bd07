"""Unread: what nothing looked for in a piece, because nobody has said what to look for in its language, or what its type must hold."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.findings import Finding, Severity, codes
from brochures.load.model.statements import Audience
from brochures.load.model.words import RefusedWords, WordList
from brochures.resolve.job import Job

WORDS = "content/house/words.yaml"
PARTS = "content/house/parts.yaml"
LANGUAGES = "content/house/languages.yaml"
FACTS = "content/house/facts.yaml"


def unread(job: Job, severity: Severity) -> Iterator[Finding]:
    """Yield what nobody has laid down for the language, the readers or the type of ``job``: silence about it would be no praise."""
    for message, mend in _unread(job):
        yield codes.UNREAD.at(job.language_at, message, mend, severity=severity)


def _unread(job: Job) -> Iterator[tuple[str, str]]:
    rules, language = job.rules, job.language
    if rules.words is None:
        yield (
            f"nothing was read in '{language}': there are no word lists for it",
            f"write them under '{language}:' in {WORDS}",
        )
    else:
        for audience in dict.fromkeys(section.audience for section in job.sections):
            lacking = [name for name, there in _lists(rules.words, audience) if not there]
            if lacking:
                yield (
                    f"in '{language}' the words for {audience}s were not read for {', '.join(lacking)}: nothing stands there",
                    f"write these lists under '{language}:' in {WORDS}",
                )
    if rules.facts is None:
        yield (
            f"nothing in '{language}' was held against the facts of the house: there are none in it",
            f"write them under '{language}:' in {FACTS}",
        )
    if rules.languages.get(language.partition("-")[0]) is None:
        yield f"nothing tells '{language}' from other languages", f"add it to {LANGUAGES}, with its small words"
    if not rules.parts and rules.rule is None:
        yield (
            f"nothing says which parts a document of type '{job.document}' must have",
            f"restore {PARTS} from version control, or declare '{job.document}:' there",
        )
    yield from _subjects(job)


def _subjects(job: Job) -> Iterator[tuple[str, str]]:
    """Yield each subject that would ask for parts, and for which the language has no word."""
    known = job.rules.words.subjects if job.rules.words else {}
    for subject in job.rules.rule.naming if job.rules.rule else ():
        if job.rules.words is not None and not known.get(subject):
            yield (
                f"nothing in '{job.language}' says that a piece is about '{subject}', so its parts are not asked for",
                f"write '{subject}:' under 'subjects' of '{job.language}' in {WORDS}",
            )


def _lists(words: WordList, audience: Audience) -> Iterator[tuple[str, bool]]:
    """Yield the lists without which words for ``audience`` are not read, and whether each holds anything for them."""
    for name, entries in (("claims", words.claims), ("praise", words.praise), ("people", words.people)):
        yield name, _any_for(entries, audience)
    yield "placeholders", bool(words.placeholders)
    yield "telephone", bool(words.telephone)
    yield "figures.results", bool(words.figures.results)
    if audience is Audience.PATIENT:
        yield "chances.refused", bool(words.chances.refused)
        yield "chances.doses", bool(words.chances.doses)
        yield "reading.sentence_limit", words.reading.sentence_limit is not None


def _any_for(entries: tuple[RefusedWords, ...], audience: Audience) -> bool:
    return any(entry.audience in {None, audience} for entry in entries)
