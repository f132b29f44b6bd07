"""The editorial notes: one row for each message of the clinic's web page, and nothing dropped in silence."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from brochures.load.catalogue import Catalogue
from brochures.load.model.notes import Decision, Verdict
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


NAME_OF_A_FILE = re.compile(r"\b[a-z]+\.(?:ya?ml|py|[a-z]+-[a-z]+)\b|\./build")
"""What names a file, a command or a statement, such as ``clinic.yaml`` or ``program.amino-acids``: no words for a physician."""


def test_what_the_medical_director_reads_names_no_file(catalogue: Catalogue) -> None:
    piece = catalogue.pieces["editorial-notes"].thing
    assert isinstance(piece, Packet)
    said = [block.lead for part in piece.parts for block in part.blocks if isinstance(block.lead, str)]
    for entry in catalogue.shelf("note").values():
        said += [entry.thing.message, entry.thing.finding, entry.thing.instead]
    assert [text for text in said if NAME_OF_A_FILE.search(text)] == []


def test_a_reason_does_not_say_again_that_it_is_one(catalogue: Catalogue) -> None:
    assert not [name for name, entry in catalogue.shelf("note").items() if entry.thing.instead.startswith("Left out")]


def test_each_hard_message_has_two_boxes_to_decide_and_all_stand_on_one_page(
    real: RealDocuments, catalogue: Catalogue, rows: list[str]
) -> None:
    hard = [
        name
        for name, entry in catalogue.shelf("note").items()
        if entry.thing.verdict in {Verdict.CONTRADICTED, Verdict.PROMOTIONAL}
    ]
    assert sorted(row[:3] for row in rows if row.endswith("AgreeChange")) == hard
    page = real.facts("editorial-notes.screen").texts[1]
    assert all(name in page for name in hard)


def test_how_many_messages_have_which_verdict_stands_line_by_line(real: RealDocuments, catalogue: Catalogue) -> None:
    lines = [line.text for line in real.facts("editorial-notes.screen").tree.all("LI")]
    verdicts = [entry.thing.verdict for entry in catalogue.shelf("note").values()]
    assert f"{verdicts.count(Verdict.CONTRADICTED)} the sources contradict" in lines
    assert f"{verdicts.count(Verdict.CLINIC_CONFIRMS)} only the clinic can confirm" in lines


def test_what_an_earlier_message_quotes_is_not_quoted_again(real: RealDocuments, catalogue: Catalogue) -> None:
    words = squeezed(catalogue.shelf("statement")["program.model"].thing.patient["en"])
    pages = [squeezed(text) for text in real.facts("editorial-notes.screen").texts]
    beside = next(number for number, text in enumerate(pages) if "Theprogram,besideitssourcesPart" in text)
    assert "".join(pages[:beside]).count(words) == 1, "S07 to S10 name it"
    assert "asunderS08" in "".join(pages[:beside])


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
