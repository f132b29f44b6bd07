"""Missing glyphs: where in the passages the engine's messages are about a character that no font has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from weasyprint import Document

from brochures.engine.boxes import runs_of
from brochures.engine.log import Heard
from brochures.engine.messages import Message
from brochures.geometry.passages import Origin, Stretch, count, cut, origins, read


def messages(document: Document, heard: Sequence[Heard]) -> Iterator[Message]:
    """Yield what was said while ``document`` was drawn, each with its place in the passages."""
    runs = runs_of(document) if any(one.box is not None for one in heard) else {}
    for one in heard:
        where = dict.fromkeys(_origins(one.box, one.sign, runs)) if one.sign else ()
        yield Message(one.finding, one.sign, tuple(where), one.resource)


def _origins(box: Any, sign: str, runs: Mapping[int, tuple[Stretch, ...]]) -> Iterator[Origin]:
    """Yield each place of ``sign`` in the text ``box``, or in the words inside the drawing ``box``."""
    if id(box) in runs:
        yield from _places(box.text, sign, runs[id(box)])
    elif hasattr(box, "replacement"):
        for element in box.element.iter():
            yield from _places(element.text or "", sign, read(element.get("data-passage") or ""))


def _places(text: str, sign: str, stretches: Iterable[Stretch]) -> Iterator[Origin]:
    told = tuple(stretches)
    at = text.find(sign)
    while at >= 0:
        letter = count(text[:at])
        yield from list(origins(cut(told, letter, letter + 1)))[-1:]
        at = text.find(sign, at + 1)
