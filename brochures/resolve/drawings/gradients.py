"""Gradients and patterns that the engine, or some reader, paints otherwise than they are meant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brochures.design.drawing.cascade import opacity_of
from brochures.design.drawing.parts import Drawing, Part
from brochures.resolve.drawings.fault import DrawingFault, differs, wrong

GRADIENTS = frozenset(("linearGradient", "radialGradient"))
_ONE_THING = "let neighbouring stops have one colour, or one stop-opacity"
_FLAT = "take the opacity of the group into the colours, or draw the gradient without transparency"


def gradients(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield gradients in which colour and transparency change at once, and those that are seen through in something seen through."""
    for part in drawing.painted:
        if part.tag in GRADIENTS:
            for before, stop in pairwise(one for one in drawing.children[part] if one.tag == "stop"):
                if _colour(before) != _colour(stop) and _opacity(before) != _opacity(stop):
                    yield wrong(stop, "a gradient whose colour and transparency change at once", mend=_ONE_THING)
        for name in ("fill", "stroke"):
            paint = drawing.referred(part, name)
            if paint is not None and paint.tag in GRADIENTS and _twice(drawing, part, paint, name):
                yield differs(part, "a gradient that is seen through, in a group that is", name, _FLAT)


def _stops(drawing: Drawing, gradient: Part) -> tuple[Part, ...]:
    """Return the stops of ``gradient``, or of the one that it refers to."""
    seen: set[Part] = set()
    at: Part | None = gradient
    while at is not None and at not in seen:
        seen.add(at)
        stops = tuple(child for child in drawing.children[at] if child.tag == "stop")
        if stops:
            return stops
        at = drawing.referred(at, "href")
    return ()


def _colour(stop: Part) -> str:
    return stop.get("stop-color", "black").lower()


def _opacity(stop: Part) -> float:
    return opacity_of(_colour(stop)) * number(stop.get("stop-opacity", "1"))


def number(text: str) -> float:
    """Return an opacity that is written as a number or per cent; 1 where it is neither."""
    plain = text.strip()
    try:
        return float(plain.rstrip("%")) / (100 if plain.endswith("%") else 1)
    except ValueError:
        return 1


def _twice(drawing: Drawing, part: Part, paint: Part, name: str) -> bool:
    clear = number(part.get(f"{name}-opacity", "1")) < 1 or any(_opacity(stop) < 1 for stop in _stops(drawing, paint))
    return clear and any(number(one.get("opacity", "1")) < 1 for one in (part, *part.around))


def patterns(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield patterns whose place or size the engine takes from something else."""
    for part in drawing.painted:
        if part.tag != "pattern":
            continue
        if part.get("patternUnits") == "userSpaceOnUse":
            told = [name for name in ("x", "y", "width", "height") if part.get(name).endswith("%")]
        else:
            told = [name for name in ("x", "y") if number(part.get(name, "0"))]
        if told:
            mend = "write the pattern in the units of the drawing (patternUnits='userSpaceOnUse'), without per cent"
            yield wrong(part, f"the pattern '{part.element.get('id')}' with its {told[0]}", told[0], mend)
