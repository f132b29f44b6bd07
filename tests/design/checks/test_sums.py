"""Sums in styles: what cannot be added, multiplied or divided is told, with the mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochures.design.checks.sums import sums
from tests.design.checks.gate import sheets, told

WITH_UNIT = "write '2' with its unit, such as 2pt"


def _said(root: Path, value: str, name: str = "width", more: str = "") -> list[tuple[str, str, str]]:
    return told(tuple(sums(sheets(root, {"a.css": f".a {{ {name}: {value} }} {more}"}))))


@pytest.mark.parametrize(
    ("value", "said", "mend"),
    [
        ("calc(1pt + 2)", "'1pt' cannot be added to '2': a length and a number without a unit", WITH_UNIT),
        ("calc(2 + 1pt)", "'2' cannot be added to '1pt': a number without a unit and a length", WITH_UNIT),
        ("calc(1pt - 2)", "'2' cannot be taken from '1pt': a length and a number without a unit", WITH_UNIT),
        ("calc(50% + 2)", "'50%' cannot be added to '2': a length and a number without a unit", WITH_UNIT),
        ("calc((1pt + 2) * 3)", "'1pt' cannot be added to '2': a length and a number without a unit", WITH_UNIT),
        ("max(calc(1pt + 2), 3pt)", "'1pt' cannot be added to '2': a length and a number without a unit", WITH_UNIT),
        ("calc(1pt + calc(2 * 3))", "'1pt' cannot be added to 'calc(2 * 3)': a length and a number without a unit",
         "write 'calc(2 * 3)' with its unit, such as calc(2 * 3)pt"),
        ("calc(1pt + 2deg)", "'1pt' cannot be added to '2deg': a length and an angle", "write both in units of one kind"),
        ("calc(1pt * 2pt)", "'1pt' cannot be multiplied by '2pt': a length and a length", "multiply by a number without a unit"),
        ("calc(2 / 1pt)", "'2' cannot be divided by '1pt', which is a length", "divide by a number without a unit"),
        ("calc(1pt / 2%)", "'1pt' cannot be divided by '2%', which is a length", "divide by a number without a unit"),
        ("calc(1pt / 0)", "'1pt' cannot be divided by nothing", "divide by another number"),
        ("calc(1pt / (2 - 2))", "'1pt' cannot be divided by nothing", "divide by another number"),
        ("calc(1pt+2pt)", "'+2pt' stands behind '1pt' without a sign between them", "write a space behind the sign: 1pt + 2pt"),
        ("calc(1pt -2pt)", "'-2pt' stands behind '1pt' without a sign between them", "write a space behind the sign: 1pt - 2pt"),
        ("calc(1pt 2pt)", "no sign stands between '1pt' and '2pt'", "write +, -, * or / between them, with spaces"),
        ("calc(1pt *)", "a sum ends in the middle", "write what belongs behind the last sign"),
        ("calc()", "a sum ends in the middle", "write what belongs behind the last sign"),
        ("calc(1pt + * 2)", "a sign '*' stands where a number belongs", "take one of the two signs out"),
        ("calc(2 * 3)", "'calc(2 * 3)' comes to a number without a unit, and a length is wanted", "write a length in it, such as 2pt"),
        ("calc(calc(2) * 3)", "'calc(calc(2) * 3)' comes to a number without a unit, and a length is wanted", "write a length in it, such as 2pt"),
        ("calc(min(1, 2))", "'calc(min(1, 2))' comes to a number without a unit, and a length is wanted", "write a length in it, such as 2pt"),
        ("calc(max(0, 2))", "'calc(max(0, 2))' comes to a number without a unit, and a length is wanted", "write a length in it, such as 2pt"),
        ("calc(clamp(0, 2, 3))", "'calc(clamp(0, 2, 3))' comes to a number without a unit, and a length is wanted", "write a length in it, such as 2pt"),
        ("calc(1pt / calc(0))", "'1pt' cannot be divided by nothing", "divide by another number"),
        ("var(--w, calc(1pt + 2))", "'1pt' cannot be added to '2': a length and a number without a unit", WITH_UNIT),
        ("calc(6 / 2 + 1)", "'calc(6 / 2 + 1)' comes to a number without a unit, and a length is wanted", "write a length in it, such as 2pt"),
    ],
)  # fmt: skip
def test_a_sum_that_cannot_be_done_is_told_with_its_mend(tmp_path: Path, value: str, said: str, mend: str) -> None:
    assert _said(tmp_path, value) == [("styles/a.css:1:6", f"'width: {value}': {said}", mend)]


@pytest.mark.parametrize(
    "value",
    [
        "calc(1pt + 2pt)", "calc(100% - 2pt)", "calc(2 * 3pt / 4)", "calc(-1 * 3pt)", "calc(1pt + (2pt - 3mm))", "calc(0)", "calc(2 - 2)", "calc(1em + 2Q)",
        "calc(1pt * var(--none) + 2pt)", "calc(min(1pt, 2pt) + 3pt)", "calc(1pt + env(x))", "calc(1pt + min(1pt, 2))", "min(1pt, 2pt)", "2pt",
        "calc(1pt * calc(2 * 3))", "calc(calc(1 / 3) * 100%)", "calc(100pt * min(calc(2*3),5))", "var(--w, calc(2 * 3))", "calc(calc(2 - 2) * 3)",
        "calc(min(0, 1))", "calc(max(0, -1) * 2)", "calc(clamp(0, -2, 3))",
    ],
)  # fmt: skip
def test_a_sum_that_can_be_done_is_let_be(tmp_path: Path, value: str) -> None:
    assert _said(tmp_path, value) == []


@pytest.mark.parametrize(
    ("name", "wants_length"),
    [("margin-top", True), ("min-height", True), ("border-left-width", True), ("font-size", True), ("row-gap", True), ("inset", True),
     ("border-top-left-radius", True), ("border-start-end-radius", True), ("border-radius", True), ("border-width", True), ("border-spacing", True),
     ("border-block-start-width", True), ("bleed-left", True), ("column-width", True), ("column-rule-width", True), ("max-inline-size", True),
     ("block-size", True), ("flex-basis", True),
     ("border-image-width", False), ("border-image-outset", False), ("border-image-slice", False), ("tab-size", False),
     ("line-height", False), ("z-index", False), ("flex-grow", False), ("--share", False), ("opacity", False)],
)  # fmt: skip
def test_a_number_is_told_where_a_length_is_wanted(tmp_path: Path, name: str, wants_length: bool) -> None:  # noqa: FBT001 a row of the table
    assert bool(_said(tmp_path, "calc(2 * 3)", name)) is wants_length


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (":root { --x: 2 }", "'1pt' cannot be added to 'var(--x)': a length and a number without a unit"),
        (":root { --x: 3pt }", ""),
        (":root { --x: 2 } .b { --x: 3pt }", ""),
        (":root { --x: var(--y); --y: 2 }", "'1pt' cannot be added to 'var(--x)': a length and a number without a unit"),
        (":root { --x: var(--x) }", ""),
        (":root { --x: 1pt 2pt }", ""),
        (":root { --x: calc(2 * 3) }", "'1pt' cannot be added to 'var(--x)': a length and a number without a unit"),
    ],
)  # fmt: skip
def test_a_variable_is_what_all_its_values_are(tmp_path: Path, more: str, said: str) -> None:
    found = _said(tmp_path, "calc(1pt + var(--x))", more=more)
    assert [message for _, message, _ in found] == ([f"'width: calc(1pt + var(--x))': {said}"] if said else [])


@pytest.mark.parametrize(
    ("more", "told"),
    [(":root { --z: 0 }", False), (":root { --z: calc(1 - 1) }", False), (":root { --z: 0 } .b { --z: 0.0 }", False), (":root { --z: 2 }", True), (":root { --z: 0 } .b { --z: 2 }", True)],
)  # fmt: skip
def test_a_variable_that_is_nothing_makes_a_sum_that_is_nothing(tmp_path: Path, more: str, *, told: bool) -> None:
    assert bool(_said(tmp_path, "calc(var(--z) * 2)", more=more)) is told


def test_a_wrong_sum_in_a_variable_is_told_there_alone(tmp_path: Path) -> None:
    found = _said(tmp_path, "calc(1pt + var(--x))", more=":root { --x: calc(1pt + 2) }")
    assert [place for place, *_ in found] == ["styles/a.css:1:44"]


def test_what_is_added_to_something_unknown_says_what_that_is(tmp_path: Path) -> None:
    (told_one,) = _said(tmp_path, "calc(var(--none) + 1pt + 2)")
    assert "'var(--none) + 1pt' cannot be added to '2'" in told_one[1]
    assert _said(tmp_path, "calc(2 * var(--none) + 1pt)") == []
    (other,) = _said(tmp_path, "calc(1pt * var(--none) + 2)")
    assert "'1pt * var(--none)' cannot be added to '2'" in other[1]


def test_an_attribute_of_a_template_is_read_as_well(tmp_path: Path) -> None:
    templates = {"templates/a.html": '<p style="color: red; width: calc(1pt + 2)">'}
    assert [str(one.place) for one in sums(sheets(tmp_path, {}, templates))] == ["templates/a.html:1:23"]
