"""Image conversion: what the press cannot print as it is goes through the profile of the printing condition, once, and is kept.

Screens' red, green and blue become inks by relative colorimetric intent with black point compensation. They are sRGB, since a picture with a
profile of its own was brought to that before it was set. A photograph stays a photograph: JPEG in, JPEG out; anything else is stored without
loss. Greys stay grey, in black ink alone, and a drawing of black or nothing gets one bit a pixel: the platesetter draws its edges as they are,
without a screen. Soft masks say where, not in which ink, and stay grey.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Name
from PIL import Image, ImageCms

from brochures.press.output_intent import Condition
from brochures.project import atomic as files

QUALITY = 92
"""Of JPEG images that are written anew; 75 is the least that preflight lets pass (docs/print.md, Pictures)."""

BLACK_OR_NOTHING = b"\x00\xff"
"""The samples of line art."""

_RGB_PARTS, _CMYK_PARTS = 3, 4


@dataclass(frozen=True)
class Shot:
    """A picture as it came: its size in pixels, RGB or CMYK, whether anything shows through it, and the first page that it is on (from 1).

    ``resource`` is the name that the pages have it under.
    """

    width: int
    height: int
    space: str
    see_through: bool
    page: int
    resource: str


@dataclass(frozen=True)
class Darkroom:
    """Converts images for one printing condition. What was converted is kept in ``shelf``, named by what went in."""

    condition: Condition
    shelf: Path

    def convert(self, image: Any, page: int, resource: str) -> Shot | None:
        """Set ``image``, an image of an open file, in inks, unless it is already. Return what it was; None for grays and masks."""
        if image.get("/ImageMask", False):
            return None
        if image.ColorSpace == Name.DeviceGray:
            _in_one_bit(image)
            return None
        space, see_through = _space(image.get("/ColorSpace")), "/SMask" in image
        shot = Shot(int(image.Width), int(image.Height), space, see_through, page, resource)
        if shot.space == "RGB":
            self._set(image)
        return shot if shot.space else None

    def _set(self, image: Any) -> None:
        lossy = image.get("/Filter") == Name.DCTDecode
        name = hashlib.sha256(b"\0".join((self.condition.profile, *_contents(image, lossy=lossy)))).hexdigest()
        kept = self.shelf / f"{name}.{'jpg' if lossy else 'zlib'}"
        if not kept.is_file():
            files.replace(kept, self._converted(image, lossy=lossy))
        data = kept.read_bytes()
        for key in ("/DecodeParms", "/Decode", "/Intent"):
            if key in image:
                del image[key]
        image.write(data, filter=Name.DCTDecode if lossy else Name.FlateDecode)
        if lossy:
            image.Decode = Array([1, 0] * 4)  # Pillow writes JPEG in inks upside down, as Adobe does
        image.ColorSpace = Name.DeviceCMYK
        image.BitsPerComponent = 8

    def _converted(self, image: Any, *, lossy: bool) -> bytes:
        picture = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
        inked = ImageCms.applyTransform(picture, _transform(self.condition.profile))
        assert isinstance(inked, Image.Image)  # noqa: S101 it is not asked to work in place
        if not lossy:
            return zlib.compress(inked.tobytes(), 6)
        written = io.BytesIO()
        inked.save(written, "JPEG", quality=QUALITY, subsampling=0)
        return written.getvalue()


def _contents(image: Any, *, lossy: bool) -> Iterator[bytes]:
    """Yield what decides how ``image`` looks: of a JPEG its bytes; of others the samples, their size and space, and the palette."""
    if lossy:
        yield image.read_raw_bytes()
        return
    space = image.ColorSpace
    yield f"{int(image.Width)} {int(image.Height)} {int(image.BitsPerComponent)} {_space(space)}".encode()
    if isinstance(space, Array) and space[0] == Name.Indexed:
        yield space[3].read_bytes() if isinstance(space[3], pikepdf.Stream) else bytes(space[3])
    yield image.read_bytes()


def _in_one_bit(image: Any) -> None:
    """Give ``image``, in greys, one bit a pixel where it holds nothing but black and white."""
    if int(image.BitsPerComponent) != 8 or image.get("/Filter") != Name.FlateDecode:  # noqa: PLR2004 bits
        return
    samples = image.read_bytes()
    if samples.translate(None, BLACK_OR_NOTHING):
        return
    drawing = Image.frombytes("L", (int(image.Width), int(image.Height)), samples).convert(
        "1", dither=Image.Dither.NONE
    )
    for key in ("/DecodeParms", "/Interpolate"):  # edges are not to be made soft
        if key in image:
            del image[key]
    image.write(zlib.compress(drawing.tobytes(), 6), filter=Name.FlateDecode)
    image.BitsPerComponent = 1


@cache
def _transform(press: bytes) -> Any:
    """Return how sRGB becomes inks of the profile ``press``."""
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(press)),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def _space(space: Any) -> str:
    """Return ``RGB`` or ``CMYK``, empty for grays; for an image with a palette that of its colours."""
    if isinstance(space, Array):
        if space[0] == Name.Indexed:
            return _space(space[1])
        if space[0] == Name.CalRGB:
            return "RGB"
        return {_RGB_PARTS: "RGB", _CMYK_PARTS: "CMYK"}.get(int(space[1].N), "") if space[0] == Name.ICCBased else ""
    return {Name.DeviceRGB: "RGB", Name.DeviceCMYK: "CMYK"}.get(space, "")
