"""Codes of the styles: what is told of them as they are written, before a page is set."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

UNCLOSED_STYLE = code(
    "STY-101",
    ERROR,
    "a brace, bracket, quotation mark or comment without its other half",
    "CSS reads on in silence: rules that follow are taken for a part of the one that was not closed, and are lost. Nothing is set "
    "until it is mended.",
    mend="Write the half that is missing.",
    bad=".notice { color: var(--ink);\n.notice--stop { color: var(--accent); }",
    good=".notice { color: var(--ink); }\n.notice--stop { color: var(--accent); }",
)
UNREAD_STYLE = code(
    "STY-102",
    ERROR,
    "a declaration that cannot be read",
    "A semicolon, a colon or a value was lost. CSS leaves the declaration out in silence, and often the next one with it.",
    mend="Write 'property: value;'.",
    bad="font-weight: 700\ncolor: var(--ink);",
    good="font-weight: 700;\ncolor: var(--ink);",
)
UNKNOWN_PROPERTY = code(
    "STY-103",
    ERROR,
    "a property that the engine does not know",
    "The name is mistyped, or the layout engine has no such property. It leaves the declaration out.",
    mend="Correct the name, or write it as docs/designers.md says.",
    bad="h2 { font-wieght: 700; }",
    good="h2 { font-weight: 700; }",
)
REFUSED_VALUE = code(
    "STY-104",
    ERROR,
    "a value that the engine does not take",
    "The layout engine leaves a declaration out where the value is not one of the property's: a unit that there is not, a number without "
    "its unit, a word that is mistyped. Variables are followed first, to each of the values that they have.",
    mend="Write a value of the property, with its unit.",
    bad="h2 { margin: 12ptt; }",
    good="h2 { margin: 12pt; }",
)
PASSED_OVER = code(
    "STY-105",
    ERROR,
    "a rule that the engine passes over",
    "A selector or an at-rule that the layout engine cannot read, or one that is never true in print: the whole rule is left out.",
    mend="Write it as docs/designers.md says, or leave it out.",
    bad="a:hover { color: var(--accent); }",
    good="a { color: var(--accent); }",
)
UNREAD_SHEET = code(
    "STY-106",
    ERROR,
    "a style sheet that is not read, or read at the wrong place",
    "The table of contents, styles/index.css, says which style sheets there are and which wins. What it does not name is never read.",
    mend="Name each file of styles/ once in styles/index.css, in its layer.",
    bad='@import url("components/notcie.css") layer(components);',
    good='@import url("components/notice.css") layer(components);',
)
TYPED_LETTERS = code(
    "STY-107",
    ERROR,
    "letters in a template or a style that are not what was typed",
    "A program read the file in the wrong encoding and wrote back what it saw, a character came along that nobody sees, or a letter of "
    "another alphabet looks like one of ours. What a template or a style prints is read by no gate of words.",
    mend="Type the letter that the finding names.",
    bad='.steps li::before { content: "â€¢"; }',
    good='.steps li::before { content: "•"; }',
)
PRINTED_MARK = code(
    "STY-108",
    ERROR,
    "signs of web pages in a text that a style prints",
    "A tag, or the name of a character between '&' and ';', means nothing in a style: it is printed letter by letter.",
    mend="Type the character itself.",
    bad='.steps li::before { content: "&bull;"; }',
    good='.steps li::before { content: "•"; }',
)
UNDEFINED_VARIABLE = code(
    "STY-201",
    ERROR,
    "a variable that nothing defines",
    "Whatever asks for it is left out, in every piece: a colour, a size or a distance is lost.",
    mend="Correct the name, or define it in styles/tokens/.",
    bad="color: var(--acent);",
    good="color: var(--accent);",
)
CIRCLE = code(
    "STY-202",
    ERROR,
    "variables that ask for one another",
    "A variable whose value leads back to itself has none, and the layout engine breaks down on it.",
    mend="Give one of them a value of its own.",
    bad="--line: var(--leading);\n--leading: var(--line);",
    good="--line: var(--leading);\n--leading: 16pt;",
)
UNUSED_VARIABLE = code(
    "STY-203",
    WARNING,
    "a variable that nothing asks for",
    "Nothing changes with it. Where its name is nearly that of another, it was meant for that one, and is an error.",
    mend="Correct its name, or take it out.",
    bad="--note-sise: 9pt;",
    good="--note-size: 9pt;",
)
NO_COLOUR = code(
    "STY-204",
    ERROR,
    "a colour that is none",
    "A colour is written with a # and six digits. With another number of digits it is none, and whatever takes it loses its colour.",
    mend="Write # and six digits from 0 to 9 and a to f.",
    bad="--palette-clay: #a64f2;",
    good="--palette-clay: #a64f2c;",
)
LITERAL_COLOUR = code(
    "STY-301",
    ERROR,
    "a colour that is no token",
    "Colours are written in styles/tokens/ alone, each with the inks that print it; everything else takes a public one (docs/designers.md, "
    "Colours and inks). A colour of its own looks alike on no two editions and is refused by the press.",
    mend="Use var() with a public colour of styles/tokens/roles.css.",
    bad="color: #ff0000;",
    good="color: var(--accent);",
)
FAR_INKS = code(
    "STY-302",
    ERROR,
    "inks that print another colour than the screen shows",
    "The colour of a token and its inks are written side by side. The inks are turned into the colour that they have on coated paper, and "
    "the distance of the two in CIELAB is 6 at most.",
    mend="Change the inks to those of the colour, or the colour back.",
    bad="--palette-water: #d0207f;\n--palette-water-inks: 66 0 18 40;",
    good="--palette-water: #2b7f8c;\n--palette-water-inks: 66 0 18 40;",
)
WEAK_COLOUR = code(
    "STY-303",
    ERROR,
    "type that does not stand out from its ground",
    "Type has a contrast of 4.5 to 1 on every ground that it stands on, and a drawing that says something 3 to 1 (WCAG 2.1, 1.4.3 and 1.4.11).",
    mend="Take a darker colour for the type, or a lighter one for the ground.",
    bad="--ink: #a3a3a3;",
    good="--ink: #1b1b1b;",
)
RAISED_BORDER = code(
    "STY-304",
    ERROR,
    "a border that looks raised",
    "For inset, outset, groove and ridge the layout engine works out two shades of the border's colour, which come out near black whatever the "
    "colour is. They are no tokens: nobody has said in which inks they print.",
    mend="Write solid or double.",
    bad="border: 3pt inset var(--ink);",
    good="border: 3pt solid var(--ink);",
)
MARKS_COLOUR = code(
    "STY-305",
    ERROR,
    "the colour of registration marks on the piece itself",
    "The ink 'All' prints on every plate. Around the sheet it shows whether the plates meet; on the piece it lays more ink than paper holds, sets off "
    "on the next sheet, and is refused by print shops.",
    mend="Use var(--ink), which prints in black alone.",
    bad="border: 1pt solid var(--registration);",
    good="border: 1pt solid var(--ink);",
)
CLASS_PREFIX = code(
    "STY-401",
    ERROR,
    "a class that does not begin with the name of its file",
    "A class of styles/components/NAME.css is called NAME, NAME__part or NAME--kind, as the template writes it. Another name styles nothing, "
    "or something that belongs to another file.",
    mend="Begin the name of the class with that of the file.",
    bad=".notce__title { font-weight: 700; }",
    good=".notice__title { font-weight: 700; }",
)
UNUSED_CLASS = code(
    "STY-402",
    WARNING,
    "a class that no template writes",
    "Its style is never used. Where its name is nearly that of a class which a template writes, it was meant for that one, and is an error.",
    mend="Correct the name, or take the rule out.",
    bad=".notice__titel { font-weight: 700; }",
    good=".notice__title { font-weight: 700; }",
)
UNKNOWN_FACE = code(
    "STY-501",
    ERROR,
    "a face that there is not",
    "The engine sees the faces of styles/tokens/faces.css and no other. For one that is not there, or a weight or slope that it lacks, it "
    "takes another in silence.",
    mend="Name a face of styles/tokens/faces.css, or add its file there.",
    bad='--text-face: "Arial";',
    good='--text-face: "Plain Zero";',
)
MISSING_CUT = code(
    "STY-502",
    ERROR,
    "a weight or a slope that a face lacks",
    "What asks for it is set in the nearest weight that there is, and upright: bold and italic are not faked, they are gone.",
    mend="Ask for a weight of the face, or add its file to styles/fonts/ and styles/tokens/faces.css.",
    bad='font: 500 12pt/16pt "Plain Zero";',
    good='font: 700 12pt/16pt "Plain Zero";',
)
BAD_FONT_FILE = code(
    "STY-503",
    ERROR,
    "a font file that is missing, broken or another than it is said to be",
    "A face without its file is set in another one. The weight and the slope that styles/tokens/faces.css gives are held against what the "
    "file says of itself, so that bold is not upright by mistake.",
    mend="Put the file into styles/fonts/ again, or correct its name, weight or style.",
    bad='src: url("../fonts/none.ttf");',
    good='src: url("../fonts/plain-zero/PlainZero-Bold.ttf");',
)
BAD_FONT_LIST = code(
    "STY-504",
    ERROR,
    "the list of font folders cannot be read",
    "styles/fonts/fonts.conf keeps the fonts of the machine away. Where it is broken, a page is set in whatever fonts there are.",
    mend="Restore styles/fonts/fonts.conf from version control.",
    bad="<fontconfig><dir>.</dir>",
    good='<fontconfig><reset-dirs/><dir prefix="relative">.</dir></fontconfig>',
)
SMALL_TYPE = code(
    "STY-601",
    ERROR,
    "type below the floor of the house",
    "Text for patients has 12 pt or more, for clinicians 10, notes and tables 9, the numbers of a drawing 8 (docs/print.md, Type size). "
    "The floors hold in every edition.",
    mend="Raise it to the floor.",
    bad="--full-size: 7pt;",
    good="--full-size: 12pt;",
)
IMPORTANT = code(
    "STY-602",
    ERROR,
    "a declaration that overrides the order of the styles",
    "!important turns the order of the layers round, so that tokens win over editions, and what is written later has no effect.",
    mend="Take !important out; a later layer wins by itself.",
    bad="color: var(--ink) !important;",
    good="color: var(--ink);",
)
