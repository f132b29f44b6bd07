"""Slips of typing: the same words twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brochures.editorial.galley import Galley
from brochures.editorial.sentences import Token
from brochures.findings import Finding, codes
from brochures.findings.check import check

FEWEST = 3
"""In words: fewer stand twice in a row on purpose, 'by and by'."""

MOST = 12
"""In words: how long a repeated run is looked for."""


@check(
    codes.REPEATED,
    looks_for="words that stand twice in a row",
    source="docs/writers.md, What words are refused for",
)
def repeated(galley: Galley) -> Iterator[Finding]:
    """Yield each text with a sentence that says the same words twice in a row."""
    for prose in galley.prose:
        run = _twice_in_a_row([token for token in prose.tokens if token.kind != "sign"])
        if run is not None:
            start, end = run
            yield codes.REPEATED.at(
                prose.place(start, end),
                f"'{prose.text[start:end]}' stands here twice in a row",
                "take it out here: the words before it say it already",
            )


def _twice_in_a_row(words: Sequence[Token]) -> tuple[int, int] | None:
    """Return where the second of two equal runs of words begins and ends."""
    said = [word.text for word in words]
    for at in range(FEWEST, len(said)):
        for length in range(FEWEST, min(MOST, at, len(said) - at) + 1):
            same = words[at - length].sentence == words[at + length - 1].sentence
            if same and said[at - length : at] == said[at : at + length]:
                return words[at].start, words[at + length - 1].end
    return None
