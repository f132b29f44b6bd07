"""What is noted of images, masks and images in the content itself."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name

from brochures.separations import Painted, things
from tests.separations.handmade import Made, jpeg, painted


def _one(made: Made, content: str | bytes) -> Painted:
    made.page(content)
    (thing,) = things(made.written())
    return thing


def test_images_tell_their_pixels_and_how_fine_they_are() -> None:
    made = Made()
    made.name("XObject", "I", made.image(bytes(300 * 200 * 4), (300, 200), Name.DeviceCMYK))
    thing = _one(made, "q 72 0 0 72 10 10 cm /I Do Q")
    seen = thing.picture
    assert seen
    assert (thing.kind, thing.colour, str(thing.space)) == ("image", None, "DeviceCMYK")
    assert (seen.name, seen.width, seen.height, seen.bits) == ("I", 300, 200, 8)
    assert seen.ppi == pytest.approx(200)
    assert (seen.soft_mask, seen.inline) == (False, False)
    assert (thing.box.left, thing.box.bottom, thing.box.width) == pytest.approx((10, 90, 72))


def test_ppi_is_that_of_the_smaller_direction_even_when_turned() -> None:
    made = Made()
    made.name("XObject", "I", made.image(bytes(300 * 300), (300, 300), Name.DeviceGray))
    made.name("XObject", "F", made.form("q 0 36 -72 0 90 10 cm /I Do Q", Matrix=[2, 0, 0, 2, 0, 0]))
    thing = _one(made, "/F Do")
    assert thing.picture
    assert thing.picture.ppi == pytest.approx(150)
    assert thing.box.width == pytest.approx(144)


def test_filters_depth_and_masks_are_told() -> None:
    made = Made()
    veil = made.image(bytes(4), (2, 2), Name.DeviceGray)
    photo = made.image(jpeg("RGB", (8, 8), (200, 30, 30)), (8, 8), Name.DeviceRGB, Filter=Name.DCTDecode, SMask=veil)
    made.name("XObject", "I", photo)
    made.name("XObject", "B", made.image(b"\xa0\x40", (3, 2), made.spot("Gold"), bits=1))
    made.page("9 0 0 9 0 0 cm /I Do /B Do")
    first, second = things(made.written())
    assert first.picture
    assert second.picture
    assert (first.picture.filters, first.picture.soft_mask, str(first.space)) == (("DCTDecode",), True, "DeviceRGB")
    assert (second.picture.bits, str(second.space)) == (1, "Separation Gold")


def test_a_mask_has_the_colour_that_is_painted_through_it() -> None:
    made = Made()
    made.name("XObject", "M", made.image(b"\xa0\x40", (3, 2), None, bits=1, ImageMask=True))
    made.overprints()
    thing = _one(made, "/On gs 1 0 0 0 k 9 0 0 9 0 0 cm /M Do")
    assert (thing.kind, thing.overprint) == ("image mask", True)
    assert thing.colour
    assert thing.colour.inks == {"Cyan": 1, "Magenta": 0, "Yellow": 0, "Black": 0}
    assert thing.picture
    assert (thing.picture.bits, thing.picture.space) == (1, None)


def test_images_in_the_content_are_images() -> None:
    (thing,) = things(painted(b"72 0 0 36 0 0 cm BI /W 2 /H 2 /CS /CMYK /BPC 8 ID " + bytes(range(16)) + b" EI"))
    assert thing.picture
    assert (thing.picture.inline, thing.picture.width, str(thing.space)) == (True, 2, "DeviceCMYK")
    assert thing.picture.ppi == pytest.approx(2)
    (mask,) = things(painted(b"1 0 0 0 k 9 0 0 9 0 0 cm BI /W 8 /H 1 /IM true ID \xaa EI"))
    assert mask.kind == "image mask"


def test_an_image_in_the_content_may_name_a_space_of_the_resources() -> None:
    made = Made()
    made.name("ColorSpace", "Gold", made.spot("Gold"))
    thing = _one(made, b"9 0 0 9 0 0 cm BI /W 2 /H 1 /CS /Gold /BPC 8 ID \x00\xff EI")
    assert str(thing.space) == "Separation Gold"


def test_a_layer_may_hide_an_image() -> None:
    made = Made()
    off = made.pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Notes"))
    made.pdf.Root.OCProperties = Dictionary(OCGs=Array([off]), D=Dictionary(BaseState=Name.OFF))
    made.name("XObject", "I", made.image(bytes(4), (2, 2), Name.DeviceGray, OC=off))
    thing = _one(made, "9 0 0 9 0 0 cm /I Do")
    assert (thing.layer, thing.shows) == ("Notes", False)
