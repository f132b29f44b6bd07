"""Law words: sentences that retype a text of law, whole, in part or altered, instead of quoting it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from brochures.editorial.galley import Galley
from brochures.editorial.sentences import Prose, Sentence, compared
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.load.law_words import sentences
from brochures.resolve.job import Role

RUN = 4
"""Words in a row that count as taken over: fewer are in any sentence about the same thing."""

FEWEST = 8
"""Words taken over from which on a sentence is looked at: a name of a law and its object have fewer."""

MOST_OF_IT = 0.6
"""The share of a sentence, ours or the law's, that makes the one a copy of the other."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Line = tuple[str, tuple[str, ...], frozenset[tuple[str, ...]]]
"""Of a sentence of law: the name of its text, its words, and every run of four of them."""


@check(
    codes.TYPED_LAW,
    looks_for="sentences that are a retyped, partial or altered copy of a text of law",
    source="docs/writers.md, Words of law",
)
def typed_law(galley: Galley) -> Iterator[Finding]:
    """Yield each sentence that was typed and is nearly, partly or wholly a sentence of law."""
    lines = _lines_of(tuple((name, text.words) for name, text in galley.job.rules.law.items()))
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


@lru_cache(maxsize=4)
def _lines_of(texts: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Line, ...]:
    """Return every sentence of ``texts``, each a name and its paragraphs. The pieces of a run share it."""
    found = []
    for name, paragraphs in texts:
        for sentence in (one for paragraph in paragraphs for one in sentences(paragraph)):
            words = tuple(compared(word) for word in _WORD.findall(sentence))
            found.append((name, words, _runs(words)))
    return tuple(found)
