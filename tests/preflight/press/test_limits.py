"""The numbers of what a press file paints, each just kept and just broken: sizes of type, widths of lines, inks, distances, pixels."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Name

from tests.press.damage import Damage, damaged, laid, told, told_apart_from_plates
from tests.press_room import PressRoom

BLACK, WHITE, MIXED = "0 0 0 1 k", "0 0 0 0 k", "1 0 0 .62 k"
MM = 72 / 25.4


def _type(size: float, colour: str, settings: str = "/Off gs", at: str = "100 -200") -> Damage:
    return laid(f"{settings} {colour} BT /F {size} Tf {at} Td <00030004> Tj ET")


def _line(width: float, colour: str = "0 0 0 1 K", settings: str = "/On gs") -> Damage:
    return laid(f"{settings} {colour} {width} w 100 -200 m 172 -200 l S")


def _area(height: float, settings: str = "/Off gs", colour: str = BLACK) -> Damage:
    return laid(f"{settings} {colour} 100 -200 72 {height} re f")


def _image(width: int, height: int, size: float, bits: int = 8) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        about = {"Width": width, "Height": height, "BitsPerComponent": bits, "ColorSpace": Name.DeviceGray}
        data = bytes((width * bits + 7) // 8 * height)
        image = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, **about)
        name = pdf.pages[0].add_resource(image, Name.XObject, Name("/Photo"))
        pdf.pages[0].contents_add(f"q /PressKnockout gs {size} 0 0 {size} 200 200 cm {name} Do Q".encode())

    return damage


LIMITS: list[tuple[str, str, str | None, Damage, str | None, Damage]] = [
    ("black text overprints below 12 pt", "PRS-312", None, _type(12, BLACK), "warning", _type(11.99, BLACK)),
    ("text in gray is small below 12 pt", "PRS-313", None, _type(12, ".5 g"), "warning", _type(11.99, ".5 g")),
    ("dark text of several inks is small below 12 pt", "PRS-304", None, _type(12, ".6 .4 .4 1 k"), "error", _type(11.99, ".6 .4 .4 1 k")),
    ("black lines overprint below 2 pt", "PRS-312", None, _line(2, settings="/Off gs"), "warning", _line(1.99, settings="/Off gs")),
    ("an area is a line below 2 pt", "PRS-312", None, _area(2), "warning", _area(1.99)),
    ("type in one ink has 5 pt", "PRS-401", None, _type(5, BLACK, "/On gs"), "error", _type(4.99, BLACK, "/On gs")),
    ("white type has 8 pt", "PRS-402", None, _type(8, WHITE), "warning", _type(7.99, WHITE)),
    ("type of several inks has 8 pt", "PRS-402", None, _type(8, MIXED), "warning", _type(7.99, MIXED)),
    ("a line is a hairline up to 0.125 pt", "PRS-403", "warning", _line(0.127), "error", _line(0.125)),
    ("a solid line has 0.25 pt", "PRS-403", None, _line(0.25), "warning", _line(0.249)),
    ("a line of several inks has 0.25 pt", "PRS-403", None, _line(0.25, "1 0 0 .62 K"), "error", _line(0.249, "1 0 0 .62 K")),
    ("a white line has 0.25 pt", "PRS-403", None, _line(0.25, "0 0 0 0 K", "/Off gs"), "error", _line(0.249, "0 0 0 0 K", "/Off gs")),
    ("a colour is solid from 90 % on", "PRS-403", "warning", _line(0.2, "0 0 0 .9 K"), "error", _line(0.2, "0 0 0 .89 K")),
    ("a colour is meant to be black from 85 % on", "PRS-304", None, _type(11, ".5 .4 .4 .44 k"), "error", _type(11, ".45 .45 .45 .4 k")),
    ("black text takes 280 % of ink", "PRS-305", None, _type(30, ".6 .6 .6 1 k"), "warning", _type(30, ".61 .6 .6 1 k")),
    ("text is black from 85 % of black on", "PRS-305", None, _type(30, ".8 .8 .8 .84 k"), "warning", _type(30, ".8 .8 .8 .85 k")),
    ("text lies 0.125 in from the trim", "PRS-404", None, _type(9, BLACK, "/On gs", "9 -300"), "error", _type(9, BLACK, "/On gs", "8.9 -300")),
    ("a picture in tones has more than 224 pixels to the inch", "PRS-501", None, _image(225, 225, 72), "warning", _image(224, 225, 72)),
    ("a picture in tones has more than 149 pixels to the inch", "PRS-501", "warning", _image(150, 225, 72), "error", _image(225, 149, 72)),
    ("line art has more than 799 pixels to the inch", "PRS-502", None, _image(800, 800, 72, 1), "warning", _image(799, 800, 72, 1)),
    ("line art has more than 549 pixels to the inch", "PRS-502", "warning", _image(550, 800, 72, 1), "error", _image(549, 800, 72, 1)),
    ("a picture of 16 pixels holds no detail", "PRS-501", None, _image(16, 16, 72), "error", _image(17, 16, 72)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code", "kept", "inside", "broken", "outside"), LIMITS, ids=[one[0] for one in LIMITS]
)
def test_a_number_is_kept_and_broken_by_a_hair(
    press_room: PressRoom,
    *,
    name: str,
    code: str,
    kept: str | None,
    inside: Damage,
    broken: str | None,
    outside: Damage,
) -> None:
    for weight, damage in ((kept, inside), (broken, outside)):
        found = told_apart_from_plates(damaged(press_room.made, damage))
        assert {severity for rule, severity, _ in found if rule == code} == ({weight} if weight else set()), (
            name,
            found,
        )


AROUND = 3
"""How far bare paper lies around a patch, in mm, so that nothing of the page is measured with it."""


def _patch(size: float, amount: float, x: float = 200, y: float = 300) -> Damage:
    ink = " ".join([f"{amount:.4f}"] * 4)
    side, clear = f"{size * MM:.4f}", f"{(size + 2 * AROUND) * MM:.4f}"
    paper = f"0 0 0 0 k {x - AROUND * MM:.4f} {y - AROUND * MM:.4f} {clear} {clear} re f"
    return lambda pdf: pdf.pages[0].contents_add(f"q {paper} {ink} k {x} {y} {side} {side} re f Q".encode())


@pytest.mark.parametrize(
    ("size", "amount", "told_of"),
    [
        pytest.param(16, 0.745, False, id="298 % over more than 15 mm"),
        pytest.param(16, 0.76, True, id="304 % over more than 15 mm"),
        pytest.param(13, 0.95, False, id="380 % over 13 mm, 285 % of 15 mm"),
        pytest.param(14.4, 0.95, True, id="380 % over 14.4 mm, 350 % of 15 mm"),
    ],
)
def test_ink_is_the_mean_over_a_square_of_fifteen_mm(
    press_room: PressRoom, size: float, amount: float, *, told_of: bool
) -> None:
    found = told(damaged(press_room.made, _patch(size, amount)))
    assert ("PRS-212" in {code for code, _ in found}) is told_of


@pytest.mark.parametrize(
    ("width", "ink", "told_of"),
    [
        pytest.param(3.3, "0 0 0 1", True, id="a run of more than 3 mm"),
        pytest.param(2.7, "0 0 0 1", False, id="a run of less than 3 mm"),
        pytest.param(9, "0 0 0 .02", True, id="ink of 5 of 255"),
        pytest.param(9, "0 0 0 .01", False, id="ink of 2 or 3 of 255"),
    ],
)
def test_colour_stops_at_the_trim_where_three_mm_of_it_do(
    press_room: PressRoom, width: float, ink: str, *, told_of: bool
) -> None:
    def damage(pdf: pikepdf.Pdf) -> None:
        code = f"q 0 0 0 0 k 300 560 120 70 re f {ink} k 340 590 {width * MM:.4f} 31 re f Q"
        pdf.pages[0].contents_add(code.encode())

    found = [message for code, message in told(damaged(press_room.made, damage)) if code == "PRS-210"]
    assert any(message.startswith("colour stops at the top trim") for message in found) is told_of
