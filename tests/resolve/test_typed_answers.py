"""What is typed into a form, held against what was asked for: each rule just kept and just broken."""

from __future__ import annotations

import pytest

from brochures.load.model.forms import Holds
from brochures.load.model.npi import luhn
from brochures.resolve.form_fields import FieldKind, PlannedField
from brochures.resolve.typed_answers import Wrong, day_of, fault


def _field(kind: FieldKind, holds: Holds | None = None) -> PlannedField:
    return PlannedField("form.field", kind, "Section", "Question", holds=holds)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("01/01/1900", "1900-01-01"), ("12/31/1899", ""),
        ("12/31/2199", "2199-12-31"), ("01/01/2200", ""),
        ("02/29/2024", "2024-02-29"), ("02/29/2023", ""),
        ("12/31/2026", "2026-12-31"), ("13/31/2026", ""), ("12/32/2026", ""), ("00/01/2026", ""),
        (" 1/2/2026 ", "2026-01-02"), ("1-2-2026", ""), ("2026-01-02", ""), ("1/2/26", ""), ("about 1/2/2026", ""),
    ],
)  # fmt: skip
def test_a_date_is_a_day_that_there_is(typed: str, day: str) -> None:
    assert day_of(typed) == day
    found = fault(_field(FieldKind.DATE), typed)
    assert (found is None) == bool(day)


def test_a_check_digit_is_worked_out_by_luhn() -> None:
    assert luhn("79927398713")
    assert [luhn(f"7992739871{digit}") for digit in range(10)].count(True) == 1
    assert luhn("80840" + "1234567893")
    assert [luhn("80840" + f"123456789{digit}") for digit in range(10)].count(True) == 1
    assert not luhn("80840" + "2134567893")


def test_an_npi_has_ten_digits_and_begins_with_1_or_2() -> None:
    field = _field(FieldKind.TEXT, Holds.NPI)
    assert fault(field, " 1234567893 ") is None
    for typed in ("123456789", "12345678930", "1234567892", "0234567893", "NPI 1234567893", "１２３４５６７８９３"):
        found = fault(field, typed)
        assert found is not None
        assert found[0] is Wrong.NPI


def test_a_code_of_a_diagnosis_has_three_to_seven_signs() -> None:
    field = _field(FieldKind.TEXT, Holds.DIAGNOSIS_CODE)
    for typed in ("F11", "F11.2", "F11.2012", "F11.20 and F10.20", "C4A.0", "U07.1", "opioid use disorder (F11.20)"):
        assert fault(field, typed) is None, typed
    for typed in ("F1", "F11.20123", "f11.20", "11.20", "FF1.2", "none"):
        assert fault(field, typed) == (
            Wrong.DIAGNOSIS_CODE,
            "holds no code of the shape of ICD-10-CM, such as F11.20",
        ), typed


def test_a_number_has_a_figure_and_other_words_are_anybodys() -> None:
    assert fault(_field(FieldKind.NUMBER), "180 lb") is None
    assert fault(_field(FieldKind.NUMBER), "heavy") == (Wrong.NUMBER, "holds no figure, and asks for a number")
    assert fault(_field(FieldKind.TEXT), "heavy") is None


def test_a_telephone_has_its_area_code() -> None:
    phone = _field(FieldKind.PHONE)
    assert fault(phone, "(217) 555-0100, ext. 3") is None
    for typed in ("555-0100", "988", "call me"):
        assert fault(phone, typed) == (Wrong.PHONE, "is no telephone number that can be called")
