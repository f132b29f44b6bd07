"""Codes of what the pages of a file for the press paint: inks (3xx), type and lines (4xx), pictures (5xx)."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

PRESS_UNTOLD = code(
    "PRS-302",
    ERROR,
    "a press file of which it cannot be told what it paints",
    "Preflight follows every operator of every page. Where the file breaks the rules of ISO 32000, presses read it in more than one way, and "
    "no check of inks, type, lines and pictures was made.",
    mend="Build again with --force; if it stays, report it.",
)
PRESS_NOT_INK = code(
    "PRS-303",
    ERROR,
    "an object on the page that is painted in no ink",
    "What PRS-301 says of the file this says of the page: the object, found by an interpreter that shares nothing with that walk, and its place "
    "(ISO 15930-7, 6.2; GWG 2022, R0027). Where one of the two speaks and the other does not, one of them is wrong: report it.",
    mend="Use a token of styles/tokens/: the press stage sets its inks.",
    bad="1 0 0 RG",
    good="0 0 0 1 K",
)
PRESS_DARK_TEXT = code(
    "PRS-304",
    ERROR,
    "small dark text of more than black ink",
    "Text under 12 pt that is as dark as 85 % of black is printed in black alone: where four plates miss each other by a hair, letters of four "
    "inks have coloured edges.",
    mend="Use a token that prints in black alone.",
    bad="--palette-black-inks: 60 40 40 100;",
    good="--palette-black-inks: 0 0 0 100;",
)
PRESS_RICH_TEXT = code(
    "PRS-305",
    WARNING,
    "black text with too much ink",
    "Black text with 85 % of black or more takes no more than 280 % of all inks together (GWG 2022, R0015).",
    mend="Use a token that takes less ink.",
    bad="--palette-black-inks: 70 60 60 100;",
    good="--palette-black-inks: 0 0 0 100;",
)
PRESS_RICH_BLACK = code(
    "PRS-306",
    ERROR,
    "rich black that nobody chose, or in a line",
    "Black of several inks is for large areas, in the build of a token. Any other is what a conversion makes of a screen's black. In a line "
    "it shows every plate that is off by a hair, and is a warning.",
    mend="Use a token for it; draw lines in black alone.",
    bad="0.6 0.4 0.4 1 K",
    good="0 0 0 1 K",
)
PRESS_SPOTS = code(
    "PRS-307",
    ERROR,
    "more spot inks than were ordered",
    "Each ink of its own is a plate of its own and is paid for. 'spots' of the printer in content/printers.yaml says how many are agreed on "
    "(GWG 2022, R0020: none).",
    mend="Take a spot ink out of styles/tokens/palette.css, or agree on 'spots' with the print shop.",
    bad="--palette-brick-spot: PANTONE 186 C 100;",
    good="--palette-brick-inks: 0 100 81 4;",
)
PRESS_ALL_INSIDE = code(
    "PRS-308",
    ERROR,
    "ink of every plate inside of the trim",
    "The colour 'All' prints solid on every plate. It is for marks around the sheet; on the piece it lays more ink than paper holds, sets off on the "
    "next sheet, and is refused by print shops (GWG 2022, R0024).",
    mend="Use a token of one ink; 'All' is for registration marks.",
    bad="[/Separation /All /DeviceCMYK 7 0 R]",
    good="[/Separation /Black /DeviceCMYK 7 0 R]",
)
PRESS_WHITE_OVERPRINT = code(
    "PRS-311",
    ERROR,
    "white that is set to overprint",
    "White that overprints leaves what is below it: it vanishes on the press, though screens may show it. An error in text, a warning in "
    "other objects (GWG 2022, R0007 and R0008).",
    mend="Build again with --force: the press stage lets white knock out. If it stays, report it.",
    bad="/PressOverprint gs 0 0 0 0 k",
    good="/PressKnockout gs 0 0 0 0 k",
)
PRESS_BLACK_KNOCKOUT = code(
    "PRS-312",
    WARNING,
    "small black type or a thin black line that knocks out",
    "Black text under 12 pt and black lines under 2 pt lie on the colours below them, in overprint mode 1; else paper shows around each "
    "letter where plates miss each other by a hair (GWG 2022, R0009 and R0010).",
    mend="Build again with --force: the press stage lets black overprint. If it stays, report it.",
    bad="/PressKnockout gs 0 0 0 1 k",
    good="/PressOverprint gs 0 0 0 1 k",
)
PRESS_GRAY = code(
    "PRS-313",
    WARNING,
    "small type, a thin line or overprint in DeviceGray",
    "Presses disagree whether DeviceGray is the black plate and whether it overprints, so small text, thin lines and what overprints are "
    "painted in CMYK (GWG 2022, R0011 to R0013).",
    mend="Paint black in CMYK, as the press stage does.",
    bad="0 g",
    good="0 0 0 1 k",
)
PRESS_HELD_OVERPRINT = code(
    "PRS-314",
    WARNING,
    "overprint that ends in a group",
    "Black that overprints in an isolated group overprints what is in the group; the group itself knocks out what is below it (ISO 32000-1, "
    "11.7.4.3). The press stage takes out groups that change nothing; this one makes its parts transparent together.",
    mend="Take the opacity off what is around the words, and use a lighter token.",
    bad=".note { opacity: 0.6; }",
    good=".note { color: var(--ink-soft); }",
)
PRESS_BEYOND_BLEED = code(
    "PRS-351",
    ERROR,
    "something beyond the bleed",
    "Beyond the bleed there are marks, where the print shop wants them, and nothing else: it may cover marks, or be taken for the size of "
    "the sheet. A warning where there are marks, an error where there are none.",
    mend="Build again with --force: the press stage cuts pages off at the bleed. If it stays, report it.",
)
PRESS_MARKS = code(
    "PRS-352",
    ERROR,
    "crop or fold marks that are not complete",
    "Where the printer's preset wants them there are two crop marks at each corner and two fold marks at each fold, each once, in line with "
    "the edge or fold and outside of the bleed. Nothing white lies over them.",
    mend="Draw each mark once in templates/marks.html.",
)
PRESS_MARK_INSIDE = code(
    "PRS-353",
    ERROR,
    "a mark inside of the bleed",
    "Marks lie outside of the bleed: inside they would be printed on the piece, or show at its edge.",
    mend="Draw the mark further out in templates/marks.html.",
)
PRESS_SMALL_TEXT = code(
    "PRS-401",
    ERROR,
    "text too small for the press",
    "'smallest_text' of the printer in content/printers.yaml is the least that its plates hold in one ink; what people can read is measured "
    "when a page is laid out, and is larger.",
    mend="Set the words in a larger size of styles/tokens/type.css.",
    bad="font-size: 4.5pt;",
    good="font-size: var(--note-size);",
)
PRESS_SMALL_REVERSED = code(
    "PRS-402",
    WARNING,
    "white text or text of several inks that is small",
    "White text fills in, and text of several inks gets coloured edges, when plates miss each other by a hair: 'smallest_reversed' of the "
    "printer in content/printers.yaml (GWG 2022, R0016 and R0017: 8 pt, 5 pt in digital printing).",
    mend="Set the words larger, in black on a light ground, or in a token of one ink.",
    bad=".band small { color: white; font-size: 7pt; }",
    good=".band small { color: white; font-size: 9pt; }",
)
PRESS_HAIRLINE = code(
    "PRS-403",
    ERROR,
    "a line too thin for the press",
    "Lines, and areas as thin as lines: up to 0.125 pt they are lost in platemaking; white, tinted or of several inks they break up below "
    "'thinnest_rule' of the printer in content/printers.yaml; solid and of one ink they are a warning there (GWG 2022, R0018 and R0019).",
    mend="Make the line wider, or solid in one ink.",
    bad="border: 0.1pt solid var(--rule);",
    good="border: 0.5pt solid var(--rule);",
)
PRESS_UNSAFE = code(
    "PRS-404",
    ERROR,
    "text that the knife may reach",
    "A cut is off by a thirty-second of an inch, now and then by a sixteenth. Text keeps the distance that the print shop wants ('safe' in "
    "content/printers.yaml); nearer than 0.125 in it is an error whatever the shop says, unless it wants less.",
    mend="Move the words inward, or give the panel more room at that side.",
    bad="padding-left: 0.1in;",
    good="padding-left: 0.3in;",
)
PRESS_COARSE = code(
    "PRS-501",
    ERROR,
    "a picture in tones that is too coarse",
    "Pixels to the inch where the picture stands, the fewer of both directions, must be more than 'least' of the printer's resolution, and "
    "should be more than 'wanted' (GWG 2022, R0031: 149 and 224). Images of 16 pixels or fewer and soft masks are exempt.",
    mend="Print the picture smaller, or take one with more pixels.",
)
PRESS_COARSE_LINES = code(
    "PRS-502",
    ERROR,
    "a picture of lines that is too coarse",
    "Images of one bit show their pixels as steps: more than 'line_art_least' to the inch, and better more than 'line_art_wanted' of the "
    "printer's resolution (GWG 2022, R0032: 549 and 799).",
    mend="Print the picture smaller, take one with more pixels, or draw it as SVG.",
)
