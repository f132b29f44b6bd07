"""Preflight, stage 8: finished bytes into findings. It reads the file that ships, with other libraries than those that wrote it.

``file_structure``     the file's own structure, read with pypdf
``form_fields``        what is filled in on a screen: the fields of its forms and no others
``links``              what links say of themselves
``link_areas``         where they are touched
``text_conservation``  every composed word is there, once, in order, to be seen
``generated_text``     what pages make by themselves: heads, numbers, contents
``text_subject``       what the checks of words read
``expected_text``      what was composed
``extracted_text``     what the file says, read with PDFium
``text_matching``      how the two agree
``press``              files for the press
``check``              what one check found in one file

``preflight()`` returns what is wrong, ``examine()`` also every check that ran and found nothing. A check is a small function, one a code.
It raises nothing: a file that cannot be read is a finding.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdfium2 import PdfiumError

from brochures.compose.html import Composition
from brochures.findings import Finding
from brochures.findings.check import Check
from brochures.pdf.file import File, Imposed
from brochures.preflight import file_structure, form_fields, generated_text, link_areas, links, press, text_conservation
from brochures.preflight.check import Examined
from brochures.preflight.text_subject import Reading

FILE_CHECKS: Sequence[Check[[PdfReader, Composition]]] = (
    file_structure.page_size,
    file_structure.tags,
    file_structure.navigation,
    file_structure.active,
    links.descriptions,
    form_fields.fields,
)
"""The checks that need only the file and what was meant."""

SHEET_CHECKS: Sequence[Check[[PdfReader, Composition]]] = (file_structure.navigation, file_structure.active)
"""Those that speak of an imposed sheet, too: its size, its words and that it has no tags are read with the checks of the press."""

WORD_CHECKS: Sequence[Check[[Reading]]] = (
    link_areas.areas,
    text_conservation.lost, text_conservation.stray, text_conservation.hidden, text_conservation.order,
    generated_text.running, generated_text.contents, generated_text.heads, generated_text.proof_lines, generated_text.alternatives,
)  # fmt: skip
"""The checks of what the file says."""

CHECKS: Sequence[Check[Any]] = (
    file_structure.unreadable, *FILE_CHECKS, file_structure.fonts, *WORD_CHECKS,
    *press.CHECKS, *press.SINGLE, *press.IMPOSED,
)  # fmt: skip
"""Every check of a finished file, in the order of the codes."""


def preflight(made: File, families: frozenset[str]) -> tuple[Finding, ...]:
    """Return what is wrong with the bytes of ``made``; ``families`` are the font families that are ours."""
    return tuple(finding for one in examine(made, families) for finding in one.findings)


def examine(made: File, families: frozenset[str]) -> tuple[Examined, ...]:
    """Return every check that ran on the bytes of ``made``, in order, with what it said. A file that cannot be read stops them all."""
    composition = made.composition
    try:
        ran = [*_checks(made, families)]
    except (PyPdfError, PdfiumError, DependencyError, LookupError, AttributeError, ValueError, TypeError) as wrong:
        ran = [Examined.of(file_structure.unreadable, file_structure.unreadable(wrong))]
    return tuple(
        replace(one, findings=tuple(finding.about(composition.slug, composition.medium) for finding in one.findings))
        for one in ran
    )


def _checks(made: File, families: frozenset[str]) -> Iterator[Examined]:
    file, composition = PdfReader(io.BytesIO(made.data), strict=True), made.composition
    for check in SHEET_CHECKS if isinstance(made, Imposed) else FILE_CHECKS:
        yield Examined.of(check, check(file, composition))
    yield Examined.of(file_structure.fonts, file_structure.fonts(file, families))
    if composition.print_shop is not None:
        yield from press.press_checks(file, made, composition.print_shop)
    if not isinstance(made, Imposed):
        reading = Reading.of(made, file)
        for read in WORD_CHECKS:
            yield Examined.of(read, read(reading))
