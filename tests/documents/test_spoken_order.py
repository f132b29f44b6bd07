"""What a screen reader says of the real files: read from their tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from brochures.preflight.spoken_order import SpokenLine, spoken
from tests.real import RealDocuments


def _lines(real: RealDocuments, name: str) -> Sequence[SpokenLine]:
    said = spoken(real.path(name).read_bytes())
    assert said is not None
    assert said.tagged
    return said.lines


@pytest.fixture(scope="module")
def packet(real: RealDocuments) -> Sequence[SpokenLine]:
    return _lines(real, "referral-packet.screen")


def test_a_folded_piece_is_said_in_the_order_of_its_folds(real: RealDocuments) -> None:
    lines = _lines(real, "program-trifold.screen")
    headings = [line.words for line in lines if re.fullmatch("heading [12]", line.role)]
    assert headings == [
        "Care for body, mind and daily life", "One plan, three sides", "For family and friends", "Ketamine, first facts",
        "Know the risks", "Thinking of suicide? Any crisis?", "Call us",
    ]  # fmt: skip
    turns = [line.page for line in lines if line.role == "heading 2"]
    assert turns == [2, 1, 2, 2, 1, 1]


def test_what_stands_below_a_heading_stands_in_by_its_level(real: RealDocuments) -> None:
    lines = _lines(real, "program-trifold.screen")
    assert {line.role: line.depth for line in lines if line.role.startswith("heading")} == {
        "heading 1": 0,
        "heading 2": 1,
        "heading 3": 2,
    }
    at = next(number for number, line in enumerate(lines) if line.words == "Tell us first")
    assert lines[at + 1].depth == 3


def test_a_link_is_said_with_its_number_and_its_description(real: RealDocuments) -> None:
    words = " ".join(line.words for line in _lines(real, "crisis-card.screen"))
    assert "[link '1-800-662-4357', described 'Call 1-800-662-4357', to tel:+18006624357]" in words
    assert "1 Give naloxone and call [link '911', described 'Call 911', to tel:911]. 2 Lay the person" in words


def test_it_says_that_it_is_a_proof(real: RealDocuments) -> None:
    assert any(line.words == "PROOF · Not reviewed. Do not hand out." for line in _lines(real, "crisis-card.screen"))


def test_a_decorative_picture_and_the_number_of_a_page_are_not_said(real: RealDocuments) -> None:
    lines = _lines(real, "ketamine-facts.screen")
    assert not [line for line in lines if re.fullmatch(r"\d{1,2}", line.words)]
    pictures = [line.words for line in lines if line.role == "picture"]
    composed = real.facts("ketamine-facts.screen")
    assert pictures
    assert all(pictures)
    assert len(composed.file.pages) == 12


def test_a_field_is_said_with_its_name_and_its_states(packet: Sequence[SpokenLine]) -> None:
    fields = [line.words for line in packet if line.role == "field"]
    assert "text 'To: Name; must be filled in', required, empty" in fields
    assert "text 'To: Organization', empty" in fields
    assert "text 'A. Referral: Reason for referral; must be filled in', required, several lines, empty" in fields
    urgency = "radio button 'A. Referral: Urgency: Urgent; check one; must be filled in', required, not checked"
    assert urgency in fields
    assert all("without a name" not in words for words in fields)


def test_a_cell_is_said_under_its_headings(packet: Sequence[SpokenLine]) -> None:
    cells = [(line.role, line.words) for line in packet]
    assert ("cell, under Dakwar 2019, cocaine2 / n", "55") in cells
    assert ("heading cell, of a column, for 7 cells", "Main outcomes") in cells
    assert ("heading cell, of a row, for 6 cells, over 4 columns",) in [(role,) for role, _ in cells]


def test_a_list_says_how_many_items_it_has(packet: Sequence[SpokenLine]) -> None:
    at = next(number for number, line in enumerate(packet) if line.role == "list of 6 items")
    assert [line.role for line in packet[at + 1 : at + 7]] == [f"item {number} of 6" for number in range(1, 7)]
    assert packet[at + 1].words.startswith("1 Talk with the patient")
    assert packet[at + 1].depth == packet[at].depth + 1


def test_a_desk_edition_has_no_tags_and_no_lines(real: RealDocuments) -> None:
    said = spoken(real.path("crisis-card.desk").read_bytes())
    assert said is not None
    assert (said.tagged, said.lines, said.pages) == (False, (), 2)
