"""Claims: words that promise, praise or compare where nothing is proved, and words that lower people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brochures.editorial.galley import Galley
from brochures.editorial.negation import SHORTEST_LINE, asked, denied_later, named, negated, quoted
from brochures.editorial.phrase_matcher import Phrases, Span
from brochures.editorial.sentences import Prose
from brochures.findings import Code, Finding, codes
from brochures.findings.check import check
from brochures.load.model.words import RefusedWords
from brochures.resolve.job import Role

SHORTEST_TERM = 1
"""In words: a term may be named in a quotation of its own, while a claim is only ever quoted in its line."""


@check(
    codes.CLAIM,
    looks_for="words that claim more than any trial has shown",
    source="docs/writers.md, What words are refused for",
)
def claims(galley: Galley) -> Iterator[Finding]:
    """Yield each word that claims what no trial has shown."""
    yield from _refused(galley, galley.words.claims, codes.CLAIM, "claims more than is known", SHORTEST_LINE)


@check(
    codes.PRAISE,
    looks_for="superlatives, promises and comparisons with others",
    source="docs/writers.md, What words are refused for",
)
def praise(galley: Galley) -> Iterator[Finding]:
    """Yield each superlative, promise and comparison with others."""
    yield from _refused(galley, galley.words.praise, codes.PRAISE, "praises, promises or compares", SHORTEST_LINE)


@check(
    codes.STIGMA,
    looks_for="words that name people by their illness, or shame them",
    source="docs/writers.md, What words are refused for",
)
def people_first(galley: Galley) -> Iterator[Finding]:
    """Yield each word that names people by their illness, or shames them."""
    entries = [entry.model_copy(update={"even_negated": True}) for entry in galley.words.people]
    yield from _refused(galley, entries, codes.STIGMA, "puts the illness before the person", SHORTEST_TERM)


def _refused(
    galley: Galley, entries: Sequence[RefusedWords], code: Code, what: str, shortest: int
) -> Iterator[Finding]:
    """Yield each word of ``entries`` that is not let pass; a quotation of ``shortest`` words or more is."""
    by_list = {id(entry.find): entry for entry in entries}
    for prose in galley.prose:
        for span, entry in _refused_in(galley, prose, by_list, shortest):
            yield code.at(prose.place_of(*span), f"'{prose.said(*span)}' {what}", entry.instead)


def refused_spans(galley: Galley, prose: Prose) -> list[Span]:
    """Return where ``prose`` claims too much, praises or promises, but for what is let pass."""
    by_list = {id(entry.find): entry for entry in (*galley.words.claims, *galley.words.praise)}
    return [span for span, _ in _refused_in(galley, prose, by_list, SHORTEST_LINE)]


def _refused_in(
    galley: Galley, prose: Prose, by_list: Mapping[int, RefusedWords], shortest: int
) -> Iterator[tuple[Span, RefusedWords]]:
    if prose.passage.role is Role.CLINIC:
        return
    for name in galley.lists_in(prose):
        entry = by_list.get(name)
        if entry is None or entry.audience not in {None, prose.passage.audience}:
            continue
        for span in galley.spans(prose, entry.find):
            if not _let_pass(galley, prose, span, entry, shortest):
                yield span, entry


def _let_pass(galley: Galley, prose: Prose, span: Span, entry: RefusedWords, shortest: int) -> bool:
    if span.within(galley.spans(prose, entry.unless)) or span.within(named(galley, prose)):
        return True
    if entry.true_of and _says(galley, prose, span, entry.true_of) and not _says(galley, prose, span, galley.words.own):
        return True
    if quoted(galley, prose, span, shortest):
        return True
    checks = () if entry.even_negated else (negated, denied_later, asked)
    return any(passes(galley, prose, span) for passes in checks)


def _says(galley: Galley, prose: Prose, span: Span, phrases: Phrases) -> bool:
    """Return whether one of ``phrases`` stands in the sentence of ``span``."""
    number = prose.tokens[span.first].sentence
    return any(prose.tokens[one.first].sentence == number for one in galley.spans(prose, phrases))
