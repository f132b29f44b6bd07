"""Images: what the press cannot print as it is goes through the profile of the printing condition, once, and is kept.

Screens' red, green and blue become inks by relative colorimetric intent with black point compensation. A photograph stays a
photograph: JPEG in, JPEG out; anything else is stored without loss. Soft masks say where, not in which ink, and stay grey.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms

from brochures import files
from brochures.press.condition import Condition

QUALITY = 92
"""Of JPEG images that are written anew; 75 is the least that preflight lets pass (print-production 5, check 41)."""

_RGB_PARTS = 3


@dataclass(frozen=True)
class Darkroom:
    """Converts images for one printing condition. What was converted is kept in ``shelf``, named by what went in."""

    condition: Condition
    shelf: Path
    transform: Any

    @classmethod
    def of(cls, condition: Condition, shelf: Path) -> Darkroom:
        """Return a darkroom for ``condition`` that keeps its work in the folder ``shelf``."""
        transform = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            ImageCms.ImageCmsProfile(io.BytesIO(condition.profile)),
            "RGB",
            "CMYK",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        return cls(condition, shelf, transform)

    def convert(self, image: Any) -> None:
        """Set ``image``, an image of an open file, in inks, unless it is already."""
        if image.get("/ImageMask", False) or not _is_rgb(image.get("/ColorSpace")):
            return
        lossy = image.get("/Filter") == Name.DCTDecode
        raw = image.read_raw_bytes()
        name = hashlib.sha256(b"\0".join((raw, self.condition.profile, str(lossy).encode()))).hexdigest()
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
        inked = ImageCms.applyTransform(picture, self.transform)
        assert isinstance(inked, Image.Image)  # noqa: S101 it is not asked to work in place
        if not lossy:
            return zlib.compress(inked.tobytes(), 6)
        written = io.BytesIO()
        inked.save(written, "JPEG", quality=QUALITY, subsampling=0)
        return written.getvalue()


def images(resources: Any, seen: set[tuple[int, int]]) -> list[Any]:
    """Return every image that ``resources`` reach, drawings inside drawings included, each once."""
    found: list[Any] = []
    for thing in (resources.get("/XObject") or {}).values():
        if thing.objgen in seen:
            continue
        seen.add(thing.objgen)
        if thing.get("/Subtype") == Name.Image:
            found.append(thing)
        elif "/Resources" in thing:
            found += images(thing.Resources, seen)
    for pattern in (resources.get("/Pattern") or {}).values():
        if "/Resources" in pattern and pattern.objgen not in seen:
            seen.add(pattern.objgen)
            found += images(pattern.Resources, seen)
    for state in (resources.get("/ExtGState") or {}).values():
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary) and "/Resources" in mask.G:
            found += images(mask.G.Resources, seen)
    return found


def _is_rgb(space: Any) -> bool:
    if isinstance(space, Array):
        if space[0] == Name.Indexed:
            return _is_rgb(space[1])
        return bool(space[0] == Name.CalRGB or (space[0] == Name.ICCBased and int(space[1].N) == _RGB_PARTS))
    return bool(space == Name.DeviceRGB)
