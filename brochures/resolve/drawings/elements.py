"""Elements that the engine leaves out, or gives another size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochures.design.drawing.parts import Drawing, Part
from brochures.design.drawing.source import DEEPEST
from brochures.resolve.drawings.fault import DrawingFault, left_out, wrong

DRAWN = frozenset(
    [
        "svg",
        "g",
        "a",
        "use",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "linearGradient",
        "radialGradient",
        "stop",
        "pattern",
        "clipPath",
        "mask",
        "marker",
        "symbol",
        "defs",
        "style",
        "title",
        "desc",
        "metadata",
        "view",
        "switch",
        "image",
        "filter",
    ]
)
"""The elements that the engine draws, those that other rules tell of, and those that nobody sees."""

MOST = 20_000
"""Shapes that a drawing may become once all that it repeats is written out: more take minutes, and are a mistake or worse."""


def elements(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield the elements that are left out, and those that are chosen between by something that the engine does not ask."""
    for part in drawing.painted:
        if any(one in drawing.texts for one in part.around):
            continue  # one fault: that the words are no outlines
        if part.tag == "switch":
            yield wrong(part, "<switch>", mend="keep the branch that is meant, and take <switch> and the others out")
        elif part.tag == "image":
            yield DrawingFault(
                *part.place(),
                "a bitmap (<image>)",
                "'{name}' holds {what}: nobody would check its resolution and colours there",
                "save the bitmap as a picture of its own in content/images/, or trace it in the drawing program",
            )
        elif part.tag and part.tag not in DRAWN and not part.tag.startswith("fe"):
            yield left_out(part, f"<{part.tag}>")
        for name in ("systemLanguage", "requiredExtensions"):
            if part.get(name):
                mend = f"take the element out where it is not meant, or {name} where it is"
                yield wrong(part, f"{name}='{part.get(name)}'", name, mend)


def sizes(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield the elements whose size the engine works out wrong, or cannot."""
    yield from _root(drawing.parts[0])
    for part in drawing.painted:
        sized = bool(part.get("width") and part.get("height"))
        if part.tag == "svg" and part.parent and part.get("viewBox") and not sized:
            yield wrong(part, "an <svg> without width and height", mend="write width and height")
        if part.tag == "ellipse" and bool(part.get("rx")) != bool(part.get("ry")):
            yield left_out(part, "an <ellipse> with one radius", mend="write rx and ry")
        if part.tag == "use":
            yield from _use(drawing, part, sized=sized)


def _root(root: Part) -> Iterator[DrawingFault]:
    if not root.get("viewBox") and not all(
        re.match(r"\s*[\d.]+(?!.*%)", root.get(side)) for side in ("width", "height")
    ):
        yield wrong(root, "the size, for want of a viewBox,", mend="save it with a viewBox, or with width and height")


def _use(drawing: Drawing, part: Part, *, sized: bool) -> Iterator[DrawingFault]:
    meant = drawing.referred(part, "href")
    if meant is None:
        other = "of another file" if not part.href.startswith("#") else "of something that is not there"
        yield left_out(part, f"<use> {other} ('{part.href}')", "href", "draw what is meant in this file")
    elif meant.tag in {"symbol", "svg"} and meant.get("viewBox") and not sized:
        yield wrong(part, f"<use> of '{part.href}' without width and height", mend="write width and height")


def repetition(drawing: Drawing) -> Iterator[DrawingFault]:
    """Yield what refers to itself, or is repeated so often that it would take minutes."""
    counted: dict[Part, int] = {}

    def shapes(part: Part, around: frozenset[Part]) -> int:
        if part in around or len(around) > DEEPEST:
            return MOST + 1
        if part not in counted:
            names = {*part.given, "href"}
            asked_for = [one for name in sorted(names) if (one := drawing.referred(part, name)) is not None]
            counted[part] = 1 + sum(shapes(one, around | {part}) for one in (*drawing.children[part], *asked_for))
        return counted[part]

    if shapes(drawing.parts[0], frozenset()) > MOST:
        first = min((part for part in counted if counted[part] > MOST), key=counted.__getitem__)
        what = f"<{first.tag}>, which refers to itself or is repeated too often,"
        yield wrong(first, what, mend="draw it out, or take it out")
