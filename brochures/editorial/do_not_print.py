"""Do not print: figures and words in circulation that a study's record forbids, wrong or unverified as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from brochures.editorial.galley import HUNDRED, Galley
from brochures.editorial.sentences import Prose
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.load.model.statements import Audience
from brochures.load.model.words import Phrases
from brochures.resolve.job import Record, Study

SHARES = (10, HUNDRED)
"""Denominators that say the same as per cent."""

_FAR = 3
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_PAIR = re.compile(r"(\d+)\s+[^\W\d]+\s+(\d+)")
_LETTERS = re.compile(r"\b[A-Z]{3,}\b")
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")


@dataclass(frozen=True)
class Ban:
    """One line under ``do_not_print``: its figures, the words that it quotes, and the words that show that it is meant.

    ``figures``: figures of its measures are banned whatever they are.
    """

    study: str
    line: str
    shares: frozenset[Decimal]
    pairs: frozenset[tuple[Decimal, Decimal]]
    quoted: tuple[str, ...]
    figures: bool
    names: tuple[str, ...]
    measures: tuple[Phrases, ...]

    @property
    def checkable(self) -> bool:
        """Whether anything in the line can be looked for."""
        return bool(self.shares or self.pairs or self.quoted or (self.figures and self.measures))

    @property
    def message(self) -> str:
        """What is said of words that the line forbids."""
        return f"the record of '{self.study}' says that this must not be printed: {self.line}"

    @property
    def mend(self) -> str:
        """What to do about them."""
        return "leave it out; print what the record has"

    def holds(self, share: Decimal | None, pair: tuple[Decimal, Decimal] | None) -> bool:
        """Return whether a share in per cent, also as one number of 10 or 100, is a figure of this line."""
        if pair is not None and pair[1] in SHARES:
            share = pair[0] * HUNDRED / pair[1]
        return share in self.shares

    def names_study(self, galley: Galley, prose: Prose) -> bool:
        """Return whether ``prose`` is of the study, cites it or names it."""
        statement = galley.statements.get(prose.passage.name)
        if statement is not None and any(source.name == self.study for source in statement.sources):
            return True
        near = galley.beside(prose)
        return self.study == prose.passage.name or any(name in one.text for one in near for name in self.names)

    def names_measure(self, galley: Galley, prose: Prose) -> bool:
        """Return whether words near ``prose`` name what was measured."""
        return any(galley.holds(one, measure) for one in galley.beside(prose) for measure in self.measures)


@check(
    codes.DO_NOT_PRINT,
    looks_for="results that the record of a study says must never be printed",
    source="docs/writers.md, Studies and their figures",
)
def never_print(galley: Galley) -> Iterator[Finding]:
    """Yield what a study's record forbids: a figure near words that name the study or the measure, or words that it quotes."""
    bans = list(_bans(galley))
    if not bans:
        return
    for prose in galley.prose:
        yield from _figures(galley, prose, bans)
        yield from _quoted(galley, prose, bans)
    yield from _rates(galley, bans)


@check(
    codes.UNCLEAR_BAN,
    looks_for="lines under 'do_not_print' in which there is nothing to look for",
    source="docs/writers.md, Studies and their figures",
)
def unclear_bans(galley: Galley) -> Iterator[Finding]:
    """Yield each study that the piece cites whose record forbids something that cannot be looked for."""
    for ban in _bans(galley):
        source = galley.sources.get(ban.study)
        if source is not None and not ban.checkable:
            yield codes.UNCLEAR_BAN.at(
                source.place,
                f"under 'do_not_print' in the record of '{ban.study}' nothing can be looked for in: {ban.line}",
                "put the words that must not be printed between quotation marks in that line, or their figures",
            )


def _figures(galley: Galley, prose: Prose, bans: list[Ban]) -> Iterator[Finding]:
    told = set()
    for at, share, pair in _shares(galley, prose) if _has_figures(galley, prose) else ():
        for ban in bans:
            known = pair in ban.pairs or ban.holds(share, pair)
            if known and (pair in ban.pairs or ban.names_study(galley, prose) or ban.names_measure(galley, prose)):
                told.add(at)
                yield codes.DO_NOT_PRINT.at(prose.place_of(at), ban.message, ban.mend)
                break
    for ban in bans:
        if ban.figures:
            for at in _chances(galley, prose, ban):
                if at not in told and ban.names_study(galley, prose):
                    told.add(at)
                    yield codes.DO_NOT_PRINT.at(prose.place_of(at), ban.message, ban.mend)


def _chances(galley: Galley, prose: Prose, ban: Ban) -> Iterator[int]:
    """Yield the first token of each chance in a sentence of ``prose`` that names the measure of ``ban``."""
    rule = galley.words.chances
    forms = [rule.good, rule.refused]
    if prose.passage.audience is Audience.PATIENT:
        forms.append(rule.relative)
    measured = {prose.tokens[span.first].sentence for span in galley.spans(prose, *ban.measures)}
    if not measured:
        return
    apart = galley.spans(prose, galley.words.figures.apart)
    for span in galley.spans(prose, *forms):
        if prose.tokens[span.first].sentence in measured and not span.within(apart):
            yield span.first


def _quoted(galley: Galley, prose: Prose, bans: list[Ban]) -> Iterator[Finding]:
    lowered = prose.text.lower()
    for ban in bans:
        for words in ban.quoted:
            at = lowered.find(words) if ban.study != prose.passage.name else -1
            if at >= 0 and ban.names_study(galley, prose):
                yield codes.DO_NOT_PRINT.at(prose.place(at), ban.message, ban.mend)


def _has_figures(galley: Galley, prose: Prose) -> bool:
    numbers = galley.words.numbers
    return any(token.kind == "number" or token.text in numbers for token in prose.tokens)


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


def _bans(galley: Galley) -> Iterator[Ban]:
    for name, record in galley.job.rules.studies.items():
        for line in record.do_not_print:
            yield _ban(galley, name, record, line)


def _ban(galley: Galley, name: str, record: Record, line: str) -> Ban:
    authors = tuple(author.family for author in record.cite.author[:1] if author.family)
    figures = any(phrase in line.lower() for phrase in galley.words.figures.any_of)
    outcomes = () if figures else (outcome.measure for outcome in getattr(record, "outcomes", ()))
    measured = " ".join([line, *outcomes]).lower()
    return Ban(
        name,
        line,
        frozenset(map(Decimal, _PERCENT.findall(line))),
        frozenset((Decimal(one), Decimal(two)) for one, two in _PAIR.findall(line)),
        tuple((curly or straight).lower() for curly, straight in _QUOTED.findall(line)),
        figures,
        (*authors, *_LETTERS.findall(record.short)),
        tuple(group for group in galley.words.figures.same if any(word.rstrip("*") in measured for word in group)),
    )


def _rates(galley: Galley, bans: list[Ban]) -> Iterator[Finding]:
    """Yield each rate of a printed record that the same record forbids."""
    for study in {study.name: study for study in galley.job.things(Study)}.values():
        rates = [rate for outcome in getattr(study.record, "outcomes", ()) for rate in outcome.rates]
        for ban in bans:
            if ban.study == study.name and any(rate.percent in ban.shares for rate in rates):
                first = next(prose for prose in galley.prose if prose.passage.name == study.name)
                yield codes.DO_NOT_PRINT.at(first.place(), ban.message, "take the rate out of the record's outcomes")
