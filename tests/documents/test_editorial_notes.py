"""The editorial notes: one row for each message of the clinic's web page, and nothing dropped in silence."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from brochures.load.catalogue import Catalogue
from brochures.load.model.notes import Decision
from brochures.load.model.piece import Packet
from brochures.project.paths import ROOT
from brochures.resolve.usage import printed_in
from tests.facts import squeezed
from tests.real import RealDocuments


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
    asked = {block.notes.section for block in blocks if block.notes and block.notes.section}
    assert asked == {entry.thing.section for entry in catalogue.shelf("note").values()}


def test_what_is_left_out_says_why(catalogue: Catalogue) -> None:
    left_out = [entry.thing for entry in catalogue.shelf("note").values() if entry.thing.decision is Decision.LEFT_OUT]
    assert left_out
    assert all(len(note.instead.split()) >= 4 for note in left_out)


@pytest.fixture(scope="module")
def rows(real: RealDocuments) -> list[str]:
    """The rows of the tables in the printed notes."""
    return [squeezed(row.text) for row in real.facts("editorial-notes.screen").tree.all("TR")]


def _records() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for file, group in (("studies", "studies"), ("sources", "sources"), ("sources", "helplines")):
        found |= yaml.safe_load((ROOT / "content" / f"{file}.yaml").read_text(encoding="utf-8"))[group]
    return found


def test_every_field_that_was_not_verified_is_listed_in_the_printed_notes(rows: list[str]) -> None:
    """A bibliographic field that nobody has verified may be printed, but not in silence."""
    for name, record in _records().items():
        unseen = record.get("unverified", [])
        named = [row for row in rows if row.startswith(squeezed(record.get("short") or record["name"]))]
        if unseen or record["verification"] != "primary":
            assert any(all(squeezed(field) in row for field in unseen) for row in named), f"{name} is not listed"
        else:
            assert not named, f"{name} was wholly seen"
