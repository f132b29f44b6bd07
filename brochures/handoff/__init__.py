"""Handoff, stage 10: a judged press file into one folder, and one zip of it, that a print shop can work from without asking.

``spec_sheet``        what is printed, and how
``preflight_report``  what preflight looked for and found
``sheets``            both, composed for the paper of the office
``package``           names, sums and zip of the files

What waits for facts or signatures is handed over as a proof, and says so in every name and on every sheet. It raises ``BrochureError``
where something cannot be made; then nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from brochures.compose.html import Composition
from brochures.design.print_shop import PrintShop
from brochures.findings import BrochureError, Finding, Place, codes
from brochures.findings.report import about_piece
from brochures.handoff.package import Parcel
from brochures.handoff.preflight_report import PreflightReport
from brochures.handoff.sheets import sheet
from brochures.handoff.spec_sheet import Spec
from brochures.preflight import Shipped, examine
from brochures.preflight.press.measurements import Measured, measured
from brochures.production import File, Imposed, Workers
from brochures.project import atomic as files
from brochures.project.edition import Edition, FileKind
from brochures.project.paths import Project
from brochures.proofs import Pictured, look_of, proofs
from brochures.separations import Inseparable, Unreadable

__all__ = ["FOLDER", "Handed", "PressJob", "handoff"]

FOLDER = "handoff"
"""The folder of a piece's jobs for print shops, in its own folder in ``out/``."""


@dataclass(frozen=True)
class PressJob:
    """What is handed over and to whom: a judged press file, the same imposed where that is wanted, and what is about the piece as a whole."""

    file: File
    print_shop: PrintShop
    imposed: Imposed | None
    about: tuple[Finding, ...]

    @classmethod
    def of(cls, files: Iterable[File], found: Iterable[Finding]) -> PressJob | None:
        """Return the job that is among the ``files`` of one piece, with what was ``found`` in the run that made them. None: no press edition."""
        imposed, job = None, None
        for file in files:
            if isinstance(file, Imposed):
                imposed = file
            elif file.composition.print_shop is not None:
                job = cls(file, file.composition.print_shop, None, about_piece(found, file.composition.slug))
        return job and replace(job, imposed=imposed)


@dataclass(frozen=True)
class Handed:
    """What lies ready for a print shop: the folder, the names of its files, and the zip of it."""

    folder: Path
    names: tuple[str, ...]
    archive: Path
    proof: bool


def handoff(project: Project, job: PressJob, workers: Workers) -> Handed:
    """Write the folder and the zip for the press file of ``job``; the ``workers`` make the sheets that go with it.

    Nothing is written where something cannot be made: then ``BrochureError`` says what, and what was there before stays.
    """
    file, print_shop, imposed, composition = job.file, job.print_shop, job.imposed, job.file.composition
    styles = workers.templates.styles
    parcel = Parcel.of(composition, print_shop)
    pages = _measured(file)
    spec = Spec.of(file, print_shop, pages, parcel.name("pdf"))
    contents = {parcel.name("pdf"): file.data}
    if imposed is not None:
        name = parcel.name("pdf", "imposed")
        spec = replace(spec, imposed=name, parent=imposed.parent)
        contents[name] = imposed.data
    verdict = PreflightReport.of(
        spec, file, pages, examine(file, styles.families, Shipped.of(styles.folder)), job.about
    )
    spec_sheet, report = _sheets(file, workers, spec, verdict)
    bare = Pictured(replace(file, findings=(), fill=()))
    pictures = proofs(look_of(styles.tokens, styles.fonts), bare)
    contents |= {
        parcel.name("pdf", "spec-sheet"): spec_sheet.data,
        **{parcel.name("png", f"page-{number}"): picture.data for number, picture in enumerate(pictures, 1)},
        parcel.name("json", "preflight"): verdict.as_json(),
        parcel.name("pdf", "preflight"): report.data,
    }
    return _written(project, composition.slug, print_shop, parcel, contents)


def _sheets(file: File, workers: Workers, spec: Spec, verdict: PreflightReport) -> tuple[File, File]:
    """Return the spec sheet and the report, which takes another page only where much was found."""

    def report(pages: int) -> Composition:
        return sheet(workers.templates, file.composition, FileKind.PREFLIGHT_REPORT, verdict, pages)

    made = workers.make([sheet(workers.templates, file.composition, FileKind.SPEC_SHEET, spec), report(1)], 1)
    if isinstance(made[1], File) and made[1].pages > 1:
        made[1:] = workers.make([report(made[1].pages)], 1)
    wrong = [finding for one in made for finding in one.findings if finding.is_error]
    if wrong:
        raise BrochureError(*wrong)
    spec_sheet, preflight_report = (one for one in made if isinstance(one, File))
    return spec_sheet, preflight_report


def _measured(file: File) -> tuple[Measured, ...]:
    try:
        return measured(file.data)
    except (Inseparable, Unreadable) as wrong:
        raise BrochureError(
            codes.UNREADABLE.at(Place(), str(wrong), "build again with --force; if it stays, report it").about(
                file.composition.slug, file.composition.medium
            )
        ) from wrong


def _written(project: Project, slug: str, print_shop: PrintShop, parcel: Parcel, contents: dict[str, bytes]) -> Handed:
    """Write the folder, then the zip, each in place of what was there; a zip of the other kind, proof or not, goes first."""
    whole = parcel.summed(contents)
    folder = project.out / slug / FOLDER / print_shop.name
    archive = folder.parent / parcel.archive
    for older in parcel.archives:
        files.remove(folder.parent, older, slug)
    files.replace_folder(folder, whole, slug, Edition.PRESS)
    files.replace(archive, parcel.zipped(whole), slug, Edition.PRESS)
    return Handed(folder, tuple(whole), archive, parcel.proof)
