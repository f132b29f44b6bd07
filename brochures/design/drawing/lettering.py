"""Words of a drawing as they would be set: which face, which size, where; and why some cannot be set as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from brochures.design.drawing.parts import Drawing, Part

Faces = Mapping[tuple[str, int], Path]
"""The files of the project's upright faces, by family and weight."""

_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+))(?:px)?\s*")
_SHORT = re.compile(r"((?:(?:normal|bold|[1-9]00)\s+)*)([\d.]+(?:px|pt)?)(?:/\S+)?\s+(.+)")
_PT = 4 / 3
_UNUSUAL = ["rotate", "textLength", "lengthAdjust", "letter-spacing", "word-spacing", "writing-mode", "baseline-shift", "dominant-baseline", "alignment-baseline", "text-decoration", "font-variant", "font-stretch", "font-feature-settings", "font-variation-settings", "direction", "unicode-bidi", "text-transform", "font-style", "paint-order"]  # fmt: skip
_USUAL = frozenset(("normal", "none", "auto", "0", "ltr", "baseline", "alphabetic", ""))


@dataclass(frozen=True)
class Lettered:
    """Words in one face and size, from ``x`` and ``y`` on (None: where the run before them ends), moved by ``dx`` and ``dy``."""

    part: Part
    text: str
    file: Path
    size: float
    x: float | None
    y: float | None
    dx: float
    dy: float


@dataclass(frozen=True)
class _Font:
    family: str
    weight: int
    size: float


def unsuited(drawing: Drawing, text: Part, faces: Faces) -> str:
    """Return why the words of ``text`` cannot be set as they are written, empty where they can."""
    for part in (text, *drawing.inside(text)):
        if part.tag not in {"text", "tspan"}:
            return f"they hold <{part.tag}>"
        font = _font(part)
        if font is None:
            return "their size or weight cannot be worked out"
        if (font.family, font.weight) not in faces:
            families = {family for family, _ in faces}
            told = f"in weight {font.weight}" if font.family in families else f"'{font.family}'"
            return f"no face of the project is {told}" if font.family else "they name no family of type"
        unusual = next((name for name in _UNUSUAL if _written(part, name) not in _USUAL), "")
        if unusual or any(_number(part, name) is None for name in ("x", "y", "dx", "dy") if name in part.given):
            return f"{unusual or 'the place of each letter'} is not known here"
        if "url(" in part.get("fill") + part.get("stroke"):
            return "they are painted in a gradient"
    return ""


def lettering(drawing: Drawing, text: Part, faces: Faces) -> Iterator[Lettered]:
    """Yield the words of ``text``, in which nothing is unsuited, in the order in which they are read."""
    waiting: dict[str, float] = {}
    for part, words, first in _collapsed([*_pieces(drawing, text)]):
        if first:
            waiting |= {name: _number(part, name) or 0 for name in ("x", "y", "dx", "dy") if name in part.given}
        font = _font(part)
        if words and font is not None:
            x, y, dx, dy = (waiting.pop(name, None) for name in ("x", "y", "dx", "dy"))
            yield Lettered(part, words, faces[font.family, font.weight], font.size, x, y, dx or 0, dy or 0)


def _pieces(drawing: Drawing, part: Part) -> Iterator[tuple[Part, str, bool]]:
    """Yield each piece of words with the element that it stands in, and whether that begins with it."""
    yield part, part.element.text or "", True
    for child in drawing.children[part]:
        if child.get("display") != "none":
            yield from _pieces(drawing, child)
        yield part, child.element.tail or "", False


def _collapsed(pieces: list[tuple[Part, str, bool]]) -> list[tuple[Part, str, bool]]:
    """Return ``pieces`` with single spaces between words, and none before the first and behind the last."""
    found: list[tuple[Part, str, bool]] = []
    ended = True
    for part, words, first in pieces:
        single = re.sub(r"[ \t\r\n]+", " ", words)
        single = single.lstrip(" ") if ended else single
        ended = single.endswith(" ") if single else ended
        found.append((part, single, first))
    for at in range(len(found) - 1, -1, -1):
        part, words, first = found[at]
        found[at] = (part, words.rstrip(" "), first)
        if words.strip(" "):
            break
    return found


def _font(part: Part) -> _Font | None:
    """Return the face and size of ``part``, None where they cannot be worked out."""
    family, weight, size = "", "400", "16"
    for one in reversed([part, *part.around]):
        if "font" in one.given:
            short = _SHORT.fullmatch(one.given["font"].value.strip())
            if short is None:
                return None
            weight = ([word for word in short[1].split() if word != "normal"] or ["400"])[-1]
            size, family = short[2], short[3]
        family = one.given["font-family"].value if "font-family" in one.given else family
        weight = one.given["font-weight"].value if "font-weight" in one.given else weight
        size = one.given["font-size"].value if "font-size" in one.given else size
    number = {"normal": "400", "bold": "700"}.get(weight, weight)
    height = _size(size)
    if height is None or not number.isdecimal():
        return None
    return _Font(family.split(",")[0].strip().strip("\"'"), int(number), height)


def _size(text: str) -> float | None:
    found = _NUMBER.fullmatch(text.removesuffix("pt"))
    return None if found is None else float(found[1]) * (_PT if text.endswith("pt") else 1)


def _number(part: Part, name: str) -> float | None:
    found = _NUMBER.fullmatch(part.get(name))
    return None if found is None else float(found[1])


def _written(part: Part, name: str) -> str:
    return next((one.given[name].value for one in (part, *part.around) if name in one.given), "")
