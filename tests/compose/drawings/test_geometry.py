"""The geometry of drawings in numbers, to the hundredth of a pt: how pieces stand, how the river runs, where marks and dots lie."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from brochures.compose.drawings import is_wide
from brochures.compose.drawings.axis import difference_axis, ratio_axis
from brochures.compose.drawings.folded_view import standing
from brochures.compose.drawings.forest_plot import forest
from brochures.compose.drawings.icon_array import exact_share, grid, groups, outcome_of
from brochures.compose.drawings.motif import river
from brochures.compose.qr import code
from brochures.design.format_files import read_format
from brochures.design.formats import Format, Imposition, Panel, Side
from brochures.findings import NOWHERE
from brochures.geometry.lengths import inches, length_of, millimetres, size_of
from brochures.load.model.studies import Rate
from brochures.project.paths import ROOT
from brochures.resolve.job import Study

Corners = tuple[tuple[float, float], ...]

STANDING: dict[str, tuple[tuple[float, float], list[tuple[str, Corners, bool, int]]]] = {
    "letter-roll-fold": (
        (79.6, 120.0),
        [
            ("inside-middle", ((30.33, 0.0), (79.6, 0.0), (79.6, 108.0), (30.33, 108.0)), True, 0),
            ("flap", ((79.6, 0.0), (47.19, 11.12), (47.19, 119.13), (79.6, 108.0)), False, 1),
            ("inside-left", ((0.0, 12.0), (30.33, 0.0), (30.33, 108.0), (0.0, 120.0)), True, 2),
        ],
    ),
    "letter-booklet": (
        (68.13, 120.0),
        [
            ("page-7", ((0.0, 8.16), (65.4, 0.0), (65.4, 103.67), (0.0, 111.84)), True, 0),
            ("page-5", ((0.0, 8.16), (68.13, 2.52), (68.13, 106.19), (0.0, 111.84)), True, 0),
            ("page-3", ((68.13, 13.81), (0.0, 8.16), (0.0, 111.84), (68.13, 117.48)), False, 0),
            ("front", ((65.4, 16.33), (0.0, 8.16), (0.0, 111.84), (65.4, 120.0)), False, 0),
        ],
    ),
    "wallet-card": ((90.0, 57.34), [("front", ((0.0, 6.93), (90.0, 0.0), (90.0, 50.41), (0.0, 57.34)), True, 0)]),
}


@pytest.mark.parametrize("name", STANDING)
def test_a_piece_stands_half_open_and_is_seen_from_a_little_above(name: str) -> None:
    drawn = standing(read_format(ROOT / "styles" / "formats", name, NOWHERE), 90, 120)
    size, wings = STANDING[name]
    assert (drawn.width, drawn.height) == size
    assert [(wing.name, wing.corners, wing.shows_inside, wing.turn) for wing in drawn.wings] == wings


@pytest.mark.parametrize(("pages", "wings"), [(4, 2), (8, 4), (12, 6), (16, 6)])
def test_three_sheets_of_a_bound_piece_are_drawn_at_most(pages: int, wings: int) -> None:
    sides = tuple(Side(f"page-{number}", (Panel(f"page-{number}", 0, 396, number),)) for number in range(1, pages + 1))
    book = Format("book", 396, 612, sides, Imposition(792, 612, 2, 1), bound=True)
    assert len(standing(book, 90, 120).wings) == wings


def test_staples_sit_at_a_quarter_and_at_three_quarters_of_the_spine() -> None:
    drawn = standing(read_format(ROOT / "styles" / "formats", "letter-booklet", NOWHERE), 90, 120)
    assert drawn.staples == ((0.0, 30.45, 37.71), (0.0, 82.29, 89.55))
    top, foot = 8.16, 111.84
    middles = [((begin + end) / 2 - top) / (foot - top) for _, begin, end in drawn.staples]
    assert middles == pytest.approx([0.25, 0.75], abs=0.001)
    assert drawn.wings[0].middle == pytest.approx((32.7, 55.92), abs=0.005)


def test_three_streams_part_sway_and_join() -> None:
    water = river((10, 20), (110, 20), spread=30, contours=2, gap=4, source_gap=1, meander=5)
    assert [[water.stop(number, along) for along in (0, 0.25, 0.5, 1)] for number in range(3)] == [
        [(10.0, 20.0), (35.0, 38.3), (60.0, 47.18), (110.0, 20.0)],
        [(10.0, 20.0), (35.0, 16.46), (60.0, 20.0), (110.0, 20.0)],
        [(10.0, 20.0), (35.0, -4.13), (60.0, -7.18), (110.0, 20.0)],
    ]
    assert [stream.middle[:42] for stream in water.streams] == [
        "M10 20C11.39 21.38 12.78 22.82 14.17 24.13",
        "M10 20C11.39 19.94 12.78 19.94 14.17 19.83",
        "M10 20C11.39 18.53 12.78 17.08 14.17 15.59",
    ]
    first, second = water.streams[1].contours
    assert (first.count("M"), first[:6], first.count("C")) == (2, "M10 19", 48)
    assert (second[:6], second.split("M")[2][:5]) == ("M10 18", "10 22")


def test_the_banks_of_a_stream_lie_a_gap_apart_at_its_widest() -> None:
    water = river((0, 0), (0, 100), spread=0, contours=1, gap=4, source_gap=1)
    left, right = water.streams[1].contours[0].split("M")[1:]
    assert (left[:3], right[:4]) == ("1 0", "-1 0")
    assert " 4 50" in left
    assert " -4 50" in right


@pytest.mark.parametrize(
    ("points", "in_inches", "in_mm"),
    [(72.0, "1", "25.4"), (261.0, "3.625", "92.08"), (0.0, "0", "0"), (720.0, "10", "254"), (1.0, "0.0139", "0.35")],
)
def test_a_length_is_said_as_people_write_it(points: float, in_inches: str, in_mm: str) -> None:
    assert (inches(points), millimetres(points)) == (in_inches, in_mm)
    assert length_of(points, metric=False) == f"{in_inches} in ({in_mm} mm)"


def test_a_metric_length_is_told_to_a_hundredth_of_an_inch() -> None:
    assert length_of(595.2756, metric=True) == "210 mm (8.27 in)"
    assert (
        size_of((612, 792), metric=False)
        == "8.5 \N{MULTIPLICATION SIGN} 11 in (215.9 \N{MULTIPLICATION SIGN} 279.4 mm)"
    )


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (("0.8",), "0.5 1"),
        (("1.3",), "1 2"),
        (("0.31", "2.1"), "0.2 0.5 1 2 5"),
        (("1",), "0.5 1 2"),
        (("0.05", "12"), "0.05 0.1 0.2 0.5 1 2 5 10 20"),
    ],
)
def test_a_ratio_axis_ends_at_the_next_one_two_or_five(values: tuple[str, ...], ticks: str) -> None:
    axis = ratio_axis([Decimal(value) for value in values], 120)
    assert " ".join(label for label, _ in axis.labels) == ticks


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (("6",), "0 1 2 3 4 5 6"),
        (("6.1",), "0 2 4 6 8"),
        (("-3", "3"), "-3 -2 -1 0 1 2 3"),
        (("0",), "0 0.1"),
        (("25",), "0 5 10 15 20 25"),
    ],
)
def test_a_straight_axis_has_six_spaces_at_most(values: tuple[str, ...], ticks: str) -> None:
    axis = difference_axis([Decimal(value) for value in values], 120)
    assert [Decimal(label) for label, _ in axis.labels] == [Decimal(tick) for tick in ticks.split()] or len(
        axis.ticks
    ) <= 7
    assert (axis.labels[0][1], axis.labels[-1][1]) == (0, 120)


def test_values_stand_in_proportion() -> None:
    assert [ratio_axis([Decimal("0.5"), Decimal(2)], 100).x(Decimal(v)) for v in ("0.5", "1", "2")] == [0, 50, 100]
    assert [difference_axis([Decimal(0), Decimal(4)], 100).x(Decimal(v)) for v in ("0", "1", "4")] == [0, 25, 100]


def test_a_hundred_dots_fill_from_the_lower_left() -> None:
    dots = grid(5, 1)
    assert len(dots) == 100
    assert (dots[0], dots[1], dots[10], dots[99]) == ((2.5, 56.5), (8.5, 56.5), (2.5, 50.5), (56.5, 2.5))


@pytest.mark.parametrize(
    ("rate", "share"),
    [
        ({"percent": "37.5"}, "37.5"),
        ({"count": 9, "of": 20}, "45"),
        ({"percent": "44", "count": 9, "of": 20}, "44"),
        ({"count": 9}, None),
        ({"of": 20}, None),
    ],
)
def test_a_share_is_the_trial_s_own_or_worked_out(rate: dict[str, Any], share: str | None) -> None:
    assert exact_share(Rate.model_validate({"arm": "a", **rate})) == (None if share is None else Decimal(share))


def test_groups_are_told_with_their_people_and_counts(
    made: Callable[..., Study], outcome: Callable[..., dict[str, Any]]
) -> None:
    rates = [{"arm": "ketamine", "count": 9, "of": 18}, {"arm": "placebo", "percent": "0.4"}]
    study = made(outcomes=[outcome(rates=rates)])
    first, second = groups(study, "relapse")
    assert (first.name, first.of_hundred, first.is_more_than_none, first.people, first.count) == (
        "ketamine",
        50,
        True,
        18,
        9,
    )
    assert (second.of_hundred, second.is_more_than_none, second.people, second.count) == (0, True, 20, None)
    assert groups(study, "other") == ()
    found = outcome_of(study, "relapse")
    assert found is not None
    assert found.id == "relapse"


def test_marks_lie_on_the_first_line_of_their_rows(
    made: Callable[..., Study], outcome: Callable[..., dict[str, Any]]
) -> None:
    long = outcome(id="two", note="n" * 39)
    (plot,) = forest([made(outcomes=[outcome(), long])], 160, 11).plots
    first, second = plot.marks
    assert [mark.row.height for mark in plot.marks] == [39, 50]
    assert [mark.y for mark in plot.marks] == [8.5, 47.5]
    assert (plot.height, plot.name, plot.unit) == (89, "Relapse", "")
    assert (first.low, first.x, first.high) == (
        plot.axis.x(Decimal("0.31")),
        plot.axis.x(Decimal("0.80")),
        plot.axis.x(Decimal("2.10")),
    )
    assert first.side == second.side == 14


@pytest.mark.parametrize(("width", "wide"), [(528, True), (527.9, False)])
def test_a_page_is_wide_from_420_pt_of_text_on(width: float, *, wide: bool) -> None:
    assert is_wide(Format("page", width, 792, ())) is wide


@pytest.mark.parametrize(("width", "wide"), [(465, True), (464.9, False)])
def test_a_panel_is_wide_from_420_pt_of_text_on(width: float, *, wide: bool) -> None:
    side = Side("front", (Panel("front", 0, width, 0),))
    assert is_wide(Format("card", width, 792, (side,))) is wide


def test_a_code_is_drawn_module_by_module() -> None:
    drawn = code("https://example.org")
    assert (drawn.modules, drawn.quiet) == (25, 4)
    assert drawn.path.startswith("M0 0h7v1h-7z")
    assert "M18 0h7v1h-7z" in drawn.path
    assert drawn.path.count("M0 24h7v1h-7z") == 1
