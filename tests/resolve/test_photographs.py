"""What is refused of pictures of pixels, in which words, and what just passes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from brochures.resolve.photographs import MOST_BYTES, MOST_PIXELS, Trouble, trouble_with
from tests.resolve.pictures import SRGB, saved, scene, with_part

JPEG, PNG = saved(scene()), saved(scene(), "PNG")
SLOW, RESTARTS = saved(scene(), progressive=True), saved(scene(), restart_marker_rows=1)
CUT_IN_HALF, END = len(JPEG) // 2, b"\xff\xd9"
NO_PICTURE = "is not a {} picture: its first bytes are not those of one"


def _trouble(tmp_path: Path, name: str, data: bytes) -> Trouble | None:
    (tmp_path / name).write_bytes(data)
    return trouble_with(tmp_path / name)


def _what(tmp_path: Path, name: str, data: bytes) -> str:
    found = _trouble(tmp_path, name, data)
    return found.what if found else ""


WHOLE = {
    "photograph": ("a.jpg", JPEG),
    "with capitals": ("a.JPEG", JPEG),
    "in several scans": ("a.jpg", SLOW),
    "with restarts": ("a.jpg", RESTARTS),
    "with something behind its end": ("a.jpg", JPEG + b"\0" * 50 + JPEG),
    "with fill bytes before its end": ("a.jpg", JPEG[:-2] + b"\xff\xff" + END),
    "in inks": ("a.jpg", saved(scene(mode="CMYK"))),
    "grey": ("a.jpg", saved(scene(mode="L"))),
    "with the profile sRGB": ("a.jpg", saved(scene(), icc_profile=SRGB)),
    "white at its foot": ("a.jpg", saved(Image.new("RGB", (64, 64), "white"))),
    "png": ("a.png", PNG),
    "png, grey, with a profile of colours": ("a.png", saved(scene(mode="L"), "PNG", icc_profile=SRGB)),
    "png of one bit": ("a.png", saved(scene(mode="1"), "PNG")),
    "png of 16 bits": ("a.png", saved(Image.new("I;16", (8, 8), 40000), "PNG")),
    "png with a palette": ("a.png", saved(scene(mode="P"), "PNG")),
    "png with the gamma of sRGB": ("a.png", with_part(PNG, b"gAMA", struct.pack(">I", 45455))),
    "png that is sRGB whatever its gamma": (
        "a.png",
        with_part(with_part(PNG, b"gAMA", struct.pack(">I", 100000)), b"sRGB", b"\0"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data"), WHOLE.values(), ids=WHOLE)
def test_what_is_whole_is_taken(tmp_path: Path, name: str, data: bytes) -> None:
    assert _trouble(tmp_path, name, data) is None


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.jpg", b"", "is empty: the file has no bytes"),
        ("a.jpg", JPEG[:20], "is damaged: its first lines, which say how large it is, cannot be read"),
        ("a.jpg", JPEG[:CUT_IN_HALF], "ends too early: it has no end marker, and about 56 of its 120 lines are missing"),
        ("a.jpg", JPEG[:-2], "ends too early: it has no end marker, and what comes last is missing"),
        ("a.jpg", JPEG[:-1], "ends too early: it has no end marker, and what comes last is missing"),
        (
            "a.jpg",
            JPEG[:CUT_IN_HALF] + END,
            "is damaged: its data end before its picture does, and about 56 of its 120 lines are missing",
        ),
        ("a.jpg", JPEG[:-30] + END, "is damaged: its data end before its picture does, and what comes last is missing"),
        ("a.jpg", SLOW[:-30] + END, "is damaged: its data end before its picture does, and what comes last is missing"),
        ("a.jpg", RESTARTS[: len(RESTARTS) // 2] + END, "is damaged: its data end before its picture does, and about"),
        ("a.png", PNG[:20], "is damaged: its first lines, which say how large it is, cannot be read"),
        ("a.png", PNG[: len(PNG) // 2], "is damaged or cut off: the check sum of its part 'IDAT' does not hold"),
        ("a.png", PNG[:400] + b"!" + PNG[401:], "is damaged or cut off: the check sum of its part 'IDAT' does not hold"),
        ("a.png", PNG[:-12], "ends too early: its last part, IEND, is missing"),
        (
            "a.png",
            saved(Image.new("L", (9, 9)), "PNG").replace(b"\0\0\0\x09\0\0\0\x09", b"\0\0\0\x09\0\0\0\x08"),
            "is damaged: its first lines",
        ),
    ],
)  # fmt: skip
def test_what_is_not_whole_is_refused_in_words(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    assert _what(tmp_path, name, data).startswith(what)


def test_a_picture_that_was_cut_off_is_to_be_copied_again(tmp_path: Path) -> None:
    found = _trouble(tmp_path, "a.jpg", JPEG[:CUT_IN_HALF])
    assert found is not None
    assert (found.mend, found.colour) == ("copy the file again from where it came, or ask for it anew", False)


def test_a_thumbnail_s_end_is_not_the_picture_s(tmp_path: Path) -> None:
    photograph = saved(scene(), exif=b"Exif\0\0" + JPEG[:2000] + END)
    assert _trouble(tmp_path, "a.jpg", photograph) is None
    assert _what(tmp_path, "a.jpg", photograph[:-500]).startswith("ends too early")


@pytest.mark.parametrize(
    ("name", "data", "what", "mend"),
    [
        ("a.png", JPEG, ", but of a JPEG picture", "name the file 'a.jpg', and write that in images.yaml"),
        ("a.jpg", PNG, ", but of a PNG picture", "name the file 'a.png', and write that in images.yaml"),
        ("a.jpg", b"<svg xmlns=''/>", ", but of a drawing in SVG", "name the file 'a.svg', and write that in images.yaml"),
        ("a.jpg", saved(scene(mode="P"), "GIF"), ", but of a GIF picture", "open it and save it as JPEG"),
        ("a.jpg", saved(scene(), "WEBP"), ", but of a WebP picture", "open it and save it as JPEG"),
        ("a.jpg", saved(scene(), "TIFF"), ", but of a TIFF picture", "open it and save it as JPEG"),
        ("a.jpg", b"MM\0*" + bytes(40), ", but of a TIFF picture", "open it and save it as JPEG"),
        ("a.png", b"\0\0\0\x18ftypavif", ", but of an AVIF picture", "open it and save it as JPEG"),
        ("a.jpg", b"\0\0\0\x18ftypheic", ", but of a HEIC picture", "open it and save it as JPEG"),
        ("a.jpg", b"BM" + bytes(60), ", but of a BMP picture", "open it and save it as JPEG"),
        ("a.jpg", b"8BPS\0\1", ", but of a Photoshop file", "open it and save it as JPEG"),
        ("a.jpg", b"%PDF-1.4", ", but of a PDF file", "open it and save it as JPEG"),
        ("a.jpg", b"\n<!DOCTYPE HTML><p>Sign in", ": it is a web page", "download the picture itself"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1\n", ": it is a placeholder of Git LFS", "download"),
        ("a.jpg", b"see the shared folder", ": it is plain text", "download the picture itself"),
        ("a.jpeg", bytes(range(64)), "", "put the right file into content/images/"),
    ],
)  # fmt: skip
def test_what_is_of_another_kind_is_called_by_its_name(
    tmp_path: Path, name: str, data: bytes, what: str, mend: str
) -> None:
    found = _trouble(tmp_path, name, data)
    assert found is not None
    assert found.what == NO_PICTURE.format(name.split(".")[1].upper()) + what
    assert found.mend.startswith(mend)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("it was decoded"))
    bomb = PNG.replace(struct.pack(">2I", 160, 120), struct.pack(">2I", 40000, 30000))
    bomb = bomb[:29] + struct.pack(">I", zlib.crc32(bomb[12:29])) + bomb[33:]
    found = _trouble(tmp_path, "a.png", bomb)
    assert found == Trouble(
        "has 40,000 x 30,000 pixels, 1,200 million, more than 50 million",
        "scale it down to 8,164 pixels on its longer side",
    )


def test_a_picture_of_just_as_many_pixels_as_may_be_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_PIXELS == 50_000_000
    monkeypatch.setattr("brochures.resolve.photographs.MOST_PIXELS", 160 * 120)
    assert _trouble(tmp_path, "a.png", PNG) is None
    monkeypatch.setattr("brochures.resolve.photographs.MOST_PIXELS", 160 * 120 - 1)
    assert _what(tmp_path, "b.png", PNG).startswith("has 160 x 120 pixels, 0 million")


def test_a_file_of_too_many_bytes_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    found = trouble_with(tmp_path / "a.jpg")
    assert found == Trouble("has 41,943,041 bytes, more than 41,943,040", "save it smaller: as JPEG, with quality 90")
    with (tmp_path / "b.jpg").open("wb") as file:
        file.truncate(MOST_BYTES)
    assert "more than" not in _what_of(tmp_path / "b.jpg")


def _what_of(path: Path) -> str:
    found = trouble_with(path)
    return found.what if found else ""


def test_a_picture_that_moves_is_refused(tmp_path: Path) -> None:
    moving = saved(scene(), "PNG", save_all=True, append_images=[scene().rotate(180)])
    assert _trouble(tmp_path, "a.png", moving) == Trouble(
        "moves: it holds 2 pictures, one after the other", "save the one that is to be printed"
    )


@pytest.mark.parametrize(("alpha", "shows"), [(0, False), (1, True)])
def test_a_picture_of_nothing_is_refused(tmp_path: Path, alpha: int, *, shows: bool) -> None:
    found = _trouble(tmp_path, "a.png", saved(Image.new("RGBA", (8, 8), (9, 9, 9, alpha)), "PNG"))
    assert found == (
        None if shows else Trouble("shows nothing: all of it is see-through", "save it again with what it is to show")
    )


def test_a_phone_s_photograph_with_a_second_picture_behind_it_is_taken(tmp_path: Path) -> None:
    several = saved(scene(), "MPO", save_all=True, append_images=[scene(80, 60)])
    assert _trouble(tmp_path, "a.jpg", several) is None


UNREADABLE = "has a colour profile that cannot be read: nobody knows what its colours are"


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.jpg", saved(scene(), icc_profile=b"no profile" * 20), UNREADABLE),
        ("a.jpg", saved(scene(), icc_profile=SRGB[:200]), UNREADABLE),
        ("a.png", saved(scene(), "PNG", icc_profile=SRGB[:-400]), UNREADABLE),
        (
            "a.jpg",
            saved(scene(mode="CMYK"), icc_profile=SRGB),
            "is in inks, and its colour profile is for red, green and blue",
        ),
        (
            "a.png",
            with_part(PNG, b"gAMA", struct.pack(">I", 100000)),
            "has a gamma of its own (1.000 in its part gAMA, where sRGB has 0.455) and no colour profile",
        ),
        (
            "a.png",
            with_part(PNG, b"cHRM", struct.pack(">8I", 31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)),
            "has primary colours of its own (in its part cHRM) and no colour profile",
        ),
        (
            "a.png",
            with_part(PNG, b"cICP", bytes((9, 16, 0, 1))),
            "says its colours in the way of video (cICP), which is not read here",
        ),
    ],
)
def test_colours_that_nobody_can_tell_are_refused(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    assert _trouble(tmp_path, name, data) == Trouble(what, "save it again with the profile sRGB", colour=True)


@pytest.fixture
def _as_the_engine_leaves_it() -> Iterator[None]:
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    yield
    ImageFile.LOAD_TRUNCATED_IMAGES = False


@pytest.mark.usefixtures("_as_the_engine_leaves_it")
def test_what_the_engine_asks_of_the_library_is_undone_and_left_as_it_was(tmp_path: Path) -> None:
    assert _what(tmp_path, "a.jpg", JPEG[:CUT_IN_HALF] + END).startswith("is damaged")
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True
    assert Image.MAX_IMAGE_PIXELS is not None


MIDDLE = len(JPEG) // 2
SWAPPED = RESTARTS.index(b"\xff\xd2")


@pytest.mark.parametrize(
    "data",
    [
        JPEG[:-2] + bytes(20) + END,
        RESTARTS[: SWAPPED + 1] + b"\xd5" + RESTARTS[SWAPPED + 2 :],
        RESTARTS[: SWAPPED - 30] + RESTARTS[SWAPPED:],
        RESTARTS[:SWAPPED] + RESTARTS[SWAPPED - 30 :],
        SLOW[: len(SLOW) // 2] + b"\xfe" * 40 + SLOW[len(SLOW) // 2 + 40 :],
    ],
    ids=["more data than the picture takes", "restarts in another order", "a part lost", "a part twice", "a scan overwritten"],
)  # fmt: skip
def test_a_photograph_in_whose_middle_a_decoder_guesses_is_refused(tmp_path: Path, data: bytes) -> None:
    found = _trouble(tmp_path, "a.jpg", data)
    assert found is not None
    assert found.what.startswith("is damaged")
    assert found.mend.startswith("copy the file again")


def test_a_guess_in_the_middle_is_told_as_such(tmp_path: Path) -> None:
    found = _trouble(tmp_path, "a.jpg", JPEG[:-2] + bytes(20) + END)
    assert found == Trouble(
        "is damaged in the middle: a part of its data means nothing, and what follows would be a guess",
        "copy the file again from where it came, or ask for it anew; if it looks right everywhere, save it once more",
    )
