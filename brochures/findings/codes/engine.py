"""Codes of the layout engine: what it says while it sets a page, and what it cannot set."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

MISSING_GLYPH = code(
    "ENG-101",
    ERROR,
    "a character that no font of ours has",
    "The engine would print an empty box. Use another character, or add a font that has it to styles/fonts/.",
    mend="Write another character, or add a font that has it to styles/fonts/ and styles/tokens/faces.css.",
    looks_for="characters that no font of ours has",
    source="docs/engine.md, Fonts",
)
MISSING_RESOURCE = code(
    "ENG-102",
    ERROR,
    "an image, style sheet or font that could not be read",
    "The engine carries on without the file and prints a page with a hole in it. Here that is an error. Files are read only inside "
    "the project; the network is never asked.",
    mend="Correct the path; files lie inside of the project.",
    bad='<img src="content/images/tree.svg">',
    good='<img src="content/images/leaf.svg">',
    looks_for="images, style sheets and fonts that cannot be read",
    source="docs/engine.md, Files that it may read",
)
MISSING_TARGET = code(
    "ENG-103",
    ERROR,
    "a link that leads nowhere",
    "A link or a page number refers to an anchor that is not in the document.",
    mend="Give the target its id, or correct the link.",
    bad='<a href="#nowhere">',
    good='<a href="#references">',
    looks_for="links and page numbers whose target is not in the document",
    source="docs/engine.md, Warnings are errors",
)
IGNORED_STYLE = code(
    "ENG-104",
    ERROR,
    "a style that the engine does not understand",
    "The engine skips a declaration or selector that it does not know, so the page does not look as it was designed.",
    mend="Write it as docs/designers.md says, or leave it out.",
    bad="h2 { text-wrap: balance; }",
    good="h2 { max-width: 24em; }",
    looks_for="style declarations and selectors that the engine passes over",
    source="docs/designers.md, CSS that the engine does not know",
)
ENGINE_SAID = code(
    "ENG-105",
    ERROR,
    "the engine complained",
    "The layout engine reported a problem of another kind. Nothing that it says is thrown away.",
    mend="Mend what the engine names.",
    looks_for="anything else that the engine complains of",
    source="docs/engine.md, Warnings are errors",
)
ENGINE_BROKE = code(
    "ENG-106",
    ERROR,
    "the engine broke down on this page",
    "The layout engine stopped with an error of its own. The message names it; the last change to a template or style is the likely cause.",
    mend="Undo the last change to a template or style; if there was none, report it.",
    looks_for="pages on which the engine breaks down",
    source="docs/engine.md, How the program uses it",
)
OTHER_FACE = code(
    "ENG-107",
    WARNING,
    "letters from another face",
    "The face that the style asks for lacks a letter, and the engine takes it from the next one that has it, in silence: a name is set in two "
    "faces. The finding names the letters and both faces.",
    mend="Add a face that has the letters, or set the whole name in one that does.",
    looks_for="letters that were taken from another face than the words around them",
    source="docs/designers.md, Letters that a face lacks",
)
MARK_BESIDE = code(
    "ENG-108",
    ERROR,
    "a mark beside its letter",
    "The face has the mark, such as a macron, but no place for it on this letter, so that it is drawn beside the letter or over the next one. "
    "A name with its accent on another letter is another name.",
    mend="Add a face that sets the mark on the letter, or ask whose name it is how it may be written.",
    looks_for="accents and other marks that stand beside their letters",
    source="docs/designers.md, Letters that a face lacks",
)
