"""A rectangle of a file: read by any two corners, met by clips, and turned into a box of the page."""

from __future__ import annotations

import pytest

from brochures.geometry.box import Box
from brochures.geometry.pdf_box import EVERYWHERE, PdfBox

CLIP = PdfBox(0, 0, 100, 50)


@pytest.mark.parametrize("corners", [(10, 20, 30, 40), (30, 40, 10, 20), (10, 40, 30, 20)])
def test_any_two_opposite_corners_give_it(corners: tuple[float, ...]) -> None:
    box = PdfBox.of(corners)
    assert box == PdfBox(10, 20, 30, 40)
    assert (box.width, box.height) == (20, 20)


def test_three_numbers_are_no_rectangle() -> None:
    with pytest.raises(ValueError, match="unpack"):
        PdfBox.of((1, 2, 3))


def test_it_is_moved_and_grown_by_pt() -> None:
    assert PdfBox(1, 2, 3, 4).moved(10, -1) == (11, 1, 13, 3)
    assert PdfBox(1, 2, 3, 4).grown(0.5) == (0.5, 1.5, 3.5, 4.5)


def test_what_lies_outside_of_a_clip_has_no_area_there() -> None:
    assert PdfBox(90, 40, 200, 200).shared(CLIP) == (90, 40, 100, 50)
    outside = PdfBox(150, 10, 200, 20).shared(CLIP)
    assert outside.width == 0
    assert PdfBox(3, 4, 5, 6).shared(EVERYWHERE) == (3, 4, 5, 6)


@pytest.mark.parametrize(
    ("box", "meets"),
    [
        ((99.9, 10, 200, 20), True),
        ((100, 10, 200, 20), False),
        ((10, 50, 20, 50), True),
        ((10, 50.1, 20, 50.1), False),
        ((100, 0, 100, 50), True),
    ],
    ids=["reaches in", "only touches", "a line on the edge", "a line beside it", "an upright line on the edge"],
)
def test_a_clip_leaves_areas_that_reach_in_and_lines_that_touch(box: tuple[float, ...], *, meets: bool) -> None:
    assert PdfBox.of(box).meets(CLIP) is meets
    assert not PdfBox.of(box).meets(PdfBox(0, 0, 0, 50)), "an empty clip leaves nothing"


def test_seen_from_the_trim_it_stands_upside_down() -> None:
    trim = PdfBox(9, 9, 109, 209)
    assert PdfBox(19, 189, 29, 204).from_corner(trim) == Box(10, 5, 20, 20)
