"""Labels that the pages fill in: days, months and what stands in braces."""

from __future__ import annotations

from datetime import date

import pytest

from brochures.load.model.labels import said
from tests.miniature import Miniature

FORM = "{month} {day}, {year}"
YEAR = "1 2 3 4 5 6 7 8 9 10 11 12"


@pytest.mark.parametrize(
    ("label", "column", "message"),
    [
        (f'date.form: {{en: "{FORM}"}}', 0, ""),
        (f"date.months: {{en: {YEAR}}}", 0, ""),
        ('spec.sheet: {en: "sheet {sheet}", es: hoja}', 0, ""),
        ('date.form: {en: "{month} {dy}"}', 19, "'en': a date has no '{dy}'; it may have {day}, {month}, {year}"),
        ('date.form: {en: "{month} {day"}', 19, "'en': a brace in '{month} {day' is not closed, or not opened"),
        ("date.months: {en: May June}", 21, "'en': a year has 12 months, and 2 are written"),
        ('page: {en: "}"}', 14, "'en': a brace in '}' is not closed, or not opened"),
        ('spec.sheet: {en: "sheet {sheet}", es: "hoja {hoja}"}', 41, "'es': 'en' has no '{hoja}', so it would be printed as it is"),
    ],
)  # fmt: skip
def test_a_label_that_cannot_be_filled_in_is_told_at_its_words(
    mini: Miniature, label: str, column: int, message: str
) -> None:
    mini.write("content/labels.yaml", f"labels:\n  {label}\n")
    expected = [("LOD-204", f"content/labels.yaml:2:{column}", message)] if message else []
    assert mini.mistakes() == expected


def test_a_day_is_said_as_the_labels_have_it() -> None:
    labels = {"date.form": FORM, "date.months": YEAR}
    assert [said(day, labels) for day in (date(2026, 1, 31), date(2026, 12, 1))] == ["1 31, 2026", "12 1, 2026"]
