"""Sign-off: what only people can supply: facts about the clinic, and a signature under the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from brochures.editorial.signatures import about_signatures
from brochures.findings import Finding, Severity, codes
from brochures.load.model.addresses import is_for_examples, typed
from brochures.load.model.telephone import telephones
from brochures.load.text_places import own_place
from brochures.resolve.inline_text import Call, ClinicFact, LawWords
from brochures.resolve.job import HelplineCard, Job
from brochures.resolve.signed_things import all_words, printed_digest

_NUMBERS = ("call", "also", "text", "tty")
"""The fields of a help line that hold numbers."""


def waiting(job: Job, today: date, severity: Severity) -> Iterator[Finding]:
    """Yield what ``job`` waits for on the day ``today``: missing clinic facts and words of law, and signatures missing, void or past due."""
    for fact in {fact.name: fact for fact in job.things(ClinicFact)}.values():
        if fact.value is None:
            yield codes.NO_CLINIC_FACT.at(
                fact.place,
                f"'{fact.name}' is empty",
                f"write the clinic's {fact.name.replace('_', ' ')}",
                severity=severity,
            )
    for fact in job.undecided:
        yield codes.NO_CLINIC_FACT.at(
            fact.place,
            f"'{fact.name}' is empty, and parts of this piece are printed only where it is so: they are left out",
            f"write '{fact.name}: yes' or '{fact.name}: no', as the clinic's lawyer says",
            severity=severity,
        )
    yield from _unconfirmed(job, severity)
    for law in {law.name: law for law in job.things(LawWords) if not law.text}.values():
        yield codes.AWAITED_LAW.at(
            law.place,
            f"'{law.name}' has no words: {law.supplied_by} supplies them",
            "write them whole under 'words', with 'dated', 'read' and 'digest'; never from memory, never a machine's translation",
            severity=severity,
        )
    yield from _for_examples(job, severity)
    for words in job.signed:
        yield from about_signatures(words, job.rules.roles, today, severity)
    yield from _printed_otherwise(job, severity)


def _unconfirmed(job: Job, severity: Severity) -> Iterator[Finding]:
    """Yield each number of a help line in ``job`` that nothing else in its record confirms."""
    for line in dict.fromkeys(call.line for call in job.things(Call)):
        for finding in job.rules.unconfirmed.get(line, ()):
            yield replace(finding, severity=severity)


def _for_examples(job: Job, severity: Severity) -> Iterator[Finding]:
    """Yield each number and address of the clinic or of a help line in ``job`` that is kept for examples, where it is typed."""
    said = [fact.value for fact in job.things(ClinicFact)] + [call.text for call in job.things(Call)]
    said += [getattr(card.record, field) for card in job.things(HelplineCard) for field in _NUMBERS]
    for text in dict.fromkeys(text for text in said if text):
        found = [(one.start, one.text) for one in telephones(text) if one.is_for_examples]
        found += [(start, text[start:end]) for start, end in typed(text) if is_for_examples(text[start:end])]
        for start, shown in found:
            yield codes.FOR_EXAMPLES.at(
                own_place(text, start) or job.place,
                f"'{shown}' is kept for examples: nobody is there",
                "write the real one, or leave it empty until the clinic has given it",
                severity=severity,
            )


def _printed_otherwise(job: Job, severity: Severity) -> Iterator[Finding]:
    """Yield that the words of ``job`` are not those that were printed as final under the same version."""
    if job.printed is None or job.printed.digest == printed_digest(job):
        return
    now, then = all_words(job), job.printed.words
    changed = [name for name in (*then, *(name for name in now if name not in then)) if now.get(name) != then.get(name)]
    most = 5
    named = ", ".join(changed[:most]) + (f" and {len(changed) - most} more" if len(changed) > most else "")
    yield codes.CHANGED_SINCE_PRINT.at(
        job.version_at,
        f"version {job.version} was printed on {job.printed.day} with other words: {named or 'the record was changed'}",
        "raise the version and its date, or put the words back",
        severity=severity,
    )


def sign_off_days(job: Job) -> Iterator[date | None]:
    """Yield the days on which a signature under ``job`` begins to hold or falls due."""
    for words in job.signed:
        for kept in words.signatures:
            yield from (kept.signature.signed, kept.signature.until)
