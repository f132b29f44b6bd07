"""The calibration sheet: the pair of lines that meets tells how far the back is off, and no wrong pair ever does."""

from __future__ import annotations

import pytest

from brochures.compose.drawings.calibration import back_scales, corner_crosses, example_scale, front_scales

MM = 72 / 25.4
WIDTH, HEIGHT = 612.0, 792.0
BACK, FRONT = back_scales(WIDTH, HEIGHT), front_scales(WIDTH, HEIGHT)
FOOT = [(back, front) for back, front in zip(BACK[:13], FRONT[:13], strict=True)]
SIDE = [(back, front) for back, front in zip(BACK[13:], FRONT[13:], strict=True)]


def test_there_is_a_line_for_each_mm_and_direction_at_the_foot_and_at_the_side() -> None:
    assert [line.value for line in BACK] == [*range(-6, 7), *range(-6, 7)]
    assert len(FRONT) == 26


@pytest.mark.parametrize("off", range(-6, 7))
def test_where_the_back_is_off_to_the_right_the_line_of_that_many_mm_meets_its_own_on_the_front(off: int) -> None:
    # Seen from the back, the front shines through with its left and right exchanged.
    met = [back.value for back, front in FOOT if abs(back.x1 + off * MM - (WIDTH - front.x1)) < 0.001]
    assert met == [off]


@pytest.mark.parametrize("off", range(-6, 7))
def test_where_the_back_is_off_upwards_the_line_of_that_many_mm_meets_its_own(off: int) -> None:
    met = [back.value for back, front in SIDE if abs(back.y1 - off * MM - front.y1) < 0.001]
    assert met == [off]


@pytest.mark.parametrize("off", range(-6, 7))
def test_no_wrong_pair_meets(off: int) -> None:
    backs = [back.x1 + off * MM for back, _ in FOOT]
    fronts = [WIDTH - front.x1 for _, front in FOOT]
    wrong = [abs(back - front) for n, back in enumerate(backs) for m, front in enumerate(fronts) if n != m]
    assert min(wrong) > 0.9 * MM


def test_lines_stand_13_mm_apart_on_the_back_and_14_on_the_front() -> None:
    assert BACK[7].x1 - BACK[6].x1 == pytest.approx(13 * MM)
    assert BACK[19].y1 - BACK[20].y1 == pytest.approx(13 * MM)
    assert FRONT[6].x1 - FRONT[7].x1 == pytest.approx(14 * MM)
    assert (BACK[6].x1, FRONT[6].x1, BACK[19].y1, FRONT[19].y1) == (306, 306, 396, 396)


def test_lines_lie_at_the_foot_and_at_the_right_side_of_the_back() -> None:
    foot, side = BACK[6], BACK[19]
    assert (foot.y1, foot.y2, foot.x, foot.y) == (700, 736, 306, 747)
    assert (side.x1, side.x2, side.x, side.y) == (508, 544, 556, 399.5)
    assert (FRONT[6].y1, FRONT[6].y2) == (664, 718)
    assert (FRONT[19].x1, FRONT[19].x2) == (140, 86)


def test_the_example_shows_a_back_that_is_one_mm_off_to_the_right() -> None:
    front, back = example_scale()[:5], example_scale()[5:]
    assert [line.value for line in back] == [-2, -1, 0, 1, 2]
    assert [line.value for line in front] == [0] * 5
    assert [value.value for line, value in zip(front, back, strict=True) if abs(line.x1 - value.x1) < 0.001] == [1]
    assert (front[2].x1, front[2].y1, front[2].y2) == (120, 0, 36)
    assert back[2].x1 == pytest.approx(120 + MM)
    assert (back[2].y1, back[2].y2, back[2].y) == (18, 54, 65)


def test_crosses_stand_in_the_four_corners() -> None:
    crosses = corner_crosses(WIDTH, HEIGHT)
    assert [(line.x1, line.y1, line.x2, line.y2) for line in crosses[:4]] == [
        (24, 34, 44, 34), (34, 24, 34, 44), (24, 758, 44, 758), (34, 748, 34, 768),
    ]  # fmt: skip
    assert [(line.x1, line.y1) for line in crosses[4:]] == [(568, 34), (578, 24), (568, 758), (578, 748)]
