"""Codes of somebody else's PDF files as parts of a packet: as they come, and as they stand in the finished file."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, code

_PLACE = "docs/staff.md, A notice of your own"

FOREIGN_MISSING = code(
    "RES-701",
    ERROR,
    "a PDF file of somebody else that is not there",
    "A part of a packet with 'pdf' names a file in content/foreign/, by its name there. No other folder is looked into, so that "
    "a packet holds only what was put there for it.",
    mend="Put the file into content/foreign/, and write its name as it is spelled there, capitals too.",
    bad="pdf: ../letters/notice.pdf",
    good="pdf: privacy-notice.pdf",
    looks_for="parts whose PDF file is not in content/foreign/",
    source=_PLACE,
)
FOREIGN_UNREADABLE = code(
    "RES-702",
    ERROR,
    "a PDF file of somebody else that cannot be printed",
    "It is encrypted, damaged beyond repair, holds no page, or is no PDF file at all. A file whose maker does not want it copied or "
    "changed is not copied, even where it could be.",
    mend="Ask for another copy, or save it as PDF once more in the program that made it.",
    looks_for="PDF files of somebody else that are encrypted, damaged, empty or none",
    source="ISO 32000-1, 7.6; " + _PLACE,
)
FOREIGN_REPAIRED = code(
    "RES-703",
    NOTE,
    "a PDF file of somebody else that was repaired",
    "Its table of objects was wrong, or a part of it ended early. What is printed was put together from what is left; your file stays "
    "as it is. Nobody but you can see whether something is missing.",
    mend="Look at its pages in the packet, beside the file; better, save it once more in the program that made it.",
    looks_for="PDF files of somebody else that had to be repaired",
    source="docs/engine.md, pypdf, pikepdf and PDFium",
)
FOREIGN_LEFT = code(
    "RES-704",
    NOTE,
    "what stays behind of somebody else's PDF file",
    "Only what is seen of its pages is taken into the packet. Links cannot be touched there, fields are printed as they stand and not "
    "filled in on a screen, and whatever runs in the file or is attached to it is not in the packet.",
    mend="Nothing, where that is meant. What readers must touch, write as words of the packet.",
    looks_for="links, fields, scripts and attachments of somebody else's PDF file, which stay behind",
    source="ISO 32000-1, 12.6; " + _PLACE,
)
FOREIGN_SIZE = code(
    "RES-705",
    NOTE,
    "a page of somebody else that is printed smaller than it is",
    "Its page stands between the heads and feet of the packet, so it is scaled down to fit. A page that is stored turned is set upright.",
    mend="Nothing, where its words can still be read. For larger type, make the file with narrower margins on smaller paper.",
    looks_for="pages of somebody else that are scaled down or turned",
    source=_PLACE,
)
FOREIGN_SMALL = code(
    "RES-706",
    ERROR,
    "a page of somebody else that would be too small to be read",
    "At less than 60 % of its size, type of 10 pt is less than 6 pt high.",
    mend="Ask for the file on smaller paper, or hand it out by itself.",
    looks_for="pages of somebody else that fit at less than 60 % only",
    source=_PLACE,
)
FOREIGN_FACES = code(
    "RES-707",
    ERROR,
    "fonts that a PDF file of somebody else does not hold",
    "Another font would be taken in its place, a different one on each machine: letters run into each other, and signs are lost. A font "
    "that does not say which letters it sets cannot be read out or searched.",
    mend="Save it once more with all fonts embedded (in most programs: 'PDF/A').",
    looks_for="PDF files of somebody else with fonts that are not embedded, or do not say which letters they set",
    source="ISO 14289-1, 7.21.4.1 and 7.21.7",
)
FOREIGN_WORDLESS = code(
    "RES-708",
    ERROR,
    "pages of somebody else without words",
    "A scan is a picture of words: nobody who cannot see it knows what it says, and no search finds it. Either the file has words (a program "
    "for scans can read them, 'OCR'), or the part says in 'says' what is on each page that has none.",
    mend="Let a program for scans read the file, or write 'says' with one text for each page without words, in order.",
    bad="pdf: license.pdf   # a scan",
    good="pdf: license.pdf\nsays:\n  - The license of the clinic, with its number and the day on which it ends.",
    looks_for="pages of somebody else without words, and 'says' that is not one text for each of them",
    source="ISO 14289-1, 7.3; WCAG 2.2, 1.1.1",
)
FOREIGN_UNTAGGED = code(
    "RES-709",
    NOTE,
    "a page of somebody else is read out as one text",
    "A screen reader says the words of each page one after another, as the file holds them: no headings, lists or tables. Columns may "
    "be read across.",
    mend="Nothing, where the order is right ('./build.py outline' says it). Else ask for a file with tags, and hand it out by itself.",
    looks_for="PDF files of somebody else, whose words are read out without headings",
    source="ISO 14289-1, 7.3",
)
FOREIGN_HUGE = code(
    "RES-710",
    NOTE,
    "a large PDF file of somebody else",
    "The packet is sent by mail, and many mailboxes take 20 MB at most, some 10.",
    mend="Save it for the screen, with pictures of 150 to 200 pixels an inch.",
    looks_for="PDF files of somebody else of more than 5 MB",
    source=_PLACE,
)
FOREIGN_EDITION = code(
    "RES-711",
    ERROR,
    "a page of somebody else in an edition that cannot hold it",
    "For a print shop every color has its inks, which the pages of somebody else do not keep to; and a page for the web has no pages. So such "
    "a part is for the screen and the office printer only.",
    mend="Take 'press' and 'web' out of the editions of the packet, or the part out of the packet.",
    looks_for="parts of somebody else's pages in packets for a print shop or the web",
    source="docs/print.md, Inks and ink limit",
)
FOREIGN_LAYERS = code(
    "RES-712",
    ERROR,
    "hidden layers in a PDF file of somebody else",
    "What is on a layer that is switched off would be printed, since layers are not taken over.",
    mend="Delete what is hidden in the program that made it, and save it as PDF once more.",
    looks_for="PDF files of somebody else with layers that are switched off",
    source="ISO 32000-1, 8.11",
)
FOREIGN_UNPRINTED = code(
    "RES-713",
    NOTE,
    "a file in content/foreign/ that no packet prints",
    "A file is printed when a part of a packet names it with 'pdf'. One that is only put into the folder has no effect.",
    mend="Name it in a part of a packet, or take it out of the folder.",
    bad="notice-2024.pdf and notice-2026.pdf in content/foreign/, and 'pdf: notice-2026.pdf'",
    good="notice-2026.pdf in content/foreign/, and 'pdf: notice-2026.pdf'",
    looks_for="files in content/foreign/ that no part of a packet names",
    source=_PLACE,
)
PLACED_PAGES = code(
    "PRE-140",
    ERROR,
    "a page of somebody else that is not in the file as it was to be",
    "Each page of the file stands on one page of the packet, once and in order.",
    mend="Build again with --force; if it stays, report it with the file.",
)
PLACED_WORDS = code(
    "PRE-141",
    ERROR,
    "a page of somebody else that does not say what its file says",
    "The words of the page in the finished file are those of the file that was put into content/foreign/, in the same order.",
    mend="Build again with --force; if it stays, report it with both files.",
)
PLACED_FRAME = code(
    "PRE-142",
    ERROR,
    "a page of somebody else that stands outside of its frame",
    "The page stands where its place was left free, at one scale in both directions, and not over heads, feet or the edge of the paper.",
    mend="Look for a style that changes '.foreign'; the frame is in styles/tokens/space.css.",
)
PLACED_HARM = code(
    "PRE-143",
    ERROR,
    "what acts, hides or lacks its font in a placed page",
    "Nothing runs in a placed page, no layer hides a part of it, no tags of another document are in it, and its fonts are embedded.",
    mend="Build again with --force; if it stays, report it with both files.",
)
