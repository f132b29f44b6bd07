"""Step and repeat: the finished pages of a card, each repeated on a parent sheet. The bytes of the pages are taken as they are.

Each page becomes one form of the file, drawn as often as there are copies, clipped to its bleed. The sheet is a file for the press like
its pages: one output intent, its claim, and boxes of its own. Its trim box is the smallest rectangle around the trims of all copies:
what is kept of the sheet lies in there, and the cuts are told by the crop marks (docs/print.md, Imposition).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from brochures.design.imposition import Copy, ParentSheet
from brochures.geometry.pdf_box import PdfBox
from brochures.load.model.printers import Standard
from brochures.pdf.file import File, Imposed
from brochures.pdf.move_contents import as_array
from brochures.press import PressSetup, label, lay_under, saved
from brochures.press.page_boxes import group
from brochures.press.pdfx_claim import write_claim

CARD = "/Card"
"""By which name a sheet calls the page that it repeats."""

_STRUCTURE = ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageMode")
"""What leads to the pages that are no more: words of a sheet with many copies have no order in which they are read."""

_MARKED = frozenset({"BMC", "BDC"})


def impose(file: File, parent: ParentSheet, marks: bytes, setup: PressSetup) -> Imposed:
    """Return ``file``, a file for the press of one page or two, as sheets like ``parent``; ``marks`` has a page of marks for each sheet."""
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        pages = list(pdf.pages)
        for back, page in enumerate(pages):
            corner = float(page.trimbox[0]), float(page.trimbox[1])
            _sheet(pdf, parent, _card(page), corner, parent.copies(back=bool(back)))
        del pdf.pages[: len(pages)]
        for sheet in pdf.pages if setup.printer.standard is Standard.X4 else ():
            sheet.obj.Group = group()
        for key in _STRUCTURE:
            if key in pdf.Root:
                del pdf.Root[key]
        lay_under(pdf, marks, file.composition, setup)
        write_claim(pdf, label(file.composition), setup.printer.standard)
        data = saved(pdf, setup.printer.standard)
    return Imposed(
        file.composition,
        data,
        file.pages,
        file.findings,
        claim=file.claim,
        builds=file.builds,
        single=file,
        parent=parent,
    )


def _card(page: pikepdf.Page) -> Any:
    """Return ``page`` as a form that ends at its bleed, without the marks of a structure.

    Its group goes: the sheet has one of its own, and in a second one black would not overprint what is below.
    """
    form = page.as_form_xobject()
    form.BBox = Array(page.obj.BleedBox)
    if "/Group" in form:
        del form["/Group"]
    for stream in _streams(form, set()):
        stream.write(pikepdf.unparse_content_stream(list(_unmarked(stream))))
        for key in ("/StructParent", "/StructParents"):
            if key in stream:
                del stream[key]
    return form


def _streams(form: Any, seen: set[tuple[int, int]]) -> Iterator[Any]:
    """Yield ``form`` and every drawing and pattern that it uses, once."""
    yield form
    resources = form.get("/Resources") or {}
    for kind in ("/XObject", "/Pattern"):
        for thing in (resources.get(kind) or {}).values():
            paints = isinstance(thing, Stream) and thing.get("/Subtype") != Name.Image
            if paints and thing.objgen not in seen:
                seen.add(thing.objgen)
                yield from _streams(thing, seen)


def _unmarked(stream: Any) -> Iterator[Any]:
    """Yield the instructions of ``stream`` without the marks that belong to a structure; those of layers stay (ISO 32000-1, 8.11)."""
    kept: list[bool] = []
    for instruction in pikepdf.parse_content_stream(stream):
        operator = "" if isinstance(instruction, pikepdf.ContentStreamInlineImage) else str(instruction.operator)
        if operator in _MARKED:
            kept.append(instruction.operands[0] == Name.OC)
        if operator in _MARKED and not kept[-1]:
            continue
        if operator == "EMC" and kept and not kept.pop():
            continue
        yield instruction


def _sheet(
    pdf: pikepdf.Pdf, parent: ParentSheet, card: Any, corner: tuple[float, float], copies: tuple[Copy, ...]
) -> None:
    """Add a sheet with ``card``, whose trim begins at ``corner`` in its own space, at each of ``copies``."""
    page = pdf.add_blank_page(page_size=(parent.width, parent.height))
    page.obj.Resources = Dictionary(XObject=Dictionary({CARD: card}))
    page.obj.Contents = pdf.make_stream("".join(_drawn(copy, parent, corner) for copy in copies).encode())
    trim = PdfBox(parent.left, parent.height - parent.foot, parent.right, parent.height - parent.top)
    page.obj.MediaBox = as_array(PdfBox(0, 0, parent.width, parent.height))
    page.obj.BleedBox = as_array(trim.grown(parent.bleed))
    page.obj.TrimBox = as_array(trim)


def _drawn(copy: Copy, parent: ParentSheet, corner: tuple[float, float]) -> str:
    """Return the operators that draw one copy: its trim's lower left corner goes to its place, or its upper right one when turned."""
    x, y = copy.x, parent.height - copy.y - parent.card_height
    if copy.turned:
        turn, dx, dy = "-1 0 0 -1", x + parent.card_width + corner[0], y + parent.card_height + corner[1]
    else:
        turn, dx, dy = "1 0 0 1", x - corner[0], y - corner[1]
    return f"q {turn} {dx:.4f} {dy:.4f} cm {CARD} Do Q\n"
