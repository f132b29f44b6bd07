from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from brochures.design.copyfit_ladder import Fit
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPage, MeasuredPages, Region
from brochures.geometry.passages import Stretch
from brochures.layout.checks.page_plan import Fill
from brochures.layout.text_room import TextRoom, text_rooms

MINE, OTHER = 3, 4
COMPOSITION: Any = SimpleNamespace(fit=Fit())


def _line(top: float, passage: int, text: str = "three words here") -> Line:
    return Line(0, Box(10, top, 90, top + 12), top + 10, 12, text, stretches=(Stretch(0, passage),))


def _rooms(*regions: Region) -> list[TextRoom]:
    sheets = MeasuredPages((MeasuredPage(1, 200, 100, tuple(regions)),))
    budget = [Fill(1, region.name, 6, 80.0) for region in regions]
    return list(text_rooms(COMPOSITION, sheets, budget, {MINE}))


def _panel(*lines: Line, name: str = "front", kind: str = "panel", frame: Box | None = None) -> Region:
    return Region(kind, name, 1, Box(5, 5, 95, 50), "", lines, frame=frame)


def test_the_panel_that_holds_the_text_is_told_with_its_lines() -> None:
    (room,) = _rooms(_panel(_line(10, MINE), _line(24, OTHER)), _panel(_line(10, OTHER), name="back"))
    assert (room.name, room.page, room.size, room.box) == ("front", 1, (200, 100), (5, 5, 95, 50))
    assert list(room.lines) == [(10, 10, 90, 22)]
    assert (room.words, room.percent, room.fits, room.lines_over, room.steps) == (6, 80.0, True, 0, 0)


def test_lines_and_words_that_do_not_fit_are_counted_whoever_wrote_them() -> None:
    (room,) = _rooms(_panel(_line(10, MINE), _line(40, OTHER), _line(54, OTHER)))
    assert (room.fits, room.lines_over, room.words_over, room.over) == (False, 2, 6, 16.0)


def test_what_ends_at_the_edge_of_a_panel_fits() -> None:
    (room,) = _rooms(_panel(_line(10, MINE), _line(38.2, OTHER)))
    assert room.fits
    (room,) = _rooms(_panel(_line(10, MINE), _line(38.3, OTHER)))
    assert not room.fits


def test_a_panel_that_was_moved_is_told_where_it_lies_on_the_sheet() -> None:
    (room,) = _rooms(_panel(_line(10, MINE), frame=Box(105, 25, 195, 70)))
    assert (room.box, room.lines) == ((105, 25, 195, 70), ((110, 30, 190, 42),))


def test_cells_and_fields_are_no_rooms_of_a_text() -> None:
    assert _rooms(_panel(_line(10, MINE), kind="cell")) == []
