"""Colour spaces: nothing but inks in the file. Every stream that paints is read back, with every space, gradient and image that it can use.

It walks what the pages reach, not what the writer meant (ISO 15930-7, 6.2; GWG 2022, R0027). It does so by itself, and not as a watcher
of ``separations``: the press stage recolours a page through that interpreter, and what both misread would be neither written right nor
found here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.preflight.press.subject import Subject

INKS = frozenset({"/DeviceCMYK", "/DeviceGray", "/Separation", "/DeviceN", "/Pattern"})
"""Families of spaces that are inks; a pattern's own colours are read where it is painted."""

_SCREEN = {"rg": "DeviceRGB", "RG": "DeviceRGB"}
_NAMED = {"cs", "CS"}

_MEND = "use a token of styles/tokens/: the press stage sets its inks"


@check(
    codes.PRESS_SCREEN_COLOUR,
    looks_for="colours, gradients and pictures anywhere in the file that are in RGB, Lab or another screen colour",
    source="ISO 15930-7, 6.2; GWG 2022, R0027; docs/print.md, Inks and ink limit",
)
def inks_only(subject: Subject) -> Iterator[Finding]:
    """Yield each place in the file that still speaks of a screen's colours."""
    with pikepdf.open(io.BytesIO(subject.made.data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            seen: set[tuple[int, int]] = set()
            found = dict.fromkeys(
                (*_painted(page.obj, page.obj.Resources, "the page"), *_held(page.obj.Resources, "the page", seen))
            )
            for where, space in found:
                yield codes.PRESS_SCREEN_COLOUR.at(
                    Place(), f"{where} paints in {space}, which is not ink", _MEND
                ).about(page=number)


def _painted(stream: Any, resources: Any, where: str) -> Iterator[tuple[str, str]]:
    """Yield the spaces that the operators of ``stream`` choose and that are not inks."""
    for instruction in pikepdf.parse_content_stream(stream):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            yield where, "an image inside its own text"
            continue
        operator = str(instruction.operator)
        if operator in _SCREEN:
            yield where, _SCREEN[operator]
        elif operator in _NAMED:
            named: Any = instruction.operands[0]
            spaces: Any = resources.get("/ColorSpace") or Dictionary()
            space = _family(spaces.get(named, named))
            if space not in INKS:
                yield where, space.removeprefix("/")


def _held(resources: Any, where: str, seen: set[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """Yield the same of every drawing, pattern, gradient, image and mask group in ``resources``, and of those inside them."""
    for name, thing in (resources.get("/XObject") or {}).items():
        if _known(thing, seen):
            continue
        if thing.get("/Subtype") == Name.Image:
            space = _family(thing.get("/ColorSpace", Name.DeviceGray))
            if space not in INKS and not thing.get("/ImageMask", False):
                yield f"{where}, image {name}", space.removeprefix("/")
        else:
            yield from _inside(thing, resources, f"{where}, drawing {name}", seen)
    for name, pattern in (resources.get("/Pattern") or {}).items():
        if isinstance(pattern, Stream) and not _known(pattern, seen):
            yield from _inside(pattern, resources, f"{where}, pattern {name}", seen)
        elif "/Shading" in pattern:
            yield from _gradient(pattern.Shading, f"{where}, gradient {name}")
    for name, shading in (resources.get("/Shading") or {}).items():
        yield from _gradient(shading, f"{where}, gradient {name}")
    yield from _masks(resources, where, seen)


def _masks(resources: Any, where: str, seen: set[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    for name, state in (resources.get("/ExtGState") or {}).items():
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary) and not _known(mask.G, seen):
            yield from _inside(mask.G, resources, f"{where}, mask {name}", seen)


def _inside(thing: Any, outer: Any, where: str, seen: set[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    inner = thing.get("/Resources", outer)
    yield from _painted(thing, inner, where)
    yield from _held(inner, where, seen)


def _gradient(shading: Any, where: str) -> Iterator[tuple[str, str]]:
    space = _family(shading.ColorSpace)
    if space not in INKS:
        yield where, space.removeprefix("/")


def _family(space: Any) -> str:
    """Return the family of a colour space (ISO 32000-1, 8.6); of an indexed one that of its base."""
    if isinstance(space, Array):
        return _family(space[1]) if space[0] == Name.Indexed else str(space[0])
    return str(space)


def _known(thing: Any, seen: set[tuple[int, int]]) -> bool:
    if thing.objgen in seen:
        return True
    seen.add(thing.objgen)
    return False
