"""Numbers that cannot be read: the engine takes some of them for nothing, and at others it gives up the whole drawing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from brochures.design.drawing.parts import Drawing, Part
from brochures.resolve.drawings.fault import DrawingFault, wrong
from brochures.resolve.drawings.style_sheets import WORKED_OUT

NUMBER = r"(?>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
_SEPARATED = rf"\s*,?\s*{NUMBER}"
_LENGTH = re.compile(rf"\s*({NUMBER})\s*(?:px|pt|pc|mm|cm|in|q|em|ex|rem|%)?\s*", re.IGNORECASE)
_LENGTHS = re.compile(rf"(?:\s*,?\s*{NUMBER}(?:px|pt|pc|mm|cm|in|em|%)?)+\s*")
_SHARE = re.compile(rf"\s*{NUMBER}%?\s*")
_BOX = re.compile(rf"\s*{NUMBER}(?:[\s,]+{NUMBER}){{3}}\s*")
_POINTS = re.compile(rf"(?:{_SEPARATED}{_SEPARATED})*(?:{_SEPARATED})?\s*")
_TURN = re.compile(rf"auto|auto-start-reverse|{NUMBER}")

_COORDINATES = ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "fx", "fy", "refX", "refY", "stroke-dashoffset")
_SIZES = ("width", "height", "r", "rx", "ry", "fr", "markerWidth", "markerHeight", "stroke-width")
_SHARES = ("opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "offset", "stroke-miterlimit")
_PATTERNS = {
    **dict.fromkeys((*_COORDINATES, *_SIZES), _LENGTH),
    **dict.fromkeys(_SHARES, _SHARE),
    "viewBox": _BOX,
    "points": _POINTS,
    "stroke-dasharray": _LENGTHS,
    "orient": _TURN,
}
_WORDS = {
    "width": {"auto"},
    "height": {"auto"},
    "rx": {"auto"},
    "ry": {"auto"},
    "stroke-dasharray": {"none"},
    "points": {""},
}

_ARC = rf"{_SEPARATED}{_SEPARATED}{_SEPARATED}\s*,?\s*[01]\s*,?\s*[01]{_SEPARATED}{_SEPARATED}"
_ARGUMENTS = {"z": 0, "h": 1, "v": 1, "m": 2, "l": 2, "t": 2, "q": 4, "s": 4, "c": 6}
_COMMAND = re.compile(
    "".join(
        rf"|[{letter}{letter.upper()}](?:{_SEPARATED * count}){'+' if count else ''}\s*"
        for letter, count in _ARGUMENTS.items()
    )[1:]
    + rf"|[aA](?:{_ARC})+\s*"
)

LARGEST = 1e6
"""Numbers that are larger are mistakes, and none of a drawing's."""


def numbers(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield the numbers that cannot be read, each where it is written."""
    for part in drawing.painted:
        if part.tag in {"text", "tspan", "textPath", "filter", ""} or part.tag.startswith("fe"):
            continue
        for name, given in part.given.items():
            if not _readable(name, given.value):
                yield wrong(part, f"{name}='{given.value}'", name, "write a number, with a unit where it needs one")
        if part.tag == "path" and not path_data(part.get("d")):
            yield wrong(part, "path data that cannot be read", "d", "save the drawing anew from the drawing program")
        yield from _nothing(part)


def _readable(name: str, value: str) -> bool:
    pattern = _PATTERNS.get(name)
    if pattern is None or value == "inherit" or value in _WORDS.get(name, ()) or WORKED_OUT.search(value):
        return True
    if not pattern.fullmatch(value):
        return False
    found = [abs(float(number)) for number in re.findall(NUMBER, value)]
    return all(math.isfinite(number) and number <= LARGEST for number in found) and not (
        name in _SIZES and value.strip().startswith("-")
    )


def path_data(text: str) -> bool:
    """Return whether ``text`` is path data from its first letter to its last (SVG 2, 9.3.9)."""
    at = len(text) - len(text.lstrip())
    first = True
    while at < len(text):
        found = _COMMAND.match(text, at)
        if found is None or (first and text[at] not in "Mm"):
            return False
        at, first = found.end(), False
    return True


def _nothing(part: Part) -> Iterator[DrawingFault]:
    """Yield sizes of nothing at which the engine gives up the whole drawing."""
    if part.tag == "marker":
        for name in ("markerWidth", "markerHeight"):
            if _length(part.get(name, "3"))[0] == 0:
                yield wrong(part, f"{name}='{part.get(name)}'", name, "take the arrow head out, or give it a size")
    box = re.findall(NUMBER, part.get("viewBox")) if _BOX.fullmatch(part.get("viewBox")) else ()
    if any(float(side) <= 0 for side in box[2:]):
        mend = "write four numbers: left, top, width, height"
        yield wrong(part, f"viewBox='{part.get('viewBox')}'", "viewBox", mend)
    if part.get("spreadMethod", "pad") != "pad" and _ends_where_it_begins(part):
        yield wrong(part, "a gradient that begins where it ends", mend="let it end at another place")


def _ends_where_it_begins(gradient: Part) -> bool:
    if gradient.tag == "radialGradient":
        return _length(gradient.get("r", "50%"))[0] <= _length(gradient.get("fr", "0"))[0]
    across = _length(gradient.get("x1", "0%")) == _length(gradient.get("x2", "100%"))
    return across and _length(gradient.get("y1", "0%")) == _length(gradient.get("y2", "0%"))


def _length(text: str) -> tuple[float, str]:
    """Return a length and its unit; of nothing, whatever the unit is, there is one."""
    found = _LENGTH.fullmatch(text)
    number = float(found[1]) if found else 0
    return number, text.strip()[-1:] * (number != 0 and text.strip().endswith("%"))
