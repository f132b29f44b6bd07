"""Codes of words of law: quoted whole, never retyped, and in a consent never lost."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

ALTERED_LAW = code(
    "LAW-101",
    ERROR,
    "words of law that are not those that were read",
    "A regulation fixes some words, and a form is worth nothing with others. Each text in content/law/ has a digest of every sentence, written "
    "when the text was read; one letter more or less, and the sentence is told. Nothing is printed from such a text. The digest shows that "
    "words changed since; whether they were right when they were read, only who compares them with the law can say.",
    mend="Write the words as they stand where they were read. Where the law itself changed, read it anew, with its date and its new digest.",
    bad="words: [A general authorization is sufficient.]",
    good="words: [A general authorization is NOT sufficient.]",
    looks_for="texts of law with other words than those that were read",
    source="docs/writers.md, Words of law",
)
CONSENT_WORDS = code(
    "LAW-102",
    ERROR,
    "a consent that does not say what the law asks for",
    "Each section of a consent names the wording that fulfils an element of 42 CFR 2.31 or 45 CFR 164.508. The wordings stand a second time in "
    "content/law/, and the form must print them to the letter: a sentence or line that is gone, altered or added is told. A consent that "
    "lacks an element on its face may not be acted on (42 CFR 2.31(c)(2)).",
    mend="Give the form its words back, or, with the clinic's lawyer, change the form and the wording in content/law/ alike.",
    bad='note: I can revoke this consent.\nelements: {"(a)(6)": take-back}',
    good='note: I can revoke this consent in writing at any time.\nelements: {"(a)(6)": take-back}',
    looks_for="sentences and lines of consents that are gone, altered or added",
    source="docs/writers.md, Words of law",
)
TYPED_LAW = code(
    "LAW-103",
    ERROR,
    "words of law that were typed, and not quoted",
    "What is typed drifts from the law, or is a part that says something else than the whole. Words of law are quoted whole, by a reference to "
    "their text. Told is a sentence most of whose words stand in the same order in a text of content/law/.",
    mend="Quote the text by its name in braces, or say it in words of your own.",
    bad="en: A general authorization for the release of medical or other information is sufficient.",
    good='en: "{law:42-cfr-2.32-statement-1}"',
)
AWAITED_LAW = code(
    "LAW-201",
    WARNING,
    "words of law that somebody else must supply",
    "Nobody here has read these words, and they are not written from memory. Until they stand in content/law/, a ruled blank is printed and the "
    "piece is a proof. With --release this is an error.",
    counted="texts of law that are not supplied",
    mend="Let who is named under 'supplied_by' give the words, with citation, date, where they were read, and digest.",
    bad="supplied_by: counsel",
    good="words: [\u2026]\nread: [{at: \u2026, day: \u2026}]\ndigest: [\u2026]",
    looks_for="texts of law that a piece prints and nobody has supplied",
    source="docs/writers.md, Words of law",
)
