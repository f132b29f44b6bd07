"""Languages: words of another language than the piece's, known by the small words that every text is full of.

Which words those are stands in ``house/languages.yaml``, where a reader can check them. A sentence of three words or more that has one of
another language and none of its own is told, and one that has three of another and fewer of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochures.editorial.galley import Galley
from brochures.editorial.negation import named
from brochures.editorial.sentences import Prose, Sentence
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.resolve.job import Role

SHORTEST = 3
"""In words: fewer may be a name."""

MIXED = 3
"""Small words of another language that a sentence must have which has some of its own, too."""

SHOWN = 60
"""In letters: how much of a sentence a message repeats."""

_QUOTES = {"“": "”", "«": "»", "„": "“"}
"""Quotation marks: what stands between them is somebody else's."""


@check(
    codes.FOREIGN_WORDS,
    looks_for="sentences in another language than the piece's",
    source="docs/writers.md, Languages",
)
def foreign_words(galley: Galley) -> Iterator[Finding]:
    """Yield each text with a sentence in another language, at its first one."""
    languages = galley.job.rules.languages
    own = languages.get(galley.job.language.partition("-")[0])
    if own is None:
        return
    others = {
        one.name: frozenset(word.lower() for word in one.words) - galley.small_words
        for one in languages.values()
        if one is not own
    }
    for prose in galley.prose:
        if prose.passage.role is Role.LAW:  # federal notices tell of help in other languages, in those
            continue
        left_out = _names_and_quotations(galley, prose)
        for sentence in prose.sentences:
            language = _language(galley, prose, sentence, left_out, others)
            if language:
                said = prose.said(sentence.first, sentence.last - 1)
                yield codes.FOREIGN_WORDS.at(
                    prose.place_of(sentence.first, sentence.last - 1),
                    f"'{said if len(said) <= SHOWN else said[:SHOWN].rpartition(' ')[0] + ' …'}' is {language}, and the piece is in {own.name}",
                    f"write it in {own.name}; words that are printed in {language} on purpose stand under 'foreign' in content/house/words.yaml",
                )
                break


def _language(
    galley: Galley, prose: Prose, sentence: Sentence, left_out: set[int], others: dict[str, frozenset[str]]
) -> str:
    """Return the other language that ``sentence`` is in, nothing where it may be the piece's own."""
    shouted = prose.text.isupper()
    read = [at for at in range(sentence.first, sentence.last) if at not in left_out and prose.tokens[at].kind == "word"]
    if len(read) < SHORTEST:
        return ""
    small = [
        prose.tokens[at].text
        for at in read
        if prose.tokens[at].end - prose.tokens[at].start > 1
        and (shouted or prose.text[prose.tokens[at].start].islower())
    ]
    mine = sum(word in galley.small_words for word in small) + _opens(galley, prose, sentence)
    counted = {name: sum(word in words for word in small) for name, words in others.items()}
    name = max(counted, key=lambda one: counted[one], default="")
    most = counted.get(name, 0)
    return name if most and (not mine or (most >= MIXED and most > mine)) else ""


def _opens(galley: Galley, prose: Prose, sentence: Sentence) -> bool:
    """Return whether ``sentence`` begins with a small word of the piece's own language, in capitals as it is."""
    first = prose.tokens[sentence.first]
    return prose.text[first.start].isupper() and first.text in galley.small_words


def _names_and_quotations(galley: Galley, prose: Prose) -> set[int]:
    """Return the tokens of ``prose`` that tell nothing of its language."""
    spans = [*named(galley, prose), *galley.spans(prose, galley.words.foreign)]
    found = {at for span in spans for at in range(span.first, span.last + 1)}
    close = ""
    for at, token in enumerate(prose.tokens):
        if close:
            found.add(at)
            close = "" if token.text == close else close
        else:
            close = _QUOTES.get(token.text, "")
    return found
