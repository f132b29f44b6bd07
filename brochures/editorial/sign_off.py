"""Sign-off: what only people can supply: facts about the clinic, and a signature under the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from brochures.findings import Finding, Place, Severity, codes
from brochures.load.model.addresses import is_for_examples, typed
from brochures.load.model.base import Review
from brochures.load.model.telephone import telephones
from brochures.load.text_places import own_place
from brochures.resolve.inline_text import Call, ClinicFact, LawWords
from brochures.resolve.job import FormSheet, HelplineCard, Job, PrintedStatement

_NUMBERS = ("call", "also", "text", "tty")
"""The fields of a help line that hold numbers."""


def waiting(job: Job, today: date, severity: Severity) -> Iterator[Finding]:
    """Yield what ``job`` waits for on the day ``today``: missing clinic facts and words of law, and reviews missing, past due or not yet begun."""
    for fact in {fact.name: fact for fact in job.things(ClinicFact)}.values():
        if fact.value is None:
            yield codes.NO_CLINIC_FACT.at(
                fact.place,
                f"'{fact.name}' is empty",
                f"write the clinic's {fact.name.replace('_', ' ')}",
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
    for name, review, place in reviews(job):
        yield from _review(name, review, place, today, severity)


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


def reviews(job: Job) -> Iterator[tuple[str, Review, Place]]:
    """Yield the review of the piece and of each statement and form in it, with the place of what was reviewed."""
    yield job.title, job.review, job.place
    things = [*job.things(PrintedStatement), *job.things(FormSheet)]
    for thing in {(type(thing), thing.name): thing for thing in things}.values():
        yield thing.name, thing.review, thing.place


def _review(name: str, review: Review, place: Place, today: date, severity: Severity) -> Iterator[Finding]:
    missing = [field for field in ("reviewed_by", "reviewed_on", "review_due") if getattr(review, field) is None]
    if missing:
        yield codes.NOT_REVIEWED.at(
            place,
            f"'{name}' has no {', '.join(missing)}",
            "have the words reviewed and signed; never sign for somebody else",
            severity=severity,
        )
    elif review.reviewed_on is not None and review.reviewed_on > today:
        yield codes.REVIEW_DATE.at(
            place,
            f"'{name}' is signed for {review.reviewed_on}, which is not yet",
            "correct reviewed_on",
            severity=severity,
        )
    elif review.review_due is not None and review.review_due <= today:
        yield codes.REVIEW_DATE.at(
            place,
            f"the review of '{name}' fell due on {review.review_due}",
            "have it reviewed again",
            severity=severity,
        )
