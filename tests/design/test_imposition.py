"""Copies of a card on a parent sheet, and how much the inner sheets of a booklet are moved: numbers at their limits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochures.design.formats import Format, Imposition, Panel, Side
from brochures.design.imposition import ParentSheet, crept, mark_distance, parent_sheet
from brochures.design.print_shop import PrintShop
from brochures.findings import BrochureError, Place
from brochures.load.model.printers import Printer, PrintingCondition

SHEET_PLACE = Place("content/printers.yaml", 20, 14)


def _condition(limit: float) -> PrintingCondition:
    return PrintingCondition(identifier="I", text="T", info="N", profile="P", ink_limit=limit)


def _shop(*, marks: bool = False, ink_limit: float | None = None, **impose: str) -> PrintShop:
    wants = {
        "title": "T", "default": "true", "standard": "PDF/X-4", "condition": "us", "metric_condition": "metric", "bleed": "9pt",
        "metric_bleed": "3mm", "safe": "9pt", "smallest_reversed": "8pt", "file_name": "{slug}", "ink_limit": ink_limit,
        "resolution": {"least": "149", "wanted": "224", "line_art_least": "549", "line_art_wanted": "799"},
        "marks": {"crop": str(marks).lower()},
        "impose": {"sheet": "8.5in x 11in", "gutter": "18pt", "turn": "long edge", **impose},
    }  # fmt: skip
    printer = Printer.model_validate({key: value for key, value in wants.items() if value is not None})
    return PrintShop("p", printer, _condition(300), _condition(260), Place("content/printers.yaml", 9, 3), SHEET_PLACE)


def _card(width: float, height: float, *, metric: bool = False) -> Format:
    sides = tuple(Side(name, (Panel(name, 0, width, turn),)) for turn, name in enumerate(("front", "back")))
    return Format("card", width, height, sides, Imposition(612, 792, 1, 1), metric=metric)


AROUND = 2 * (12 + 18)
"""The gap before a crop mark and its length, on both sides, in pt."""


@pytest.mark.parametrize(
    ("width", "height", "columns", "rows"),
    [
        pytest.param(612 - AROUND, 792 - AROUND, 1, 1, id="one copy that just fits"),
        pytest.param((612 - AROUND - 18) / 2, 792 - AROUND, 2, 1, id="two columns that just fit"),
        pytest.param((612 - AROUND - 18) / 2 + 0.1, 792 - AROUND, 1, 1, id="a hair wider"),
        pytest.param(612 - AROUND, (792 - AROUND - 36) / 3, 1, 3, id="three rows that just fit"),
        pytest.param(612 - AROUND, (792 - AROUND - 36) / 3 + 0.1, 1, 2, id="a hair higher"),
        pytest.param((612 - AROUND - 18) / 2 + 0.004, 792 - AROUND, 2, 1, id="wider by what is rounding"),
    ],
)
def test_as_many_copies_as_fit_with_their_bleeds_and_marks(
    width: float, height: float, columns: int, rows: int
) -> None:
    sheet = parent_sheet(_card(width, height), _shop(sheet="8.5in x 11in"))
    assert sheet is not None
    assert (sheet.columns, sheet.rows, sheet.gutter, sheet.bleed) == (columns, rows, 18, 9)
    assert (sheet.width, sheet.height, sheet.card_width, sheet.card_height) == (612, 792, width, height)


@pytest.mark.parametrize(("width", "height"), [(612 - AROUND + 0.1, 100), (100, 792 - AROUND + 0.1)])
def test_a_sheet_that_holds_not_one_copy_is_told_with_the_size_that_would(width: float, height: float) -> None:
    with pytest.raises(BrochureError) as refused:
        parent_sheet(_card(width, height), _shop(sheet="8.5in x 11in"))
    (found,) = refused.value.findings
    wanted = " x ".join(f"{size}" for size in ((8.51, 2.23) if width > height else (2.23, 11.01)))
    assert found.place == SHEET_PLACE
    assert found.message == (
        f"a sheet of 8.5 x 11 in holds not one copy of {width / 72:.4g} x {height / 72:.4g} in with its bleed and marks"
    )
    assert found.help == f"name a sheet of {wanted} in or larger"


def test_only_cards_are_repeated_and_only_where_the_shop_imposes() -> None:
    project = _shop(sheet="8.5in x 11in")
    assert parent_sheet(replace(_card(100, 100), imposition=None), project) is None
    single = replace(project, printer=project.printer.model_copy(update={"impose": None}))
    assert parent_sheet(_card(100, 100), single) is None


def test_a_metric_card_lies_on_the_metric_sheet() -> None:
    project = _shop(sheet="8.5in x 11in", metric_sheet="210mm x 297mm", metric_gutter="6mm")
    sheet = parent_sheet(_card(200, 300, metric=True), project)
    assert sheet is not None
    assert (round(sheet.width, 2), round(sheet.height, 2)) == (595.28, 841.89)
    assert (round(sheet.gutter, 3), round(sheet.bleed, 3)) == (17.008, 8.504)


@pytest.mark.parametrize(("bleed", "distance"), [(0, 12), (8.9, 12), (9, 12), (9.1, 12.1), (18, 21)])
def test_marks_begin_3_pt_beyond_the_bleed_or_beyond_9_pt(bleed: float, distance: float) -> None:
    assert mark_distance(bleed) == pytest.approx(distance)


@pytest.mark.parametrize(
    ("sheet", "turn", "upright"),
    [
        ("8.5in x 11in", "long edge", True),
        ("8.5in x 11in", "short edge", False),
        ("11in x 8.5in", "long edge", False),
        ("11in x 8.5in", "short edge", True),
        ("10in x 10in", "long edge", True),
    ],
)
def test_a_sheet_is_turned_about_the_edge_that_the_shop_names(sheet: str, turn: str, *, upright: bool) -> None:
    found = parent_sheet(_card(100, 100), _shop(sheet=sheet, turn=turn))
    assert found is not None
    assert (found.upright, found.on_long_edge) == (upright, turn == "long edge")


PARENT = ParentSheet(300, 400, 100, 60, 2, 3, 10, 5, upright=True)


def test_copies_stand_in_the_middle_of_the_sheet() -> None:
    assert [PARENT.left, PARENT.top, PARENT.right, PARENT.foot] == [45, 100, 255, 300]
    assert list(PARENT.upright_cuts) == [45, 145, 155, 255]
    assert list(PARENT.level_cuts) == [100, 160, 170, 230, 240, 300]


@pytest.mark.parametrize(
    ("upright", "first", "second", "third"),
    [(True, (155, 100, False), (45, 100, False), (155, 170, False)), (False, (45, 240, True), (155, 240, True), (45, 170, True))],
)  # fmt: skip
def test_each_back_lies_behind_its_front(
    *,
    upright: bool,
    first: tuple[float, float, bool],
    second: tuple[float, float, bool],
    third: tuple[float, float, bool],
) -> None:
    sheet = replace(PARENT, upright=upright)
    fronts, backs = sheet.copies(back=False), sheet.copies(back=True)
    assert [(one.x, one.y, one.turned) for one in fronts[:3]] == [(45, 100, False), (155, 100, False), (45, 170, False)]
    assert [(one.x, one.y, one.turned) for one in backs[:3]] == [first, second, third]
    assert len(fronts) == len(backs) == 6
    for front, back in zip(fronts, backs, strict=True):
        assert (back.x, back.y) == ((300 - front.x - 100, front.y) if upright else (front.x, 400 - front.y - 60))


def _sheets(pages: int) -> Format:
    sides = tuple(
        Side(f"side-{number}", (Panel("a", 0, 100, 0), Panel("b", 100, 100, 1))) for number in range(pages // 2)
    )
    return Format("book", 200, 100, sides)


@pytest.mark.parametrize(("pages", "moved"), [(4, False), (16, False), (20, True)])
def test_a_booklet_of_more_than_16_pages_creeps(pages: int, *, moved: bool) -> None:
    form = _sheets(pages)
    assert (crept(form, 0.3) != form) is moved


def test_each_sheet_is_moved_by_the_thickness_of_those_around_it() -> None:
    fine = crept(_sheets(20), 0.12345)
    assert [side.panels[0].creep for side in fine.sides[2:5:2]] == [0.1235, 0.2469]
    moved = crept(_sheets(20), 0.28801)
    assert [tuple(panel.creep for panel in side.panels) for side in moved.sides] == [
        (0.0, -0.0), (0.0, -0.0), (0.288, -0.288), (0.288, -0.288), (0.576, -0.576),
        (0.576, -0.576), (0.864, -0.864), (0.864, -0.864), (1.152, -1.152), (1.152, -1.152),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("own", "metric", "limit"),
    [(None, False, 300), (None, True, 260), (280, False, 280), (280, True, 280), (0, False, 0)],
)
def test_a_shop_s_own_ink_limit_goes_before_that_of_the_condition(
    own: float | None, limit: float, *, metric: bool
) -> None:
    assert _shop(ink_limit=own).ink_limit(_card(100, 100, metric=metric)) == limit


@pytest.mark.parametrize(
    ("marks", "metric", "bleed", "whole"),
    [(False, False, 9.0, 9.0), (True, False, 9.0, 36.0), (False, True, 8.5039, 8.5039), (True, True, 8.5039, 36.0)],
)
def test_marks_reach_half_an_inch_beyond_the_trim(*, marks: bool, metric: bool, bleed: float, whole: float) -> None:
    room = _shop(marks=marks).room(_card(100, 100, metric=metric))
    assert (round(room.bleed, 4), round(room.whole, 4)) == (bleed, whole)


def test_each_measure_is_printed_by_its_own_condition() -> None:
    project = _shop()
    assert project.condition(_card(1, 1)).ink_limit == 300
    assert project.condition(_card(1, 1, metric=True)).ink_limit == 260
