"""Claims: words that promise, praise or compare where nothing is proved, and words that lower people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brochures import codes
from brochures.editorial.galley import Galley
from brochures.editorial.phrases import Span
from brochures.editorial.prose import Prose
from brochures.findings import Code, Finding
from brochures.job import Role
from brochures.model.words import Refused

QUOTABLE = frozenset({"guideline", "label", "law", "agency"})
"""Kinds of sources whose own lines may be quoted, whatever they say."""


def claims(galley: Galley) -> Iterator[Finding]:
    """Yield each word that claims what no trial has shown."""
    yield from _refused(galley, galley.words.claims, codes.CLAIM, "claims more than is known")


def praise(galley: Galley) -> Iterator[Finding]:
    """Yield each superlative, promise and comparison with others."""
    yield from _refused(galley, galley.words.praise, codes.PRAISE, "praises, promises or compares")


def people_first(galley: Galley) -> Iterator[Finding]:
    """Yield each word that names people by their illness, or shames them."""
    entries = [entry.model_copy(update={"even_negated": True}) for entry in galley.words.people]
    yield from _refused(galley, entries, codes.STIGMA, "puts the illness before the person")


def _refused(galley: Galley, entries: Sequence[Refused], code: Code, what: str) -> Iterator[Finding]:
    by_list = {id(entry.find): entry for entry in entries}
    for prose in galley.prose:
        for name in galley.lists_in(prose):
            entry = by_list.get(name)
            if entry is None or entry.audience not in {None, prose.passage.audience}:
                continue
            for span in galley.spans(prose, entry.find):
                if prose.passage.role is not Role.CLINIC and not _let_pass(galley, prose, span, entry):
                    yield code.at(prose.place_of(span.first), f"'{prose.said(*span)}' {what}", entry.instead)


def _let_pass(galley: Galley, prose: Prose, span: Span, entry: Refused) -> bool:
    if span.within(galley.spans(prose, entry.unless)) or span.within(_names(galley, prose)):
        return True
    if not entry.even_negated and (negated(galley, prose, span) or _asked(galley, prose, span)):
        return True
    return _quoted(galley, prose, span)


def _names(galley: Galley, prose: Prose) -> list[Span]:
    """Return the tokens of names in ``prose``: of bodies and laws, of cited works, of help lines, of the clinic."""
    names: list[tuple[int, int]] = []
    lowered = prose.text.lower()
    for name in galley.proper_names:
        at = lowered.find(name)
        while at >= 0:
            names.append((at, at + len(name)))
            at = lowered.find(name, at + 1)
    inside = [
        [number for number, token in enumerate(prose.tokens) if start <= token.start and token.end <= end]
        for start, end in names
    ]
    return [Span(found[0], found[-1]) for found in inside if found] + galley.spans(prose, galley.words.names)


def negated(galley: Galley, prose: Prose, span: Span) -> bool:
    """Return whether a word shortly before ``span`` in the same clause turns it into its opposite."""
    rule = galley.words.negation
    seeming = galley.spans(prose, rule.seeming)
    turning = [
        last
        for first, last in galley.spans(prose, rule.words)
        if not any(low <= first and last <= high for low, high in seeming)
    ]
    ending = {last for _, last in galley.spans(prose, rule.ends)}
    joined = [first for first, _ in galley.spans(prose, rule.joins)]
    sentence = prose.sentences[prose.tokens[span.first].sentence]
    reach = rule.reach
    for at in range(span.first - 1, sentence.first - 1, -1):
        token = prose.tokens[at]
        if at in turning:
            return True
        listed = any(at < join < sentence.last for join in joined)
        reach -= token.kind != "sign"
        if at in ending or not reach or (token.text == "," and not listed):
            return False
    return False


def _asked(galley: Galley, prose: Prose, span: Span) -> bool:
    """Return whether ``span`` is part of an open question."""
    number = prose.tokens[span.first].sentence
    if prose.sentences[number].mark != "?":
        return False
    leading = galley.spans(prose, galley.words.questions.leading)
    return all(prose.tokens[first].sentence != number for first, _ in leading)


def _quoted(galley: Galley, prose: Prose, span: Span) -> bool:
    """Return whether ``span`` stands between quotation marks in a statement that cites a guideline, label or law."""
    statement = galley.statements.get(prose.passage.name)
    if statement is None or not any(source.kind in QUOTABLE for source in statement.sources):
        return False
    opened = prose.text.rfind("“", 0, prose.tokens[span.first].start)
    return opened > prose.text.rfind("”", 0, prose.tokens[span.first].start)
