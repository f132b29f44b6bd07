"""Figures: a result is drawn from its record and never typed; some figures in circulation are never printed at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from brochures import codes
from brochures.editorial.galley import HUNDRED, Galley
from brochures.editorial.prose import Prose
from brochures.findings import Finding
from brochures.job import Record, Role, Study
from brochures.model.studies import Trial
from brochures.model.words import Phrases

RECORDS = frozenset({Role.STUDY, Role.CLINIC, Role.HELPLINE})
"""Words of records: figures are at home there."""

SHARES = (10, HUNDRED)
"""Denominators that say the same as per cent."""

_FAR = 3
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_PAIR = re.compile(r"(\d+)\s+of\s+(\d+)")
_LETTERS = re.compile(r"\b[A-Z]{3,}\b")


def typed_results(galley: Galley) -> Iterator[Finding]:
    """Yield each result that was typed. Ages, times, doses, limits, laws and the like are typed apart."""
    figures = galley.words.figures
    for prose in galley.prose:
        if prose.passage.role in RECORDS:
            continue
        told = -1
        apart = galley.spans(prose, figures.apart)
        for span in sorted(galley.spans(prose, figures.results)):
            numbers = [at for at in range(span.first, span.last + 1) if galley.number(prose, at)] or [span.first]
            loose = [
                at
                for at in numbers
                if prose.typed(prose.tokens[at].start) and not any(one.first <= at <= one.last for one in apart)
            ]
            if loose and span.first > told:
                told = span.last
                said = prose.said(*span)
                yield codes.TYPED_RESULT.at(
                    prose.place_of(loose[0]), f"'{said}' is typed", _reference(galley, prose, said)
                )


def never_print(galley: Galley) -> Iterator[Finding]:
    """Yield each figure that a study's record forbids, where words near it name the study or what was measured."""
    banned = [ban for name, record in galley.job.house.studies.items() for ban in _bans(galley, name, record)]
    if not banned:
        return
    for prose in galley.prose:
        for at, share, pair in _shares(galley, prose):
            ban = next(
                (
                    ban
                    for ban in banned
                    if pair in ban.pairs or (ban.holds(share, pair) and ban.is_about(galley, prose))
                ),
                None,
            )
            if ban is not None:
                yield codes.DO_NOT_PRINT.at(prose.place_of(at), ban.message, ban.mend)
    yield from _banned_rates(galley, banned)


@dataclass(frozen=True)
class _Ban:
    """One line under ``do_not_print``: its figures, and the words that show that it is meant."""

    study: str
    line: str
    shares: frozenset[Decimal]
    pairs: frozenset[tuple[Decimal, Decimal]]
    names: tuple[str, ...]
    measures: tuple[Phrases, ...]

    @property
    def message(self) -> str:
        return f"this figure of '{self.study}' must not be printed: {self.line}"

    @property
    def mend(self) -> str:
        return "leave the figure out; print what the record has"

    def holds(self, share: Decimal | None, pair: tuple[Decimal, Decimal] | None) -> bool:
        """Return whether a share in per cent, also as one number of 10 or 100, is a figure of this line."""
        if pair is not None and pair[1] in SHARES:
            share = pair[0] * HUNDRED / pair[1]
        return share in self.shares

    def is_about(self, galley: Galley, prose: Prose) -> bool:
        """Return whether the words near it name the study or its measure, or cite the study."""
        statement = galley.statements.get(prose.passage.name)
        if statement is not None and any(source.name == self.study for source in statement.sources):
            return True
        near = galley.beside(prose)
        return self.study == prose.passage.name or any(
            any(name in one.text for name in self.names) or any(galley.holds(one, measure) for measure in self.measures)
            for one in near
        )


def _shares(galley: Galley, prose: Prose) -> Iterator[tuple[int, Decimal | None, tuple[Decimal, Decimal] | None]]:
    """Yield each number of ``prose`` that is a share in per cent, or that stands shortly before another: its token, and which."""
    numbers = {}
    end = 0
    for at in range(len(prose.tokens)):
        found = galley.number(prose, at) if at >= end else None
        if found is not None:
            numbers[at], end = found, at + found[1]
    percent = {span.first for span in galley.spans(prose, galley.words.figures.percent)}
    for at, (number, taken) in numbers.items():
        if at + taken in percent:
            yield at, number, None
        second = next(
            (numbers[near][0] for near in range(at + taken + 1, at + taken + 1 + _FAR) if near in numbers), None
        )
        if second:
            yield at, None, (number, second)


def _bans(galley: Galley, name: str, record: Record) -> Iterator[_Ban]:
    authors = tuple(author.family for author in record.cite.author[:1] if author.family)
    names = (*authors, *_LETTERS.findall(record.short))
    for line in record.do_not_print:
        shares = frozenset(map(Decimal, _PERCENT.findall(line)))
        pairs = frozenset((Decimal(one), Decimal(two)) for one, two in _PAIR.findall(line))
        if shares or pairs:
            measured = " ".join([line, *(outcome.measure for outcome in getattr(record, "outcomes", ()))]).lower()
            measures = tuple(
                group for group in galley.words.figures.same if any(word.rstrip("*") in measured for word in group)
            )
            yield _Ban(name, line, shares, pairs, names, measures)


def _banned_rates(galley: Galley, banned: list[_Ban]) -> Iterator[Finding]:
    """Yield each rate of a printed record that the same record forbids."""
    for study in {study.name: study for study in galley.job.things(Study)}.values():
        rates = [rate for outcome in getattr(study.record, "outcomes", ()) for rate in outcome.rates]
        for ban in banned:
            if ban.study == study.name and any(rate.percent in ban.shares for rate in rates):
                first = next(prose for prose in galley.prose if prose.passage.name == study.name)
                yield codes.DO_NOT_PRINT.at(first.place(), ban.message, "take the rate out of the record's outcomes")


def _reference(galley: Galley, prose: Prose, said: str) -> str:
    """Return the mend: the very reference, where a record that the words cite has this number."""
    wanted = set(re.findall(r"\d+(?:\.\d+)?", said))
    statement = galley.statements.get(prose.passage.name)
    cited = [source.name for source in statement.sources] if statement else list(galley.job.house.studies)
    for name in cited:
        for number, reference in _printable(name, galley.job.house.studies.get(name)).items():
            if number in wanted:
                return f"write {reference} in the place of {number}"
    return "write a reference to the study's record, such as {result:STUDY.OUTCOME:value|exact} or {study:STUDY:n}"


def _printable(name: str, record: object) -> Mapping[str, str]:
    if not isinstance(record, Trial):
        return {}
    found = {str(record.n): f"{{study:{name}:n}}"}
    for outcome in record.outcomes:
        path = f"{{result:{name}.{outcome.id}:"
        found |= {str(getattr(outcome.effect, field)): f"{path}{field}|exact}}" for field in ("value", "low", "high")}
        found |= {str(rate.percent): f"{path}rate:{rate.arm}|exact}}" for rate in outcome.rates}
    return found
