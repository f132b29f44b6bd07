"""What is written so that CSS cannot read it, or reads it otherwise than it was meant: halves that are missing, lost semicolons and colons."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brochures.design.bracket_scan import line_and_column, unbalanced
from brochures.design.checks.subject import StyleSheets
from brochures.design.sheets import Declaration, Rule, Sheet
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check

SHOWN = 40
"""How many letters of a line a message quotes."""


@check(
    codes.UNCLOSED_STYLE,
    looks_for="braces, brackets, quotation marks and comments of the styles that lack their other half",
    source="CSS Syntax Level 3, 5.4; docs/designers.md, What is checked in the styles",
)
def halves(styles: StyleSheets) -> Iterator[Finding]:
    """Find the first place of each style sheet where a half is missing."""
    for sheet in styles.sheets:
        found = unbalanced(sheet.text)
        if found is not None:
            place = Place(sheet.file, *line_and_column(sheet.text, found.at))
            yield codes.UNCLOSED_STYLE.at(place, found.said, found.mend)


@check(
    codes.UNREAD_STYLE,
    looks_for="declarations of the styles that cannot be read: a semicolon, a colon or a value that was lost",
    source="CSS Syntax Level 3, 5.4.4; docs/designers.md, What is checked in the styles",
)
def declarations(styles: StyleSheets) -> Iterator[Finding]:
    """Find each place where CSS leaves a declaration out because of a sign that was lost."""
    for sheet in styles.sheets:
        if unbalanced(sheet.text) is None:
            yield from (_unread(sheet, place) for place, _ in sheet.unread)
            for rule in sheet.all_rules():
                yield from (_unread(sheet, place) for place, _ in rule.unread)
                yield from _run_together(rule)
                yield from _run_into(rule)


def _unread(sheet: Sheet, place: Place) -> Finding:
    """Return the finding for what ends at ``place``: it is told where it begins."""
    lines = sheet.text.split("\n")
    end = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
    end = len(sheet.text[:end].rstrip("; \n\t"))
    before = max(sheet.text.rfind(sign, 0, end) for sign in ("{", "}", ";", "*/"))
    start = 0 if before < 0 else before + (2 if sheet.text.startswith("*/", before) else 1)
    start += len(sheet.text[start:end]) - len(sheet.text[start:end].lstrip())
    written = " ".join(sheet.text[start:end].split()).rstrip(";")[:SHOWN]
    mend = "write each as 'property: value;' inside of the braces of a rule"
    return codes.UNREAD_STYLE.at(
        Place(sheet.file, *line_and_column(sheet.text, start)), f"'{written}' is no declaration, and is left out", mend
    )


def _run_together(rule: Rule) -> Iterator[Finding]:
    for one in rule.declarations:
        swallowed = _swallowed(one)
        if swallowed:
            said = f"the semicolon after '{one.name}' is lost: '{swallowed}' is read as a part of its value, and both are left out"
            yield codes.UNREAD_STYLE.at(one.place, said, f"write ';' before '{swallowed}'")
        elif not one.text:
            yield codes.UNREAD_STYLE.at(
                one.place, f"'{one.name}' has no value, and is left out", "write its value, or take it out"
            )


def _run_into(rule: Rule) -> Iterator[Finding]:
    """Find a declaration that stands before the head of a rule and is read as a part of it."""
    for word in rule.prelude:
        if word.type == "at-keyword" or (word.type == "literal" and word.value == ";"):
            whole = f"@{rule.keyword} {rule.selector}" if rule.keyword else rule.selector
            written = (whole[:1] + whole[1:].partition("@" if word.type == "at-keyword" else ";")[0]).strip()[:SHOWN]
            said = f"'{written}' is read as a part of the rule behind it, and both are left out"
            yield codes.UNREAD_STYLE.at(
                rule.place, said, "write ';' behind it, and write it inside of the braces of a rule"
            )
            return


def _swallowed(one: Declaration) -> str:
    """Return the name of the property, or the head of the rule, that stands in the value of ``one``; empty where none does."""
    words = [token for token in one.value if token.type not in {"whitespace", "comment"}]
    for word, after in pairwise(words):
        if word.type == "ident" and after.type == "literal" and after.value == ":":
            return str(word.value)
    for word in words:
        if word.type == "at-keyword":
            return f"@{word.value}"
        if word.type == "{} block":
            return "{"
    return ""
