"""Codes of loading: content files that cannot be read, or that hold what they may not."""

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
