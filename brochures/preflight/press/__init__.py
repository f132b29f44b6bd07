"""What a file for the press must keep: ISO 15930-7 (PDF/X-4), GWG 2022 and the trade's own floors. Bytes in, findings out.

``subject``            what every check reads: the opened file, and what was meant
``pdfx_claims``        what the file says it is
``output_intents``     by which press and paper its inks are meant
``page_boxes``         its boxes, and what lies around them
``forbidden_content``  what may not be in it at all
``colour_spaces``      nothing but inks, operator by operator
``ink``                what is painted, in the inks it should have
``ink_coverage``       what the plates lay on the sheet
``ink_terms``          what is white, black or a line
``overprint``          what lies on what is below it
``type_size``          type large enough for its inks
``hairlines``          lines that a press can hold
``image_resolution``   pixels enough for the size
``marks``              what the print shop wants around the page
``imposed_sheet``      every copy on a parent sheet
``measurements``       what the file has, whether or not a check minds it
``wording``            findings about painted objects, in words

``pdfx_claims``, ``output_intents``, ``page_boxes``, ``forbidden_content`` and ``colour_spaces`` read with pypdf, which shares no code with the writer; the others
judge what the package of separations tells of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pypdf import PdfReader

from brochures.design.print_shop import PrintShop
from brochures.findings.check import Check
from brochures.pdf.file import File, Imposed
from brochures.preflight.check import Examined, ran
from brochures.preflight.finished_file import NOTHING, Shipped
from brochures.preflight.press import (
    colour_spaces,
    forbidden_content,
    hairlines,
    image_resolution,
    imposed_sheet,
    ink,
    ink_coverage,
    marks,
    output_intents,
    overprint,
    page_boxes,
    pdfx_claims,
    type_size,
)
from brochures.preflight.press.subject import ImposedSubject, Subject

CHECKS: Sequence[Check[[Subject]]] = (
    page_boxes.boxes, page_boxes.bleed_box, page_boxes.same_size,
    pdfx_claims.named, pdfx_claims.information, pdfx_claims.intent, output_intents.ordered, pdfx_claims.identified,
    forbidden_content.links, forbidden_content.active, forbidden_content.optional, forbidden_content.filters, forbidden_content.transparency, forbidden_content.fonts, forbidden_content.size,
    colour_spaces.inks_only, ink.told_at_all, ink.painted_in_inks, ink.dark_text, ink_coverage.seen, image_resolution.contone, image_resolution.line_art,
    overprint.white, overprint.black, overprint.apart, overprint.gray, type_size.small, type_size.reversed_or_mixed, hairlines.hairlines,
    ink.spots, ink.registration, ink.rich_text, ink.rich_areas,
)  # fmt: skip
"""The checks of every file, in the order of the report."""

SINGLE: Sequence[Check[[Subject]]] = (type_size.safe, marks.outside, marks.inside, marks.counted, marks.covered)
"""The checks of a file of which each page is a sheet of its own."""

IMPOSED: Sequence[Check[[ImposedSubject]]] = (
    imposed_sheet.planned,
    imposed_sheet.untagged,
    imposed_sheet.marked,
    imposed_sheet.copies,
)
"""The checks of a sheet with many copies."""


def press_checks(file: PdfReader, made: File, print_shop: PrintShop, shipped: Shipped = NOTHING) -> Iterator[Examined]:
    """Yield each check of ``made`` for the press of ``print_shop``, with what it found."""
    if isinstance(made, Imposed):
        sheet = ImposedSubject(file, made, print_shop, shipped)
        yield from (ran(check, sheet) for check in CHECKS)
        yield from (ran(check, sheet) for check in IMPOSED)
    else:
        subject = Subject(file, made, print_shop, shipped)
        yield from (ran(check, subject) for check in (*CHECKS, *SINGLE))
