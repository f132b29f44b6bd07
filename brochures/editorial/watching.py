"""Watching: what may have changed since the words of a piece were written, and nobody has looked at in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brochures.findings import Finding, Place, Severity, codes
from brochures.load.model.watch import WatchItem
from brochures.resolve.job import Job, PrintedStatement


def touching(job: Job) -> Iterator[tuple[str, WatchItem, Place]]:
    """Yield the name of each thing to look up, with it and its place, that would change a statement which ``job`` prints."""
    printed = {statement.name for statement in job.things(PrintedStatement)}
    return (
        (name, item, place) for name, (item, place) in job.rules.watch.items() if not printed.isdisjoint(item.touches)
    )


def watching(job: Job, today: date, severity: Severity) -> Iterator[Finding]:
    """Yield each thing that nobody has looked at by the day ``today``, or whose day has come; a look on a day to come counts for nothing."""
    for name, item, place in touching(job):
        why = _why(item, today, severity)
        if why:
            yield codes.TO_LOOK_UP.at(
                place,
                f"'{name}' {why}: {item.what}",
                f"look at {item.where[0]}; then write under 'looked' the day, your name and what you found, and a new day under 'by'",
                severity=severity,
            )


def _why(item: WatchItem, today: date, severity: Severity) -> str:
    if item.looked.day is None:
        return "was never looked up"
    if item.looked.day > today:  # told where it is written; only a release is stopped besides
        return f"was not looked up before {item.looked.day}, which is not yet" if severity is Severity.ERROR else ""
    return f"was to be looked up again by {item.by}" if item.waits(today) else ""
