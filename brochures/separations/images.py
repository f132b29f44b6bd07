"""Images: what they are, and what of their pixels goes on each plate."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any

from pikepdf import Array, Dictionary, Matrix, Name, Object, Pdf, Stream, String
from PIL import Image as Pillow

from brochures.geometry.units import INCH
from brochures.separations.colour import Space, component, first, indexed, laid
from brochures.separations.errors import Unreadable
from brochures.separations.objects import PaintedImage
from brochures.separations.resources import Resources
from brochures.separations.walker import NamedImage

WHOLE_BYTES = (8, 16)
"""Bits of a number in images whose channels can be told apart."""

KEPT = ("/SMask", "/Mask", "/Interpolate")
"""What an image on a plate has of the whole image beside its pixels."""


def picture(image: NamedImage, resources: Resources, ctm: Matrix) -> PaintedImage:
    """Return what an image is, and how fine where ``ctm`` puts it."""
    stream = image.stream
    masks = bool(stream.get("/ImageMask", False))
    width, height = int(stream.Width), int(stream.Height)
    return PaintedImage(
        image.name,
        width,
        height,
        1 if masks else int(stream.get("/BitsPerComponent", 8)),
        min(_ppi(width, math.hypot(ctm.a, ctm.b)), _ppi(height, math.hypot(ctm.c, ctm.d))),
        _filters(stream),
        None if masks else resources.space(stream.ColorSpace),
        "/SMask" in stream,
        image.inline,
    )


def _ppi(pixels: int, length: float) -> float:
    return pixels * INCH / length if length else math.inf


def _filters(stream: Object) -> tuple[str, ...]:
    written: Any = stream.get("/Filter", Array())
    names = [written] if isinstance(written, Name) else written.as_list()
    return tuple(str(name).removeprefix("/") for name in names)


def image_on(pdf: Pdf, stream: Object, space: Space, plate: str, *, overprint: bool) -> Object | None:
    """Return an image in grays, as it lies on a plate; None where it leaves what lies there.

    Raise ``Unreadable`` when its channels cannot be told apart.
    """
    if laid(first(space), plate, overprint=overprint) is None:
        return None
    if space.size == 1:
        return _recoloured(pdf, stream, space, plate)
    if isinstance(stream.get("/Mask"), Array):
        raise Unreadable("no plate is made of an image that is masked by colours of several inks")
    index = component(space, plate)
    if index is None:
        return _made(
            pdf, stream, b"\xff", Dictionary(Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray)
        )
    decode = [float(edge) for edge in stream.get("/Decode", [0, 1] * space.size)][2 * index : 2 * index + 2]
    about = Dictionary(Width=stream.Width, Height=stream.Height, BitsPerComponent=8, ColorSpace=Name.DeviceGray)
    about.Decode = Array([1 - edge for edge in decode])
    return _made(pdf, stream, _channel(stream, index, space.size), about)


def _recoloured(pdf: Pdf, stream: Object, space: Space, plate: str) -> Object:
    """Return an image of one number a pixel with the same pixels, read as grays."""
    keys = ("/Width", "/Height", "/BitsPerComponent", "/Filter", "/DecodeParms", "/Decode")
    about = Dictionary({key: stream[key] for key in keys if key in stream})
    if space.family == "Indexed":
        lights = bytes(255 - round(255 * (laid(colour, plate) or 0)) for colour in indexed(space))
        about.ColorSpace = Array([Name.Indexed, Name.DeviceGray, len(lights) - 1, String(lights)])
    else:
        about.ColorSpace = Name.DeviceGray
        decode = [float(edge) for edge in stream.get("/Decode", [0, 1])]
        if component(space, plate) is None:
            about.Decode = Array([1, 1])
        elif space.family != "DeviceGray":
            about.Decode = Array([1 - edge for edge in decode])
    return _made(pdf, stream, stream.read_raw_bytes(), about)


def _made(pdf: Pdf, stream: Object, data: bytes, about: Dictionary) -> Object:
    about.Type, about.Subtype = Name.XObject, Name.Image
    for key in KEPT:
        if key in stream:
            about[key] = stream[key]
    return Stream(pdf, data, about)


def _channel(stream: Object, index: int, size: int) -> bytes:
    """Return one channel of an image of several, a byte a pixel."""
    names, bits = _filters(stream), int(stream.get("/BitsPerComponent", 8))
    if names[-1:] == ("DCTDecode",):
        return _jpeg_channel(stream, index, size)
    if bits not in WHOLE_BYTES or {"JPXDecode", "CCITTFaxDecode", "JBIG2Decode"} & set(names):
        raise Unreadable(
            f"no plate is made of an image of {size} channels with {bits} bits, {' '.join(names) or 'no filter'}"
        )
    step = bits // 8
    return stream.read_bytes()[index * step :: size * step]


def _jpeg_channel(stream: Object, index: int, size: int) -> bytes:
    opened = Pillow.open(io.BytesIO(stream.read_raw_bytes()))
    bands: Sequence[Pillow.Image] = opened.split()
    if len(bands) != size:
        raise Unreadable(f"a JPEG image has {len(bands)} channels where {size} are meant")
    values = bands[index].tobytes()
    # Pillow turns the inks of a JPEG round, as its writers do; what the file itself says about that stands in Decode.
    return bytes(255 - value for value in values) if opened.mode == "CMYK" else values
