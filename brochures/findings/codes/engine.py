"""Codes of the layout engine: what it says while it sets a page, and what it cannot set."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

MISSING_GLYPH = code(
    "ENG-101",
    ERROR,
    "a character that no font of ours has",
    "The engine would print an empty box. Use another character, or add a font that has it to styles/fonts/.",
)
MISSING_RESOURCE = code(
    "ENG-102",
    ERROR,
    "an image, style sheet or font that could not be read",
    "The engine carries on without the file and prints a page with a hole in it. Here that is an error. Files are read only inside "
    "the project; the network is never asked.",
)
MISSING_TARGET = code(
    "ENG-103",
    ERROR,
    "a link that leads nowhere",
    "A link or a page number refers to an anchor that is not in the document.",
)
IGNORED_STYLE = code(
    "ENG-104",
    ERROR,
    "a style that the engine does not understand",
    "The engine skips a declaration or selector that it does not know, so the page does not look as it was designed.",
)
ENGINE_SAID = code(
    "ENG-105",
    ERROR,
    "the engine complained",
    "The layout engine reported a problem of another kind. Nothing that it says is thrown away.",
)
ENGINE_BROKE = code(
    "ENG-106",
    ERROR,
    "the engine broke down on this page",
    "The layout engine stopped with an error of its own. The message names it; the last change to a template or style is the likely cause.",
)
