"""What a file is by its bytes, and where a picture ends in it."""

from __future__ import annotations

import pytest

from brochures.project.picture_bytes import JPEG, PNG, SVG, TEXT, Jpeg, chunks, kind_of, read_jpeg
from tests.resolve.pictures import saved, scene

PHOTO, END = saved(scene()), b"\xff\xd9"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PHOTO, JPEG),
        (saved(scene(), "PNG"), PNG),
        (b"GIF89a", "a GIF picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP picture"),
        (b"RIFF\0\0\0\0WAVE", ""),
        (b"II*\0", "a TIFF picture"),
        (b"\0\0\0\x1cftypavis", "an AVIF picture"),
        (b"\0\0\0\x1cftypmif1", "a HEIC picture"),
        (b"\0\0\0\x0cjP  \r\n", "a JPEG 2000 picture"),
        (b"%!PS-Adobe", "a PostScript file"),
        (b" \n<HTML>", "a web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", SVG),
        (b"<!DOCTYPE svg>", SVG),
        ("Fotograf\N{LATIN SMALL LETTER I WITH ACUTE}a".encode(), TEXT),
        (b"a line\0", ""),
        (b"\xd0\xcf\x11\xe0", ""),
        (b"", ""),
    ],
)
def test_a_file_is_called_by_what_its_first_bytes_say(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "end", "ended"),
    [
        (PHOTO, len(PHOTO) - 2, True),
        (PHOTO + PHOTO, len(PHOTO) - 2, True),
        (PHOTO[:-2], len(PHOTO) - 2, False),
        (PHOTO[:-1], len(PHOTO) - 1, False),
        (b"\xff\xd8\xff\xe1\0\x04\xff\xd9" + END, 8, True),
        (b"\xff\xd8\xff\xda\0\x02a\xff\0b\xff\xd0c\xff\xff" + END, 15, True),
        (b"\xff\xd8\xff\x01" + END, 4, True),
        (b"\xff\xd8\xff\xe1\0\x40" + END, 8, False),
    ],
    ids=["whole", "two", "no end", "half an end", "an end in a segment", "stuffed, restarted, filled", "a lone marker", "a segment that is too long"],
)  # fmt: skip
def test_a_photograph_ends_at_its_own_end_marker(data: bytes, end: int, ended: bool) -> None:  # noqa: FBT001 a table
    assert read_jpeg(data) == Jpeg(end, ended)


def test_each_part_of_a_png_is_held_against_its_check_sum() -> None:
    data = saved(scene(8, 8), "PNG")
    assert list(chunks(data + b"behind")) == [("IHDR", True), ("IDAT", True), ("IEND", True)]
    assert list(chunks(data[:-1])) == [("IHDR", True), ("IDAT", True), ("IEND", False)]
    assert next(chunks(data[:20] + b"!" + data[21:])) == ("IHDR", False)
