from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
import pytest
from PIL import Image

from brochures.design.formats import Format, Panel, Side
from brochures.proofs.file_difference import Hunk, changes, file_difference

WIDE = Format("wide", 200, 100, (Side("front", (Panel("left", 0, 100, 2), Panel("right", 100, 100, 1))),))
"""A sheet of two panels."""


def _file(*pages: Sequence[tuple[float, float, str]], extra: str = "") -> bytes:
    """Return a file with a page of 200 x 100 pt for each of ``pages``: words at their places, and what else is painted on each."""
    document = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for words in pages:
        page = document.add_blank_page(page_size=(200, 100))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=document.make_indirect(font)))
        shown = "".join(f"BT /F 10 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in words)
        page.Contents = document.make_stream((shown + extra).encode())
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_the_same_pages_are_not_different() -> None:
    page = [(10, 50, "one two")]
    found = file_difference(_file(page, page), _file(page, page), WIDE)
    assert (found.pages, found.changed, found.gone, found.come) == ((2, 2), (), 0, 0)


def test_words_and_panels_are_told_where_they_stand() -> None:
    before = _file([(10, 50, "one two"), (110, 50, "three four")])
    after = _file([(10, 50, "one two"), (110, 50, "three five six")])
    found = file_difference(before, after, WIDE)
    (page,) = found.changed
    assert page.hunks == (Hunk("right", ("four",), ("five", "six")),)
    assert (page.panels, found.gone, found.come) == (("right",), 1, 2)
    assert 0 < page.share < 0.1
    old, new = (Image.open(io.BytesIO(data)) for data in (page.old, page.new))
    assert old.size == new.size == (223, 112)


def test_without_its_format_a_page_is_one_panel() -> None:
    found = file_difference(_file([(10, 50, "one")]), _file([(10, 50, "two")]))
    assert [(page.hunks, page.panels) for page in found.changed] == [((Hunk("", ("one",), ("two",)),), ())]


def test_a_page_of_another_size_than_the_format_is_one_panel() -> None:
    narrow = Format("narrow", 150, 100, WIDE.sides)
    (page,) = file_difference(_file([(10, 50, "one")]), _file([(10, 50, "two")]), narrow).changed
    assert page.panels == ()


def test_what_only_looks_different_is_seen() -> None:
    page = [(10, 50, "one")]
    found = file_difference(_file(page), _file(page, extra="0.8 0.2 0.2 rg 120 20 30 30 re f\n"), WIDE)
    assert [(one.hunks, one.panels) for one in found.changed] == [((), ("right",))]


@pytest.mark.parametrize(("level", "seen"), [("0.92", 0), ("0.88", 1)])
def test_a_hint_of_another_colour_is_not_taken_for_a_change(level: str, seen: int) -> None:
    painted = f"{level} {level} {level} rg 20 20 60 60 re f\n"
    assert len(file_difference(_file([]), _file([], extra=painted)).changed) == seen


def test_a_page_that_comes_in_does_not_make_those_behind_it_new() -> None:
    first, last, fresh = [(10, 50, "first")], [(10, 50, "last")], [(10, 50, "fresh words")]
    found = file_difference(_file(first, last), _file(first, fresh, last))
    assert [(page.before, page.after, page.old) for page in found.changed] == [(None, 2, b"")]
    assert (found.pages, found.come) == ((2, 3), 2)
    back = file_difference(_file(first, fresh, last), _file(first, last))
    assert [(page.before, page.after, page.new) for page in back.changed] == [(2, None, b"")]
    assert back.gone == 2


def test_a_blank_that_is_read_otherwise_is_no_change_of_words() -> None:
    assert [*changes("", ["dizzy", "1,2"], ["dizzy1,2"])] == []
    assert [*changes("", ["a", "b"], ["b", "c"])] == [Hunk("", ("a",), ()), Hunk("", (), ("c",))]


def test_what_is_no_file_is_refused() -> None:
    with pytest.raises(ValueError, match="PDF"):
        file_difference(b"no file", _file([]))
