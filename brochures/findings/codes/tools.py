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

_STAFF = "docs/staff.md, Change words without opening YAML"

UNWRITABLE_WORDS = code(
    "TOO-230",
    ERROR,
    "words that cannot be written at their place",
    "Words are saved only where they read back letter for letter and every other value of the file stays what it is. A text that other places "
    "repeat (an alias), a place where nothing is written yet, and words that no text of YAML can hold are left to whoever opens the file.",
    mend="Open the file at the line that the finding names, and write the words there.",
    looks_for="new words that do not read back as they were given, or that would change something else in the file",
    source=_STAFF,
)
CHANGED_MEANWHILE = code(
    "TOO-231",
    ERROR,
    "the file was changed after it was read",
    "Somebody saved other words, or an editor wrote the file, while you were typing. Nothing is saved over what somebody else wrote: both "
    "wordings are shown.",
    mend="Compare the two wordings, and save again what shall stand.",
    looks_for="words that were changed between reading and saving them",
    source=_STAFF,
)
BEING_EDITED = code(
    "TOO-232",
    ERROR,
    "another program writes the words or the ledger just now",
    "One program at a time may write into content/: a second preview, or a command that signs. Nothing is written until it has finished.",
    mend="Wait until the other has finished, or close it, and save again.",
    looks_for="another process that holds the content for writing",
    source=_STAFF,
)
NOT_FOR_THE_FORM = code(
    "TOO-233",
    ERROR,
    "words that are edited in their file",
    "The form edits the words of statements and labels, each one paragraph. Everything else (numbers, addresses, sources, forms, the order of "
    "a piece) has rules that one field cannot show, and is edited in its file.",
    mend="Open the file at the line that the finding names.",
    looks_for="edits of what is neither a statement nor a label, and words of more than one paragraph",
    source=_STAFF,
)
CANNOT_SAVE = code(
    "TOO-234",
    ERROR,
    "words that the system does not let us save",
    "The file may only be read, or the disk is full. What was there before is unchanged, and so is the last version that is kept.",
    mend="Allow writing to the file, or free some space, and save again.",
    looks_for="content files that may only be read, and disks that are full",
    source=_STAFF,
)
NOT_SHOWN = code(
    "TOO-235",
    ERROR,
    "a signature under words that were not shown as they are now",
    "Who signs has seen the words as they stand on disk. Where one of them was changed since, is not among what the role may sign, or is signed "
    "already, nothing is signed at all.",
    mend="Read the list again as it is now, tick what you have read, and sign.",
    looks_for="ticked words whose digest is not that of the words as they are now",
    source="docs/writers.md, Signing",
)
NO_LAST_VERSION = code(
    "TOO-236",
    ERROR,
    "no last version is kept of these words",
    "Each save keeps the words that stood there before in before/. These words were never saved from the page, or the version was "
    "removed: a bounded number is kept.",
    mend="Restore the words from version control.",
    looks_for="words that shall be put back and of which no last version is kept",
    source=_STAFF,
)
