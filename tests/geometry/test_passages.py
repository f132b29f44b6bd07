"""Passages: stretches of a text, counted in letters, as an attribute holds them."""

from __future__ import annotations

import pytest

from brochures.geometry.passages import Origin, Stretch, count, cut, letters, offset_of, origins, read, written


@pytest.mark.parametrize("text", ["Bring a list.", "Z\u0301urich", "\ufb03x", "Straße 5", "2\u2013Ⅳ", "", "—"])
def test_letters_are_counted_as_they_are_compared(text: str) -> None:
    assert count(text) == len(letters(text))


def test_an_attribute_is_read_as_it_was_written() -> None:
    stretches = (Stretch(2, 5, 7), Stretch(9, 6, 0, fixed=True), Stretch(11))
    assert written(stretches) == "2:5:7 9:6:0! 11"
    assert read(written(stretches)) == stretches


def test_a_part_of_a_text_begins_inside_its_stretch() -> None:
    stretches = (Stretch(0, 5, 7), Stretch(10, 6, 3, fixed=True), Stretch(14))
    assert tuple(cut(stretches, 4, 12)) == (Stretch(0, 5, 11), Stretch(6, 6, 3, fixed=True))
    assert tuple(cut(stretches, 12, 14)) == (Stretch(0, 6, 3, fixed=True),)
    assert not tuple(origins(cut(stretches, 14, 20)))


def test_signs_without_a_letter_keep_their_place() -> None:
    assert tuple(origins(cut((Stretch(0, 5, 0), Stretch(0)), 0, 1))) == (Origin(5, 0),)


@pytest.mark.parametrize(("letter", "offset"), [(0, 1), (1, 2), (2, 5), (99, 7)])
def test_a_letter_stands_where_its_text_has_it(letter: int, offset: int) -> None:
    assert offset_of("“Go, it.”"[:7], letter) == offset
