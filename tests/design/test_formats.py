from __future__ import annotations

from pathlib import Path

import pytest

from brochures.design.format_files import read_format
from brochures.design.formats import Format
from brochures.findings import BrochureError, Place
from brochures.project.paths import ROOT
from tests.miniature import SHOP, Miniature

WHERE = Place("content/brochures/fold.yaml", 5, 9)


def test_panels_lie_side_by_side_and_are_read_in_their_own_order() -> None:
    form = read_format(SHOP / "styles" / "formats", "mini-roll", WHERE)
    outside, inside = form.sides
    assert form.pages == 2
    assert [(panel.name, panel.x, panel.width) for panel in outside.panels] == [
        ("flap", 0, 261),
        ("back", 261, 265.5),
        ("front", 526.5, 265.5),
    ]
    assert list(outside.folds) == [261, 526.5]
    assert list(inside.folds) == [265.5, 531]
    assert [panel.name for panel in form.panels][:3] == ["front", "inside-left", "flap"]


def test_copies_of_a_card_stand_in_the_middle_of_their_sheet_each_back_behind_its_front(tmp_path: Path) -> None:
    css = "--sheet-width: 3in; --sheet-height: 2in; --front: front 3in; --back: back 3in; --reading-order: front back;"
    folder = tmp_path / "styles" / "formats"
    folder.mkdir(parents=True)
    (folder / "card.css").write_text(f":root {{ {css} --desk-sheet: 8in 11in 2 5; }}", encoding="utf-8")
    form = read_format(folder, "card", WHERE)
    fronts, backs = form.places("front"), form.places("back")
    assert (fronts[0], fronts[1], fronts[2]) == ((72, 36), (288, 36), (72, 180))
    assert (backs[0], backs[1], backs[2]) == ((288, 36), (72, 36), (288, 180))
    desk = form.at_desk
    assert (desk.width, desk.height, desk.pages, desk.flips_on_long_edge) == (576, 792, 2, True)
    assert [side.folds for side in desk.sides] == [(288,), (288,)]
    assert not form.flips_on_long_edge


BOUND = "--sheet-width: 5in; --sheet-height: 8in; --bound: {pages};"


def _bound(tmp_path: Path, pages: str, more: str = "--desk-sheet: 11in 8in;") -> Format:
    folder = tmp_path / "styles" / "formats"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "book.css").write_text(f":root {{ {BOUND.format(pages=pages)} {more} }}", encoding="utf-8")
    return read_format(folder, "book", WHERE)


def test_a_bound_piece_has_one_page_a_side_in_reading_order(tmp_path: Path) -> None:
    form = _bound(tmp_path, "a b c d e f g h")
    assert (form.pages, form.width, form.height, form.bound) == (8, 360, 576, True)
    assert [panel.name for panel in form.panels] == list("abcdefgh")
    assert all(side.folds == () for side in form.sides)


@pytest.mark.parametrize(
    ("pages", "spreads"),
    [("a b c d", ["da", "bc"]), ("a b c d e f g h", ["ha", "bg", "fc", "de"]),
     ("a b c d e f g h i j k l", ["la", "bk", "jc", "di", "he", "fg"])],
)  # fmt: skip
def test_at_the_desk_its_pages_lie_two_a_side_so_that_the_folded_stack_reads_in_order(
    tmp_path: Path, pages: str, spreads: list[str]
) -> None:
    desk = _bound(tmp_path, pages).at_desk
    assert ["".join(panel.name for panel in side.panels) for side in desk.sides] == spreads
    assert {side.folds for side in desk.sides} == {(396,)}
    assert {side.panels[0].x for side in desk.sides} == {36}
    assert (desk.width, desk.height, desk.flips_on_long_edge) == (792, 576, False)
    assert [side.name for side in desk.sides][:2] == ["sheet-1-front", "sheet-1-back"]


@pytest.mark.parametrize(("pages", "more"), [("a b c d e f", "--desk-sheet: 11in 8in;"), ("a b c d", "")])
def test_a_bound_piece_that_cannot_be_bound_is_refused(tmp_path: Path, pages: str, more: str) -> None:
    with pytest.raises(BrochureError) as refused:
        _bound(tmp_path, pages, more)
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.file) == ("RES-105", "styles/formats/book.css")
    assert "a multiple of 4 pages" in finding.message


@pytest.mark.parametrize(
    ("name", "paper"), [("letter-booklet", (612, 792)), ("tabloid-poster", (612, 792)), ("a3-poster", (595.28, 841.89))]
)
def test_instructions_are_printed_on_the_paper_of_the_office(name: str, paper: tuple[float, float]) -> None:
    sheet = read_format(ROOT / "styles" / "formats", name, WHERE).at_desk.portrait
    assert (round(sheet.width, 2), round(sheet.height, 2)) == paper


def test_a_format_without_sides_flows() -> None:
    form = read_format(SHOP / "styles" / "formats", "mini-page", WHERE)
    assert (form.pages, form.panels) == (0, ())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("--sheet-width: 11in;", "", "the format lacks --sheet-width"),
        ("--sheet-width: 11in", "--sheet-width: wide", "'wide' is not a length with a unit"),
        ("flap 3.625in", "flap 3.5in", "the outside panels are 783 pt wide together, the sheet is 792 pt"),
        ("inside-left 3.6875in inside-middle 3.6875in inside-right 3.625in",
         "inside-left 3.625in inside-middle 3.6875in inside-right 3.6875in",
         "'flap' is 261 pt wide, but 'inside-right' behind it is 265.5 pt"),
        ("front inside-left flap", "front inside-left", "the panel 'flap' is not in --reading-order"),
        ("flap 3.625in", "flap", ""),
        ("--sheet-width: 11in;", "--sheet-width: 11in; --desk-sheet: 17in 11in 2 1;", "2 x 1 copies do not fit on a sheet of 1224 x 792 pt"),
        ("--sheet-width: 11in;", "--sheet-width: 11in; --desk-sheet: 22in 11in 2 1;", "a format with a --desk-sheet has one panel a side"),
        ("--sheet-width: 11in;", "--sheet-width: 11in; --desk-sheet: 22in 11in 2;", ""),
    ],
)  # fmt: skip
def test_a_format_that_cannot_be_folded_is_told_in_its_own_file(
    mini: Miniature, old: str, new: str, message: str
) -> None:
    mini.replace("styles/formats/mini-roll.css", old, new)
    found = [finding for finding in mini.check() if finding.is_error]
    assert {finding.code for finding in found} == {"RES-105"}
    assert {finding.place.file for finding in found} == {"styles/formats/mini-roll.css"}
    assert all(message in finding.message for finding in found)


def test_a_format_that_is_not_there_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "roll.css").write_text("", encoding="utf-8")
    with pytest.raises(BrochureError) as refused:
        read_format(tmp_path, "rol", WHERE)
    (finding,) = refused.value.findings
    assert (finding.code, finding.place, finding.help) == ("RES-105", WHERE, "did you mean 'roll'?")


@pytest.mark.parametrize("what", ["format", "document"])
def test_a_piece_that_names_no_format_or_document_type_of_ours_is_told(mini: Miniature, what: str) -> None:
    right = {"format": "mini-page", "document": "pack"}[what]
    mini.replace("content/packets/pack.yaml", f"{what}: {right}", f"{what}: {right}s")
    assert [(found.code, found.help) for found in mini.check("pack")] == [("RES-105", f"did you mean '{right}'?")]


@pytest.mark.parametrize(
    ("name", "finishing", "office"),
    [
        ("letter-roll-fold", "roll", True), ("a4-half-fold", "half", True), ("wallet-card", "card", True),
        ("letter-booklet", "booklet", True), ("letter-folder", "folder", False), ("a4-folder", "folder", False),
        ("letter-sheet", "flat", True), ("tabloid-poster", "poster", False),
    ],
)  # fmt: skip
def test_a_format_says_what_the_hands_do_with_its_sheet_and_whether_every_office_has_the_paper(
    name: str,
    finishing: str,
    office: bool,  # noqa: FBT001 what is told
) -> None:
    form = read_format(ROOT / "styles" / "formats", name, WHERE)
    assert (form.finishing, form.at_desk.is_office_paper) == (finishing, office)


def test_the_panel_that_is_read_first_begins_its_side() -> None:
    form = read_format(ROOT / "styles" / "formats", "letter-roll-fold", WHERE)
    assert [(side.name, side.begins.name) for side in form.sides] == [("outside", "front"), ("inside", "inside-left")]


@pytest.mark.parametrize(
    ("name", "banded", "marked"),
    [
        ("letter-roll-fold", ["inside"], ["inside"]),
        ("rack-card", ["back"], []),
        ("letter-booklet", [f"page-{number}" for number in range(2, 8)], []),
        ("tabloid-poster", [], []),
    ],
)
def test_a_band_runs_and_folds_are_marked_on_the_sides_that_lie_inside(
    name: str, banded: list[str], marked: list[str]
) -> None:
    form = read_format(ROOT / "styles" / "formats", name, WHERE)
    assert [side.name for side in form.sides if form.has_band(side)] == banded
    assert [side.name for side in form.sides if side.has_fold_marks] == marked


def test_at_the_desk_the_sheets_of_a_booklet_are_folded_where_their_backs_are_marked() -> None:
    form = read_format(ROOT / "styles" / "formats", "letter-booklet", WHERE)
    sides = form.at_desk.sides
    assert [side.name for side in sides if side.has_fold_marks] == ["sheet-1-back", "sheet-2-back"]
    assert [side.name for side in sides if form.has_band(side)] == ["sheet-1-back", "sheet-2-front", "sheet-2-back"]
    assert {form.half_of_spread(side) for side in sides} == {""}


def test_a_page_of_a_booklet_is_the_left_or_the_right_half_of_what_lies_open() -> None:
    form = read_format(ROOT / "styles" / "formats", "letter-booklet", WHERE)
    halves = {side.name: form.half_of_spread(side) for side in form.sides}
    assert (halves["page-2"], halves["page-3"], halves["page-6"]) == ("left", "right", "left")
    fold = read_format(ROOT / "styles" / "formats", "rack-card", WHERE)
    assert {fold.half_of_spread(side) for side in fold.sides} == {""}


def test_the_pages_of_a_bound_piece_are_numbered_but_for_its_cover_and_no_other_piece_is() -> None:
    book = read_format(ROOT / "styles" / "formats", "letter-booklet", WHERE)
    assert [panel.name for panel in book.panels if not book.has_folio(panel)] == ["front", "back"]
    fold = read_format(ROOT / "styles" / "formats", "letter-roll-fold", WHERE)
    assert not any(fold.has_folio(panel) for panel in fold.panels)
