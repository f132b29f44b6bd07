"""What of a style sheet in a drawing is not read."""

from __future__ import annotations

import pytest

from tests.drawn import told, whats


@pytest.mark.parametrize(
    ("value", "told_of"),
    [("var(--a)", True), ("var(--a, red)", True), ("rgb(calc(1 + 1) 0 0)", True), ("variable", False), ("max", False)],
)
def test_values_that_only_a_browser_works_out(value: str, told_of: bool) -> None:  # noqa: FBT001 a row of a table
    assert whats(f"<g font-family='{value}'/>") == ([f"font-family: {value}"] if told_of else [])


def test_a_colour_that_is_worked_out_is_told_once_at_its_place() -> None:
    assert told("<style>:root{--a:#a00}</style>", "<g style='fill:var(--a)'/>") == [
        ("RES-107", 3, 11, "the engine leaves fill: var(--a) out of 'a.svg'")
    ]


def test_what_is_not_read_of_a_style_sheet_is_told() -> None:
    assert told("<style>@import 'a.css';\n@media print{}</style>") == [
        ("RES-107", 2, 8, "the engine leaves @import out of 'a.svg'"),
        ("RES-107", 3, 1, "the engine leaves @media out of 'a.svg'"),
    ]


def test_a_face_is_told_with_the_words_that_are_set_in_it() -> None:
    assert whats("<style>@font-face{}</style>") == ["@font-face"]
    assert whats("<style>@font-face{}</style><text>A</text>") == [
        "'a.svg' has words that are no outlines: 'A'; they name no family of type"
    ]
