"""Smooth shadings: the colours that they name, and what of them goes on each plate (ISO 32000-1, 7.10 and 8.7.4.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from brochures.separations.colour import Colour, Space, component, first, laid
from brochures.separations.errors import Unreadable
from brochures.separations.objects import Shading
from brochures.separations.resources import Resources

SAMPLED, EXPONENTIAL, STITCHED = 0, 2, 3
"""The types of functions that are read."""

AXIAL, RADIAL = 2, 3
"""The types of shadings that plates are made of."""

DEEPEST = 8
"""Functions made of functions that are followed."""

KEPT = ("/ShadingType", "/Coords", "/Domain", "/Extend", "/BBox")

FINEST = 65535
"""The largest number of 16 bits."""

Gray = Callable[[Sequence[float]], float]
"""Makes of the numbers of a colour how light it is on a plate, from 0 to 1."""


def read_shading(name: str, written: Object, resources: Resources) -> Shading:
    """Return a shading with the colours that its functions name: those of a mesh are not read, of single functions only the ends."""
    space = resources.space(written.ColorSpace)
    colours = tuple(dict.fromkeys(Colour(space, values) for values in _named(written.get("/Function"))))
    return Shading(name, int(written.ShadingType), space, colours)


def _named(function: Any) -> Iterator[tuple[float, ...]]:
    if isinstance(function, Array):
        ends = [list(_values(one)) for one in function.as_list()]
        for end in (0, -1) if all(ends) else ():
            yield tuple(values[end][0] for values in ends)
    elif function is not None:
        yield from _values(function)


def _values(function: Any, depth: int = 0) -> Iterator[tuple[float, ...]]:
    """Yield the values that a function is made of, in order."""
    if depth > DEEPEST:
        raise Unreadable("a function is made of itself")
    kind = int(function.FunctionType)
    if kind == EXPONENTIAL:
        yield tuple(map(float, function.get("/C0", [0.0])))
        yield tuple(map(float, function.get("/C1", [1.0])))
    elif kind == STITCHED:
        for part in function.Functions.as_list():
            yield from _values(part, depth + 1)
    elif kind == SAMPLED and len(function.Size) == 1:
        yield from _samples(function)


def _samples(function: Any) -> Iterator[tuple[float, ...]]:
    """Yield the samples of a function of one number."""
    bits, data = int(function.BitsPerSample), function.read_bytes()
    decode = [float(edge) for edge in function.get("/Decode", function.Range)]
    size, most, whole = len(decode) // 2, (1 << bits) - 1, int.from_bytes(data)
    for at in range(int(function.Size[0])):
        raw = [(whole >> (len(data) * 8 - (at * size + part + 1) * bits)) & most for part in range(size)]
        lows, highs = decode[::2], decode[1::2]
        yield tuple(low + one / most * (high - low) for one, low, high in zip(raw, lows, highs, strict=True))


def shading_on(pdf: Pdf, written: Object, resources: Resources, plate: str, *, overprint: bool) -> Object | None:
    """Return a shading in grays, as it lies on a plate; None where it leaves what lies there. Raise ``Unreadable`` for meshes."""
    space = resources.space(written.ColorSpace)
    if laid(first(space), plate, overprint=overprint) is None:
        return None
    if int(written.ShadingType) not in {AXIAL, RADIAL}:
        raise Unreadable(f"no plate is made of a shading of type {written.ShadingType}")
    index = component(space, plate)
    gray = _gray(space, index)
    made = Dictionary(ColorSpace=Name.DeviceGray, Function=_function_on(pdf, written.Function, index, gray))
    for key in KEPT:
        if key in written:
            made[key] = written[key]
    if "/Background" in written:
        made.Background = Array([gray([float(value) for value in written.Background])])
    return made


def _gray(space: Space, index: int | None) -> Gray:
    def gray(values: Sequence[float]) -> float:
        if index is None:
            return 1.0
        value = min(max(values[index if len(values) > 1 else 0], 0.0), 1.0)
        return value if space.family == "DeviceGray" else 1.0 - value

    return gray


def _function_on(pdf: Pdf, function: Any, index: int | None, gray: Gray) -> Object:
    if isinstance(function, Array):
        function = function[index or 0]
    kind = int(function.FunctionType)
    if kind == EXPONENTIAL:
        start, end = (Array([gray(values)]) for values in _values(function))
        return Dictionary(FunctionType=kind, Domain=function.Domain, N=function.N, C0=start, C1=end)
    if kind == STITCHED:
        parts = Array([_function_on(pdf, part, index, gray) for part in function.Functions.as_list()])
        made = Dictionary(FunctionType=kind, Domain=function.Domain, Functions=parts)
        made.Bounds, made.Encode = function.Bounds, function.Encode
        return made
    if kind == SAMPLED:
        lights = [gray(values) for values in _samples(function)]
        data = b"".join(round(light * FINEST).to_bytes(2) for light in lights)
        made = Dictionary(FunctionType=kind, Domain=function.Domain, Range=[0, 1], Size=[len(lights)], BitsPerSample=16)
        if "/Encode" in function:
            made.Encode = function.Encode
        return Stream(pdf, data, made)
    raise Unreadable(f"no plate is made of a function of type {kind}")
