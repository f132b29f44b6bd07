"""Codes of every finished file: its structure (1xx), and what it says (2xx)."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

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
