"""Text in panels that face each other stands on one grid: at which limit that is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from brochures.design.copyfit_ladder import Fit, Ladder, Rung
from brochures.design.formats import Side
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPages, Paragraph, Region
from brochures.layout.checks.baseline_grid import Grid, grids, off_grid
from brochures.layout.checks.subject import Pages
from tests.layout.checks.handmade import Desk, composed, panel, sheet
from tests.miniature import Miniature

ROOM = Box(0, 0, 400, 600)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(composed(Miniature.copied_to(tmp_path_factory.mktemp("grid") / "project")))


def _lines(*baselines: float, paragraph: int = 1, size: float = 12, text: str = "words") -> list[Line]:
    return [
        Line(paragraph, Box(10, baseline - 10, 60, baseline), baseline, size, f"{text} {number}")
        for number, baseline in enumerate(baselines)
    ]


def _two(left: Sequence[Line], right: Sequence[Line]) -> tuple[Region, Region]:
    return panel("front", ROOM, left), panel("back", ROOM, right)


EVEN = (100.0, 115.0, 130.0, 145.0)


@pytest.mark.parametrize(
    ("baseline", "told"),
    [
        pytest.param(160.0, False, id="on the grid"),
        pytest.param(167.5, False, id="half a line between"),
        pytest.param(160.5, False, id="half a pt off it"),
        pytest.param(160.51, True, id="a hair more"),
        pytest.param(159.5, False, id="half a pt above it"),
        pytest.param(159.4, True, id="a hair more above it"),
        pytest.param(163.75, True, id="as far from it as can be"),
    ],
)
def test_a_baseline_lies_on_the_grid_to_within_half_a_pt(desk: Desk, baseline: float, *, told: bool) -> None:
    found = desk.found(off_grid, sheet(regions=_two(_lines(*EVEN), _lines(baseline, text="other"))))
    assert ["'other 0'" in finding.message for finding in found] == [True] * told


def test_the_line_that_is_furthest_off_is_told_with_its_distance(desk: Desk) -> None:
    lines = _lines(*EVEN, 161), _lines(162.25, 176, text="other")
    (found,) = desk.found(off_grid, sheet(2, regions=[replace(one, page=2) for one in _two(*lines)]))
    assert (found.code, str(found.severity), found.page) == ("LAY-401", "warning", 2)
    assert found.message == "'other 0' lies 2.2 pt off the grid of 15 pt that the panels of this side share"
    assert found.help == "make the spaces and borders above it whole or half lines"
    assert found.area == (10, 152.25, 60, 162.25)


def test_where_copyfit_eased_the_space_it_is_a_note(desk: Desk) -> None:
    page = sheet(regions=_two(_lines(*EVEN), _lines(162)))
    for name, step, weight in (("space", 1, "note"), ("space", 0, "warning"), ("tracking", 1, "warning")):
        ladder = Ladder((Rung(name, Decimal(1), Decimal(0), Decimal("0.5")),), (("front",),))
        eased = Desk(replace(desk.composition, fit=Fit(ladder, {0: step})))
        assert [str(finding.severity) for finding in eased.found(off_grid, page)] == [weight]


def _grids(desk: Desk, regions: Sequence[Region], paragraphs: dict[int, Paragraph]) -> list[Grid]:
    return list(grids(Pages(desk.composition, MeasuredPages((sheet(regions=regions),), paragraphs))))


def _paragraph(number: int, *, size: float = 12, leading: float = 15, classes: tuple[str, ...] = ()) -> Paragraph:
    return Paragraph(number, "p", classes, "", leading, size)


@pytest.mark.parametrize(
    ("size", "counted"), [(12.0, True), (12.04, True), (12.06, False), (11.96, True), (11.94, False)]
)
def test_only_lines_of_the_text_s_size_are_counted(desk: Desk, size: float, *, counted: bool) -> None:
    paragraphs = {1: _paragraph(1), 2: _paragraph(2, size=size)}
    text = _lines(*EVEN)
    (own,) = _grids(desk, _two(text, _lines(162, paragraph=2, size=12)), paragraphs)
    (line,) = _grids(desk, _two(text, _lines(162, size=size)), paragraphs)
    assert (own.lines, line.lines) == ((5, 5) if counted else (4, 4))


def test_most_lines_say_what_the_text_s_size_is(desk: Desk) -> None:
    paragraphs = {1: _paragraph(1), 2: _paragraph(2, size=9)}
    (grid,) = _grids(desk, _two(_lines(*EVEN), _lines(101, 103, paragraph=2, size=9)), paragraphs)
    assert (grid.page, grid.leading, grid.start, grid.lines, grid.whole, grid.deviation) == (1, 15, 10, 4, 4, 0)


def test_a_grid_tells_how_many_lines_stand_on_whole_steps(desk: Desk) -> None:
    (grid,) = _grids(desk, _two(_lines(*EVEN), _lines(167.5, 160.5, 160.6)), {1: _paragraph(1)})
    assert (grid.start, grid.lines, grid.whole, grid.deviation) == (10, 7, 5, 0.6)
    assert grid.worst is not None
    assert grid.worst.baseline == 160.6


def test_each_leading_has_a_grid_of_its_own(desk: Desk) -> None:
    paragraphs = {1: _paragraph(1), 2: _paragraph(2, leading=13)}
    found = _grids(desk, _two(_lines(*EVEN), _lines(100, 113, 127, paragraph=2)), paragraphs)
    assert [(grid.leading, grid.lines, grid.deviation) for grid in found] == [(13, 3, 1.0), (15, 4, 0.0)]


def test_what_is_no_running_text_has_no_grid(desk: Desk) -> None:
    paragraphs = {1: _paragraph(1), 2: _paragraph(2, classes=("references__item",))}
    cell = _lines(161)
    turned = replace(panel("turned", ROOM, _lines(162)), frame=ROOM)
    regions = (
        *_two([*_lines(*EVEN), *cell], _lines(162, paragraph=2)),
        turned,
        replace(panel("cell", ROOM, cell), kind="cell"),
        panel("signs", ROOM, [replace(_lines(163)[0], text="***")]),
    )
    assert [(grid.lines, grid.deviation) for grid in _grids(desk, regions, paragraphs)] == [(4, 0.0)]


def test_a_panel_alone_on_its_side_faces_none(desk: Desk) -> None:
    assert _grids(desk, [panel("front", ROOM, _lines(*EVEN, 162))], {1: _paragraph(1)}) == []
    assert _grids(desk, _two([], []), {}) == []


def test_copies_of_a_card_that_lie_below_each_other_share_no_grid(desk: Desk) -> None:
    below = Box(0, 600.9, 400, 1200.9)
    one, two, off = (_lines(*EVEN), _lines(*EVEN, text="other"), _lines(162))
    rows = panel("front.1", ROOM, one), panel("front.2", ROOM, two), panel("front.3", below, off)
    assert [grid.deviation for grid in _grids(desk, rows, {1: _paragraph(1)})] == [0.0]
    beside = *rows[:2], panel("front.3", ROOM, off)
    assert [grid.deviation for grid in _grids(desk, beside, {1: _paragraph(1)})] == [2.0]


@pytest.mark.parametrize(("orders", "faces"), [((1, 2), True), ((4, 1), False), ((1,), False), ((2, 1), False)])
def test_of_a_bound_piece_only_pages_that_follow_each_other_face_each_other(
    desk: Desk, orders: tuple[int, ...], *, faces: bool
) -> None:
    form = desk.composition.format
    panels = tuple(replace(form.sides[0].panels[0], order=order) for order in orders)
    bound = replace(form, bound=True, sides=(Side("spread", panels),))
    spread = Desk(replace(desk.composition, format=bound))
    regions = [*_two(_lines(*EVEN), _lines(162))]
    assert bool(_grids(spread, regions, {1: _paragraph(1)})) is faces


@pytest.mark.parametrize(("start", "told"), [(100.3, 10.3), (114.9, 9.9), (100.14, 10.14)])
def test_a_grid_begins_where_most_lines_lie(desk: Desk, start: float, told: float) -> None:
    lines = _lines(*(start + 15 * number for number in range(4)))
    (grid,) = _grids(desk, _two(lines, _lines(103)), {1: _paragraph(1)})
    assert grid.start == pytest.approx(told)
    assert (grid.lines, grid.whole) == (5, 4)
