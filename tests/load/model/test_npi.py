"""A National Provider Identifier is known by its check digit, and no message quotes it."""

from __future__ import annotations

import pytest

from brochures.load.model.npi import luhn, npi_fault

PUBLISHED = "1234567893"
"""The example of the standard's own page on its check digit (CMS, "Requirements for NPI check digit")."""


@pytest.mark.parametrize("text", [PUBLISHED, f" {PUBLISHED}\n"])
def test_the_published_example_is_an_npi(text: str) -> None:
    assert npi_fault(text) == ""


@pytest.mark.parametrize("last", sorted(set("0123456789") - {PUBLISHED[-1]}))
def test_with_another_last_digit_it_is_none(last: str) -> None:
    assert npi_fault(PUBLISHED[:-1] + last) == "is no NPI: its check digit does not fit the others"


@pytest.mark.parametrize("text", ["123456789", "12345678930", "0234567893", "3234567893", "1234S67893", ""])
def test_what_has_another_shape_is_told_without_being_quoted(text: str) -> None:
    assert npi_fault(text) == "is no NPI: it has ten digits, of which the first is 1 or 2"


@pytest.mark.parametrize("digits", ["79927398713", "18", "0"])
def test_every_second_digit_is_doubled_from_the_right(digits: str) -> None:
    assert luhn(digits)
    assert not luhn(digits[:-1] + str((int(digits[-1]) + 1) % 10))
