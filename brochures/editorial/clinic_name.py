"""The clinic's name: typed words that call the clinic otherwise than content/clinic.yaml does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from brochures.editorial.galley import Galley
from brochures.editorial.sentences import Prose
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.resolve.job import Role

ALIKE = 0.85
"""From which likeness on (difflib's ratio, 1 for the same) a run of words is the clinic's name misspelt."""

FEWEST_IN_NAME = 2
"""In words: a name of one word could be any other."""

_WORD = re.compile(r"[^\W\d_]+")


@check(
    codes.OTHER_NAME,
    looks_for="the clinic under another name than that of content/clinic.yaml",
    source="docs/staff.md, Fill in what only the clinic knows",
)
def other_name(galley: Galley) -> Iterator[Finding]:
    """Yield each text in which the clinic's name was typed and is not what content/clinic.yaml has."""
    names = [fact.value for fact in map(galley.job.clinic.get, ("name", "legal_name")) if fact and fact.value]
    short = [one for one in galley.job.rules.names.get("clinic", ()) if not any(_holds(name, one) for name in names)]
    for prose in galley.prose:
        if prose.passage.role is Role.CLINIC:
            continue
        found = next(
            (span for span in (*_called(prose, short), *_misspelt(prose, names)) if prose.typed(span[0])), None
        )
        if found is not None:
            yield codes.OTHER_NAME.at(
                prose.place(*found),
                f"'{prose.text[slice(*found)]}' is typed here, and the clinic's name is '{names[0]}'",
                "write {clinic:name}, or the name as content/clinic.yaml has it",
            )


def _holds(name: str, short: str) -> bool:
    return f" {short.casefold()} " in f" {' '.join(_WORD.findall(name)).casefold()} "


def _called(prose: Prose, short: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where one of the clinic's short names stands, from its first letter to its last."""
    for name in short:
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", prose.text):
            yield found.span()


def _misspelt(prose: Prose, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield each run of capitalized words that is nearly one of ``names``."""
    words = [token for token in prose.tokens if token.kind == "word"]
    capital = [prose.text[word.start].isupper() for word in words]
    known = [[part.casefold() for part in _WORD.findall(name)] for name in names]
    for parts in known:
        for at in range(len(words) - len(parts) + 1 if len(parts) >= FEWEST_IN_NAME else 0):
            run = words[at : at + len(parts)]
            said = [word.text for word in run]
            nearly = set(said) & set(parts) and not any(" ".join(one) in " ".join(said) for one in known)
            if nearly and all(capital[at : at + len(parts)]) and _alike(said, parts) >= ALIKE:
                yield run[0].start, run[-1].end


def _alike(said: Iterable[str], name: Iterable[str]) -> float:
    return SequenceMatcher(None, " ".join(said), " ".join(name)).ratio()
