"""What the composer set, read from its HTML: each text once, in order, with its role, panel, block and passage."""

from __future__ import annotations

from typing import Any

import pytest

from brochures.geometry.passages import Stretch
from brochures.preflight.expected_text import LAST, Composed, composed


def _read(body: str) -> Composed:
    return composed(f"<html><head><title>t</title><style>p {{}}</style></head><body>{body}</body></html>")


def _texts(body: str, *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(text, name) for name in fields) for text in _read(body).texts]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p> Call  us\n<b>at any</b> hour.</p>after", ["Call us", "at any", "hour.", "after"]),
        ("<p>a<!-- not this -->b</p>", ["a", "b"]),
        ("<p>a<script>x</script>b<template>y</template>c</p>", ["a", "b", "c"]),
        ("<p>\N{NO-BREAK SPACE}\N{SOFT HYPHEN} </p>", []),
        ("<svg><title>alt</title><desc>d</desc><text>in it</text></svg>", ["in it"]),
    ],
)
def test_every_text_that_is_printed_is_read_in_order(body: str, texts: list[str]) -> None:
    assert _texts(body, "shown") == [(text,) for text in texts]


def test_a_text_compares_without_spaces_and_capitals() -> None:
    assert _texts("<p>Call  Us</p>", "text", "shown") == [("callus", "Call Us")]


def test_a_text_knows_its_panel_block_and_turn() -> None:
    body = (
        "<section data-panel='one' data-order='2'><p data-block='0-1'>a<b>b</b></p><p>c</p></section>"
        "<section data-panel='two'><div data-order='3'><i>d</i></div>e</section>f"
    )
    assert _texts(body, "shown", "region", "block", "turn") == [
        ("a", "one", "0-1", 2),
        ("b", "one", "0-1", 2),
        ("c", "one", "", 2),
        ("d", "two", "", 3),
        ("e", "two", "", LAST),
        ("f", "", "", LAST),
    ]
    assert LAST == 1_000_000


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("<p>a</p>", ""),
        ("<p data-role='running'>a</p>", "running"),
        ("<div data-role='running'><b data-role='other'>a</b></div>", "running"),
        ("<p aria-hidden='true'>a</p>", "unread"),
        ("<p aria-hidden='false'>a</p>", ""),
        ("<p data-role='running' aria-hidden='true'>a</p>", "running"),
        ("<svg><text>a</text></svg>", "drawing"),
        ("<svg aria-hidden='true'><text>a</text></svg>", "drawing"),
        ("<div aria-hidden='true'><svg><text>a</text></svg></div>", "unread"),
        ("<table><thead><tr><th>a</th></tr></thead></table>", "head"),
        ("<div data-role='running'><table><thead><tr><th>a</th></tr></thead></table></div>", "running"),
        ("<table><tbody><tr><th>a</th></tr></tbody></table>", ""),
    ],
)
def test_a_text_has_the_role_that_is_declared_around_it(body: str, role: str) -> None:
    assert _texts(body, "role") == [(role,)]


def test_tables_with_a_head_are_numbered_and_no_others() -> None:
    head = "<table><thead><tr><th>h</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table>"
    body = f"x{head}<table><tbody><tr><td>y</td></tr></tbody></table>{head}"
    assert _texts(body, "shown", "table") == [("x", -1), ("h", 0), ("d", 0), ("y", -1), ("h", 1), ("d", 1)]


def test_the_texts_of_a_running_head_are_a_group() -> None:
    body = "<p>x</p><p data-role='running'>a<b data-role='running'>b</b></p><p data-role='running'>c</p><p>y</p>"
    assert _texts(body, "shown", "group") == [("x", 0), ("a", 1), ("b", 1), ("c", 2), ("y", 0)]


def test_alternative_texts_are_kept_apart() -> None:
    body = (
        "<img alt='A leaf'><img alt=''><svg><title> A plot </title><g><title>of it</title></g></svg>"
        "<svg aria-hidden='true'><title>none</title><text>x</text></svg>"
    )
    read = _read(body)
    assert read.alternatives == ("A leaf", "A plot", "of it")
    assert [text.shown for text in read.texts] == ["x"]


def test_page_references_lead_to_their_targets_in_order() -> None:
    body = "<a data-generated='page' href='#one'>One</a><a href='#x'>x</a><a data-generated='page' href='#two'>Two</a><i data-generated='mark'>z</i>"
    assert _read(body).page_references == ("one", "two")


def test_a_text_knows_which_passages_it_comes_from() -> None:
    body = "<p data-passage='0:7:0 4:8:2 9'>Call <b data-passage='0:9:5'>us</b> now, or not</p>"
    assert _texts(body, "shown", "stretches", "passage") == [
        ("Call", (Stretch(0, 7, 0),), 7),
        ("us", (Stretch(0, 9, 5),), 9),
        ("now, or not", (Stretch(0, 8, 2), Stretch(5)), 8),
    ]
    assert _texts("<p>a</p>", "stretches", "passage") == [((), -1)]
