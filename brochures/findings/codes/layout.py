"""Codes of laid-out pages: what does not fit, lies too near an edge, breaks badly or stands off the grid."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, WARNING, code

PAGE_COUNT = code(
    "LAY-101",
    ERROR,
    "more or fewer pages than planned",
    "A folded piece has as many pages as its format has sides; a packet plans its pages with 'pages:' in its ticket. A page more was "
    "not planned by anybody and is an error; a page fewer is a warning, for the plan to be corrected.",
    mend="Find the sheet that breaks over or the words that are too many; where the plan is wrong, correct 'pages:'.",
)
BLANK_PAGE = code(
    "LAY-102",
    ERROR,
    "a page or panel with nothing on it",
    "A page of the finished piece, or a panel of it, has neither words nor a picture besides its running head and foot. Readers take "
    "it for a mistake, and so would a print shop.",
    mend="Take out the break, or give the page or panel its words.",
)
SHARED_SHEET = code(
    "LAY-103",
    ERROR,
    "a part that goes out by itself shares its sheet",
    "The desk edition is printed on both sides. A letter, a form, a fax cover or whatever is marked 'by_fax' is taken out and sent: a fax "
    "reads the fronts alone, and what else stands on its sheets is lost or goes to the wrong reader.",
    mend="Let the part, and the part after it, begin on a front: styles/editions/desk.css.",
    bad=".flow__part--alone { break-before: page; }",
    good=".flow__part--alone, .flow__part--alone + .flow__part { break-before: right; }",
)
SHORT_PAGE = code(
    "LAY-104",
    NOTE,
    "a page that ends high up",
    "A page of a piece that flows is less than 65 % full: a note. Less than 40 % is a warning. The lowest word, rule or picture of a page counts, "
    "running heads and feet and backs that stay blank do not. A short page looks unfinished, costs paper, and readers take it for the end. "
    "A part that has to end early says why, in its own words, in 'may_end_early': that is for its last page alone.",
    mend="Let what follows begin on the page, or cut what stands on it; where it must end there, say why in 'may_end_early' of the part.",
    bad="- id: costs\n  title: What it costs",
    good="- id: costs\n  title: What it costs\n  may_end_early: It is torn off, and the form after it begins a sheet.",
)
NEEDLESS_EXCEPTION = code(
    "LAY-105",
    NOTE,
    "a part that may end early, and does not",
    "A part says in 'may_end_early' why its last page may be short, and that page is 65 % full or more. The exception would hide the next "
    "page that ends high up.",
    mend="Take the line out.",
    bad="  may_end_early: The form after it begins a sheet.",
    good="  id: costs",
)
NEAR_TRIM = code(
    "LAY-201",
    ERROR,
    "words or a logo too near the edge of the sheet",
    "The knife may stray by 1/16 in. Nearer than 0.125 in to the trim is an error, nearer than 0.25 in a warning; at the desk, where "
    "printers cannot reach the edge, nearer than 0.25 in is an error and nearer than 0.3 in a warning.",
    mend="Give the panel more room at that side, in its format or style.",
    bad="[data-panel=flap] { padding-left: 0.1in; }",
    good="[data-panel=flap] { padding-left: 0.3in; }",
)
NEAR_FOLD = code(
    "LAY-202",
    ERROR,
    "words or a logo on a fold, or too near to one",
    "A fold wanders by 1/32 to 1/16 in, and ink on it cracks. Words and logos stay 0.125 in away from each fold, unless the template "
    "declares a crossover with data-crossover.",
    mend="Move it away from the fold, or declare the crossover in the template.",
    bad="<h1>A title across two panels</h1>",
    good="<h1 data-crossover>A title across two panels</h1>",
)
UNPRINTABLE_EDGE = code(
    "LAY-203",
    ERROR,
    "art where an office printer cannot print",
    "In the desk edition nothing may lie nearer than 0.25 in to the edge of the sheet: most office printers leave that margin white.",
    mend="Keep the art inside of var(--inset) in the desk edition.",
    bad=".band { left: 0; }",
    good=".band { left: var(--inset); }",
)
MOVED_OFF = code(
    "LAY-204",
    ERROR,
    "words that a printer's offset takes out of its reach",
    "The backs of desk editions are moved by what 'office' in content/clinic.yaml says, so that they lie behind their fronts. Nearer than "
    "0.166 in to the edge of the sheet a laser printer prints nothing, so words that come to lie there would be cut off.",
    mend="Let a technician set the printer right; until then give the panels more room at their edges.",
    bad="office: {back_offset: {short_edge: {right: 6mm, up: 0mm}}}",
    good="office: {back_offset: {short_edge: {right: 2mm, up: 0mm}}}",
)
HEADING_AT_FOOT = code(
    "LAY-301",
    WARNING,
    "a heading at the foot of a panel, column or page",
    "A heading stands last, and what it heads begins elsewhere. Readers meet the heading without its text.",
    mend="Cut a line before it, or move the heading to where its text begins.",
)
LONE_WORD = code(
    "LAY-302",
    WARNING,
    "a single word as the last line of a paragraph in a panel",
    "The last line of a paragraph in a panel is one word. In a narrow measure it looks like a mistake and wastes a line.",
    mend="Cut a word, or add one.",
)
LONE_LINE = code(
    "LAY-303",
    WARNING,
    "a single line of a paragraph at the top or foot of a column",
    "One line of a paragraph is parted from the rest by the end of a page or column.",
    mend="Cut or add a line, or let orphans and widows be 2 or more.",
    bad="p { orphans: 1; widows: 1; }",
    good="p { orphans: 2; widows: 2; }",
)
SPLIT_ROW = code(
    "LAY-304",
    WARNING,
    "a table row that is parted by the end of a page",
    "A row of a table begins on one page and ends on the next, so that nobody can read across it.",
    mend="Keep the row together.",
    bad="tr { break-inside: auto; }",
    good="tr { break-inside: avoid; }",
)
BROKEN_TOKEN = code(
    "LAY-305",
    WARNING,
    "an address, dose or telephone number broken over two lines",
    "What must be read, dialed or typed as one is broken over the end of a line. A dose that is read in halves is a danger.",
    mend="Change a word before it so that the line ends elsewhere.",
)
HEADLINE_BREAK = code(
    "LAY-306",
    NOTE,
    "a headline that breaks badly",
    "The lines of a headline were balanced, and one of them still ends in a small word that belongs to the next, or is very short. "
    "The finding names a better break.",
    mend="Change a word of the headline, or give it the break that the finding names.",
    bad="Find the help you\ncan get",
    good="Find the help\nyou can get",
)
OFF_GRID = code(
    "LAY-401",
    WARNING,
    "text off the grid of its sheet",
    "Text in panels that face each other sits on one grid, the leading of the text with spaces in halves of it, so that lines meet "
    "across the folds. The finding gives the largest deviation of a baseline in pt.",
    mend="Make the spaces above and below whole or half lines.",
    bad="h2 { margin-bottom: 11pt; }",
    good="h2 { margin-bottom: var(--half); }",
)
OVERSET = code(
    "OVR-201",
    ERROR,
    "more than a box of fixed size holds",
    "The words, a picture or a painted box reach past the edge of a panel, card, form field, table cell or page. Printed, they would "
    "be cut off or lie over something else. The finding gives the overflow in pt, and for words in lines and words; the words named "
    "are the first that do not fit. Art that is meant to run over is declared in its template with data-bleed.",
    mend="Cut the words that the finding counts, move them to another panel, or make the picture smaller.",
)
