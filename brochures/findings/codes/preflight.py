"""Codes of every finished file: its structure (1xx), and what it says (2xx)."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

PAGE_SIZE = code(
    "PRE-101",
    ERROR,
    "a page of the wrong size",
    "The trim size of a page in the finished file differs by more than 0.5 pt from the format, the page is rotated, cropped or measured in a unit of its own, or "
    "the file has another number of pages than was laid out.",
    mend="Let @page take its size from the format's tokens, and turn no page.",
    bad="@page sheet { size: 11in 8.4in; }",
    good="@page sheet { size: var(--sheet-width) var(--sheet-height); }",
)
FONTS = code(
    "PRE-102",
    ERROR,
    "a font that is not embedded or not ours",
    "Every font in the finished file must be embedded and be one of those in styles/fonts/.",
    mend="Use a family of styles/tokens/faces.css.",
    bad='h1 { font-family: "Georgia"; }',
    good="h1 { font-family: var(--display-face); }",
)
TAGS = code(
    "PRE-103",
    ERROR,
    "the file is not ready for assistive technology",
    "A screen edition must be tagged, in a language, with a title that is shown, and every picture needs alternative text (ISO 14289-1).",
    mend="Give templates/base.html its language and title, headings their order, and pictures their words.",
    bad='<svg><path d="…"/></svg>',
    good='<svg><title>A river and its banks</title><path d="…"/></svg>',
)
NAVIGATION = code(
    "PRE-104",
    ERROR,
    "the file cannot be found one's way in",
    "Page labels, bookmarks or the targets of links are missing from the finished file, or a bookmark is not that of its heading: its words, how deep it "
    "stands and its page.",
    mend="Set bookmark-level on the headings, give the target of the link its id.",
    bad="h1 { bookmark-level: none; }",
    good="h1 { bookmark-level: 1; }",
)
ACTIVE = code(
    "PRE-105",
    ERROR,
    "the file holds something that runs, is attached or is locked",
    "Scripts, launch actions, attachments, notes, layers, hidden links and encryption have no place in what a clinic hands out. A link opens an address or leads "
    "to a place in the file, and nothing else happens.",
    mend="Take it out of the template.",
    bad='<link rel="attachment" href="…">',
    good='<a href="…">',
)
UNREADABLE = code(
    "PRE-106",
    ERROR,
    "the finished file cannot be read back",
    "A second program could not open the bytes that were written.",
    mend="Build again with --force; if it stays, report it.",
)
LINKS = code(
    "PRE-107",
    ERROR,
    "a link that does not say what it does",
    "A screen reader says the words that a link holds of itself. They must be those that were composed: 'Call 988', 'Go to page 4: Consent'. "
    "A link without them is read out as its address, sign by sign; one that the file has lost leads nowhere. The area of each link lies at its words and leads "
    "where they were to lead.",
    mend="Set the link with 'links' in the template, which describes it.",
    bad='<a href="tel:988">988</a>',
    good='{{ links.number("988") }}',
)
LINK_AREAS = code(
    "PRE-108",
    ERROR,
    "a link that a finger does not find",
    "A link is touched in its area, which must hold the words that say so, at their whole height, with no area of another link over it. "
    "It is at least 24 x 24 CSS px (18 x 18 pt), or so far from others that a circle of that size around its middle meets none of them (WCAG 2.2, 2.5.8). "
    "Two in sentences may be closer, since their words are, and so may two that lead to one place (the exceptions 'inline' and 'equivalent').",
    mend="Give the words of links more room, or fewer links.",
    bad="a { display: inline-block; margin: -6pt 0; }",
    good="a { margin: 0; }",
)
FIELDS = code(
    "PRE-109",
    ERROR,
    "a field that is not one of the piece’s forms, or is not whole",
    "The screen edition lets its forms be filled in. Each box that the template stamped is one field of the file, and there is no other: "
    "with a name of its own, words for a screen reader, an appearance for every state, a font that the file holds, and no script.",
    mend="Let templates/components/form.html stamp each box with 'fill', and nothing else.",
    bad='<input type="text" name="name">',
    good='<div class="form__room"{{ fill.room(form, field) }}></div>',
)
TAG_ROLES = code(
    "PRE-111",
    ERROR,
    "tags that say something else than the piece",
    "The tags of a file tell a screen reader what words are: a heading, an item of a list, a cell of a table with its headings, a link, a picture "
    "with its text. They must tell what was composed, element by element, and no other words may be heard in the place of the printed ones.",
    mend="Build again with --force; if it stays, look for a style that takes the element apart, or report it.",
    bad="<< /Type /StructElem /S /Span >>",
    good="<< /Type /StructElem /S /H2 >>",
)
TAG_MARKS = code(
    "PRE-112",
    ERROR,
    "tags and pages that do not fit together",
    "Each mark on a page belongs to one element of the tags, and each link to one: programs find the way in both directions (ISO 32000-1, 14.7.4). "
    "Where the two do not agree, readers lose words, or read those of others.",
    mend="Build again with --force; if it stays, report it.",
)
ATTACHED_FILES = code(
    "PRE-116",
    ERROR,
    "attached files that are not those of the piece",
    "A screen edition may carry its sources as files for reference managers, where the piece says so: these, byte for byte, each named as what "
    "it is to the document, and no other file.",
    mend="Build again with --force; if it stays, report it.",
    bad="/EF << /F 12 0 R >>",
    good="citations: [ris, bibtex]",
)
OWN_CLAIM = code(
    "PRE-113",
    ERROR,
    "a file that does not say what it is",
    "The metadata of a tagged file tell its title and, where no check found an error, that it keeps PDF/UA-1 (ISO 14289-1, 5). A file with an "
    "error does not say so, nor does one without tags.",
    mend="Mend the errors beside it; the claim comes back by itself.",
)
GLYPHS = code(
    "PRE-114",
    ERROR,
    "a letter that is not drawn as in the font we ship",
    "What is printed are outlines, and what programs read are characters. Each outline in the file is compared with that of the same character "
    "in styles/fonts/: a 0 that is drawn as an 8 makes another dose, and no reader of words would see it.",
    mend="Build again with --force; if it stays, put the font of styles/fonts/ back as it was published.",
)
CHECK_BROKE = code(
    "PRE-115",
    ERROR,
    "a check that could not be made",
    "A check broke down on what it found in the file, so nothing is known of what it looks for. What cannot be checked is not let pass.",
    mend="Build again with --force; if it stays, report it with the file.",
)
LOST_WORDS = code(
    "PRE-201",
    ERROR,
    "words of the piece that are not in the finished file",
    "Every word that was composed must come out of the finished file, once. A second program read the file and did not find these. "
    "The engine drops what it cannot place, and a style may hide it, both in silence.",
    mend="Look for a style that hides the words, or a box that the page cuts off.",
    bad="[data-panel=flap] p { display: none; }",
    good="[data-panel=flap] p { margin: 0; }",
)
STRAY_WORDS = code(
    "PRE-202",
    ERROR,
    "words in the finished file that were not composed, or that stand twice",
    "The finished file holds words that the piece does not have in this place: set twice, moved into another panel, or made by a "
    "style sheet without being declared.",
    mend="Compose the words in a template, or declare what makes them with data-generated.",
    bad="h2::before { content: 'New '; }",
    good="<h2>New {{ text }}</h2>",
)
HIDDEN_WORDS = code(
    "PRE-203",
    ERROR,
    "words that are in the file and cannot be seen",
    "The words are there for a program, and not for a reader: clipped, covered by another box, beyond the trim, or in the colour of "
    "their ground. Each run of words is drawn with and without its ink, and the difference is what a reader sees of it.",
    mend="Look for a box that clips or covers the words, the edge of the sheet, or a colour too near that of its ground.",
    bad="p { color: white; }",
    good="p { color: var(--ink); }",
)
WRONG_ORDER = code(
    "PRE-204",
    ERROR,
    "words that do not come in reading order",
    "A screen reader, or an eye that goes down the panel, meets these words before others that come first in the piece.",
    mend="Put the words into the template in the order of reading; data-order sets the order of panels.",
)
WRONG_GENERATED = code(
    "PRE-205",
    ERROR,
    "a running head, page number, table head or proof line that is wrong",
    "Words that the page makes by itself are checked by rules of their own: running heads against the piece, page numbers against "
    "the pages, numbers in a contents list against where their targets lie, table heads on each page of their table, the proof line on "
    "each sheet of a proof and on no other.",
    mend="Mend the rule in styles/page.css or the template that makes the words.",
    bad="content: counter(page) ' of 9';",
    good="content: counter(page) ' of ' counter(pages);",
)
MISSING_ALT = code(
    "PRE-206",
    ERROR,
    "a picture whose alternative text is not in the finished file",
    "What a picture shows was written, and a reader who cannot see it would not hear it: the text is not in the tagged file.",
    mend="Look for a style that hides the picture.",
    bad="img { display: none; }",
    good="img { max-width: 100%; }",
)
