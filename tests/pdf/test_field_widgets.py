"""Widgets: where they lie, and how many letters go into them."""

from __future__ import annotations

import pytest

from brochures.compose.fill_in import FieldKind
from brochures.geometry.box import Box
from brochures.geometry.pages import FillBox
from brochures.geometry.pdf_box import PdfBox
from brochures.pdf.field_widgets import INSET, LEAST, LETTER, LINE, SIZE, most_letters, place_of

TRIM = PdfBox(9, 9, 621, 801)


def _box(kind: FieldKind, box: Box) -> FillBox:
    return FillBox("form.field", str(kind), "", "Field", required=False, box=box)


def test_a_box_lies_where_the_page_has_it_counted_from_its_trim() -> None:
    assert place_of(_box(FieldKind.TEXT, Box(10, 20, 110, 38)), TRIM) == (19, 763, 119, 781)
    assert place_of(_box(FieldKind.BOX, Box(10, 20, 21, 31)), TRIM) == (19, 770, 30, 781)


def test_a_line_to_write_on_has_room_above_it_and_a_small_box_stays_small() -> None:
    assert place_of(_box(FieldKind.TEXT, Box(10, 30, 110, 30.75)), TRIM) == (19, 770.25, 119, 785.25)
    assert place_of(_box(FieldKind.TEXT, Box(10, 20, 110, 32)), TRIM).height == 12
    assert place_of(_box(FieldKind.TEXT, Box(10, 20, 110, 31.9)), TRIM).height == 15
    assert place_of(_box(FieldKind.BOX, Box(10, 20, 21, 31)), TRIM).height == 11


def test_as_many_letters_go_into_a_line_as_it_is_wide() -> None:
    letter = SIZE * LETTER
    assert most_letters(FieldKind.TEXT, PdfBox(0, 0, INSET + 20 * letter + 0.01, 18)) == 20
    assert most_letters(FieldKind.TEXT, PdfBox(0, 0, INSET + 20 * letter - 0.01, 18)) == 19
    assert most_letters(FieldKind.TEXT, PdfBox(0, 0, INSET + 20 * LEAST * LETTER + 0.01, 18), head=True) == 20
    assert most_letters(FieldKind.TEXT, PdfBox(0, 0, 1, 18)) == 1


def test_two_lines_go_into_what_is_as_high_as_two() -> None:
    wide = INSET + 20 * SIZE * LETTER + 0.01
    assert most_letters(FieldKind.LINES, PdfBox(0, 0, wide, 2 * SIZE * LINE + 0.01)) == 40
    assert most_letters(FieldKind.LINES, PdfBox(0, 0, wide, 2 * SIZE * LINE - 0.01)) == 20


@pytest.mark.parametrize(("kind", "most"), [(FieldKind.DATE, 10), (FieldKind.PHONE, 32), (FieldKind.NUMBER, 24)])
def test_what_has_a_form_of_its_own_has_its_own_limit(kind: FieldKind, most: int) -> None:
    assert most_letters(kind, PdfBox(0, 0, 500, 18)) == most
    assert most_letters(kind, PdfBox(0, 0, 40, 18)) == 6
