"""Codes of tools: what keeps a command from doing what was asked with a file that somebody gave it."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

_WRITERS = "docs/writers.md, A new study from a citation export"

UNREAD_EXPORT = code(
    "TOO-101",
    ERROR,
    "a citation export that cannot be read",
    "The file is not in the format that was named, is damaged, or declares entities: those can make a few lines grow without end, and no export needs them.",
    mend="Export the citation once more, as PubMed XML or RIS.",
    looks_for="citation exports that cannot be read",
    source=_WRITERS,
)
NO_RECORD = code(
    "TOO-102",
    ERROR,
    "a citation export that makes no record",
    "It holds no citation or several, or lacks what a record cannot be without: author, title, year, or a journal, publisher or address. Nothing is filled in for it.",
    mend="Export one citation, whole; or write the record by hand.",
    looks_for="exports of no citation, of several, or of one that is not whole",
    source=_WRITERS,
)
