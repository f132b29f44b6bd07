"""Folding dummies against what every folder does with its hands: widths, folds, what comes in first, what shows."""

from __future__ import annotations

import pytest

from brochures.compose.drawings.folded_view import standing
from brochures.compose.drawings.folding import Leaf, finished_size, flat_size, leaves
from brochures.design.format_files import read_format
from brochures.design.formats import Format
from brochures.findings import NOWHERE
from brochures.geometry.lengths import length_of, size_of
from brochures.project.paths import ROOT

FORMATS = ROOT / "styles" / "formats"
TIMES = "\N{MULTIPLICATION SIGN}"
PANELLED = sorted(path.stem for path in FORMATS.glob("*.css") if path.stem != "letter-packet")


def _form(name: str) -> Format:
    return read_format(FORMATS, name, NOWHERE)


def _folds(leaf: Leaf) -> list[tuple[float, int, str]]:
    return [(fold.x, fold.turn, fold.direction) for fold in leaf.folds]


def test_a_letter_fold_brings_its_narrow_flap_in_first_on_both_sides() -> None:
    outside, inside = leaves(_form("letter-roll-fold"))
    assert _folds(outside) == [(261.0, 1, "mountain"), (526.5, 2, "mountain")]
    assert _folds(inside) == [(265.5, 2, "valley"), (531.0, 1, "valley")]


def test_each_fold_lies_at_the_same_place_of_the_paper_on_both_sides() -> None:
    for name in ("letter-roll-fold", "a4-roll-fold", "letter-half-fold", "letter-folder", "letter-booklet"):
        sides = leaves(_form(name))
        for outside, inside in zip(sides[::2], sides[1::2], strict=True):
            behind = {fold.turn: outside.width - fold.x for fold in outside.folds}
            assert {fold.turn: fold.x for fold in inside.folds} == pytest.approx(behind)


@pytest.mark.parametrize("name", PANELLED)
def test_the_panels_of_every_leaf_fill_its_sheet(name: str) -> None:
    for leaf in leaves(_form(name)):
        assert sum(panel.width for panel in leaf.panels) == pytest.approx(leaf.width)
        assert [fold.x for fold in leaf.folds] == pytest.approx([panel.x for panel in leaf.panels[1:]])


def test_pages_of_a_booklet_lie_on_its_sheets_as_they_are_bound() -> None:
    found = [(leaf.sheet, leaf.name, [panel.name for panel in leaf.panels]) for leaf in leaves(_form("letter-booklet"))]
    assert found == [
        (1, "outside", ["back", "front"]),
        (1, "inside", ["page-2", "page-7"]),
        (2, "outside", ["page-6", "page-3"]),
        (2, "inside", ["page-4", "page-5"]),
    ]


def test_sizes_before_and_after_folding() -> None:
    found = {
        name: (flat_size(_form(name)), finished_size(_form(name))) for name in ("letter-roll-fold", "letter-folder")
    }
    assert found == {
        "letter-roll-fold": ((792.0, 612.0), (265.5, 612.0)),
        "letter-folder": ((1224.0, 792.0), (612.0, 792.0)),
    }
    card = _form("wallet-card")
    assert flat_size(card) == finished_size(card) == (252.0, 144.0)


@pytest.mark.parametrize("name", PANELLED)
def test_a_standing_piece_stays_in_its_box(name: str) -> None:
    drawn = standing(_form(name), 90, 120)
    corners = [corner for wing in drawn.wings for corner in wing.corners]
    assert min(x for x, _ in corners) == min(y for _, y in corners) == 0
    assert max(x for x, _ in corners) == pytest.approx(drawn.width, abs=0.02)
    assert drawn.width <= 90.01
    assert drawn.height <= 120.01


def test_a_letter_fold_stands_open_with_its_flap_in_front() -> None:
    drawn = standing(_form("letter-roll-fold"), 90, 120)
    first, *others = [(wing.name, wing.shows_inside, wing.turn) for wing in drawn.wings]
    assert first == ("inside-middle", True, 0)
    assert sorted(others) == [("flap", False, 1), ("inside-left", True, 2)]


@pytest.mark.parametrize(
    ("name", "wings", "staples"), [("letter-half-fold", 2, 0), ("letter-folder", 2, 0), ("letter-booklet", 4, 2)]
)
def test_what_opens_like_a_book_shows_its_front(name: str, wings: int, staples: int) -> None:
    drawn = standing(_form(name), 90, 120)
    assert (drawn.wings[-1].name, drawn.wings[-1].shows_inside) == ("front", False)
    assert (len(drawn.wings), len(drawn.staples)) == (wings, staples)
    left = min(x for x, _ in drawn.wings[-1].corners)
    assert all(x == left for x, _, _ in drawn.staples)


@pytest.mark.parametrize("name", ["wallet-card", "tabloid-poster"])
def test_what_is_not_folded_stands_alone(name: str) -> None:
    assert [wing.name for wing in standing(_form(name), 90, 120).wings] == ["front"]


def test_lengths_are_said_in_both_units() -> None:
    assert length_of(261.0, metric=False) == "3.625 in (92.08 mm)"
    assert size_of((841.8898, 595.2756), metric=True) == f"297 {TIMES} 210 mm (11.69 {TIMES} 8.27 in)"
