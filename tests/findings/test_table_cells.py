"""Cells that a table program would work out: each is kept from it, and nothing else is changed."""

from __future__ import annotations

import pytest

from brochures.findings.table_cells import defused


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\rx", "\n", "\uff1d1", "\uff20x"])
def test_a_formula_begins_with_an_apostrophe(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "A", "1 - 1", "a=b", "'=1", "(217) 555-0100", "x@example.org"])
def test_what_is_none_stays_as_it_is(cell: str) -> None:
    assert defused(cell) == cell
