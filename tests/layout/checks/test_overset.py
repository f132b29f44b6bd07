"""What reaches past a region: at which limit it is told, and with which cause and mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from brochures.geometry.box import Box
from brochures.geometry.pages import Art, Line, MeasuredPages, Paragraph, Region, UnbreakableBlock
from brochures.layout.checks.overset import overset
from brochures.layout.checks.subject import Pages
from tests.layout.checks.handmade import Desk, composed, line, panel, sheet, stacked
from tests.miniature import Miniature

ROOM = Box(100, 100, 300, 200)
BY_POSITION = ("it stands outside by its position", "let the style place it inside, or declare it with data-bleed")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(composed(Miniature.copied_to(tmp_path_factory.mktemp("overset") / "project")))


def _told(desk: Desk, region: Region) -> list[tuple[str, str]]:
    found = desk.found(overset, sheet(regions=[region]))
    assert all((finding.code, finding.page) == ("OVR-201", 1) for finding in found)
    return [(finding.message, finding.help) for finding in found]


def _past(side: str, by: float) -> Box:
    """Return a box that reaches ``by`` pt past one side of the region."""
    left = {"left": 100 - by, "right": 250 + by}.get(side, 150)
    top = {"top": 100 - by, "bottom": 190 + by}.get(side, 150)
    return Box(left, top, left + 50, top + 10)


@pytest.mark.parametrize("side", ["top", "right", "bottom", "left"])
@pytest.mark.parametrize(("by", "told"), [(0.25, False), (0.26, True)])
def test_a_quarter_of_a_pt_is_rounding_and_more_is_told(desk: Desk, side: str, by: float, *, told: bool) -> None:
    for region in (
        panel("front", ROOM, [line(_past(side, by))]),
        panel("front", ROOM, art=[Art("image", "leaf", _past(side, by))]),
    ):
        assert [f"overset by 0.3 pt at the {side}" in message for message, _ in _told(desk, region)] == [True] * told


@pytest.mark.parametrize(
    ("kind", "name", "called"),
    [
        ("panel", "front", "the panel 'front'"),
        ("card", "card", "the card"),
        ("field", "name", "the form field 'name'"),
        ("cell", "cell", "the table cell"),
        ("page", "page", "the text area of page 1"),
        ("margin", "margin", "the running head or foot"),
        ("badge", "", "the badge"),
    ],
)
def test_a_region_is_called_what_it_is(desk: Desk, kind: str, name: str, called: str) -> None:
    region = Region(kind, name, 1, ROOM, "", (line(_past("left", 4), "a word"),))
    ((message, _),) = _told(desk, region)
    assert message.startswith(f"{called} is overset by 4 pt at the left, from 'a word'; ")


TEXTS = ("one two three", "four five six", "seven eight", "nine ten")


@pytest.mark.parametrize(
    ("top", "amount", "cut"),
    [
        pytest.param(141, "1 pt at the bottom: 1 line, 2 words", "2 words here, or move them", id="a part of a line"),
        pytest.param(155.2, "15.2 pt at the bottom: 1 line, 2 words", "2 words here, or move them", id="a whole line"),
        pytest.param(155.3, "15.3 pt at the bottom: 2 lines, 4 words", "4 words here, or move them", id="two lines"),
        pytest.param(170.3, "30.3 pt at the bottom: 3 lines, 7 words", "7 words here, or move them", id="three lines"),
    ],
)
def test_text_that_is_too_long_is_told_with_what_to_cut(desk: Desk, top: float, amount: str, cut: str) -> None:
    lines = stacked(TEXTS, left=110, top=top)
    ((message, mend),) = _told(desk, panel("front", ROOM, lines))
    first = next(one for one in lines if one.box.bottom > 200.25)
    assert message == f"the panel 'front' is overset by {amount}, from '{first.text}'; too much text"
    assert mend == f"cut about {cut} to another place"


def test_one_word_too_many_is_told_as_one(desk: Desk) -> None:
    ((message, mend),) = _told(desk, panel("front", ROOM, stacked(("word",), left=110, top=190)))
    assert message.startswith("the panel 'front' is overset by 5 pt at the bottom: 1 line, 1 word, from 'word'; ")
    assert mend == "cut about 1 word here, or move it to another place"


def test_where_art_takes_the_room_so_many_lines_are_cut_as_fill_it(desk: Desk) -> None:
    lines = stacked(TEXTS, left=110, top=100)
    ground = Art("box", "ground", Box(110, 100, 290, 230.5))
    ((message, mend),) = _told(desk, panel("front", ROOM, lines, [ground]))
    assert message == "the panel 'front' is overset by 30.5 pt at the bottom; too much text"
    assert mend == "cut about 7 words here, or move them to another place"


def _picture(box: Box, kind: str = "image") -> Art:
    return Art("image" if kind == "image" else "box", "leaf", box)


@pytest.mark.parametrize(
    ("region", "cause", "mend"),
    [
        pytest.param(
            panel("front", ROOM, art=[_picture(Box(110, 110, 200, 214.5))]),
            "overset by 14.5 pt at the bottom; a picture is 104 pt high, the room is 100",
            "make the picture 15 pt less high, or cut words beside it",
            id="a picture too high",
        ),
        pytest.param(
            panel("front", ROOM, art=[_picture(Box(110, 110, 312, 150))]),
            "overset by 12 pt at the right; a picture is 202 pt wide, the room is 200",
            "make the picture 12 pt less wide, or cut words beside it",
            id="a picture too wide",
        ),
        pytest.param(
            panel("front", ROOM, [line(Box(100, 150, 304, 160), "a pneumoencephalogram")]),
            "overset by 4 pt at the right, from 'a pneumoencephalogram'; 'pneumoencephalogram' cannot be broken: its line is 204 pt wide, the room is 200",
            "use a shorter word, or write it as two",
            id="a word too wide",
        ),
        pytest.param(
            panel("front", ROOM, [line(Box(104, 150, 304, 160), "a word")]),
            f"overset by 4 pt at the right, from 'a word'; {BY_POSITION[0]}",
            BY_POSITION[1],
            id="a line that would fit elsewhere",
        ),
        pytest.param(
            panel("front", ROOM, [line(_past("top", 4), "a word")]),
            f"overset by 4 pt at the top: 1 line, 2 words, from 'a word'; {BY_POSITION[0]}",
            BY_POSITION[1],
            id="a line above",
        ),
        pytest.param(
            panel("front", ROOM, art=[_picture(_past("bottom", 4), "box")]),
            f"overset by 4 pt at the bottom; {BY_POSITION[0]}",
            BY_POSITION[1],
            id="a ground below, and no words",
        ),
        pytest.param(
            replace(
                panel("front", ROOM, stacked(TEXTS, left=110, top=150)),
                kept=(UnbreakableBlock(Box(110, 150, 200, 250.3), ""),),
            ),
            "overset by 10 pt at the bottom: 1 line, 2 words, from 'nine ten'; a block that is kept together is 100 pt high, the room is 100",
            "shorten the block, or let its style break it",
            id="a block that is kept together, just too high",
        ),
        pytest.param(
            replace(
                panel("front", ROOM, stacked(TEXTS, left=110, top=150)),
                kept=(UnbreakableBlock(Box(110, 150, 200, 250.2), ""),),
            ),
            "overset by 10 pt at the bottom: 1 line, 2 words, from 'nine ten'; too much text",
            "cut about 2 words here, or move them to another place",
            id="a block that is kept together, just high enough",
        ),
    ],
)
def test_the_cause_is_told_with_the_smallest_mend(desk: Desk, region: Region, cause: str, mend: str) -> None:
    assert _told(desk, region) == [(f"the panel 'front' is {cause}", mend)]


@pytest.mark.parametrize(
    ("bottom", "leads"),
    [pytest.param(209.75, True, id="as far as the words"), pytest.param(209.7, False, id="less far than the words")],
)
def test_a_picture_is_the_cause_where_it_reaches_furthest(desk: Desk, bottom: float, *, leads: bool) -> None:
    region = panel("front", ROOM, [line(_past("bottom", 10))], [_picture(Box(110, 180, 200, bottom))])
    ((message, _),) = _told(desk, region)
    assert ("a picture is" in message) is leads
    assert "overset by 10 pt" in message


@pytest.mark.parametrize(
    ("lines", "art", "area"),
    [
        pytest.param([_past("left", 4)], [], (96, 150, 146, 160), id="the line"),
        pytest.param(
            [_past("left", 4), Box(90, 170, 120, 180)], [], (90, 150, 146, 180), id="all lines that do not fit"
        ),
        pytest.param([_past("left", 4), _past("top", 0)], [], (96, 150, 146, 160), id="no line that fits"),
        pytest.param([_past("left", 4)], [Box(96, 120, 120, 130)], (96, 120, 146, 160), id="lines and picture"),
        pytest.param([], [Box(98, 120, 120, 130), Box(96, 140, 120, 150)], (96, 140, 120, 150), id="the worst picture"),
    ],
)
def test_what_does_not_fit_is_shown_where_it_lies(
    desk: Desk, lines: Sequence[Box], art: Sequence[Box], area: tuple[float, float, float, float]
) -> None:
    words: list[Line] = [line(box) for box in lines]
    (found,) = desk.found(overset, sheet(regions=[panel("front", ROOM, words, [_picture(box) for box in art])]))
    assert found.area == area


def test_a_region_that_was_turned_is_shown_whole(desk: Desk) -> None:
    turned = replace(panel("front", ROOM, [line(_past("left", 4))]), frame=Box(1, 2, 3, 4))
    (found,) = desk.found(overset, sheet(regions=[turned]))
    assert found.area == (1, 2, 3, 4)


def test_each_side_that_something_reaches_past_is_told_the_foot_first(desk: Desk) -> None:
    words = [line(_past(side, 4)) for side in ("left", "right", "top", "bottom")]
    said = [
        message.split(" pt at the ")[1].split(":")[0].split(",")[0]
        for message, _ in _told(desk, panel("a", ROOM, words))
    ]
    assert said == ["bottom", "top", "right", "left"]


def test_what_is_no_words_is_told_at_the_last_line_before_it_or_at_its_block(desk: Desk) -> None:
    first, second = line(Box(110, 110, 200, 120), "one", 1), line(Box(110, 130, 200, 140), "two", 2)
    art = [_picture(Box(98, 150, 120, 160))]
    pages = Pages(desk.composition, MeasuredPages())
    blocks = list(
        dict.fromkeys(f"{one.section}-{one.block}" for one in desk.composition.job.passages if one.block >= 0)
    )
    about = {number: Paragraph(number, "p", (), block, 15, 12) for number, block in zip((1, 2), blocks, strict=False)}
    for lines, block in (((first, second), blocks[1]), ((first,), blocks[0]), ((), blocks[2])):
        region = replace(panel("front", ROOM, lines, art), block=blocks[2])
        (found,) = overset(Pages(desk.composition, MeasuredPages((sheet(regions=[region]),), about)))
        assert found.place == pages.place_of_block(block)
