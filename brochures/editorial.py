"""Editorial: the words' gate. What a piece says must have a source, and what only people can supply must be supplied."""

from __future__ import annotations

from datetime import date

from brochures import codes
from brochures.findings import Finding, Place, Severity
from brochures.job import ClinicFact, Job, Statement
from brochures.model.base import Review
from brochures.model.statements import Kind


def editorial(job: Job, today: date, *, release: bool = False) -> tuple[Finding, ...]:
    """Return the findings about the words of ``job`` on the day ``today``; what is missing is an error with ``release``."""
    severity = Severity.ERROR if release else Severity.WARNING
    statements = {statement.name: statement for statement in job.things(Statement)}.values()
    findings = [
        codes.NO_SOURCE.at(
            statement.place,
            f"the fact '{statement.name}' has no source",
            "add 'sources:' with the id of what it rests on",
        )
        for statement in statements
        if statement.kind is Kind.FACT and not statement.sources
    ]
    findings += [
        codes.NO_CLINIC_FACT.at(
            fact.place, f"'{fact.name}' is empty", f"write the clinic's {_spoken(fact.name)}", severity=severity
        )
        for fact in {fact.name: fact for fact in job.things(ClinicFact)}.values()
        if fact.value is None
    ]
    for name, review, place in [(job.title, job.review, job.place), *((s.name, s.review, s.place) for s in statements)]:
        findings += _review(name, review, place, today, severity)
    return tuple(finding.about(job.slug) for finding in findings)


def next_change(job: Job, today: date) -> date | None:
    """Return the next day on which the findings about ``job`` change although nothing was edited."""
    reviews = [job.review, *(statement.review for statement in job.things(Statement))]
    days = [day for review in reviews for day in (review.reviewed_on, review.review_due) if day is not None]
    return min((day for day in days if day > today), default=None)


def _review(name: str, review: Review, place: Place, today: date, severity: Severity) -> list[Finding]:
    missing = [field for field in ("reviewed_by", "reviewed_on", "review_due") if getattr(review, field) is None]
    if missing:
        return [
            codes.NOT_REVIEWED.at(
                place,
                f"'{name}' has no {', '.join(missing)}",
                "have the words reviewed and signed; never sign for somebody else",
                severity=severity,
            )
        ]
    if review.reviewed_on is not None and review.reviewed_on > today:
        return [
            codes.REVIEW_DATE.at(
                place,
                f"'{name}' is signed for {review.reviewed_on}, which is not yet",
                "correct reviewed_on",
                severity=severity,
            )
        ]
    if review.review_due is not None and review.review_due <= today:
        return [
            codes.REVIEW_DATE.at(
                place,
                f"the review of '{name}' fell due on {review.review_due}",
                "have it reviewed again",
                severity=severity,
            )
        ]
    return []


def _spoken(name: str) -> str:
    return name.replace("_", " ")
