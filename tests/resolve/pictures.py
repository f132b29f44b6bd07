"""Pictures of pixels as cameras, scanners and broken downloads leave them, made by hand and always the same."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def scene(width: int = 160, height: int = 120, mode: str = "RGB") -> Image.Image:
    """Return a picture with something to see in every place."""
    small = (max(1, width // 8), max(1, height // 8))
    noise = hashlib.shake_256(b"scene").digest(small[0] * small[1] * 3)
    return Image.frombytes("RGB", small, noise).resize((width, height), Image.Resampling.BICUBIC).convert(mode)


def saved(picture: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    """Return ``picture`` as the bytes of a file."""
    file = io.BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def with_part(png: bytes, name: bytes, body: bytes) -> bytes:
    """Return ``png`` with one more part (chunk) behind its header."""
    part = struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    return png[:33] + part + png[33:]
