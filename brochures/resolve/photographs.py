"""Photographs: whether a picture of pixels is what its name says, of a make that can be printed, and decoded whole.

Whoever opens a file that was cut off sees most of a picture and a grey bar; whoever prints it finds out on paper. So every picture that a
piece prints is decoded from its first line to its last before anything is set, after a look at its size: pixels, not bytes, are what fills a memory.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from pathlib import Path

from PIL import Image, ImageChops, ImageFile

from brochures.project.picture_bytes import JPEG, NO_PICTURES, PNG, SVG, chunks, kind_of, read_jpeg
from brochures.resolve.colour_profiles import profile_trouble
from brochures.resolve.jpeg_decoder import guesses

MOST_PIXELS = 50_000_000
"""Of a picture. 300 to the inch on a sheet of 24 by 20 in take 43 million, and a phone's camera has 50 million at most (docs/print.md, Pictures)."""

MOST_BYTES = 40 * 2**20
"""Of a picture's file."""

COPY = "copy the file again from where it came, or ask for it anew"
SAVE = "open it and save it as JPEG (photographs) or PNG (drawings in pixels), then name that file in images.yaml"

_KIND = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG}
_ENDING = {PNG: ".png", JPEG: ".jpg", SVG: ".svg"}

_FILLER = hashlib.shake_256(b"").digest(4096).replace(b"\xff", b"\xfe")
"""What no photograph holds: where a decoder still reads behind a picture's data, it reads this, and the picture changes."""


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a picture, as the rest of a sentence that begins with its name, and the smallest mend. ``colour``: it is its profile."""

    what: str
    mend: str
    colour: bool = False


def trouble_with(path: Path) -> Trouble | None:
    """Return what is wrong with the PNG or JPEG at ``path``, None where it can be printed. The same file is read once a run."""
    about = path.stat()
    return _trouble(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=256)
def _trouble(path: Path, _changed: int, size: int) -> Trouble | None:
    meant = _KIND[path.suffix.lower()]
    if not size:
        return Trouble("is empty: the file has no bytes", COPY)
    if size > MOST_BYTES:
        return Trouble(f"has {size:,} bytes, more than {MOST_BYTES:,}", "save it smaller: as JPEG, with quality 90")
    data = path.read_bytes()
    kind = kind_of(data)
    return _other_kind(path, kind) if kind != meant else _of_its_kind(data, meant)


def _other_kind(path: Path, kind: str) -> Trouble:
    what = f"is not a {path.suffix[1:].upper()} picture: its first bytes are not those of one"
    if kind in _ENDING:
        named = f"{path.stem}{_ENDING[kind]}"
        return Trouble(f"{what}, but of {kind}", f"name the file '{named}', and write that in images.yaml")
    if kind in NO_PICTURES:
        return Trouble(f"{what}: it is {kind}", "download the picture itself, and put it in the place of this file")
    return Trouble(f"{what}, but of {kind}", SAVE) if kind else Trouble(what, "put the right file into content/images/")


def _of_its_kind(data: bytes, kind: str) -> Trouble | None:
    with _strictly():
        try:
            picture = Image.open(io.BytesIO(data))
        except Exception:  # noqa: BLE001 a library reads bytes that anybody may have made: whatever it raises, they are no picture
            return Trouble("is damaged: its first lines, which say how large it is, cannot be read", COPY)
        return _too_much(picture) or _cut_off(data, kind, picture.size) or _decoded(data, kind)


def _too_much(picture: Image.Image) -> Trouble | None:
    """Return that ``picture``, of which only the size was read, has more pixels than can be printed, or more pictures than one."""
    width, height = picture.size
    if width * height > MOST_PIXELS:
        factor = sqrt(MOST_PIXELS / (width * height))
        return Trouble(
            f"has {width:,} x {height:,} pixels, {width * height / 1e6:,.0f} million, more than {MOST_PIXELS / 1e6:.0f} million",
            f"scale it down to {int(max(width, height) * factor):,} pixels on its longer side",
        )
    frames = getattr(picture, "n_frames", 1)
    if picture.format == "PNG" and frames > 1:
        return Trouble(f"moves: it holds {frames} pictures, one after the other", "save the one that is to be printed")
    return None


def _cut_off(data: bytes, kind: str, size: tuple[int, int]) -> Trouble | None:
    """Return that the file ends before its picture does, or was changed on the way, as its own markers tell."""
    if kind == JPEG:
        return None if read_jpeg(data).ended else Trouble(f"ends too early: {_lacks(data, size)}", COPY)
    names = []
    for name, whole in chunks(data):
        names.append(name)
        if not whole and name != "IEND":
            return Trouble(f"is damaged or cut off: the check sum of its part '{name}' does not hold", COPY)
    return None if names[-1:] == ["IEND"] else Trouble("ends too early: its last part, IEND, is missing", COPY)


def _lacks(data: bytes, size: tuple[int, int]) -> str:
    """Return in words what a JPEG without an end lacks."""
    return f"it has no end marker, and {_gone(missing_lines(data), size[1])}"


def _gone(lines: int, height: int) -> str:
    return f"about {lines:,} of its {height:,} lines are missing" if lines > 1 else "what comes last is missing"


def missing_lines(data: bytes) -> int:
    """Return how many lines at the foot of a JPEG are one and the same: a decoder repeats the last thing that it has read."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        picture = Image.open(io.BytesIO(data)).convert("L")
    except Exception:  # noqa: BLE001 see ``_of_its_kind``
        return 0
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False
    width, height = picture.size
    foot = picture.crop((0, height - 1, width, height)).resize((width, height))
    changes = ImageChops.difference(picture, foot).getbbox()
    return height - changes[3] if changes else height


def _decoded(data: bytes, kind: str) -> Trouble | None:
    """Return what a decoder finds wrong on its way to the last line, or with what the picture says about its colours."""
    try:
        seen = _seen(data)
    except Exception:  # noqa: BLE001 see ``_of_its_kind``
        return Trouble("is damaged: it cannot be decoded to its last line", COPY)
    if kind == JPEG and _reads_on(data, seen):
        gone = _gone(missing_lines(data), Image.open(io.BytesIO(data)).height)
        return Trouble(f"is damaged: its data end before its picture does, and {gone}", COPY)
    if kind == JPEG and guesses(data):
        what = "is damaged in the middle: a part of its data means nothing, and what follows would be a guess"
        return Trouble(what, f"{COPY}; if it looks right everywhere, save it once more")
    if "A" in seen.getbands() and seen.getchannel("A").getextrema() == (0, 0):
        return Trouble("shows nothing: all of it is see-through", "save it again with what it is to show")
    what = profile_trouble(seen, [name for name, _ in chunks(data)] if kind == PNG else [])
    return Trouble(what, "save it again with the profile sRGB", colour=True) if what else None


def _seen(data: bytes) -> Image.Image:
    """Return the picture in ``data``, decoded; a JPEG in one scan at an eighth of its size, for which all of its data are read, too."""
    picture = Image.open(io.BytesIO(data))
    if "progressive" not in picture.info:
        picture.draft(None, (1, 1))
    picture.load()
    return picture


def _reads_on(data: bytes, seen: Image.Image) -> bool:
    """Whether a decoder wants more of this JPEG than is there. ``seen`` is the picture as it came.

    The libraries fill up what is missing in silence. So the picture is decoded once more with other bytes behind its data: one that is
    whole stays what it was, since nothing is read there.
    """
    end = read_jpeg(data).end
    scan = data[:end].rstrip(b"\xff")  # any number of these bytes may stand before a marker (T.81, B.1.1.2)
    try:
        again = _seen(scan + _FILLER + b"\xff\xd9")
    except Exception:  # noqa: BLE001 see ``_of_its_kind``
        return True
    return ImageChops.difference(seen, again).getbbox() is not None


@contextmanager
def _strictly() -> Iterator[None]:
    """Decode nothing that is not whole, and let no library warn past the findings. The layout engine asks the library for the opposite."""
    truncated, most = ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = False, None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = truncated, most
