"""Codes of composing: templates that cannot be filled."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

TEMPLATE = code(
    "CMP-101",
    ERROR,
    "a template cannot be filled",
    "A template asks for a field that does not exist, or its syntax is wrong. Jinja's silence is switched off: nothing is left out unseen.",
    mend="Correct the template at the line that the finding names.",
    bad="<h2>{{ txt }}</h2>",
    good="<h2>{{ text }}</h2>",
    looks_for="templates that ask for fields that do not exist, or that cannot be read",
    source="docs/designers.md, A new component",
)
NO_TOKEN = code(
    "CMP-102",
    ERROR,
    "a style token or label that a template asks for is not there",
    "A drawing takes its colours from styles/tokens/, and a page its small words from content/labels.yaml. This one is defined in neither, or differs between audiences and was asked for without one.",
    mend="Write the token's or label's right name, or define it; where it differs, name the audience.",
    bad="token('--inc')",
    good="token('--ink')",
    looks_for="tokens and labels that a template asks for and nobody has defined",
    source="docs/designers.md, Colours and inks",
)
NO_LABEL = code(
    "CMP-103",
    ERROR,
    "a label that has no words in the language of the piece",
    "The pages themselves need small words: 'Phone', 'Page', 'Review by'. Each stands in content/labels.yaml, once for each language. All "
    "that the piece needs and its language lacks are told together.",
    mend="Write the words beside those of the other languages in content/labels.yaml.",
    bad="contact.phone: {en: Phone}",
    good="contact.phone: {en: Phone, es: Teléfono}",
    looks_for="labels that have no words in the language of the piece",
    source="docs/writers.md, Languages",
)
