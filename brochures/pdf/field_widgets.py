"""Widgets of fields: where each lies on its page, what it looks like in each state, and how much goes into it (ISO 32000-1, 12.5.6.19).

Edges and lines are printed by the page itself: a widget paints what is filled in and nothing else.
"""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from brochures.compose.fill_in import FieldKind
from brochures.design.typing_face import LEADING
from brochures.geometry.pages import FillBox
from brochures.geometry.pdf_box import PdfBox
from brochures.pdf.field_font import TYPED

PRINTED = 4
"""The flag of an annotation that is printed, too (Table 165)."""

READ_ONLY, REQUIRED, MULTILINE, RADIO, NO_SPELLING, NO_SCROLL = 1, 1 << 1, 1 << 12, 1 << 15, 1 << 22, 1 << 23
"""Flags of fields (Tables 221, 226 and 228). A name or a diagnosis is nobody's to spell; what does not fit is not taken."""

SIZE = 10.0
"""How large is typed what is filled in, in pt: two lines go into a row of a list."""

LEAST = 8.0
"""How small at the least what stands at the head of a sheet, where a long name has less room than on the first sheet, in pt."""

FITTED = 0.0
"""The size that a reader makes as large as the words allow."""

LINE = LEADING / 1000
"""From line to line, in type sizes."""

LETTER = 0.52
"""How wide a letter of a name is on the average, in type sizes: those of ``Nguyễn Văn Ánh Łukasz Čapek`` are 0.517."""

INSET = 4.0
"""What readers leave free at both ends of a line together, in pt."""

EDGE = 2.4
"""How far a cross stays away from the edges of its box, in pt."""

LOW, HIGH = 12.0, 15.0
"""A line to write on is lower than this and has room of this height above it, in pt."""

MOST = {FieldKind.DATE: 10, FieldKind.PHONE: 32, FieldKind.NUMBER: 24}
"""The most letters of what has a form of its own: 05/31/2026; a number with its country and extension; a number with its unit."""


def flags(kind: FieldKind, *, required: bool) -> int:
    """Return the flags of a field of ``kind``."""
    own = {
        FieldKind.BOX: 0,
        FieldKind.SIGNATURE: 0,
        FieldKind.RADIO: RADIO,
        FieldKind.LINES: MULTILINE | NO_SPELLING | NO_SCROLL,
    }
    return own.get(kind, NO_SPELLING | NO_SCROLL) | (REQUIRED if required else 0)


def most_letters(kind: FieldKind, place: PdfBox, *, head: bool = False) -> int:
    """Return how many letters go into a field of ``kind`` that lies at ``place``, of a name with narrow and wide ones."""
    in_a_line = max(1, int((place.width - INSET) / ((LEAST if head else SIZE) * LETTER)))
    if kind is FieldKind.LINES:
        return in_a_line * max(1, int(place.height / (SIZE * LINE)))
    return min(in_a_line, MOST.get(kind, in_a_line))


def typed_in(size: float) -> Any:
    """Return how words are typed: the font, its size in pt, and black (12.7.3.3)."""
    return String(f"/{TYPED} {size:g} Tf 0 g")


def place_of(box: FillBox, trim: PdfBox) -> PdfBox:
    """Return where the widget of ``box`` lies in the space of its page, whose trim is ``trim``."""
    x, low, right, top = (
        trim.left + box.box.left,
        trim.top - box.box.bottom,
        trim.left + box.box.right,
        trim.top - box.box.top,
    )
    if top - low < LOW and FieldKind(box.kind).is_typed:
        top = low + HIGH
    return PdfBox(*(round(edge, 2) for edge in (x, low, right, top)))


class Painter:
    """Makes the widgets of one file. Boxes of one size share their two pictures; what is typed has one of its own, which readers write anew."""

    def __init__(self, pdf: pikepdf.Pdf, font: Any) -> None:
        """Paint into ``pdf``, and set what is typed in ``font``."""
        self._pdf = pdf
        self._font = font
        self._boxes: dict[tuple[float, float], tuple[Any, Any]] = {}

    def widget(self, box: FillBox, place: PdfBox, page: Any) -> Any:
        """Return the annotation of ``box`` at ``place`` on ``page``, empty as yet."""
        kind = FieldKind(box.kind)
        one = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, Rect=Array(place), F=PRINTED, P=page, TU=String(box.says),
            BS=Dictionary(W=0),
        )  # fmt: skip
        if kind in {FieldKind.BOX, FieldKind.RADIO}:
            crossed, empty = self._box(round(place.width, 2), round(place.height, 2))
            one.AS = Name.Off
            one.AP = Dictionary(N=Dictionary({f"/{box.state}": crossed, "/Off": empty}))
        elif kind.is_typed:
            fonts = Dictionary(Font=Dictionary({f"/{TYPED}": self._font}))
            one.AP = Dictionary(N=self._painted(place.width, place.height, b"/Tx BMC\nEMC\n", fonts))
            one.DA = typed_in(FITTED if box.head else SIZE)
        else:
            one.AP = Dictionary(N=self._painted(place.width, place.height, b"", Dictionary()))
        return self._pdf.make_indirect(one)

    def _box(self, width: float, height: float) -> tuple[Any, Any]:
        """Return a box with a cross in it, as a pen makes it and a fax does not lose it, and an empty one."""
        if (width, height) not in self._boxes:
            low, right, top = EDGE, width - EDGE, height - EDGE
            cross = f"q 1.4 w 1 J {low:g} {low:g} m {right:g} {top:g} l {low:g} {top:g} m {right:g} {low:g} l S Q\n"
            self._boxes[width, height] = (
                self._painted(width, height, cross.encode(), Dictionary()),
                self._painted(width, height, b"", Dictionary()),
            )
        return self._boxes[width, height]

    def _painted(self, width: float, height: float, content: bytes, resources: Any) -> Any:
        size = Array([0, 0, round(width, 2), round(height, 2)])
        return self._pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=size, Resources=resources)
