from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from brochures.resolve.sign_off_sheet import MessageCount, PieceCount, SignOffRow
from brochures.resolve.ticket import resolve
from tests.miniature import TODAY, Miniature

BLOCK = (
    "content/packets/pack.yaml",
    "      - statement: program.outpatient\n",
    "      - sign_off: {title: Who signs}\n",
)


def _rows(mini: Miniature) -> tuple[SignOffRow, ...]:
    job = resolve(mini.project, mini.load(), "pack")
    ((_, block),) = (
        (section, block) for section in job.sections for block in section.blocks if block.component == "sign_off"
    )
    assert block.content["title"] == "Who signs"
    rows: tuple[SignOffRow, ...] = block.content["rows"]
    return rows


def test_each_piece_stands_there_with_each_role_that_signs_in_it(mini: Miniature) -> None:
    mini.replace(*BLOCK)
    mini.sign_but({"program.call": None, "program.outpatient": {"until": TODAY}, "emergency-911": {"digest": "0"}})
    assert _rows(mini) == (
        SignOffRow("fold", "A folded piece", "1.0", "Medical director", 3, 2, 1),
        SignOffRow("pack", "A packet", "1.0", "Medical director", 4, 2, 1),
    )


def test_what_falls_due_soon_is_still_signed(mini: Miniature) -> None:
    mini.replace(*BLOCK)
    mini.sign_but({"fold": None})
    fold, reading, _ = _rows(mini)
    assert (fold.signed, fold.void, fold.unsigned) == (5, 0, 1)
    assert (reading.role, reading.signed, reading.void, reading.unsigned) == ("Reading", 0, 0, 1)


def test_a_piece_that_cannot_be_followed_is_left_out(mini: Miniature) -> None:
    mini.replace(*BLOCK)
    mini.replace("content/brochures/fold.yaml", "format: mini-roll", "format: none-such")
    mini.replace("content/packets/pack.yaml", "reading: fold", "blocks: [heading: Else]")
    assert {row.slug for row in _rows(mini)} == {"pack"}


NOTES = """notes:
  S01: {section: Home, message: It cures., verdict: contradicted, finding: It does not., decision: corrected, instead: It may help., printed: [program.call]}
  S02: {section: Home, message: It is new., verdict: supported, finding: It is., decision: left out, instead: Nobody has to know that.}
  S03: {section: Drug, message: It works., verdict: contradicted, finding: It does not., decision: left out, instead: No source carries it.}
"""


def _dashboard(mini: Miniature) -> dict[str, Any]:
    mini.replace(BLOCK[0], BLOCK[1], "      - dashboard: {title: How things stand}\n")
    mini.write("content/editorial-notes.yaml", NOTES)
    job = resolve(mini.project, mini.load(), "pack")
    (block,) = (block for section in job.sections for block in section.blocks if block.component == "dashboard")
    found: dict[str, Any] = block.content
    return found


def test_the_dashboard_counts_messages_by_section_verdict_and_decision(mini: Miniature) -> None:
    found = _dashboard(mini)
    assert found["verdicts"][:3] == ("supported", "supported with qualification", "contradicted")
    assert found["decisions"] == ("printed", "corrected", "left out")
    assert found["messages"] == (
        MessageCount("Home", (1, 0, 1, 0, 0, 0), (0, 1, 1)),
        MessageCount("Drug", (0, 0, 1, 0, 0, 0), (0, 0, 1)),
    )
    assert found["all_messages"] == MessageCount("", (1, 0, 2, 0, 0, 0), (0, 1, 2))


def test_the_dashboard_counts_what_each_piece_prints_and_what_waits(mini: Miniature) -> None:
    mini.sign_but({"program.call": None})
    fold = _dashboard(mini)["pieces"][0]
    assert isinstance(fold, PieceCount)
    assert fold.title == "A folded piece"
    assert fold.unsigned >= 1
    assert fold.signed >= 1
    assert 0 <= fold.waiting <= fold.links
    assert fold.statements >= 1


WATCH = """watch:
  once: {what: Has it changed?, where: ["https://www.clinic.com/a"], touches: [program.call], by: 2027-06-01}
  again: {what: And this?, where: ["https://www.clinic.com/b"], touches: [program.call], by: DAY, looked: {day: 2026-01-05, by: A. Reader, found: no}}
  elsewhere: {what: And that?, where: ["https://www.clinic.com/c"], touches: [program.spare], by: 2027-06-01}
"""
SPARE = "  program.spare: {kind: program, patient: {en: Nobody prints it.}}\n"


@pytest.mark.parametrize(("day", "to_look_up"), [(TODAY, 2), (TODAY + timedelta(days=1), 1)])
def test_the_dashboard_counts_what_has_to_be_looked_up_where_it_is_printed(
    mini: Miniature, day: date, to_look_up: int
) -> None:
    """One that nobody looked at and one whose day has come; not one that touches other words, nor, a day later, one that is not due."""
    mini.append("content/program.yaml", SPARE)
    mini.write("content/watch.yaml", WATCH.replace("DAY", str(day)))
    assert _dashboard(mini)["pieces"][0].to_look_up == to_look_up


def test_the_last_row_of_the_dashboard_counts_each_thing_once(mini: Miniature) -> None:
    found = _dashboard(mini)
    fold, pack = found["pieces"]
    together = found["all_pieces"]
    for kind in ("statements", "links", "waiting", "facts", "signed", "unsigned"):
        counts = [getattr(piece, kind) for piece in (fold, pack)]
        assert max(counts) <= getattr(together, kind) <= sum(counts)
    assert together.statements < fold.statements + pack.statements


@pytest.mark.parametrize(("given", "missing"), [("847-555-0200", 0), ("", 1)])
def test_a_fact_that_the_clinic_has_not_given_is_counted(mini: Miniature, given: str, missing: int) -> None:
    mini.replace("content/clinic.yaml", "847-555-0200", given)
    found = _dashboard(mini)
    assert found["pieces"][0].facts == missing
    assert found["all_pieces"].facts == missing
