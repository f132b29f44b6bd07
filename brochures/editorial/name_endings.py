"""Name endings: legal forms behind the names of bodies, degrees and licenses behind those of people. They are part of the name."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from brochures.editorial.galley import Galley
from brochures.editorial.sentences import Prose

_BETWEEN = frozenset({",", "."})
"""What may stand between a name and its ending: a comma, and the full stop of 'Jr.' or 'Inc.'."""


def name_endings(galley: Galley, prose: Prose) -> Collection[int]:
    """Return the tokens of ``prose`` that end a name: 'Lake Clinic, LLC', 'Ann Lee, MD, FASAM'.

    A legal form counts behind a capitalized word, a degree behind one that does not begin its sentence or has a comma after it, and either behind another ending.
    """
    forms, credentials = (_parts(galley.job.rules.names.get(name, ())) for name in ("legal-forms", "credentials"))
    found: set[int] = set()
    for at in range(1, len(prose.tokens)):
        said = prose.said(at, at)
        if said not in forms and said not in credentials:
            continue
        before = at - 1
        while before > 0 and prose.tokens[before].text in _BETWEEN:
            before -= 1
        apart = any(prose.tokens[one].text == "," for one in range(before, at))
        if before in found or (_is_name(galley, prose, before) and (said in forms or apart or _goes_on(prose, before))):
            found.add(at)
    return found


@cache
def _parts(endings: tuple[str, ...]) -> Collection[str]:
    """Return ``endings`` as they are met in a text, where a hyphen parts words: 'PA-C' is two."""
    return {part for ending in endings for part in ending.replace("/", "-").split("-")}


def _is_name(galley: Galley, prose: Prose, at: int) -> bool:
    """Return whether the word at ``at`` may be a name's last: it has a capital, and is neither a small word of the language nor letters that stand for words."""
    said = prose.said(at, at)
    acronyms = galley.words.reading.acronyms
    if not said[0].isupper() or prose.tokens[at].text in galley.small_words:
        return False
    return not said.isupper() or len(said) == 1 or (acronyms is not None and said in acronyms.known)


def _goes_on(prose: Prose, at: int) -> bool:
    """Return whether the word at ``at`` does not begin its sentence: there any word has a capital."""
    return at > prose.sentences[prose.tokens[at].sentence].first
