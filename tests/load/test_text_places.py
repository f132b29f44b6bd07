"""A text of the content knows where it was typed, also where it stands for a reference."""

from __future__ import annotations

from brochures.load.text_places import Written, own_place, part, standing_at
from brochures.load.yaml_source import Manuscript, read_bytes

FILE = "content/words.yaml"


def _manuscript() -> Manuscript:
    manuscript, findings = read_bytes(b"one: Call {{phone}} now.\nphone: 988 or 911\n", FILE)
    assert not findings
    return manuscript


def _written(route: str) -> Written:
    manuscript = _manuscript()
    return Written.at(manuscript.value((route,)), manuscript, (route,))


def test_a_letter_is_at_its_line_and_column() -> None:
    assert str(own_place(_written("one"), 5)) == f"{FILE}:1:11"
    assert own_place("typed nowhere", 0) is None


def test_a_part_counts_from_where_it_begins() -> None:
    later = part(_written("one"), 5, 14)
    assert later == "{{phone}}"
    assert str(own_place(later, 0)) == f"{FILE}:1:11"
    assert type(part("typed nowhere", 0, 5)) is str


def test_what_stands_for_a_reference_is_at_the_reference_and_its_letters_where_they_were_typed() -> None:
    found = standing_at(_written("phone"), _written("one"), 5)
    assert isinstance(found, Written)
    assert str(found.writing.place(found.offset)) == f"{FILE}:1:11"
    assert str(own_place(found, 7)) == f"{FILE}:2:15"


def test_of_what_a_reference_prints_nobody_may_know_the_place() -> None:
    found = standing_at("March 3", _written("one"), 5)
    assert isinstance(found, Written)
    assert own_place(found, 0) is None
    assert type(standing_at("March 3", "typed nowhere", 5)) is str
