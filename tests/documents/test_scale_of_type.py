"""Panels for patients keep to one scale of type, whoever composed them."""

from __future__ import annotations

import pytest

from tests.real import RealDocuments

SCALE = {
    9: "notes",
    10: "labels in pictures",
    12: "text",
    15: "leads",
    20: "headings",
    26: "parts",
    34: "titles",
    44: "covers",
}
NUMERALS = {16, 28, 40}
"""What numbers that are dialled may have besides, in pt."""

LARGE = {"program-trifold": {46}, "treatment-day-card": {54}}
"""What 988 and 911 have on the back of a piece that is looked at in a hurry."""

PANELS = ["program-trifold", "family-guide", "treatment-day-card", "ketamine-facts"]


@pytest.mark.parametrize("slug", PANELS)
def test_panels_for_patients_keep_to_the_scale(real: RealDocuments, slug: str) -> None:
    lines = [line for page in real.measured(slug).pages for line in page.lines]
    dialled = {
        round(line.size, 1) for line in lines if not any(sign.isalpha() for sign in line.text) and line.text.strip()
    }
    words = {round(line.size, 1) for line in lines if any(sign.isalpha() for sign in line.text)}
    assert {12, 20} <= words <= set(SCALE)
    assert dialled <= set(SCALE) | NUMERALS | LARGE.get(slug, set())
    assert dialled & NUMERALS


ONE_LINE = {"risk-steps__band", "risk-steps__signs", "statement__number"}
"""What is as large as a lead and has no second line: a title in a band of colour with its signs, and the number of a step."""


@pytest.mark.parametrize("slug", PANELS)
def test_a_lead_of_more_than_one_line_has_leading_of_a_third(real: RealDocuments, slug: str) -> None:
    pages = real.measured(slug)
    leads = [one for one in pages.paragraphs.values() if round(one.size, 1) == 15 and not ONE_LINE & set(one.classes)]
    assert {round(one.leading, 1) for one in leads} <= {20}
