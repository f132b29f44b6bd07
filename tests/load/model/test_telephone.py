"""Telephone numbers as data: what a link names, what is no number, and what stands beside one."""

from __future__ import annotations

import phonenumbers
import pytest

from brochures.load.model.telephone import fault_of, in_prose, telephones


@pytest.mark.parametrize(
    ("written", "call"),
    [
        ("217-555-0100", "tel:+12175550100"), ("(217) 555-0100", "tel:+12175550100"), ("217.555.0100", "tel:+12175550100"), ("217 555 0100", "tel:+12175550100"),
        ("217/555-0100", "tel:+12175550100"), ("2175550100", "tel:+12175550100"), ("1-217-555-0100", "tel:+12175550100"), ("+1 (217) 555-0100", "tel:+12175550100"),
        ("217\N{EN DASH}555\N{EN DASH}0100", "tel:+12175550100"), ("(217-555-0100)", "tel:+12175550100"),
        ("(217) 555-0100, ext. 42", "tel:+12175550100;ext=42"), ("217-555-0100 x42", "tel:+12175550100;ext=42"), ("217-555-0100 #42", "tel:+12175550100;ext=42"),
        ("217-555-0100 extension 7", "tel:+12175550100;ext=7"), ("217-555-0100;ext=42", "tel:+12175550100;ext=42"),
        ("1-800-662-HELP", "tel:+18006624357"), ("1-800-FDA-1088", "tel:+18003321088"), ("1-800-CONTACTS", "tel:+18002668228"), ("1-800-799-SAFE (7233)", "tel:+18007997233"),
        ("+44 20 7946 0958", "tel:+442079460958"),
        ("911", "tel:911"), ("988", "tel:988"), ("711", "tel:711"),
    ],
)  # fmt: skip
def test_a_link_names_the_number_with_its_country_and_a_short_code_as_it_is(written: str, call: str) -> None:
    assert fault_of(written) == ("", "")
    (number,) = telephones(written)
    assert number.call == call
    if not number.is_short:
        assert phonenumbers.is_valid_number(phonenumbers.parse(call))


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("847-555-014", "'847-555-014' has 9 digits, and a telephone number has 10"),
        ("847-555-01422", "'847-555-01422' has 11 digits, and a telephone number has 10"),
        ("555-0100", "'555-0100' has no area code"),
        ("999-555-0100", "no telephone has the number '999-555-0100': there is no area code 999"),
        ("217-155-0100", "no telephone has the number '217-155-0100': '155' cannot follow an area code"),
        ("020 7946 0958", "'020 7946 0958' has 11 digits, and a telephone number has 10"),
        ("+44 20 7946 095", "no telephone of the country +44 has the number '+44 20 7946 095'"),
        ("+999 20 7946 0958", "'+999 20 7946 0958' is no telephone number: no country has it"),
        ("998", "there is no short number '998'"),
        ("000", "there is no short number '000'"),
        ("1-800-799-SAFE (7234)", "the letters of '1-800-799-SAFE' end in 7233, and '7234' stands beside it"),
        ("call the desk", "there is no telephone number in 'call the desk'"),
        ("(217) 555-0100 or (217) 555-0101", "there are 2 numbers in it, '(217) 555-0100' and '(217) 555-0101': which of them is called?"),
        ("217-555-0100 217-555-0101", "there are 2 numbers in it, '217-555-0100' and '217-555-0101': which of them is called?"),
        ("217-555-0100/0101", "beside the number stand figures that are no part of it: '/0101'"),
        ("217-555-0100 (8 am to 5 pm)", "beside the number stand figures that are no part of it: '(8 am to 5 pm)'"),
        ("Suite 100 217-555-0100", "beside the number stand figures that are no part of it: 'Suite 100'"),
    ],
)  # fmt: skip
def test_what_nobody_can_call_is_told_with_what_is_wrong(written: str, fault: str) -> None:
    told, mend = fault_of(written)
    assert told == fault
    assert mend


def test_words_may_stand_beside_a_number() -> None:
    assert fault_of("217-555-0100 (front desk)") == ("", "")


def test_the_mend_of_a_number_from_abroad_says_how_it_is_written() -> None:
    assert "begins with + and the code of the country" in fault_of("020 7946 0958")[1]
    assert fault_of("555-0100")[1] == "write it with its area code, such as (217) 555-0100"


def test_figures_in_prose_are_no_telephone_numbers() -> None:
    assert in_prose("Springfield, IL 62701-1234, 2018-2019, 2026-11-23, Suite 100, 10.1176/2019.18101123") == ()
    found = in_prose("A. Reader, 217-555-0100 ext. 4, fax: 217-555-0101; or (217) 555-0102 (fax)")
    assert [(one.text, one.is_fax) for one in found] == [
        ("217-555-0100 ext. 4", False),
        ("217-555-0101", True),
        ("(217) 555-0102", True),
    ]


def test_a_message_goes_to_the_number_as_it_is() -> None:
    assert [one.message for one in telephones("988")] == ["sms:988"]
    assert [one.message for one in telephones("(217) 555-0100, ext. 4")] == ["sms:+12175550100"]


def test_only_the_number_of_the_ambulance_needs_no_page() -> None:
    assert [one.is_emergency for one in telephones("911, 988")] == [True, False]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("217-555-0100", True), ("1-800-555-0199", True), ("(217) 555-0142, ext. 4", True), ("217-555-0099", False), ("217-555-0200", False), ("217-556-0100", False),
        ("911", False), ("+44 20 7946 0958", False), ("155-501-4200", False),
    ],
)  # fmt: skip
def test_a_number_that_is_kept_for_examples_is_known(written: str, kept: bool) -> None:  # noqa: FBT001 a row of the table
    assert telephones(written)[0].is_for_examples is kept
