"""Readability: whether patients can read it: grade, hard words, sentences, voice, lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from math import sqrt

from brochures.editorial.galley import Galley
from brochures.editorial.sentences import Prose, Sentence
from brochures.editorial.syllables import syllables
from brochures.findings import Finding, Severity, codes
from brochures.findings.check import check
from brochures.load.model.statements import Audience
from brochures.load.model.words import Formula, HardWords, Limit
from brochures.resolve.job import PrintedStatement, Role

LISTS = frozenset({"points", "steps", "screen", "run_in", "icon_list"})
"""Components that set their statements as a list. The points of one statement are counted where it is loaded."""

HARD = 3
"""Syllables of a hard word."""


@dataclass(frozen=True)
class Sample:
    """Sentences whose reading grade is measured, each as a list of words with their syllables (0: the word does not count)."""

    sentences: tuple[tuple[tuple[str, int, bool], ...], ...]

    @cached_property
    def words(self) -> int:
        """How many words there are, those that do not count included: a sentence with them is as long."""
        return sum(map(len, self.sentences))

    def grade(self, formula: Formula, *, every_word: bool = False) -> float:
        """Return the reading grade; ``every_word`` takes in those that do not count."""
        counted = [size for sentence in self.sentences for _, size, counts in sentence if counts or every_word]
        if not counted:
            return 0.0
        length = self.words / len(self.sentences)
        weight = sum(counted) / len(counted)
        return (
            float(formula.words_per_sentence) * length
            + float(formula.syllables_per_word) * weight
            + float(formula.constant)
        )

    def hard_words(self, rule: HardWords) -> float:
        """Return the grade by words of three syllables and more (SMOG)."""
        hard = sum(counts and size >= HARD for sentence in self.sentences for _, size, counts in sentence)
        return float(rule.weight) * sqrt(hard * 30 / len(self.sentences)) + float(rule.constant)

    @property
    def hardest(self) -> str:
        """The word with the most syllables that counts, as a first thing to mend."""
        words = [(size, word) for sentence in self.sentences for word, size, counts in sentence if counts]
        return max(words)[1] if words else ""


@check(
    codes.READING_GRADE,
    looks_for="words for patients whose reading grade is too high",
    source="docs/writers.md, Reading grade",
)
def grade(galley: Galley) -> Iterator[Finding]:
    """Yield the piece, and each block of it that is long enough to measure, whose reading grade is too high."""
    rule = galley.words.reading
    if rule.grade is None or rule.grade_limit is None:
        return
    prose = list(_printed(galley))
    blocks = [("this block", block[0], sample_of(galley, block)) for block in _blocks(prose)]
    whole = Sample(tuple(sentence for _, _, sample in blocks for sentence in sample.sentences))
    lines = [("this plain line", line, sample_of(galley, [line])) for line in galley.of_roles(Role.PLAIN)]
    for what, first, sample in [("the piece", None, whole), *blocks, *lines]:
        long = len(sample.sentences) >= rule.block_sentences or sample.words >= rule.block_words
        if not sample.sentences or (first and not long):
            continue
        measured = sample.grade(rule.grade)
        above = _above(rule.grade_limit, measured)
        if above is not None:
            everything = sample.grade(rule.grade, every_word=True)
            yield codes.READING_GRADE.at(
                first.place() if first else galley.title_place,
                f"{what} reads at grade {measured:.1f} ({everything:.1f} with every word counted), above {above[1]}",
                f"write shorter sentences, and a plainer word for such as '{sample.hardest[:60]}'",
                severity=above[0],
            )


@check(
    codes.HARD_WORDS, looks_for="pieces for patients with too many long words", source="docs/writers.md, Reading grade"
)
def hard_words(galley: Galley) -> Iterator[Finding]:
    """Yield a piece with too many hard words, where it is long enough to say so."""
    rule = galley.words.reading
    if rule.hard_words is None or rule.hard_words_limit is None:
        return
    sample = sample_of(galley, list(_printed(galley)))
    if len(sample.sentences) >= rule.hard_words.sentences:
        measured = sample.hard_words(rule.hard_words)
        above = _above(rule.hard_words_limit, measured)
        if above is not None:
            yield codes.HARD_WORDS.at(
                galley.title_place,
                f"the piece reads at grade {measured:.1f} by its long words, above {above[1]}",
                f"write a shorter word for such as '{sample.hardest[:60]}'",
                severity=above[0],
            )


@check(
    codes.LONG_SENTENCE,
    looks_for="sentences for patients of more than 20 words",
    source="docs/writers.md, Reading grade",
)
def long_sentences(galley: Galley) -> Iterator[Finding]:
    """Yield each sentence for patients that is too long."""
    limit = galley.words.reading.sentence_limit
    if limit is None:
        return
    for parts in _sentences([*_printed(galley), *galley.of_roles(Role.PLAIN)]):
        words = sum(1 for prose, sentence in parts for _ in prose.words(sentence))
        above = _above(limit, words)
        if above is not None:
            prose, sentence = parts[0]
            yield codes.LONG_SENTENCE.at(
                prose.place_of(sentence.first, sentence.last - 1),
                f"a sentence of {words} words, above {above[1]}",
                "make two sentences of it",
                severity=above[0],
            )


@check(
    codes.PASSIVE,
    looks_for="pieces for patients in whose sentences too often nobody acts",
    source="docs/writers.md, Reading grade",
)
def passive_voice(galley: Galley) -> Iterator[Finding]:
    """Yield a piece in whose sentences too often nobody acts."""
    rule = galley.words.reading.passive
    prose = list(_printed(galley))
    total = sum(len(one.sentences) for one in prose)
    if rule is None or not total:
        return
    found = [(one, first, last) for one in prose for first, last in _passives(galley, one)]
    share = round(100 * len({(id(one), one.tokens[first].sentence) for one, first, _ in found}) / total)
    if share > rule.share:
        one, first, last = found[0]
        yield codes.PASSIVE.at(
            one.place_of(first, last),
            f"{share} of 100 sentences are in the passive voice; the first is '{one.said(first, last)}'",
            "say who does it, in this sentence and in others",
        )


@check(
    codes.LONG_LIST,
    looks_for="lists for patients of more than seven points",
    source="CDC Clear Communication Index, item 8; docs/writers.md, Reading grade",
)
def long_lists(galley: Galley) -> Iterator[Finding]:
    """Yield each list for patients that is too long to keep in mind."""
    limit = galley.words.reading.list_length
    for section in galley.job.sections:
        for block in section.blocks:
            if not limit or section.audience is not Audience.PATIENT or block.component not in LISTS:
                continue
            points = list(block.things(PrintedStatement))
            if len(points) > limit:
                yield codes.LONG_LIST.at(
                    points[0].place,
                    f"a list of {len(points)} points begins here, more than {limit}",
                    "make two lists of it, each with its subheading",
                )


def sample_of(galley: Galley, prose: Sequence[Prose]) -> Sample:
    """Return the sentences of ``prose`` with the syllables of their words."""
    rule = galley.words.reading
    plain = frozenset(word for entry in rule.uncounted for word in entry.words)
    language = galley.job.language

    def measured(word: str, kind: str) -> tuple[str, int, bool]:
        if kind == "number":
            return word, 1, False
        size = rule.syllables.get(word) or syllables(word, language, rule.pronunciations)
        return word, size, word not in plain

    return Sample(
        tuple(
            tuple(measured(token.text, token.kind) for one, sentence in parts for token in one.words(sentence))
            for parts in _sentences(prose)
        )
    )


def _printed(galley: Galley) -> Iterator[Prose]:
    """Yield the running words for patients: statements, leads, whole sentences; headings, labels and names are no sentences."""
    for prose in galley.of_roles(Role.STATEMENT, Role.PIECE, Role.FORM, audience=Audience.PATIENT):
        if prose.passage.role is Role.STATEMENT or prose.passage.component == "lead" or _is_a_sentence(prose):
            yield prose


def _is_a_sentence(prose: Prose) -> bool:
    return len(prose.sentences) > 1 or any(sentence.mark == "." for sentence in prose.sentences)


def _blocks(prose: Sequence[Prose]) -> list[list[Prose]]:
    def block(one: Prose) -> tuple[int, int]:
        return one.passage.section, one.passage.block

    return [list(group) for _, group in groupby(prose, block)]


def _sentences(prose: Sequence[Prose]) -> Iterator[list[tuple[Prose, Sentence]]]:
    """Yield each sentence; the lead of a list goes on in the list's first point."""
    open_: list[tuple[Prose, Sentence]] = []
    for one in prose:
        for sentence in one.sentences:
            open_.append((one, sentence))
            if not (one.passage.continues and sentence is one.sentences[-1] and not sentence.mark):
                yield open_
                open_ = []
    if open_:
        yield open_


def _passives(galley: Galley, prose: Prose) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each passive verb: a form of 'to be', then a participle."""
    rule = galley.words.reading.passive
    if rule is None:
        return
    between = {at for first, last in galley.spans(prose, rule.between) for at in range(first, last + 1)}
    irregular = {first for first, _ in galley.spans(prose, rule.participles)}
    adjectives = {first for first, _ in galley.spans(prose, rule.adjectives)}
    for verb in galley.spans(prose, rule.be):
        at = verb.last + 1
        while at in between:
            at += 1
        if at < len(prose.tokens) and prose.tokens[at].kind == "word" and at not in adjectives:
            participle = at in irregular or prose.tokens[at].text.endswith(rule.endings)
            yield from ((verb.first, at),) if participle else ()


def _above(limit: Limit, measured: float) -> tuple[Severity, Decimal] | None:
    """Return how much it weighs, and which bound it passes, when ``measured`` is above a limit."""
    value = Decimal(str(round(measured, 2)))
    if value > limit.error:
        return Severity.ERROR, limit.error
    return (Severity.WARNING, limit.warning) if value > limit.warning else None
