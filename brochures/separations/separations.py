"""The plates of a file: for each page and ink a gray picture, drawn by PDFium from a page that holds only that ink.

A pixel on an edge holds the share of it that is covered, on each plate alike, so that no edge has more ink than the fuller of its sides.
PDFium fills a single upright rectangle in whole pixels, to the outside, and draws no stroke thinner than one: at a low fineness hairlines
come out too wide. What a page has outside its box is not drawn; the box is stretched to whole pixels, by less than half of one. Neither
``/Rotate`` nor ``/UserUnit`` is heeded: no press file has any.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Array, Dictionary, Name, Object, Page, Stream
from PIL import Image, ImageOps

from brochures.geometry.pdf_box import PdfBox
from brochures.geometry.units import INCH
from brochures.separations.colour import PROCESS
from brochures.separations.errors import Inseparable, reading
from brochures.separations.interpreter import read_page
from brochures.separations.object_lister import read_things
from brochures.separations.objects import Painted, Where
from brochures.separations.plate_resources import Names, PlateJob
from brochures.separations.plate_set import PlateSet
from brochures.separations.plates import Platemaker
from brochures.separations.resources import OpenFile

PageBox = Literal["trim", "bleed", "media"]
Plates = Mapping[str, Image.Image]


def separations(data: bytes, ppi: float, box: PageBox = "bleed") -> Iterator[Plates]:
    """Yield for each page its plates by the names of their inks: gray, 0 for no ink, 255 for full.

    Every page has the four process plates, one for each spot colour that it names, and ``All`` where something prints on all (which it
    does on the others too). Raise ``Inseparable`` when something is not given in inks, ``Unreadable`` when the file cannot be read, or
    uses what we never write: blend modes, meshes.
    """
    file = OpenFile.of(data)
    with reading("the file"):
        pages = list(file.pdf.pages)
    made: list[dict[str, Object | None]] = []
    sizes: list[tuple[int, int]] = []
    for number, page in enumerate(pages, 1):
        with reading("the page", Where(number)):
            edges = _box(page, box)
        made.append(_plates(file, number, page, edges))
        sizes.append(_pixels(edges, ppi))
    with reading("the plates"):
        bound = _bound(file, made)
    return _drawn(bound, made, sizes)


def _box(page: Page, box: PageBox) -> PdfBox:
    return PdfBox.of({"trim": page.trimbox, "bleed": page.bleedbox, "media": page.mediabox}[box])


def _pixels(box: PdfBox, ppi: float) -> tuple[int, int]:
    return max(1, round(box.width * ppi / INCH)), max(1, round(box.height * ppi / INCH))


def _plates(file: OpenFile, number: int, page: Page, box: PdfBox) -> dict[str, Object | None]:
    """Return the gray page of each plate; None for a plate that nothing inks."""
    fonts = file.page_resources(page).fonts
    makers = [
        Platemaker(PlateJob(file.pdf, plate), Names(file.pdf, fonts))
        for plate in _inks(read_things(file, number, page))
    ]
    read_page(file, number, page, PlateSet(makers))
    return {maker.plate: _gray_page(file, maker, box) for maker in makers}


def _gray_page(file: OpenFile, maker: Platemaker, box: PdfBox) -> Object | None:
    if not maker.inked:
        return None
    content = Stream(file.pdf, maker.content)
    written = Dictionary(Type=Name.Page, MediaBox=Array(box), Resources=maker.resources, Contents=content)
    return file.pdf.make_indirect(written)


def _inks(things: Sequence[Painted]) -> tuple[str, ...]:
    """Return the inks that a page is printed with, those of the process first. Raise ``Inseparable`` for a colour without inks."""
    found = dict.fromkeys(PROCESS)
    for thing in things:
        space = thing.space
        if space is None or space.family == "Pattern" or thing.is_mask:
            continue
        if space.inks is None:
            raise Inseparable(f"{thing.kind} in {space}", thing.where)
        found |= dict.fromkeys(space.inks)
    return tuple(found)


def _bound(file: OpenFile, made: Sequence[Mapping[str, Object | None]]) -> bytes:
    """Return a file of the gray pages alone."""
    del file.pdf.pages[:]
    for plates in made:
        for page in plates.values():
            if page is not None:
                file.pdf.pages.append(Page(page))
    for key in set(file.pdf.Root.keys()) - {"/Type", "/Pages"}:
        del file.pdf.Root[key]
    written = io.BytesIO()
    file.pdf.save(written, compress_streams=False)
    return written.getvalue()


def _drawn(
    data: bytes, made: Sequence[Mapping[str, Object | None]], sizes: Sequence[tuple[int, int]]
) -> Iterator[Plates]:
    document = pypdfium2.PdfDocument(data)
    pages = iter(document)
    for plates, size in zip(made, sizes, strict=True):
        blank = Image.new("L", size)
        yield {plate: blank if page is None else _picture(next(pages), size) for plate, page in plates.items()}
    document.close()


def _picture(page: Any, size: tuple[int, int]) -> Image.Image:
    bitmap = pypdfium2.PdfBitmap.new_native(*size, pdfium.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, *size, 0, 0)
    return ImageOps.invert(bitmap.to_pil())
