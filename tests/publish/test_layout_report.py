"""What the pages measure, in tables for a designer: each column of each row."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from brochures.compose.html import Composition
from brochures.design.copyfit_ladder import Fit, Ladder, Rung
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPage, MeasuredPages, Paragraph, Region
from brochures.layout.checks.page_plan import Fill
from brochures.production import File
from brochures.publish.layout_report import survey
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature

ROOM = Box(0, 0, 200, 400)


@pytest.fixture
def composition(mini: Miniature) -> Composition:
    return composed(mini)


def _lines(*baselines: float) -> tuple[Line, ...]:
    return tuple(Line(1, Box(0, one - 10, 90, one), one, 12, "some words") for one in baselines)


def _made(composition: Composition, *panels: str, kind: str = "panel") -> File:
    regions = tuple(
        Region(kind, name, 1, ROOM, "", _lines(*((100, 115, 130) if number else (100, 115, 130.25))))
        for number, name in enumerate(panels)
    )
    sheets = MeasuredPages((MeasuredPage(1, 400, 400, regions),), {1: Paragraph(1, "p", (), "", 15, 12)})
    fill = tuple(Fill(1, name, 120 + number, 97.25) for number, name in enumerate(panels))
    return File(composition, b"", 1, (), sheets=sheets, fill=fill)


def test_each_panel_has_its_words_and_fill_and_each_side_its_grid(composition: Composition) -> None:
    assert survey([_made(composition, "front", "back")]) == (
        "piece  file    page  panel  words  fill %\n"
        "fold   screen     1  front    120    97.2\n"
        "fold   screen     1  back     121    97.2\n"
        "\n"
        "piece  file    page  leading pt  lines  on the grid  worst pt off\n"
        "fold   screen     1          15      4            4          0.25\n"
        "\n"
        "piece  file    panels  copyfit\n"
        "fold   screen  all     as designed"
    )


def test_a_page_that_flows_has_no_name_and_a_table_without_rows_is_left_out(composition: Composition) -> None:
    told = survey([_made(composition, "page", kind="page")])
    assert told.split("\n\n")[0].splitlines()[1].split() == ["fold", "screen", "1", "120", "97.2"]
    assert len(told.split("\n\n")) == 2


def test_copyfit_is_told_group_by_group(composition: Composition) -> None:
    rungs = (
        Rung("leading", Decimal(16), Decimal(15), Decimal("0.5")),
        Rung("space", Decimal(1), Decimal(0), Decimal(1)),
    )
    fit = Fit(Ladder(rungs, (("front", "back"), ("flap",))), {0: 3, 1: 1})
    told = survey([_made(replace(composition, fit=fit), "front")]).split("\n\n")[-1]
    assert told == (
        "piece  file    panels      copyfit\n"
        "fold   screen  front back  3 of 3 steps: leading 15pt, fit-space 0\n"
        "fold   screen  flap        1 of 3 steps: leading 15.5pt"
    )


def test_where_no_page_was_laid_out_that_is_told(composition: Composition) -> None:
    assert survey([]) == survey([File(composition, b"", 0, ())]) == "no page was laid out: the findings say why"
