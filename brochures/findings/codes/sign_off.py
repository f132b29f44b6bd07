"""Codes of what only people can supply: facts of the clinic, and reviews."""

from __future__ import annotations

from brochures.findings.codes.registry import WARNING, code

NO_CLINIC_FACT = code(
    "REL-101",
    WARNING,
    "a fact that only the clinic can supply is missing",
    "Nothing is invented: until clinic.yaml has it, the piece is a proof with a ruled blank. With --release this is an error.",
    counted="clinic facts missing",
    mend="Write the fact into content/clinic.yaml once the clinic has given it.",
    bad="phone:",
    good="phone: 847-555-0100",
    looks_for="facts of the clinic that the piece prints and nobody has given",
    source="docs/staff.md, Fill in what only the clinic knows",
)
NOT_REVIEWED = code(
    "REL-102",
    WARNING,
    "words that nobody has signed",
    "A statement, or a piece's own words, has no reviewer, date or due date. Until then the piece is a proof. With --release this is an error.",
    counted="texts without a signed review",
    mend="Let a person read the words and sign 'review'.",
    bad="review:\n  reviewed_by:",
    good="review:\n  reviewed_by: A. Reader, MD\n  reviewed_on: 2026-11-02\n  review_due: 2027-11-02",
    looks_for="words that nobody has signed",
    source="docs/writers.md, Signing",
)
REVIEW_DATE = code(
    "REL-103",
    WARNING,
    "a review that is past due or dated in the future",
    "A signature is good from the day of the review until the day it falls due. With --release this is an error.",
    counted="reviews out of date",
    mend="Let a person read the words again and sign anew.",
    looks_for="reviews that are past due, or dated in the future",
    source="docs/writers.md, Signing",
)
