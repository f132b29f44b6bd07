"""How wide the text of a format is, and whether a picture lies across it."""

from __future__ import annotations

import pytest

from brochures.compose.drawings import is_wide, text_width
from brochures.design.formats import FAX, LARGE, Format, Panel, Side


@pytest.mark.parametrize(
    ("name", "width", "wide"), [(LARGE, 468, False), (FAX, 516, False), ("letter-packet", 504, True)]
)
def test_a_page_whose_words_flow_keeps_its_own_sides_free_and_nothing_stands_across_it(
    name: str,
    width: float,
    wide: bool,  # noqa: FBT001 a case of the table
) -> None:
    form = Format("letter-packet", 612, 792, ()).reflowed(name)
    assert (form.name, form.width, form.height) == (name, 612, 792)
    assert (text_width(form), is_wide(form)) == (width, wide)


def test_beside_sizes_in_mm_words_flow_over_a4() -> None:
    side = Side("front", (Panel("front", 0, 240.9, 0),))
    form = Format("card-85x55", 240.9, 155.9, (side,), metric=True).reflowed(LARGE)
    assert (round(form.width), round(form.height), form.sides) == (595, 842, ())
