"""Codes of publishing: files that cannot be written, and files that are made no more."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

CANNOT_WRITE = code(
    "PUB-101",
    ERROR,
    "a file cannot be written",
    "The system refused to write into out/. What was there before is unchanged.",
    mend="Look whether the folder is there, can be written, and the disk has room.",
    looks_for="files that the system does not let us write",
    source="docs/staff.md, What comes out",
)

LEFT_OVER = code(
    "PUB-102",
    WARNING,
    "a file in out/ is made no more",
    "A piece was deleted or renamed, an edition taken out of its file, or a print shop struck off. What was made of it stays in out/ and looks "
    "as finished as the rest, but nobody keeps it true any more.",
    mend="Run './build.py clean': it removes what was made here and is as it was, and names what it leaves alone. Take away printed copies, too.",
    looks_for="files of pieces, editions and print shops that the content does not name any more",
    source="docs/staff.md, What is made no more",
)
