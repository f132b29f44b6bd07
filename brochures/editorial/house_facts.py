"""House facts: sentences that contradict what is so in this house, whatever words they choose: 'You can drive home an hour later'."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from brochures.editorial.carried_on import InText, carried_on
from brochures.editorial.claims import refused_spans
from brochures.editorial.galley import Galley
from brochures.editorial.negation import asked, denied_at_once, denied_later, named, negated, quoted
from brochures.editorial.phrase_matcher import Span
from brochures.editorial.sentences import Prose
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.load.model.base import Name
from brochures.load.model.house_facts import Contradiction, HouseFact, HouseFacts
from brochures.resolve.job import Role


@check(
    codes.CONTRADICTS_FACT,
    looks_for="sentences that contradict a fact of the house, in whatever words",
    source="docs/writers.md, Facts of the house",
)
def contradicted(galley: Galley) -> Iterator[Finding]:
    """Yield each sentence that contradicts a fact of the house, once for each fact, but where its words are refused already."""
    facts = galley.facts
    if facts is None:
        return
    ways = [*_ways(facts)]
    for prose in galley.prose:
        if prose.passage.role is not Role.CLINIC:
            said = _said_around(galley, prose)
            likely = [way for way in ways if way.needed <= said]
            if likely:
                yield from _in_passage(galley, facts, prose, likely)


class _Way(NamedTuple):
    """A fact, one way to contradict it, and the lists that it needs, each by its ``id``."""

    fact: HouseFact
    contradiction: Contradiction
    needed: frozenset[int]


def _ways(facts: HouseFacts) -> Iterator[_Way]:
    """Yield every way of contradicting a fact, but for those that name a list which is not there: that is told where it is written."""
    for fact in facts.rules.values():
        for way in fact.contradicted:
            if facts.words.keys() >= {*way.needed, *way.unless}:
                yield _Way(fact, way, frozenset(id(facts.words[name]) for name in way.needed))


def _said_around(galley: Galley, prose: Prose) -> set[int]:
    """Return the lists of which something stands in ``prose``, or in a passage that it may carry on."""
    before = galley.preceding(prose)
    passages = (prose, *galley.beside(prose)[:1], *((before,) if before is not None else ()))
    return {name for passage in passages for name in galley.lists_in(passage)}


def _in_passage(galley: Galley, facts: HouseFacts, prose: Prose, likely: Iterable[_Way]) -> Iterator[Finding]:
    told: set[tuple[int, str]] = set()
    refused = refused_spans(galley, prose)
    for number in range(len(prose.sentences)):
        here = InText(prose, number)
        reading = _Reading(galley, facts, here, carried_on(galley, here, facts.carries_on))
        for fact, way, _ in likely:
            span = None if (number, fact.fact) in told else reading.contradicts(way)
            if span is not None and not any(span.first <= one.last and one.first <= span.last for one in refused):
                told.add((number, fact.fact))
                yield codes.CONTRADICTS_FACT.at(
                    prose.place_of(*span),
                    f"'{prose.said(*span)}' contradicts a fact of the house: {fact.fact} ({', '.join(fact.sources)})",
                    fact.instead,
                )


_Found = tuple[InText, Span]


@dataclass(frozen=True)
class _Reading:
    """A sentence as a reader takes it in, with the one before it that it carries on."""

    galley: Galley
    facts: HouseFacts
    here: InText
    before: InText | None

    def contradicts(self, way: Contradiction) -> Span | None:
        """Return from which to which word the sentence contradicts a fact in this ``way``; None where it does not."""
        if any(self._first(name, _is_there) for name in way.unless):
            return None
        claims = [self._first(name, self._stands) for name in way.asserts]
        claims += [self._first(name, self._is_denied) for name in way.denies]
        if not all(claims):
            return None
        about = [self._first(name, _is_there) for name in way.about]
        if not all(about):
            return None
        return self._whole([one for one in claims if one], [one for one in about if one], denies=bool(way.denies))

    def _whole(self, claims: Sequence[_Found], about: Sequence[_Found], *, denies: bool) -> Span | None:
        """Return all words of this sentence among ``claims`` and ``about``; None where it claims nothing, not even by a no."""
        own = [span for where, span in (*claims, *about) if where is self.here]
        if any(where is self.here for where, _ in claims):
            return Span(min(span.first for span in own), max(span.last for span in own))
        first, last, _ = self.here.sentence
        return Span(first, last - 1) if self._refuses and denies else None

    @property
    def _refuses(self) -> bool:
        """Whether the sentence says no to the question before it."""
        question = self.before is not None and self.before.sentence.mark == "?"
        return question and self.here.begins_with(self.galley, self.galley.words.questions.denying)

    @property
    def _goes_on_in_it(self) -> bool:
        """Whether the sentence before is not whole without this one: a question, or the lead of a list. Another one is only what it is about."""
        before = self.before
        return before is not None and (before.prose.passage.continues or before.sentence.mark == "?")

    def _first(self, name: Name, is_meant: Callable[[InText, Span], bool]) -> _Found | None:
        """Return the first words of the list ``name`` that are meant, in this sentence before the one that it carries on."""
        for where in (self.here, *((self.before,) if self.before is not None else ())):
            if where is self.before and is_meant is not _is_there and not self._goes_on_in_it:
                continue
            for span in where.spans(self.galley, self.facts.words[name]):
                if is_meant(where, span):
                    return where, span
        return None

    def _stands(self, where: InText, span: Span) -> bool:
        """Return whether the words are said, and neither denied nor asked nor somebody else's."""
        answers = (negated, denied_at_once, denied_later, asked, quoted)
        return self._ours(where, span) and not any(one(self.galley, where.prose, span) for one in answers)

    def _is_denied(self, where: InText, span: Span) -> bool:
        """Return whether the words are said not to be so."""
        if not self._ours(where, span) or quoted(self.galley, where.prose, span):
            return False
        if where is self.before and self._refuses:
            return True
        return negated(self.galley, where.prose, span) and not asked(self.galley, where.prose, span)

    def _ours(self, where: InText, span: Span) -> bool:
        return not span.within(named(self.galley, where.prose))


def _is_there(_where: InText, _span: Span) -> bool:
    return True
