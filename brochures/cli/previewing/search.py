"""Search: where words stand in what the pieces print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brochures.findings import Place

MOST = 60
"""How many places are told."""

Words = Sequence[tuple[str, Place, str]]
"""What one piece prints: words, where they are written, and the panel or part."""

Hit = tuple[str, str, Place, str, int, int]
"""The piece, the words, where they are written, the panel or part, and where in the words the first that was looked for begins and ends."""


def found(pieces: Mapping[str, Words], wanted: str) -> list[Hit]:
    """Return the passages that hold all words of ``wanted``, however they are capitalized: whole phrases first."""
    phrase = " ".join(wanted.casefold().split())
    words = phrase.split()
    if not words:
        return []
    hits = [*_hits(pieces, words, phrase)]
    hits.sort(key=lambda one: phrase not in one[1].casefold())
    return hits[:MOST]


def _hits(pieces: Mapping[str, Words], words: Sequence[str], phrase: str) -> Iterator[Hit]:
    for slug, passages in pieces.items():
        for text, place, part in passages:
            folded = text.casefold()
            if len(folded) == len(text) and all(word in folded for word in words):
                looked = phrase if phrase in folded else words[0]
                at = folded.index(looked)
                yield slug, text, place, part, at, at + len(looked)
