"""Codes of publishing: files that cannot be written."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

CANNOT_WRITE = code(
    "PUB-101",
    ERROR,
    "a file cannot be written",
    "The system refused to write into out/. What was there before is unchanged.",
    mend="Look whether the folder is there, can be written, and the disk has room.",
    looks_for="files that the system does not let us write",
    source="docs/staff.md, What comes out",
)
