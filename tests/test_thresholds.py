"""Every number of the trade that ``docs/print.md`` names has a test that holds it: just kept and just broken where it is a limit."""

from __future__ import annotations

import re

import pytest

from brochures.project.paths import ROOT

NAMED = re.compile(r"`brochures/([\w/]+)\.py`, `([\w.]+)`")
"""How the page names the place of a number."""

HELD = {
    "compose/drawings/folded_view STAPLES": "compose/drawings/test_folding.py::test_what_opens_like_a_book_shows_its_front",
    "compose/drawings REFLOWED_SIDES": "compose/drawings/test_widths.py::test_a_page_whose_words_flow_keeps_its_own_sides_free_and_nothing_stands_across_it",
    "layout/contents_list SHORT": "documents/test_large_print.py::test_what_is_long_has_a_list_of_contents_and_what_is_short_has_none",
    "preflight/faxed_file HEAVIEST": "preflight/test_faxed_file.py::test_a_page_may_take_100_kb_and_no_more",
    "preflight/faxed_file LEAST": "preflight/test_faxed_file.py::test_a_fax_is_black_white_large_and_heavy_of_line",
    "preflight/faxed_file THIN": "preflight/test_faxed_file.py::test_a_fax_is_black_white_large_and_heavy_of_line",
    "preflight/large_print LEAST": "preflight/test_large_print.py::test_large_print_is_large_and_plain",
    "preflight/large_print RUN": "preflight/test_large_print.py::test_large_print_is_large_and_plain",
    "press/fax_pages BLACK_BELOW": "press/test_fax_pages.py::test_a_dot_is_black_below_one_level_and_white_from_it_on",
    "press/fax_pages LINE": "press/test_fax_pages.py::test_both_rasters_have_every_page_at_its_fineness",
    "press/fax_pages Raster": "press/test_fax_pages.py::test_both_rasters_have_every_page_at_its_fineness",
    "compose/drawings/forest_plot SMALLEST": "compose/drawings/test_forest_plot.py::test_a_square_has_an_area_as_large_as_its_groups",
    "design/print_shop TUCKS": "compose/test_press_format.py::test_the_panel_that_folds_in_is_as_narrow_as_the_paper_wants",
    "compose/qr QUIET": "compose/test_qr.py::test_a_code_is_drawn_in_whole_modules_with_its_quiet_zone",
    "design/copyfit_ladder FLOORS": "design/test_copyfit_ladder.py::test_no_rung_goes_below_the_floor_of_its_readers",
    "design/copyfit_ladder TIGHTEST": "design/test_copyfit_ladder.py::test_tracking_goes_a_hundredth_of_an_em_either_way",
    "design/format_files _check": "design/test_format_limits.py::test_panels_fill_their_sheet_and_lie_behind_each_other_to_a_hundredth_of_a_pt",
    "design/formats SHEET_PAGES": "design/test_formats.py::test_a_bound_piece_that_cannot_be_bound_is_refused",
    "design/imposition MARK_GAP": "design/test_imposition.py::test_marks_begin_3_pt_beyond_the_bleed_or_beyond_9_pt",
    "design/imposition MARK_REACH": "design/test_imposition.py::test_as_many_copies_as_fit_with_their_bleeds_and_marks",
    "design/imposition UNCREPT_PAGES": "design/test_imposition.py::test_a_booklet_of_more_than_16_pages_creeps",
    "design/inks Inks.build": "design/test_inks.py::test_a_grey_that_no_token_names_is_black_alone_and_a_colour_is_nothing",
    "design/inks STEPS": "design/test_inks.py::test_a_spot_has_its_name_its_tint_and_a_stand_in",
    "design/print_shop MARKS_REACH": "design/test_imposition.py::test_marks_reach_half_an_inch_beyond_the_trim",
    "geometry/units PAINTED_ROUNDING": "geometry/test_box.py::test_lengths_are_one_where_their_difference_is_too_small_to_be_told",
    "geometry/units ROUNDING": "geometry/test_box.py::test_lengths_are_one_where_their_difference_is_too_small_to_be_told",
    "handoff/package OLDEST": "handoff/test_package.py::test_a_day_before_zips_began_is_taken_for_their_first",
    "handoff/spec_sheet DRAWN": "handoff/test_sheets.py::test_every_kind_of_piece_is_told_as_it_is_finished",
    "layout/checks/baseline_grid GRID_TOLERANCE": "layout/checks/test_baseline_grid.py::test_a_baseline_lies_on_the_grid_to_within_half_a_pt",
    "layout/checks/prominence SAME": "layout/checks/test_prominence.py::test_sizes_that_differ_by_a_quarter_of_a_pt_look_the_same",
    "layout/checks/safe_area AT_THE_DESK": "layout/checks/test_safe_area.py::test_words_keep_further_away_where_an_office_printer_prints",
    "layout/checks/safe_area ON_A_CARD": "layout/checks/test_safe_area.py::test_words_of_a_card_for_the_wallet_come_nearer_to_its_trim",
    "layout/checks/safe_area FOLD": "layout/checks/test_safe_area.py::test_words_keep_away_from_a_fold",
    "layout/checks/safe_area LASERS_REACH": "layout/checks/test_safe_area.py::test_backs_are_not_moved_to_where_a_printer_cannot_print",
    "layout/checks/safe_area PRINTERS_REACH": "layout/checks/test_safe_area.py::test_art_of_the_office_keeps_out_of_what_its_printer_leaves_white",
    "layout/checks/safe_area SAFE": "layout/checks/test_safe_area.py::test_words_keep_away_from_the_trim",
    "load/model/office MOST_OFFSET": "load/model/test_refusals.py::test_what_cannot_be_is_refused_in_words_and_the_nearest_thing_is_taken",
    "load/model/office THICKEST": "load/model/test_refusals.py::test_what_cannot_be_is_refused_in_words_and_the_nearest_thing_is_taken",
    "load/model/office paper_thickness": "load/model/test_refusals.py::test_backs_are_moved_against_what_was_measured_on_the_edge_that_they_are_turned_on",
    "load/model/printers Printer": "load/model/test_refusals.py::test_what_cannot_be_is_refused_in_words_and_the_nearest_thing_is_taken",
    "preflight/file_structure TRIM_TOLERANCE": "preflight/test_file_structure.py::test_a_page_has_the_size_of_its_format_to_within_half_a_pt",
    "preflight/press/forbidden_content LARGEST": "preflight/press/test_near_misses.py::test_a_file_that_print_shops_just_take_passes",
    "preflight/press/hairlines HAIRLINE": "preflight/press/test_limits.py::test_a_number_is_kept_and_broken_by_a_hair",
    "preflight/press/image_resolution FEW": "preflight/press/test_limits.py::test_a_number_is_kept_and_broken_by_a_hair",
    "preflight/press/imposed_sheet DIFFERS": "press/test_step_and_repeat.py::test_a_sheet_that_is_as_planned_but_for_rounding_passes",
    "preflight/press/imposed_sheet SPECKS": "press/test_step_and_repeat.py::test_a_sheet_that_is_not_as_planned_is_told",
    "preflight/press/ink MOST_RICH": "preflight/press/test_limits.py::test_a_number_is_kept_and_broken_by_a_hair",
    "preflight/press/ink_coverage CELL": "preflight/press/test_limits.py::test_ink_is_the_mean_over_a_square_of_fifteen_mm",
    "preflight/press/ink_coverage FAINT": "preflight/press/test_limits.py::test_colour_stops_at_the_trim_where_three_mm_of_it_do",
    "preflight/press/ink_coverage RUN": "preflight/press/test_limits.py::test_colour_stops_at_the_trim_where_three_mm_of_it_do",
    "preflight/press/ink_coverage SQUARE": "preflight/press/test_limits.py::test_ink_is_the_mean_over_a_square_of_fifteen_mm",
    "preflight/press/ink_terms DEEP": "preflight/press/test_limits.py::test_a_number_is_kept_and_broken_by_a_hair",
    "preflight/press/ink_terms SMALL": "preflight/press/test_limits.py::test_a_number_is_kept_and_broken_by_a_hair",
    "preflight/press/ink_terms SOLID": "preflight/press/test_limits.py::test_a_number_is_kept_and_broken_by_a_hair",
    "preflight/press/ink_terms THIN": "preflight/press/test_limits.py::test_a_number_is_kept_and_broken_by_a_hair",
    "preflight/press/marks NEAR": "preflight/press/test_marks.py::test_a_near_miss_stays_quiet",
    "preflight/press/overprint NONZERO": "preflight/press/test_painted_objects.py::test_a_file_that_breaks_the_rule_is_told",
    "preflight/press/type_size KNIFE": "preflight/press/test_limits.py::test_a_number_is_kept_and_broken_by_a_hair",
    "press VERSIONS": "press/test_pdfx_1a.py::test_it_says_so_where_the_standard_wants_it_and_nowhere_else",
    "press/image_conversion QUALITY": "press/test_image_conversion.py::test_a_photograph_is_written_anew_at_a_quality_of_92",
    "press/output_intent REGISTRY": "preflight/press/test_structure_of_press_files.py::test_a_file_that_breaks_the_rule_is_told",
    "press/overprint THIN": "press/test_to_inks.py::test_black_overprints_where_it_is_thinner_than_two_pt",
    "engine/plain_pictures NEUTRAL": "engine/test_plain_pictures.py::test_a_tint_that_anybody_sees_stays_a_color",
    "engine/plain_pictures QUALITY": "engine/test_plain_pictures.py::test_a_photograph_that_was_changed_is_written_at_a_quality_of_95",
    "resolve/photographs MOST_PIXELS": "resolve/test_photographs.py::test_a_picture_of_just_as_many_pixels_as_may_be_is_taken",
}  # fmt: skip
"""The test of each number, by the module and the name under which the page has it."""


def _named() -> set[str]:
    text = (ROOT / "docs" / "print.md").read_text(encoding="utf-8")
    return {f"{module.removesuffix('/__init__')} {name}" for module, name in NAMED.findall(text)}


def test_every_number_that_the_page_names_has_its_test() -> None:
    assert _named() == set(HELD)


@pytest.mark.parametrize("number", HELD)
def test_a_number_stands_where_the_page_says(number: str) -> None:
    module, _, name = number.partition(" ")
    path = ROOT / "brochures" / module
    text = (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8")
    assert all(re.search(rf"\b{part}\b", text) for part in name.split("."))


@pytest.mark.parametrize("test", sorted(set(HELD.values())))
def test_the_test_of_a_number_is_there(test: str) -> None:
    file, _, function = test.partition("::")
    assert f"\ndef {function}(" in (ROOT / "tests" / file).read_text(encoding="utf-8")
