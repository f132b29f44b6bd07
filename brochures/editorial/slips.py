"""Slips: words that were never meant to be printed, and telephone numbers that nobody has verified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brochures import codes
from brochures.editorial.galley import Galley
from brochures.findings import Finding
from brochures.house import bare

_SIGNS = {"9": r"\d", "A": r"[\dA-Z]", "-": r"[-.\u2010\u2011 ]", " ": r"\s+"}


def placeholders(galley: Galley) -> Iterator[Finding]:
    """Yield each word that stands in for one still to be written."""
    for prose in galley.prose:
        for span in galley.spans(prose, galley.words.placeholders):
            yield codes.PLACEHOLDER.at(
                prose.place_of(span.first),
                f"'{prose.said(*span)}' stands for words that are still to be written",
                "write them, or take it out",
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
            if prose.typed(start) and bare(match[0]) not in galley.job.house.numbers:
                number = match[0][start - match.start() :] if match[0][0].isalpha() else match[0]
                yield codes.TELEPHONE.at(
                    prose.place(start),
                    f"'{number}' is neither a verified help line's number nor the clinic's",
                    "write {call:NAME} for a help line of sources.yaml, or {clinic:phone}",
                )


@cache
def _pattern(shapes: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(shapes, key=len, reverse=True)
    return re.compile(rf"(?<![\w./(-])(?:{'|'.join(map(_shape, longest_first))})(?![\w-])")


def _shape(shape: str) -> str:
    return "".join(_SIGNS.get(sign) or (f"(?i:{sign})" if sign.isalpha() else re.escape(sign)) for sign in shape)
