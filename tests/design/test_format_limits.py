"""Sizes of formats at their limits: sheets, panels, office paper and the panel that folds in."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochures.design.format_files import read_format
from brochures.design.formats import Format, Imposition, Panel, Side
from brochures.findings import BrochureError, Place

HERE = Place("content/brochures/a.yaml", 5, 9)


def _read(tmp_path: Path, css: str) -> Format:
    folder = tmp_path / "styles" / "formats"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.css").write_text(f":root {{ {css} }}", encoding="utf-8")
    return read_format(folder, "a", HERE)


ROLL = "--sheet-width: 300pt; --sheet-height: 200pt; --outside: a {a}pt b {b}pt; --inside: c {c}pt d {d}pt; --reading-order: a b c d;"


@pytest.mark.parametrize(
    ("a", "b", "c", "d", "taken"),
    [
        (150, 150, 150, 150, True),
        (140, 160, 160, 140, True),
        (150, 150.01, 150.01, 150, True),
        (150, 150.02, 150.02, 150, False),
        (149.98, 150, 150, 149.98, False),
        (140, 160, 159.99, 140.009, True),
        (140, 160, 159.98, 140.02, False),
    ],
)
def test_panels_fill_their_sheet_and_lie_behind_each_other_to_a_hundredth_of_a_pt(
    tmp_path: Path, *, a: float, b: float, c: float, d: float, taken: bool
) -> None:
    css = ROLL.format(a=a, b=b, c=c, d=d)
    if taken:
        assert _read(tmp_path, css).pages == 2
        return
    with pytest.raises(BrochureError) as refused:
        _read(tmp_path, css)
    (found,) = refused.value.findings
    assert (found.code, found.place) == ("RES-105", Place("styles/formats/a.css"))
    assert found.help == "correct the format; the others in this folder show how"


CARD = "--sheet-width: {width}pt; --sheet-height: {height}pt; --front: f {width}pt; --back: b {width}pt; --reading-order: f b; --desk-sheet: 600pt 800pt 2 4;"


@pytest.mark.parametrize(
    ("width", "height", "taken"),
    [(300, 200, True), (300.004, 200, True), (300.006, 200, False), (300, 200.002, True), (300, 200.003, False)],
)
def test_copies_of_a_card_fit_on_the_office_s_sheet(
    tmp_path: Path, width: float, height: float, *, taken: bool
) -> None:
    css = CARD.format(width=width, height=height)
    if taken:
        assert _read(tmp_path, css).imposition == Imposition(600, 800, 2, 4)
        return
    with pytest.raises(BrochureError, match="2 x 4 copies do not fit on a sheet of 600 x 800 pt"):
        _read(tmp_path, css)


@pytest.mark.parametrize(
    ("width", "height", "office"),
    [
        (612, 792, True), (792, 612, True), (612.9, 792, True), (613.1, 792, False), (611.1, 791.1, True), (610.9, 792, False),
        (612, 793.1, False), (595.28, 841.89, True), (596.2, 842.8, True), (596.3, 841.89, False), (595.28, 840.8, False), (612, 841.89, False),
    ],
)  # fmt: skip
def test_the_paper_of_every_office_is_letter_or_a4_to_within_a_pt(width: float, height: float, *, office: bool) -> None:
    assert Format("a", width, height, ()).is_office_paper is office


@pytest.mark.parametrize(
    ("ratio", "paper"),
    [
        (2**0.5, 595),
        (2**0.5 + 0.009, 595),
        (2**0.5 + 0.011, 612),
        (2**0.5 - 0.009, 595),
        (2**0.5 - 0.011, 612),
        (1.3, 612),
    ],
)
def test_instructions_beside_an_iso_size_are_on_a4(ratio: float, paper: int) -> None:
    upright = Format("a", 100, 100 * ratio, ()).portrait
    lying = Format("a", 100 * ratio, 100, ()).portrait
    assert (int(upright.width), int(lying.width), upright.sides) == (paper, paper, ())


def _roll(*widths: float) -> Format:
    xs = [sum(widths[:number]) for number in range(len(widths))]
    outside = tuple(Panel(f"o{n}", x, width, n) for n, (x, width) in enumerate(zip(xs, widths, strict=True)))
    inside = tuple(Panel(f"i{n}", 0, width, n + 9) for n, width in enumerate(reversed(widths)))
    return Format("roll", sum(widths), 100, (Side("outside", outside), Side("inside", inside)))


@pytest.mark.parametrize(
    ("tuck", "narrow", "wide"),
    [(4.0, 96.0, 100.0), (4.5, 95.6667, 100.1667), (9.0, 92.6667, 101.6667)],
)
def test_the_panel_that_folds_in_is_made_narrower_and_the_others_wider(tuck: float, narrow: float, wide: float) -> None:
    form = _roll(96, 100, 100).tucked(tuck)
    assert [panel.width for panel in form.sides[0].panels] == [narrow, wide, wide]
    assert [panel.width for panel in form.sides[1].panels] == [wide, wide, narrow]
    assert [panel.x for panel in form.sides[0].panels] == pytest.approx([0, narrow, narrow + wide], abs=0.0002)
    assert sum(panel.width for panel in form.sides[0].panels) == pytest.approx(296, abs=0.001)


@pytest.mark.parametrize(
    "form", [_roll(100, 100, 100), _roll(95, 99, 103), _roll(146, 150), _roll(90, 100, 100), Format("a", 1, 1, ())]
)
def test_what_does_not_roll_or_is_narrow_enough_stays_as_it_is(form: Format) -> None:
    assert form.tucked(9) is form


def test_the_inside_comes_first_where_a_shop_wants_it() -> None:
    form = _roll(96, 100, 100)
    assert [side.name for side in form.inside_first.sides] == ["inside", "outside"]
    card = Format("card", 1, 1, (Side("front", ()), Side("back", ())))
    assert card.inside_first is card


def test_the_missing_size_is_named(tmp_path: Path) -> None:
    for css, lacks in (("--sheet-width: 1in;", "--sheet-height"), ("--sheet-height: 1in;", "--sheet-width")):
        with pytest.raises(BrochureError, match=f"the format lacks {lacks}"):
            _read(tmp_path, css)


def test_a_size_in_mm_makes_a_metric_format(tmp_path: Path) -> None:
    assert _read(tmp_path, "--sheet-width: 210mm; --sheet-height: 297mm;").metric
    assert not _read(tmp_path, "--sheet-width: 8.5in; --sheet-height: 11in;").metric


@pytest.mark.parametrize(("width", "height"), [(100.01, 100), (100, 100.01)])
def test_one_copy_may_be_a_hundredth_of_a_pt_larger_than_its_sheet(tmp_path: Path, width: float, height: float) -> None:
    css = CARD.format(width=width, height=height).replace("600pt 800pt 2 4", "100pt 100pt 1 1")
    assert _read(tmp_path, css).imposition == Imposition(100, 100, 1, 1)
