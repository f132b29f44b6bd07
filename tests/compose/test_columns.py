"""Blocks across a panel and in columns: what stands beside what, and that nothing is lost or moved."""

from __future__ import annotations

import pytest

from brochures.compose.columns import Strip, flowing, paired
from brochures.resolve.job import ResolvedBlock

SPANNING = ("masthead", "table")
BEGINNING = ("heading", "crisis")


def _blocks(names: str) -> tuple[ResolvedBlock, ...]:
    return tuple(ResolvedBlock(name, number, "piece.yaml", ()) for number, name in enumerate(names.split()))


def _shape(strips: tuple[Strip, ...]) -> str:
    """Return strips as text: a name for a block in the whole width, columns in brackets with a bar between them."""
    return " ".join(
        "[" + " | ".join(" ".join(block.component for block in column) for column in strip.columns) + "]"
        if strip.columns
        else " ".join(block.component for block in strip.whole)
        for strip in strips
    )


@pytest.mark.parametrize(
    ("names", "shape"),
    [
        ("", ""),
        ("masthead", "masthead"),
        ("lead points", "[lead points]"),
        ("masthead lead points table steps", "masthead [lead points] table [steps]"),
        ("masthead table lead", "masthead table [lead]"),
    ],
)
def test_what_does_not_span_flows_in_columns_between_what_does(names: str, shape: str) -> None:
    assert _shape(flowing(_blocks(names), SPANNING)) == shape


def test_where_nothing_spans_there_are_no_columns() -> None:
    blocks = _blocks("heading lead")
    assert flowing(blocks, ()) == (Strip(whole=blocks),)


@pytest.mark.parametrize(
    ("names", "shape"),
    [
        ("", ""),
        ("heading lead", "[heading lead]"),
        ("heading lead heading points", "[heading lead | heading points]"),
        ("heading lead heading points crisis", "[heading lead | heading points] [crisis]"),
        ("masthead lead heading lead", "masthead lead [heading lead]"),
        ("heading lead table lead heading", "[heading lead] table lead [heading]"),
    ],
)
def test_columns_stand_in_pairs_and_a_spanning_block_ends_the_row(names: str, shape: str) -> None:
    assert _shape(paired(_blocks(names), SPANNING, BEGINNING)) == shape


@pytest.mark.parametrize("names", ["heading a table b crisis c heading d crisis", "a b c", "table heading table"])
def test_no_block_is_lost_or_moved(names: str) -> None:
    for strips in (
        paired(_blocks(names), SPANNING, BEGINNING),
        flowing(_blocks(names), SPANNING),
    ):
        found = [block for strip in strips for column in (strip.whole, *strip.columns) for block in column]
        assert tuple(found) == _blocks(names)
