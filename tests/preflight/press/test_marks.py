"""Marks: a true file with marks passes, in the same bytes each time; one that lacks any, or has anything else beyond the bleed, is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Operator

from brochures.pdf.file import File
from brochures.press import press
from tests.press.damage import Damage, damaged, laid, told_apart_from_plates
from tests.press_room import PIECE, PressRoom

Line = tuple[float, ...]


@pytest.fixture(scope="module")
def marked(press_room: PressRoom) -> File:
    drawn, setup, marks = press_room.set(PIECE, "offset-coated")
    made = press(drawn, setup, marks)
    assert press(drawn, setup, marks).data == made.data
    return made


def _redrawn(change: Callable[[int, Line], list[Line]]) -> Damage:
    """Return the damage that puts other lines in the place of each straight mark of page 1, counted from 0; lines are in the drawing's units."""

    def damage(pdf: pikepdf.Pdf) -> None:
        form = pdf.pages[0].Resources.XObject.PressMarks1
        out: list[Any] = []
        number = 0
        for one in pikepdf.parse_content_stream(form):
            before = out[-1] if out else None
            if str(one.operator) == "l" and before is not None and str(before[1]) == "m":
                out.pop()
                for x1, y1, x2, y2 in change(number, tuple(map(float, (*before[0], *one.operands)))):
                    out += [([x1, y1], Operator("m")), ([x2, y2], Operator("l"))]
                number += 1
            else:
                out.append((list(one.operands), one.operator))
        form.write(pikepdf.unparse_content_stream(out))

    return damage


def _without(number: int, line: Line) -> list[Line]:
    return [] if number == 0 else [line]


def _without_folds(number: int, line: Line) -> list[Line]:
    return [] if number in {8, 9} else [line]


def _inwards(number: int, line: Line) -> list[Line]:
    x1, y1, x2, y2 = line
    return [(x1, y1, x2, y2 + 12)] if number == 0 else [line]


def _aside(number: int, line: Line) -> list[Line]:
    x1, y1, x2, y2 = line
    return [(x1 + 2, y1, x2 + 2, y2)] if number == 0 else [line]


BROKEN: dict[str, tuple[str, Damage, str, str]] = {
    "a crop mark is missing": ("PRS-352", _redrawn(_without), "error", "the page has 7 crop marks, 8 are wanted; wrong: above the left edge"),
    "a crop mark in the wrong place": ("PRS-352", _redrawn(_aside), "error", "7 crop marks, 8 are wanted; wrong: above the left edge"),
    "the marks of a fold are missing": ("PRS-352", _redrawn(_without_folds), "error", "the page has 2 fold marks, 4 are wanted; wrong: above fold 1, below fold 1"),
    "a mark that reaches into the bleed": ("PRS-353", _redrawn(_inwards), "error", "a mark (a line) lies inside of the bleed"),
    "art beyond the bleed": ("PRS-351", laid("/Off gs 0 1 0 0 k -20 -99 60 60 re f"), "warning", "an area reaches 0.15 in beyond the bleed"),
}  # fmt: skip


def _nearer(number: int, line: Line) -> list[Line]:
    x1, y1, x2, y2 = line
    return [(x1, y1, x2, y2 + 2.9)] if number == 0 else [line]


def _beside(number: int, line: Line) -> list[Line]:
    x1, y1, x2, y2 = line
    return [(x1 + 0.4, y1, x2 + 0.4, y2)] if number == 0 else [line]


QUIET: dict[str, Damage] = {
    "art up to the end of the bleed": laid("/Off gs 0 1 0 0 k -9 -99 60 60 re f"),
    "a crop mark that is off by less than half a point": _redrawn(_beside),
    "a mark that ends at the bleed": _redrawn(_nearer),
}


@pytest.mark.parametrize("name", QUIET)
def test_a_near_miss_stays_quiet(marked: File, name: str) -> None:
    assert told_apart_from_plates(damaged(marked, QUIET[name])) == []


ALSO = {"a mark that reaches into the bleed": {"PRS-308", "PRS-352"}}
"""What else a damage breaks: that mark goes on into the trim, and none stands outside of the bleed."""


def test_the_true_file_passes(marked: File) -> None:
    assert told_apart_from_plates(marked) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_breaks_the_rule_is_told(marked: File, name: str) -> None:
    code, damage, severity, message = BROKEN[name]
    found = told_apart_from_plates(damaged(marked, damage))
    assert (code, severity) in {(rule, weight) for rule, weight, said in found if message in said}, found
    assert {rule for rule, _, _ in found} <= {code, *ALSO.get(name, ())}, found


def test_marks_for_a_shop_that_wants_none_are_errors(marked: File, press_room: PressRoom) -> None:
    told = told_apart_from_plates(replace(marked, composition=press_room.made.composition))
    assert {(rule, weight) for rule, weight, _ in told} == {("PRS-351", "error")}


def test_no_marks_for_a_shop_that_wants_them_is_told_on_each_page(marked: File, press_room: PressRoom) -> None:
    told = told_apart_from_plates(replace(press_room.made, composition=marked.composition))
    assert [said.partition(";")[0] for rule, _, said in told if rule == "PRS-352"] == 2 * [
        "the page has 0 crop marks, 8 are wanted",
        "the page has 0 fold marks, 4 are wanted",
    ]
