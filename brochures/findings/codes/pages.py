"""Codes of files and pages: from the first read of a content file to the finished bytes."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

FILE_MISSING = code(
    "LOD-101",
    ERROR,
    "a content file is missing or cannot be read",
    "Every shop has the same content files. One of them is not there, or the system does not let us read it. "
    "Restore it from version control; an empty list of things is written as 'statements: {}'.",
)
ENCODING = code(
    "LOD-102",
    ERROR,
    "the file is not plain UTF-8 text",
    "Content is read as UTF-8. Another encoding turns dashes, quotation marks and accents into wrong letters, so it is refused.",
)
SYNTAX = code(
    "LOD-103",
    ERROR,
    "the file is not valid YAML",
    "The text cannot be taken apart into keys and values from this place on. Usual causes: a tab instead of spaces, a line that is "
    "indented one step too far or too little, or an unquoted text that holds ': ' or begins with a sign such as '*' or '@'.",
)
DUPLICATE_KEY = code(
    "LOD-104",
    ERROR,
    "a key stands twice in one mapping",
    "YAML readers keep the last of two equal keys and drop the first in silence. Words must not vanish, so the second key is refused.",
)
TOO_MUCH = code(
    "LOD-105",
    ERROR,
    "the file unfolds to more than a shop can hold",
    "Aliases can multiply a small file into millions of values. Files above 1,000,000 bytes, 50,000 values or 40 levels are refused.",
)
EMPTY_FILE = code(
    "LOD-106",
    ERROR,
    "the file is empty",
    "A content file holds at least one key. An empty file is most often an editor's accident.",
)
UNKNOWN_KEY = code(
    "LOD-201",
    ERROR,
    "a key that means nothing here",
    "Unknown keys are refused, because a misspelt key would otherwise be ignored and its words would not be printed.",
)
MISSING_KEY = code(
    "LOD-202",
    ERROR,
    "a key that must be there is missing",
    "The thing cannot be printed without this value. The editor's completion lists the keys that each thing needs.",
)
WRONG_TYPE = code(
    "LOD-203",
    ERROR,
    "a value of the wrong form",
    "A text was written where a list belongs, or keys where a text belongs, or nothing at all.",
)
BAD_VALUE = code(
    "LOD-204",
    ERROR,
    "a value that is not allowed here",
    "The value has the right form, but not a meaning that fits: a date that is not in the calendar, a word that is not one of the choices, "
    "a name with signs that names do not have.",
)
DUPLICATE_NAME = code(
    "LOD-205",
    ERROR,
    "one name for two things",
    "Statements, sources and studies are referred to by name from everywhere, and a piece's slug is its file name in both folders. "
    "Two things with one name would make it a matter of chance which is printed.",
)
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
LEFT_OUT = code(
    "RES-107",
    ERROR,
    "a drawing with something that would be left out",
    "The layout engine draws most of SVG and passes over the rest in silence: filters (blur, shadow), foreign objects, scripts, animation. "
    "What is printed would not be what was drawn.",
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
TEMPLATE = code(
    "CMP-101",
    ERROR,
    "a template cannot be filled",
    "A template asks for a field that does not exist, or its syntax is wrong. Jinja's silence is switched off: nothing is left out unseen.",
)
NO_TOKEN = code(
    "CMP-102",
    ERROR,
    "a style token or label that a template asks for is not there",
    "A drawing takes its colours from styles/tokens/, and a page its small words from content/labels.yaml. This one is defined in neither.",
)
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
PAGE_SIZE = code(
    "PRE-101",
    ERROR,
    "a page of the wrong size",
    "The trim size of a page in the finished file differs by more than 0.5 pt from the format, or the page is rotated.",
)
FONTS = code(
    "PRE-102",
    ERROR,
    "a font that is not embedded or not ours",
    "Every font in the finished file must be embedded and be one of those in styles/fonts/.",
)
TAGS = code(
    "PRE-103",
    ERROR,
    "the file is not ready for assistive technology",
    "A screen edition must be tagged, in a language, with a title that is shown, and every picture needs alternative text (ISO 14289-1).",
)
NAVIGATION = code(
    "PRE-104",
    ERROR,
    "the file cannot be found one's way in",
    "Page labels, bookmarks or the targets of links are missing from the finished file.",
)
ACTIVE = code(
    "PRE-105",
    ERROR,
    "the file holds something that runs, is attached or is locked",
    "Scripts, launch actions, attachments and encryption have no place in what a clinic hands out.",
)
UNREADABLE = code(
    "PRE-106",
    ERROR,
    "the finished file cannot be read back",
    "A second program could not open the bytes that were written.",
)
LOST_WORDS = code(
    "PRE-201",
    ERROR,
    "words of the piece that are not in the finished file",
    "Every word that was composed must come out of the finished file, once. A second program read the file and did not find these. "
    "The engine drops what it cannot place, and a style may hide it, both in silence.",
)
STRAY_WORDS = code(
    "PRE-202",
    ERROR,
    "words in the finished file that were not composed, or that stand twice",
    "The finished file holds words that the piece does not have in this place: set twice, moved into another panel, or made by a "
    "style sheet without being declared.",
)
HIDDEN_WORDS = code(
    "PRE-203",
    ERROR,
    "words that are in the file and cannot be seen",
    "The words are there for a program, and not for a reader: clipped, covered by another box, beyond the trim, or in the colour of "
    "their ground. Each run of words is drawn with and without its ink, and the difference is what a reader sees of it.",
)
WRONG_ORDER = code(
    "PRE-204",
    ERROR,
    "words that do not come in reading order",
    "A screen reader, or an eye that goes down the panel, meets these words before others that come first in the piece.",
)
WRONG_GENERATED = code(
    "PRE-205",
    ERROR,
    "a running head, page number, table head or proof line that is wrong",
    "Words that the page makes by itself are checked by rules of their own: running heads against the piece, page numbers against "
    "the pages, numbers in a contents list against where their targets lie, table heads on each page of their table, the proof line on "
    "each sheet of a proof and on no other.",
)
MISSING_ALT = code(
    "PRE-206",
    ERROR,
    "a picture whose alternative text is not in the finished file",
    "What a picture shows was written, and a reader who cannot see it would not hear it: the text is not in the tagged file.",
)
CANNOT_WRITE = code(
    "PUB-101",
    ERROR,
    "a file cannot be written",
    "The system refused to write into out/. What was there before is unchanged.",
)
