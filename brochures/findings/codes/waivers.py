"""Codes of waivers: what somebody lets pass, and for how long."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

EXPIRED_WAIVER = code(
    "WVR-101",
    ERROR,
    "a waiver that has run out",
    "A finding is let pass until a day only. From that day on it counts again, until somebody has read it once more.",
    mend="Mend what the waiver let pass, or read it again and give it a new last day.",
    looks_for="waivers past their last day",
    source="docs/writers.md, Waivers",
)
UNUSED_WAIVER = code(
    "WVR-102",
    WARNING,
    "a waiver that lets nothing pass",
    "What it spoke of is mended, or it points to the wrong place. Left in the file, it would let a new mistake pass unseen.",
    mend="Take the waiver out, or correct where it points.",
    looks_for="waivers that let nothing pass",
    source="docs/writers.md, Waivers",
)
VOID_WAIVER = code(
    "WVR-103",
    ERROR,
    "a waiver for something that can never be let pass",
    "Nobody can let pass a missing signature or clinic fact (REL), nor words of law (LAW), nor a file, name or template that gives nothing to print "
    "(LOD, RES, CMP, PUB), nor a waiver (WVR).",
    mend="Take the waiver out and mend the thing itself.",
    bad="code: REL-102",
    good="code: EDT-201",
    looks_for="waivers for what can never be let pass",
    source="docs/writers.md, Waivers",
)
