"""Plain pictures: a picture of pixels as the engine sets it right, in sRGB or grey, 8 bits a channel, upright, without a word about the camera.

The engine drops the profile of a JPEG that has Exif, and writes such a file anew with quality 75; it cannot set greys of 16 bits; and a
drawing of black or nothing becomes red, green and blue. So each picture is made plain before the engine sees it. One that is plain already
keeps its pixels as they are: of a JPEG only what a camera wrote beside the picture is left out (where and when it was taken, too).
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageFile, ImageOps

from brochures.project.picture_bytes import read_jpeg

QUALITY = 95
"""Of a JPEG whose pixels were changed; nothing of its colours is left out."""

NEUTRAL = 2
"""How far red, green and blue of a grey may lie apart, of 255: what is left of rounding when a grey picture is kept as colours."""

SAME = 2
"""How far a profile may move a colour, of 255, and still be called sRGB."""

_ADOBE = b"\xff\xee"
_KEPT = (b"\xff\xe0", _ADOBE)
"""The segments of a JPEG beside the picture itself that say how it is to be decoded: JFIF, and Adobe's word about its channels."""


@dataclass(frozen=True)
class KeptPart:
    """What is kept of a picture: its shape as width by height, and which part stays, from 0 (left, top) to 1 (right, bottom).

    ``grey``: of its colours only how light they are, so that it is printed in black ink alone.
    """

    shape: Fraction
    across: float = 0.5
    down: float = 0.5
    grey: bool = False

    @classmethod
    def read(cls, address: str) -> KeptPart:
        """Return the crop that the end of an address asks for, such as ``3/2,0.5,0``: shape, then which part stays, across and down.

        A fourth word ``grey`` takes its colours away.
        """
        shape, across, down, *tone = address.split(",")
        return cls(Fraction(shape), float(across), float(down), grey=tone == ["grey"])

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return what is kept of a picture of ``width`` by ``height`` pixels: left, top, right and bottom."""
        wide = min(width, round(height * self.shape))
        high = min(height, round(width / self.shape))
        left, top = round((width - wide) * self.across), round((height - high) * self.down)
        return left, top, left + max(1, wide), top + max(1, high)


class DamagedError(ValueError):
    """A picture cannot be decoded to its last line, or its colours cannot be told; the text says which."""


def plain(data: bytes, crop: KeptPart | None = None) -> bytes:
    """Return the PNG or JPEG in ``data`` as the engine sets it right. Raise ``DamagedError`` where it cannot be decoded whole."""
    with _strictly():
        try:
            picture = Image.open(io.BytesIO(data))
            lossy = picture.format in {"JPEG", "MPO"}
            picture.load()
        except Exception as wrong:
            raise DamagedError("it is damaged: it cannot be decoded to its last line") from wrong
        made = _in_plain_colours(_upright(picture))
        if crop is not None:
            made = made.crop(crop.box(*made.size))
        if crop is not None and crop.grey:
            made = made.convert("LA" if "A" in made.getbands() else "L")
        if lossy and made is picture:
            return _without_words(data)
        return _saved(made, lossy=lossy)


def _upright(picture: Image.Image) -> Image.Image:
    """Return ``picture`` as it was seen: a camera that was held on its side says so in Exif (orientation), and turns no pixel."""
    turned = picture.getexif().get(0x0112, 1) not in {0, 1}
    return ImageOps.exif_transpose(picture) if turned else picture


def _in_plain_colours(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile") or b""
    if picture.mode == "CMYK":
        return _from_inks(picture, profile)
    colours, alpha = _parted(picture)
    if profile:
        colours = _in_srgb(colours, profile)
    if colours.mode == "RGB" and _is_grey(colours):
        colours = colours.getchannel("G")
    if alpha is not None and alpha.getextrema() != (255, 255):
        colours = colours.convert("RGB") if colours.mode not in {"L", "RGB"} else colours
        return Image.merge(f"{colours.mode}A", (*colours.split(), alpha))
    return colours


def _parted(picture: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Return ``picture`` in 8 bits, as RGB or grey, and what shows through it, None where nothing does."""
    if picture.mode.startswith("I;16"):
        # Of each two bytes the higher one: the same step that the library takes with colours of 16 bits.
        samples, hidden = picture.tobytes("raw", "I;16"), picture.info.get("transparency")
        grey = Image.frombytes("L", picture.size, samples[1::2])
        if hidden is None:
            return grey, None
        shown = bytes(0 if value == hidden else 255 for value in memoryview(samples).cast("H"))
        return grey, Image.frombytes("L", picture.size, shown)
    if picture.mode in {"L", "RGB"} and "transparency" not in picture.info:
        return picture, None
    if picture.mode == "1":
        return picture.convert("L"), None
    is_grey = picture.mode in {"L", "LA"}
    whole = picture.convert("LA" if is_grey else "RGBA")
    return whole.convert("L" if is_grey else "RGB"), whole.getchannel("A")


def _from_inks(picture: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture in inks as sRGB where it says of which inks, else as it is: the press prints it so, and says so (PRS-105)."""
    if not profile:
        return picture
    if "APP14" not in getattr(picture, "app", {}):
        picture = ImageChops.invert(
            picture
        )  # the library turns all inks of JPEG round, as only Adobe's programs write them
    return _in_srgb(picture, profile)


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Return ``picture``, whose colours ``profile`` describes, in sRGB; as it is where that is what the profile says."""
    try:
        mode = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}[_profile(profile).profile.xcolor_space]
        same = _is_srgb(profile, mode)
    except Exception as wrong:
        raise DamagedError("its colour profile cannot be read") from wrong
    if mode != picture.mode and not (mode == "RGB" and picture.mode == "L"):
        raise DamagedError("its colour profile is for another kind of picture")
    if same:
        return picture
    made = ImageCms.applyTransform(picture.convert(mode), _transform(profile, mode))
    assert made is not None  # noqa: S101 it is not asked to work in place
    return made


@cache
def _profile(data: bytes) -> Any:
    return ImageCms.ImageCmsProfile(io.BytesIO(data))


@cache
def _transform(profile: bytes, mode: str) -> Any:
    return ImageCms.buildTransform(
        _profile(profile),
        ImageCms.createProfile("sRGB"),
        mode,
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


@cache
def _is_srgb(profile: bytes, mode: str) -> bool:
    """Whether ``profile`` moves no colour so far that anybody sees it."""
    if mode == "CMYK":
        return False
    steps = range(0, 256, 51)
    table = bytes(range(256)) if mode == "L" else bytes(part for colour in product(steps, repeat=3) for part in colour)
    parts = len(mode)
    sample = Image.frombytes(mode, (len(table) // parts, 1), table)
    moved = ImageCms.applyTransform(sample, _transform(profile, mode))
    assert moved is not None  # noqa: S101 it is not asked to work in place
    return _furthest(moved, sample.convert("RGB")) <= SAME


def _furthest(one: Image.Image, other: Image.Image) -> int:
    extrema: Any = ImageChops.difference(one, other).getextrema()
    return max(high for _, high in extrema) if isinstance(extrema[0], tuple) else int(extrema[1])


def _is_grey(picture: Image.Image) -> bool:
    """Whether a picture in RGB shows nothing but greys: then it is printed in black ink alone."""
    red, green, blue = picture.split()
    return max(_furthest(red, green), _furthest(green, blue), _furthest(red, blue)) <= NEUTRAL


def _saved(picture: Image.Image, *, lossy: bool) -> bytes:
    file = io.BytesIO()
    picture.info.clear()  # the library would write down what the file said about its colours
    if lossy:
        picture.save(file, "JPEG", quality=QUALITY, subsampling=0)
    else:
        picture.save(file, "PNG", compress_level=1)  # the engine packs it anew
    return file.getvalue()


def _without_words(data: bytes) -> bytes:
    """Return the JPEG in ``data`` without what stands beside its picture: Exif, profile, previews, comments, and pictures behind its end."""
    kept, at = [data[:2]], 2
    while data[at : at + 1] == b"\xff" and data[at : at + 2] != b"\xff\xda":
        sign, end = data[at : at + 2], at + 2 + int.from_bytes(data[at + 2 : at + 4])
        beside = b"\xff\xe0" <= sign <= b"\xff\xef" or sign == b"\xff\xfe"
        if not beside or sign in _KEPT:
            kept.append(data[at:end])
        at = end
    return b"".join((*kept, data[at : read_jpeg(data).end], b"\xff\xd9"))


@contextmanager
def _strictly() -> Iterator[None]:
    """Decode nothing that is not whole, and let no library warn past the findings. The engine asks the library for the opposite."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
