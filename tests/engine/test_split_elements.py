"""Which elements are numbered before the pages are written: those that the engine broke, and those around columns."""

from __future__ import annotations

from typing import Any

import pytest

from brochures.engine.private_api import page_boxes
from brochures.engine.split_elements import COLUMNS, PART, number_parts
from brochures.engine.typesetter import Typesetter

PAGE = """<html lang="en"><head><title>t</title><style>
@page {{ size: 300pt 100pt; margin: 20pt; @top-left {{ content: "head" }} }}
html {{ font: 12pt/20pt "Atkinson Hyperlegible"; orphans: 1; widows: 1 }} * {{ margin: 0; padding: 0 }}
</style></head><body>{}</body></html>"""
"""A page of three lines."""


def _numbered(typesetter: Typesetter, body: str) -> dict[str, tuple[str | None, str | None]]:
    """Return the numbers and columns of the elements of ``body`` that have an id."""
    document, _ = typesetter.set(PAGE.format(body), "screen", tagged=True)
    number_parts(document)
    (_, page), *_ = page_boxes(document)
    found: dict[str, Any] = {}

    def walk(box: Any) -> None:
        if box.element is not None and box.element.get("id"):
            found[box.element.get("id")] = box.element
        for child in getattr(box, "children", ()):
            walk(child)

    walk(page)
    return {name: (element.get(PART), element.get(COLUMNS)) for name, element in found.items()}


def test_what_goes_on_over_a_page_is_numbered_and_what_ends_on_it_is_not(typesetter: Typesetter) -> None:
    body = "<div id='a'><p id='b'>one</p><ul id='c'><li id='d'>two</li><li id='e'>three<br>four</li></ul></div>"
    numbers = {name: number for name, (number, _) in _numbered(typesetter, body).items()}
    assert {name for name, number in numbers.items() if number} == {"a", "c", "e"}
    assert len({numbers[name] for name in "ace"}) == 3


def test_words_between_blocks_do_not_make_an_element_one_of_parts(typesetter: Typesetter) -> None:
    assert _numbered(typesetter, "<div id='a'>one<p>two</p>three</div>") == {"a": (None, None)}


def test_a_table_on_one_page_is_one_box(typesetter: Typesetter) -> None:
    numbers = _numbered(typesetter, "<table id='a'><tr id='b'><td id='c'>one<tr><td>two</table>")
    assert numbers == {"a": (None, None), "b": (None, None), "c": (None, None)}


def test_a_link_over_two_lines_is_left_as_it_is(typesetter: Typesetter) -> None:
    assert _numbered(typesetter, "<p><a id='a' href='https://example.org/'>one<br>two</a></p>") == {"a": (None, None)}


def test_a_paragraph_that_runs_on_in_lines_is_numbered_with_all_around_it(typesetter: Typesetter) -> None:
    body = "<div id='a'><div id='b'><p id='c' style='display: inline'>one<br>two</p></div><p id='d'>x</p></div>"
    numbers = {name: number for name, (number, _) in _numbered(typesetter, body).items()}
    assert {name for name, number in numbers.items() if number} == {"a", "b", "c"}


@pytest.mark.parametrize("style", ["columns: 2", "column-width: 100pt", "column-count: 2"])
def test_what_is_set_in_columns_is_numbered_with_all_around_it(typesetter: Typesetter, style: str) -> None:
    body = f"<div id='a'><div id='b'><div id='c' style='{style}'><p id='d'>one</p></div></div><p id='e'>x</p></div>"
    numbers = _numbered(typesetter, body)
    assert {name for name, (number, _) in numbers.items() if number} == {"a", "b", "c"}
    assert {name for name, (_, columns) in numbers.items() if columns} == {"c"}
