"""What of an image lies on each plate."""

from __future__ import annotations

import pytest
from pikepdf import Array, Name, String

from tests.separations.handmade import Made, jpeg, painted
from tests.separations.plate_pixels import ink_at, plates_of

PIXELS = bytes([255, 0, 0, 0, 0, 128, 0, 51, 0, 0, 255, 0, 0, 0, 0, 255])


@pytest.mark.parametrize(
    ("space", "data", "bits", "about", "ink"),
    [
        (Name.DeviceCMYK, PIXELS, 8, {}, [{"Cyan": 100}, {"Magenta": 50, "Black": 20}, {"Yellow": 100}, {"Black": 100}]),
        (
            Name.DeviceCMYK, bytes(255 - value for value in PIXELS), 8, {"Decode": [1, 0] * 4},
            [{"Cyan": 100}, {"Magenta": 50, "Black": 20}, {"Yellow": 100}, {"Black": 100}],
        ),
        (Name.DeviceCMYK, b"".join(bytes([value, 0]) for value in PIXELS), 16, {}, [{"Cyan": 100}, {"Magenta": 50, "Black": 20}]),
        (Name.DeviceGray, bytes([0, 51, 204, 255]), 8, {}, [{"Black": 100}, {"Black": 80}, {"Black": 20}, {}]),
        (Name.DeviceGray, b"\x40\x80", 1, {}, [{"Black": 100}, {}, {}, {"Black": 100}]),
        (
            Array([Name.Indexed, Name.DeviceCMYK, 1, String(b"\0\0\0\xff\0\xff\0\0")]), b"\x40\x80", 1, {},
            [{"Black": 100}, {"Magenta": 100}, {"Magenta": 100}, {"Black": 100}],
        ),
        (Name.DeviceCMYK, jpeg("CMYK", (2, 2), (51, 0, 0, 255)), 8, {"Filter": Name.DCTDecode, "Decode": [1, 0] * 4},
         [{"Cyan": 20, "Black": 100}] * 4),
    ],
)  # fmt: skip
def test_images_lie_on_the_plates_by_their_channels(
    space: object, data: bytes, bits: int, about: dict[str, object], ink: list[dict[str, int]]
) -> None:
    made = Made()
    made.name("XObject", "I", made.image(data, (2, 2), space, bits, **about))
    made.page(".5 .5 .5 .5 k 0 0 200 100 re f 80 0 0 80 0 0 cm /I Do")
    plates = plates_of(made.written())
    assert [ink_at(plates, *place) for place in ((20, 40), (60, 40), (20, 80), (60, 80))][: len(ink)] == ink


def test_images_of_a_spot_knock_out_or_overprint() -> None:
    made = Made()
    made.overprints()
    made.name("XObject", "I", made.image(bytes([0, 128, 255, 51]), (2, 2), made.spot("Gold")))
    made.page("0 0 1 0 k 0 0 200 100 re f q 80 0 0 80 0 0 cm /I Do Q /On gs q 80 0 0 80 100 0 cm /I Do Q")
    plates = plates_of(made.written())
    assert [ink_at(plates, *place) for place in ((20, 40), (60, 40), (20, 80))] == [{}, {"Gold": 50}, {"Gold": 100}]
    assert ink_at(plates, 160, 80) == {"Yellow": 100, "Gold": 20}


def test_masks_and_images_in_the_content_are_laid() -> None:
    content = b"0 0 1 0 k 0 0 200 100 re f q 80 0 0 80 0 0 cm 1 0 0 0 k BI /W 2 /H 1 /IM true ID \x40 EI Q "
    content += b"q 80 0 0 80 100 0 cm BI /W 2 /H 1 /CS /CMYK /BPC 8 ID " + PIXELS[:8] + b" EI Q"
    plates = plates_of(painted(content))
    assert [ink_at(plates, *place) for place in ((20, 60), (60, 60), (120, 60), (160, 60))] == [
        {"Cyan": 100}, {"Yellow": 100}, {"Cyan": 100}, {"Magenta": 50, "Black": 20},
    ]  # fmt: skip
