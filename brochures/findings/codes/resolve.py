"""Codes of resolving: names, references, formats and pictures that lead nowhere, and results that may not be drawn as they are."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, WARNING, code

UNKNOWN_NAME = code(
    "RES-101",
    ERROR,
    "a name that names nothing",
    "The piece, or a statement, refers to a statement, study, source, help line, form, image, clinic fact or piece that is not written anywhere.",
    mend="Write the name that the finding suggests, or write the thing that is named.",
    bad="statement: ketamine.of-label",
    good="statement: ketamine.off-label",
    looks_for="names of statements, studies, sources, images and the like that name nothing",
    source="docs/writers.md, Statements",
)
NO_WORDING = code(
    "RES-102",
    ERROR,
    "no wording for these readers in this language",
    "A statement is printed in a part for patients or for clinicians, but has no wording for them in the language of the piece.",
    mend="Write the wording for these readers in this language, or print another statement.",
    bad="patient:\n  en: Call us first.",
    good="patient:\n  en: Call us first.\nclinician:\n  en: Refer by telephone.",
    looks_for="statements without a wording for the readers or in the language of the piece",
    source="docs/writers.md, Languages",
)
BAD_TOKEN = code(
    "RES-103",
    ERROR,
    "a reference in the words cannot be followed",
    "Words may refer to a study's figure, a help line's number or a clinic fact in braces, such as {call:lifeline-988}. This one is "
    "misspelt, or names a field that the record does not have.",
    mend="Correct the reference; the finding lists what its record has.",
    bad="Call {call:lifeline-989}.",
    good="Call {call:lifeline-988}.",
    looks_for="references in braces that cannot be followed",
    source="docs/writers.md, Numbers and facts that are written elsewhere",
)
BAD_IMAGE = code(
    "RES-104",
    ERROR,
    "an image that is missing, damaged, or none that can be printed",
    "The file named in images.yaml is not there, is no SVG, PNG or JPEG picture whatever its name says, ends before its picture does, holds "
    "several pictures, or has more pixels than are printed (50 million). Each picture of pixels is decoded to its last line before anything is "
    "set: printed, half a photograph would be half a photograph and a grey bar.",
    mend="Put the whole picture beside images.yaml, as PNG or JPEG, or correct its file name there.",
    bad="file: leaf.webp",
    good="file: leaf.png",
    looks_for="images that are not there, are cut off or damaged, are too large, or are no SVG, PNG or JPEG",
    source="docs/designers.md, Pictures",
)
BAD_FORMAT = code(
    "RES-105",
    ERROR,
    "the piece does not fit its format",
    "A panel is named that the format does not have, a panel of the format has no words, or the format or document type does not exist.",
    mend="Name the panels of the format, each with words, in the piece's file.",
    bad="panels:\n  flop: [...]",
    good="panels:\n  flap: [...]",
    looks_for="panels, formats and document types that do not fit each other",
    source="docs/designers.md, A new format",
)
NO_ADDRESS = code(
    "RES-106",
    ERROR,
    "a code that would lead nowhere",
    "A QR code leads to the DOI or web address of a source, study or help line, as its record gives it. This record has neither, or is "
    "'verification: unverified': nobody has seen where the code would lead. An address is never typed beside a code.",
    mend="Write the DOI or address into the record once somebody has seen it, or take the code out.",
    bad="qr: {title: The label, source: unseen}",
    good="qr: {title: The review in full, source: jones-2018-sr}",
    looks_for="QR codes whose record gives no address that somebody has seen",
    source="docs/writers.md, Blocks for words",
)
LEFT_OUT = code(
    "RES-107",
    ERROR,
    "a drawing that would not be printed as it is drawn",
    "The layout engine draws most of SVG, passes over the rest in silence, and draws some of it wrong: filters (blur, shadow), masks, "
    "blending, scripts, animation, rules of a style sheet that it does not read. Nobody would see it before the piece is printed.",
    mend="Save the drawing without the part that the finding names: with plain shapes and lines.",
    bad='<rect filter="url(#blur)"/>',
    good='<rect fill="#0f5257"/>',
    looks_for="drawings with filters, masks, scripts or other parts that would be left out or drawn wrong",
    source="docs/engine.md, Drawings",
)
LIVE_TEXT = code(
    "RES-109",
    ERROR,
    "words in a drawing that are no outlines",
    "A drawing holds letters as text. In a face of this project they become outlines; in any other they would be set in whatever face "
    "there is, in other places than they were drawn in. A logo's letters are shapes.",
    mend="Make outlines of the letters in the drawing program, and say the words in the alternative text.",
    bad='<text font-family="Arial">Riverwoods</text>',
    good='<path d="M46 26h2v-10z"/>',
    looks_for="drawings whose letters are no outlines",
    source="docs/designers.md, Pictures",
)
COLOURS_UNTOLD = code(
    "RES-108",
    ERROR,
    "a picture that does not say what its colors are",
    "The color profile in the picture cannot be read, or is for colors of another make than the picture has; or the picture says its colors "
    "in a way that programs read differently (the parts gAMA, cHRM and cICP of a PNG). Without a profile a picture is in sRGB; with one it is "
    "brought to sRGB before it is set.",
    mend="Open the picture and save it again with the profile sRGB.",
    looks_for="pictures whose color profile cannot be used",
    source="docs/print.md, Pictures",
)
UNDECLARED_PICTURE = code(
    "RES-110",
    WARNING,
    "a file in content/images/ that no line of images.yaml names",
    "A picture is printed when images.yaml says what it shows and why it may be printed, and a piece names it. A file that is only put into the "
    "folder has no effect.",
    mend="Declare it in images.yaml with file, alt and rights, or take it out of the folder.",
    looks_for="files in content/images/ that images.yaml does not name",
    source="docs/staff.md, A photograph",
)
UNUSED_PICTURE = code(
    "RES-111",
    NOTE,
    "a picture that no piece shows",
    "The picture is declared in images.yaml, and neither a piece nor a specimen has a block that shows it.",
    mend="Show it with a block picture, or leave it for later.",
    looks_for="pictures of images.yaml that no piece shows",
    source="docs/staff.md, A photograph",
)
UNCUT = code(
    "RES-112",
    ERROR,
    "a drawing that is to be cut",
    "A photograph can be cut to a shape where a piece shows it. A drawing in SVG is made of shapes that run into each other, and what is cut off "
    "would still be in the file.",
    mend="Take 'crop' out of the block, or cut the drawing in the drawing program.",
    bad="picture: {image: logo, crop: square}",
    good="picture: {image: waiting-room, crop: square}",
    looks_for="drawings in SVG that a piece wants cut",
    source="docs/staff.md, A photograph",
)
UNSAID = code(
    "RES-115",
    ERROR,
    "words in a drawing that its alternative text does not hold",
    "Words of a drawing are printed as shapes: nobody who hears the piece, searches it or has it read for faults finds them. So the "
    "alternative text of the drawing says them, letter for letter.",
    mend="Write the words of the drawing into its alternative text.",
    bad='alt: {en: "The clinic\'s logo"}',
    good="alt: {en: The logo of Riverwoods Behavioral Health}",
    looks_for="drawings whose words their alternative text does not hold",
    source="docs/designers.md, Pictures",
)
DRAWN_LETTERS = code(
    "RES-116",
    ERROR,
    "letters in a drawing that are not what was typed",
    "A program read the drawing in the wrong encoding, a character came along that nobody sees, or a letter of another alphabet looks like "
    "one of ours. The words of a drawing are printed as shapes, and no gate of words reads them.",
    mend="Type the letter that the finding names.",
    bad="<text>CafÃ©</text>",
    good="<text>Café</text>",
    looks_for="words, titles and descriptions of drawings with letters that were read in the wrong encoding, or that nobody sees",
    source="docs/designers.md, Pictures",
)
WRONG_SHAPE = code(
    "RES-117",
    WARNING,
    "a photograph of another shape than its slot",
    "A slot for a photograph of the clinic's own rooms is a square. Of one that is much wider or higher more than two fifths would be cut away, "
    "and nobody has chosen what of it is to be seen.",
    mend="Cut it yourself to about a square, or leave the slot empty: a scene stands there.",
    bad="photograph: {image: corridor}   # 1600 x 500 pixels",
    good="photograph: {image: waiting-room}   # 1200 x 900 pixels",
    looks_for="photographs of another shape than their slot",
    source="docs/staff.md, A photograph",
)
NOT_DRAWN = code(
    "RES-201",
    ERROR,
    "a result that its record does not allow to be drawn",
    "An icon array needs rate, number of people and time for every group of the trial; a forest plot needs to know which two groups were "
    "compared and which way is better. A picture of one group, or without its numbers, would say more than the trial did.",
    mend="Add what the finding names to the record, from the paper, or tell the result in words.",
    looks_for="pictures of results whose record lacks what they need",
    source="docs/writers.md, Studies and their figures",
)
NO_COUNTERWEIGHT = code(
    "RES-202",
    ERROR,
    "a picture of results without what speaks against them",
    "A picture is remembered longer than words. Trials that found no difference, and harms, stand in the same block at the same size; "
    "nothing else may stand in their place.",
    mend="Add the trials that found no difference, and the harms, to the block of the picture.",
    looks_for="pictures of results without the trials and harms that speak against them",
    source="docs/writers.md, Studies and their figures",
)
PLOT_FOR_PATIENTS = code(
    "RES-203",
    ERROR,
    "a plot for clinicians among words for patients",
    "Ratios and their intervals are read wrongly without training. Patients are told results in words, or as pictures of 100 people.",
    mend="Use an icon array, or tell the result in words.",
    looks_for="forest plots among words for patients",
    source="docs/writers.md, Studies and their figures",
)
