"""A path: how far it reaches, where its curves turn, and how thin its rectangles are, to the thousandth of a pt."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from brochures.geometry.pdf_box import PdfBox, Point
from brochures.separations.path import Path


def _path(*parts: Sequence[Point], closed: bool = True) -> Path:
    path = Path()
    for first, *others in parts:
        path.move(first)
        for point in others:
            path.line(point)
        if closed:
            path.close()
    return path


def _rectangle(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)


def test_a_path_begins_with_a_point() -> None:
    for begin in (_draw_a_line, Path.close, _draw_a_curve):
        with pytest.raises(ValueError, match="a path begins with a point"):
            begin(Path())


def _draw_a_line(path: Path) -> None:
    path.line((1, 1))


def _draw_a_curve(path: Path) -> None:
    path.curve((1, 1), (2, 2), (3, 3))


@pytest.mark.parametrize(("closed", "here"), [(False, (5, 6)), (True, (1, 2))])
def test_where_a_path_stands(here: Point, *, closed: bool) -> None:
    path = _path([(1, 2), (5, 6)], closed=closed)
    assert path.here == here
    path.curve((1, 1), (2, 2), (9, 8))
    assert path.here == (9, 8)


def test_a_path_of_no_length_reaches_nowhere() -> None:
    assert Path().bounds is None
    path = Path()
    path.move((3, 3))
    assert path.bounds is None
    path.line((4, 5))
    path.move((99, 99))
    assert path.bounds == PdfBox(3, 3, 4, 5)


@pytest.mark.parametrize(
    ("curve", "bounds"),
    [
        (((0, 0), (0, 10), (10, 10), (10, 0)), (0, 0, 10, 7.5)),
        (((0, 0), (0, -10), (10, -10), (10, 0)), (0, -7.5, 10, 0)),
        (((0, 0), (10, 0), (10, 10), (0, 10)), (0, 0, 7.5, 10)),
        (((0, 0), (1, 1), (2, 2), (3, 3)), (0, 0, 3, 3)),
        (((0, 0), (30, 0), (-20, 0), (10, 0)), (0, 0, 10, 0)),
        (((0, 0), (0, 6), (0, 6), (0, 0)), (0, 0, 0, 4.5)),
        (((0, 0), (0, 4), (0, 4), (0, 3)), (0, 0, 0, 32 / 9)),
    ],
)
def test_a_curve_reaches_to_where_it_turns(curve: Sequence[Point], bounds: tuple[float, ...]) -> None:
    start, one, other, end = curve
    path = Path()
    path.move(start)
    path.curve(one, other, end)
    assert path.bounds is not None
    assert tuple(path.bounds) == pytest.approx(bounds, abs=0.0001)


@pytest.mark.parametrize(
    ("points", "thickness"),
    [
        (_rectangle(0, 0, 30, 2), 2),
        (_rectangle(0, 0, 2, 30), 2),
        (_rectangle(0, 0, -30, -2), 2),
        (_rectangle(0, 0, 30, 0), 0),
        (_rectangle(0, 0, 0, 0), 0),
        (((0, 0), (30, 0), (30, 2), (0, 2.0009)), 2),
        (((0, 0), (30, 0), (30, 2), (0, 2.0011)), None),
        (((0, 0), (30, 0), (32.0011, 2), (2, 2)), None),
        (((0, 0), (30, 0), (33, 4), (3, 4)), 4),
        (((0, 0), (4, 3), (1, 7), (-3, 4)), 5),
        (((0, 0), (30, 0), (30, 2)), None),
        (((0, 0), (30, 0), (30, 2), (15, 3), (0, 2)), None),
    ],
)
def test_a_rectangle_is_as_thick_as_its_shorter_side(points: Sequence[Point], thickness: float | None) -> None:
    for closed in (True, False):
        found = _path(points, closed=closed).thickness(even_odd=False)
        assert found == (None if thickness is None else pytest.approx(thickness, abs=0.001))


def test_a_rectangle_that_comes_back_to_its_beginning_has_four_corners() -> None:
    back = (*_rectangle(0, 0, 30, 2), (0.0009, 0))
    assert _path(back, closed=False).thickness(even_odd=False) == pytest.approx(2)
    far = (*_rectangle(0, 0, 30, 2), (0.0011, 0))
    assert _path(far, closed=False).thickness(even_odd=False) is None


def test_the_thinnest_of_several_counts_and_none_with_a_curve() -> None:
    path = _path(_rectangle(0, 0, 30, 5), _rectangle(0, 20, 30, 3), _rectangle(0, 40, 30, 4))
    assert path.thickness(even_odd=False) == 3
    curved = Path()
    curved.move((0, 0))
    for end in ((30, 0), (30, 2), (0, 2)):
        curved.curve(end, end, end)
    curved.close()
    assert curved.thickness(even_odd=False) is None


@pytest.mark.parametrize(
    ("outer", "inner", "thickness"),
    [
        (_rectangle(0, 0, 50, 40), _rectangle(1, 2, 44, 35), 1),
        (_rectangle(1, 2, 44, 35), _rectangle(0, 0, 50, 40), 1),
        (_rectangle(0, 0, 50, 40), _rectangle(5, 2, 40, 35), 2),
        (_rectangle(0, 0, 50, 40), _rectangle(5, 4, 42, 30), 3),
        (_rectangle(0, 0, 50, 40), _rectangle(5, 6, 40, 30), 4),
        (_rectangle(0, 0, 50, 40), _rectangle(0, 6, 45, 30), 4),
        (_rectangle(0, 0, 50, 40), _rectangle(0, 0, 50, 40), None),
        (_rectangle(0, 0, 50, 40), _rectangle(-0.0009, 6, 45, 30), 4),
        (_rectangle(0, 0, 50, 40), _rectangle(-0.0011, 6, 45, 30), 30),
        (_rectangle(0, 0, 50, 40), _rectangle(60, 6, 45, 30), 30),
        (_rectangle(0, 0, 50, 40), ((10, 10), (14, 13), (11, 17), (7, 14)), 5),
    ],
)
def test_by_the_even_odd_rule_two_rectangles_are_a_frame(
    outer: Sequence[Point], inner: Sequence[Point], thickness: float | None
) -> None:
    expected = None if thickness is None else pytest.approx(thickness, abs=0.001)
    assert _path(outer, inner).thickness(even_odd=True) == expected
    assert _path(outer, inner).thickness(even_odd=False) == pytest.approx(
        min(_path(one).thickness(even_odd=False) or 0 for one in (outer, inner)), abs=0.001
    )


def test_what_comes_after_a_frame_is_measured_by_itself() -> None:
    frame = _rectangle(0, 0, 50, 40), _rectangle(5, 5, 40, 30)
    assert _path(*frame, _rectangle(100, 0, 30, 3)).thickness(even_odd=True) == 3
    assert _path(_rectangle(100, 0, 30, 3), *frame).thickness(even_odd=True) == 3
    assert _path(*frame, _rectangle(100, 0, 30, 9)).thickness(even_odd=True) == 5
