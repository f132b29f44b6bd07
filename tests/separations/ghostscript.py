"""A second maker of plates, which shares no code with ours: Ghostscript's ``tiffsep``. Only tests use it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

FINER = 4
"""How many times finer it draws before it takes the mean, since it knows no half pixels."""

LEVEL = 12
"""Amounts of 255 that are as good as the same: gradients are cut into steps by each reader in its own way."""

Plates = dict[str, Image.Image]


def plates_by_ghostscript(data: bytes, ppi: int, folder: Path) -> list[Plates]:
    """Return for each page its plates within the trim. Fail the test where Ghostscript is missing."""
    program = shutil.which("gs")
    if program is None:
        pytest.fail("Ghostscript is missing, which plates are compared with: run 'sh .ci/setup readers', or install it")
    (folder / "pages.pdf").write_bytes(data)
    subprocess.run(  # noqa: S603 the program that was just found, with our own file
        [
            program, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dUseTrimBox", "-sDEVICE=tiffsep", f"-r{ppi * FINER}",
            f"-dDownScaleFactor={FINER}", "-sOutputFile=page%d.tif", "pages.pdf",
        ],
        cwd=folder, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pages: dict[int, Plates] = {}
    for file in folder.glob("page*(*).tif"):
        named = re.fullmatch(r"page(\d+)\.?(?:tif)?\((.+)\)\.tif", file.name)
        assert named, file.name
        with Image.open(file) as picture:
            pages.setdefault(int(named[1]), {})[named[2]] = ImageChops.invert(picture.convert("L"))
    return [pages[number] for number in sorted(pages)]


def mean_difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far two plates differ on the whole, in per cent of full ink."""
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0]) / 2.55


def difference_off_edges(one: Image.Image, other: Image.Image) -> int:
    """Return how far two plates differ where both are even for two pixels around, of 255."""
    uneven = ImageChops.lighter(_unevenness(one), _unevenness(other)).point(lambda value: 255 if value > LEVEL else 0)
    return max(ImageChops.subtract(ImageChops.difference(one, other), uneven).tobytes())


def _unevenness(plate: Image.Image) -> Image.Image:
    return ImageChops.difference(plate.filter(ImageFilter.MaxFilter(5)), plate.filter(ImageFilter.MinFilter(5)))
