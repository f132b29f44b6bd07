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
    good="phone: the clinic's number, with its area code",
    looks_for="facts of the clinic that the piece prints and nobody has given",
    source="docs/staff.md, Fill in what only the clinic knows",
)
UNCONFIRMED = code(
    "REL-201",
    WARNING,
    "a help line's number that nothing else confirms",
    "A number that stands in one field only can hold a slip that nobody sees. Each is written twice: in 'also' with its letters, in the title "
    "or address of its page, or in 'page_says', which holds what that page says, copied. With --release this is an error.",
    counted="numbers of help lines that nothing confirms",
    mend="Copy what the owner's page says, with the number, into 'page_says'; name the page under 'cite'.",
    bad="call: 1-800-222-1222\ncite: {type: webpage, title: Poison Help line}",
    good="call: 1-800-222-1222\npage_says: The Poison Help line, 1-800-222-1222\ncite: {type: webpage, title: Poison Help line}",
    looks_for="numbers of help lines that no other field of their record has, and help lines without a page",
    source="docs/writers.md, Sources",
)
FOR_EXAMPLES = code(
    "REL-202",
    WARNING,
    "a number or address that is kept for examples",
    "No telephone has the numbers 555-0100 to 555-0199, whatever the area code, and nobody is at example.org and its kind: they stand in "
    "examples and in films. Whoever calls one reaches nobody. With --release this is an error.",
    counted="numbers and addresses that are kept for examples",
    mend="Write the real one, once the clinic has given it; until then leave the fact empty.",
    bad="phone: (847) 555-0142",
    good="phone:",
    looks_for="telephone numbers, web and mail addresses that are kept for examples and reach nobody",
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
UNREAD = code(
    "REL-104",
    WARNING,
    "words that nothing was looked for in",
    "The gate knows a language by the lists in content/house/: what it claims too much with, how chances are told, what a document must "
    "say. Where a language, its readers or a type of document has none, nothing is refused, and that is no sign that the words are good. "
    "The piece stays a proof. With --release this is an error.",
    counted="kinds of check without their lists",
    mend="Have the lists written by somebody who reads the language, in content/house/words.yaml and parts.yaml.",
    bad="words:\n  en: {claims: […]}",
    good="words:\n  en: {claims: […]}\n  es: {claims: […]}",
    looks_for="pieces in a language, or of a type, for which the lists of content/house/ say nothing",
    source="docs/writers.md, Languages",
)
