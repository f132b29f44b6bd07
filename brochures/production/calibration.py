"""Calibration: sheets on which a person reads how far the office printer puts the back off the front, one for each paper and turn.

They are set and judged like any desk edition, but they are nobody's piece: nothing in them is content, and no manifest lists them.
They are never moved themselves, so that they always show the whole offset.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from brochures.compose.html import Composition, compose_again
from brochures.compose.templates import Templates
from brochures.design.checks import stops, style_findings
from brochures.design.copyfit_ladder import Fit
from brochures.design.format_files import read_format
from brochures.design.formats import Format, Panel, Side
from brochures.findings import NOWHERE, BrochureError, Finding
from brochures.layout import layout
from brochures.load.catalogue import Catalogue
from brochures.load.model.clinic import ClinicFacts
from brochures.load.model.statements import Audience
from brochures.pdf.write import pdf
from brochures.preflight import Shipped, preflight
from brochures.production.ignored_styles import ignored_styles
from brochures.project import atomic as files
from brochures.project.edition import Edition, FileKind
from brochures.project.paths import Project
from brochures.resolve.editorial_rules import NO_RULES
from brochures.resolve.inline_text import ClinicFact
from brochures.resolve.job import Job

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter

NAME = "calibration"
"""Of the document type, of the folder in ``out/``, and of the files in it."""

DRAWN = date(2026, 11, 24)
"""The day on which the sheet was last drawn anew: its files carry it, whenever they are made."""

LETTER_WIDTH = 612.0
"""Of Letter, upright, in pt."""


@dataclass(frozen=True)
class CalibrationSheet:
    """A calibration sheet: the name of its file, and its bytes."""

    name: str
    data: bytes


def papers(project: Project, catalogue: Catalogue) -> tuple[Format, ...]:
    """Return each sheet of the office's own paper, upright or lying, that a piece of the project is printed on, on both sides."""
    found: dict[tuple[float, float], Format] = {}
    for entry in catalogue.pieces.values():
        if Edition.DESK in entry.thing.editions:
            try:
                form = read_format(project.styles / "formats", entry.thing.format, NOWHERE).at_desk
            except BrochureError:
                continue  # whoever builds the piece is told
            if form.is_office_paper and form.pages != 1:
                found[round(form.width, 2), round(form.height, 2)] = form
    return tuple(_two_sides(form) for _, form in sorted(found.items()))


def calibration(
    project: Project, catalogue: Catalogue, typesetter: Typesetter, language: str
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Write a sheet for each paper and turn of the project into ``out/``. Return where they lie, and what was found in them."""
    paths: list[Path] = []
    findings: list[Finding] = [*catalogue.findings]
    try:
        templates = Templates.read(project)
        as_written = style_findings(templates.sheets)
        about_styles = (*as_written, *ignored_styles(typesetter, templates.sheets, as_written))
        findings += about_styles
        for form in () if stops(about_styles) else papers(project, catalogue):
            sheet, found = drawn(templates, catalogue, typesetter, form, language)
            findings += found
            path = project.out / NAME / f"{sheet.name}.pdf"
            files.replace(path, sheet.data, NAME, Edition.DESK)
            paths.append(path)
    except BrochureError as refused:
        findings += refused.findings
    return tuple(paths), tuple(findings)


def drawn(
    templates: Templates, catalogue: Catalogue, typesetter: Typesetter, form: Format, language: str
) -> tuple[CalibrationSheet, tuple[Finding, ...]]:
    """Return the sheet for ``form`` in ``language``, and what was found in it. Raise ``BrochureError`` where it cannot be set."""
    job = _job(catalogue, form, language)
    empty = Composition(
        NAME,
        Edition.DESK,
        FileKind.PIECE,
        NAME,
        "",
        job,
        form,
        proof=False,
        pages=form.pages,
        planned_at=NOWHERE,
        fit=Fit(),
    )
    composition = compose_again(templates, empty, empty.fit)
    file = pdf(typesetter, layout(typesetter, composition))
    found = (*file.findings, *preflight(file, templates.styles.families, Shipped.of(templates.styles.folder)))
    return CalibrationSheet(f"{NAME}.{_paper(form)}.{_turn(form)}", file.data), found


def _two_sides(form: Format) -> Format:
    sides = tuple(Side(name, (Panel(name, 0.0, form.width, order),)) for order, name in enumerate(("front", "back")))
    return Format(NAME, form.width, form.height, sides)


def _paper(form: Format) -> str:
    return "letter" if abs(form.portrait.width - LETTER_WIDTH) < 1 else "a4"


def _turn(form: Format) -> str:
    return "long-edge" if form.flips_on_long_edge else "short-edge"


def _job(catalogue: Catalogue, form: Format, language: str) -> Job:
    labels = {name: one.thing[language] for name, one in catalogue.shelf("label").items() if language in one.thing}
    clinic = catalogue.clinic.thing if catalogue.clinic else None
    return Job(
        slug=NAME, title=labels.get("calibration.title", NAME).partition(":")[0], subject=NAME, document=NAME, format=form,
        audience=Audience.CLINICIAN, language=language, editions=(Edition.DESK,), pages=form.pages, planned_at=NOWHERE, version="1.0",
        dated=DRAWN, lead="", sections=(), labels=labels, place=NOWHERE, passages=(), rules=NO_RULES,
        clinic={name: ClinicFact(name, getattr(clinic, name, None), NOWHERE) for name in ClinicFacts.model_fields},
    )  # fmt: skip
