"""Codes of the editions whose words flow over pages of their own: large print and fax."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

LARGE_SMALL = code(
    "PRE-130",
    ERROR,
    "type in a large-print edition that is smaller than 18 pt",
    "A reader with low vision was promised 18 pt. Only what runs at the head and foot of each page is smaller: who sends it, its version, the number of the page.",
    mend="Give it a size of styles/tokens/large.css, or let a token set it that has one there.",
    bad=".sources { font-size: 9pt; }",
    good=".sources { font-size: var(--note-size); }",
)
LARGE_HARD = code(
    "PRE-131",
    ERROR,
    "slanted letters, or words in capitals, in a large-print edition",
    "Slanted letters and runs of capitals are hard to tell apart for who sees little. Large print has neither; names of bodies such as FDA are no run.",
    mend="Set it upright in styles/documents/large.css, and write it in small letters.",
    bad="i { font-style: italic; }",
    good="i { font-style: normal; }",
)
LEAD_IN_PARTED = code(
    "PRE-144",
    WARNING,
    "words that lead to a next line, last on a page of large print or of a fax",
    "'Call us:' at the foot of a page says whom to call only to those who turn it, and sheets come apart. What leads on stands with the line that it leads to.",
    mend="Keep both on one page with break-after: avoid, in the styles of its component for this edition.",
    bad=".lead { break-after: auto; }",
    good=".lead { break-after: avoid; }",
)
FAX_TINT = code(
    "PRE-132",
    ERROR,
    "a colour or a grey in what is faxed",
    "A fax machine knows black and white. What is neither becomes a pattern of dots, which hides the words on it and takes the line for minutes, or it vanishes.",
    mend="Give the token that paints it black or white in styles/tokens/fax.css.",
    bad=":root { --rule: var(--palette-grey); }",
    good=":root { --rule: var(--form-ink); }",
)
FAX_SMALL = code(
    "PRE-133",
    ERROR,
    "type in a fax that is smaller than 12 pt",
    "At 98 lines to the inch the counters of smaller figures close: 3, 8, 6 and 9 become one.",
    mend="Let a token set it that has 12 pt or more in styles/tokens/fax.css.",
    bad=".note { font-size: 9pt; }",
    good=".note { font-size: var(--note-size); }",
)
FAX_THIN = code(
    "PRE-134",
    ERROR,
    "a line in a fax that is thinner than 1.5 pt",
    "1.5 pt are two lines of the coarse raster, 98 to the inch. A thinner rule may fall between two of them, and is gone.",
    mend="Make it 1.5 pt or wider in styles/documents/fax-components.css.",
    bad="td { border-top: 0.5pt solid var(--rule); }",
    good="td { border-top: 1.5pt solid var(--rule); }",
)
FAX_UNSIGNED = code(
    "PRE-135",
    ERROR,
    "a page of a fax that does not say who sends it, or which of how many it is",
    "Pages come apart in the tray of a machine that many use. Each names the clinic and its place among the others; the first is a cover sheet that says what "
    "to do when it reaches the wrong person.",
    mend="Let margin boxes of styles/page.css take the sender and the number of the page; give the piece a part with a form of 'kind: cover'.",
)
FAX_HEAVY = code(
    "PRE-136",
    ERROR,
    "a page of a fax that takes more than 100 kB",
    "A line of 14,400 bits a second carries 1.8 kB. A page that takes longer than a minute is what people break off; dots and solid areas make it so.",
    mend="Take out the picture or the dark ground that makes it so.",
)
FAX_EMPTY = code(
    "PRE-137",
    ERROR,
    "a picture in a fax of which nothing is left, or nothing but black",
    "In one bit all that is lighter than the middle is white, and all that is darker black. Of this picture that leaves an even area.",
    mend="Give the fax another picture, of lines in black on white, or leave it out there.",
)
