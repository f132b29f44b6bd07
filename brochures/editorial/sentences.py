"""Sentences: a passage as a reader takes it in: words, numbers and signs, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from brochures.findings import Place
from brochures.resolve.inline_text import Plain
from brochures.resolve.job import Passage
from brochures.resolve.passages import offsets, written_at

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’\u00ad\u200b-\u200d\u2060\ufeff]+[^\W\d_]+)*)|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|[^\s\w\-\u00ad\u200b-\u200d\u2060\ufeff]|___|_"
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ENDS = frozenset(".?!")
_CLOSES = frozenset("”’\"')]")


class Token(NamedTuple):
    """A word, number or sign: where it stands in the text, how it is compared, and in which sentence it is."""

    start: int
    end: int
    text: str
    kind: str
    sentence: int


class Sentence(NamedTuple):
    """The tokens from ``first`` up to, not including, ``last``; ``mark`` is the sign that ends it, if one does."""

    first: int
    last: int
    mark: str


@dataclass(frozen=True)
class ParsedText:
    """A text with its tokens and sentences."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, text: str, abbreviations: frozenset[str], possessives: tuple[str, ...] = ()) -> ParsedText:
        """Read ``text``; a full stop after one of ``abbreviations`` ends no sentence. Pieces share words, and read them once."""
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        first = 0
        for match in _TOKEN.finditer(text):
            said, kind = match[0], match.lastgroup or "sign"
            tokens.append(
                Token(
                    match.start(),
                    match.end(),
                    said if kind == "sign" else compared(said, possessives),
                    kind,
                    len(sentences),
                )
            )
            if said in _ENDS and _ends_here(text, match.start(), abbreviations):
                sentences.append(Sentence(first, len(tokens), said))
                first = len(tokens)
        if any(token.kind != "sign" for token in tokens[first:]):
            sentences.append(Sentence(first, len(tokens), ""))
        return cls(text, tuple(tokens), tuple(sentences))


@dataclass(frozen=True)
class Prose:
    """A passage with its copy."""

    passage: Passage
    copy: ParsedText

    @property
    def text(self) -> str:
        """The words as they are printed."""
        return self.copy.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words, numbers and signs."""
        return self.copy.tokens

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences."""
        return self.copy.sentences

    @cached_property
    def _runs(self) -> tuple[tuple[bool, int, int], ...]:
        return tuple((isinstance(run, Plain), shown, written) for run, shown, written in offsets(self.passage))

    def typed(self, offset: int) -> bool:
        """Return whether the character at ``offset`` was typed, and not drawn from a record."""
        return next((plain for plain, shown, _ in reversed(self._runs) if shown <= offset), True)

    def place(self, offset: int = 0, end: int | None = None) -> Place:
        """Return where the character at ``offset`` is written, and with it the words up to ``end`` that are meant."""
        return written_at(self.passage, offset, end)

    def place_of(self, first: int, last: int | None = None) -> Place:
        """Return where the tokens from ``first`` to ``last``, both included, are written."""
        return self.place(self.tokens[first].start, self.tokens[first if last is None else last].end)

    def said(self, first: int, last: int) -> str:
        """Return the text from token ``first`` to token ``last``, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def words(self, sentence: Sentence) -> Iterator[Token]:
        """Yield the words and numbers of ``sentence``."""
        return (token for token in self.tokens[sentence.first : sentence.last] if token.kind != "sign")


def compared(text: str, possessives: Iterable[str] = ()) -> str:
    """Return ``text`` in lower case, its apostrophes straight, without a possessive ending and without signs that nobody sees."""
    text = _UNSEEN.sub("", text).lower()
    if "’" in text or "'" in text:
        text = text.replace("’", "'")
        for ending in possessives:
            text = text.removesuffix(ending)
    return text


def _ends_here(text: str, at: int, abbreviations: frozenset[str]) -> bool:
    after = at + 1
    while after < len(text) and text[after] in _CLOSES:
        after += 1
    if after < len(text) and not text[after].isspace():
        return False
    rest = text[after:].lstrip()
    begin = max(text.rfind(" ", 0, at), text.rfind("\u00a0", 0, at), text.rfind("(", 0, at), text.rfind("“", 0, at)) + 1
    return not (rest[:1].islower() or text[begin : at + 1] in abbreviations)
