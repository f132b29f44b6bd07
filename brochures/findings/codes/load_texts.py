"""Codes of loading: texts that are not what whoever typed them meant."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

LOST_TEXT = code(
    "LOD-301",
    ERROR,
    "words that YAML leaves out of a text",
    "In a text without quotation marks ' #' begins a comment, '!' and '&' at its beginning have meanings of their own, and a line that looks "
    "like a key or an item may be a part of the text above. YAML is content with all of that, and words vanish or turn up elsewhere.",
    mend="Put quotation marks around the whole text; put a comment on a line of its own.",
    bad="address: 100 River Road #210, Springfield",
    good='address: "100 River Road #210, Springfield"',
    looks_for="comments that begin in the middle of a text, and lines that are read as part of another text",
    source="YAML 1.2.2, 6 to 7",
)
MISREAD = code(
    "LOD-302",
    ERROR,
    "letters that were read in the wrong encoding",
    "A program read UTF-8 as Windows-1252 or the like, as Excel and some mail programs do, and wrote back what it saw: two or three signs for "
    "one letter. The finding says which letter they stand for. Nothing is repaired by itself: who knows the text must see it.",
    mend="Type the letter that the finding names.",
    bad="en: Donâ€™t wait.",
    good="en: Don’t wait.",
    looks_for="signs that stand for a letter which a program read in the wrong encoding",
    source="docs/staff.md, Letters and signs",
)
UNSEEN_CHARACTER = code(
    "LOD-303",
    ERROR,
    "a character that nobody sees",
    "Spaces without width, directions of writing, soft hyphens outside of words and the like come along when text is copied from a web page. "
    "They cut words in two for every search and every check, and some turn the order of letters round.",
    mend="Delete the character, or type a plain space in its place.",
    looks_for="characters without width, directions of writing, and spaces of odd width",
    source="docs/staff.md, Letters and signs",
)
LOST_LETTER = code(
    "LOD-304",
    ERROR,
    "a letter that was lost",
    "A program that could not read a letter put a sign for that in its place, or a sign that only its own fonts have. What stood there is "
    "known to whoever has the text that it was copied from.",
    mend="Type what belongs there.",
    looks_for="signs in the place of letters that were lost, and signs that only one program can show",
    source="docs/staff.md, Letters and signs",
)
LOOKALIKE = code(
    "LOD-305",
    ERROR,
    "a letter or digit that only looks like one",
    "A Cyrillic or Greek letter in a Latin word, a digit of another script, a ligature or a letter of formulas looks right and is another "
    "character: no search finds the word, no check reads it, no telephone dials the number.",
    mend="Type the word or the number again.",
    looks_for="letters of other alphabets in a word, digits of other scripts, ligatures and letters of formulas",
    source="docs/staff.md, Letters and signs",
)
TURNED_QUOTATION_MARK = code(
    "LOD-306",
    WARNING,
    "a quotation mark that faces the wrong way",
    "A mark that opens stands where one closes, or the other way round, or in the place of an apostrophe. Straight marks are turned by the "
    "program; typed ones are printed as they are.",
    mend="Type the mark that the finding names, or a straight one.",
    looks_for="quotation marks that open where one closes, and the other way round",
    source="docs/writers.md, Typing",
)
