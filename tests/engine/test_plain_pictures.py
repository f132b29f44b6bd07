"""Pictures as the engine is given them: in sRGB or grey, upright, and without what a camera wrote beside them."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import Any

import pytest
from PIL import Image, ImageChops

from brochures.engine.plain_pictures import DamagedError, KeptPart, plain
from brochures.project.paths import ROOT
from tests.resolve.pictures import SRGB, saved, scene

JPEG, PNG = saved(scene()), saved(scene(), "PNG")


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def _made(picture: Image.Image, kind: str = "PNG", **how: Any) -> Image.Image:
    return _opened(plain(saved(picture, kind, **how)))


def _exif(**tags: Any) -> Image.Exif:
    exif = Image.Exif()
    for name, value in tags.items():
        exif[{"camera": 0x010F, "turned": 0x0112}[name]] = value
    return exif


def _furthest(one: Image.Image, other: Image.Image) -> int:
    extrema: Any = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getextrema()
    return int(max(high for _, high in extrema))


def _wide_profile() -> bytes:
    """Return a profile of red, green and blue that sRGB is not: that of sRGB with red and green in each other's place."""
    data = bytearray(SRGB)
    red, green = data.find(b"rXYZ"), data.find(b"gXYZ")
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data)


def test_a_plain_photograph_keeps_every_one_of_its_pixels() -> None:
    assert _furthest(_opened(plain(JPEG)), _opened(JPEG)) == 0
    assert _furthest(_opened(plain(PNG)), _opened(PNG)) == 0


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("exif", [_exif(camera="a camera"), _exif(camera="a camera", turned=1), None])
def test_a_profile_is_followed_with_exif_and_without(kind: str, exif: Image.Exif | None) -> None:
    flat = Image.new("RGB", (16, 16), (200, 40, 90))
    more = {"exif": exif} if exif else {}
    made = _made(flat, kind, icc_profile=_wide_profile(), **more)
    assert _furthest(made, Image.new("RGB", (16, 16), (40, 200, 90))) <= 3
    assert {"icc_profile", "exif"} & set(made.info) == set()
    assert made.format == kind


def test_the_profile_srgb_changes_nothing_and_is_left_out() -> None:
    made = plain(saved(scene(), icc_profile=SRGB, exif=_exif(camera="a camera"), comment="a word"))
    assert made == plain(JPEG)
    assert b"ICC_PROFILE" not in made
    assert b"a camera" not in made
    assert b"a word" not in made


def test_what_a_decoder_must_know_stays() -> None:
    inks = saved(scene(mode="CMYK"))
    assert b"Adobe" in plain(inks)
    assert _opened(plain(inks)).mode == "CMYK"
    assert plain(JPEG)[6:10] == b"JFIF"


@pytest.mark.parametrize(
    ("turned", "back"),
    [
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
        (3, Image.Transpose.ROTATE_180),
        (6, Image.Transpose.ROTATE_270),
        (8, Image.Transpose.ROTATE_90),
    ],
)  # fmt: skip
def test_a_photograph_stands_as_the_camera_was_held(turned: int, back: Image.Transpose) -> None:
    made = _made(scene(), "JPEG", exif=_exif(turned=turned), quality=95)
    upright = _opened(saved(scene(), quality=95)).transpose(back)
    assert made.size == upright.size
    assert _furthest(made, upright) <= 40
    assert "exif" not in made.info


def test_a_photograph_that_was_changed_is_written_at_a_quality_of_95() -> None:
    made = _made(scene(), "JPEG", exif=_exif(turned=3))
    expected = _opened(saved(scene(), quality=95, subsampling=0))
    assert made.quantization == expected.quantization  # type: ignore[attr-defined]
    assert made.layer == expected.layer  # type: ignore[attr-defined]


def test_greys_of_16_bits_have_8() -> None:
    deep = Image.new("I;16", (3, 1))
    for at, value in enumerate((0, 0x80FF, 0xFFFF)):
        deep.putpixel((at, 0), value)
    made = _made(deep)
    assert (made.mode, made.tobytes()) == ("L", bytes((0, 0x80, 255)))


def test_a_grey_of_16_bits_that_stands_for_nothing_is_see_through() -> None:
    deep = Image.new("I;16", (2, 1), 0x1234)
    deep.putpixel((1, 0), 0x1235)
    made = _made(deep, transparency=0x1234)
    assert (made.mode, made.tobytes()) == ("LA", bytes((0x12, 0, 0x12, 255)))


def test_the_second_picture_of_a_phone_is_left_out() -> None:
    several = saved(scene(), "MPO", save_all=True, append_images=[scene(80, 60)])
    assert _furthest(_opened(plain(several)), _opened(JPEG)) == 0
    assert plain(several).count(b"\xff\xd8\xff") == 1
    assert plain(JPEG + b"behind") == plain(JPEG)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [("1", "L"), ("L", "L"), ("LA", "LA"), ("P", "RGB"), ("RGB", "RGB"), ("RGBA", "RGBA")],
)
def test_each_make_comes_out_as_one_that_is_set_right(mode: str, expected: str) -> None:
    picture = scene(mode=mode)
    if mode.endswith("A"):
        picture.putalpha(scene(mode="L"))
    assert _made(picture).mode == expected


def test_what_nothing_shows_through_is_not_see_through() -> None:
    assert _made(scene(mode="RGBA")).mode == "RGB"
    assert _made(scene(mode="LA")).mode == "L"


def test_a_color_that_stands_for_nothing_is_see_through() -> None:
    colours = Image.new("RGB", (2, 1), (255, 0, 0))
    colours.putpixel((1, 0), (0, 0, 255))
    made = _made(colours, transparency=(255, 0, 0))
    assert [made.getpixel((at, 0))[3] for at in (0, 1)] == [0, 255]  # type: ignore[index]
    greys = _made(Image.new("L", (2, 1), 9), transparency=9)
    assert greys.mode == "LA"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_grey_photograph_that_is_kept_as_colors_is_grey(kind: str) -> None:
    made = _made(scene(mode="L").convert("RGB"), kind)
    assert made.mode == "L"
    assert _furthest(made, scene(mode="L")) <= (0 if kind == "PNG" else 40)


@pytest.mark.parametrize(("off", "mode"), [(2, "L"), (3, "RGB")])
def test_a_tint_that_anybody_sees_stays_a_color(off: int, mode: str) -> None:
    assert _made(Image.new("RGB", (8, 8), (100, 100, 100 + off))).mode == mode


def test_a_palette_of_greys_is_grey() -> None:
    assert _made(scene(mode="L").convert("P")).mode == "L"


def test_a_grey_profile_is_followed() -> None:
    made = _made(Image.new("L", (8, 8), 128), icc_profile=_grey_profile(1.0))
    assert made.mode == "L"
    assert abs(made.getpixel((0, 0)) - 188) <= 2  # type: ignore[operator]  # half of the light is 188 in sRGB


def _grey_profile(gamma: float) -> bytes:
    """Return a profile of greys with one gamma, as small as the standard lets it be (ICC.1:2001-04)."""
    curve = b"curv\0\0\0\0" + (1).to_bytes(4) + round(gamma * 256).to_bytes(2) + b"\0\0"
    white = b"XYZ \0\0\0\0" + b"".join(round(part * 65536).to_bytes(4) for part in (0.9642, 1.0, 0.8249))
    name = b"desc\0\0\0\0" + (5).to_bytes(4) + b"grey\0" + bytes(78 + 1)
    parts = [(b"desc", name), (b"wtpt", white), (b"kTRC", curve), (b"cprt", b"text\0\0\0\0none\0")]
    at, table, body = 128 + 4 + 12 * len(parts), len(parts).to_bytes(4), b""
    for sign, part in parts:
        whole = part + b"\0" * (-len(part) % 4)
        table += sign + (at + len(body)).to_bytes(4) + len(part).to_bytes(4)
        body += whole
    head = bytearray(128)
    head[0:4] = (128 + len(table) + len(body)).to_bytes(4)
    head[8:12], head[12:16], head[16:20], head[20:24] = b"\2\x10\0\0", b"mntr", b"GRAY", b"XYZ "
    head[36:40] = b"acsp"
    head[68:80] = white[8:]
    return bytes(head) + table + body


def test_inks_with_a_profile_become_srgb_and_those_without_stay() -> None:
    profile = (ROOT / "styles" / "profiles" / "TR006_coated.icc").read_bytes()
    red = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    made = _made(red, "JPEG", icc_profile=profile)
    assert made.mode == "RGB"
    r, g, b = made.getpixel((8, 8))  # type: ignore[misc]
    assert (r > 200, g < 80, b < 80) == (True, True, True)
    assert _made(red, "JPEG").mode == "CMYK"


@pytest.mark.parametrize(
    ("crop", "box"),
    [
        (KeptPart(Fraction(1)), (20, 0, 140, 120)),
        (KeptPart(Fraction(1), across=0), (0, 0, 120, 120)),
        (KeptPart(Fraction(1), across=1), (40, 0, 160, 120)),
        (KeptPart(Fraction(4, 1)), (0, 40, 160, 80)),
        (KeptPart(Fraction(4, 1), down=0), (0, 0, 160, 40)),
        (KeptPart(Fraction(4, 1), down=1), (0, 80, 160, 120)),
        (KeptPart(Fraction(4, 3)), (0, 0, 160, 120)),
    ],
)
def test_what_is_cut_off_is_not_in_the_file(crop: KeptPart, box: tuple[int, int, int, int]) -> None:
    assert crop.box(160, 120) == box
    assert _furthest(_opened(plain(PNG, crop)), scene().crop(box)) == 0


def test_of_a_line_of_pixels_one_is_left() -> None:
    assert KeptPart(Fraction(4)).box(1, 100) == (0, 50, 1, 51)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (JPEG[: len(JPEG) // 2], "it is damaged: it cannot be decoded to its last line"),
        (PNG[: len(PNG) // 2], "it is damaged: it cannot be decoded to its last line"),
        (b"abc", "it is damaged: it cannot be decoded to its last line"),
        (saved(scene(), icc_profile=SRGB[:200]), "its colour profile cannot be read"),
        (saved(scene(), icc_profile=SRGB.replace(b"RGB ", b"RGB\xff")), "its colour profile cannot be read"),
        (saved(scene(mode="CMYK"), icc_profile=SRGB), "its colour profile is for another kind of picture"),
    ],
)
def test_what_cannot_be_made_plain_is_refused_in_words(data: bytes, why: str) -> None:
    with pytest.raises(DamagedError) as refused:
        plain(data)
    assert str(refused.value) == why


@pytest.mark.parametrize(("tone", "mode"), [("", "RGB"), (",grey", "L")])
def test_a_photograph_in_a_slot_has_no_colours(tone: str, mode: str) -> None:
    made = Image.open(io.BytesIO(plain(saved(scene()), KeptPart.read(f"1/1,0,0.5{tone}"))))
    assert (made.size, made.mode) == ((120, 120), mode)
