"""Where the engine's links can be touched once their areas have grown: at the height of their type, 24 px where there is room, and apart."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from brochures.engine.link_areas import LEAST
from brochures.engine.typesetter import Typesetter

PAGE = """<html lang='en'><head><title>t</title><style>@page {{ size: 400px 300px; margin: 100px 100px }} body {{ margin: 0 }}
p {{ margin: 0; font: 12px/16px "Atkinson Hyperlegible" }} sup {{ font-size: 8px; line-height: 0; vertical-align: 5px }}</style></head>
<body>{}</body></html>"""
RAISED = "<p>one<sup><a href='#a'>1</a></sup></p><p id='a'>a</p>"
MARK = "<sup><a href='#a'>{}</a></sup>"
ROUNDING = 0.01

Area = tuple[float, float, float, float]


def _areas(typesetter: Typesetter, body: str) -> list[Area]:
    """Return the area of each link of the first page, in px from its top left corner."""
    document, said = typesetter.set(PAGE.format(body), "screen", tagged=True)
    assert said == ()
    return [tuple(map(float, link[2])) for link in document.pages[0].links]  # type: ignore[misc]


def _shared(one: Area, other: Area) -> float:
    return min(min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1]))


def test_a_raised_number_is_as_large_as_a_finger_needs_around_its_middle(typesetter: Typesetter) -> None:
    ((left, top, right, bottom),) = _areas(typesetter, RAISED)
    assert right - left == pytest.approx(LEAST)
    assert bottom - top == pytest.approx(LEAST)
    assert 117 < (left + right) / 2 < 124
    assert 99 < (top + bottom) / 2 < 106


def test_what_is_larger_keeps_the_area_that_the_engine_gave_it(typesetter: Typesetter) -> None:
    large = "<p style='line-height: 60px'><a href='#a'>so many words</a></p><p id='a'>a</p>"
    ((left, top, right, bottom),) = _areas(typesetter, large)
    assert (top, bottom) == (100, 160)
    assert (left, right > 160) == (100, True)


def test_on_paper_nothing_is_a_link(typesetter: Typesetter) -> None:
    document, _ = typesetter.set(PAGE.format(RAISED), "desk", tagged=True)
    assert document.pages[0].links == []


def test_two_numbers_in_one_mark_have_each_their_side(typesetter: Typesetter) -> None:
    one, other = _areas(typesetter, f"<p>one{MARK.format(1)},{MARK.format(8)}</p><p id='a'>a</p>")
    assert one[2] == pytest.approx(other[0])
    for area in (one, other):
        assert min(area[2] - area[0], area[3] - area[1]) == pytest.approx(LEAST)


def test_lines_of_links_share_the_room_between_them(typesetter: Typesetter) -> None:
    lines = "".join(f"<p><a href='#a'>line {number}</a></p>" for number in range(5)) + "<p id='a'>a</p>"
    areas = _areas(typesetter, lines)
    assert [round(area[3] - area[1]) for area in areas] == [24, 18, 16, 18, 24]
    assert all(one[3] == pytest.approx(other[1]) for one, other in pairwise(areas))


def test_no_area_lies_over_another_however_close_they_stand(typesetter: Typesetter) -> None:
    marks = "".join(MARK.format(number) for number in range(9))
    lines = "".join(f"<p>word{marks} <a href='#a'>word</a> {marks}</p>" for _ in range(4)) + "<p id='a'>a</p>"
    areas = _areas(typesetter, lines)
    assert len(areas) == 4 * 19
    assert max(_shared(one, other) for one, other in combinations(areas, 2)) <= ROUNDING


def test_an_area_between_two_others_takes_what_they_do_not_need(typesetter: Typesetter) -> None:
    """The middle one has 18 px between the middles of the gaps; the long ones beside it give up what they can do without."""
    body = (
        "<p><a href='#a'>a long link</a> x <a href='#a'>1</a> x <a href='#a'>another long link</a></p><p id='a'>a</p>"
    )
    first, middle, last = _areas(typesetter, body)
    assert middle[2] - middle[0] == pytest.approx(LEAST)
    assert first[2] <= middle[0] + ROUNDING
    assert middle[2] <= last[0] + ROUNDING


def test_what_is_turned_keeps_the_place_that_only_the_engine_knows(typesetter: Typesetter) -> None:
    turned = "<p style='transform: rotate(90deg)'><a href='#a'>so many words</a></p><p id='a'>a</p>"
    ((left, top, right, bottom),) = _areas(typesetter, turned)
    assert bottom - top > 60
    assert right - left == pytest.approx(LEAST)


def test_no_area_leaves_its_page(typesetter: Typesetter) -> None:
    corner = "<p style='position: absolute; left: -100px; top: -100px; line-height: 16px'><a href='#a'>1</a></p><p id='a'>a</p>"
    ((left, top, right, bottom),) = _areas(typesetter, corner)
    assert (left, top) == (0, 0)
    assert (right, bottom) == (LEAST, LEAST)
