"""Handoff, stage 10: a finished press file into one folder, and one zip of it, that a print shop can work from without asking.

``spec_sheet`` says what is printed and how, ``preflight_report`` what preflight looked for and found, ``sheets`` sets both, ``package``
names, sums and packs the files. What waits for facts or signatures is handed over as a proof, and says so in every name and on every
sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from brochures.design.print_shop import PrintShop
from brochures.findings import BrochureError, Finding, Place, codes
from brochures.handoff.package import Parcel
from brochures.handoff.preflight_report import Verdict
from brochures.handoff.sheets import sheet
from brochures.handoff.spec_sheet import Spec
from brochures.pdf.write import Pdf
from brochures.preflight import examine
from brochures.preflight.press.measurements import Measured, measured
from brochures.production.made import Made
from brochures.production.workers import Bench
from brochures.project import atomic as files
from brochures.project.edition import Edition, FileKind
from brochures.project.paths import Shop
from brochures.proofs import Plate, look_of, proofs
from brochures.separations import Inseparable, Unreadable

__all__ = ["FOLDER", "Handed", "handoff"]

FOLDER = "handoff"
"""The folder of a piece's jobs for print shops, in its own folder in ``out/``."""


@dataclass(frozen=True)
class Handed:
    """What lies ready for a print shop: the folder, the names of its files, and the zip of it."""

    folder: Path
    names: tuple[str, ...]
    archive: Path
    proof: bool


def handoff(shop: Shop, made: Made, about: Iterable[Finding], bench: Bench, imposed: Made | None = None) -> Handed:
    """Write the folder and the zip for the press file ``made``; ``about`` is what was found in the piece as a whole.

    ``imposed`` is the same with copies on a sheet, for a print shop that wants one.

    Nothing is written where something cannot be made: then ``BrochureError`` says what, and what was there before stays.
    """
    job = made.composition.job
    assert job.print_shop is not None  # noqa: S101 resolve refuses a press edition without one
    styles = bench.templates.styles
    parcel = Parcel.of(made.composition, job.print_shop)
    pages = _measured(made)
    spec = Spec.of(made, job.print_shop, pages, parcel.name("", "pdf"))
    if imposed is not None:
        spec = replace(spec, imposed=parcel.name("imposed", "pdf"), parent=imposed.composition.parent)
    meant = Pdf(made.composition, made.data, made.pages, (), made.sheets, made.claim)
    verdict = Verdict.of(spec, made, pages, examine(meant, styles.families), tuple(about))
    sheets = _beside(made, bench, spec, verdict)
    look = look_of(styles.tokens, styles.fonts)
    plate = Plate(job.slug, made.composition.edition, "page", made.data, made.sheets, made.composition.format)
    pictures = [picture.data for picture in proofs(look, plate)]
    contents = {
        parcel.name("", "pdf"): made.data,
        **({spec.imposed: imposed.data} if imposed is not None else {}),
        parcel.name("spec-sheet", "pdf"): sheets[0].data,
        **{parcel.name(f"page-{number}", "png"): data for number, data in enumerate(pictures, 1)},
        parcel.name("preflight", "json"): verdict.as_json(),
        parcel.name("preflight", "pdf"): sheets[1].data,
    }
    return _written(shop, job.slug, job.print_shop, parcel, contents)


def _beside(made: Made, bench: Bench, spec: Spec, verdict: Verdict) -> list[Made]:
    """Return the spec sheet and the report, which takes another page only where much was found."""
    sheets = bench.make(
        [
            sheet(bench.templates, made.composition, FileKind.SPEC_SHEET, spec),
            sheet(bench.templates, made.composition, FileKind.PREFLIGHT_REPORT, verdict),
        ],
        jobs=1,
    )
    if sheets[1].pages > 1:
        sheets[1:] = bench.make(
            [sheet(bench.templates, made.composition, FileKind.PREFLIGHT_REPORT, verdict, sheets[1].pages)], jobs=1
        )
    wrong = [finding for one in sheets for finding in one.findings if finding.is_error]
    if wrong:
        raise BrochureError(*wrong)
    return sheets


def _measured(made: Made) -> tuple[Measured, ...]:
    try:
        return measured(made.data)
    except (Inseparable, Unreadable) as wrong:
        raise BrochureError(
            codes.UNREADABLE.at(Place(), str(wrong), "build again with --force; if it stays, report it").about(
                made.composition.slug, made.composition.medium
            )
        ) from wrong


def _written(shop: Shop, slug: str, print_shop: PrintShop, parcel: Parcel, contents: dict[str, bytes]) -> Handed:
    """Write the folder, then the zip, each in place of what was there; a zip of the other kind, proof or not, goes first."""
    whole = parcel.summed(contents)
    folder = shop.out / slug / FOLDER / print_shop.name
    archive = folder.parent / parcel.archive
    for older in parcel.archives:
        files.remove(folder.parent, older, slug)
    files.replace_folder(folder, whole, slug, Edition.PRESS)
    files.replace(archive, parcel.zipped(whole), slug, Edition.PRESS)
    return Handed(folder, tuple(whole), archive, parcel.proof)
