"""Colour spaces, read from the objects that define them (ISO 32000-1, 8.6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pikepdf import Array, Name, Object, Stream, String

from brochures.separations.colour import CMYK, GRAY, PATTERN, RGB, Space
from brochures.separations.errors import Unreadable

Look = Callable[[str], Object | None]
"""Finds a colour space by its name in the resources at hand."""

DEEPEST = 6
"""Spaces in terms of other spaces that are followed."""

DEVICE: Mapping[str, Space] = {"/DeviceGray": GRAY, "/DeviceRGB": RGB, "/DeviceCMYK": CMYK, "/Pattern": PATTERN}
DEFAULTS = {"/DeviceGray": "/DefaultGray", "/DeviceRGB": "/DefaultRGB", "/DeviceCMYK": "/DefaultCMYK"}
"""Under which name the resources may say what a space of the device really is (8.6.5.6)."""


def read_space(written: Any, look: Look, depth: int = 0) -> Space:
    """Return the colour space that an object names or describes. Raise ``Unreadable`` when it is none."""
    if depth > DEEPEST:
        raise Unreadable("a colour space is defined by itself")
    if isinstance(written, Name):
        return _named(str(written), look, depth)
    if not isinstance(written, Array) or len(written) == 0:
        raise Unreadable("what should be a colour space is neither a name nor a list")
    family = str(written[0])
    if family not in _FAMILIES:
        return _named(family, look, depth)
    return _FAMILIES[family](family[1:], list(written.as_list())[1:], look, depth + 1)


def _named(name: str, look: Look, depth: int) -> Space:
    default = look(DEFAULTS[name]) if name in DEFAULTS else None
    if default is not None:
        return read_space(default, _nowhere, depth + 1)
    if name in DEVICE:
        return DEVICE[name]
    found = look(name)
    if found is None:
        raise Unreadable(f"there is no colour space {name}")
    return read_space(found, look, depth + 1)


def _nowhere(_: str) -> None:
    return None


def _calibrated(family: str, _: Sequence[Any], __: Look, ___: int) -> Space:
    return Space(family, 1 if family == "CalGray" else 3)


def _profile(family: str, parts: Sequence[Any], _: Look, __: int) -> Space:
    return Space(family, int(parts[0].N))


def _colorants(family: str, parts: Sequence[Any], _: Look, __: int) -> Space:
    names = [parts[0]] if family == "Separation" else list(parts[0])
    return Space(family, len(names), tuple(str(name).removeprefix("/") for name in names))


def _index(family: str, parts: Sequence[Any], look: Look, depth: int) -> Space:
    base, last, table = read_space(parts[0], look, depth), int(parts[1]), parts[2]
    colours = (
        table.read_bytes() if isinstance(table, Stream) else bytes(String(table) if isinstance(table, str) else table)
    )
    if len(colours) < base.size:
        raise Unreadable("an index holds no colour")
    return Space(family, 1, base=base, table=colours[: (last + 1) * base.size])


def _pattern(family: str, parts: Sequence[Any], look: Look, depth: int) -> Space:
    base = read_space(parts[0], look, depth) if parts else None
    return Space(family, base.size if base else 0, base=base)


_FAMILIES: Mapping[str, Callable[[str, Sequence[Any], Look, int], Space]] = {
    "/CalGray": _calibrated,
    "/CalRGB": _calibrated,
    "/Lab": _calibrated,
    "/ICCBased": _profile,
    "/Separation": _colorants,
    "/DeviceN": _colorants,
    "/Indexed": _index,
    "/Pattern": _pattern,
}
