"""Codes of publishing: files that cannot be written."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

CANNOT_WRITE = code(
    "PUB-101",
    ERROR,
    "a file cannot be written",
    "The system refused to write into out/. What was there before is unchanged.",
)
