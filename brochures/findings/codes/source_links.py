"""Codes of links from words to sources: whether somebody has said where in the source the words stand, and whether it carries them."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

BAD_LINK = code(
    "LOD-405",
    ERROR,
    "a link to a source that cannot be right",
    "One list names a source twice, a text was read on a day that has not come or before it was published, or a record speaks of a "
    "statement that there is not. What is known of the source would rest on a slip, so the statement, form or note is not printed until "
    "it is mended.",
    mend="Name each source once, with all places under its 'at'; correct the day, or the name of the statement.",
    bad="sources: [ketalar-label, ketalar-label]",
    good='sources: [{id: ketalar-label, at: "5.1, 9.2", says: …, read: …}]',
    looks_for="sources that are named twice in one list, days of reading that cannot be, and records that speak of statements there are not",
    source="docs/writers.md, Links to sources",
)
NOT_CARRIED = code(
    "EDT-106",
    ERROR,
    "a sentence that its source does not carry",
    "The record of the source says under 'does_not_carry' that it does not say this. A fact with a wrong source is worse than one without: "
    "the reader who looks it up finds nothing, and trusts no other line.",
    mend="Name a source that says it, reword the sentence or take it out. Where the source does say it after all, correct its record.",
    bad="patient: {en: Go home with an adult.}\nsources: [ketalar-label]",
    good="patient: {en: Go home with an adult.}\nsources: [ketalar-label-2013]",
)
PROGRAM_SOURCE = code(
    "EDT-107",
    ERROR,
    "a source beside what the clinic itself does",
    "A statement of kind 'program' says what happens here, and only the clinic can confirm it. A reference mark behind it reads as if a label "
    "or a law said so.",
    mend="Take the sources out. What a source does say is a statement of its own, of kind 'fact', printed beside this one.",
    bad="kind: program\npatient: {en: Staff check your oxygen.}\nsources: [ketalar-label]",
    good="kind: program\npatient: {en: Staff check your oxygen.}",
)
WAITING_LINK = code(
    "REL-301",
    WARNING,
    "a link to a source that does not say where the words stand",
    "Nobody has said yet where in the source the sentence stands, what the source says there, and where and when that was read. The link waits "
    "for somebody who reads the source; until then the piece is a proof. With --release this is an error.",
    counted="links to sources that wait",
    mend="Open the source, and write 'at', 'says' and 'read' while it lies before you; never from memory.",
    bad="sources: [ketalar-label]",
    good='sources: [{id: ketalar-label, at: "5.1", says: monitor vital signs, read: "example.org/label, 2026-11-30"}]',
    looks_for="links to sources without a place, words or a reading",
    source="docs/writers.md, Links to sources",
)
