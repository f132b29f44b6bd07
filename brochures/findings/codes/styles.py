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
