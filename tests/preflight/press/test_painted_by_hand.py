"""Each check of painted objects asked at its limits: whole findings, word by word, with severity, page, mend and area."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from brochures.compose.html import Composition
from brochures.findings import NOWHERE, Finding, Place
from brochures.geometry.box import Box
from brochures.geometry.pages import Art, MeasuredPage, MeasuredPages
from brochures.preflight.press import hairlines, image_resolution, ink, overprint, type_size
from brochures.preflight.press.subject import Subject
from brochures.preflight.press.wording import Fault, built, called, lettered, place
from brochures.preflight.press.wording import told as grouped
from brochures.separations import ALL, Colour, Painted, Shading, Step, Unreadable, Where
from brochures.separations.colour import CMYK, PATTERN, PROCESS, RGB
from tests.miniature import Miniature
from tests.preflight.press.handmade import (
    BLACK,
    HERE,
    RICH,
    RIVER,
    SPOT,
    WHITE,
    cmyk,
    gray,
    image,
    line,
    press_piece,
    spot,
    subject,
    text,
    thing,
    told,
)

Check = Callable[[Subject], Any]
USE = "use a token of styles/tokens/"
MARKS_ALONE = "--registration is for marks around the sheet: where a style or drawing takes it, use var(--ink)"
STATES = "let the press stage set the overprint"


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return press_piece(Miniature.copied_to(tmp_path_factory.mktemp("painted") / "project"))


CASES: list[tuple[str, Check, Painted, tuple[str, str, str] | None]] = [
    ("RGB", ink.painted_in_inks, thing(colour=Colour(RGB, (1, 0, 0)), page=2), ("PRS-303 error 2", "an area is painted in DeviceRGB, which is not ink", f"{USE}: the press stage sets its inks")),
    ("RGB in a mask", ink.painted_in_inks, thing(colour=Colour(RGB, (1, 0, 0)), where=Where(1, (Step("soft mask", "M"),))), ("PRS-303 error 1", "an area is painted in DeviceRGB, which is not ink", f"{USE}: the press stage sets its inks")),
    ("a line in RGB", ink.painted_in_inks, line(1, Colour(RGB, (1, 0, 0))), ("PRS-303 error 1", "a line is painted in DeviceRGB, which is not ink", f"{USE}: the press stage sets its inks")),
    ("text in RGB", ink.painted_in_inks, text(9.5, Colour(RGB, (1, 0, 0))), ("PRS-303 error 1", "text of 9.5 pt is painted in DeviceRGB, which is not ink", f"{USE}: the press stage sets its inks")),
    ("an image in RGB", ink.painted_in_inks, image(300, space=RGB), ("PRS-303 error 1", "an image is painted in DeviceRGB, which is not ink", f"{USE}: the press stage sets its inks")),
    ("a pattern", ink.painted_in_inks, thing(colour=Colour(PATTERN, ())), None),
    ("ink", ink.painted_in_inks, thing(), None),
    ("nothing", ink.painted_in_inks, text(9, None), None),
    ("small rich text", ink.dark_text, text(11.99, RICH), ("PRS-304 error 1", "dark text of 11.99 pt is built of 60 % cyan, 40 % magenta, 40 % yellow and 100 % black", f"{USE} that prints in black alone: 0 0 0 100")),
    ("rich text of 12 pt", ink.dark_text, text(12, RICH), None),
    ("small black text", ink.dark_text, text(9, BLACK), None),
    ("a rich area", ink.dark_text, thing(colour=RICH), None),
    ("hidden rich text", ink.dark_text, text(9, RICH, shows=False), None),
    ("281 % of ink", ink.rich_text, text(30, cmyk(0.7, 0.6, 0.51, 1)), ("PRS-305 warning 1", "black text of 30 pt takes 281 % of ink, more than 280 %", f"{USE} that takes less ink")),
    ("280 % of ink", ink.rich_text, text(30, cmyk(0.7, 0.6, 0.5, 1)), None),
    ("285 % of ink and 84 % of black", ink.rich_text, text(30, cmyk(0.7, 0.7, 0.61, 0.84)), None),
    ("285 % of ink and 85 % of black", ink.rich_text, text(30, cmyk(0.7, 0.7, 0.6, 0.85)), ("PRS-305 warning 1", "black text of 30 pt takes 285 % of ink, more than 280 %", f"{USE} that takes less ink")),
    ("an area of 300 %", ink.rich_text, thing(colour=cmyk(1, 1, 0, 1)), None),
    ("a rich area that no token names", ink.rich_areas, thing(colour=RICH), ("PRS-306 error 1", "an area is black, built of 60 % cyan, 40 % magenta, 40 % yellow and 100 % black, which no token names", USE)),
    ("large rich text that no token names", ink.rich_areas, text(12, RICH), ("PRS-306 error 1", "text of 12 pt is black, built of 60 % cyan, 40 % magenta, 40 % yellow and 100 % black, which no token names", USE)),
    ("small rich text again", ink.rich_areas, text(11.9, RICH), None),
    ("a rich area that a token names", ink.rich_areas, thing(colour=cmyk(0.5, 0.5, 0.5, 1)), None),
    ("a rich area that a token names but for rounding", ink.rich_areas, thing(colour=cmyk(0.5004, 0.5, 0.5, 1)), None),
    ("a rich area beside that of a token", ink.rich_areas, thing(colour=cmyk(0.501, 0.5, 0.5, 1)), ("PRS-306 error 1", "an area is black, built of 50.1 % cyan, 50 % magenta, 50 % yellow and 100 % black, which no token names", USE)),
    ("a rich line that a token names", ink.rich_areas, line(3, cmyk(0.5, 0.5, 0.5, 1)), ("PRS-306 warning 1", "a line of 3 pt is built of 50 % cyan, 50 % magenta, 50 % yellow and 100 % black", f"{USE} that prints in one ink")),
    ("a rich thin area", ink.rich_areas, thing(colour=RICH, thickness=1.5), ("PRS-306 warning 1", "a thin area of 1.5 pt is built of 60 % cyan, 40 % magenta, 40 % yellow and 100 % black", f"{USE} that prints in one ink")),
    ("a black area", ink.rich_areas, thing(), None),
    ("every plate", ink.registration, thing(colour=spot(1, ALL)), ("PRS-308 error 1", "an area prints on every plate ('All') inside of the trim", MARKS_ALONE)),
    ("every plate beside the trim", ink.registration, thing(colour=spot(1, ALL), box=Box(-9, -9, -1, 700)), None),
    ("every plate of page 2", ink.registration, thing(colour=spot(1, ALL), page=2), ("PRS-308 error 2", "an area prints on every plate ('All') inside of the trim", MARKS_ALONE)),
    ("no plate", ink.registration, text(9, None), None),
    ("white text", overprint.white, text(9, WHITE), ("PRS-311 error 1", "white text of 9 pt is set to overprint", STATES)),
    ("a white area", overprint.white, thing(colour=WHITE), ("PRS-311 warning 1", "white paint is set to overprint", STATES)),
    ("white that knocks out", overprint.white, thing(colour=WHITE, overprint=False), None),
    ("black that overprints", overprint.white, thing(), None),
    ("an image that overprints", overprint.white, image(300), None),
    ("small black text that knocks out", overprint.black, text(11.99, overprint=False), ("PRS-312 warning 1", "text of 11.99 pt in black knocks out what is below it", STATES)),
    ("black text of 12 pt", overprint.black, text(12, overprint=False), None),
    ("black text in mode 0", overprint.black, text(9, overprint_mode=0), ("PRS-312 warning 1", "text of 9 pt in black overprints in mode 0, and so knocks out", STATES)),
    ("a spot of black in mode 0", overprint.black, text(9, spot(1, "Black"), overprint_mode=0), None),
    ("black text in mode 1", overprint.black, text(9), None),
    ("a thin black line", overprint.black, line(1.99, overprint=False), ("PRS-312 warning 1", "a line of 1.99 pt in black knocks out what is below it", STATES)),
    ("a thick black line", overprint.black, line(2, overprint=False), None),
    ("a thin black area", overprint.black, thing(thickness=1, overprint=False), ("PRS-312 warning 1", "a thin area of 1 pt in black knocks out what is below it", STATES)),
    ("a black area", overprint.black, thing(overprint=False), None),
    ("black text in gray that knocks out", overprint.black, text(9, gray(0), overprint=False), None),
    ("blue text that knocks out", overprint.black, text(9, RIVER, overprint=False), None),
    ("black text in a group", overprint.apart, text(9, isolated=True), ("PRS-314 warning 1", "text of 9 pt in black lies in a group of its own, which knocks out what is below it", "take opacity off what is around it: use a lighter token instead")),
    ("large black text in a group", overprint.apart, text(12, isolated=True), None),
    ("black text in a group that knocks out anyhow", overprint.apart, text(9, isolated=True, overprint=False), None),
    ("black text in no group", overprint.apart, text(9), None),
    ("small text in gray", overprint.gray, text(11.99, gray(0.5), overprint=False), ("PRS-313 warning 1", "text of 11.99 pt is painted in DeviceGray", "paint black in CMYK, 0 0 0 1: the press stage does")),
    ("text of 12 pt in gray", overprint.gray, text(12, gray(0.5), overprint=False), None),
    ("a thin line in gray", overprint.gray, line(1.99, gray(0.5), overprint=False), ("PRS-313 warning 1", "a line of 1.99 pt is painted in DeviceGray", "paint black in CMYK, 0 0 0 1: the press stage does")),
    ("a thick line in gray", overprint.gray, line(2, gray(0.5), overprint=False), None),
    ("an area in gray", overprint.gray, thing(colour=gray(0.5), overprint=False), None),
    ("an area in gray that overprints", overprint.gray, thing(colour=gray(0.5)), ("PRS-313 warning 1", "an area overprints in DeviceGray", "paint black in CMYK, 0 0 0 1: the press stage does")),
    ("a line in gray that overprints", overprint.gray, line(3, gray(0.5)), ("PRS-313 warning 1", "a line of 3 pt overprints in DeviceGray", "paint black in CMYK, 0 0 0 1: the press stage does")),
    ("text of 4.99 pt", type_size.small, text(4.99), ("PRS-401 error 1", "text of 4.99 pt is smaller than 5 pt", "set it in a larger size of styles/tokens/type.css")),
    ("text of 5 pt", type_size.small, text(4.996), None),
    ("white text of 7.99 pt", type_size.reversed_or_mixed, text(7.99, WHITE), ("PRS-402 warning 1", "white text of 7.99 pt is smaller than 8 pt", "set it larger, or in black on a light ground")),
    ("white text of 8 pt", type_size.reversed_or_mixed, text(7.996, WHITE), None),
    ("mixed text of 7.99 pt", type_size.reversed_or_mixed, text(7.99, RIVER), ("PRS-402 warning 1", "text of 7.99 pt is built of 100 % cyan and 62 % black, and smaller than 8 pt", "set it larger, or in a token of one ink")),
    ("mixed text of 8 pt", type_size.reversed_or_mixed, text(8, RIVER), None),
    ("black text of 7 pt", type_size.reversed_or_mixed, text(7), None),
    ("a white area again", type_size.reversed_or_mixed, thing(colour=WHITE), None),
    ("a line of nothing", hairlines.hairlines, line(0), ("PRS-403 error 1", "a line of 0 pt is as thin as the press can make it", "make it 0.25 pt or wider")),
    ("nearly nothing", hairlines.hairlines, line(0.0005), ("PRS-403 error 1", "a line of 0.001 pt is as thin as the press can make it", "make it 0.25 pt or wider")),
    ("a little more than nothing", hairlines.hairlines, line(0.0006), ("PRS-403 error 1", "a line of 0.001 pt is a hairline", "make it 0.25 pt or wider")),
    ("a hairline", hairlines.hairlines, line(0.1254), ("PRS-403 error 1", "a line of 0.125 pt is a hairline", "make it 0.25 pt or wider")),
    ("wider than a hairline", hairlines.hairlines, line(0.1256), ("PRS-403 warning 1", "a line of 0.126 pt is thinner than 0.25 pt", "make it 0.25 pt or wider")),
    ("thin black", hairlines.hairlines, line(0.249), ("PRS-403 warning 1", "a line of 0.249 pt is thinner than 0.25 pt", "make it 0.25 pt or wider")),
    ("as thin as may be", hairlines.hairlines, line(0.2496), None),
    ("thin white", hairlines.hairlines, line(0.2, WHITE), ("PRS-403 error 1", "a line of 0.2 pt in white is thinner than 0.25 pt", "make it 0.25 pt or wider")),
    ("thin and mixed", hairlines.hairlines, line(0.2, RIVER), ("PRS-403 error 1", "a line of 0.2 pt in 100 % cyan and 62 % black is thinner than 0.25 pt", "make it 0.25 pt or wider")),
    ("a thin tint", hairlines.hairlines, line(0.2, cmyk(0, 0, 0, 0.89)), ("PRS-403 error 1", "a line of 0.2 pt in 89 % black is thinner than 0.25 pt", "make it 0.25 pt or wider")),
    ("thin and solid", hairlines.hairlines, line(0.2, cmyk(0, 0, 0, 0.9)), ("PRS-403 warning 1", "a line of 0.2 pt is thinner than 0.25 pt", "make it 0.25 pt or wider")),
    ("an area", hairlines.hairlines, thing(), None),
    ("text", hairlines.hairlines, text(9), None),
    ("a coarse photograph", image_resolution.contone, image(149.4), ("PRS-501 error 1", "an image of 400 x 300 pixels has 149 to the inch here, not more than 149", "give it 1.5 times as many pixels, or print it smaller")),
    ("a photograph that could be finer", image_resolution.contone, image(149.6), ("PRS-501 warning 1", "an image of 400 x 300 pixels has 150 to the inch here, not more than 224", "give it 1.5 times as many pixels, or print it smaller")),
    ("a photograph just too coarse", image_resolution.contone, image(224.4), ("PRS-501 warning 1", "an image of 400 x 300 pixels has 224 to the inch here, not more than 224", "give it 1.0 times as many pixels, or print it smaller")),
    ("a photograph just fine enough", image_resolution.contone, image(224.6), None),
    ("a picture of 16 pixels", image_resolution.contone, image(10, size=(16, 16)), None),
    ("a picture of 17 pixels", image_resolution.contone, image(112, size=(3, 17)), ("PRS-501 error 1", "an image of 3 x 17 pixels has 112 to the inch here, not more than 149", "give it 2.0 times as many pixels, or print it smaller")),
    ("line art for photographs", image_resolution.contone, image(100, bits=1), None),
    ("coarse line art", image_resolution.line_art, image(549, bits=1), ("PRS-502 error 1", "an image of 400 x 300 pixels has 549 to the inch here, not more than 549", "give it 1.5 times as many pixels, or print it smaller")),
    ("line art that could be finer", image_resolution.line_art, image(550, bits=1), ("PRS-502 warning 1", "an image of 400 x 300 pixels has 550 to the inch here, not more than 799", "give it 1.5 times as many pixels, or print it smaller")),
    ("fine line art", image_resolution.line_art, image(800, bits=1), None),
    ("a photograph for line art", image_resolution.line_art, image(100, bits=2), None),
    ("no picture", image_resolution.line_art, thing(), None),
]  # fmt: skip
"""What is painted, the check that is asked, and the finding: code, severity and page, message, mend."""


@pytest.mark.parametrize(("check", "painted", "finding"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_rule_is_told_from_its_limit_on(
    piece: Composition, check: Check, painted: Painted, finding: tuple[str, str, str] | None
) -> None:
    file = subject(piece, painted, builds=frozenset({(0.5, 0.5, 0.5, 1.0)}))
    found: list[Finding] = list(check(file))
    code, message, mend = finding or ("", "", "")
    assert told(found) == ([(code, message + HERE, mend, "")] if finding else [])
    assert [one.area for one in found] == [(100, 50, 160, 60)] * bool(finding)


@pytest.mark.parametrize("check", sorted({case[1] for case in CASES}, key=lambda check: check.name))  # type: ignore[attr-defined]
def test_what_does_not_show_breaks_no_rule(piece: Composition, check: Check) -> None:
    if check is ink.painted_in_inks:
        return
    hidden = [replace(case[2], shows=False) for case in CASES if case[1] is check and case[3]]
    masks = [replace(case[2], where=Where(1, (Step("soft mask", "M"),))) for case in CASES if case[1] is check]
    assert [*check(subject(piece, *hidden, *masks))] == []


SAFE = "move it inward, or give the panel more room at its side"


@pytest.mark.parametrize(
    ("box", "weight", "distance"),
    [
        (Box(18, 50, 60, 60), None, ""),
        (Box(17.996, 50, 60, 60), None, ""),
        (Box(17.99, 50, 60, 60), "warning", "0.250"),
        (Box(9, 50, 60, 60), "warning", "0.125"),
        (Box(8.996, 50, 60, 60), "warning", "0.125"),
        (Box(8.99, 50, 60, 60), "error", "0.125"),
        (Box(-7.2, 50, 60, 60), "error", "-0.100"),
        (Box(100, 600, 160, 606), "error", "0.083"),
        (Box(-60, 50, -1, 60), None, ""),
    ],
)
def test_text_keeps_away_from_the_trim(piece: Composition, box: Box, weight: str | None, distance: str) -> None:
    where = place(box, metric=False)
    said = f"text of 9 pt lies {distance} in from the trim, and 0.25 in are wanted, {where}"
    assert told(type_size.safe(subject(piece, text(9, box=box), thing(box=box)))) == (
        [(f"PRS-404 {weight} 1", said, SAFE, "")] if weight else []
    )


def test_for_a_printer_who_wants_less_the_knife_s_reach_is_less_too(tmp_path: Any) -> None:
    less = press_piece(Miniature.copied_to(tmp_path / "project"), safe="0.0625in")
    assert [one.severity for one in type_size.safe(subject(less, text(9, box=Box(4.4, 50, 60, 60))))] == ["error"]
    assert [*type_size.safe(subject(less, text(9, box=Box(4.5, 50, 60, 60))))] == []


def test_inks_of_their_own_are_counted_in_the_file_with_the_first_page_that_has_one(piece: Composition) -> None:
    painted = [
        thing(page=2, colour=spot(1, "Silver")),
        thing(page=2, colour=spot(1, "Gold", "Cyan")),
        thing(colour=spot(1, "Knife"), layer="Cut"),
        thing(colour=spot(1, ALL)),
        text(9, None),
    ]
    mend = (
        "print the token in process inks (take its '-spot' out), or write 'spots' at the printer after asking the shop"
    )
    message = "the file has 2 inks of its own, 'Gold', 'Silver'; the printer's preset allows 0"
    assert told(ink.spots(subject(piece, *painted))) == [("PRS-307 error 2", message, mend, "content/printers.yaml")]
    project = piece.job.print_shop
    assert project is not None
    for allowed, number in ((1, 1), (2, 0)):
        printer = project.printer.model_copy(update={"spots": allowed})
        more = replace(piece, job=replace(piece.job, print_shop=replace(project, printer=printer)))
        assert len([*ink.spots(subject(more, *painted))]) == number


@pytest.mark.parametrize(("where", "page"), [(Where(2), 2), (None, 0)])
def test_of_a_page_that_cannot_be_followed_it_is_told_that_nothing_else_is(
    piece: Composition, where: Where | None, page: int
) -> None:
    file = subject(piece)
    assert [*ink.told_at_all(file)] == []
    file.__dict__["_read"] = (), Unreadable("there is no operator", where)
    at = f"page {page}: " if where else ""
    assert told(ink.told_at_all(file)) == [
        (
            f"PRS-302 error {page}",
            f"it cannot be told what the pages paint: {at}there is no operator",
            "build again with --force; if it stays, report it",
            "",
        )
    ]


def test_faults_that_say_the_same_are_told_once_a_page(piece: Composition) -> None:
    from brochures.findings import codes  # noqa: PLC0415 the name is taken above

    boxes = [Box(72, 36, 80, 40), Box(0, 0, 9, 9), Box(10, 10, 20, 20)]
    faults = [
        *(Fault(thing(box=box), "it is so", "mend it") for box in boxes),
        Fault(thing(box=boxes[0], page=2), "it is so", "mend it"),
        Fault(thing(box=boxes[0]), "it is so", "mend it", place=Place("a.svg")),
    ]
    found = list(grouped(subject(piece), codes.PRESS_COARSE, faults))
    where = "1.00 in from the left and 0.50 in from the top edge of the trim"
    assert told(found) == [
        ("PRS-501 error 1", f"it is so, {where}; 2 more on this page", "mend it", ""),
        ("PRS-501 error 2", f"it is so, {where}", "mend it", ""),
        ("PRS-501 error 1", f"it is so, {where}", "mend it", "a.svg"),
    ]
    assert {one.area for one in found} == {(72, 36, 80, 40)}


@pytest.mark.parametrize(
    ("colour", "words"),
    [
        (WHITE, "no ink"),
        (Colour(RGB, (1, 0, 0)), "no ink"),
        (BLACK, "100 % black"),
        (RIVER, "100 % cyan and 62 % black"),
        (cmyk(0.333, 0.5, 0, 1), "33.3 % cyan, 50 % magenta and 100 % black"),
        (spot(0.5, "Gold"), "50 % 'Gold'"),
    ],
)
def test_a_colour_is_told_in_its_inks(colour: Colour, words: str) -> None:
    assert built(colour) == words


def test_a_painted_object_is_called_by_what_it_is() -> None:
    kinds = ("text", "fill", "stroke", "image", "image mask", "shading")
    assert [called(thing(kind)) for kind in kinds] == [
        "text",
        "an area",
        "a line",
        "an image",
        "an image",
        "a gradient",
    ]
    assert called(text(10.12345)) == lettered(text(10.12345)) == "text of 10.12 pt"
    assert lettered(thing()) == "text"


@pytest.mark.parametrize(
    ("left", "top", "words"),
    [
        (72, 36, "1.00 in from the left and 0.50 in from the top"),
        (-72, -36, "1.00 in beyond the left and 0.50 in beyond the top"),
        (-0.3, -0.4, "0.00 in from the left and 0.01 in beyond the top"),
    ],
)
def test_a_place_beyond_the_trim_is_told_from_where_it_can_be_seen(left: float, top: float, words: str) -> None:
    assert place(Box(left, top, 99, 99), metric=False) == f"{words} edge of the trim"


def test_an_image_is_told_with_the_picture_that_was_laid_out_there(piece: Composition) -> None:
    box = Box(100, 50, 160, 60)
    art = [
        Art("image", "img", Box(0, 0, 129.5, 55), picture=0, resource="i1"),
        Art("box", "ground", box),
        Art("image", "img", box, picture=-1, resource="i2"),
        Art("image", "img", box, picture=0),
        Art("image", "img", box, picture=0, resource="i1"),
    ]
    picture = piece.pictures[0]
    for page, laid_out, expected in (
        (1, art, (Place(picture.file), picture.place)),
        (1, art[:4], (NOWHERE, NOWHERE)),
        (2, art, (NOWHERE, NOWHERE)),
    ):
        file = subject(piece, sheets=MeasuredPages((MeasuredPage(1, 792, 612, art=tuple(laid_out)),)))
        assert file.picture_at(image(99, page=page)) == expected
    file = subject(piece, image(99), sheets=MeasuredPages((MeasuredPage(1, 792, 612, art=tuple(art)),)))
    (found,) = image_resolution.contone(file)
    assert str(found.place) == picture.file
    assert f"400 x 300 pixels, put at {picture.place}, has 99 to the inch here" in found.message


def test_the_trim_and_the_bleed_of_each_page_are_told_from_the_trim_s_corner(piece: Composition) -> None:
    file = subject(piece, thing(), thing(shows=False), pages=3)
    assert file.trims == [Box(0, 0, 792, 612)] * 3
    assert file.bleeds == [Box(-9, -9, 801, 621)] * 3
    assert (file.ink_limit, file.metric, file.unreadable) == (300, False, None)
    assert len([*file.visible]) == 1
    assert {*PROCESS} == {*(CMYK.inks or ())}
    assert SPOT.width == 60


def test_a_rich_black_of_fewer_inks_is_the_token_s_too(piece: Composition) -> None:
    three = spot(1, "Cyan", "Magenta", "Black")
    file = subject(piece, thing(colour=three), builds=frozenset({(1.0, 1.0, 0.0, 1.0)}))
    assert [*ink.rich_areas(file)] == []
    assert [one.severity for one in ink.rich_areas(subject(piece, thing(colour=three)))] == ["error"]


def test_text_that_is_as_small_as_rounding_lets_it_is_large_enough(piece: Composition) -> None:
    assert [*type_size.reversed_or_mixed(subject(piece, text(8 - 0.005, WHITE)))] == []
    assert [*type_size.small(subject(piece, text(5 - 0.005)))] == []


def test_each_page_is_measured_by_its_own_trim(piece: Composition) -> None:
    near = text(9, box=Box(20, 50, 60, 60), page=2)
    found = subject(piece, near)
    found.__dict__["trims"] = [Box(0, 0, 792, 612), Box(15, 0, 792, 612)]
    assert [(one.code, str(one.severity), one.page) for one in type_size.safe(found)] == [("PRS-404", "error", 2)]
    found.__dict__["trims"] = [Box(15, 0, 792, 612), Box(0, 0, 792, 612)]
    assert list(type_size.safe(found)) == []


@pytest.mark.parametrize(
    ("colours", "white"),
    [((WHITE, WHITE), True), ((WHITE, BLACK), False), ((BLACK, WHITE), False), ((), False)],
)
def test_text_in_a_gradient_is_white_where_all_of_it_is(
    piece: Composition, colours: tuple[Colour, ...], *, white: bool
) -> None:
    letters = text(7, None, shading=Shading("S", 2, WHITE.space, colours))
    messages = [one.message for one in type_size.reversed_or_mixed(subject(piece, letters))]
    assert messages == [f"white text of 7 pt is smaller than 8 pt{HERE}"] * white
