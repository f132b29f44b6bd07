from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from styles.fonts.make_plain_zero import PUBLISHED, STYLES, Contour, made, made_path, whole_counter

ALL = pytest.mark.parametrize("ending", STYLES)


@cache
def _plain(ending: str) -> Any:
    return TTFont(made_path(ending))


@cache
def _published(ending: str) -> Any:
    return TTFont(PUBLISHED / f"AtkinsonHyperlegible-{ending}.ttf")


def _bounds(font: Any, glyph: str) -> tuple[float, float, float, float]:
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[glyph].draw(pen)
    bounds: tuple[float, float, float, float] = pen.bounds
    return bounds


@ALL
def test_the_files_are_what_the_script_makes_of_the_published_ones(ending: str) -> None:
    assert made_path(ending).read_bytes() == made(ending)


@ALL
def test_zeros_have_one_counter_and_every_published_point(ending: str) -> None:
    plain, published = _plain(ending)["glyf"]["zero"], _published(ending)["glyf"]["zero"]
    assert (plain.numberOfContours, published.numberOfContours) == (2, 3)
    assert set(published.coordinates) - set(plain.coordinates) == set()
    assert len(plain.coordinates) == len(published.coordinates) + 2
    assert [part.glyphName for part in _plain(ending)["glyf"]["zero.tf"].components] == ["zero"]


@ALL
def test_no_other_glyph_and_no_width_is_changed(ending: str) -> None:
    plain, published = _plain(ending), _published(ending)
    assert plain.getGlyphOrder() == published.getGlyphOrder()
    assert plain["hmtx"].metrics == published["hmtx"].metrics
    changed = [name for name in plain.getGlyphOrder() if plain["glyf"][name] != published["glyf"][name]]
    assert changed == ["zero"]
    for table in ("GPOS", "GSUB", "OS/2", "cmap", "hhea"):
        assert plain.getTableData(table) == published.getTableData(table), table


@ALL
def test_a_zero_is_still_narrower_than_the_letter(ending: str) -> None:
    left, _, right, _ = _bounds(_plain(ending), "zero")
    first, _, last, _ = _bounds(_plain(ending), "O")
    assert (right - left) / (last - first) < 0.86
    assert _bounds(_plain(ending), "zero") == _bounds(_published(ending), "zero")


@ALL
def test_the_names_are_its_own_and_the_copyright_and_licence_those_of_the_published_file(ending: str) -> None:
    names, published = _plain(ending)["name"], _published(ending)["name"]
    style = STYLES[ending]
    assert [names.getDebugName(record) for record in (1, 2, 3, 4, 6)] == [
        "Plain Zero", style, f"1.006;PlainZero-{ending}", f"Plain Zero {style}", f"PlainZero-{ending}",
    ]  # fmt: skip
    assert [names.getDebugName(record) for record in (0, 5, 9, 13, 14)] == [
        published.getDebugName(record) for record in (0, 5, 9, 13, 14)
    ]
    assert [names.getDebugName(record) for record in (8, 11, 12)] == [None, None, None]
    assert names.getDebugName(10).startswith(f"Made from AtkinsonHyperlegible-{ending} 1.006: the zero has no slash")
    assert "Reserved" not in published.getDebugName(0)
    assert "DSIG" not in _plain(ending)


def test_the_licence_lies_beside_the_files() -> None:
    assert (made_path("Regular").with_name("OFL.txt")).read_bytes() == (PUBLISHED / "OFL.txt").read_bytes()


def test_the_halves_of_a_counter_are_joined_along_their_tangents() -> None:
    right: Contour = [((3, -1), True), ((3, 3), False), ((-1, 3), True)]
    left: Contour = [((-3, 1), True), ((-3, -3), False), ((1, -3), True)]
    joined = whole_counter([*right[1:], *right[:1]], left)
    assert joined == [*right, ((-3, 3), False), *left, ((3, -3), False)]
