"""Missing glyphs: where in the passages a character stands that no font has, that came from another face, or whose marks stand beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from weasyprint import Document

from brochures.engine.boxes import runs_of
from brochures.engine.drawn_letters import Drawn, foreign, loose
from brochures.engine.log import Heard
from brochures.engine.messages import Message
from brochures.findings import NOWHERE, codes
from brochures.geometry.passages import Origin, Stretch, count, cut, origins, read


def messages(document: Document, heard: Sequence[Heard], drawn: Sequence[Drawn] = ()) -> Iterator[Message]:
    """Yield what was said while ``document`` was drawn and what its ``drawn`` letters tell, each with its place in the passages."""
    missing = {(id(one.box), one.sign) for one in heard}
    others = [one for one in foreign(drawn) if (id(one.box), one.letter) not in missing]
    beside = [one for one in loose(drawn) if not any((id(one[0]), sign) in missing for sign in one[1])]
    runs = runs_of(document) if others or beside or any(one.box is not None for one in heard) else {}
    for one in heard:
        where = dict.fromkeys(_origins(one.box, one.sign, runs)) if one.sign else ()
        yield Message(one.finding, one.sign, tuple(where), one.resource)
    for letter in others:
        origins_ = tuple(dict.fromkeys(_origins(letter.box, letter.letter, runs)))
        yield Message(codes.OTHER_FACE.at(NOWHERE, ""), letter.letter, origins_, face=letter.face, wanted=letter.wanted)
    for box, letters, face in beside:
        yield Message(
            codes.MARK_BESIDE.at(NOWHERE, ""), letters, tuple(dict.fromkeys(_origins(box, letters, runs))), face=face
        )


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
