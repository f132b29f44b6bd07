"""Partner words: the words of one partner set into a body, as what is appended to it. Each line stays where its slot is, in its ink."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from pikepdf import String

from brochures.design.set_line import LineFace, SetLine, normal
from brochures.design.typing_face import TypingFace
from brochures.pdf.appended import appended, stream_object
from brochures.pdf.field_font import TYPED
from brochures.pdf.field_widgets import INSET, LEAST, LINE, SIZE
from brochures.pdf.slots import Body, Prefilled, font_name
from brochures.pdf.spare_font import spare_font

STEP = 0.5
"""By how much the type of a field gets smaller at a time, in pt."""


@dataclass(frozen=True)
class Words:
    """What is set for one partner: ``lines`` by the words that hold their places, and what stands in fields, by their names."""

    lines: Mapping[str, str]
    values: Mapping[str, str]


class UnsetError(ValueError):
    """Words that no face of the packet has letters for; its text is the letters."""


def face_for(body: Body, words: Words) -> int:
    """Return which face sets all lines of a partner: the first that has every letter. Raise ``UnsetError`` where none has."""
    text = "".join(words.lines.values())
    for place, face in enumerate(body.faces):
        if not face.lacks(text):
            return place
    raise UnsetError(body.faces[-1].lacks(text))


def appended_words(body: Body, words: Words) -> bytes:
    """Return what is written behind ``body`` for a partner with ``words``. Raise ``UnsetError`` for letters that cannot be set."""
    place = face_for(body, words)
    try:
        objects = {
            one.stream: stream_object(shown_line(body.faces[place], place, words.lines.get(one.holds, ""), one.size))
            for one in body.slots
        }
    except LookupError as lacking:
        raise UnsetError(str(lacking.args[0])) from lacking
    typed = body.faces[-1].typed
    for name, value in words.values.items():
        objects |= _field(body.fields[name], normal(value), typed)
    if place and body.spare:
        letters = "".join(words.lines.values())
        objects |= spare_font(body.faces[place].only(letters), body.spare, body.trailer.size)
    digest = hashlib.sha256(b"".join(objects[number] for number in sorted(objects))).digest()[:16]
    return appended(body.trailer, objects, digest)


def width(body: Body, text: str, place: int, size: float) -> float:
    """Return how long ``text`` is in the face at ``place``, in pt."""
    return body.faces[place].line(text).width * size / 1000


def shown_line(face: LineFace, place: int, text: str, size: float) -> bytes:
    """Return the operators that set ``text`` in ``face``, which is at ``place`` in a body, in type of ``size``; nothing where there is none.

    They stand between the operators of the page that say where, in which ink and as which words. Raise ``LookupError`` for a letter that the face lacks.
    """
    return f"{font_name(place)} {size:g} Tf\n{_shown(face.line(text), face, size)}".encode() if text else b""


def _shown(line: SetLine, face: LineFace, size: float) -> str:
    """Return the operators that show ``line``: a number between glyphs moves the next one to the left (9.4.3)."""
    shown: list[str] = []
    row: list[str] = []
    for one in line.glyphs:
        kept = face.typed.widths[one.number] - one.advance
        if one.up:
            shown += [_row(row), f"{one.up * size / 1000:g} Ts"] if row else [f"{one.up * size / 1000:g} Ts"]
            row = []
        row += [f"{-one.right}"] if one.right else []
        row.append(f"<{one.number:04X}>")
        row += [f"{kept + one.right}"] if kept + one.right else []
        if one.up:
            shown += [_row(row), "0 Ts"]
            row = []
    return "\n".join((*shown, _row(row)) if row else shown)


def _row(shown: list[str]) -> str:
    return f"[ {' '.join(shown)} ] TJ"


def room(field: Prefilled, value: str, face: TypingFace) -> float:
    """Return in which size ``value`` goes into ``field``, in pt; 0 where it does in none that can be read."""
    narrowest = min(one.width for one in field.pictures) - INSET
    if field.most and len(value) > field.most:
        return 0.0
    steps = int((SIZE - LEAST) / STEP) + 1
    return next(
        (
            size
            for size in (SIZE - STEP * step for step in range(steps))
            if face.width(value) * size <= narrowest * 1000
        ),
        0.0,
    )


def _field(field: Prefilled, value: str, face: TypingFace) -> Mapping[int, bytes]:
    """Return the objects of ``field`` with ``value`` in it: none where there is no room for it, so that it stays to be filled in by hand."""
    size = room(field, value, face)
    if not size:
        return {}
    said = String(value).unparse().decode("latin-1")
    shown = {
        one.number: stream_object(_typed(field, value, face, size, one.height).encode(), one.entries)
        for one in field.pictures
    }
    return {**shown, field.number: f"<< {field.entries} /V {said} >>".encode("latin-1")}


def _typed(field: Prefilled, value: str, face: TypingFace, size: float, height: float) -> str:
    """Return the content of a widget: one line, in its middle; at the top where there is room for several (12.7.3.3)."""
    low = height - SIZE * LINE if field.several_lines else (height - size * LINE) / 2
    base = low - face.descent * size / 1000
    glyphs = "".join(f"{number:04X}" for number in face.typed(value))
    return f"/Tx BMC q BT /{TYPED} {size:g} Tf 0 g {INSET / 2:g} {base:.2f} Td <{glyphs}> Tj ET Q EMC"
