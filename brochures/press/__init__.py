"""Press, stage 7: a ``File`` that was laid out in sRGB becomes one that a print shop can print unseen.

``to_inks``           every colour of a page becomes inks
``ink_spaces``        what each colour becomes, by the tokens
``stream_writers``    the watchers that write a stream in inks
``image_conversion``  pictures through the profile of the printing condition
``output_intent``     that profile, read
``overprint``         black that lies on what is below it
``flatten_groups``    what the engine set apart without need, painted on the page
``page_boxes``        trim, bleed and media
``pdfx_claim``        what the file says it is
``step_and_repeat``   copies of a card on a parent sheet
``fax_pages``         a finished file as a fax machine sees it, one bit a dot
``fax_files``         its pages taken out of a file and bound into another
``plate_pictures``    printing plates as pictures, for somebody who looks
``press_findings``    what was found in colours and pictures, told where each is written

It is a candidate: preflight judges its bytes, and ``unclaimed()`` takes the name of the standard back. It raises ``BrochureError`` where a
profile or the inks of a token cannot be used.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name

from brochures.compose.html import Composition
from brochures.design.formats import Format
from brochures.design.inks import Inks, read_inks
from brochures.design.print_shop import PrintShop
from brochures.design.styles import Styles
from brochures.findings import BrochureError, Finding, codes
from brochures.geometry.pages import MeasuredPages
from brochures.load.model.printers import Printer, Standard
from brochures.pdf.file import File
from brochures.pdf.move_contents import move_figures
from brochures.press.flatten_groups import ungroup
from brochures.press.image_conversion import Darkroom, Shot
from brochures.press.ink_spaces import process
from brochures.press.output_intent import Condition, read_profile
from brochures.press.page_boxes import group, set_boxes
from brochures.press.pdfx_claim import Label, write_claim, write_intent
from brochures.press.press_findings import pictures, strays
from brochures.press.to_inks import Recolourer
from brochures.project.edition import FileKind
from brochures.separations import Unreadable
from brochures.separations.resources import MARKS

__all__ = ["Condition", "Inks", "PressSetup", "label", "lay_under", "press", "saved", "unclaimed"]

NO_SHEETS = MeasuredPages()
"""Of a sheet of marks: nothing of the piece is drawn there."""

VERSIONS = {Standard.X4: "1.6", Standard.X1A: "1.4"}
"""The version of PDF that each standard is written in."""


@dataclass(frozen=True)
class PressSetup:
    """What a print shop prints by: its wishes, the condition, the tokens' inks, and where images are converted."""

    printer: Printer
    condition: Condition
    inks: Inks
    darkroom: Darkroom

    @classmethod
    def of(cls, print_shop: PrintShop, form: Format, styles: Styles, converted: Path) -> PressSetup:
        """Return what ``print_shop`` prints ``form`` by. Raise ``BrochureError`` where its profile or a token's inks cannot be used.

        ``converted`` is the folder that keeps images in ink from one run to the next.
        """
        printer, entry = print_shop.printer, print_shop.condition(form)
        file = Path(printer.profile) if printer.profile else styles.folder / "profiles" / entry.profile
        limit = print_shop.ink_limit(form)
        profile = read_profile(file, printer.profile or entry.profile, print_shop.place)
        condition = Condition(entry.identifier, entry.text, entry.info, limit, profile)
        darkroom = Darkroom(condition, converted)
        return cls(printer, condition, read_inks(styles.tokens, limit), darkroom)


def press(file: File, setup: PressSetup, marks: bytes | None = None) -> File:
    """Return ``file`` for the press, as a candidate that claims the printer's standard.

    ``marks`` is a file with one page of marks for each page, as large as the media; None: there are none. Raise ``BrochureError`` where a colour has no
    inks: the file would be printed in colours that nobody chose.
    """
    composition, room = file.composition, file.composition.room
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        shift = room.whole - float(pdf.pages[0].trimbox[0]), room.whole - float(pdf.pages[0].trimbox[1])
        recolourer, shots = _recolour(pdf, composition, setup, file.sheets)
        ungroup(pdf)
        for page in pdf.pages:
            set_boxes(pdf, page, composition.format.width, composition.format.height, room)
            if setup.printer.standard is Standard.X4:
                page.obj.Group = group()
        if any(shift):
            move_figures(pdf.Root, *shift)
        if marks is not None:
            lay_under(pdf, marks, composition, setup)
        for key in ("/Names", "/Dests", "/OpenAction", "/AA", "/AcroForm"):
            if key in pdf.Root:
                del pdf.Root[key]
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        recolourer.colours.write_layers()
        write_intent(pdf, setup.condition)
        write_claim(pdf, label(composition), setup.printer.standard)
        data = saved(pdf, setup.printer.standard)
    told = pictures(shots, file, setup.condition.identifier)
    builds = frozenset(process(build) for build in setup.inks.builds.values())
    return replace(
        file,
        data=data,
        claim=setup.printer.standard,
        claims_access=False,
        builds=builds,
        findings=(*file.findings, *told),
    )


def unclaimed(file: File) -> File:
    """Return ``file`` without the name of a standard: it did not keep what it claimed."""
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        write_claim(pdf, label(file.composition), None)
        data = saved(pdf, Standard.X4)
    return replace(file, data=data, claim=None)


def label(composition: Composition) -> Label:
    """Return what the metadata of ``composition``'s file say."""
    job = composition.job
    name = job.slug if composition.kind is FileKind.PIECE else f"{job.slug}.{composition.name}"
    clinic = str(job.clinic["name"].value or "")
    return Label(str(job.title), clinic, str(job.version), job.dated, name, composition.digest)


def _recolour(
    pdf: pikepdf.Pdf, composition: Composition, setup: PressSetup, sheets: MeasuredPages = NO_SHEETS
) -> tuple[Recolourer, list[Shot]]:
    """Set every page of ``pdf`` in inks. Return who did, and the pictures that were in colours of their own."""
    recolourer = Recolourer(pdf, setup.inks)
    try:
        recolourer.pages()
    except Unreadable as wrong:
        raise BrochureError(_untold(wrong, composition)) from wrong
    if recolourer.colours.strays:
        raise BrochureError(*strays(recolourer.colours.strays, composition, sheets))
    shots = [setup.darkroom.convert(*image) for image in recolourer.images]
    return recolourer, [shot for shot in shots if shot]


def _untold(wrong: Unreadable, composition: Composition) -> Finding:
    """Return that it cannot be told what a page paints, so that nobody can set it in inks."""
    page = wrong.where.page if wrong.where is not None else 0
    message = f"it cannot be told what the pages paint: {wrong}"
    mend = "take out the picture that was drawn last; if it stays, report it"
    return codes.PRESS_UNTOLD.at(composition.job.place, message, mend).about(composition.slug, composition.medium, page)


def lay_under(pdf: pikepdf.Pdf, marks: bytes, composition: Composition, setup: PressSetup) -> None:
    """Draw below each page its page of ``marks``, as an artifact: nobody reads marks aloud. Raise ``BrochureError`` for their strays, too.

    Below it, because the sheet of marks has a white ground like every sheet, which would cover the page.
    """
    with pikepdf.open(io.BytesIO(marks)) as sheet:
        _recolour(sheet, composition, setup)
        for number, (page, drawn) in enumerate(zip(pdf.pages, sheet.pages, strict=True), 1):
            form = pdf.copy_foreign(drawn.as_form_xobject())
            # The engine's pages share one dictionary of resources: under one name every page would show the marks of the last.
            name = page.add_resource(form, Name.XObject, Name(f"/{MARKS}{number}"))
            page.contents_add(f"/Artifact BMC q {name} Do Q EMC\n".encode(), prepend=True)
            page.contents_coalesce()


def saved(pdf: pikepdf.Pdf, standard: Standard) -> bytes:
    """Return the bytes of ``pdf``, the same each time, with a plain cross-reference table, which old presses read too."""
    pdf.remove_unreferenced_resources()
    written = io.BytesIO()
    version = VERSIONS[standard]
    pdf.save(
        written,
        deterministic_id=True,
        min_version=version,
        force_version=version,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=True,
    )
    return written.getvalue()
