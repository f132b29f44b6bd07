"""What a file for the press must keep: ISO 15930-7 (PDF/X-4), GWG 2022 and the trade's own floors, read off the bytes that ship.

One small function a code, one module a family: ``claims`` reads what the file says it is, ``sheet`` its boxes and what lies around
them, ``contents`` what may not be in it at all; they read with pypdf, which shares no code with the writer. ``colour`` reads back every
operator, and ``coverage`` measures the printing plates. ``imposed`` holds every copy on a parent sheet against the page that it is a
copy of. ``ink``, ``overprint``, ``lettering``, ``rules``, ``pictures`` and ``marks`` judge what the pages paint, object by object, as
``paint`` tells it; ``looks`` says what is white, black or a line, and ``telling`` puts it in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pypdf import PdfReader

from brochures.findings import Finding
from brochures.pdf.write import Pdf
from brochures.preflight.examined import Examined
from brochures.preflight.press import (
    claims,
    colour,
    contents,
    coverage,
    imposed,
    ink,
    lettering,
    marks,
    overprint,
    pictures,
    rules,
    sheet,
)
from brochures.preflight.press.subject import Check, Subject

CHECKS: Sequence[Check] = (
    sheet.boxes, sheet.bleed_box, sheet.same_size,
    claims.named, claims.information, claims.intent, claims.identified,
    contents.links, contents.active, contents.optional, contents.filters, contents.transparency, contents.fonts, contents.size,
    colour.inks_only, ink.told_at_all, ink.painted_in_inks, ink.dark_text, coverage.seen, pictures.contone, pictures.line_art,
    overprint.white, overprint.black, overprint.apart, overprint.gray, lettering.small, lettering.reversed_or_mixed, rules.hairlines,
    ink.spots, ink.registration, ink.rich_text, ink.rich_areas,
)  # fmt: skip
"""The checks of every file, in the order of print-production 5."""

SINGLE: Sequence[Check] = (lettering.safe, marks.outside, marks.inside, marks.counted)
"""The checks of a file of which each page is a sheet of its own."""

IMPOSED: Sequence[Check] = (imposed.planned, imposed.untagged, imposed.marked, imposed.copies)
"""The checks of a sheet with many copies."""


def press_findings(file: PdfReader, made: Pdf) -> Iterator[Finding]:
    """Yield what keeps ``made`` from being printed unseen."""
    for one in press_checks(file, made):
        yield from one.findings


def press_checks(file: PdfReader, made: Pdf) -> Iterator[Examined]:
    """Yield each check of ``made`` for the press, with what it found."""
    subject = Subject(file, made)
    for check in (*CHECKS, *(IMPOSED if made.single else SINGLE)):
        yield Examined.of(check, check(subject))
