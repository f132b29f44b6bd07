"""Letters typed into templates and styles: printed on every page that is set with them, and read by no gate of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from brochures.design.bracket_scan import line_and_column
from brochures.design.checks.subject import StyleSheets
from brochures.design.sheets import Sheet
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.load.file_text import misread_words
from brochures.load.mojibake import misread
from brochures.load.text_faults import letter_faults

_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_ENTITIES = re.compile(r"(?:&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);)+")
_MARK = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")


@check(
    codes.TYPED_LETTERS,
    looks_for="letters in templates and styles that a program read in the wrong encoding, that nobody sees, or that only look like others",
    source="docs/designers.md, What is checked in the styles",
)
def letters(styles: StyleSheets) -> Iterator[Finding]:
    """Find what is wrong with the letters of each template, comments left out, and of what each style sheet prints."""
    for file, text in styles.templates.items():
        for start, said, mend in _in_template(text):
            yield codes.TYPED_LETTERS.at(Place(file, *line_and_column(text, start)), said, mend)
    for sheet in styles.sheets:
        yield from _in_sheet(sheet)


@check(
    codes.PRINTED_MARK,
    looks_for="signs of web pages in texts that a style sheet prints",
    source="CSS Generated Content Level 3, 1; docs/designers.md, What is checked in the styles",
)
def marks(styles: StyleSheets) -> Iterator[Finding]:
    """Find tags and names of characters in what ``content`` and variables print: CSS prints them letter by letter."""
    for sheet in styles.sheets:
        for place, text in _printed(sheet):
            found = _MARK.search(text)
            if found and unescape(found[0]) != found[0]:
                mend = f"type '{unescape(found[0])}' itself, or its number with '\\\\' before it"
                yield codes.PRINTED_MARK.at(place, f"'{found[0]}' would be printed as it is", mend)
            elif found and found[0].startswith("<"):
                mend = "take it out: how the text looks is said by the rule"
                yield codes.PRINTED_MARK.at(place, f"'{found[0]}' would be printed as it is", mend)


def _in_template(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where something is wrong with the letters of ``text``: as they stand there, and as names of characters."""
    plain = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    yield from ((start, said, mend) for start, _, said, mend in letter_faults(plain))
    for found in _ENTITIES.finditer(plain):
        for one in misread(unescape(found[0])):  # a character that nobody sees was written by name on purpose
            yield found.start(), *misread_words(one.written, one.meant)


def _in_sheet(sheet: Sheet) -> Iterator[Finding]:
    for place, text in _printed(sheet):
        for _, _, said, mend in letter_faults(text):
            yield codes.TYPED_LETTERS.at(place, said, mend)


def _printed(sheet: Sheet) -> Iterator[tuple[Place, str]]:
    """Yield each text between quotation marks in ``sheet`` that may be printed, its escapes read, with the place of its declaration."""
    for one in sheet.declarations:
        if one.is_variable or one.name in {"content", "quotes", "string-set", "list-style", "list-style-type"}:
            yield from ((one.place, token.value) for token in one.value if token.type == "string")
