"""Law words: texts of law against the digests that were written when they were read.

A digest is that of a sentence: twelve figures of the SHA-256 of its words, with one blank between two. So a finding says which sentence
is another one. The digests of a paragraph stand together, since where a paragraph ends is the law's, too.
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

_BLANKS = re.compile(r"[ \n]+")
"""What may stand otherwise in a file than where it was read; a no-break space is a sign of the text."""

_BETWEEN = re.compile(r"(?<=[.:;,]) (?=[A-Z“(])")


def sentences(words: str) -> list[str]:
    """Return the sentences of ``words``, a paragraph; what stands before a colon, semicolon or comma and a capital letter is one, too."""
    return _BETWEEN.split(_in_one_line(words))


def digest(sentence: str) -> str:
    """Return the digest of ``sentence``."""
    return hashlib.sha256(_in_one_line(sentence).encode()).hexdigest()[:FIGURES]


def digests(text: LawText) -> list[list[str]]:
    """Return the digest of each sentence of ``text``, paragraph by paragraph."""
    return [[digest(sentence) for sentence in sentences(paragraph)] for paragraph in text.words]


def _in_one_line(words: str) -> str:
    return _BLANKS.sub(" ", words).strip(" ")


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
                    f"write dated, read and digest: [{', '.join(map(_listed, digests(law)))}]",
                ),
            )


def _listed(figures: list[str]) -> str:
    return f"[{', '.join(figures)}]"


def _changes(law: LawText) -> Iterator[tuple[Route, str]]:
    """Yield where ``law`` differs from what was read, and how; where its paragraphs end only when its sentences are those that were read."""
    now = [(number, one) for number, paragraph in enumerate(law.words) for one in sentences(paragraph)]
    found = [digest(sentence) for _, sentence in now]
    read = [one for paragraph in law.digest for one in paragraph]
    if read == found:
        yield from _other_paragraphs(law)
    for kind, before, until, first, last in SequenceMatcher(None, read, found, autojunk=False).get_opcodes():
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


def _other_paragraphs(law: LawText) -> Iterator[tuple[Route, str]]:
    """Yield the first paragraph of ``law`` that does not end where the one that was read does."""
    for number, (read, now) in enumerate(zip(law.digest, digests(law), strict=False)):
        if len(read) != len(now):
            last = sentences(law.words[number])[min(len(read), len(now)) - 1]
            how = "ended after" if len(read) < len(now) else "went on after"
            yield ("words", number), f"the paragraph that was read {how} '{_shown(last)}'"
            return


def _shown(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST].rsplit(' ', 1)[0]} …"
