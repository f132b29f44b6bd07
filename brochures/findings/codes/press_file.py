"""Codes of a finished file for the press as a whole: boxes, claims and contents (2xx, 301), and sheets with several copies (6xx)."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

PRESS_BOXES = code(
    "PRS-201",
    ERROR,
    "a press sheet whose boxes are not right",
    "Each page says its own trim, bleed and media box, one inside the other, the media from zero, with no crop box, no turn and no unit of "
    "its own (ISO 15930-7, 6.11; GWG 2022, R0002 to R0004).",
    mend="Build again with --force: the press stage writes the boxes. If it stays, report it.",
    bad="/MediaBox [0 0 810 630] /CropBox [0 0 810 630]",
    good="/MediaBox [0 0 810 630] /BleedBox [0 0 810 630] /TrimBox [9 9 801 621]",
)
PRESS_BLEED = code(
    "PRS-202",
    ERROR,
    "less bleed than the print shop wants",
    "Colour that ends at the trim leaves a white edge when the knife is off by a hair. The bleed is that of the printer in content/printers.yaml.",
    mend="Build again with --force: the press stage writes the boxes. If it stays, correct 'bleed' in content/printers.yaml.",
    bad="/TrimBox [9 9 801 621] /BleedBox [4 0 810 630]",
    good="/TrimBox [9 9 801 621] /BleedBox [0 0 810 630]",
)
PRESS_CLAIM = code(
    "PRS-203",
    ERROR,
    "a claim that the file does not keep",
    "A file for the press says in its metadata which standard it keeps. It says so as a candidate; where preflight finds an error the name is taken out.",
    mend="Mend the errors beside it; the name of the standard comes back by itself.",
)
PRESS_METADATA = code(
    "PRS-204",
    ERROR,
    "metadata that are missing or do not agree",
    "Title, dates, trapping and identifiers stand in the document information and in the XMP, and must say the same (ISO 15930-7, 6.7).",
    mend="Build again with --force: the press stage writes the metadata. If it stays, report it.",
    bad="/Trapped /Unknown",
    good="/Trapped /False",
)
PRESS_INTENT = code(
    "PRS-205",
    ERROR,
    "an output intent that is missing or not of a press",
    "The file carries one output intent with an embedded output profile in CMYK: it says for which paper and press its inks are meant "
    "(ISO 15930-7, 6.2.3; GWG 2022, R0035). It names the condition that the print shop ordered, and its profile is the ordered one, byte by byte.",
    mend="Fill in the condition in content/printers.yaml, or name another profile there.",
    bad="/OutputIntents []",
    good="/OutputIntents [<< /S /GTS_PDFX /OutputConditionIdentifier (CGATS21-2-CRPC6) /DestOutputProfile 9 0 R >>]",
)
PRESS_ACTIVE = code(
    "PRS-206",
    ERROR,
    "something in a press file that acts, leads away or can be off",
    "Links, forms, scripts, attachments, encryption and switchable layers cannot be printed (ISO 15930-7, 6.12, 6.13, 6.16, 6.18).",
    mend="Take it out of the template, or show it in the screen edition only.",
    bad='<a href="https://example.org">',
    good='<span class="address">example.org</span>',
)
PRESS_FILTER = code(
    "PRS-207",
    ERROR,
    "a stream that presses may not be able to unpack",
    "LZW and encryption are forbidden (ISO 15930-7, 6.1), and JPEG 2000 and JBIG2 stop some presses.",
    mend="Store the picture as PNG or JPEG.",
    bad="/Filter /LZWDecode",
    good="/Filter /FlateDecode",
)
PRESS_TRANSPARENCY = code(
    "PRS-208",
    ERROR,
    "transparency that is not mixed in inks",
    "Transparency of PDF/X-4 is mixed in CMYK (GWG 2022, R0030). PDF/X-1a allows no transparency at all.",
    mend="Use a solid, lighter token; for PDF/X-4, let the press stage set the space.",
    bad=".band { opacity: 0.5; }",
    good=".band { background: var(--ground-sand); }",
)
PRESS_FONT = code(
    "PRS-209",
    ERROR,
    "a font that a press may replace",
    "Every font is in the file with its program (ISO 15930-7, 6.5), none is of type 3 and none is called Courier (GWG 2022, R0014).",
    mend="Use a font of styles/fonts/.",
    bad="font-family: Courier;",
    good="font-family: var(--text-face);",
)
PRESS_NO_BLEED = code(
    "PRS-210",
    ERROR,
    "colour that stops at the trim",
    "Where colour touches the edge of the cut sheet it must go on to the end of the bleed. The page is drawn, and just inside of each trim "
    "edge it is compared with the end of the bleed beside it.",
    mend="Let the art run over the trim by var(--bleed) on that side.",
    bad=".band { left: 0; }",
    good=".band { left: calc(-1 * var(--bleed)); }",
)
PRESS_BLANK = code(
    "PRS-211",
    ERROR,
    "a page without ink",
    "A sheet would run through the press with nothing on it (GWG 2022, R0005).",
    mend="Take the page out, or give it its words.",
)
PRESS_INK = code(
    "PRS-212",
    ERROR,
    "more ink than the paper carries",
    "Where too much ink lies it does not dry: it sets off on the next sheet and chips at the fold. Measured on the plates, as the mean over any "
    "square of 15 mm (GWG 2022, R0026), against the limit of the printing condition in content/printers.yaml.",
    mend="Lighten the picture, or the tokens that lie over each other there.",
    bad="--palette-river-inks: 80 80 80 80;",
    good="--palette-river-inks: 64 0 0 76;",
)
PRESS_NO_PLATES = code(
    "PRS-213",
    ERROR,
    "a file of which no plates can be made",
    "Bleed and ink are measured on the printing plates, and this file uses something of which none can be made: a colour that is no ink, a "
    "blend, a mesh, a broken stream. What cannot be measured is not let pass.",
    mend="Draw with type, lines, areas and pictures in tokens.",
    bad=".band { mix-blend-mode: multiply; }",
    good=".band { background: var(--ground-sand); }",
)
PRESS_LARGE = code(
    "PRS-214",
    WARNING,
    "a file that print shops may not take",
    "Web pages that take files for print shops stop at about 100 MB. A leaflet that is larger has pictures far finer than paper can show.",
    mend="Make its pictures smaller: 300 pixels to the inch are enough where they stand.",
)
PRESS_SCREEN_COLOUR = code(
    "PRS-301",
    ERROR,
    "a colour of a screen in a file for the press",
    "Every operator, gradient and image of a press file speaks of inks: DeviceCMYK, DeviceGray or a named spot. What still speaks of red, "
    "green and blue would be converted by whoever prints it (ISO 15930-7, 6.2; GWG 2022, R0027).",
    mend="Use a token of styles/tokens/, or save the picture in RGB and let the press stage convert it.",
    bad="1 0 0 rg",
    good="0 0.8 0.8 0 k",
)
IMPOSED_SHEET = code(
    "PRS-602",
    ERROR,
    "an imposed sheet that is not as it was planned",
    "The media box is the parent sheet, the trim box the smallest rectangle around the trims of all copies, the bleed box as much larger as "
    "the bleed. The sheet carries no structure: a tree of tags would lead to pages that are not there.",
    mend="Build again with --force; if it stays, report it.",
)
IMPOSED_COPY = code(
    "PRS-603",
    ERROR,
    "a copy on an imposed sheet that is not the card that was judged",
    "Every copy is cut out of the finished sheet, with its bleed, and held against the single page that preflight has read: the same "
    "picture, in the place and the direction that the turn of the sheet asks for, and the same letters.",
    mend="Build again with --force; if it stays, report it.",
)
