"""A spare font: a face with more letters, as the objects that put it into a file for the partner whose name needs it, and into no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from brochures.design.set_line import LineFace
from brochures.pdf.appended import stream_object
from brochures.pdf.field_font import FLAGS, embedded

_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")


def spare_font(face: LineFace, number: int, first: int) -> dict[int, bytes]:
    """Return the font of ``face`` as the object ``number``, with the others that it needs numbered from ``first``."""
    with pikepdf.new() as pdf:
        font = embedded(pdf, face.typed, FLAGS)
        found = {one.objgen[0]: one for one in _all_of(font)}
        others = [own for own in found if own != font.objgen[0]]
        new = {font.objgen[0]: number} | {own: first + place for place, own in enumerate(others)}
        return {new[own]: _written(one, new) for own, one in found.items()}


def _all_of(thing: Any) -> Iterator[Any]:
    """Yield ``thing`` and every object that it refers to."""
    yield thing
    for held in thing.stream_dict.values() if isinstance(thing, pikepdf.Stream) else thing.values():
        for one in held if isinstance(held, pikepdf.Array) else (held,):
            if isinstance(one, pikepdf.Object) and one.is_indirect:
                yield from _all_of(one)


def _written(thing: Any, new: dict[int, int]) -> bytes:
    """Return the object ``thing`` as it is written, its references to the numbers in ``new``."""

    def renumbered(text: bytes) -> bytes:
        return _REFERENCE.sub(lambda said: b"%d 0 R" % new[int(said[1])], text)

    if not isinstance(thing, pikepdf.Stream):
        return renumbered(thing.unparse(resolved=True))
    said = pikepdf.Dictionary(
        {key: value for key, value in thing.stream_dict.items() if key not in {"/Length", "/Filter"}}
    )
    entries = renumbered(said.unparse()).decode("latin-1").strip()[2:-2].strip()
    return stream_object(thing.read_bytes(), entries)
