"""The galley: one piece laid out for the gate: its prose, the project's word lists, and quick answers about both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise

from brochures.editorial.phrase_matcher import PhraseBook, Phrases, Span, number_words
from brochures.editorial.sentences import ParsedText, Prose
from brochures.findings import Place
from brochures.load.model.base import Model
from brochures.load.model.house_facts import HouseFacts
from brochures.load.model.names_and_titles import plain
from brochures.load.model.statements import Audience
from brochures.load.model.words import WordList
from brochures.resolve.job import CitedSource, Job, PrintedStatement, Role
from brochures.resolve.passages import printed

HUNDRED = 100
SHORTEST_NAME = 8
"""In letters: a shorter name could be any word."""


@dataclass(frozen=True)
class Galley:
    """A job with its prose in reading order. A project without word lists has empty ones."""

    job: Job
    words: WordList
    prose: tuple[Prose, ...]

    @classmethod
    def of(cls, job: Job) -> Galley:
        """Lay out ``job``."""
        words = job.rules.words or WordList()
        endings = (ending for endings in job.rules.names.values() for ending in endings if ending.endswith("."))
        abbreviations = frozenset((*words.abbreviations, *endings))
        return cls(
            job,
            words,
            tuple(
                Prose(one, ParsedText.of(printed(one.words), abbreviations, words.possessives)) for one in job.passages
            ),
        )

    @cached_property
    def _found(self) -> dict[str, Mapping[int, list[Span]]]:
        """Where every list of the project stands in every text, found in one go."""
        book = _book(_Same(self.words, self.facts))
        return {prose.text: book.scan(prose.copy) for prose in self.prose}

    @property
    def facts(self) -> HouseFacts | None:
        """What is so in this house, and how it is contradicted, in the language of the piece."""
        return self.job.rules.facts

    @cached_property
    def statements(self) -> dict[str, PrintedStatement]:
        """Every statement that the piece prints, once, by name."""
        return {statement.name: statement for statement, _, _ in self.placed}

    @cached_property
    def placed(self) -> tuple[tuple[PrintedStatement, int, int], ...]:
        """Every statement each time that it is printed, with its section and block."""
        return tuple(
            (statement, number, position)
            for number, section in enumerate(self.job.sections)
            for position, block in enumerate(section.blocks)
            for statement in block.things(PrintedStatement)
        )

    @cached_property
    def citations(self) -> tuple[CitedSource, ...]:
        """Every source each time that the piece cites it."""
        return tuple(self.job.things(CitedSource))

    @cached_property
    def sources(self) -> dict[str, CitedSource]:
        """Every source that the piece cites, once, by name."""
        return {source.name: source for source in self.citations}

    @cached_property
    def proper_names(self) -> tuple[str, ...]:
        """Names and titles that are printed as they are, in lower case: of cited works and their publishers, and of the clinic."""
        cites = [source.cite for source in self.sources.values()]
        names = [name for cite in cites for name in (plain(cite.title or ""), cite.container_title, cite.publisher)]
        names += [author.literal for cite in cites for author in cite.author]
        names += [self.job.clinic[fact].value for fact in ("name", "legal_name") if fact in self.job.clinic]
        return tuple({name.lower() for name in names if name and len(name) >= SHORTEST_NAME})

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words by which the language of the piece is known."""
        language = self.job.rules.languages.get(self.job.language.partition("-")[0])
        return frozenset(word.lower() for word in language.words) if language else frozenset()

    @property
    def title_place(self) -> Place:
        """Where the title of the piece is written: what the whole piece lacks is told there."""
        return self.prose[0].place()

    def spans(self, prose: Prose, *lists: Phrases) -> list[Span]:
        """Return where the phrases of ``lists`` stand in ``prose``."""
        found = self._found[prose.text]
        return [span for phrases in lists for span in found.get(id(phrases), ())]

    def lists_in(self, prose: Prose) -> Iterable[int]:
        """Return the lists, each by its ``id``, of which something stands in ``prose``."""
        return self._found[prose.text]

    def holds(self, prose: Prose, phrases: Phrases) -> bool:
        """Return whether one of ``phrases`` stands in ``prose``."""
        return id(phrases) in self._found[prose.text]

    def refused(self, prose: Prose) -> set[int]:
        """Return the last token of every claim and praise in ``prose``, let pass or not."""
        entries = (*self.words.claims, *self.words.praise)
        return {
            span.last for entry in entries if self.holds(prose, entry.find) for span in self.spans(prose, entry.find)
        }

    def following(self, prose: Prose) -> Prose | None:
        """Return the passage that is read after ``prose`` in the same section."""
        after = self._next.get(id(prose))
        return after if after is not None and after.passage.section == prose.passage.section else None

    def preceding(self, prose: Prose) -> Prose | None:
        """Return the passage that is read before ``prose`` in the same section."""
        before = self._previous.get(id(prose))
        return before if before is not None and before.passage.section == prose.passage.section else None

    @cached_property
    def _previous(self) -> dict[int, Prose]:
        return {id(two): one for one, two in pairwise(self.prose)}

    @cached_property
    def _next(self) -> dict[int, Prose]:
        return {id(one): two for one, two in pairwise(self.prose)}

    def of_roles(self, *roles: Role, audience: Audience | None = None) -> Iterator[Prose]:
        """Yield the prose of ``roles`` for ``audience``."""
        for prose in self.prose:
            if prose.passage.role in roles and audience in {None, prose.passage.audience}:
                yield prose

    def beside(self, prose: Prose) -> Sequence[Prose]:
        """Return the passages of the same thing in the same block, ``prose`` included."""
        here = prose.passage
        key = (here.section, here.block, here.role, here.name)
        found = self._beside.get(key, ())
        return found if here.name else (prose,)

    @cached_property
    def _beside(self) -> dict[tuple[int, int, Role, str], list[Prose]]:
        found: dict[tuple[int, int, Role, str], list[Prose]] = {}
        for prose in self.prose:
            one = prose.passage
            found.setdefault((one.section, one.block, one.role, one.name), []).append(prose)
        return found

    def number(self, prose: Prose, at: int) -> tuple[Decimal, int] | None:
        """Return the number that begins at token ``at``, and how many tokens it takes."""
        token = prose.tokens[at]
        if token.kind == "number":
            return Decimal(token.text.replace(",", "")), 1
        if token.text not in self.words.numbers:
            return None
        taken = number_words(prose.tokens, at, self.words.numbers)
        total = 0
        for one in prose.tokens[at : at + taken]:
            value = self.words.numbers[one.text]
            total = max(total, 1) * value if value >= HUNDRED else total + value
        return Decimal(total), taken


@dataclass(frozen=True, eq=False)
class _Same:
    """The lists themselves, and not others that are equal: a phrase book knows its lists by their ``id``."""

    words: WordList
    facts: HouseFacts | None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.words is self.words and other.facts is self.facts

    def __hash__(self) -> int:
        return id(self.words)


@lru_cache(maxsize=4)
def _book(same: _Same) -> PhraseBook:
    """Return the phrase book of the word lists; the pieces of a run share it."""
    lists = [*_lists(same.words), *(_facts(same.facts) if same.facts is not None else ())]
    return PhraseBook(lists, same.words.numbers, same.words.possessives)


def _facts(facts: HouseFacts) -> Iterator[Phrases]:
    yield facts.carries_on
    yield from facts.words.values()


def _lists(words: Model) -> Iterator[Phrases]:
    """Yield every list of phrases in ``words``."""
    for field in type(words).model_fields:
        yield from _lists_in(getattr(words, field))


def _lists_in(value: object) -> Iterator[Phrases]:
    if isinstance(value, Model):
        yield from _lists(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _lists_in(part)
    elif isinstance(value, tuple) and value:
        if isinstance(value[0], str):
            yield value
        else:
            for part in value:
                yield from _lists_in(part)
