"""Placeholders and telephone numbers: words that were never meant to be printed, and telephone numbers that nobody has verified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brochures.editorial.galley import Galley
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.resolve.editorial_rules import bare
from brochures.resolve.inline_text import Call
from brochures.resolve.job import Role
from brochures.resolve.passages import offsets

_SIGNS = {"9": r"\d", "A": r"[\dA-Z]", "-": r"(?:\s?[-.\u00b7\u2010-\u2014]\s?|\s)", " ": r"\s+"}


@check(
    codes.PLACEHOLDER,
    looks_for="words that stand in for words still to be written",
    source="docs/writers.md, What words are refused for",
)
def placeholders(galley: Galley) -> Iterator[Finding]:
    """Yield each word that stands in for one still to be written."""
    for prose in galley.prose:
        for span in galley.spans(prose, galley.words.placeholders):
            yield codes.PLACEHOLDER.at(
                prose.place_of(*span),
                f"'{prose.said(*span)}' stands for words that are still to be written",
                "write them, or take it out",
            )


@check(
    codes.TELEPHONE,
    looks_for="telephone numbers that are neither a verified help line's nor the clinic's",
    source="docs/writers.md, Sources",
)
def telephone(galley: Galley) -> Iterator[Finding]:
    """Yield each telephone number that is typed and is neither a verified help line's nor the clinic's."""
    shapes = galley.words.telephone
    if not shapes:
        return
    for prose in galley.prose:
        for match in _pattern(shapes).finditer(prose.text):
            digit = re.search(r"\d", match[0])
            start = match.start() + (digit.start() if digit else 0)
            number = match[0][start - match.start() :] if match[0][0].isalpha() else match[0]
            if prose.typed(start) and bare(number) not in galley.job.rules.numbers:
                yield codes.TELEPHONE.at(
                    prose.place(start),
                    f"'{number}' is neither a verified help line's number nor the clinic's",
                    "write {call:NAME} for a help line of sources.yaml, or {clinic:phone}",
                )


@check(
    codes.UNVERIFIED_LINE,
    looks_for="numbers of help lines that nobody has seen on their owner's page",
    source="docs/writers.md, Sources",
)
def unverified(galley: Galley) -> Iterator[Finding]:
    """Yield each number of a help line that nobody has seen on its owner's page."""
    doubtful = galley.job.rules.unverified - {bare(number) for number in galley.words.emergency}
    if not doubtful or not galley.words.telephone:
        return
    for prose in galley.prose:
        called = [(run.text, shown) for run, shown, _ in offsets(prose.passage) if isinstance(run, Call)]
        if prose.passage.role is Role.HELPLINE:
            called.append((prose.text, 0))
        for number, shown in called:
            if bare(number) in doubtful:
                yield codes.UNVERIFIED_LINE.at(
                    prose.place(shown),
                    f"'{number}' is a help line whose record says 'verification: unverified'",
                    "look the number up on its owner's page, and say so in sources.yaml; or take it out",
                )


@cache
def _pattern(shapes: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(shapes, key=len, reverse=True)
    return re.compile(rf"(?<![\w.(-])(?:{'|'.join(map(_shape, longest_first))})(?![\w-])")


def _shape(shape: str) -> str:
    return "".join(_SIGNS.get(sign) or (f"(?i:{sign})" if sign.isalpha() else re.escape(sign)) for sign in shape)
