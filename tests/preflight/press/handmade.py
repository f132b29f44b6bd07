"""What a press file paints, made by hand: for checks of painted objects that are asked at their limits, without a file that has them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.design.formats import Room
from brochures.design.print_shop import PrintShop
from brochures.findings import Finding, Place
from brochures.geometry.box import Box
from brochures.load.model.printers import Printer, PrintingCondition, Standard
from brochures.pdf.file import File
from brochures.preflight.press.subject import Subject
from brochures.separations import Colour, Face, Lettering, Painted, PaintedImage, Space, Where
from brochures.separations.colour import CMYK, GRAY
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature
from tests.press.damage import subject_of
from tests.separations.handmade import Made

Damage = Callable[[pikepdf.Pdf], object]

CONDITION = {
    "identifier": "CGATS21-2-CRPC6", "text": "GRACoL coated", "info": "coated", "profile": "none.icc", "ink_limit": 300,
}  # fmt: skip
WISHES: dict[str, Any] = {
    "title": "A print shop",
    "standard": "PDF/X-4",
    "condition": "coated",
    "metric_condition": "coated",
    "bleed": "0.125in",
    "metric_bleed": "3mm",
    "safe": "0.25in",
    "resolution": {"least": 149, "wanted": 224, "line_art_least": 549, "line_art_wanted": 799},
    "smallest_reversed": "8pt",
    "file_name": "{slug}",
}


def press_piece(mini: Miniature, **wishes: object) -> Composition:
    """Return the miniature project's folded piece as if a print shop with these ``wishes`` printed it."""
    piece = composed(mini)
    printer = Printer.model_validate(WISHES | wishes)
    condition = PrintingCondition.model_validate(CONDITION)
    project = PrintShop("project", printer, condition, condition, Place("content/printers.yaml", 3, 3))
    return replace(piece, job=replace(piece.job, print_shop=project), room=Room(9.0, 0.0))


def subject(piece: Composition, *painted: Painted, pages: int = 2, **about: Any) -> Subject:
    """Return a file of ``pages`` empty pages of Letter on its side with 9 pt of bleed, as if ``painted`` were what they paint."""
    made = Made((792, 612), bleed=9)
    for _ in range(pages):
        made.page("")
    data = made.written()
    found = subject_of(File(piece, data, pages, (), **about), PdfReader(io.BytesIO(data)))
    found.__dict__["_read"] = painted, None
    return found


def cmyk(*parts: float) -> Colour:
    """Return a colour of process inks, each from 0 to 1."""
    return Colour(CMYK, parts)


def gray(light: float) -> Colour:
    """Return a gray."""
    return Colour(GRAY, (light,))


def spot(amount: float, *names: str) -> Colour:
    """Return a colour of inks of their own, all of one ``amount``."""
    return Colour(Space("Separation" if len(names) == 1 else "DeviceN", len(names), names), (amount,) * len(names))


BLACK, WHITE, RICH, RIVER = cmyk(0, 0, 0, 1), cmyk(0, 0, 0, 0), cmyk(0.6, 0.4, 0.4, 1), cmyk(1, 0, 0, 0.62)
SPOT = Box(100, 50, 160, 60)


def thing(kind: Any = "fill", colour: Colour | None = BLACK, box: Box = SPOT, page: int = 1, **about: Any) -> Painted:
    """Return a painted object that shows and overprints in the right mode."""
    whole: dict[str, Any] = {
        "shows": True, "overprint": True, "overprint_mode": 1, "isolated": False, "alpha": 1.0, "blend": "Normal", "soft_mask": False,
    }  # fmt: skip
    where = about.pop("where", Where(page))
    return Painted(kind, where, box, colour=colour, **(whole | about))


def text(size: float, colour: Colour | None = BLACK, box: Box = SPOT, page: int = 1, **about: Any) -> Painted:
    """Return painted letters of ``size`` pt."""
    return thing(
        "text", colour, box, page, lettering=Lettering(Face("ABCDEF+Atkinson", embedded=True), size, 0, (3, 4)), **about
    )


def line(width: float, colour: Colour | None = BLACK, box: Box = SPOT, page: int = 1, **about: Any) -> Painted:
    """Return a painted line of ``width`` pt."""
    return thing("stroke", colour, box, page, width=width, **about)


def image(
    ppi: float, bits: int = 8, size: tuple[int, int] = (400, 300), space: Space | None = CMYK, **about: Any
) -> Painted:
    """Return a painted image."""
    shown = PaintedImage("/Im0", *size, bits, ppi, (), space, soft_mask=False, inline=False)
    return thing("image", None, picture=shown, **about)


def told(found: Iterable[Finding]) -> list[tuple[str, str, str, str]]:
    """Return code with severity and page, message, help and place of each finding."""
    return [(f"{one.code} {one.severity} {one.page}", one.message, one.help, str(one.place)) for one in found]


HERE = ", 1.39 in from the left and 0.69 in from the top edge of the trim"
"""Where ``SPOT`` lies."""


XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmp:CreateDate>2026-03-01T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2026-03-02T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-03-02T00:00:00Z</xmp:MetadataDate>
<xmpMM:DocumentID>one</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped><dc:title><rdf:Alt><rdf:li xml:lang="x-default">A fold</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def profile(kind: bytes = b"prtr", space: bytes = b"CMYK", size: int = 40, told: int = 40) -> bytes:
    """Return the head of an output profile of ``size`` bytes that says that it has ``told``."""
    return (told.to_bytes(4, "big") + bytes(8) + kind + space).ljust(size, b"x")


def true_file(damage: Damage | None = None, **how: Any) -> bytes:
    """Return a file of two empty pages that says all that a file for the press must say, with ``damage`` done to it."""
    made = Made((792, 612), bleed=9)
    for _ in range(2):
        made.page("", BleedBox=[0, 0, 810, 630])
    pdf = made.pdf
    pdf.Root.Metadata = made.stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
    pdf.docinfo["/Title"] = "A fold"
    pdf.docinfo["/CreationDate"] = "D:20260301000000Z"
    pdf.docinfo["/ModDate"] = "D:20260302000000Z"
    pdf.docinfo["/Trapped"] = Name("/False")
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier="CGATS", RegistryName="http://www.color.org", Info="coated",
        DestOutputProfile=made.stream(profile(), N=4),
    )  # fmt: skip
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    if damage is not None:
        damage(pdf)
    whole: dict[str, Any] = {"force_version": "1.6", "deterministic_id": True} | how
    written = io.BytesIO()
    pdf.save(written, compress_streams=False, **whole)
    return written.getvalue()


def opened(piece: Composition, data: bytes, **about: Any) -> Subject:
    """Return the file of ``data``, which was to claim PDF/X-4."""
    claim = about.pop("claim", Standard.X4)
    return subject_of(File(piece, data, 2, (), claim=claim, **about), PdfReader(io.BytesIO(data)))
