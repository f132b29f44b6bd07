from __future__ import annotations

from pathlib import Path

import pytest

from brochures.findings import BrochureError, Place
from brochures.formats import read_format
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
