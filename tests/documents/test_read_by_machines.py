"""Doses, dates and telephone numbers come off the printed page as they were meant, for a reader that is a program."""

from __future__ import annotations

import re
import unicodedata

import pytest
from PIL import Image, ImageDraw, ImageFont

from brochures.geometry.box import Box
from brochures.geometry.pages import Line
from brochures.geometry.units import INCH
from brochures.project.paths import ROOT, Project
from styles.fonts.make_plain_zero import PUBLISHED, made_path
from tests.ocr import PPI, crop, faxed, read, read_lines, scanned
from tests.real import RealDocuments

FOR_STAFF = {"editorial-notes", "pattern-book"}
FOR_READERS = [slug for slug in Project.open(ROOT).slugs() if slug not in FOR_STAFF]

NUMBER = r"\d+(?:[.,]\d+)*"
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
TOLD = re.compile(
    rf"""
      (?:1-)?\d{{3}}-\d{{3}}-[\dA-Z]{{4}}(?!\d) | \(\d{{3}}\)\s\d{{3}}-\d{{4}} | (?<![\d.,-])(?:911|988)(?!\d|[.,-]\d)  # telephone
    | {NUMBER} (?:\s?(?:to|or|and|–)\s?{NUMBER})* \s? (?:mg|mcg|µg|mL|g|kg|L)\b (?:/(?:kg|mL|hour|day))*  # dose
    | {MONTH}\s (?:\d{{1,2}},\s)? \d{{4}} | \d{{4}}-\d\d-\d\d | \d\d?/\d\d?/\d\d(?:\d\d)?  # date
    """,
    re.VERBOSE,
)
"""What a reader takes from a page and acts on."""


def _told(text: str) -> list[str]:
    return [found.group() for found in TOLD.finditer(text)]


def _plain(text: str) -> str:
    """Return ``text`` without what differs between ways to write the same: spaces, dashes, invisible signs."""
    signs = re.sub("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]", "-", unicodedata.normalize("NFKC", text))
    return "".join(sign for sign in signs if unicodedata.category(sign)[0] not in "CZ")


@pytest.mark.parametrize("slug", FOR_READERS)
def test_every_dose_date_and_telephone_number_is_read_off_the_page(real: RealDocuments, slug: str) -> None:
    lines = [(page.number, line) for page in real.measured(slug).pages for line in page.lines if _told(line.text)]
    assert lines
    drawn = scanned(real.path(f"{slug}.screen").read_bytes(), {number for number, _ in lines})
    found = read_lines([crop(page, line) for number, page in drawn for on, line in lines if on == number])
    wrong = [
        f"page {number}: {told!r} is read as {seen!r}"
        for (number, line), seen in zip(lines, found, strict=True)
        for told in _told(line.text)
        if _plain(told) not in _plain(seen)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Call or text 988, or call 1-800-222-1222.", ["988", "1-800-222-1222"]),
        ("1-800-662-HELP and (312) 555-0142", ["1-800-662-HELP", "(312) 555-0142"]),
        ("0.5 mg/kg over 40 minutes, 25 to 100 mg/day, 1,000 mL", ["0.5 mg/kg", "25 to 100 mg/day", "1,000 mL"]),
        ("read in January 2026, on November 30, 2026 and 2026-11-30", ["January 2026", "November 30, 2026", "2026-11-30"]),
        ("PMID 19880123, 3 months, 21 CFR 1306.05, n = 911,000", []),
    ],
)  # fmt: skip
def test_what_is_told_is_found_in_words(text: str, told: list[str]) -> None:
    assert _told(text) == told


def _set(path: object, text: str, size: float, ground: int = 255, ink: int = 0) -> tuple[Image.Image, Line]:
    """Return a page with a line of ``text``, and the line as it is measured."""
    page = Image.new("L", (2000, 400), ground)
    face = ImageFont.truetype(str(path), round(size * PPI / INCH))
    ImageDraw.Draw(page).text((50, 300), text, ink, face, anchor="ls")
    left, _, right, bottom = (side * INCH / PPI for side in face.getbbox(text, anchor="ls"))
    at, baseline = 50 * INCH / PPI, 300 * INCH / PPI
    return page, Line(1, Box(at + left, baseline - size, at + right, baseline + bottom + 2), baseline, size, text)


DOSES = "500 mg, 0.5 mg/kg, 1-800-209-0080"


def test_a_slash_in_the_zero_is_misread_and_a_zero_without_one_is_not() -> None:
    plain, slashed = (
        _set(path, DOSES, 12) for path in (made_path("Regular"), PUBLISHED / "AtkinsonHyperlegible-Regular.ttf")
    )
    read_plain, read_slashed = read_lines([crop(*plain), crop(*slashed)])
    assert _plain(read_plain) == _plain(DOSES)
    assert _plain(read_slashed) != _plain(DOSES)


def test_lines_of_all_sizes_and_grounds_are_read_each_for_itself() -> None:
    bold = made_path("Bold")
    lines = [
        _set(bold, "988", 90), _set(bold, "911", 40, ground=70, ink=255), _set(made_path("Italic"), "0.5 mg/kg", 9, ground=220, ink=30),
        _set(bold, "1-800-222-1222", 10, ground=100, ink=255),
    ]  # fmt: skip
    assert read_lines([crop(*line) for line in lines]) == ["988", "911", "0.5 mg/kg", "1-800-222-1222"]
    assert read_lines([]) == []


def test_a_page_is_read_out_of_a_fax_machine(real: RealDocuments) -> None:
    ((_, page),) = faxed(real.path("program-overview.screen").read_bytes(), {1})
    assert (page.mode, page.size) == ("1", (1734, 2156))
    assert "Riverwoods" in read(page, 200)
