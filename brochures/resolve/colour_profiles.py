"""Colour profiles: whether what a picture says about its colours can be followed (``engine/plain_pictures.py`` follows it)."""

from __future__ import annotations

import io
from collections.abc import Collection

from PIL import Image, ImageCms

SPACES = {"RGB ": "red, green and blue", "GRAY": "greys", "CMYK": "inks"}
"""The colour spaces of pictures by their signs in a profile (ICC.1, 7.2.6)."""

_GAMMA, _SLACK = 1 / 2.2, 0.005
"""What a PNG in sRGB says of its gamma (PNG, 11.3.3.2), and how far another program rounds it."""

_PRIMARIES = (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
"""White, red, green and blue of sRGB, as a PNG says them (PNG, 11.3.3.1)."""


def profile_trouble(picture: Image.Image, parts: Collection[str]) -> str:
    """Return why the colours of ``picture`` cannot be told, as the rest of a sentence; empty where they can.

    ``parts`` are the parts of its file where it is a PNG: one that says its colours in another way than by a profile is followed by no program alike.
    """
    data = picture.info.get("icc_profile")
    if data:
        return _of_profile(data, picture.mode)
    if "cICP" in parts:
        return "says its colours in the way of video (cICP), which is not read here"
    if {"gAMA", "cHRM"} & set(parts) and "sRGB" not in parts:
        return _of_numbers(picture.info.get("gamma"), picture.info.get("chromaticity"))
    return ""


def _of_profile(data: bytes, mode: str) -> str:
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        space = profile.profile.xcolor_space
        ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), _mode(space), "RGB")
    except Exception:  # noqa: BLE001 a library reads bytes that anybody may have made
        return "has a colour profile that cannot be read: nobody knows what its colours are"
    is_gray, is_inks = mode in {"1", "L", "LA", "I;16"}, mode == "CMYK"
    fits = space == "CMYK" if is_inks else space == "RGB " or (is_gray and space == "GRAY")
    if fits:
        return ""
    own = SPACES["CMYK" if is_inks else "GRAY" if is_gray else "RGB "]
    return f"is in {own}, and its colour profile is for {SPACES.get(space, space.strip())}"


def _mode(space: str) -> str:
    return {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}[space]


def _of_numbers(gamma: float | None, primaries: tuple[float, ...] | None) -> str:
    if gamma is not None and abs(gamma - _GAMMA) > _SLACK:
        return (
            f"has a gamma of its own ({gamma:.3f} in its part gAMA, where sRGB has {_GAMMA:.3f}) and no colour profile"
        )
    if primaries is not None and any(
        abs(one - other) > _SLACK for one, other in zip(primaries, _PRIMARIES, strict=False)
    ):
        return "has primary colours of its own (in its part cHRM) and no colour profile"
    return ""
