"""The editorial notes: one row for each message of the clinic's web page, and nothing dropped in silence."""

from __future__ import annotations

from datetime import date

import pytest

from brochures.load import Catalogue, load
from brochures.model.notes import Decision
from brochures.model.piece import Packet
from brochures.printed import printed_in
from brochures.shop import HOUSE, Shop


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(Shop(HOUSE, date(2026, 11, 23), HOUSE / "out"))


def test_every_message_of_the_page_has_one_row(catalogue: Catalogue) -> None:
    assert list(catalogue.shelf("note")) == [f"S{number:02}" for number in range(1, 101)]


def test_every_row_that_is_printed_names_statements_that_some_piece_prints(catalogue: Catalogue) -> None:
    printed = printed_in(catalogue)
    for number, entry in catalogue.shelf("note").items():
        for statement in entry.thing.printed:
            assert printed.get(statement), f"{number} names {statement}, which no piece prints"


def test_every_section_of_the_notes_stands_in_the_printed_notes(catalogue: Catalogue) -> None:
    piece = catalogue.pieces["editorial-notes"].thing
    assert isinstance(piece, Packet)
    blocks = [block for part in piece.parts for block in part.blocks]
    asked = {block.notes.section for block in blocks if block.notes}
    assert asked == {entry.thing.section for entry in catalogue.shelf("note").values()}


def test_what_is_left_out_says_why(catalogue: Catalogue) -> None:
    left_out = [entry.thing for entry in catalogue.shelf("note").values() if entry.thing.decision is Decision.LEFT_OUT]
    assert left_out
    assert all(len(note.instead.split()) >= 4 for note in left_out)
