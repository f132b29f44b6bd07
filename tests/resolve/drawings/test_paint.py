"""Colours that cannot be read, other files, and lines that are seen through."""

from __future__ import annotations

import pytest

from tests.drawn import told, whats


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<g fill='#ggg'/>", ["fill: #ggg"]),
        ("<g fill='#a00' stroke='rgb(1,2,3)'/>", []),
        ("<g fill='url(#no) #a00' stroke='url(#no)'/>", []),
        ("<g stroke='url(#no) blu'/>", ["stroke: url(#no) blu"]),
        ("<g fill='currentColor' stroke=' currentColor'/>", []),
        ("<g fill='currentcolor'/>", ["fill: currentcolor"]),
        ("<g style='fill: unset'/>", ["fill: unset"]),
        ("<g id='p'/><rect fill='url(b.svg#p)'/>", ["fill: url(b.svg#p), which is another file,"]),
        ("<rect clip-path='url(\"b.svg#p\")'/>", ['clip-path: url("b.svg#p"), which is another file,']),
        ("<defs><g fill='#ggg'/></defs>", []),
    ],
)
def test_values(body: str, expected: list[str]) -> None:
    assert whats(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<rect stroke='red' fill='blue' stroke-opacity='.5'/>", 1),
        ("<rect stroke='red' stroke-opacity='99%'/>", 1),
        ("<rect stroke='#f008'/>", 1),
        ("<rect stroke='url(#no) red'/>", 0),
        ("<rect stroke='red' stroke-opacity='100%'/>", 0),
        ("<rect stroke='red' stroke-opacity='1'/>", 0),
        ("<rect stroke='red' fill='none' stroke-opacity='.5'/>", 0),
        ("<rect fill='blue' stroke-opacity='.5'/>", 0),
        ("<g stroke-opacity='.5'><g stroke='red'/></g>", 0),
    ],
)
def test_a_line_that_is_seen_through_is_told_around_a_filled_shape(body: str, expected: int) -> None:
    assert whats(body) == ["a line that is seen through (stroke-opacity) around a filled shape"] * expected


def test_readers_that_differ_are_named_as_such() -> None:
    assert told("<rect stroke='red' stroke-opacity='.5'/>") == [
        (
            "RES-107",
            2,
            20,
            "PDF readers show a line that is seen through (stroke-opacity) around a filled shape in 'a.svg' in different ways",
        )
    ]


@pytest.mark.parametrize(
    ("order", "expected"), [("stroke", 1), ("stroke fill", 1), ("markers", 1), ("fill stroke", 0), ("normal", 0)]
)
def test_the_order_of_painting(order: str, expected: int) -> None:
    assert whats(f"<rect stroke='red' paint-order='{order}'/>") == [f"paint-order: {order}"] * expected
    assert whats(f"<rect paint-order='{order}'/>") == []
