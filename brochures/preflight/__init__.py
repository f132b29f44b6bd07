"""Preflight, stage 8: finished bytes into findings. It reads the file that ships, with other libraries than those that wrote it.

``finished_file``      the opened file beside what was meant: what several checks read is read once
``declared``           what a file is meant to hold beside its pages
``file_structure``     the file's own structure
``active_content``     what acts in it, and what is attached
``attached_files``     citation files, and no others
``own_claims``         what it says it is
``bookmarks``          its outline, against the headings
``foreign_pages``      pages of somebody else's PDF, and the file without them
``form_fields``        what is filled in on a screen: the fields of its forms and no others
``links``              what links say of themselves
``link_areas``         where they are touched
``link_ends``          each link by itself: its words, where it leads, where it lies
``structure_tree``     the tags, read
``structure_marks``    tags and pages name each other
``structure_roles``    tags say of words what was composed
``structure_tables``   the same for rows and cells
``composed_roles``     what was composed, in the roles of tags
``spoken_order``       what a screen reader says, in order
``spoken_words``       its words
``spoken_things``      the same of links, fields and cells
``glyph_outlines``     letters are drawn as in the fonts that we ship
``face_outlines``      those fonts, read
``text_looks``         face, size and contrast of words, on the drawn page
``contrast``           words and fields stand out
``look_alikes``        what looks like something else than it is, or tells nothing
``text_conservation``  every composed word is there, once, in order, to be seen
``generated_text``     what pages make by themselves: heads, numbers, contents
``text_subject``       what the checks of words read
``expected_text``      what was composed
``extracted_text``     what the file says, read with PDFium
``text_matching``      how the two agree
``partner_file``       a packet for one partner, read back
``answered_fax``       a fax with the answers of a form that came back, read back
``web_page``           a page for the web
``large_print``        type in large print
``page_ends``          what is parted from what it leads to, by the end of a page
``faxed_file``         what a fax machine can send
``press``              files for the press
``check``              what one check found in one file

``preflight()`` returns what is wrong, ``examine()`` also every check that ran and found nothing. A check is a small function, one a code.
It raises nothing: a file that cannot be read is a finding, and so is a check that breaks down.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdfium2 import PdfiumError

from brochures.compose.foreign_pages import foreign_places
from brochures.compose.html import Composition
from brochures.findings import Finding
from brochures.findings.check import Check
from brochures.pdf.file import File, Imposed
from brochures.preflight import (
    active_content,
    attached_files,
    bookmarks,
    contrast,
    faxed_file,
    file_structure,
    foreign_pages,
    form_fields,
    generated_text,
    glyph_outlines,
    large_print,
    link_areas,
    link_ends,
    links,
    look_alikes,
    own_claims,
    page_ends,
    press,
    structure_marks,
    structure_roles,
    structure_tables,
    text_conservation,
    web_page,
)
from brochures.preflight.check import Examined, broke, ran
from brochures.preflight.finished_file import NOTHING, FinishedFile, Shipped
from brochures.preflight.text_subject import Reading

__all__ = ["CHECKS", "Shipped", "examine", "preflight"]

FILE_CHECKS: Sequence[Check[[PdfReader, Composition]]] = (
    file_structure.page_size,
    file_structure.tags,
    file_structure.navigation,
    file_structure.active,
    links.descriptions,
    form_fields.fields,
    attached_files.attached_files,
)
"""The checks that need only the file and what was meant."""

SHEET_CHECKS: Sequence[Check[[PdfReader, Composition]]] = (file_structure.navigation, file_structure.active)
"""Those that speak of an imposed sheet, too: its size, its words and that it has no tags are read with the checks of the press."""

OPENED_CHECKS: Sequence[Check[[FinishedFile]]] = (
    file_structure.frame, active_content.actions, active_content.notes, active_content.entries, own_claims.claimed,
    bookmarks.bookmarks, glyph_outlines.outlines,
)  # fmt: skip
"""Those that read more of the file than one of its parts."""

TAG_CHECKS: Sequence[Check[[FinishedFile]]] = (
    structure_marks.marks, structure_marks.painted, structure_marks.parents, structure_roles.roles, structure_roles.pictures, structure_roles.spoken,
    structure_tables.tables, link_ends.ends, link_ends.places, link_ends.loose,
)  # fmt: skip
"""The checks of the tags, against the words that they stand for."""

SHEET_OPENED_CHECKS = (active_content.actions, glyph_outlines.outlines)
"""Those of ``OPENED_CHECKS`` that speak of an imposed sheet, too."""

SEEN_CHECKS: Sequence[Check[[FinishedFile]]] = (
    contrast.words, contrast.edges, contrast.graphics, look_alikes.alternatives, look_alikes.headings, look_alikes.tables, look_alikes.colours,
)  # fmt: skip
"""The checks of what a reader of a screen edition sees."""

LINK_CHECKS: Sequence[Check[[Reading]]] = (link_areas.areas,)
"""The checks of links that can be touched."""

WORD_CHECKS: Sequence[Check[[Reading]]] = (
    text_conservation.lost, text_conservation.stray, text_conservation.hidden, text_conservation.order,
    generated_text.running, generated_text.contents, generated_text.heads, generated_text.proof_lines, generated_text.alternatives,
)  # fmt: skip
"""The checks of what the file says."""

EDITION_CHECKS: Mapping[str, Sequence[Check[[FinishedFile]]]] = {
    "large": (large_print.small, large_print.hard, page_ends.lead_ins),
    "fax": (
        faxed_file.tints, faxed_file.small, faxed_file.thin, faxed_file.unsigned, faxed_file.heavy, faxed_file.empty, page_ends.lead_ins,
    ),
}  # fmt: skip
"""Those of the editions that are for somebody's eyes, or for a machine, alone, by its name."""

CHECKS: Sequence[Check[Any]] = (
    file_structure.unreadable, broke, *FILE_CHECKS, file_structure.fonts, *OPENED_CHECKS, *LINK_CHECKS, *SEEN_CHECKS, *WORD_CHECKS, *TAG_CHECKS,
    *foreign_pages.CHECKS, *web_page.CHECKS, *dict.fromkeys((*EDITION_CHECKS["large"], *EDITION_CHECKS["fax"])), *press.CHECKS, *press.SINGLE, *press.IMPOSED,
)  # fmt: skip
"""Every check of a finished file, in the order of the codes."""


def preflight(made: File, families: frozenset[str], shipped: Shipped = NOTHING) -> tuple[Finding, ...]:
    """Return what is wrong with the bytes of ``made``; ``families`` are the font families that are ours, ``shipped`` their files."""
    return tuple(finding for one in examine(made, families, shipped) for finding in one.findings)


def examine(made: File, families: frozenset[str], shipped: Shipped = NOTHING) -> tuple[Examined, ...]:
    """Return every check that ran on the bytes of ``made``, in order, with what it said. A file that cannot be opened stops them all."""
    composition = made.composition
    try:
        if composition.paged:
            examined = [*_opened(made, families, shipped)]
        else:
            page = web_page.WebPage(made)
            examined = [ran(look, page) for look in web_page.CHECKS]
    except (PyPdfError, PdfiumError, DependencyError, LookupError, AttributeError, ValueError, TypeError) as wrong:
        examined = [Examined.of(file_structure.unreadable, file_structure.unreadable(wrong))]
    return tuple(
        replace(one, findings=tuple(finding.about(composition.slug, composition.medium) for finding in one.findings))
        for one in examined
    )


def _opened(made: File, families: frozenset[str], shipped: Shipped) -> Iterator[Examined]:
    """Yield every check of the pages of ``made``: of placed pages by themselves, of all else without them."""
    file = PdfReader(io.BytesIO(made.data), strict=True)
    own = foreign_pages.own_pages(made, file)
    if own is not made:
        file = PdfReader(io.BytesIO(own.data), strict=True)
    yield from _checks(FinishedFile(file, own, shipped), families)
    if own is not made or any(foreign_places(made.composition.job)):
        whole = foreign_pages.ForeignPages(FinishedFile(PdfReader(io.BytesIO(made.data), strict=True), made, shipped))
        yield from (ran(look, whole) for look in foreign_pages.CHECKS)


def _checks(opened: FinishedFile, families: frozenset[str]) -> Iterator[Examined]:
    file, made, composition = opened.file, opened.made, opened.composition
    imposed = isinstance(made, Imposed)
    for check in SHEET_CHECKS if imposed else FILE_CHECKS:
        yield ran(check, file, composition)
    yield ran(file_structure.fonts, file, families)
    for look in SHEET_OPENED_CHECKS if imposed else OPENED_CHECKS:
        yield ran(look, opened)
    if composition.print_shop is not None:
        yield from press.press_checks(file, made, composition.print_shop, opened.shipped)
    if imposed:
        return
    try:
        reading = opened.reading
    except Exception as wrong:  # noqa: BLE001 whatever it is: the words were not read, and that is told
        yield Examined.of(broke, broke("words and their order", wrong))
        return
    for read in (*(LINK_CHECKS if composition.linked else ()), *WORD_CHECKS):
        yield ran(read, reading)
    for one in (
        *(SEEN_CHECKS if composition.linked else ()),
        *(TAG_CHECKS if composition.tagged else ()),
        *EDITION_CHECKS.get(composition.medium, ()),
    ):
        yield ran(one, opened)
