"""Paragraphs: statements that are read in one go, each still known by its name. Their reference marks are gathered at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brochures.resolve.inline_text import Plain, Words
from brochures.resolve.job import PrintedStatement
from brochures.resolve.passages import printed

BETWEEN = Plain(" ")

MOST_WORDS = 75
"""A paragraph ends where the next statement would make it longer, in words: about seven lines of a page, eleven of a column."""


def together(statements: Sequence[PrintedStatement]) -> tuple[PrintedStatement, ...]:
    """Return ``statements`` as paragraphs, in their order: each as one statement that cites what all of it rests on.

    A list ends its paragraph, for its points stand below what leads to them; so do quoted law and ``MOST_WORDS``.
    """
    return tuple(_one(group) for group in _groups(statements))


def _groups(statements: Sequence[PrintedStatement]) -> Iterator[Sequence[PrintedStatement]]:
    group: list[PrintedStatement] = []
    for statement in statements:
        if group and sum(map(_words, (*group, statement))) > MOST_WORDS:
            yield group
            group = []
        group.append(statement)
        if len(statement.wording.parts) > 1 or statement.wording.is_law:
            yield group
            group = []
    if group:
        yield group


def _words(statement: PrintedStatement) -> int:
    return len(printed(statement.wording.lead).split())


def _one(group: Sequence[PrintedStatement]) -> PrintedStatement:
    """Return ``group`` as one statement: the last of it, with the words of all before its own."""
    last = group[-1]
    lead: Words = group[0].wording.lead
    for statement in group[1:]:
        lead = (*lead, BETWEEN, *statement.wording.lead)
    sources = {source.name: source for statement in group for source in statement.sources}
    return replace(last, wording=replace(last.wording, lead=lead), sources=tuple(sources.values()))
