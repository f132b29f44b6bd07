"""The font of fields: the typing face in a file, by which a reader sets what somebody types (ISO 32000-1, 9.7.4 and 12.7.3.3)."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from brochures.design.typing_face import TypingFace

TYPED = "Wingdings"
"""What fields call the font. It is not Wingdings: by this name PDFium (Chrome, Edge) takes it for a font of any letters and sets
all of them in it; under another it looks for letters beyond Western Europe's in the fonts of the computer, and loses those of Vietnamese."""

FLAGS = 0b110
"""With serifs, and with letters beyond the Latin ones of Adobe's standard set (9.8.2)."""

SANS = 0b100
"""The same without serifs."""

STEM = 84
"""How thick its upright strokes are, in thousandths of the type size."""

MOST_PAIRS = 100
"""How many pairs a table of letters may list at a time (Adobe Technical Note 5014)."""


def embedded(pdf: pikepdf.Pdf, face: TypingFace, flags: int = FLAGS) -> Any:
    """Put ``face`` into ``pdf`` and return the font that fields name; ``flags`` say whether it has serifs."""
    program = pdf.make_stream(face.data, Length1=len(face.data))
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name(f"/{face.name}"), Flags=flags, FontBBox=Array(face.box), ItalicAngle=0,
        Ascent=face.ascent, Descent=face.descent, CapHeight=face.cap_height, StemV=STEM, FontFile2=program,
    )  # fmt: skip
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name(f"/{face.name}"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor), DW=1000, W=Array([0, Array(face.widths)]), CIDToGIDMap=Name.Identity,
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name(f"/{face.name}"), Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]), ToUnicode=pdf.make_stream(_letters(face)),
        )
    )  # fmt: skip


def _letters(face: TypingFace) -> bytes:
    """Return the table that says which letter each glyph is (9.10.3)."""
    named = sorted({glyph: code for code, glyph in sorted(face.glyphs.items(), reverse=True)}.items())
    parts = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for pairs in _batches(named):
        lines = "".join(f"<{glyph:04X}> <{code:04X}>\n" for glyph, code in pairs)
        parts.append(f"{len(pairs)} beginbfchar\n{lines}endbfchar")
    return "\n".join((*parts, "endcmap CMapName currentdict /CMap defineresource pop end end")).encode()


def _batches(pairs: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    return [pairs[at : at + MOST_PAIRS] for at in range(0, len(pairs), MOST_PAIRS)]
