"""Slips of typing: marks of another program, and the same words twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brochures.editorial.galley import Galley
from brochures.editorial.sentences import Token
from brochures.findings import Finding, codes
from brochures.findings.check import check

MARKS = re.compile(
    r"</?[a-zA-Z][^<>\n]*>"  # HTML: <b>, </p>, <br/>, <a href="…">
    r"|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});"  # its names for characters: &nbsp; &#160;
    r"|\[[^\[\]\n]+\]\([^()\s]*\)"  # Markdown: [text](address)
    r"|(?<![\w*])(\*{1,3})(?=[^\s*])[^*\n]*[^\s*]\1(?![\w*])"  # **bold**, *slanted*
    r"|(?<![\w_])(_{1,3})(?=[^\s_])[^_\n]*[^\s_]\2(?![\w_])"  # __bold__, _slanted_
    r"|~~[^~\n]+~~|`[^`\n]+`"
    r"|^#{1,6} "
    r"|\[/?(?:b|i|u|url|img|list|color|size)(?:=[^\]]*)?\]"  # forums: [b]
    r"|\{(?:call|clinic|study|result):[^{}\n]*\}"  # a reference where none is followed: in a heading or label
    r"|\\(?:[nrt](?![a-z])|textbf|textit|emph)"  # line ends and tabs of programs, LaTeX
)
"""What means something elsewhere and would be printed letter by letter here."""

FEWEST = 3
"""In words: fewer stand twice in a row on purpose, 'by and by'."""

MOST = 12
"""In words: how long a repeated run is looked for."""


@check(
    codes.MARKUP,
    looks_for="marks of web pages and chats that would be printed letter by letter",
    source="docs/writers.md, What words are refused for",
)
def markup(galley: Galley) -> Iterator[Finding]:
    """Yield the first mark of another program in each text."""
    for prose in galley.prose:
        found = next((one for one in MARKS.finditer(prose.text) if prose.typed(one.start())), None)
        if found is not None:
            yield codes.MARKUP.at(
                prose.place(found.start(), found.end()),
                f"'{found[0]}' would be printed as it is",
                "write the words without these signs",
            )


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
