"""A picture in red, green and blue becomes inks: JPEG stays JPEG at its quality, anything else is stored without loss."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from brochures.press.image_conversion import Darkroom, Shot
from brochures.press.output_intent import Condition
from brochures.project.paths import ROOT


@pytest.fixture
def darkroom(tmp_path: Path) -> Darkroom:
    profile = next(path for path in sorted((ROOT / "styles" / "profiles").glob("*.icc")))
    return Darkroom(Condition("I", "T", "N", 300, profile.read_bytes()), tmp_path)


def _photograph(quality: int = 80) -> bytes:
    picture = Image.linear_gradient("L").resize((40, 30)).convert("RGB")
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality)
    return written.getvalue()


def _image(pdf: pikepdf.Pdf, data: bytes, **more: Any) -> Any:
    about = {"Width": 40, "Height": 30, "BitsPerComponent": 8, "ColorSpace": Name.DeviceRGB, **more}
    image = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, **about)
    image.write(data, filter=Name.DCTDecode if data.startswith(b"\xff\xd8") else Name.FlateDecode)
    return image


def _tables(data: bytes) -> Any:
    return Image.open(io.BytesIO(data)).quantization  # type: ignore[attr-defined]


def test_a_photograph_is_written_anew_at_a_quality_of_92(darkroom: Darkroom) -> None:
    pdf = pikepdf.new()
    image = _image(pdf, _photograph())
    assert darkroom.convert(image, 2, "/Photo") == Shot(40, 30, "RGB", see_through=False, page=2, resource="/Photo")
    data = image.read_raw_bytes()
    made = Image.open(io.BytesIO(data))
    assert (made.format, made.mode, made.size) == ("JPEG", "CMYK", (40, 30))
    expected = {}
    for quality in (91, 92, 93):
        written = io.BytesIO()
        made.save(written, "JPEG", quality=quality, subsampling=0)
        expected[quality] = _tables(written.getvalue())
    assert _tables(data) == expected[92]
    assert _tables(data) not in (expected[91], expected[93])
    assert (image.ColorSpace, image.Filter, int(image.BitsPerComponent)) == (Name.DeviceCMYK, Name.DCTDecode, 8)
    assert [int(part) for part in image.Decode] == [1, 0] * 4


def test_other_pictures_are_stored_without_loss(darkroom: Darkroom) -> None:
    pdf = pikepdf.new()
    samples = bytes([255, 255, 255] * 600 + [0, 0, 0] * 600)
    image = _image(pdf, zlib.compress(samples), Decode=Array([0, 1] * 3), Intent=Name.Perceptual)
    assert darkroom.convert(image, 1, "/Drawing") == Shot(40, 30, "RGB", see_through=False, page=1, resource="/Drawing")
    inks = image.read_bytes()
    assert len(inks) == 40 * 30 * 4
    assert (image.ColorSpace, image.Filter) == (Name.DeviceCMYK, Name.FlateDecode)
    assert "/Decode" not in image
    assert "/Intent" not in image
    assert inks[:4] == b"\0\0\0\0"
    assert sum(inks[-4:]) > 2 * 255


@pytest.mark.parametrize(
    ("about", "kept"),
    [
        ({"ImageMask": True}, None),
        ({"ColorSpace": Name.DeviceGray}, None),
    ],
)
def test_masks_and_grays_stay_as_they_are(darkroom: Darkroom, about: dict[str, Any], kept: None) -> None:
    pdf = pikepdf.new()
    image = _image(pdf, zlib.compress(b"\0\x80\xff" * 400), **about)
    before = image.read_raw_bytes()
    assert darkroom.convert(image, 1, "/A") is kept
    assert image.read_raw_bytes() == before


@pytest.mark.parametrize("width", [40, 39])
def test_a_drawing_of_black_or_nothing_has_one_bit_a_pixel(darkroom: Darkroom, width: int) -> None:
    pdf = pikepdf.new()
    samples = b"\0\xff\xff" * (width * 10)
    image = _image(pdf, zlib.compress(samples), ColorSpace=Name.DeviceGray, Width=width, Interpolate=True)
    assert darkroom.convert(image, 1, "/A") is None
    assert (image.ColorSpace, int(image.BitsPerComponent), int(image.Width)) == (Name.DeviceGray, 1, width)
    assert len(image.read_bytes()) == 5 * 30
    assert "/Interpolate" not in image
    assert pikepdf.PdfImage(image).as_pil_image().convert("L").tobytes() == samples


def test_the_predictor_of_a_drawing_goes_with_its_samples(darkroom: Darkroom) -> None:
    pdf = pikepdf.new()
    rows = b"".join(b"\0" + b"\0\xff" * 20 for _ in range(30))
    image = _image(pdf, zlib.compress(rows), ColorSpace=Name.DeviceGray)
    image.DecodeParms = Dictionary(Predictor=15, Columns=40)
    darkroom.convert(image, 1, "/A")
    assert "/DecodeParms" not in image
    assert image.read_bytes() == b"\x55" * 150


@pytest.mark.parametrize("data", [_photograph(), zlib.compress(b"\0\xff" * 599 + b"\0\xfe")])
def test_one_grey_makes_a_picture_of_tones(darkroom: Darkroom, data: bytes) -> None:
    pdf = pikepdf.new()
    image = _image(pdf, data, ColorSpace=Name.DeviceGray)
    darkroom.convert(image, 1, "/A")
    assert int(image.BitsPerComponent) == 8
    assert image.read_raw_bytes() == data


def test_what_has_one_bit_already_stays_as_it_is(darkroom: Darkroom) -> None:
    pdf = pikepdf.new()
    image = _image(pdf, zlib.compress(bytes(150)), ColorSpace=Name.DeviceGray, BitsPerComponent=1)
    darkroom.convert(image, 1, "/A")
    assert image.read_bytes() == bytes(150)


def test_a_picture_in_inks_is_told_and_stays_as_it_is(darkroom: Darkroom) -> None:
    pdf = pikepdf.new()
    image = _image(pdf, zlib.compress(bytes(4800)), ColorSpace=Name.DeviceCMYK, SMask=Dictionary())
    before = image.read_raw_bytes()
    assert darkroom.convert(image, 3, "/A") == Shot(40, 30, "CMYK", see_through=True, page=3, resource="/A")
    assert image.read_raw_bytes() == before


def test_what_was_converted_is_kept_and_used_again(darkroom: Darkroom) -> None:
    pdf = pikepdf.new()
    for image in (_image(pdf, _photograph()), _image(pdf, _photograph())):
        darkroom.convert(image, 1, "/A")
    (kept,) = darkroom.shelf.iterdir()
    assert kept.suffix == ".jpg"
    kept.write_bytes(b"kept")
    again = _image(pdf, _photograph())
    darkroom.convert(again, 1, "/A")
    assert again.read_raw_bytes() == b"kept"
    darkroom.convert(_image(pdf, _photograph(70)), 1, "/A")
    assert len(list(darkroom.shelf.iterdir())) == 2
