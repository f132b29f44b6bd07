"""Phrase matcher: finding the words of a list in prose. ``*``, ``N``, ``NN``, ``N.N``, ``YYYY`` and ``...`` mean what ``model/words.py`` says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from brochures.editorial.sentences import ParsedText, Token, compared

_PIECE = re.compile(r"\.\.\.|\b(?:N\.N|NN?|YYYY)\b|\*|[^\W\d_]+(?:['’][^\W\d_]+)*\*?|\d+(?:\.\d+)?|___|[^\s\w\-]")
_ANY_NUMBER = frozenset({"N", "NN", "N.N", "YYYY"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_GAP = 4
_STEM = 2

Phrases = tuple[str, ...]
NumberWords = Mapping[str, int]
_Pieces = tuple[str, ...]
_Phrase = tuple[int, _Pieces]


class Span(NamedTuple):
    """The first and last token of a phrase that was found."""

    first: int
    last: int

    def within(self, others: Iterable[Span]) -> bool:
        """Return whether one of ``others`` holds all of this one."""
        return any(other.first <= self.first and self.last <= other.last for other in others)


class PhraseBook:
    """Many lists of phrases, sorted so that each word of a text meets only those that may begin there.

    A list is known by its ``id``. Of a phrase, the first piece is what it is sorted under; the others are still to be matched. One that
    begins with a number is sorted under its second piece, where that is a word.
    """

    def __init__(self, lists: Sequence[Phrases], numbers: NumberWords, possessives: Sequence[str] = ()) -> None:
        """Take the lists; ``numbers`` are the words that mean one, ``possessives`` endings that make no other word."""
        self._numbers = numbers
        self._scanned: dict[str, Mapping[int, list[Span]]] = {}
        self._words: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[tuple[str, _Phrase]]] = {}
        self._figures: dict[str, list[tuple[str, _Phrase]]] = {}
        for phrases in lists:
            for phrase in phrases:
                first, *rest = (
                    one if one in _ANY_NUMBER else compared(one, possessives) for one in _PIECE.findall(phrase)
                )
                self._sort(first, (id(phrases), tuple(rest)))

    def _sort(self, first: str, phrase: _Phrase) -> None:
        if first in _ANY_NUMBER:
            second = phrase[1][0] if phrase[1] else "*"
            open_ = second in _ANY_NUMBER or second == "..." or second.endswith("*")
            self._figures.setdefault("" if open_ else second, []).append((first, phrase))
        elif first.endswith("*"):
            self._stems.setdefault(first[:_STEM], []).append((first[:-1], phrase))
        else:
            self._words.setdefault(first, []).append(phrase)

    def scan(self, copy: ParsedText) -> Mapping[int, list[Span]]:
        """Return where each list stands in ``copy``, the longest of its phrases where several begin at one word."""
        if copy.text not in self._scanned:
            self._scanned[copy.text] = self._scan(copy)
        return self._scanned[copy.text]

    def _scan(self, copy: ParsedText) -> Mapping[int, list[Span]]:
        found: dict[int, dict[int, int]] = {}
        tokens = copy.tokens
        for at, token in enumerate(tokens):
            for name, pieces, after in self._begun(tokens, at):
                end = _match(pieces, 0, tokens, after, self._numbers) if pieces else after
                if end and tokens[end - 1].sentence == token.sentence:
                    ends = found.setdefault(name, {})
                    ends[at] = max(end, ends.get(at, 0))
        return {name: _outermost(ends) for name, ends in found.items()}

    def _begun(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, _Pieces, int]]:
        """Yield the phrases whose first piece stands at ``at``: their list, their other pieces, and where those must begin."""
        token = tokens[at]
        for name, pieces in self._words.get(token.text, ()):
            yield name, pieces, at + 1
        if token.kind == "word":
            for stem, (name, pieces) in self._stems.get(token.text[:_STEM], ()):
                if token.text.startswith(stem):
                    yield name, pieces, at + 1
        if token.kind == "number" or token.text in self._numbers:
            after = at + (1 if token.kind == "number" else number_words(tokens, at, self._numbers))
            following = tokens[after].text if after < len(tokens) else ""
            for second in {following, ""}:
                for first, (name, pieces) in self._figures.get(second, ()):
                    if first == "N" or _taken(first, tokens, at, self._numbers):
                        yield name, pieces, after


def _outermost(ends: Mapping[int, int]) -> list[Span]:
    """Return the spans from each first token to its end, but for those inside another."""
    spans: list[Span] = []
    for first, end in ends.items():
        if not spans or end - 1 > spans[-1].last:
            spans.append(Span(first, end - 1))
    return spans


def _match(pieces: _Pieces, piece: int, tokens: Sequence[Token], at: int, numbers: NumberWords) -> int:
    """Return the token after the match of ``pieces`` from ``piece`` on at token ``at``, or 0."""
    while piece < len(pieces):
        wanted = pieces[piece]
        if wanted == "...":
            ends = (_match(pieces, piece + 1, tokens, at + gap, numbers) for gap in range(_GAP + 1))
            return next((end for end in ends if end), 0)
        if at >= len(tokens):
            return 0
        taken = _taken(wanted, tokens, at, numbers)
        if not taken:
            return 0
        at, piece = at + taken, piece + 1
    return at


def _taken(wanted: str, tokens: Sequence[Token], at: int, numbers: NumberWords) -> int:
    """Return how many tokens from ``at`` on the piece ``wanted`` takes."""
    token = tokens[at]
    if wanted in {"NN", "N.N", "YYYY"}:
        fits = wanted == "NN" or ("." in token.text if wanted == "N.N" else _YEAR.fullmatch(token.text))
        return int(token.kind == "number" and bool(fits))
    if wanted == "N":
        return 1 if token.kind == "number" else number_words(tokens, at, numbers)
    if wanted == "*":
        return int(token.kind != "sign")
    if wanted.endswith("*"):
        return int(token.kind == "word" and token.text.startswith(wanted[:-1]))
    return int(token.text == wanted)


def number_words(tokens: Sequence[Token], at: int, numbers: NumberWords) -> int:
    """Return how many words from ``at`` on are one number: ``eighty-six`` are two."""
    end = at
    while end < len(tokens) and tokens[end].text in numbers:
        end += 1
    return end - at
