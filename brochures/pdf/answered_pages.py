"""Answered pages: the answers of a form that came back, set as words of the pages where a fax has the boxes for them.

Nothing is made smaller, cut off or left out in silence: what does not go into its box in type of ``SIZE`` is a misfit, and a value without
a box is told. A fax has no fields: an answer is ink, and a cross is two strokes of a pen.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from brochures.compose.fill_in import FieldKind
from brochures.design.set_line import LineFace, line_faces
from brochures.design.typing_face import typing_face
from brochures.geometry.pages import FillBox, MeasuredPages
from brochures.geometry.pdf_box import PdfBox
from brochures.pdf.field_font import embedded
from brochures.pdf.field_widgets import EDGE, INSET, LINE, place_of
from brochures.pdf.partner_words import shown_line
from brochures.pdf.slots import font_name

SIZE = 12.0
"""In which type an answer is set, in pt: the smallest of a fax (docs/print.md, Fax)."""

PEN = 2.0
"""How thick the strokes of a cross are, in pt: two lines of the coarse raster are 1.47."""

ONE_LINE = frozenset({FieldKind.DATE, FieldKind.PHONE, FieldKind.NUMBER})
"""What is never broken over two lines: a reader must have it whole."""


@dataclass(frozen=True)
class SetAnswer:
    """One line of an answer: the field, the page from 0, the words, and where they stand on the page, in pt."""

    name: str
    page: int
    text: str
    place: PdfBox


@dataclass(frozen=True)
class Misfit:
    """An answer that does not go into its box: its field, the page from 1, what was measured, and by how much it is too long."""

    name: str
    page: int
    said: str
    over: str


@dataclass(frozen=True)
class AnsweredPages:
    """The bytes with the answers on their pages; ``lines`` are those that were set, ``unplaced`` are fields with a value and no box.

    ``unset`` are fields with a letter that the face lacks.
    """

    data: bytes = field(repr=False)
    lines: tuple[SetAnswer, ...]
    misfits: tuple[Misfit, ...]
    unplaced: tuple[str, ...]
    unset: tuple[str, ...]


def with_answers(data: bytes, sheets: MeasuredPages, values: Mapping[str, str], styles: Path) -> AnsweredPages:
    """Return ``data``, a fax that was measured as ``sheets``, with ``values`` by the names of their fields. A box is checked where its answer is the value.

    Raise ``OSError`` where the face cannot be read.
    """
    typed = typing_face(styles)
    face = line_faces(styles, typed.family)[0]
    unset = tuple(name for name, value in values.items() if face.lacks("".join(value.split())))
    given = {name: value for name, value in values.items() if name not in unset}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        boxes = [
            (number, box, place_of(box, PdfBox.of(page.trimbox)))
            for number, (page, sheet) in enumerate(zip(pdf.pages, sheets.pages, strict=True))
            for box in sheet.to_fill
            if box.name in given and _is_meant(box, given[box.name])
        ]
        misfits = tuple(one for number, box, place in boxes for one in _misfits(face, number, box, place, given[box.name]))  # fmt: skip
        lines = tuple(one for number, box, place in boxes for one in _lines(face, number, box, place, given[box.name]))
        crosses = [(number, place) for number, box, place in boxes if _is_box(box)]
        _write(pdf, face.only("".join(one.text for one in lines)), lines, crosses)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    found = {box.name for _, box, _ in boxes}
    return AnsweredPages(written.getvalue(), lines, misfits, tuple(name for name in given if name not in found), unset)


def _is_box(box: FillBox) -> bool:
    return FieldKind(box.kind) in {FieldKind.BOX, FieldKind.RADIO}


def _is_meant(box: FillBox, value: str) -> bool:
    """Whether ``value`` stands in ``box``: of several boxes of one field, in that of the answer. A signature is nobody's to set."""
    if FieldKind(box.kind) is FieldKind.RADIO:
        return box.state == value
    return FieldKind(box.kind) is not FieldKind.SIGNATURE


def _broken(face: LineFace, box: FillBox, wide: float, value: str) -> list[str]:
    """Return the lines of ``value``, each with as many of its words as go into the width ``wide``."""
    if FieldKind(box.kind) in ONE_LINE:
        return [" ".join(value.split())]
    lines: list[str] = []
    for row in value.splitlines():
        begun = ""
        for word in row.split():
            longer = f"{begun} {word}".strip()
            if begun and _width(face, longer) > wide:
                lines.append(begun)
                longer = word
            begun = longer
        lines += [begun] if begun else []
    return lines


def _width(face: LineFace, text: str) -> float:
    return face.line(text).width * SIZE / 1000


def _room(place: PdfBox) -> tuple[float, int]:
    """Return how wide a line at ``place`` may be, in pt, and how many go into it."""
    return place.width - INSET, max(1, int(place.height / (SIZE * LINE)))


def _misfits(face: LineFace, page: int, box: FillBox, place: PdfBox, value: str) -> Iterator[Misfit]:
    if _is_box(box):
        return
    wide, most = _room(place)
    lines = _broken(face, box, wide, value)
    widest = max((_width(face, line) for line in lines), default=0.0)
    if widest > wide:
        yield Misfit(
            box.name, page + 1, f"is {widest:.0f} pt wide in one line, and there is room for {wide:.0f} pt",
            f"{widest - wide:.0f} pt less",
        )  # fmt: skip
    elif len(lines) > most:
        yield Misfit(
            box.name, page + 1, f"takes {len(lines)} lines, and there is room for {most}", f"{len(lines) - most} lines less"
        )  # fmt: skip


def _lines(face: LineFace, page: int, box: FillBox, place: PdfBox, value: str) -> Iterator[SetAnswer]:
    """Yield where each line of ``value`` stands: in the middle of its box, from the top where it has several."""
    if _is_box(box):
        return
    texts = _broken(face, box, _room(place)[0], value)
    step = SIZE * LINE
    top = place.top if FieldKind(box.kind) is FieldKind.LINES else (place.bottom + place.top + step * len(texts)) / 2
    for number, text in enumerate(texts):
        low, left = top - step * (number + 1), place.left + INSET / 2
        yield SetAnswer(box.name, page, text, PdfBox(left, low, left + _width(face, text), low + step))


def _write(pdf: pikepdf.Pdf, face: LineFace, lines: Sequence[SetAnswer], crosses: Sequence[tuple[int, PdfBox]]) -> None:
    """Put ``lines`` and ``crosses`` on their pages, over what stands there."""
    font = embedded(pdf, face.typed) if lines else None
    for number in sorted({one.page for one in lines} | {number for number, _ in crosses}):
        page: Any = pdf.pages[number]
        page.contents_add(b"q\n", prepend=True)
        drawn = [b"\nQ q 0 g 0 G\n", *(_cross(place) for at, place in crosses if at == number)]
        for one in lines:
            if one.page == number:
                page.obj.Resources.Font[font_name(0)] = font
                base = one.place.bottom - face.typed.descent * SIZE / 1000
                drawn.append(
                    b"BT 1 0 0 1 %.2f %.2f Tm %b ET\n" % (one.place.left, base, shown_line(face, 0, one.text, SIZE))
                )
        page.contents_add(b"".join((*drawn, b"Q\n")))


def _cross(place: PdfBox) -> bytes:
    left, low, right, top = place.left + EDGE, place.bottom + EDGE, place.right - EDGE, place.top - EDGE
    return b"q %g w 1 J %.2f %.2f m %.2f %.2f l %.2f %.2f m %.2f %.2f l S Q\n" % (
        PEN, left, low, right, top, left, top, right, low,
    )  # fmt: skip
