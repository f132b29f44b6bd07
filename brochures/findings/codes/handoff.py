"""Codes of the handoff: what keeps a job from a print shop before there is a file to judge."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

NO_PRESS_EDITION = code(
    "HND-101",
    ERROR,
    "a piece that is not made for the press",
    "Only a piece with the edition 'press' can be sent to a print shop: that edition has bleed, inks and a standard. The others are for "
    "screens and for the office printer.",
    mend="Add 'press' to the editions of the piece, and see that it has bleed.",
    bad="editions: [screen, desk]",
    good="editions: [screen, desk, press]",
    looks_for="pieces that were asked for a print shop and have no press edition",
    source="docs/staff.md, Send a brochure to a print shop",
)
