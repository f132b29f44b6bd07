"""Slots: where the words of a partner stand in a packet that was typeset once for all, found in its finished bytes and emptied.

Each line of a slot was set with words that hold its place (``resolve/addressed.py``). Its run is looked for by its glyphs, for the engine
keeps the numbers that they have in the font file. The content of its page is parted there, so that the run is a stream of its own: what
differs from partner to partner is a few hundred bytes, and place, ink and tags stay those of the page.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array

from brochures.design.set_line import LineFace, line_faces
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPage, MeasuredPages, Region
from brochures.geometry.units import PX
from brochures.pdf.appended import Trailer
from brochures.pdf.field_font import SANS, TYPED, embedded
from brochures.pdf.field_widgets import MULTILINE

SLOT = "slot"
"""What kind of region a line of a slot is, as its template declares it."""

_Ops = list[Any]


@dataclass(frozen=True)
class Slotted:
    """One line of a slot: the words that hold its place, its page from 0, and where it lies on the sheet, in pt.

    ``size`` is its type size in the units of the page's content, which are CSS px; ``stream`` is the number of the object that sets it.
    """

    holds: str
    page: int
    box: Box
    size: float
    stream: int

    @property
    def type_size(self) -> float:
        """Its type size in pt."""
        return self.size * PX


@dataclass(frozen=True)
class ShownWidget:
    """What a widget shows: the number of its object, how wide and how high it is in pt, and what its dictionary says."""

    number: int
    width: float
    height: float
    entries: str


@dataclass(frozen=True)
class Prefilled:
    """A field that may be filled in for a partner: its page from 0, the number of its object and what that says, and what its widgets show."""

    name: str
    page: int
    number: int
    entries: str
    pictures: tuple[ShownWidget, ...]
    several_lines: bool
    most: int


@dataclass(frozen=True)
class Body:
    """A packet without the words of a partner, as bytes, with all that is needed to put them in. Of ``faces`` the first sets what it has letters for."""

    data: bytes = field(repr=False)
    trailer: Trailer
    slots: tuple[Slotted, ...]
    fields: Mapping[str, Prefilled]
    faces: tuple[LineFace, ...]
    pages: int
    spare: int = 0
    """The number of the font of the last face, where the file does not hold that; else 0."""


class SlotsError(ValueError):
    """A slot that is not in the file, or stands in it twice."""


def body_of(data: bytes, sheets: MeasuredPages, styles: Path, filled_in: Sequence[str] = ()) -> Body:
    """Return ``data``, a finished packet that was measured as ``sheets``, as a body. ``filled_in`` are names of fields that a partner fills.

    Raise ``SlotsError`` where a slot is not found once, and ``OSError`` where a font file cannot be read.
    """
    found = [region for region in sheets.regions if region.kind == SLOT]
    if not found:
        raise SlotsError(SLOT)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        faces, sizes = _emptied(pdf, found, styles)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    emptied = written.getvalue()
    with pikepdf.open(io.BytesIO(emptied)) as pdf:
        return Body(
            emptied, Trailer.of(emptied), tuple(_slotted(pdf, found, sizes)), {one.name: one for one in _fields(pdf, frozenset(filled_in))},
            faces, len(pdf.pages), _spare(pdf, found, faces),
        )  # fmt: skip


def slot_rows(sheets: MeasuredPages) -> list[Any]:
    """Return what ``body_of`` wants to know of ``sheets``, as JSON holds it: each page with its slots."""
    return [
        [page.number, page.width, page.height, [[one.name, held(one), *astuple(one.on_sheet)] for one in page.regions if one.kind == SLOT]]
        for page in sheets.pages
    ]  # fmt: skip


def slotted_pages(rows: Sequence[Any]) -> MeasuredPages:
    """Return the pages that ``slot_rows`` wrote down: their sizes and slots, and no more. Raise ``TypeError`` or ``ValueError`` for anything else."""
    return MeasuredPages(
        tuple(
            MeasuredPage(number, width, height, regions=tuple(_held_by(number, *slot) for slot in slots))
            for number, width, height, slots in rows
        )
    )


def _held_by(page: int, name: str, words: str, *edges: float) -> Region:
    box = Box(*edges)
    return Region(SLOT, name, page, box, "", (Line(0, box, box.bottom, 0.0, words),))


def held(region: Region) -> str:
    """Return the words that hold the place of ``region``."""
    return " ".join(line.text.strip() for line in region.lines)


def _emptied(
    pdf: pikepdf.Pdf, found: Sequence[Region], styles: Path
) -> tuple[tuple[LineFace, ...], Mapping[str, float]]:
    """Part the pages of ``pdf`` at the slots, empty these, and put the faces into it that set them.

    Return the faces, and the type size of each slot by the words that hold its place.
    """
    faces: tuple[LineFace, ...] = ()
    fonts: dict[str, Any] = {}
    sizes = {}
    for number in sorted({region.page for region in found}):
        page = pdf.pages[number - 1]
        operations = [*pikepdf.parse_content_stream(page)]
        here = [region for region in found if region.page == number]
        if not faces:
            faces = line_faces(styles, _face_of(page, operations, here))
            fonts = _put_in(pdf, faces)
        parts, begun = [], 0
        for region in here:
            at = _run(operations, faces[0], held(region))
            sizes[held(region)] = float(operations[at].operands[1])
            parts += [_stream(pdf, operations[begun:at]), pdf.make_stream(b"")]
            begun = at + 2
        page.obj.Contents = Array([*parts, _stream(pdf, operations[begun:])])
        for name, font in fonts.items():
            page.obj.Resources.Font[name] = font
    return faces, sizes


def font_name(place: int) -> str:
    """Return what pages call the face at ``place`` in ``Body.faces``."""
    return f"/Partner{place}"


def _typed(pdf: pikepdf.Pdf) -> Any:
    """Return the font of the fields of ``pdf``, None where there is none."""
    form = pdf.Root.get("/AcroForm")
    return form.DR.Font[f"/{TYPED}"] if form is not None else None


def _put_in(pdf: pikepdf.Pdf, faces: Sequence[LineFace]) -> dict[str, Any]:
    """Put ``faces`` into ``pdf`` and return their fonts by what pages call them.

    The face of the fields is there already. Where there are no fields it is spare: few names need it, and until one does its font is a
    copy of the first.
    """
    typed = _typed(pdf)
    first = embedded(pdf, faces[0].typed, SANS) if typed is None or len(faces) > 1 else typed
    fonts = {font_name(0): first}
    if len(faces) > 1:
        fonts[font_name(1)] = typed if typed is not None else pdf.make_indirect(pikepdf.Dictionary(first))
    return fonts


def _spare(pdf: pikepdf.Pdf, found: Sequence[Region], faces: Sequence[LineFace]) -> int:
    """Return the number of the font of a face that is not in the file as yet; 0 where each is."""
    if len(faces) == 1 or _typed(pdf) is not None:
        return 0
    return int(pdf.pages[found[0].page - 1].obj.Resources.Font[font_name(1)].objgen[0])


def _stream(pdf: pikepdf.Pdf, operations: _Ops) -> Any:
    return pdf.make_stream(pikepdf.unparse_content_stream(operations))


def _face_of(page: pikepdf.Page, operations: _Ops, here: Sequence[Region]) -> str:
    """Return what the file calls the face of the first slot of ``page``: that of the run with as many glyphs as its words have letters."""
    words = held(here[0])
    fonts = page.obj.Resources.Font
    for at, (_, operator) in enumerate(operations):
        if str(operator) == "TJ" and len(_glyphs(operations[at])) == len(words):
            name = str(fonts[operations[at - 1].operands[0]].BaseFont).partition("+")[2]
            if name:
                return name
    raise SlotsError(words)


def _run(operations: _Ops, face: LineFace, words: str) -> int:
    """Return where the run that sets ``words`` begins: at the operator that chooses its font."""
    wanted = [face.typed.glyphs[ord(sign)] for sign in words]
    at = [number - 1 for number, one in enumerate(operations) if str(one.operator) == "TJ" and _glyphs(one) == wanted]
    if len(at) != 1 or str(operations[at[0]].operator) != "Tf":
        raise SlotsError(words)
    return at[0]


def _glyphs(shown: Any) -> list[int]:
    """Return the numbers of the glyphs that an operation shows: two bytes each, for the engine writes all fonts so (9.7.4)."""
    whole = b"".join(bytes(one) for one in shown.operands[0] if isinstance(one, pikepdf.String))
    return [int.from_bytes(whole[at : at + 2]) for at in range(0, len(whole), 2)]


def _slotted(pdf: pikepdf.Pdf, found: Sequence[Region], sizes: Mapping[str, float]) -> Iterator[Slotted]:
    for number in sorted({region.page for region in found}):
        here = [region for region in found if region.page == number]
        streams = [one for place, one in enumerate(pdf.pages[number - 1].obj.Contents) if place % 2]
        for region, stream in zip(here, streams, strict=True):
            yield Slotted(held(region), number - 1, region.on_sheet, sizes[held(region)], stream.objgen[0])


def _fields(pdf: pikepdf.Pdf, wanted: frozenset[str]) -> Iterator[Prefilled]:
    """Yield those of the fields of ``pdf`` whose whole names are ``wanted``."""
    form = pdf.Root.get("/AcroForm")
    waiting = [("", one) for one in form.Fields] if form is not None else []
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    while waiting:
        above, one = waiting.pop(0)
        name = ".".join(filter(None, (above, str(one.get("/T", "")))))
        if name in wanted:
            widgets = [*one.get("/Kids", [one])]
            yield Prefilled(
                name, pages[widgets[0].P.objgen], one.objgen[0], _entries(one),
                tuple(_picture(widget) for widget in widgets), bool(int(one.get("/Ff", 0)) & MULTILINE), int(one.get("/MaxLen", 0)),
            )  # fmt: skip
        waiting += [(name, kid) for kid in one.get("/Kids", ()) if "/T" in kid]


def _entries(thing: Any) -> str:
    """Return what the dictionary ``thing`` says, without its brackets and without the value of a field."""
    held = pikepdf.Dictionary({key: value for key, value in thing.items() if key != "/V"})
    return str(held.unparse().decode("latin-1").strip()[2:-2].strip())


def _picture(widget: Any) -> ShownWidget:
    shown, (left, low, right, top) = widget.AP.N, (float(edge) for edge in widget.Rect)
    entries = " ".join(
        f"{key} {value.objgen[0]} 0 R" if value.is_indirect else f"{key} {value.unparse().decode('latin-1')}"
        for key, value in ((key, shown.get(key)) for key in ("/Type", "/Subtype", "/BBox", "/Resources"))
    )
    return ShownWidget(shown.objgen[0], right - left, top - low, entries)
