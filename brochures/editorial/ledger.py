"""The ledger as a whole: signatures under what there is not, and under what no piece of this run prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from brochures.editorial.signatures import about_signatures, faults_alone
from brochures.findings import Finding, Severity, codes
from brochures.findings.suggest import near
from brochures.load.catalogue import Catalogue
from brochures.resolve.editorial_rules import roles
from brochures.resolve.job import Job
from brochures.resolve.signed_words import KeptSignature, SignedWords, Thing, called, signatures_of


def about_ledger(
    catalogue: Catalogue, jobs: Iterable[Job], others: Iterable[SignedWords] | None, today: date, *, release: bool
) -> Iterator[Finding]:
    """Yield what is wrong in the ledger beside signatures under the words of ``jobs``: those have it told themselves.

    ``others`` are words that no job prints; None where nobody has looked at everything, and what is under nothing is told alone.
    """
    yield from under_nothing(catalogue)
    if others is not None:
        yield from left_signatures(catalogue, jobs, others, today, release=release)


def under_nothing(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield each signature of the ledger under what there is not, with what was probably meant."""
    for thing, kept in signatures_of(catalogue).items():
        kind, name, audience, language = thing
        shelf: Mapping[str, object] = catalogue.pieces if kind == "piece" else catalogue.shelf(kind)
        if (kind, name) in catalogue.spoiled:
            continue
        for one in kept:
            key = "helpline" if kind == "help line" else kind
            if name not in shelf:
                yield codes.UNKNOWN_NAME.at(one.places[key], f"there is no {kind} '{name}'", near(name, shelf))
            elif kind == "statement" and language not in _languages(catalogue, name, audience):
                yield codes.UNKNOWN_NAME.at(
                    one.places["language"],
                    f"there is no {called(thing)}: it has no wording of that kind",
                    "correct 'audience' or 'language', or take the signature out",
                )


def left_signatures(
    catalogue: Catalogue, jobs: Iterable[Job], others: Iterable[SignedWords], today: date, *, release: bool
) -> Iterator[Finding]:
    """Yield what is wrong with signatures under what none of ``jobs`` prints; ``others`` are words that are known all the same."""
    known, rules = {one.thing: one for one in others}, roles(catalogue)
    told = {finding.place for finding in under_nothing(catalogue)}
    for thing, kept in _left(catalogue, (words.thing for job in jobs for words in job.signed)):
        if thing in known:
            yield from about_signatures(known[thing], rules, today, Severity.ERROR if release else Severity.WARNING)
        elif not told & {place for one in kept for place in one.places.values()}:
            yield from (finding for one in kept for finding in faults_alone(one, rules, today))


def _left(catalogue: Catalogue, printed: Iterable[Thing]) -> Iterator[tuple[Thing, tuple[KeptSignature, ...]]]:
    done = set(printed)
    return ((thing, kept) for thing, kept in signatures_of(catalogue).items() if thing not in done)


def _languages(catalogue: Catalogue, name: str, audience: str) -> Mapping[str, object]:
    wording: Mapping[str, object] = getattr(catalogue.shelf("statement")[name].thing, audience) or {}
    return wording
