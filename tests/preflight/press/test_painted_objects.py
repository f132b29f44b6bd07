"""What the pages of a press file paint: inks, overprint, type, lines and pictures. For each rule a file that breaks it, and near misses."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Name

from brochures.geometry.box import Box
from brochures.pdf.file import File
from brochures.preflight.press.wording import place
from tests.press.damage import Damage, damaged, laid, told_apart_from_plates
from tests.press_room import PressRoom

Rule = tuple[str, Damage, str, str]
"""The code, the damage, the severity and a part of the message."""

MIDDLE = "100 -200"


def _type(size: float, colour: str, settings: str = "/Off gs") -> str:
    return f"{settings} {colour} BT /F {size} Tf {MIDDLE} Td <00030004> Tj ET"


def _placed(x: float, y: float) -> str:
    return f"/On gs {BLACK} BT /F 9 Tf {x} {y} Td <00030004> Tj ET"


def _line(width: float, colour: str, settings: str = "/Off gs") -> str:
    return f"{settings} {colour} {width} w 100 -200 m 172 -200 l S"


BLACK, LINE_BLACK, RIVER, LINE_RIVER, WHITE = "0 0 0 1 k", "0 0 0 1 K", "1 0 0 .62 k", "1 0 0 .62 K", "0 0 0 0 k"
RICH = ".6 .4 .4 1 k"


def _image(width: int, height: int, bits: int, size: str, *, masks: bool = False) -> Damage:
    """Return the damage that places an image on the page; ``size`` is how wide and high it is in pt."""

    def damage(pdf: pikepdf.Pdf) -> None:
        about = {
            "Width": width,
            "Height": height,
            "BitsPerComponent": bits,
            "Type": Name.XObject,
            "Subtype": Name.Image,
        }
        about |= {"ImageMask": True} if masks else {"ColorSpace": Name.DeviceGray}
        image = pdf.make_stream(bytes((width * bits + 7) // 8 * height), **about)
        name = pdf.pages[0].add_resource(image, Name.XObject, Name("/Photo"))
        wide, high = size.split()
        pdf.pages[0].contents_add(f"q /PressKnockout gs 0 0 0 .5 k {wide} 0 0 {high} 200 200 cm {name} Do Q".encode())

    return damage


def _broken(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(b"0 0 m 1 1 l nonsense")


BROKEN: dict[str, Rule] = {
    "an operator that there is not": ("PRS-302", _broken, "error", "page 2: there is no operator nonsense"),
    "a line in RGB": ("PRS-303", laid("1 0 0 RG 2 w 100 -200 m 172 -200 l S"), "error", "a line is painted in DeviceRGB"),
    "text in RGB": ("PRS-303", laid(_type(14, "0 0 0 rg")), "error", "text of 14 pt is painted in DeviceRGB"),
    "small text of four inks": ("PRS-304", laid(_type(11.9, ".75 .68 .67 .9 k")), "error", "dark text of 11.9 pt is built of 75 % cyan, 68 % magenta, 67 % yellow and 90 % black"),
    "small text of deep blue and black": ("PRS-304", laid(_type(9, "1 1 .9 .2 k")), "error", "dark text of 9 pt"),
    "a headline with too much ink": ("PRS-305", laid(_type(30, ".7 .6 .55 1 k")), "warning", "black text of 30 pt takes 285 % of ink"),
    "an area of black that nobody named": ("PRS-306", laid(f"/Off gs {RICH} 100 -200 90 90 re f"), "error", "an area is black, built of 60 % cyan, 40 % magenta, 40 % yellow and 100 % black, which no token names"),
    "a line of rich black": ("PRS-306", laid(_line(1, ".6 .4 .4 1 K")), "warning", "a line of 1 pt is built of"),
    "two spots": ("PRS-307", laid("/Off gs /Spot cs 1 scn 0 -99 9 9 re f /Other CS .5 SCN 0 -99 m 9 -99 l S"), "error", "the file has 2 inks of its own, 'PANTONE 186 C', 'PANTONE 347 C'; the printer's preset allows 0"),
    "registration on the piece": ("PRS-308", laid("/Off gs /Registration CS 1 SCN 5 w 100 -200 m 172 -200 l S"), "error", "a line prints on every plate ('All') inside of the trim"),
    "white text that overprints": ("PRS-311", laid(_type(20, WHITE, "/On gs")), "error", "white text of 20 pt is set to overprint"),
    "a white area that overprints": ("PRS-311", laid("/On gs 0 0 0 0 k 100 -200 9 9 re f"), "warning", "white paint is set to overprint"),
    "a tint of nothing that overprints": ("PRS-311", laid("/On gs /Key cs 0 scn 100 -200 9 9 re f"), "warning", "white paint"),
    "black text that knocks out": ("PRS-312", laid(_type(11.9, BLACK)), "warning", "text of 11.9 pt in black knocks out"),
    "black text in the wrong mode": ("PRS-312", laid(_type(9, BLACK, "/Zero gs")), "warning", "text of 9 pt in black overprints in mode 0, and so knocks out"),
    "a black line that knocks out": ("PRS-312", laid(_line(1.9, LINE_BLACK)), "warning", "a line of 1.9 pt in black knocks out"),
    "a thin black area that knocks out": ("PRS-312", laid(f"/Off gs {BLACK} 100 -200 72 .5 re f"), "warning", "a thin area of 0.5 pt in black knocks out"),
    "a black frame that knocks out": ("PRS-312", laid(f"/Off gs {BLACK} 100 -200 72 50 re 101 -199 70 48 re f*"), "warning", "a thin area of 1 pt in black"),
    "small text in gray": ("PRS-313", laid(_type(11, ".5 g")), "warning", "text of 11 pt is painted in DeviceGray"),
    "a thin line in gray": ("PRS-313", laid(_line(1, "0 G")), "warning", "a line of 1 pt is painted in DeviceGray"),
    "gray that overprints": ("PRS-313", laid("/On gs .5 g 100 -200 50 50 re f"), "warning", "an area overprints in DeviceGray"),
    "black text in a group": ("PRS-314", laid(_type(9, BLACK, "/On gs"), apart=True), "warning", "text of 9 pt in black lies in a group of its own"),
    "tiny text": ("PRS-401", laid(_type(4.9, BLACK, "/On gs")), "error", "text of 4.9 pt is smaller than 5 pt"),
    "small white text": ("PRS-402", laid(_type(7.9, WHITE)), "warning", "white text of 7.9 pt is smaller than 8 pt"),
    "small text of two inks": ("PRS-402", laid(_type(7.9, RIVER)), "warning", "text of 7.9 pt is built of 100 % cyan and 62 % black, and smaller than 8 pt"),
    "text beside the trim": ("PRS-404", laid(_placed(8.5, -300)), "error", "text of 9 pt lies 0.118 in from the trim, and 0.125 in are wanted"),
    "text across the trim": ("PRS-404", laid(_placed(-4, -300)), "error", "text of 9 pt lies -0.056 in from the trim"),
    "a line of nothing": ("PRS-403", laid(_line(0, LINE_BLACK, "/On gs")), "error", "a line of 0 pt is as thin as the press can make it"),
    "a hairline": ("PRS-403", laid(_line(0.125, LINE_BLACK, "/On gs")), "error", "a line of 0.125 pt is a hairline"),
    "a thin line": ("PRS-403", laid(_line(0.2, LINE_BLACK, "/On gs")), "warning", "a line of 0.2 pt is thinner than 0.25 pt"),
    "a line that was scaled": ("PRS-403", laid(f"/On gs .1 0 0 .1 0 0 cm {LINE_BLACK} 2 w 1000 -2000 m 1720 -2000 l S"), "warning", "a line of 0.2 pt"),
    "a thin line of two inks": ("PRS-403", laid(_line(0.24, LINE_RIVER)), "error", "a line of 0.24 pt in 100 % cyan and 62 % black is thinner"),
    "a thin white line": ("PRS-403", laid(_line(0.24, "0 0 0 0 K")), "error", "a line of 0.24 pt in white"),
    "a thin line in a tint": ("PRS-403", laid(_line(0.24, "0 0 0 .8 K")), "error", "a line of 0.24 pt in 80 % black"),
    "an area as thin as a line": ("PRS-403", laid("/Off gs 0 1 0 0 k 100 -200 .1 72 re f"), "error", "a thin area of 0.1 pt is a hairline"),
    "letters with a thin outline": ("PRS-403", laid(f"1 Tr .2 w {LINE_RIVER} {_type(20, RIVER)}"), "error", "an outline of letters of 0.2 pt in"),
    "a coarse photograph": ("PRS-501", _image(149, 400, 8, "72 72"), "error", "an image of 149 x 400 pixels has 149 to the inch here, not more than 149"),
    "a photograph that could be finer": ("PRS-501", _image(224, 400, 8, "72 72"), "warning", "has 224 to the inch here, not more than 224"),
    "coarse line art": ("PRS-502", _image(549, 900, 1, "72 72"), "error", "has 549 to the inch here, not more than 549"),
    "a coarse mask": ("PRS-502", _image(799, 900, 1, "72 72", masks=True), "warning", "has 799 to the inch here, not more than 799"),
}  # fmt: skip

ALSO = {
    "a line in RGB": {"PRS-301"},
    "text in RGB": {"PRS-301"},
    "a headline with too much ink": {"PRS-306"},
    "small text of four inks": {"PRS-305"},
    "an operator that there is not": {"PRS-301"},
}
"""What else a damage breaks."""


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_breaks_the_rule_is_told(press_room: PressRoom, name: str) -> None:
    code, damage, severity, message = BROKEN[name]
    found = told_apart_from_plates(damaged(press_room.made, damage))
    assert (code, severity) in {(rule, weight) for rule, weight, said in found if message in said}, found
    assert {rule for rule, _, _ in found} <= {code, *ALSO.get(name, ())}, found


QUIET: dict[str, Damage] = {
    "text of 12 pt in rich black of a token": laid(_type(12, RIVER)),
    "small text in a deep colour that is not black": laid(_type(9, RIVER)),
    "black text that overprints": laid(_type(9, BLACK, "/On gs")),
    "black text as a spot, in any mode": laid(_type(9, "/Key cs 1 scn", "/Zero gs")),
    "large black text that knocks out": laid(_type(12, BLACK)),
    "a thick black line that knocks out": laid(_line(2, LINE_BLACK)),
    "a black area that knocks out": laid(f"/Off gs {BLACK} 100 -200 50 2 re f"),
    "white text that knocks out": laid(_type(8, WHITE)),
    "text as far from the trim as is wanted": laid(_placed(9.5, -300)),
    "text beyond the trim": laid(_placed(200, 6)),
    "text of 5 pt": laid(_type(5, BLACK, "/On gs")),
    "large text in gray": laid(_type(12, ".5 g")),
    "text that does not show": laid(f"3 Tr {_type(2, RIVER)}"),
    "large black text in a group": laid(_type(12, BLACK), apart=True),
    "a line of 0.25 pt of two inks": laid(_line(0.25, LINE_RIVER)),
    "registration outside of the trim": laid("/Off gs /Registration CS 1 SCN 1 w 5 5 m 60 5 l S"),
    "a fine photograph": _image(225, 400, 8, "72 72"),
    "fine line art": _image(800, 900, 1, "72 72"),
    "an image of few pixels": _image(16, 16, 8, "200 200"),
}


@pytest.mark.parametrize("name", QUIET)
def test_a_near_miss_stays_quiet(press_room: PressRoom, name: str) -> None:
    assert told_apart_from_plates(damaged(press_room.made, QUIET[name])) == []


def test_the_true_file_passes(press_room: PressRoom) -> None:
    assert told_apart_from_plates(press_room.made) == []


def test_what_is_wrong_in_many_places_is_told_once_with_the_first_and_their_number(press_room: PressRoom) -> None:
    lines = " ".join(f"{36 + x} -72 m {36 + x} -144 l S" for x in range(0, 50, 10))
    made = damaged(press_room.made, laid(f"/On gs 0 0 0 1 K .2 w {lines} .21 w 90 -72 m 90 -144 l S"))
    assert [said for _, _, said in told_apart_from_plates(made)] == [
        "a line of 0.2 pt is thinner than 0.25 pt, 0.50 in from the left and 1.00 in from the top edge of the trim; 4 more on this page",
        "a line of 0.21 pt is thinner than 0.25 pt, 1.25 in from the left and 1.00 in from the top edge of the trim",
    ]


def test_a_place_is_told_in_the_measure_of_the_format() -> None:
    box = Box(36, -7.2, 72, 0)
    assert place(box, metric=False) == "0.50 in from the left and 0.10 in beyond the top edge of the trim"
    assert place(box, metric=True) == "12.7 mm from the left and 2.5 mm beyond the top edge of the trim"
    assert place(Box(-0.01, 0, 1, 1), metric=True) == "0.0 mm from the left and 0.0 mm from the top edge of the trim"


def _wanting(made: File, **wishes: object) -> File:
    """Return ``made`` for a printer with other wishes."""
    job = made.composition.job
    assert job.print_shop is not None
    project = replace(job.print_shop, printer=job.print_shop.printer.model_copy(update=wishes))
    return replace(made, composition=replace(made.composition, job=replace(job, print_shop=project)))


@pytest.mark.parametrize(
    ("name", "wishes", "severity"),
    [
        ("two spots", {"spots": 1}, "error"),
        ("two spots", {"spots": 2}, None),
        ("small white text", {"smallest_reversed": "5pt"}, None),
        ("tiny text", {"smallest_text": "4pt"}, None),
        ("a thin line", {"thinnest_rule": "0.2pt"}, None),
    ],
)
def test_the_printer_s_preset_decides(
    press_room: PressRoom, name: str, wishes: dict[str, object], severity: str | None
) -> None:
    code, damage, _, _ = BROKEN[name]
    found = told_apart_from_plates(_wanting(damaged(press_room.made, damage), **wishes))
    assert [(rule, weight) for rule, weight, _ in found] == ([(code, severity)] if severity else [])


def test_text_within_the_wish_of_a_careful_printer_is_a_warning(press_room: PressRoom) -> None:
    made = _wanting(damaged(press_room.made, laid(_placed(12, -300))), safe="0.1875in")
    ((code, severity, message),) = told_apart_from_plates(made)
    assert (code, severity) == ("PRS-404", "warning")
    assert message.startswith("text of 9 pt lies 0.167 in from the trim, and 0.1875 in are wanted")


def test_rich_black_of_a_token_is_for_areas(press_room: PressRoom) -> None:
    made = damaged(press_room.made, laid(f"/Off gs {RICH} 100 -200 90 90 re f {_line(3, '.6 .4 .4 1 K')}"))
    named = replace(made, builds=made.builds | {(0.6, 0.4, 0.4, 1.0)})
    assert [(rule, weight) for rule, weight, _ in told_apart_from_plates(named)] == [("PRS-306", "warning")]
