"""Codes of pictures that show results: what may be drawn, and what must stand beside it."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

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
