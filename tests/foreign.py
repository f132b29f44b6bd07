"""Somebody else's PDF files, made by hand: each with one thing that is to be told, or none."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from brochures.project.paths import ROOT
from tests.miniature import Miniature

FACE = Path(__file__).parent / "miniature_project/styles/fonts/atkinson-hyperlegible/AtkinsonHyperlegible-Regular.ttf"
LETTER = (612.0, 792.0)
Change = Callable[[pikepdf.Pdf], object]


def foreign_pdf(
    *pages: Sequence[str], size: tuple[float, float] = LETTER, change: Change = lambda _: None, **saved: Any
) -> bytes:
    """Return a file of ``pages``, each with its lines of text in 12 pt, in a face that is embedded; ``change`` alters it before it is saved."""
    pdf = pikepdf.new()
    face = _face(pdf)
    for lines in pages:
        page = pdf.add_blank_page(page_size=size)
        page.obj.Resources = Dictionary(Font=Dictionary(F=face))
        shown = "\n".join(f"({line}) Tj T*" for line in lines)
        page.obj.Contents = pdf.make_stream(f"BT /F 12 Tf 16 TL 72 {size[1] - 84} Td\n{shown}\nET".encode("latin-1"))
    change(pdf)
    written = io.BytesIO()
    pdf.save(written, **{"deterministic_id": not saved.get("encryption"), **saved})
    return written.getvalue()


def _face(pdf: pikepdf.Pdf) -> Any:
    """Return a TrueType font with all of its outlines, WinAnsi encoded (ISO 32000-1, 9.6.3)."""
    face = TTFont(FACE)
    letters, widths, unit = face.getBestCmap(), face["hmtx"], 1000 / face["head"].unitsPerEm
    codes = [bytes([code]).decode("cp1252", "replace") for code in range(32, 256)]
    advances = [round(widths[letters.get(ord(sign), ".notdef")][0] * unit) for sign in codes]
    file = pdf.make_stream(FACE.read_bytes())
    file.Length1 = len(FACE.read_bytes())
    held = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/Atkinson"), Flags=32, FontBBox=Array([-200, -300, 1200, 1000]), ItalicAngle=0,
        Ascent=950, Descent=-290, CapHeight=670, StemV=80, FontFile2=file,
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Atkinson"), FirstChar=32, LastChar=255, Widths=Array(advances),
            Encoding=Name.WinAnsiEncoding, FontDescriptor=pdf.make_indirect(held),
        )
    )  # fmt: skip


PACK, PACK_OF_NOTICE = "content/packets/pack.yaml", "content/foreign/notice.pdf"
LINE = 20
"""Where the name of the file is written in the packet of ``with_part``."""

STYLES = """
@page foreign { margin: var(--foreign-top) var(--foreign-side) var(--foreign-foot); }
.part:has(.foreign) { page: foreign; min-height: 0; border: 0; }
.part:has(.foreign) h2 { height: var(--foreign-title); margin: 0; }
.foreign__sheet + .foreign__sheet { break-before: page; margin-top: var(--foreign-title); }
.foreign__page { display: block; margin: 0 auto; }
"""


def with_part(
    mini: Miniature, data: bytes | None, name: str = "notice.pdf", more: str = "", pages: int = 5
) -> Miniature:
    """Return ``mini`` with a part of its packet that prints ``data`` as ``name``, as its second; ``more`` are further lines of the part."""
    if data is not None:
        mini.write(PACK_OF_NOTICE, data)
    part = f"  - id: notice\n    title: Their notice\n    pdf: {name}\n{more}"
    mini.replace(PACK, "  - id: reading\n", f"{part}  - id: reading\n")
    mini.replace(PACK, "pages: 4", f"pages: {pages}")
    mini.write("templates/components/foreign.html", (ROOT / "templates/components/foreign.html").read_bytes())
    heading = '<h2 {% if section.blocks[0].component == "foreign" %}{{ key(section.blocks[0]) }}{% endif %}>'
    mini.replace("templates/documents/pack.html", "<h2>", heading)
    mini.append("styles/base.css", STYLES)
    mini.append(
        "styles/tokens/type.css",
        ":root { --foreign-side: 54pt; --foreign-top: 54pt; --foreign-foot: 54pt; --foreign-title: 34pt; }\n",
    )
    return mini
