"""Codes of tools: what keeps a command from doing what was asked with a file that somebody gave it, or on this computer."""

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
_PREVIEW = "docs/designers.md, See it while you work"

NO_PORT = code(
    "TOO-201",
    ERROR,
    "a preview that cannot be served",
    "Another program listens on the port, or the system keeps it for itself. A preview is served to this computer alone, at a port of its own.",
    mend="Choose another port, or leave it out: then one that is free is taken.",
    looks_for="a port that cannot be listened on",
    source=_PREVIEW,
)
NO_WATCH = code(
    "TOO-202",
    ERROR,
    "files that cannot be watched",
    "The system does not tell which files change: a folder cannot be read, or too many files are watched already. A preview that does not follow would mislead.",
    mend="Make the folders readable, or let more files be watched.",
    looks_for="folders whose changes the system does not tell",
    source=_PREVIEW,
)
