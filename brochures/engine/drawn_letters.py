"""Drawn letters: in which face each was drawn, and whether its marks sit on it. The engine says neither.

Where the face that a style asks for lacks a letter, the engine takes it from another one in silence; where a face has a mark and no place
for it on the letter, the mark is drawn beside the letter. Both are read off the line while it is drawn: ``draw_first_line`` is replaced by
a function that calls it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from brochures.engine import current_box, line_spaces
from brochures.engine.private_api import DrawnItem, drawn_items, text_drawing

_draw_line = text_drawing.draw_first_line

_drawn: list[Drawn] = []
_sampled: set[str] = set()
"""What was drawn since the last call of ``taken``, and the families of which plain letters are among that."""


@dataclass(frozen=True)
class Drawn:
    """Letters that were drawn in ``face`` where a style asked for the family ``wanted``; ``box`` is what was being drawn.

    ``loose`` are letters with their marks that were drawn beside them.
    """

    box: Any
    wanted: str
    face: str
    text: str
    loose: tuple[str, ...] = ()


@dataclass(frozen=True)
class Foreign:
    """A letter that was drawn in ``face`` instead of ``wanted``, the face of the letters around it."""

    box: Any
    letter: str
    face: str
    wanted: str


def install() -> None:
    """Let the engine note what it draws. Doing so twice changes nothing."""
    text_drawing.draw_first_line = _noting


def taken() -> tuple[Drawn, ...]:
    """Return what was drawn since the last call, and forget it."""
    found = tuple(_drawn)
    _drawn.clear()
    _sampled.clear()
    return found


def foreign(drawn: Sequence[Drawn]) -> Iterator[Foreign]:
    """Yield each letter of ``drawn`` that was not drawn in the face that most letters of its family were drawn in."""
    faces: dict[str, Counter[str]] = {}
    for one in drawn:
        faces.setdefault(one.wanted, Counter())[one.face] += sum(map(_is_plain, one.text))
    for one in drawn:
        usual = faces[one.wanted].most_common(1)[0][0]
        if one.face != usual and any(faces[one.wanted].values()):
            for letter in dict.fromkeys(one.text):
                if _is_letter(letter):
                    yield Foreign(one.box, letter, one.face, usual)


def loose(drawn: Sequence[Drawn]) -> Iterator[tuple[Any, str, str]]:
    """Yield the box, the letter with its marks, and the face of each letter whose marks were drawn beside it."""
    for one in drawn:
        yield from ((one.box, letter, one.face) for letter in one.loose)


def _is_plain(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LM"


def _noting(stream: Any, textbox: Any, *others: Any) -> Any:
    """Draw the line of ``textbox``, and note in which faces. Plain lines are noted once a family: they tell which face is the usual one."""
    wanted = textbox.style["font_family"][0]
    if textbox.text.strip() and (wanted not in _sampled or _is_special(textbox.text)):
        for item in tuple(drawn_items(stream, textbox)):
            _tell_apart(item)
            _drawn.append(Drawn(current_box.box(), wanted, item.font.family, item.text, tuple(_loose(item))))
            _sampled.update({wanted} if any(map(_is_plain, item.text)) else ())
    emojis = _draw_line(stream, textbox, *others)
    line_spaces.show(stream, textbox)
    return emojis


def _is_special(text: str) -> bool:
    """Whether ``text`` has a letter or mark that a face may lack."""
    return not text.isascii() and any(_is_letter(sign) and not sign.isascii() for sign in text)


def _tell_apart(item: DrawnItem) -> None:
    """Let the file know which letter and which marks each glyph stands for, where several draw one character.

    The engine gives the whole character to the last of them and nothing to the others, in every text of the document.
    """
    for at in dict.fromkeys(at for _, at, _ in item.glyphs):
        shared = [glyph for glyph, other, _ in item.glyphs if other == at]
        if len(shared) > 1:
            for glyph, part in zip(shared, _parts(item.line[at], len(shared)), strict=True):
                item.font.to_unicode.setdefault(glyph, part)


def _parts(sign: str, number: int) -> list[str]:
    """Return the ``number`` parts of which ``sign`` is drawn, as a font takes it apart: the mark that was put on last comes off first."""
    parts = [sign]
    while len(parts) < number and len(pair := unicodedata.decomposition(parts[0]).split()) == len(("letter", "mark")):
        parts[:1] = [chr(int(one, 16)) for one in pair]
    return parts + [""] * (number - len(parts))


def _loose(item: DrawnItem) -> Iterator[str]:
    """Yield each letter of ``item`` with a mark that stands where it would without the letter."""
    for number, (_, at, moved) in enumerate(item.glyphs):
        sign = item.line[at : at + 1]
        second = number > 0 and item.glyphs[number - 1][1] == at
        if not moved and (_is_mark(sign) or (second and _is_composed(sign))):
            yield _with_marks(item.line, at)


def _is_mark(sign: str) -> bool:
    return bool(unicodedata.combining(sign))


def _is_composed(sign: str) -> bool:
    return len(unicodedata.normalize("NFD", sign)) > 1


def _with_marks(line: str, at: int) -> str:
    """Return the letter of ``line`` that the mark at ``at`` belongs to, with all its marks."""
    first = at
    while first > 0 and _is_mark(line[first]):
        first -= 1
    end = at + 1
    while end < len(line) and _is_mark(line[end]):
        end += 1
    return line[first:end]
