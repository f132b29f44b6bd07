"""Codes of resolving: names, references, formats and pictures that lead nowhere, and results that may not be drawn as they are."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

UNKNOWN_NAME = code(
    "RES-101",
    ERROR,
    "a name that names nothing",
    "The piece, or a statement, refers to a statement, study, source, help line, form, image, clinic fact or piece that is not written anywhere.",
)
NO_WORDING = code(
    "RES-102",
    ERROR,
    "no wording for these readers in this language",
    "A statement is printed in a part for patients or for clinicians, but has no wording for them in the language of the piece.",
)
BAD_TOKEN = code(
    "RES-103",
    ERROR,
    "a reference in the words cannot be followed",
    "Words may refer to a study's figure, a help line's number or a clinic fact in braces, such as {call:lifeline-988}. This one is "
    "misspelt, or names a field that the record does not have.",
)
BAD_IMAGE = code(
    "RES-104",
    ERROR,
    "an image that is missing or is not one",
    "The file named in images.yaml is not there, or its first bytes are not those of an SVG, PNG or JPEG picture.",
)
BAD_FORMAT = code(
    "RES-105",
    ERROR,
    "the piece does not fit its format",
    "A panel is named that the format does not have, a panel of the format has no words, or the format or document type does not exist.",
)
NO_ADDRESS = code(
    "RES-106",
    ERROR,
    "a code that would lead nowhere",
    "A QR code leads to the DOI or web address of a source, study or help line, as its record gives it. This record has neither, or is "
    "'verification: unverified': nobody has seen where the code would lead. An address is never typed beside a code.",
)
LEFT_OUT = code(
    "RES-107",
    ERROR,
    "a drawing with something that would be left out",
    "The layout engine draws most of SVG and passes over the rest in silence: filters (blur, shadow), foreign objects, scripts, animation. "
    "What is printed would not be what was drawn.",
)
NOT_DRAWN = code(
    "RES-201",
    ERROR,
    "a result that its record does not allow to be drawn",
    "An icon array needs rate, number of people and time for every group of the trial; a forest plot needs to know which two groups were "
    "compared and which way is better. A picture of one group, or without its numbers, would say more than the trial did.",
)
NO_COUNTERWEIGHT = code(
    "RES-202",
    ERROR,
    "a picture of results without what speaks against them",
    "A picture is remembered longer than words. Trials that found no difference, and harms, stand in the same block at the same size; "
    "nothing else may stand in their place.",
)
PLOT_FOR_PATIENTS = code(
    "RES-203",
    ERROR,
    "a plot for clinicians among words for patients",
    "Ratios and their intervals are read wrongly without training. Patients are told results in words, or as pictures of 100 people.",
)
