"""Negation: where a word that claims too much is let pass, because it is denied, asked, somebody's name or somebody else's line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from brochures.editorial.galley import Galley
from brochures.editorial.phrase_matcher import Span
from brochures.editorial.sentences import Prose

QUOTABLE = frozenset({"guideline", "label", "law", "agency"})
"""Kinds of sources whose own lines may be quoted, whatever they say."""

SHORTEST_LINE = 3
"""In words: fewer between quotation marks are no line of a source but a word set apart."""

SHORTEST_NAME = 3
"""In capitalized words: fewer begin sentences and headings."""

_QUOTATION = re.compile(r"“[^”]*”|«[^»]*»|„[^“]*“|\"[^\"]*\"")


def negated(galley: Galley, prose: Prose, span: Span) -> bool:
    """Return whether words shortly before ``span`` in the same clause turn it into its opposite."""
    rule = galley.words.negation
    seeming = galley.spans(prose, rule.seeming)
    far, near = (
        {one.last for one in galley.spans(prose, words) if not one.within(seeming)} for words in (rule.words, rule.near)
    )
    sentence = prose.sentences[prose.tokens[span.first].sentence]
    aside = _aside(galley, prose, sentence.first, span.first)
    stops = _stops(galley, prose, span)
    openings = {one.first for one in galley.spans(prose, rule.clauses)}
    if span.first in stops:
        return False
    passed = 0
    for at in range(span.first - 1, sentence.first - 1, -1):
        if at in aside:
            continue
        if at in far or (at in near and passed < rule.near_reach):
            return True
        passed = 0 if at in openings else passed + (prose.tokens[at].kind != "sign")
        if at in stops or passed >= rule.reach:
            return False
    return span.first < prose.sentences[0].last and _denied_by_lead(galley, prose)


def _denied_by_lead(galley: Galley, prose: Prose) -> bool:
    """Return whether ``prose`` is a point of a list whose lead denies it: 'Ketamine is not:'."""
    rule = galley.words.negation
    lead = next((one for one in galley.beside(prose) if one.passage.continues), None)
    if lead is None or lead is prose or not lead.sentences:
        return False
    seeming = galley.spans(lead, rule.seeming)
    denials = [one.last for one in galley.spans(lead, rule.words, rule.near) if not one.within(seeming)]
    last = lead.sentences[-1]
    ends = [one.last for one in galley.spans(lead, rule.ends) if one.last < last.last - 1]
    return any(last.first <= at and not any(at < end for end in ends) for at in denials)


def denied_at_once(galley: Galley, prose: Prose, span: Span) -> bool:
    """Return whether the word behind ``span`` denies it: 'you may not', 'has approved no'."""
    rule = galley.words.negation
    return any(one.first == span.last + 1 for one in galley.spans(prose, rule.words, rule.near))


def denied_later(galley: Galley, prose: Prose, span: Span) -> bool:
    """Return whether ``span`` is what others are said to say, and is denied after it: 'some call it a cure; it is not'."""
    rule = galley.words.negation
    number = prose.tokens[span.first].sentence
    told = any(
        prose.tokens[first].sentence == number and last < span.first
        for first, last in galley.spans(prose, rule.reported)
    )
    return told and any(
        first > span.last and prose.tokens[first].sentence in {number, number + 1}
        for first, _ in galley.spans(prose, rule.words)
    )


def asked(galley: Galley, prose: Prose, span: Span) -> bool:
    """Return whether ``span`` is part of an open question, which the next sentence does not answer with a yes."""
    rule = galley.words.questions
    number = prose.tokens[span.first].sentence
    if prose.sentences[number].mark != "?":
        return False
    if any(prose.tokens[first].sentence == number for first, _ in galley.spans(prose, rule.leading)):
        return False
    return not _answered(galley, prose, number)


def named(galley: Galley, prose: Prose) -> list[Span]:
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
    found = [Span(tokens[0], tokens[-1]) for tokens in inside if tokens]
    return found + galley.spans(prose, galley.words.names) + list(_bodies(galley, prose))


def _bodies(galley: Galley, prose: Prose) -> Iterator[Span]:
    """Yield the runs of capitalized words with a word such as 'Act' or 'Institute' in them: they name a body or a law."""
    rule = galley.words.bodies
    marks = {one.first for one in galley.spans(prose, rule.marks) if _is_capital(prose, one.first)}
    links = {one.first for one in galley.spans(prose, rule.links)}
    for mark in marks:
        first = last = mark
        while first and (_is_capital(prose, first - 1) or first - 1 in links):
            first -= 1
        while last + 1 < len(prose.tokens) and (_is_capital(prose, last + 1) or last + 1 in links):
            last += 1
        if sum(_is_capital(prose, at) for at in range(first, last + 1)) >= SHORTEST_NAME:
            yield Span(first, last)


def _is_capital(prose: Prose, at: int) -> bool:
    return prose.text[prose.tokens[at].start].isupper() or prose.tokens[at].kind == "number"


def quoted(galley: Galley, prose: Prose, span: Span, shortest: int = SHORTEST_LINE) -> bool:
    """Return whether ``span`` stands in a line between quotation marks, in a statement that cites a guideline, label or law.

    ``shortest``: of how many words such a line is at least.
    """
    statement = galley.statements.get(prose.passage.name)
    if statement is None or not any(source.kind in QUOTABLE for source in statement.sources):
        return False
    at = prose.tokens[span.first].start
    lines = [line for line in _QUOTATION.finditer(prose.text) if len(line[0].split()) >= shortest]
    return any(line.start() < at < line.end() for line in lines)


def _stops(galley: Galley, prose: Prose, span: Span) -> Collection[int]:
    """Return the tokens past which no negation reaches ``span``: where a clause ends."""
    rule = galley.words.negation
    sentence = prose.sentences[prose.tokens[span.first].sentence]
    stops = {last for _, last in galley.spans(prose, rule.ends)}
    refused = galley.refused(prose)
    stops |= {first for first, _ in galley.spans(prose, rule.pairs) if first - 1 not in refused}
    joined = [first for first, _ in galley.spans(prose, rule.joins)]
    for at in range(sentence.first, span.first):
        if prose.tokens[at].text == "," and not any(at < join < sentence.last for join in joined):
            stops.add(at)
    return stops - {last for _, last in galley.spans(prose, rule.goes_on)}


def _aside(galley: Galley, prose: Prose, first: int, end: int) -> set[int]:
    """Return the tokens of each insertion between two commas, the commas included: a clause goes on behind it."""
    commas = [at for at in range(first, end) if prose.tokens[at].text == ","]
    openings = {one.first for one in galley.spans(prose, galley.words.negation.asides)}
    return {at for one, two in pairwise(commas) if one + 1 in openings for at in range(one, two + 1)}


def _answered(galley: Galley, prose: Prose, number: int) -> bool:
    """Return whether the sentence after the one numbered ``number`` begins with a yes, in this passage or the next."""
    for one, sentence in _after(galley, prose, number):
        rule, first = galley.words.questions, one.sentences[sentence].first
        yes, no = ({span.first for span in galley.spans(one, words)} for words in (rule.affirming, rule.denying))
        return first in yes - no
    return False


def _after(galley: Galley, prose: Prose, number: int) -> Iterator[tuple[Prose, int]]:
    if number + 1 < len(prose.sentences):
        yield prose, number + 1
    elif (following := galley.following(prose)) is not None and following.sentences:
        yield following, 0
