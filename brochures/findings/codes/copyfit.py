"""Codes of copyfit: the steps by which words are made to fit."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, code

COPYFIT_USED = code(
    "FIT-101",
    NOTE,
    "copyfit was used",
    "The words did not fit as designed, and the steps of the document's copyfit ladder made them fit. All panels of the group share "
    "the setting.",
    mend="Nothing, where it looks well; else cut a few words.",
    looks_for="panels whose words fit only after copyfit",
    source="docs/designers.md, Copyfit",
)
LADDER_SPENT = code(
    "FIT-102",
    ERROR,
    "copyfit is spent and the words still do not fit",
    "Every step of the document's copyfit ladder was taken and some words are still overset. There is no squeeze beyond the ladder: "
    "words must be cut.",
    mend="Cut the words that the OVR findings beside it count.",
    looks_for="panels whose words do not fit after every step of copyfit",
    source="docs/designers.md, Copyfit",
)
BAD_LADDER = code(
    "FIT-103",
    ERROR,
    "a copyfit ladder that cannot be used",
    "The ladder in the document's style sheet names an unknown rung or group, steps the wrong way, has more than 16 steps, or goes "
    "below the floors of the house style: 12 pt text on 15 pt for patients, 10 on 13 for clinicians, tracking within 10/1000 em.",
    mend="Correct the ladder in styles/documents/: known rungs and groups, steps towards the least, none below the floors.",
    bad="--copyfit: leading 16pt 14pt 0.5pt;",
    good="--copyfit: leading 16pt 15pt 0.5pt;",
    looks_for="copyfit ladders that cannot be used",
    source="docs/designers.md, Copyfit",
)
