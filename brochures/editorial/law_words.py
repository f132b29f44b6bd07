"""Law words: sentences that retype a text of law, whole, in part or altered, instead of quoting it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from brochures.editorial.galley import Galley
from brochures.editorial.sentences import Prose, Sentence, compared
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.load.model.law import LawText
from brochures.resolve.job import Role

RUN = 4
"""Words in a row that count as taken over: fewer are in any sentence about the same thing."""

FEWEST = 8
"""Words taken over from which on a sentence is looked at: a name of a law and its object have fewer."""

MOST_OF_IT = 0.6
"""The share of a sentence, ours or the law's, that makes the one a copy of the other."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN = re.compile(r"(?<=[.:;]) ")

Line = tuple[str, tuple[str, ...], frozenset[tuple[str, ...]]]
"""Of a sentence of law: the name of its text, its words, and every run of four of them."""


@check(
    codes.TYPED_LAW,
    looks_for="sentences that are a retyped, partial or altered copy of a text of law",
    source="docs/writers.md, Words of law",
)
def typed_law(galley: Galley) -> Iterator[Finding]:
    """Yield each sentence that was typed and is nearly, partly or wholly a sentence of law."""
    lines = _lines_of(_Texts(galley.job.rules.law))
    if not lines:
        return
    for prose in galley.prose:
        if prose.passage.role is not Role.LAW:
            for sentence in prose.sentences:
                yield from _copied(prose, sentence, lines)


def _copied(prose: Prose, sentence: Sentence, lines: Sequence[Line]) -> Iterator[Finding]:
    tokens = [token for token in prose.words(sentence) if prose.typed(token.start)]
    words = [token.text for token in tokens]
    runs = _runs(words)
    if len(words) < FEWEST or not runs:
        return
    alike = [(_taken(words, line), name, line) for name, line, known in lines if runs & known]
    for taken, name, line in sorted(alike, reverse=True)[:1]:
        if taken >= FEWEST and taken >= MOST_OF_IT * min(len(words), len(line)):
            yield codes.TYPED_LAW.at(
                prose.place(tokens[0].start),
                f"'{prose.said(sentence.first, sentence.last - 1)}' has {taken} of its {len(words)} words from the text of law '{name}' and is typed",
                f"write {{law:{name}}}, which prints the whole text, or say it in words of your own",
            )


def _taken(words: Sequence[str], line: Sequence[str]) -> int:
    """Return how many of ``words`` stand in ``line`` in the same order, in runs of at least four."""
    blocks = SequenceMatcher(None, words, line, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= RUN)


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


class _Texts:
    """The texts of law themselves: the pieces of a run share what is read of them."""

    def __init__(self, texts: Mapping[str, LawText]) -> None:
        self.texts = texts
        self.known = tuple((name, text.words) for name, text in texts.items())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Texts) and other.known == self.known

    def __hash__(self) -> int:
        return hash(self.known)


@lru_cache(maxsize=4)
def _lines_of(texts: _Texts) -> tuple[Line, ...]:
    """Return every sentence of ``texts``."""
    found = []
    for name, text in texts.texts.items():
        for paragraph in text.words:
            for sentence in _BETWEEN.split(paragraph):
                words = tuple(compared(word) for word in _WORD.findall(sentence))
                found.append((name, words, _runs(words)))
    return tuple(found)
