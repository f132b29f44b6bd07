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
    "A statement, a form, a help line, a study that is shown, or a piece's own words have no signature in content/reviews.yaml. Until then "
    "the piece is a proof. With --release this is an error.",
    counted="texts without a signature",
    mend="Let a person read the words and sign them with './build.py approve'.",
    bad="signatures:",
    good="signatures:\n  - {statement: program.call, …, by: A. Reader, credential: MD, role: medical-director, signed: 2026-11-02, …}",
    looks_for="words that nobody has signed",
    source="docs/writers.md, Signing",
)
REVIEW_DATE = code(
    "REL-103",
    WARNING,
    "a signature that is past due or dated in the future",
    "A signature is good from the day on which it was given until the day it falls due. With --release this is an error.",
    counted="signatures out of date",
    mend="Let a person read the words again and sign anew.",
    bad="signed: 2062-11-02",
    good="signed: 2026-11-02",
    looks_for="signatures that are past due, or dated in the future",
    source="docs/writers.md, Signing",
)
VOID_SIGNATURE = code(
    "REL-105",
    WARNING,
    "words that were changed after they were signed",
    "A signature is under the very words, their sources with the places in them, and the figures and facts as they are printed. Change one "
    "letter, and that signature is void; no other is. With --release this is an error.",
    counted="void signatures",
    in_full=True,
    mend="Put back the words that were signed, or let a person read the new ones and sign them.",
    bad="en: You can drive home an hour after the drip.",
    good="en: Do not drive until the next day.",
    looks_for="words, sources, figures and facts that are not those that were signed",
    source="docs/writers.md, Signing",
)
UNKNOWN_ROLE = code(
    "REL-106",
    WARNING,
    "a signature in a role that nobody has defined",
    "Who may sign what stands in content/house/roles.yaml. A signature in another role counts for nothing. With --release this is an error.",
    counted="signatures in an unknown role",
    in_full=True,
    mend="Correct the role, or define it in content/house/roles.yaml.",
    bad="role: medical-diretcor",
    good="role: medical-director",
    looks_for="signatures in a role that content/house/roles.yaml does not have",
    source="docs/writers.md, Signing",
)
MAY_NOT_SIGN = code(
    "REL-107",
    WARNING,
    "a signature of somebody who may not sign such words",
    "A role signs the kinds of statements, forms and records that content/house/roles.yaml gives it, and no others. With --release this is an "
    "error.",
    counted="signatures of who may not sign",
    in_full=True,
    mend="Have the words signed by somebody in a role that may.",
    bad="role: reading    # under a fact",
    good="role: medical-director",
    looks_for="signatures in a role that may not sign words of that kind",
    source="docs/writers.md, Signing",
)
INCOMPLETE_SIGNATURE = code(
    "REL-108",
    WARNING,
    "a signature by nobody, or without its role, days or digest",
    "A signature says who signed, with first and last name, in which role, on which day, until which, and has the digest of the words. With "
    "--release this is an error.",
    counted="signatures by nobody",
    in_full=True,
    mend="Take it out and sign with './build.py approve', which writes all of it.",
    bad="by:",
    good="by: Ada Reader",
    looks_for="signatures that do not say who signed, as what, when, until when or what",
    source="docs/writers.md, Signing",
)
BAD_DIGEST = code(
    "REL-109",
    WARNING,
    "a digest that fits no wording",
    "The digest beside a signature is made from the words that are kept there. Where it is that of other words, one of the two was changed by "
    "hand. With --release this is an error.",
    counted="digests that fit no wording",
    in_full=True,
    mend="Take the signature out and let the person sign again.",
    bad="digest: 0000",
    good="digest: 5d0c…    # as './build.py approve' wrote it",
    looks_for="signatures whose digest is not that of the words kept beside it",
    source="docs/writers.md, Signing",
)
SIGNED_TWICE = code(
    "REL-110",
    WARNING,
    "two signatures of one role that disagree",
    "One role signs words once: of two signatures nobody can tell which one holds. './build.py approve' puts a new one in the place of the old. "
    "With --release this is an error.",
    counted="signatures that disagree",
    in_full=True,
    mend="Keep the one that holds, and take the other out.",
    looks_for="words that one role has signed twice",
    source="docs/writers.md, Signing",
)
OLD_REVIEW = code(
    "REL-111",
    WARNING,
    "a signature where none is kept any more",
    "Signatures stood beside the words once, and could not tell whether those had been changed. They are kept in content/reviews.yaml now; what "
    "stands under 'review' counts for nothing, and nothing is taken over from it, since nobody knows which words were signed.",
    mend="Let the person sign the words as they are now, and take 'review' out.",
    bad="review:\n  reviewed_by: A. Reader, MD",
    good='./build.py approve program.call --by "A. Reader, MD" --role medical-director',
    looks_for="'review' in a statement, a form or a piece",
    source="docs/writers.md, Signing",
)
CHANGED_SINCE_PRINT = code(
    "REL-112",
    WARNING,
    "words that changed under a version that was printed",
    "content/printed.yaml keeps a digest of the words of each piece that was made with --release. Other words need another version, or two "
    "sheets with one number say different things. With --release this is an error.",
    counted="printed versions with other words",
    in_full=True,
    mend="Raise the version and its date, or put the words back.",
    bad="version: {number: 1.0, date: 2026-11-23}    # printed, with other words",
    good="version: {number: 1.1, date: 2026-12-01}",
    looks_for="pieces whose words are not those that were printed as final under the same version",
    source="docs/writers.md, Signing",
)
TO_LOOK_UP = code(
    "REL-401",
    WARNING,
    "something that may have changed since, and nobody has looked up in time",
    "content/watch.yaml lists what may make printed words wrong although nobody edits them: results of a trial, an approval, a new label. "
    "A person looks there before a release. With --release this is an error in each piece that prints a statement which it touches.",
    counted="things that may have changed and were not looked up",
    mend="Look at the page, write under 'looked' the day, your name and what you found, and a new day under 'by'.",
    bad="looked:\n  day:\n  by:\n  found:",
    good="by: 2027-06-01\nlooked: {day: 2026-12-01, by: A. Reader, found: no results yet}",
    looks_for="things that may have changed since the words were written, and that nobody has looked up in time",
    source="docs/writers.md, What may have changed since",
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
