"""Law words: texts of law against the digests that were written when they were read.

A digest is that of a sentence: twelve figures of the SHA-256 of its words, with one blank between two. So a finding says which sentence
is another one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from brochures.findings import Finding, codes
from brochures.load.model.law import LawText
from brochures.load.yaml_source import Route

FIGURES = 12
"""Of a digest: enough that no two sentences of a project share one by chance."""

LONGEST = 160
"""Letters of a sentence in a finding."""

_BETWEEN = re.compile(r"(?<=[.:;,]) (?=[A-Z“(])")


def sentences(words: str) -> list[str]:
    """Return the sentences of ``words``, a paragraph; what stands before a colon, semicolon or comma and a capital letter is one, too."""
    return _BETWEEN.split(" ".join(words.split()))


def digest(sentence: str) -> str:
    """Return the digest of ``sentence``."""
    return hashlib.sha256(" ".join(sentence.split()).encode()).hexdigest()[:FIGURES]


def digests(text: LawText) -> list[str]:
    """Return the digest of each sentence of ``text``."""
    return [digest(sentence) for paragraph in text.words for sentence in sentences(paragraph)]


def altered(texts: Mapping[str, Any]) -> Iterator[tuple[str, str, Finding]]:
    """Yield the kind and name of each text of law that is not the one that was read, with the sentences that are others."""
    for name, entry in texts.items():
        for route, message in _changes(entry.thing):
            law = entry.thing
            where = f" ({law.read[0].at})" if law.read else ""
            yield (
                "text of law",
                name,
                codes.ALTERED_LAW.at(
                    entry.place(*route),
                    f"{law.citation}: {message}",
                    f"write the words as they stand where they were read{where}; if the law itself has changed, let somebody read it anew, and "
                    f"write dated, read and digest: [{', '.join(digests(law))}]",
                ),
            )


def _changes(law: LawText) -> Iterator[tuple[Route, str]]:
    """Yield where ``law`` differs from what was read, and how."""
    now = [(number, one) for number, paragraph in enumerate(law.words) for one in sentences(paragraph)]
    found = [digest(sentence) for _, sentence in now]
    for kind, before, until, first, last in SequenceMatcher(None, law.digest, found, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        missing = (until - before) - (last - first)
        for number, sentence in now[first:last]:
            yield ("words", number), f"these are not the words that were read: '{_shown(sentence)}'"
        if first == last:
            number, sentence = now[min(first, len(now) - 1)]
            how = "1 sentence that was read is" if missing == 1 else f"{missing} sentences that were read are"
            side = "before" if first < len(now) else "after"
            yield ("words", number), f"{how} gone {side} '{_shown(sentence)}'"


def _shown(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST].rsplit(' ', 1)[0]} …"
