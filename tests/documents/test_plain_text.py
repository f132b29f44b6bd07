"""The plain text of the real pieces, held against their finished screen editions: every word, once, in the same order."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from brochures.compose import compose
from brochures.compose.templates import Templates
from brochures.compose.typography import squeezed
from brochures.pdf import File
from brochures.preflight.text_subject import Reading
from brochures.production import plain
from brochures.project.edition import Edition
from brochures.resolve.job import CitedSource
from tests.real import RealDocuments

SLUGS = (
    "program-trifold",
    "family-guide",
    "ketamine-facts",
    "crisis-card",
    "patient-guide",
    "referral-packet",
    "evidence-brief",
)

ADDED = re.compile(r"<(?:https?|mailto):[^<>]*>|\[picture:[^\]]*\]")
"""What plain text has beside the words of paper: addresses, and what pictures show."""

NUMBERS = {
    "988callortext988,dayornight.": "988callortext,dayornight.",
    "anycrisis,dayornight(988).": "anycrisis,dayornight.",
}
"""The sentences in which plain text says a number that paper shows above them, and the same sentences on paper."""

SIGNS = re.compile(r"\[\]|_+|[\[\]#-]+|\d+\.")
"""The signs of plain text: boxes and lines, brackets of sources, signs before headings and items."""

NOT_READ = dict.fromkeys(map(ord, "\N{WORD JOINER}\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}"))


def _text(real: RealDocuments, slug: str, width: int = 72) -> str:
    return plain(real.project, real.job(slug), width, proof=True)


def _reading(real: RealDocuments, slug: str) -> Reading:
    """Return what the finished screen edition of ``slug`` says, beside what was composed of it."""
    composition = compose(Templates.read(real.project), real.job(slug), Edition.SCREEN, proof=True)[0]
    data = real.path(f"{slug}.screen").read_bytes()
    made = File(composition, data, len(real.facts(f"{slug}.screen").file.pages), (), sheets=real.measured(slug))
    return Reading.of(made, PdfReader(io.BytesIO(data)))


@pytest.mark.parametrize("slug", SLUGS)
def test_it_has_each_word_of_the_screen_edition_in_its_order(real: RealDocuments, slug: str) -> None:
    reading = _reading(real, slug)
    text = ADDED.sub("", squeezed(_text(real, slug)).casefold().translate(NOT_READ))
    for with_number, on_paper in NUMBERS.items():
        text = text.replace(with_number, on_paper)
    heads = {said.text for said in reading.composed.texts if said.role == "head"}
    at, between = 0, []
    assert reading.match.found
    for index in reading.match.found:
        said = reading.printed[index]
        if said.role in {"drawing", "unread"} or said.element is None or _is_of_a_proof(said.element):
            continue
        words = said.text.translate(NOT_READ)
        found = text.find(words, at)
        assert found >= 0, f"'{said.shown}' is not in the text, or too early"
        between.append(text[at:found])
        at = found + len(words)
    between.append(text[at:])
    for gap in between[1:]:
        rest = gap
        for head in sorted(heads, key=len, reverse=True):
            rest = rest.replace(f"{head}:", "")
        assert SIGNS.sub("", rest) == "", gap


def _is_of_a_proof(element: object) -> bool:
    return "proof" in element.get("class", "").split()  # type: ignore[attr-defined]


def test_it_says_a_number_that_paper_shows_above_the_sentence(real: RealDocuments) -> None:
    assert "\n988\n\nCall or text 988, day or night.\n" in _text(real, "crisis-card")
    assert "any crisis, day or night (988). Veterans: call 988" in _text(real, "patient-guide").replace("\n   ", " ")


def test_it_says_first_that_it_is_a_proof_where_it_is_one(real: RealDocuments) -> None:
    assert _text(real, "crisis-card").startswith("PROOF · Not reviewed. Do not hand out.\n")
    final = plain(real.project, real.job("crisis-card"), 72, proof=False)
    assert "PROOF" not in final
    assert final.startswith("# Thinking of suicide? Any crisis?\n")


def test_its_lines_are_as_wide_as_was_asked_but_for_an_address(real: RealDocuments) -> None:
    for width in (72, 80):
        lines = _text(real, "referral-packet", width).splitlines()
        assert [line for line in lines if len(line) > width and "://" not in line] == []
        assert max(len(line) for line in lines if "://" not in line) > width - 4


def test_a_form_has_lines_and_boxes(real: RealDocuments) -> None:
    text = _text(real, "referral-packet")
    assert re.search(
        r"^Suicide attempt ever|Safety: Suicide attempt ever\*\n  Yes: \[ \]\n  No: \[ \]\n  Unknown: \[ \]$",
        text,
        re.MULTILINE,
    )
    assert "Date of referral*\n\n____________________\n" in text
    assert "[ ] Routine [ ] Soon [ ] Urgent" in text


def test_a_table_tells_each_cell_behind_its_heading(real: RealDocuments) -> None:
    text = _text(real, "evidence-brief")
    assert "Dakwar 2019, cocaine[2]\n  n: 55\n" in text
    assert "\n  Main outcomes: favors ketamine\n" in text


def test_sources_are_a_numbered_list_and_a_link_has_its_address(real: RealDocuments) -> None:
    text = _text(real, "referral-packet", 80)
    numbers = [int(number) for number in re.findall(r"^(\d+)\. \S", text, re.MULTILINE)]
    count = len({source.name for source in real.job("referral-packet").things(CitedSource)})
    wanted = list(range(1, count + 1))
    assert count > 50
    assert wanted in [numbers[at : at + count] for at in range(len(numbers))]
    assert "<https://doi.org/" in text
    assert "988 Call or text Suicide & Crisis Lifeline" in text
    assert "1-800-662-4357" in text
    assert not re.search("<(?:tel|sms):", text), "a number is said in words, never as an address"


def test_a_piece_of_another_day_is_set_for_that_day(real: RealDocuments) -> None:
    job = replace(real.job("crisis-card"), dated=date(2026, 1, 31))
    assert "January 31, 2026" in plain(real.project, job, 72, proof=True)
