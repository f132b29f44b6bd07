"""Codes of the press: printers, printing conditions, inks, and what a file for the press must keep."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, WARNING, code

BAD_INKS = code(
    "PRS-101",
    ERROR,
    "a token that cannot be printed",
    "Each private colour in styles/tokens/palette.css says beside its sRGB value what the press prints: four amounts of ink in per cent, "
    "together no more than the printing condition carries. Two tokens that look alike on the screen must be built alike.",
)
BAD_PROFILE = code(
    "PRS-102",
    ERROR,
    "a printing condition without a profile that can be used",
    "The profile of a printing condition must be an ICC output profile (class prtr) in CMYK with its tables, since it goes into the "
    "file as its output intent and images are converted by it (ISO 15930-7, 6.2.3).",
)
NO_INKS = code(
    "PRS-103",
    ERROR,
    "a colour that no token names",
    "Pages are laid out in sRGB and every colour becomes the inks of its token. A colour that is written elsewhere has none, and would be "
    "converted in silence to inks that nobody chose; so it is refused, with the page and the object that it was found in.",
)
CONVERTED = code(
    "PRS-104",
    NOTE,
    "a picture whose colours were converted",
    "A picture in RGB is converted through the profile of the printing condition, by relative colorimetric intent with black point "
    "compensation, once, and kept in out/.images. A profile in the picture is heeded; without one it is read as sRGB.",
)
FOREIGN_INKS = code(
    "PRS-105",
    WARNING,
    "a picture in inks that nobody chose for this paper",
    "A picture in CMYK was separated for some paper and press, and does not say which. It goes to the plates as it is: too dark, too pale or "
    "with too much ink, as chance will have it. What it was made from, in RGB, is converted for the right condition.",
)
PRESS_BOXES = code(
    "PRS-201",
    ERROR,
    "a press sheet whose boxes are not right",
    "Each page says its own trim, bleed and media box, one inside the other, the media from zero, with no crop box, no turn and no unit of "
    "its own (ISO 15930-7, 6.11; GWG 2022, R0002 to R0004).",
)
PRESS_BLEED = code(
    "PRS-202",
    ERROR,
    "less bleed than the print shop wants",
    "Colour that ends at the trim leaves a white edge when the knife is off by a hair. The bleed is that of the printer in content/printers.yaml.",
)
PRESS_CLAIM = code(
    "PRS-203",
    ERROR,
    "a claim that the file does not keep",
    "A file for the press says in its metadata which standard it keeps. It says so as a candidate; where preflight finds an error the name is taken out.",
)
PRESS_METADATA = code(
    "PRS-204",
    ERROR,
    "metadata that are missing or do not agree",
    "Title, dates, trapping and identifiers stand in the document information and in the XMP, and must say the same (ISO 15930-7, 6.7).",
)
PRESS_INTENT = code(
    "PRS-205",
    ERROR,
    "an output intent that is missing or not of a press",
    "The file carries one output intent with an embedded output profile in CMYK: it says for which paper and press its inks are meant "
    "(ISO 15930-7, 6.2.3; GWG 2022, R0035).",
)
PRESS_ACTIVE = code(
    "PRS-206",
    ERROR,
    "something in a press file that acts, leads away or can be off",
    "Links, forms, scripts, attachments, encryption and switchable layers cannot be printed (ISO 15930-7, 6.12, 6.13, 6.16, 6.18).",
)
PRESS_FILTER = code(
    "PRS-207",
    ERROR,
    "a stream that presses may not be able to unpack",
    "LZW and encryption are forbidden (ISO 15930-7, 6.1), and JPEG 2000 and JBIG2 stop some presses.",
)
PRESS_TRANSPARENCY = code(
    "PRS-208",
    ERROR,
    "transparency that is not mixed in inks",
    "Transparency of PDF/X-4 is mixed in CMYK (GWG 2022, R0030). PDF/X-1a allows no transparency at all.",
)
PRESS_FONT = code(
    "PRS-209",
    ERROR,
    "a font that a press may replace",
    "Every font is in the file with its program (ISO 15930-7, 6.5), none is of type 3 and none is called Courier (GWG 2022, R0014).",
)
PRESS_NO_BLEED = code(
    "PRS-210",
    ERROR,
    "colour that stops at the trim",
    "Where colour touches the edge of the cut sheet it must go on to the end of the bleed. The page is drawn, and just inside of each trim "
    "edge it is compared with the end of the bleed beside it.",
)
PRESS_BLANK = code(
    "PRS-211",
    ERROR,
    "a page without ink",
    "A sheet would run through the press with nothing on it (GWG 2022, R0005).",
)
PRESS_INK = code(
    "PRS-212",
    ERROR,
    "more ink than the paper carries",
    "Where too much ink lies it does not dry: it sets off on the next sheet and chips at the fold. Measured on the plates, as the mean over any "
    "square of 15 mm (GWG 2022, R0026), against the limit of the printing condition in content/printers.yaml.",
)
PRESS_NO_PLATES = code(
    "PRS-213",
    ERROR,
    "a file of which no plates can be made",
    "Bleed and ink are measured on the printing plates, and this file uses something of which none can be made: a colour that is no ink, a "
    "blend, a mesh, a broken stream. What cannot be measured is not let pass.",
)
PRESS_LARGE = code(
    "PRS-214",
    WARNING,
    "a file that print shops may not take",
    "Web pages that take files for print shops stop at about 100 MB. A leaflet that is larger has pictures far finer than paper can show.",
)
PRESS_SCREEN_COLOUR = code(
    "PRS-301",
    ERROR,
    "a colour of a screen in a file for the press",
    "Every operator, gradient and image of a press file speaks of inks: DeviceCMYK, DeviceGray or a named spot. What still speaks of red, "
    "green and blue would be converted by whoever prints it (ISO 15930-7, 6.2; GWG 2022, R0027).",
)
