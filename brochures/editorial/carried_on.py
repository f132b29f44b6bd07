"""Carried on: a sentence with what it goes on from: the lead of its list, a heading, a question that it answers, the sentence before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from brochures.editorial.galley import Galley
from brochures.editorial.phrase_matcher import Phrases, Span
from brochures.editorial.sentences import Prose, Sentence
from brochures.resolve.job import Role

LONGEST_HEADING = 12
"""In words: a longer line of a piece is a text of its own."""

_HEADINGS = frozenset({Role.PIECE, Role.TITLE})


class InText(NamedTuple):
    """One sentence of a passage."""

    prose: Prose
    number: int

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        return self.prose.sentences[self.number]

    def spans(self, galley: Galley, phrases: Phrases) -> Iterator[Span]:
        """Yield where ``phrases`` stand in it."""
        first, last, _ = self.sentence
        return (span for span in galley.spans(self.prose, phrases) if first <= span.first < last)

    def begins_with(self, galley: Galley, phrases: Phrases) -> bool:
        """Return whether it begins with one of ``phrases``; a sign may stand before it."""
        tokens = self.prose.tokens
        words = (at for at in range(self.sentence.first, self.sentence.last) if tokens[at].kind != "sign")
        first = next(words, None)
        return any(span.first == first for span in self.spans(galley, phrases))


def carried_on(galley: Galley, here: InText, openings: Phrases) -> InText | None:
    """Return the sentence that ``here`` carries on; ``openings`` are words with which one carries on the sentence before it."""
    if here.number:
        before = InText(here.prose, here.number - 1)
        return before if before.sentence.mark == "?" or here.begins_with(galley, openings) else None
    lead = next((one for one in galley.beside(here.prose) if one.passage.continues), None)
    if lead is not None and lead is not here.prose and lead.sentences:
        return InText(lead, len(lead.sentences) - 1)
    heading = galley.preceding(here.prose)
    return InText(heading, 0) if heading is not None and _is_heading(heading) else None


def _is_heading(prose: Prose) -> bool:
    """Return whether ``prose`` is one short line of the piece itself that is no statement: what follows it may lean on it."""
    if prose.passage.role not in _HEADINGS or len(prose.sentences) != 1:
        return False
    return prose.sentences[0].mark in {"", "?"} and len(prose.text.split()) <= LONGEST_HEADING
